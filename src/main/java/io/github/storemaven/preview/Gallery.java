package io.github.storemaven.preview;

import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.ImageType;
import io.github.storemaven.document.ImageType.Group;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.Node;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.preview.PublishedDifferences.Mark;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Screenshots, trailers and logos of a listing; what only the Store has is shown by its name. */
final class Gallery {
    private static final String NOT_HERE = "only in the Store, whose API returns no images";
    private static final String MISSING = "no image of this name is here";
    private static final Map<String, String> HEADINGS = Map.of(
            "Screenshot", "Screenshots",
            "MobileScreenshot", "Screenshots for phones",
            "XboxScreenshot", "Screenshots for Xbox",
            "SurfaceHubScreenshot", "Screenshots for Surface Hub",
            "HoloLensScreenshot", "Screenshots for HoloLens");

    private final Blocks blocks;
    private final PageTemplate template;
    private final Node images;
    private final Function<String, Optional<Path>> files;
    private final ImageCopies copies;

    /** @param images the array of a listing */
    Gallery(Blocks blocks, Node images, Function<String, Optional<Path>> files, ImageCopies copies) {
        this.blocks = blocks;
        this.template = blocks.template();
        this.images = images;
        this.files = files;
        this.copies = copies;
    }

    /** All rows of screenshots, trailers first; the first row is there even without any. */
    Html screenshots(Node trailers, String language, boolean isWholeDocument) throws IOException {
        Html videos = trailers(trailers, language);
        StringBuilder rows = new StringBuilder();
        for (ImageType type : ImageType.values()) {
            if (type.group() == Group.SCREENSHOT) {
                boolean isFirst = type == ImageType.SCREENSHOT;
                rows.append(row(type, isFirst ? videos : Html.NONE).markup());
            }
        }
        if (rows.isEmpty()) {
            String text = isWholeDocument ? "No screenshot." : "No screenshot is here; the Store keeps what it has.";
            return gallery(
                    "Screenshots",
                    template.fragment("absent").with("text", text).html(),
                    Html.NONE);
        }
        return new Html(rows.toString());
    }

    private Html row(ImageType type, Html before) throws IOException {
        StringBuilder figures = new StringBuilder(before.markup());
        List<String> gone = new ArrayList<>();
        for (Node image : of(type)) {
            if (image.has(FileStatus.PENDING_DELETE)) {
                gone.add(name(image));
            } else {
                figures.append(figure("screenshot", image, "", template.plain(caption(image)))
                        .markup());
            }
        }
        if (figures.isEmpty() && gone.isEmpty()) {
            return Html.NONE;
        }
        return gallery(HEADINGS.get(type.storeName()), new Html(figures.toString()), gone(gone));
    }

    private Html gallery(String heading, Html figures, Html gone) {
        return template.fragment("gallery")
                .with("heading", heading)
                .with("figures", figures)
                .with("gone", gone)
                .html();
    }

    private Html gone(List<String> names) {
        return names.isEmpty()
                ? Html.NONE
                : template.fragment("gone")
                        .with("names", ForeignText.list(names))
                        .html();
    }

    /** The image that the Store shows as the app's icon: of the listing, else of a package. */
    Optional<Html> icon(Collection<PackageInfo> packages) throws IOException {
        for (ImageType type : List.of(ImageType.ICON, ImageType.STORE_LOGO_SQUARE, ImageType.SQUARE_ICON_358X358)) {
            Optional<Node> icon = kept(type);
            if (icon.isPresent()) {
                return Optional.of(image(name(icon.get()), "", isPending(icon.get())));
            }
        }
        for (PackageInfo info : packages) {
            Optional<String> logo = copies.logo(info);
            if (logo.isPresent()) {
                return Optional.of(picture(logo.get(), ""));
            }
        }
        return Optional.empty();
    }

    /** The icon of an add-on. */
    Html icon(Node entry) throws IOException {
        return image(name(entry), "", isPending(entry));
    }

    /** What was found about the icon of an add-on. */
    Html remarks(Node icon) {
        return blocks.remarks(icon, files.apply(name(icon)));
    }

    /** The wide image behind the head of the page. */
    Html art() throws IOException {
        Optional<Node> art = kept(ImageType.PROMOTIONAL_ART_16X9);
        return art.isEmpty()
                ? Html.NONE
                : template.fragment("art")
                        .with("image", image(name(art.get()), "", isPending(art.get())))
                        .html();
    }

    /** Logos and art, by their types. */
    Html others() throws IOException {
        StringBuilder figures = new StringBuilder();
        List<String> gone = new ArrayList<>();
        for (Node image : images.items().toList()) {
            String type = Members.text(object(image), "imageType").orElse("Unknown");
            boolean isScreenshot = ImageType.named(type)
                    .filter(known -> known.group() == Group.SCREENSHOT)
                    .isPresent();
            if (!isScreenshot && image.has(FileStatus.PENDING_DELETE)) {
                gone.add(type + " " + name(image));
            } else if (!isScreenshot && image.value() != null) {
                figures.append(figure("logo", image, type, template.words(type)).markup());
            }
        }
        return figures.isEmpty() && gone.isEmpty()
                ? Html.NONE
                : gallery("Logos and art", new Html(figures.toString()), gone(gone));
    }

    private Html trailers(Node trailers, String language) throws IOException {
        StringBuilder figures = new StringBuilder();
        for (Node trailer : trailers.items().toList()) {
            Node asset = trailer.member("trailerAssets").member(language);
            if (!asset.isMissing()) {
                figures.append(trailer(trailer, asset).markup());
            }
        }
        return new Html(figures.toString());
    }

    private Html trailer(Node trailer, Node asset) throws IOException {
        Node thumbnail =
                asset.member("imageList").items().findFirst().orElseGet(() -> new Node(asset.pointer(), "", null));
        boolean isNew = trailer.member("id").isMissing()
                && trailer.member("videoFileId").isMissing();
        String title = asset.member("title").text().orElse("");
        Mark mark = blocks.marks().at(trailer.pointer());
        Html told = Html.joined(
                blocks.remarks(trailer, files.apply(name(trailer))),
                blocks.remarks(thumbnail, files.apply(name(thumbnail))));
        Html picture = template.fragment("trailer")
                .with("image", image(name(thumbnail), title, isNew))
                .html();
        return template.fragment("figure")
                .with("kind", "video")
                .with("image", picture)
                .with("badge", blocks.badge(mark))
                .with(
                        "caption",
                        Html.joined(
                                template.words("Trailer: "), template.plain(title.isEmpty() ? name(trailer) : title)))
                .with("findings", told)
                .html();
    }

    private Html figure(String kind, Node image, String name, Html caption) throws IOException {
        String description = caption(image);
        String place = Pointers.of(image, "description");
        Mark mark = isPending(image) && blocks.marks().isComparing()
                ? Mark.NEW
                : blocks.marks().at(place) == Mark.SAME ? Mark.SAME : Mark.CHANGED;
        return template.fragment("figure")
                .with("kind", kind)
                .with("image", image(name(image), description.isEmpty() ? name : description, isPending(image)))
                .with("badge", blocks.badge(mark))
                .with("caption", caption)
                .with("meter", blocks.caption(description))
                .with("was", mark == Mark.CHANGED ? blocks.was(place, description) : Html.NONE)
                .with("findings", blocks.remarks(image, files.apply(name(image))))
                .html();
    }

    /** A copy of the image, or its name where no image of it is here. */
    Html image(String name, String alternative, boolean isPending) throws IOException {
        Optional<Path> file = files.apply(name);
        Optional<String> link = file.isPresent() ? copies.link(file.get()) : Optional.empty();
        return link.isPresent()
                ? picture(link.get(), alternative)
                : template.fragment("placeholder")
                        .with("name", ForeignText.oneLine(name))
                        .with("reason", isPending ? MISSING : NOT_HERE)
                        .html();
    }

    private Html picture(String link, String alternative) {
        return template.fragment("image")
                .with("source", link)
                .with("alt", alternative)
                .html();
    }

    private Optional<Node> kept(ImageType type) {
        return of(type).stream()
                .filter(image -> !image.has(FileStatus.PENDING_DELETE))
                .findFirst();
    }

    private List<Node> of(ImageType type) {
        return images.items()
                .filter(image -> image.member("imageType")
                        .text()
                        .filter(type.storeName()::equalsIgnoreCase)
                        .isPresent())
                .toList();
    }

    private static boolean isPending(Node image) {
        return image.has(FileStatus.PENDING_UPLOAD);
    }

    private static String caption(Node image) {
        return image.member("description").text().orElse("").strip();
    }

    private static String name(Node image) {
        return FileEntry.name(object(image)).orElse("");
    }

    private static JsonObject object(Node node) {
        return node.value() instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }
}
