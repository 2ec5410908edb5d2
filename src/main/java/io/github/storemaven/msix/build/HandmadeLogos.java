package io.github.storemaven.msix.build;

import io.github.storemaven.msix.build.PngReader.DamageException;
import io.github.storemaven.msix.pri.ImageResource;
import io.github.storemaven.msix.pri.InvalidResourceException;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The images of the folder of assets: whether they are images, bear names that Windows looks for, and have their size. */
final class HandmadeLogos {
    private static final String INDEX = "resources.pri";
    private static final Pattern IMAGE = Pattern.compile("(?i).+\\.(?:png|jpe?g)");
    private static final Pattern LEFT_BY_SYSTEMS = Pattern.compile("(?i)(?:.*/)?(?:\\..*|thumbs\\.db|desktop\\.ini)");

    /** What Visual Studio and Microsoft's pages call some of the logos. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "smalltile", "Square71x71Logo",
            "medtile", "Square150x150Logo",
            "mediumtile", "Square150x150Logo",
            "widetile", "Wide310x150Logo",
            "largetile", "Square310x310Logo",
            "applist", "Square44x44Logo");

    private static final int HEADER_LENGTH = 33;

    private final Consumer<String> problems;
    private final Consumer<String> warnings;

    private HandmadeLogos(Consumer<String> problems, Consumer<String> warnings) {
        this.problems = problems;
        this.warnings = warnings;
    }

    /**
     * Those files of a folder that belong into a package, by the names that they had.
     *
     * @param assets all files of the folder, by their names below it, with slashes
     * @param problems takes what makes a file unfit
     * @param warnings takes what makes it worse than it could be
     */
    static SortedMap<String, Path> of(
            SortedMap<String, Path> assets, Consumer<String> problems, Consumer<String> warnings) throws IOException {
        HandmadeLogos logos = new HandmadeLogos(problems, warnings);
        SortedMap<String, Path> fit = new TreeMap<>();
        for (Map.Entry<String, Path> asset : assets.entrySet()) {
            String name = asset.getKey();
            if (name.equalsIgnoreCase(INDEX)) {
                fit.put(name, asset.getValue());
            } else if (IMAGE.matcher(name).matches()) {
                if (logos.check(name, asset.getValue())) {
                    fit.put(name, asset.getValue());
                }
            } else if (!LEFT_BY_SYSTEMS.matcher(name).matches()) {
                warnings.accept(
                        "The file " + asset.getValue() + " is not packed, since it is not an image: only .png, .jpg,"
                                + " .jpeg and " + INDEX + " belong into the folder of assets");
            }
        }
        return fit;
    }

    private boolean check(String name, Path file) throws IOException {
        ImageResource resource;
        try {
            resource = ImageResource.of(name);
        } catch (InvalidResourceException unclear) {
            problems.accept(unclear.getMessage());
            return false;
        }
        String logo = resource.name().replaceFirst("\\.\\w+$", "");
        Optional<LogoSize> known = LogoSize.KNOWN.stream()
                .filter(size -> size.name().equalsIgnoreCase(logo))
                .findFirst();
        if (known.isEmpty()) {
            warnOfName(logo.substring(logo.lastIndexOf('/') + 1), file);
        }
        String form = resource.qualifiers().getOrDefault("alternateform", "unplated");
        if (LogoSize.FORMS.stream().noneMatch(form::equalsIgnoreCase)) {
            warnings.accept("The image " + file + " is made for a form that Windows does not look for: altform-"
                    + ForeignText.oneLine(form.toLowerCase(Locale.ROOT))
                    + "; allowed values: " + String.join(", ", LogoSize.FORMS));
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".png")) {
            checkSize(file, known.map(size -> size(size, resource.qualifiers())));
        }
        return true;
    }

    private void warnOfName(String logo, Path file) {
        String name = file.getFileName().toString();
        List<String> names = new ArrayList<>();
        LogoSize.KNOWN.forEach(size -> names.addAll(size.files().keySet()));
        Optional<String> meant = NearestName.of(name, names)
                .or(() -> Optional.ofNullable(OTHER_NAMES.get(logo.toLowerCase(Locale.ROOT)))
                        .map(other -> other + name.substring(logo.length())));
        warnings.accept("The image " + file + " has no name of a logo, so only a manifest of your own could name it"
                + meant.map(other -> "; did you mean " + other + "?").orElse(""));
    }

    /** What an image of this logo has to measure. */
    private static LogoSize size(LogoSize logo, Map<String, String> qualifiers) {
        String target = qualifiers.get("targetsize");
        if (target != null) {
            int side = Integer.parseInt(target);
            return new LogoSize(logo.name(), side, side);
        }
        return logo.scaled(Integer.parseInt(qualifiers.getOrDefault("scale", "100")));
    }

    private void checkSize(Path file, Optional<LogoSize> size) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(HEADER_LENGTH);
        }
        try {
            PngReader.Header header = PngReader.Header.of(start);
            size.filter(wanted -> wanted.width() != header.width() || wanted.height() != header.height())
                    .ifPresent(wanted -> warnings.accept("The image " + file + " has " + header.width() + " x "
                            + header.height() + " pixels, which Windows has to scale: save it with " + wanted.width()
                            + " x " + wanted.height()));
        } catch (DamageException damage) {
            problems.accept("The image " + file + " " + damage.getMessage() + ": save it as a PNG");
        }
    }
}
