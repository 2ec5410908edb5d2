package io.github.storemaven.msix;

import io.github.storemaven.zip.ByteSource;
import io.github.storemaven.zip.InvalidZipException;
import io.github.storemaven.zip.ZipDirectory;
import io.github.storemaven.zip.ZipDirectory.Entry;
import io.github.storemaven.zip.ZipReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the image that the Store shows as an app's icon where its listing has none: the tile of a package, in the largest
 * scale that it has. Which of a package's images the Store takes is inferred.
 */
public final class PackageLogo {
    /** In bytes; the largest tile has 600 x 600 pixels. */
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final Pattern EXTENSION = Pattern.compile("\\.png$");
    private static final Pattern SCALE = Pattern.compile("(?:\\.scale-(\\d{2,3}))?\\.png");
    private static final int USUAL_SCALE = 100;

    private final String start;
    private Entry best;
    private int bestScale;

    /** @param name of the image in the manifest */
    private PackageLogo(String name) {
        start = EXTENSION.matcher(PartName.key(name)).replaceFirst("");
    }

    /**
     * The bytes of a PNG; empty for an upload container, for an image of another form, and for one that only a resource index
     * finds.
     *
     * @throws IOException when the file cannot be read
     */
    public static Optional<byte[]> read(PackageInfo info) throws IOException {
        List<String> names = info.apps().stream()
                .flatMap(PackageLogo::names)
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".png"))
                .distinct()
                .toList();
        if (info.kind() == PackageKind.UPLOAD || names.isEmpty()) {
            return Optional.empty();
        }
        try (ZipReader zip = ZipReader.open(info.file())) {
            return info.isBundle() ? inBundle(zip, names) : inPackage(zip, names);
        } catch (InvalidZipException damage) {
            return Optional.empty(); // The checks tell it.
        }
    }

    private static Stream<String> names(AppxManifest manifest) {
        return Stream.concat(
                manifest.root().all("Applications/Application/VisualElements").stream()
                        .map(visual -> visual.attribute("Square150x150Logo")),
                Stream.of(manifest.root().text("Properties/Logo")));
    }

    private static Optional<byte[]> inBundle(ZipReader bundle, List<String> names) throws IOException {
        ZipDirectory directory = bundle.directory();
        for (Optional<Entry> next = directory.next(); next.isPresent(); next = directory.next()) {
            if (PackageKind.ofName(next.get().name()).isPresent()) {
                try (ByteSource inner = bundle.open(next.get())) {
                    Optional<byte[]> logo = inPackage(bundle.inner(inner), names);
                    if (logo.isPresent()) {
                        return logo;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> inPackage(ZipReader zip, List<String> names) throws IOException {
        for (String name : names) {
            PackageLogo logo = new PackageLogo(name);
            ZipDirectory directory = zip.directory();
            for (Optional<Entry> next = directory.next(); next.isPresent(); next = directory.next()) {
                logo.compare(next.get());
            }
            if (logo.best != null) {
                return Optional.of(zip.readWhole(logo.best, MAX_BYTES));
            }
        }
        return Optional.empty();
    }

    private void compare(Entry entry) {
        String key = PartName.key(PartName.decode(entry.name()));
        Matcher scale = key.startsWith(start) ? SCALE.matcher(key.substring(start.length())) : null;
        if (scale != null && scale.matches()) {
            int percent = scale.group(1) == null ? USUAL_SCALE : Integer.parseInt(scale.group(1));
            if (percent > bestScale) {
                bestScale = percent;
                best = entry;
            }
        }
    }
}
