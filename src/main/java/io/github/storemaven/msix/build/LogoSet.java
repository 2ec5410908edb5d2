package io.github.storemaven.msix.build;

import io.github.storemaven.msix.build.PngReader.DamageException;
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
    private final List<PackagePart> parts = new ArrayList<>();

    private LogoSet(PixelImage icon) {
        scaler = new IconScaler(icon);
        side = icon.width();
    }

    /**
     * All logos, by their names in the package.
     *
     * @param icon a square PNG of 256 to 4096 pixels a side
     * @param forFiles whether the icon of the app's files is to be among them
     * @param warnings takes what makes the logos worse than they could be
     * @throws InvalidImageException where no logos can be made from the icon
     */
    public static List<PackagePart> of(Path icon, boolean forFiles, Consumer<String> warnings) throws IOException {
        LogoSet set = new LogoSet(read(icon, warnings));
        LogoSize.PACKAGE.forEach(set::addScales);
        set.addSizes(LogoSize.APP_ICON, true);
        if (forFiles) {
            set.add(LogoSize.FILE, "");
            set.addSizes(LogoSize.FILE, false);
        }
        return List.copyOf(set.parts);
    }

    private static PixelImage read(Path icon, Consumer<String> warnings) throws IOException {
        if (!Files.isRegularFile(icon)) {
            String fault = Files.exists(icon) ? "is no file" : "does not exist";
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

    private void addScales(LogoSize logo) {
        add(logo, "");
        for (int scale : LogoSize.SCALES) {
            addUpToIcon(logo.scaled(scale), ".scale-" + scale);
        }
    }

    private void addSizes(LogoSize logo, boolean withForms) {
        for (int size : LogoSize.TARGET_SIZES) {
            LogoSize target = new LogoSize(logo.name(), size, size);
            addUpToIcon(target, ".targetsize-" + size);
            if (withForms) {
                LogoSize.FORMS.forEach(form -> addUpToIcon(target, ".targetsize-" + size + "_altform-" + form));
            }
        }
    }

    /** Windows makes a larger one itself where there is none, and no worse. */
    private void addUpToIcon(LogoSize logo, String qualifiers) {
        if (logo.height() <= side) {
            add(logo, qualifiers);
        }
    }

    private void add(LogoSize logo, String qualifiers) {
        byte[] file = files.computeIfAbsent(List.of(logo.width(), logo.height()), size -> {
            PixelImage square = scaler.scaled(logo.height());
            boolean isWide = logo.width() > logo.height();
            return PngWriter.write(isWide ? square.centred(logo.width(), logo.height()) : square);
        });
        parts.add(PackagePart.of("Assets/" + logo.name() + qualifiers + ".png", file));
    }
}
