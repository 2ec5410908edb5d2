package io.github.storemaven.listing;

import io.github.storemaven.document.Equality;
import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileEntry.Kind;
import io.github.storemaven.document.MemberOwnership;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.listing.PullReport.StoreImages;
import io.github.storemaven.text.ReplacedFile;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
    private final PullReport.Draft report = new PullReport.Draft();
    private final Writer files;

    private FolderWriter(Path directory, Path boundary, boolean overwrite) throws IOException {
        this.directory = directory;
        this.files = new Writer(boundary, overwrite, report);
    }

    /**
     * Writes an app submission (submission-api, 6.7) into a store folder.
     *
     * @param overwrite whether files that say something else are overwritten; they are reported and left alone if not
     * @throws IOException when a file cannot be written, or a link leads out of the folder
     */
    public static PullReport writeApp(Path storeDirectory, JsonObject document, boolean overwrite) throws IOException {
        return new FolderWriter(storeDirectory, storeDirectory, overwrite).write(document, ProductType.APP);
    }

    /**
     * Writes an add-on submission (submission-api, 6.5) into the folder of the add-on.
     *
     * @param boundary that no link may lead out of: the store folder, or the add-on's where somebody has named it
     * @param createRequest what {@code addon.json} is to say (submission-api, 5.14)
     */
    public static PullReport writeAddon(
            Path addonDirectory, Path boundary, JsonObject document, JsonObject createRequest, boolean overwrite)
            throws IOException {
        FolderWriter writer = new FolderWriter(addonDirectory, boundary, overwrite);
        writer.files.json(Writer.entry(addonDirectory, StoreFolder.CREATE_REQUEST), createRequest);
        return writer.write(document, ProductType.ADDON);
    }

    private PullReport write(JsonObject document, ProductType kind) throws IOException {
        JsonObject listings = Members.objectOrEmpty(document, "listings");
        JsonObjectBuilder leftListings = Json.PROVIDER.createObjectBuilder();
        for (String language : listings.keySet()) {
            Optional<JsonObject> left = writeLanguage(language, Members.objectOrEmpty(listings, language), kind);
            left.ifPresent(listing -> leftListings.add(language, listing));
        }
        JsonObject left = leftListings.build();
        JsonObject rest = withoutEmpty(MemberOwnership.userMembers(document));
        String name = Members.actualName(document, "listings");
        JsonObject submission = left.isEmpty()
                ? rest
                : Json.PROVIDER.createObjectBuilder(rest).add(name, left).build();
        files.json(Writer.entry(directory, RootFolder.SUBMISSION), submission);
        keepOthers(listings);
        return report.with(images(document));
    }

    /** Without lists, texts and dates that say nothing; what is not named stays as the Store has it. */
    private static JsonObject withoutEmpty(JsonObject members) {
        JsonObjectBuilder rest = Json.PROVIDER.createObjectBuilder();
        members.forEach((name, value) -> {
            JsonValue left = value instanceof JsonObject object ? withoutEmpty(object) : value;
            if (!Equality.isEmpty(left)) {
                rest.add(name, left);
            }
        });
        return rest.build();
    }

    private void keepOthers(JsonObject listings) throws IOException {
        Path folder = Writer.entry(directory, RootFolder.LISTINGS);
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
    private Optional<JsonObject> writeLanguage(String language, JsonObject listing, ProductType kind)
            throws IOException {
        boolean app = kind == ProductType.APP;
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

    private List<String> writeTexts(String language, JsonObject texts, ProductType kind) throws IOException {
        Path folder = Writer.entry(Writer.entry(directory, RootFolder.LISTINGS), language);
        List<String> written = new ArrayList<>();
        for (ListingMember member : ListingMember.of(kind)) {
            Path file = Writer.entry(folder, member.fileName());
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

    /** Writes files into a folder, nowhere else, and none over another that says something else unless told. */
    private static final class Writer {
        private final FolderBoundary boundary;
        private final boolean overwrite;
        private final PullReport.Draft report;

        /** @param root that nothing is written out of; it is made where it is missing */
        Writer(Path root, boolean overwrite, PullReport.Draft report) throws IOException {
            this.boundary = FolderBoundary.of(Files.createDirectories(root));
            this.overwrite = overwrite;
            this.report = report;
        }

        /** An entry of a directory by its name in any case, or where it would be. */
        static Path entry(Path directory, String name) throws IOException {
            Path exact = directory.resolve(name);
            return EntryCase.differing(directory, exact).orElse(exact);
        }

        void text(Path file, String text, ListingMember member) throws IOException {
            write(file, TextFile.encode(text), there(file) && says(file, text, member));
        }

        void json(Path file, JsonObject value) throws IOException {
            byte[] content = Json.indented(value).getBytes(StandardCharsets.UTF_8);
            write(file, content, there(file) && value.equals(jsonIn(file)));
        }

        /** A file of a member that the Store has not: it may stay only where it says nothing. */
        void nothing(Path file, ListingMember member) throws IOException {
            if (!there(file)) {
                return;
            }
            if (says(file, "", member)) {
                report.unchanged.add(file);
            } else if (overwrite) {
                checkInside(file);
                Files.delete(file);
                report.removed.add(file);
            } else {
                report.refused.add(file);
            }
        }

        private void write(Path file, byte[] content, boolean same) throws IOException {
            if (same) {
                report.unchanged.add(file);
            } else if (there(file) && !overwrite) {
                report.refused.add(file);
            } else {
                checkInside(file);
                ReplacedFile.write(Files.exists(file) ? file.toRealPath() : file, content);
                report.written.add(file);
            }
        }

        private static boolean there(Path file) {
            return !Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
        }

        private static boolean says(Path file, String text, ListingMember member) throws IOException {
            try {
                boolean readable = Files.isRegularFile(file) && Files.size(file) <= TextFile.LARGEST;
                return readable
                        && member.isSame(TextFile.normalizedLineEnds(TextFile.decode(Files.readAllBytes(file))), text);
            } catch (CharacterCodingException e) {
                return false;
            }
        }

        private static JsonValue jsonIn(Path file) throws IOException {
            try {
                return Files.isRegularFile(file) ? ParsedJson.ofFile(file).value() : JsonValue.NULL;
            } catch (JsonSyntaxException e) {
                return JsonValue.NULL;
            }
        }

        /** Follows the links of what is there already, the file itself included. */
        private void checkInside(Path file) throws IOException {
            if (!boundary.wouldHold(file)) {
                throw new IOException(
                        file + " leads out of the folder " + boundary.root() + "; nothing is written there");
            }
        }
    }
}
