package io.github.storemaven.emulator.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The container with a blob for the ZIP of each submission, in a sub-folder named by its GUID. Thread safe. */
public final class UploadContainer {
    private static final String PATH = "/emulated-account/ingestion/";

    private final Path folder;
    private final SasSignature signature;
    private final URI root;
    private final Map<String, BlockBlob> blobs = new ConcurrentHashMap<>();

    /**
     * The container of one Store.
     *
     * @param folder exists; belongs to this container only
     * @param root of the server
     */
    public UploadContainer(Path folder, SasSignature signature, URI root) {
        this.folder = folder;
        this.signature = signature;
        this.root = root;
    }

    /**
     * The permission to upload a submission's ZIP.
     *
     * @param blob the blob's GUID
     * @param expires when storage refuses it
     * @param rawPlus whether its URL carries a raw {@code +}, which a client has to escape (reference 8.5)
     */
    public record Upload(String blob, Instant expires, boolean rawPlus) {
        /** The same permission, until another moment. */
        public Upload expiring(Instant moment) {
            return new Upload(blob, moment, rawPlus);
        }
    }

    /** A place for a new blob; its GUID is made by us, never by a client. */
    public Upload create(Instant expires, boolean rawPlus) {
        String guid = UUID.randomUUID().toString();
        while (rawPlus && !signature.sign(guid, expires).contains("+")) {
            guid = UUID.randomUUID().toString();
        }
        add(guid);
        return new Upload(guid, expires, rawPlus);
    }

    private BlockBlob add(String guid) {
        if (!guid.matches("[0-9a-f-]{36}")) {
            throw new IllegalArgumentException("no name of a blob: " + guid);
        }
        BlockBlob blob = new BlockBlob(folder.resolve(guid));
        blobs.put(guid, blob);
        return blob;
    }

    /** Takes over a blob of an earlier run. */
    public void restore(Upload upload) throws IOException {
        add(upload.blob()).restore();
    }

    /** The address that a client uploads to. */
    public String url(Upload upload) {
        return root + PATH + upload.blob() + "?" + signature.query(upload.blob(), upload.expires(), upload.rawPlus());
    }

    /** The bytes that were uploaded. */
    public Optional<Path> data(Upload upload) {
        return find(upload.blob()).flatMap(BlockBlob::data);
    }

    /** Forgets a blob and removes its files. */
    public void delete(Upload upload) {
        try {
            BlockBlob blob = blobs.remove(upload.blob());
            if (blob != null) {
                blob.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<BlockBlob> find(String guid) {
        return Optional.ofNullable(blobs.get(guid));
    }
}
