package io.github.storemaven.submission;

import io.github.storemaven.http.SecureUri;
import io.github.storemaven.service.SubmissionHead;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.FileSnapshot;
import io.github.storemaven.transfer.RenewableSas;
import io.github.storemaven.transfer.SasUrl;
import io.github.storemaven.transfer.UploadArchive;
import io.github.storemaven.transfer.UploadContent;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadReport;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** What a release uploads, and where to: its files as one archive that is never written to disk, or a ready archive as it is. */
public final class SubmissionUpload {
    private final BlockUpload upload;
    private final UploadListener listener;
    private final boolean realService;

    private Optional<Archive> known = Optional.empty();
    private volatile UploadReport report;

    /** @param serviceUrl root of the service; the real one gives only addresses of Azure storage */
    public SubmissionUpload(BlockUpload upload, UploadListener listener, URI serviceUrl) {
        this.upload = upload;
        this.listener = listener;
        this.realService = !SecureUri.isLoopback(serviceUrl);
    }

    /** Bytes of the archive that was uploaded; 0 before. */
    public long bytes() {
        return report == null ? 0 : report.bytes();
    }

    /**
     * Lays the archive out and reads ahead what its checksums need, in the background until that is closed.
     *
     * @param names the paths in the archive that the draft will wait for
     * @throws ReleaseRefusedException when a file is missing
     */
    ReadAhead readAhead(NavigableSet<String> names, UploadFiles files) throws ReleaseRefusedException, IOException {
        ReadAhead reading = new ReadAhead(content(names, files));
        reading.start();
        return reading;
    }

    /**
     * What is sent for a set of names: the same as before where they are the same, since its checksums may be known by then.
     *
     * @throws ReleaseRefusedException when a file is missing
     */
    UploadContent content(NavigableSet<String> names, UploadFiles files) throws ReleaseRefusedException, IOException {
        if (known.filter(archive -> archive.names().equals(names)).isEmpty()) {
            known = Optional.of(new Archive(names, laidOut(names, files)));
        }
        return known.get().content();
    }

    /** Sends until the blob is whole. */
    UploadReport send(UploadContent content, RenewableSas address, UploadListener heard)
            throws IOException, InterruptedException {
        report = upload.send(content, address, heard);
        return report;
    }

    /** Who shows the progress. */
    UploadListener listener() {
        return listener;
    }

    /**
     * The upload address of a draft, a secret: no message of ours repeats it.
     *
     * @return empty where the draft has none
     * @throws ReleaseRefusedException when it is not to be trusted
     */
    Optional<SasUrl> address(JsonObject draft) throws ReleaseRefusedException {
        Optional<String> text = SubmissionHead.of(draft).uploadUrl();
        return text.isPresent() ? Optional.of(trusted(text.get())) : Optional.empty();
    }

    private SasUrl trusted(String text) throws ReleaseRefusedException {
        try {
            SasUrl address = SasUrl.of(text);
            if (isTrusted(URI.create(address.toString()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new ReleaseRefusedException("The Store's upload address cannot be used: " + e.getMessage(), e);
        }
        throw new ReleaseRefusedException(
                "The Store's upload address is not one of Azure storage; nothing was uploaded to it");
    }

    private boolean isTrusted(URI address) {
        return realService ? address.getHost().endsWith(".blob.core.windows.net") : SecureUri.isLoopback(address);
    }

    private static UploadContent laidOut(NavigableSet<String> names, UploadFiles files)
            throws ReleaseRefusedException, IOException {
        NavigableSet<String> missing = files.missing(names);
        if (!missing.isEmpty()) {
            throw new ReleaseRefusedException(
                    "The submission waits for files that are not there: " + String.join(", ", missing));
        }
        if (files.archive().isPresent()) {
            return FileSnapshot.of(files.archive().get());
        }
        List<UploadArchive.Entry> entries = new ArrayList<>();
        for (String name : names) {
            Optional<FileContent> read = files.read(name);
            entries.add(
                    read.isPresent()
                            ? new UploadArchive.Entry(name, read.get())
                            : new UploadArchive.Entry(name, files.find(name).orElseThrow()));
        }
        return UploadArchive.of(entries);
    }

    /** What is sent for a set of names. */
    private record Archive(NavigableSet<String> names, UploadContent content) {}

    /** Reads for the checksums while something else is waited for. */
    static final class ReadAhead implements AutoCloseable {
        private final UploadContent content;
        private volatile boolean wanted = true;

        private ReadAhead(UploadContent content) {
            this.content = content;
        }

        private void start() {
            Thread thread = new Thread(this::read, "store-checksums");
            thread.setDaemon(true);
            thread.start();
        }

        private void read() {
            try {
                content.readAhead(() -> wanted);
            } catch (IOException problem) {
                // It is told when the file is sent.
            }
        }

        /** Returns at once. */
        @Override
        public void close() {
            wanted = false;
        }
    }
}
