package io.github.storemaven.preview;

import io.github.storemaven.check.PngHeader;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageLogo;
import io.github.storemaven.zip.FileContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The images beside the page, named by their content, so that one that is used in ten languages is there once. */
final class ImageCopies {
    static final String FOLDER = "images";

    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg");

    /** In bytes; more than the Store takes. */
    private static final long MAX_BYTES = 64L << 20;

    private static final int NAME_DIGITS = 20;

    private final Path page;
    private final Map<Path, Optional<String>> links = new HashMap<>();

    /** @param page the folder of the page */
    ImageCopies(Path page) {
        this.page = page;
    }

    /** The relative address of a copy; empty for what is no image or too large for one. */
    Optional<String> link(Path file) throws IOException {
        Optional<String> known = links.get(file);
        if (known == null) {
            known = copy(file);
            links.put(file, known);
        }
        return known;
    }

    /** The same of the image that a package has of its app; empty where none is found there. */
    Optional<String> logo(PackageInfo info) throws IOException {
        Optional<String> known = links.get(info.file());
        if (known == null) {
            Optional<byte[]> logo =
                    PackageLogo.read(info).filter(image -> PngHeader.of(image).isPresent());
            known = logo.isPresent() ? Optional.of(write(logo.get())) : Optional.empty();
            links.put(info.file(), known);
        }
        return known;
    }

    private String write(byte[] image) throws IOException {
        String link = link(FileContent.sha256(image), "png");
        Path copy = page.resolve(link);
        Files.createDirectories(copy.getParent());
        Files.write(copy, image);
        return link;
    }

    private static String link(String digest, String extension) {
        return FOLDER + "/" + digest.substring(0, NAME_DIGITS) + "." + extension;
    }

    /** How many images there are. */
    int count() {
        return (int)
                links.values().stream().flatMap(Optional::stream).distinct().count();
    }

    private Optional<String> copy(Path file) throws IOException {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Optional<String> digest =
                EXTENSIONS.contains(extension) ? FileContent.of(file, MAX_BYTES).sha256() : Optional.empty();
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        String link = link(digest.get(), extension);
        Path copy = page.resolve(link);
        if (Files.notExists(copy)) {
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return Optional.of(link);
    }
}
