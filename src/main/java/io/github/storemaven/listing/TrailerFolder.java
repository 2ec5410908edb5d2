package io.github.storemaven.listing;

import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.listing.TrailerFolder.All;
import io.github.storemaven.listing.TrailerFolder.Language;
import io.github.storemaven.zip.FileContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A trailer: its video, and a title and a thumbnail in each of its languages.
 *
 * @param directory where it is
 * @param video the file, and what reading it has told
 * @param uploadName the video's name in the upload, by its content
 * @param languages by code
 */
record TrailerFolder(Path directory, FileContent video, String uploadName, SortedMap<String, Language> languages) {
    /** What one language shows. */
    record Language(String title, ImageFile thumbnail) {}

    /**
     * What the folder asks for about trailers. A trailer of the Store that is named nowhere stays.
     *
     * @param folders in order of name
     * @param removed names of videos in the Store's document, from {@code remove.txt}
     * @param none whether all go
     */
    record All(List<TrailerFolder> folders, List<String> removed, boolean none) {
        static final All NOTHING = new All(List.of(), List.of(), false);

        All {
            folders = List.copyOf(folders);
            removed = List.copyOf(removed);
        }

        boolean isEmpty() {
            return folders.isEmpty() && removed.isEmpty() && !none;
        }

        Optional<TrailerFolder> withVideo(String storeName) {
            return folders.stream()
                    .filter(folder -> UploadName.isSame(storeName, folder.uploadName()))
                    .findFirst();
        }

        boolean isRemoved(String storeName) {
            return none || removed.stream().anyMatch(name -> UploadName.isSame(storeName, name));
        }
    }

    /** Reads {@code trailers/<name>/}: one video, and {@code <language>.txt} (title) with {@code <language>.png}. */
    static final class OneReader {
        /** In bytes; larger ones are refused (listing rules, TRL-03). */
        private static final long LARGEST_VIDEO = 2L * 1024 * 1024 * 1024;

        private static final Set<String> VIDEO = Set.of(".mp4", ".mov");

        private final FolderScan scan;
        private final TextSource texts;
        private final List<Path> videos = new ArrayList<>();
        private final SortedMap<String, Path> titles = new TreeMap<>();
        private final SortedMap<String, Path> thumbnails = new TreeMap<>();

        OneReader(FolderScan scan, TextSource texts) {
            this.scan = scan;
            this.texts = texts;
        }

        /** The trailer; empty, with problems, where it is not whole. */
        Optional<TrailerFolder> read(Path directory) throws IOException {
            int before = scan.found();
            for (Path entry : scan.entries(directory)) {
                sort(entry);
            }
            if (scan.found() == before) {
                checkWhole(directory);
            }
            SortedMap<String, Language> languages = languages();
            if (scan.found() > before) {
                return Optional.empty();
            }
            FileContent video = FileContent.of(videos.get(0), LARGEST_VIDEO);
            String uploadName = UploadName.of(video, "trailers", extension(video.file()));
            return Optional.of(new TrailerFolder(directory, video, uploadName, languages));
        }

        private void sort(Path entry) throws IOException {
            String extension = extension(entry);
            if (!scan.isFile(entry)) {
                return;
            }
            if (VIDEO.contains(extension)) {
                videos.add(entry);
            } else if (extension.equals(".txt")) {
                code(entry).ifPresent(code -> titles.put(code, entry));
            } else if (extension.equals(".png")) {
                code(entry).ifPresent(code -> thumbnails.put(code, entry));
            } else {
                scan.unknown(entry, List.of("one video (.mp4 or .mov)", "<language>.txt", "<language>.png"));
            }
        }

        private Optional<String> code(Path entry) {
            String name = FolderScan.name(entry);
            String stem = name.substring(0, name.length() - ".txt".length());
            Optional<String> code = StoreLanguages.canonical(stem);
            if (code.isEmpty()) {
                scan.problem(entry, LanguageFolder.Reader.unknownLanguage(stem));
            }
            return code;
        }

        private void checkWhole(Path directory) {
            if (videos.size() != 1) {
                scan.problem(
                        directory,
                        "a trailer is exactly one video (.mp4 or .mov), and this folder has " + videos.size());
            }
            Set<String> codes = new TreeSet<>(titles.keySet());
            codes.addAll(thumbnails.keySet());
            if (codes.isEmpty()) {
                scan.problem(directory, "a trailer has a title <language>.txt and a thumbnail <language>.png");
            }
            for (String code : codes) {
                if (!thumbnails.containsKey(code)) {
                    scan.problem(titles.get(code), "a title without its thumbnail " + code + ".png");
                } else if (!titles.containsKey(code)) {
                    scan.problem(thumbnails.get(code), "a thumbnail without its title " + code + ".txt");
                }
            }
        }

        private SortedMap<String, Language> languages() throws IOException {
            SortedMap<String, Language> languages = new TreeMap<>();
            for (var title : titles.entrySet()) {
                Optional<String> text = TextFile.read(title.getValue(), texts, scan);
                Path file = thumbnails.get(title.getKey());
                Optional<ImageFile> picture =
                        file == null ? Optional.empty() : ImageFile.read(file, "trailers", Optional.empty(), scan);
                if (text.isPresent() && picture.isPresent()) {
                    languages.put(title.getKey(), new Language(text.get(), picture.get()));
                }
            }
            return languages;
        }

        private static String extension(Path entry) {
            String name = FolderScan.name(entry).toLowerCase(Locale.ROOT);
            return name.substring(Math.max(0, name.lastIndexOf('.')));
        }
    }

    /**
     * Reads {@code trailers/}: a folder for each trailer, a list {@code remove.txt} of videos of the Store that are to go,
     * or a file {@code none} to remove all.
     */
    static final class Reader {
        static final String REMOVE = "remove.txt";

        private final FolderScan scan;
        private final TextSource texts;

        Reader(FolderScan scan, TextSource texts) {
            this.scan = scan;
            this.texts = texts;
        }

        All read(Path directory) throws IOException {
            List<TrailerFolder> folders = new ArrayList<>();
            List<String> removed = List.of();
            boolean none = false;
            for (Path entry : scan.entries(directory)) {
                String name = FolderScan.name(entry).toLowerCase(Locale.ROOT);
                if (Files.isDirectory(entry)) {
                    new OneReader(scan, texts).read(entry).ifPresent(folders::add);
                } else if (name.equals(ImageFolder.NONE)) {
                    none = scan.isFile(entry);
                } else if (name.equals(REMOVE)) {
                    removed = TextFile.read(entry, texts, scan)
                            .map(TextFile::items)
                            .orElse(List.of());
                } else {
                    scan.unknown(entry, List.of("a folder for each trailer", REMOVE, ImageFolder.NONE));
                }
            }
            All trailers = new All(folders, removed, none);
            check(directory, trailers);
            return trailers;
        }

        private void check(Path directory, All trailers) {
            if (trailers.none() && !trailers.folders().isEmpty()) {
                scan.problem(
                        directory,
                        "contains trailers and a file none, which removes all trailers; delete one of the two");
            }
            for (TrailerFolder folder : trailers.folders()) {
                Optional<TrailerFolder> first = trailers.withVideo(folder.uploadName());
                first.filter(other -> !other.equals(folder))
                        .ifPresent(other -> scan.problem(
                                folder.video().file(),
                                "this is the same video as " + FolderScan.name(other.directory()) + "/"
                                        + FolderScan.name(other.video().file())));
                trailers.removed().stream()
                        .filter(name -> UploadName.isSame(name, folder.uploadName()))
                        .forEach(name -> scan.problem(
                                directory.resolve(REMOVE), "removes the video of " + folder.directory() + ": " + name));
            }
        }
    }
}
