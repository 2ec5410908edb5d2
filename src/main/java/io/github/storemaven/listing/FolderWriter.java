package io.github.storemaven.listing;

import io.github.storemaven.document.Equality;
import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileEntry.Kind;
import io.github.storemaven.document.MemberOwnership;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.json.Json;
import io.github.storemaven.listing.WriteReport.StoreImages;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a document of the Store into a folder, so that reading it asks for what the Store has: a file for each text
 * and list, all else that is not the service's own into {@code submission.json}. Empty members get no file; a text that
 * no file can say, such as a list item with a line break, goes to {@code submission.json}. Packages, images and
 * trailers are left out: the service hands out none.
 */
public final class FolderWriter {
    private final Path directory;
    private final WriteReport.Draft report = new WriteReport.Draft();
    private final FileWriting files;

    private FolderWriter(Path directory, Path boundary, boolean overwrite) throws IOException {
        this.directory = directory;
        this.files = new FileWriting(boundary, overwrite, report);
    }

    /**
     * Writes an app submission (submission-api, 6.7) into a store folder.
     *
     * @param overwrite whether files that say something else are overwritten; they are reported and left alone if not
     * @throws IOException when a file cannot be written, or a link leads out of the folder
     */
    public static WriteReport writeApp(Path storeDirectory, JsonObject document, boolean overwrite) throws IOException {
        return new FolderWriter(storeDirectory, storeDirectory, overwrite).write(document, ListingKind.APP);
    }

    /**
     * Writes an add-on submission (submission-api, 6.5) into the folder of the add-on.
     *
     * @param boundary that no link may lead out of: the store folder, or the add-on's where somebody has named it
     * @param createRequest what {@code addon.json} is to say (submission-api, 5.14)
     */
    public static WriteReport writeAddon(
            Path addonDirectory, Path boundary, JsonObject document, JsonObject createRequest, boolean overwrite)
            throws IOException {
        FolderWriter writer = new FolderWriter(addonDirectory, boundary, overwrite);
        writer.files.json(FileWriting.entry(addonDirectory, AddonFolder.REQUEST), createRequest);
        return writer.write(document, ListingKind.ADDON);
    }

    private WriteReport write(JsonObject document, ListingKind kind) throws IOException {
        JsonObject listings = Members.objectOrEmpty(document, "listings");
        JsonObjectBuilder leftListings = Json.PROVIDER.createObjectBuilder();
        for (String language : listings.keySet()) {
            Optional<JsonObject> left = writeLanguage(language, Members.objectOrEmpty(listings, language), kind);
            left.ifPresent(listing -> leftListings.add(language, listing));
        }
        JsonObject left = leftListings.build();
        JsonObject rest = MemberOwnership.userMembers(document);
        String name = Members.actualName(document, "listings");
        JsonObject submission = left.isEmpty()
                ? rest
                : Json.PROVIDER.createObjectBuilder(rest).add(name, left).build();
        files.json(FileWriting.entry(directory, RootFolder.SUBMISSION), submission);
        keepOthers(listings);
        return report.with(images(document));
    }

    private void keepOthers(JsonObject listings) throws IOException {
        Path folder = FileWriting.entry(directory, RootFolder.LISTINGS);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.filter(entry -> StoreLanguages.contains(FolderScan.name(entry)))
                        .filter(entry -> !listings.containsKey(Members.actualName(listings, FolderScan.name(entry))))
                        .sorted()
                        .forEach(report.kept::add);
            }
        }
    }

    /** What of a listing has no file; empty where all has one. */
    private Optional<JsonObject> writeLanguage(String language, JsonObject listing, ListingKind kind)
            throws IOException {
        boolean app = kind == ListingKind.APP;
        JsonObject texts = app ? Members.objectOrEmpty(listing, "baseListing") : listing;
        List<String> written = StoreLanguages.contains(language) ? writeTexts(language, texts, kind) : List.of();
        JsonObject leftTexts = withoutFiles(texts, written);
        if (!app) {
            return Optional.of(leftTexts).filter(left -> !left.isEmpty() || written.isEmpty());
        }
        String baseName = Members.actualName(listing, "baseListing");
        JsonObject leftListing = withoutFiles(listing, List.of(baseName));
        boolean all = leftTexts.isEmpty() && !written.isEmpty();
        JsonObject left = all ? leftListing : Members.with(leftListing, baseName, leftTexts);
        return Optional.of(left).filter(one -> !one.isEmpty());
    }

    private List<String> writeTexts(String language, JsonObject texts, ListingKind kind) throws IOException {
        Path folder = FileWriting.entry(FileWriting.entry(directory, RootFolder.LISTINGS), language);
        List<String> written = new ArrayList<>();
        for (ListingMember member : kind.members()) {
            Path file = FileWriting.entry(folder, member.fileName());
            Optional<String> text = member.asText(Members.get(texts, member.memberName()));
            if (text.isPresent()) {
                files.text(file, text.get(), member);
                written.add(Members.actualName(texts, member.memberName()));
            } else {
                files.nothing(file, member);
            }
        }
        return written;
    }

    /** A listing's part that has no file: without the named members, images, nulls and empty values. */
    private static JsonObject withoutFiles(JsonObject listing, Collection<String> inFiles) {
        JsonObjectBuilder rest = Json.PROVIDER.createObjectBuilder();
        listing.forEach((name, value) -> {
            JsonValue left = value instanceof JsonObject object ? withoutFiles(object, List.of()) : value;
            if (!isImages(name, value) && !inFiles.contains(name) && !Equality.isEmpty(left)) {
                rest.add(name, left);
            }
        });
        return rest.build();
    }

    private static boolean isImages(String name, JsonValue value) {
        boolean text = value instanceof JsonString;
        return !text && (name.equalsIgnoreCase("images") || name.equalsIgnoreCase("icon"));
    }

    /** The images of a document by language and type, and its trailers. */
    private static List<StoreImages> images(JsonObject document) {
        Map<String, Map<String, List<String>>> byLanguage = new LinkedHashMap<>();
        List<String> trailers = new ArrayList<>();
        List<FileEntry> entries = FileEntry.of(document).stream()
                .filter(entry -> !entry.isPlatformOverride())
                .toList();
        for (FileEntry entry : entries) {
            switch (entry.kind()) {
                case IMAGE, ICON ->
                    byLanguage
                            .computeIfAbsent(entry.language(), language -> new LinkedHashMap<>())
                            .computeIfAbsent(
                                    entry.kind() == Kind.ICON ? "icon" : entry.imageType(), type -> new ArrayList<>())
                            .add(entry.name().orElse(""));
                case VIDEO -> trailers.add(entry.name().orElse(""));
                case PACKAGE, THUMBNAIL, UNKNOWN -> {}
            }
        }
        List<StoreImages> found = new ArrayList<>();
        byLanguage.forEach(
                (language, types) -> types.forEach((type, names) -> found.add(new StoreImages(language, type, names))));
        if (!trailers.isEmpty()) {
            found.add(new StoreImages("", StoreFolder.TRAILERS, trailers));
        }
        return found;
    }
}
