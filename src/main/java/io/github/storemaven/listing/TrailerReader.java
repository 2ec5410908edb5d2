package io.github.storemaven.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code trailers/}: a folder for each trailer, a list {@code remove.txt} of videos of the Store that are to go,
 * or a file {@code none} to remove all.
 */
final class TrailerReader {
    static final String REMOVE = "remove.txt";

    private final FolderScan scan;
    private final TextSource texts;

    TrailerReader(FolderScan scan, TextSource texts) {
        this.scan = scan;
        this.texts = texts;
    }

    Trailers read(Path directory) throws IOException {
        List<TrailerFolder> folders = new ArrayList<>();
        List<String> removed = List.of();
        boolean none = false;
        for (Path entry : scan.entries(directory)) {
            String name = FolderScan.name(entry).toLowerCase(Locale.ROOT);
            if (Files.isDirectory(entry)) {
                new TrailerFolderReader(scan, texts).read(entry).ifPresent(folders::add);
            } else if (name.equals(ImageReader.NONE)) {
                none = scan.isFile(entry);
            } else if (name.equals(REMOVE)) {
                removed =
                        PlainText.read(entry, texts, scan).map(PlainText::items).orElse(List.of());
            } else {
                scan.unknown(entry, List.of("a folder for each trailer", REMOVE, ImageReader.NONE));
            }
        }
        Trailers trailers = new Trailers(folders, removed, none);
        check(directory, trailers);
        return trailers;
    }

    private void check(Path directory, Trailers trailers) {
        if (trailers.none() && !trailers.folders().isEmpty()) {
            scan.problem(directory, "two sources for one thing: trailers, and a file none that removes all");
        }
        for (TrailerFolder folder : trailers.folders()) {
            Optional<TrailerFolder> first = trailers.withVideo(folder.zipName());
            first.filter(other -> !other.equals(folder))
                    .ifPresent(other -> scan.problem(
                            folder.video(),
                            "two sources for one thing: the same video as " + FolderScan.name(other.directory()) + "/"
                                    + FolderScan.name(other.video())));
            trailers.removed().stream()
                    .filter(name -> ContentName.isSame(name, folder.zipName()))
                    .forEach(name -> scan.problem(
                            directory.resolve(REMOVE), "removes the video of " + folder.directory() + ": " + name));
        }
    }
}
