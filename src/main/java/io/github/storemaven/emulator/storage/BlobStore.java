package io.github.storemaven.emulator.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All blobs, each in a sub-folder named by its GUID. Thread safe. */
public final class BlobStore {
    private final Path folder;
    private final Map<String, Blob> blobs = new ConcurrentHashMap<>();

    /** @param folder exists; belongs to this store alone */
    public BlobStore(Path folder) {
        this.folder = folder;
    }

    /** A place for a new blob; its GUID is made by us, never by a client. */
    public void create(String guid) {
        blobs.put(guid, new Blob(folder.resolve(guid)));
    }

    /** The bytes that were uploaded. */
    public Optional<Path> data(String guid) {
        return find(guid).flatMap(Blob::data);
    }

    /** Forgets a blob and removes its files. */
    public void delete(String guid) {
        try {
            Blob blob = blobs.remove(guid);
            if (blob != null) {
                blob.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes over a blob of an earlier run: its newest file is what was uploaded. */
    public void restore(String guid) throws IOException {
        create(guid);
        Path place = folder.resolve(guid);
        if (Files.isDirectory(place)) {
            try (var files = Files.list(place)) {
                Optional<Path> newest =
                        files.max(Comparator.comparing(file -> file.toFile().lastModified()));
                newest.ifPresent(file -> blobs.get(guid)
                        .restore(
                                file,
                                java.time.Instant.ofEpochMilli(file.toFile().lastModified())));
            }
        }
    }

    Optional<Blob> find(String guid) {
        return Optional.ofNullable(blobs.get(guid));
    }
}
