package io.github.storemaven.emulator.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
        if (!guid.matches("[0-9a-f-]{36}")) {
            throw new IllegalArgumentException("no name of a blob: " + guid);
        }
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

    /** Takes over a blob of an earlier run. */
    public void restore(String guid) throws IOException {
        create(guid);
        blobs.get(guid).restore();
    }

    Optional<Blob> find(String guid) {
        return Optional.ofNullable(blobs.get(guid));
    }
}
