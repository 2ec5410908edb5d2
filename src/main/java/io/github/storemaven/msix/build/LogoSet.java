package io.github.storemaven.msix.build;

import io.github.storemaven.msix.PartName;
import io.github.storemaven.msix.build.PngReader.DamageException;
import io.github.storemaven.msix.pri.ImageResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The logos of a package, made from one icon: each plain, for the scales of screens, and for the sizes of the taskbar with
 * and without plate (reference 6). Images with a scale or size in their names are found through a {@code resources.pri} only.
 */
public final class LogoSet {
    private static final int MIN_SIDE = 256;
    private static final int MAX_SIDE = 4096;

    /** Of the plain logos, which are always made. */
    private static final int LARGEST = 310;

    private static final long MAX_BYTES = 64L * 1024 * 1024;
    private static final String ADVICE = "save it as a square PNG with 1024 pixels a side";

    private final IconScaler scaler;
    private final int side;
    private final Map<List<Integer>, byte[]> files = new HashMap<>();
    private final Map<ImageResource, Path> handmade = new HashMap<>();
    private final List<PackagePart> parts = new ArrayList<>();

    private LogoSet(PixelImage icon, Map<String, Path> assets) throws IOException {
        scaler = new IconScaler(icon);
        side = icon.width();
        for (Map.Entry<String, Path> asset : assets.entrySet()) {
            handmade.put(resource(asset.getKey()), asset.getValue());
        }
    }

    /**
     * The logos that are missing among those made by hand, by their names in the package.
     *
     * @param icon a square PNG of 256 to 4096 pixels a side
     * @param handmade by their names below the folder of assets. Such a file takes the place of what would have its name; a
     *     plain one is the only one of its logo for scales that are not made by hand; one for a target size is the one for
     *     its two forms without plate, too
     * @param forFiles whether the icon of the app's files is to be among them
     * @param warnings takes what makes the logos worse than they could be
     * @throws InvalidImageException where no logos can be made from the icon
     */
    public static List<PackagePart> of(
            Path icon, Map<String, Path> handmade, boolean forFiles, Consumer<String> warnings) throws IOException {
        LogoSet set = new LogoSet(read(icon, warnings), handmade);
        for (LogoSize logo : LogoSize.PACKAGE) {
            set.add(logo);
        }
        if (forFiles) {
            set.add(LogoSize.FILE);
        }
        return List.copyOf(set.parts);
    }

    private static PixelImage read(Path icon, Consumer<String> warnings) throws IOException {
        if (!Files.isRegularFile(icon)) {
            String fault = Files.exists(icon) ? "is not a file" : "does not exist";
            throw invalid(icon, fault, "put a square PNG with 1024 pixels a side there, or name another file in icon");
        }
        if (Files.size(icon) > MAX_BYTES) {
            throw invalid(icon, "has more than 64 MB", ADVICE);
        }
        byte[] bytes = Files.readAllBytes(icon);
        try {
            checkSize(icon, PngReader.Header.of(bytes));
            PngReader.Picture picture = PngReader.read(bytes);
            if (picture.image().width() < LARGEST) {
                warnings.accept(
                        "The icon " + icon + " has " + picture.image().width() + " pixels a side and is enlarged"
                                + " for logos of up to " + LARGEST + ", which blurs them: " + ADVICE);
            }
            if (picture.hasOtherColours()) {
                warnings.accept("The icon " + icon + " has a colour profile or gamma that is not sRGB and that is not"
                        + " applied, so its logos may have slightly other colours: save it in sRGB");
            }
            return picture.image();
        } catch (DamageException damage) {
            throw invalid(icon, damage.getMessage(), ADVICE);
        }
    }

    private static void checkSize(Path icon, PngReader.Header header) throws InvalidImageException {
        String pixels = "has " + header.width() + " x " + header.height() + " pixels";
        if (header.width() != header.height()) {
            throw invalid(icon, pixels + " and is not square", ADVICE);
        }
        if (header.width() < MIN_SIDE) {
            throw invalid(icon, pixels + ", which is less than " + MIN_SIDE, ADVICE);
        }
        if (header.width() > MAX_SIDE) {
            throw invalid(icon, pixels + ", which is more than " + MAX_SIDE, ADVICE);
        }
    }

    private static InvalidImageException invalid(Path icon, String fault, String remedy) {
        return new InvalidImageException("The icon " + icon + " " + fault + ": " + remedy);
    }

    private void add(LogoSize logo) throws IOException {
        ImageResource plain = resource(logo.name() + ".png");
        for (Map.Entry<String, LogoSize> file : logo.files().entrySet()) {
            ImageResource resource = resource(file.getKey());
            LogoSize size = file.getValue();
            boolean isReplaced = handmade.containsKey(resource)
                    || (resource.qualifiers().containsKey("scale") && handmade.containsKey(plain));
            if (!isReplaced && (resource.equals(plain) || size.height() <= side)) {
                parts.add(part("Assets/" + file.getKey(), resource, size));
            }
        }
    }

    /** A form without plate is made by hand where the one that may get a plate is. */
    private PackagePart part(String name, ImageResource resource, LogoSize size) {
        Map<String, String> plated = new HashMap<>(resource.qualifiers());
        plated.remove("alternateform");
        Path file = handmade.get(new ImageResource(resource.name(), plated));
        return file == null ? PackagePart.of(name, () -> bytes(size)) : PackagePart.of(name, file);
    }

    private static ImageResource resource(String name) throws IOException {
        ImageResource resource = ImageResource.of(name);
        return new ImageResource(PartName.key(resource.name()), resource.qualifiers());
    }

    /** Made once for all names and packages; several packages may be written at once. */
    private synchronized byte[] bytes(LogoSize logo) {
        return files.computeIfAbsent(List.of(logo.width(), logo.height()), size -> {
            PixelImage square = scaler.scaled(logo.height());
            boolean isWide = logo.width() > logo.height();
            return PngWriter.write(isWide ? square.centred(logo.width(), logo.height()) : square);
        });
    }
}
