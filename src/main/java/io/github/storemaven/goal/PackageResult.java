package io.github.storemaven.goal;

import io.github.storemaven.json.Json;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.msix.build.UpdateCost;
import io.github.storemaven.text.FileFailure;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the packages of a project are, as they are in their files. */
final class PackageResult {
    private static final double MEGABYTE = 1_000_000;

    private final Path folder;
    private final List<PackageInfo> packages;
    private final List<String> warnings = new ArrayList<>();
    private final Map<Path, Update> updates = new LinkedHashMap<>();

    /** What an update of a file downloads. */
    private record Update(String from, UpdateCost cost) {}

    /**
     * Compares them with an earlier one, if there is one; where that is not possible, it is a warning.
     *
     * @param folder from which files are named
     * @param packages at least one
     */
    PackageResult(Path folder, List<PackageInfo> packages, Optional<Path> previous) {
        this.folder = folder;
        this.packages = packages;
        previous.ifPresent(this::compare);
    }

    private void compare(Path previous) {
        try {
            PackageInfo before = new PackageReader().read(previous);
            for (PackageInfo now : packages) {
                if (isOfOneKind(before, now)) {
                    updates.put(
                            now.file(),
                            new Update(before.identity().version().text(), UpdateCost.between(previous, now.file())));
                }
            }
            if (updates.isEmpty()) {
                warnings.add(name(previous) + " (" + before.storeArchitecture()
                        + ") is of another kind or architecture than the packages, so it is not compared with them");
            }
        } catch (IOException unreadable) {
            warnings.add("store.previousPackage cannot be compared: " + FileFailure.sentence(unreadable));
        }
    }

    private static boolean isOfOneKind(PackageInfo before, PackageInfo now) {
        return before.isBundle() == now.isBundle()
                && (now.isBundle()
                        || before.identity()
                                .architecture()
                                .equals(now.identity().architecture()));
    }

    List<String> warnings() {
        return warnings;
    }

    /**
     * For the log.
     *
     * @param familyIsKnown whether the family name was compared already
     */
    List<String> lines(boolean familyIsKnown) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Package family name " + ForeignText.oneLine(first().identity().familyName())
                        + (familyIsKnown
                                ? ", as in store.packageFamilyName"
                                : "; compare it with the one that Partner Center shows, or have it compared by"
                                        + " <packageFamilyName>"));
        List<String> languages = manifest().languages();
        if (!languages.isEmpty()) {
            lines.add("Languages " + ForeignText.list(languages) + "; the Store shows them as the app's");
        }
        for (PackageInfo one : packages) {
            lines.add("Package " + name(one.file()) + ": version "
                    + one.identity().version() + ", " + megabytes(size(one)) + " MB");
            Optional.ofNullable(updates.get(one.file()))
                    .ifPresent(update -> lines.add("  update from " + ForeignText.oneLine(update.from()) + ": "
                            + megabytes(update.cost().bytes()) + " of "
                            + megabytes(update.cost().of()) + " MB"));
        }
        return lines;
    }

    /** As {@code package.json}. */
    JsonObject json() {
        JsonArrayBuilder files = Json.PROVIDER.createArrayBuilder();
        packages.forEach(one -> files.add(file(one)));
        return Json.PROVIDER
                .createObjectBuilder()
                .add("files", files)
                .add("identityName", first().identity().name())
                .add("publisher", first().identity().publisher())
                .add("packageFamilyName", first().identity().familyName())
                .add("version", first().identity().version().text())
                .add("launcher", launcher())
                .add(
                        "capabilities",
                        Json.PROVIDER.createArrayBuilder(manifest().capabilities().stream()
                                .map(AppxManifest.Capability::name)
                                .toList()))
                .add("languages", Json.PROVIDER.createArrayBuilder(manifest().languages()))
                .build();
    }

    private JsonObjectBuilder file(PackageInfo one) {
        JsonObjectBuilder file = Json.PROVIDER
                .createObjectBuilder()
                .add("file", name(one.file()))
                .add("type", one.isBundle() ? "msixbundle" : "msix")
                .add("architecture", one.identity().architecture())
                .add("version", one.identity().version().text())
                .add("bytes", size(one));
        Optional.ofNullable(updates.get(one.file())).ifPresent(update -> file.add("update", json(update)));
        return file;
    }

    private static JsonObjectBuilder json(Update update) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("from", update.from())
                .add("bytes", update.cost().bytes())
                .add("atLeast", update.cost().atLeast())
                .add("of", update.cost().of());
    }

    private PackageInfo first() {
        return packages.get(0);
    }

    private AppxManifest manifest() {
        return first().manifests().get(0);
    }

    private String launcher() {
        return manifest().applications().stream()
                .flatMap(application -> application.find("Executable").stream())
                .findFirst()
                .orElse("");
    }

    private static long size(PackageInfo one) {
        try {
            return Files.size(one.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Path file) {
        return file.startsWith(folder) ? folder.relativize(file).toString().replace('\\', '/') : file.toString();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
    }
}
