package io.github.storemaven.preview;

import io.github.storemaven.document.Node;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.AppxManifest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What customers see in one language, in the order of the Store's page of a product. */
final class ListingPage {
    private final PreviewRequest request;
    private final Blocks blocks;
    private final PageTemplate template;
    private final Node root;
    private final String language;
    private final Node texts;
    private final Gallery gallery;
    private final ProductDetails facts;

    /** @param language as the document has it; one that it has not for a product without listings */
    ListingPage(PreviewRequest request, Blocks blocks, String language, ImageCopies copies) {
        this.request = request;
        this.blocks = blocks;
        this.template = blocks.template();
        this.root = Node.root(request.document());
        this.language = language;
        Node listing = root.member("listings").member(language);
        this.texts = request.type() == ProductType.APP ? listing.member("baseListing") : listing;
        this.gallery = new Gallery(blocks, texts.member("images"), request.files(), copies);
        this.facts = new ProductDetails(request.type(), blocks, root, request.packages());
    }

    /** The page between its head and its findings. */
    Html body() throws IOException {
        return switch (request.type()) {
            case APP -> app();
            case ADDON -> addon();
            case FLIGHT -> flight();
        };
    }

    private Html app() throws IOException {
        return Html.joined(
                gallery.art(),
                hero(gallery.icon(request.packages().values()), blocks.summary(texts, "shortDescription")),
                gallery.screenshots(
                        root.member("trailers"), language, request.published().isPresent()),
                description(),
                blocks.text("What's new in this version", texts, "releaseNotes"),
                blocks.list("Features", texts, "features"),
                template.fragment("pair")
                        .with("first", blocks.list("Minimum hardware", texts, "minimumHardware"))
                        .with("second", blocks.list("Recommended hardware", texts, "recommendedHardware"))
                        .html(),
                facts.additional(texts),
                blocks.keywords("Keywords (customers search with them and do not see them)", texts),
                gallery.others());
    }

    private Html addon() throws IOException {
        Node icon = texts.member("icon");
        Optional<Html> image = icon.isGiven() ? Optional.of(gallery.icon(icon)) : Optional.empty();
        return Html.joined(
                hero(image, icon.isGiven() ? gallery.remarks(icon) : Html.NONE),
                description(),
                facts.additional(texts),
                blocks.keywords("Keywords", root));
    }

    private Html flight() {
        Html note = template.fragment("absent")
                .with(
                        "text",
                        "A flight has no listing of its own: its testers see the app's listing, and get these packages.")
                .html();
        Html hero = template.fragment("hero")
                .with("icon", letter("F"))
                .with("title", template.words(request.product()))
                .with("price", "Update")
                .with("offer", "for the members of the flight")
                .with("short", note)
                .html();
        return Html.joined(hero, facts.additional(texts));
    }

    /** What is not here is kept by the Store, which was not asked. */
    private Html description() {
        Html text = blocks.text("Description", texts, "description");
        return text.isEmpty() && request.published().isEmpty()
                ? template.fragment("block")
                        .with("heading", "Description")
                        .with(
                                "body",
                                template.fragment("absent")
                                        .with("text", "No description is here; the Store keeps what it has.")
                                        .html())
                        .html()
                : text;
    }

    private Html hero(Optional<Html> icon, Html about) {
        String own = texts.member("title").text().orElse("");
        String title = own.isBlank() ? inManifest(manifest -> manifest.root().text("Properties/DisplayName")) : own;
        String shown = title.isBlank() ? request.product() : title;
        Html publisher = new Html(Stream.of(
                        texts.member("devStudio").text().orElse(""), inManifest(AppxManifest::publisherDisplayName))
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(name -> template.fragment("text").with("text", name).html().markup())
                .orElse(""));
        return template.fragment("hero")
                .with("icon", icon.orElseGet(() -> letter(shown)))
                .with("title", title.isBlank() ? template.words(shown) : template.plain(shown))
                .with("publisher", publisher)
                .with("price", facts.price())
                .with("offer", facts.offer())
                .with("checks", own.isBlank() ? Html.NONE : blocks.remarks(texts, "title"))
                .with("short", about)
                .html();
    }

    private String inManifest(Function<AppxManifest, String> member) {
        return ProductDetails.manifestText(request.packages(), member).orElse("");
    }

    private Html letter(String title) {
        return template.fragment("letter")
                .with("letter", title.substring(0, title.offsetByCodePoints(0, title.isEmpty() ? 0 : 1)))
                .html();
    }
}
