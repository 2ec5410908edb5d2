package io.github.storemaven.listing;

import io.github.storemaven.document.ProductType;
import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.listing.LanguageFolder.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the folder asks for in one language.
 *
 * @param code the language, in the case of the reference
 * @param texts by member; an empty text clears it
 * @param images of apps, by type
 * @param icon of add-ons
 */
record LanguageFolder(String code, Map<ListingMember, Text> texts, List<ImageFolder> images, Optional<ImageFile> icon) {
    /** The folder with an app's images. */
    static final String IMAGES = "images";

    private static final String ICON = "icon.png";

    LanguageFolder {
        texts = Map.copyOf(texts);
        images = List.copyOf(images);
    }

    /** What a file says and where it is. */
    record Text(Path file, String text) {}

    /** The name of the folder with an app's images, or of an add-on's icon. */
    static String imagesName(ProductType type) {
        return type == ProductType.ADDON ? ICON : IMAGES;
    }

    /** What the folder of a language may hold. */
    static List<String> allowed(ProductType type) {
        return Stream.concat(ListingMember.of(type).stream().map(ListingMember::fileName), Stream.of(imagesName(type)))
                .sorted()
                .toList();
    }

    /** Reads {@code listings/<language>/} of an app or an add-on. */
    static final class Reader {
        private final FolderScan scan;
        private final TextSource texts;
        private final ProductType kind;

        Reader(FolderScan scan, TextSource texts, ProductType kind) {
            this.scan = scan;
            this.texts = texts;
            this.kind = kind;
        }

        /** The languages of a folder, if there is one. */
        List<LanguageFolder> read(Optional<Path> listings) throws IOException {
            List<LanguageFolder> folders = new ArrayList<>();
            for (Path entry : listings.isPresent() ? scan.entries(listings.get()) : List.<Path>of()) {
                Optional<String> code = code(entry);
                if (code.isPresent()) {
                    folders.add(readLanguage(code.get(), entry));
                }
            }
            return folders;
        }

        private Optional<String> code(Path entry) throws IOException {
            String name = FolderScan.name(entry);
            if (!Files.isDirectory(entry)) {
                scan.noFolder(
                        entry, "does not belong here; texts belong into a folder for each language, such as en-us");
                return Optional.empty();
            }
            Optional<String> code = StoreLanguages.canonical(name);
            if (code.isEmpty()) {
                scan.problem(entry, unknownLanguage(name));
            }
            return code;
        }

        static String unknownLanguage(String name) {
            return "the Store has no language " + name + "; "
                    + StoreLanguages.suggestion(name)
                            .map(near -> "did you mean " + near + "?")
                            .or(() -> StoreLanguages.ofName(name).map(code -> "rename it to " + code))
                            .orElse("allowed are the codes of Partner Center, such as en-us, de-de or pt-br");
        }

        private LanguageFolder readLanguage(String code, Path directory) throws IOException {
            Map<ListingMember, Text> found = new EnumMap<>(ListingMember.class);
            List<ImageFolder> images = List.of();
            Optional<ImageFile> icon = Optional.empty();
            for (Path entry : scan.entries(directory)) {
                Optional<ListingMember> member = member(entry);
                if (member.isPresent()) {
                    TextFile.read(entry, texts, scan).ifPresent(text -> found.put(member.get(), new Text(entry, text)));
                } else if (!FolderScan.name(entry).equalsIgnoreCase(LanguageFolder.imagesName(kind))) {
                    scan.unknown(entry, LanguageFolder.allowed(kind));
                } else if (kind == ProductType.APP) {
                    images = new ImageFolder.Reader(scan, texts).read(entry);
                } else {
                    icon = ImageFile.read(entry, "images", Optional.empty(), scan);
                }
            }
            return new LanguageFolder(code, found, images, icon);
        }

        private Optional<ListingMember> member(Path entry) {
            return ListingMember.inFile(FolderScan.name(entry)).filter(ListingMember.of(kind)::contains);
        }
    }
}
