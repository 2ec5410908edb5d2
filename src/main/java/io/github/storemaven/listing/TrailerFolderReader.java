package io.github.storemaven.listing;

import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.listing.TrailerFolder.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code trailers/<name>/}: one video, and {@code <language>.txt} (title) with {@code <language>.png}. */
final class TrailerFolderReader {
    /** In bytes; larger ones are refused (listing rules, TRL-03). */
    private static final long LARGEST_VIDEO = 2L * 1024 * 1024 * 1024;

    private static final Set<String> VIDEO = Set.of(".mp4", ".mov");

    private final FolderScan scan;
    private final TextSource texts;
    private final List<Path> videos = new ArrayList<>();
    private final SortedMap<String, Path> titles = new TreeMap<>();
    private final SortedMap<String, Path> thumbnails = new TreeMap<>();

    TrailerFolderReader(FolderScan scan, TextSource texts) {
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
        Path video = videos.get(0);
        String zipName = ContentName.of(video, "trailers", extension(video), LARGEST_VIDEO);
        return Optional.of(new TrailerFolder(directory, video, zipName, languages));
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
            scan.problem(entry, LanguageReader.unknownLanguage(stem));
        }
        return code;
    }

    private void checkWhole(Path directory) {
        if (videos.size() != 1) {
            scan.problem(directory, "a trailer is exactly one video (.mp4 or .mov), here are " + videos.size());
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
            Optional<String> text = PlainText.read(title.getValue(), texts, scan);
            Path file = thumbnails.get(title.getKey());
            Optional<Picture> picture =
                    file == null ? Optional.empty() : Picture.read(file, "trailers", Optional.empty(), scan);
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
