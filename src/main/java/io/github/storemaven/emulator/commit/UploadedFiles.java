package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.catalog.StatusDetails;
import io.github.storemaven.emulator.document.FileEntries;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;

/**
 * The files that a submission wants and its ZIP has: every pending one is looked for, packages are read, and what is no
 * package has to be what Partner Center accepts (reference 8.4).
 */
final class UploadedFiles {
    /** How many bytes of a file tell what it is. */
    private static final int START = 24;

    private static final long MAX_IMAGE = 50_000_000;
    private static final long MAX_VIDEO = 2_000_000_000;
    private static final int PNG = 0x89504E47;
    private static final int ICON_SIDE = 300;

    private final ProductType type;
    private final JsonObject document;
    private final PackageReader reader;
    private final List<JsonObject> errors = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();
    private final Map<String, PackageFacts> packages = new LinkedHashMap<>();

    /**
     * The files of one commit.
     *
     * @param folder for files that have to be unpacked meanwhile
     */
    UploadedFiles(ProductType type, JsonObject document, Path folder) {
        this.type = type;
        this.document = document;
        this.reader = new PackageReader(folder);
    }

    /** Reads what was uploaded, if anything, which may take long and needs nobody else's data. */
    void read(Optional<Path> upload) throws IOException {
        Set<String> pending = new TreeSet<>(FileEntries.pendingNames(document));
        if (pending.isEmpty()) {
            return;
        }
        if (upload.isEmpty()) {
            pending.forEach(this::missing);
            return;
        }
        try (UploadedArchive archive = new UploadedArchive(upload.get())) {
            for (String name : pending) {
                archive.find(name).ifPresentOrElse(entry -> read(archive, name, entry), () -> missing(name));
            }
        } catch (UploadedArchive.InvalidUploadException e) {
            errors.add(StatusDetails.item(e.code(), e.getMessage()));
        }
    }

    /** Errors as {@code {code, details}}. */
    List<JsonObject> errors() {
        return Collections.unmodifiableList(errors);
    }

    /** What an error means that names no cause, for whoever runs this Store. */
    List<String> causes() {
        return Collections.unmodifiableList(causes);
    }

    /** The new packages by their file names, in the order of these. */
    Map<String, PackageFacts> packages() {
        return Collections.unmodifiableMap(packages);
    }

    private void missing(String name) {
        errors.add(StatusDetails.item("MissingFiles", name));
    }

    private void read(UploadedArchive archive, String name, ZipEntry entry) {
        try {
            if (isPackage(name)) {
                packages.put(name, reader.read(archive, entry));
            } else {
                archive.check(entry);
                if (!isAcceptable(name, entry, archive.start(entry, START))) {
                    unexplained(name + " is no file of the kind and size that its place takes");
                }
            }
        } catch (UploadedArchive.InvalidUploadException e) {
            errors.add(StatusDetails.item(e.code(), name + ": " + e.getMessage()));
        } catch (IOException e) {
            errors.add(StatusDetails.item("ServiceError", name + ": " + e.getMessage()));
        }
    }

    /** The client is told one sentence, once; the log knows more. */
    private void unexplained(String cause) {
        causes.add(cause);
        if (!errors.contains(CommitChecks.unexplained())) {
            errors.add(CommitChecks.unexplained());
        }
    }

    private boolean isPackage(String name) {
        return Json.objects(document, type.packagesMember()).stream()
                .anyMatch(entry -> FileEntries.isPendingUpload(entry) && name.equals(Json.text(entry, "fileName")));
    }

    private boolean isAcceptable(String name, ZipEntry entry, byte[] start) {
        boolean video = Json.objects(document, "trailers").stream()
                .anyMatch(trailer -> name.equals(Json.text(trailer, "videoFileName")));
        if (video) {
            return entry.getSize() <= MAX_VIDEO && name.toLowerCase(Locale.ROOT).matches(".*\\.(mp4|mov)");
        }
        ByteBuffer bytes = ByteBuffer.wrap(start);
        return entry.getSize() <= MAX_IMAGE
                && start.length == START
                && bytes.getInt(0) == PNG
                && (type != ProductType.ADDON || (bytes.getInt(16) == ICON_SIDE && bytes.getInt(20) == ICON_SIDE));
    }
}
