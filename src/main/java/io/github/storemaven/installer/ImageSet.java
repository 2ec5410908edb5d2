package io.github.storemaven.installer;

import io.github.storemaven.check.PngHeader;
import io.github.storemaven.document.Members;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The wanted images of one type in one language, {@code screenshots} or {@code storeLogos}, beside those that the Store has.
 * The service gives no digest, so what we uploaded is known by our record, and all else by number, order and size
 * (MSI/EXE reference, section 9).
 *
 * @param held as the Store has them
 * @param wanted in their order
 */
record ImageSet(String language, String type, List<JsonObject> held, List<Image> wanted) {
    ImageSet {
        held = List.copyOf(held);
        wanted = List.copyOf(wanted);
    }

    /** An image that stays as the Store has it, or a file. */
    record Image(Optional<JsonObject> kept, Optional<FileContent> file) {
        static Image kept(JsonObject held) {
            return new Image(Optional.of(held), Optional.empty());
        }

        static Image of(FileContent file) {
            return new Image(Optional.empty(), Optional.of(file));
        }

        /** For example {@code 01-main.png}. */
        String name() {
            return file.map(one -> one.file().getFileName().toString())
                    .orElseGet(() -> Members.text(kept.orElseThrow(), "id").orElse(""));
        }
    }

    static ImageSet screenshots(String language, List<JsonObject> held, List<FileContent> files) {
        return new ImageSet(
                language, "screenshots", held, files.stream().map(Image::of).toList());
    }

    /** Logos are told apart by their shapes; of a shape without files the Store's stay. */
    static ImageSet logos(
            String language,
            List<JsonObject> held,
            Optional<List<FileContent>> squares,
            Optional<List<FileContent>> posters) {
        List<Image> wanted = new ArrayList<>();
        add(wanted, squares, held.stream().filter(ImageSet::isSquare).toList());
        add(wanted, posters, held.stream().filter(logo -> !isSquare(logo)).toList());
        return new ImageSet(language, "storeLogos", held, wanted);
    }

    private static void add(List<Image> wanted, Optional<List<FileContent>> files, List<JsonObject> held) {
        if (files.isPresent()) {
            files.get().stream().map(Image::of).forEach(wanted::add);
        } else {
            held.stream().map(Image::kept).forEach(wanted::add);
        }
    }

    /** Whether a logo is 1:1, not 2:3. */
    static boolean isSquare(JsonObject image) {
        return Size.of(image).filter(size -> size.width() == size.height()).isPresent();
    }

    /** In pixels. */
    private record Size(long width, long height) {
        static Optional<Size> of(JsonObject image) {
            JsonObject size = Members.objectOrEmpty(image, "imageSize");
            return Members.get(size, "width") instanceof JsonNumber width
                            && Members.get(size, "height") instanceof JsonNumber height
                    ? Optional.of(new Size(width.longValue(), height.longValue()))
                    : Optional.empty();
        }

        static Optional<Size> of(FileContent png) {
            return PngHeader.of(png.start()).map(header -> new Size(header.width(), header.height()));
        }
    }

    /**
     * The same set with the images that the Store has by our record kept.
     *
     * @param digests of what we uploaded, by the id that the Store gave it
     */
    ImageSet recognized(Map<String, String> digests) {
        List<JsonObject> left = new ArrayList<>(held);
        List<Image> known = new ArrayList<>();
        for (Image image : wanted) {
            Optional<JsonObject> same = image.file()
                    .flatMap(FileContent::sha256)
                    .flatMap(digest -> left.stream()
                            .filter(one -> digest.equals(digests.get(id(one))))
                            .findFirst());
            same.ifPresent(left::remove);
            known.add(same.map(Image::kept).orElse(image));
        }
        return new ImageSet(language, type, held, known);
    }

    private static String id(JsonObject image) {
        return Members.text(image, "id").orElse("");
    }

    /** Whether the Store has exactly these in this order, so that nothing is to be sent. */
    boolean isHeld() {
        return wanted.size() == held.size()
                && wanted.stream().allMatch(image -> image.kept().isPresent())
                && ids().equals(InstallerDraft.ids(held));
    }

    private List<String> ids() {
        return wanted.stream().map(image -> id(image.kept().orElseThrow())).toList();
    }

    /**
     * Whether they look like those that the Store has, by number, order and size, where no record tells more.
     *
     * @param digests of what we uploaded
     */
    boolean looksHeld(Map<String, String> digests) {
        if (wanted.size() != held.size() || held.stream().anyMatch(one -> digests.containsKey(id(one)))) {
            return false;
        }
        for (int i = 0; i < held.size(); i++) {
            Image image = wanted.get(i);
            JsonObject other = held.get(i);
            boolean same = image.kept().map(other::equals).orElseGet(() -> {
                Optional<Size> size = Size.of(image.file().orElseThrow());
                return size.isPresent() && size.equals(Size.of(other));
            });
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** The files that have to be sent. */
    List<FileContent> files() {
        return wanted.stream().flatMap(image -> image.file().stream()).toList();
    }
}
