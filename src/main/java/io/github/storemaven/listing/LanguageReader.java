package io.github.storemaven.listing;

import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.listing.LanguageFolder.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code listings/<language>/} of an app or an add-on. */
final class LanguageReader {
    private final FolderScan scan;
    private final TextSource texts;
    private final ListingKind kind;

    LanguageReader(FolderScan scan, TextSource texts, ListingKind kind) {
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
            scan.noFolder(entry, "unknown here; texts belong into a folder for each language, such as en-us");
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
                        .orElse("allowed are the codes of Partner Center, such as en-us, de-de or pt-br");
    }

    private LanguageFolder readLanguage(String code, Path directory) throws IOException {
        Map<ListingMember, TextFile> found = new EnumMap<>(ListingMember.class);
        List<ImageFolder> images = List.of();
        Optional<Picture> icon = Optional.empty();
        for (Path entry : scan.entries(directory)) {
            Optional<ListingMember> member = member(entry);
            if (member.isPresent()) {
                PlainText.read(entry, texts, scan)
                        .ifPresent(text -> found.put(member.get(), new TextFile(entry, text)));
            } else if (!FolderScan.name(entry).equalsIgnoreCase(kind.pictures())) {
                scan.unknown(entry, kind.allowed());
            } else if (kind == ListingKind.APP) {
                images = new ImageReader(scan, texts).read(entry);
            } else {
                icon = Picture.read(entry, "images", Optional.empty(), scan);
            }
        }
        return new LanguageFolder(code, found, images, icon);
    }

    private Optional<ListingMember> member(Path entry) {
        return ListingMember.inFile(FolderScan.name(entry)).filter(kind.members()::contains);
    }
}
