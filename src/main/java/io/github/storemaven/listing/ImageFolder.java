package io.github.storemaven.listing;

import io.github.storemaven.document.ImageType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The complete list of images of one type in one language.
 *
 * @param type whose images they are
 * @param directory where they are
 * @param images in their order in the Store; none if all are to go
 */
record ImageFolder(ImageType type, Path directory, List<ImageFile> images) {
    /** A file by which all images or trailers are removed. */
    static final String NONE = "none";

    /** The order of the reference, in which new types are added. */
    static final Comparator<ImageFolder> BY_TYPE = Comparator.comparing(ImageFolder::type);

    ImageFolder {
        images = List.copyOf(images);
    }

    /** Reads {@code images/<type>/}: pictures in order of name, captions beside them, or a file {@code none}. */
    static final class Reader {

        private static final List<String> ALLOWED =
                List.of("images (.png)", "their captions (.txt)", "an empty file \"none\" to remove all");

        private static final Pattern OTHER_IMAGE =
                Pattern.compile(".*[.](jpe?g|gif|webp|bmp|tiff?|svg|avif|heic)", Pattern.CASE_INSENSITIVE);

        private final FolderScan scan;
        private final TextSource texts;

        Reader(FolderScan scan, TextSource texts) {
            this.scan = scan;
            this.texts = texts;
        }

        /** The image folders of one language. */
        List<ImageFolder> read(Path images) throws IOException {
            List<ImageFolder> folders = new ArrayList<>();
            for (Path directory : scan.entries(images)) {
                Optional<ImageType> type =
                        ImageType.named(FolderScan.name(directory)).filter(one -> one != ImageType.UNKNOWN);
                if (type.isPresent()) {
                    folders.add(readType(type.get(), directory));
                } else {
                    scan.unknown(directory, ImageType.folderNames());
                }
            }
            return folders;
        }

        private ImageFolder readType(ImageType type, Path directory) throws IOException {
            int before = scan.found();
            List<Path> pictures = new ArrayList<>();
            Map<String, Path> captions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            boolean none = false;
            for (Path entry : scan.entries(directory)) {
                switch (kind(entry)) {
                    case ".png" -> pictures.add(entry);
                    case ".txt" -> captions.put(stem(entry), entry);
                    case NONE -> none = scan.isFile(entry);
                    default -> other(entry);
                }
            }
            if (scan.found() == before) {
                checkImagesOrNone(directory, pictures, none);
            }
            return new ImageFolder(type, directory, read(pictures, captions));
        }

        private void other(Path entry) throws IOException {
            if (OTHER_IMAGE.matcher(FolderScan.name(entry)).matches()) {
                scan.noFolder(entry, "the Store takes only PNG; convert it");
            } else {
                scan.unknown(entry, ALLOWED);
            }
        }

        private void checkImagesOrNone(Path directory, List<Path> pictures, boolean none) {
            if (none && !pictures.isEmpty()) {
                scan.problem(
                        directory,
                        "contains images and a file none, which removes all images of this type; delete one of the two");
            } else if (!none && pictures.isEmpty()) {
                scan.problem(directory, "no image in it; add a .png, or a file none to remove all images of this type");
            }
        }

        private List<ImageFile> read(List<Path> files, Map<String, Path> captions) throws IOException {
            List<ImageFile> pictures = new ArrayList<>();
            Map<String, Path> seen = new HashMap<>();
            for (Path file : files) {
                Optional<String> caption = caption(captions.remove(stem(file)));
                Optional<ImageFile> picture = ImageFile.read(file, "images", caption, scan);
                picture.filter(one -> isNew(one, seen)).ifPresent(pictures::add);
            }
            captions.values().forEach(file -> scan.problem(file, "a caption without its image " + stem(file) + ".png"));
            return pictures;
        }

        private Optional<String> caption(Path file) throws IOException {
            return file == null ? Optional.empty() : TextFile.read(file, texts, scan);
        }

        private boolean isNew(ImageFile picture, Map<String, Path> seen) {
            Path other = seen.putIfAbsent(picture.uploadName(), picture.file());
            if (other != null) {
                scan.problem(picture.file(), "the same image as " + FolderScan.name(other));
            }
            return other == null;
        }

        private static String kind(Path entry) {
            String name = FolderScan.name(entry).toLowerCase(Locale.ROOT);
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(dot) : name;
        }

        private static String stem(Path entry) {
            String name = FolderScan.name(entry);
            return name.substring(0, name.lastIndexOf('.'));
        }
    }
}
