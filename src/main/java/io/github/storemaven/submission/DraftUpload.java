package io.github.storemaven.submission;

import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.transfer.RenewableSas;
import io.github.storemaven.transfer.SasUrl;
import io.github.storemaven.transfer.UploadContent;
import io.github.storemaven.transfer.UploadReport;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The upload of one draft, in the background while the draft is updated: their order does not matter to the Store (reference,
 * section 8.6), and the commit needs both. It is stopped when this is closed before its end.
 */
final class DraftUpload implements AutoCloseable {
    /** More than the upload takes to stop its own threads. */
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(15);

    private final SubmissionUpload upload;
    private final UploadFiles files;
    private final Submissions submissions;
    private final String id;
    private final ReleaseLog log;

    private Optional<Sending> sending = Optional.empty();

    DraftUpload(SubmissionUpload upload, UploadFiles files, Submissions submissions, String id, ReleaseLog log) {
        this.upload = upload;
        this.files = files;
        this.submissions = submissions;
        this.id = id;
        this.log = log;
    }

    /**
     * Begins to send what the draft will wait for; where the draft has no upload address, that waits for the updated one.
     *
     * @throws ReleaseRefusedException when a file is missing or the address is not to be trusted
     */
    void begin(NavigableSet<String> names, JsonObject draft) throws ReleaseRefusedException, IOException {
        if (names.isEmpty()) {
            log.noFiles();
            return;
        }
        Optional<SasUrl> address = upload.address(draft);
        if (address.isPresent()) {
            sending = Optional.of(start(names, address.get(), false));
        }
    }

    /**
     * Waits until all is sent that the updated draft waits for: what is being sent, unless the draft waits for other files or
     * has moved to another blob.
     *
     * @param stored the draft as the Store holds it after the update
     * @throws ReleaseRefusedException when a file is missing or the address is not to be trusted
     */
    void finish(JsonObject stored) throws ReleaseRefusedException, IOException, InterruptedException {
        NavigableSet<String> names = PendingFiles.of(stored);
        Optional<SasUrl> address = upload.address(stored);
        if (sending.isEmpty() || !sending.get().isFor(names, address)) {
            close();
            sending = names.isEmpty() ? Optional.empty() : Optional.of(startAnew(names, address));
        }
        if (sending.isPresent()) {
            address.ifPresent(sending.get().address::offer);
            sending.get().await();
        }
    }

    /** Stops what is being sent, requests in flight included. */
    @Override
    public void close() {
        sending.ifPresent(Sending::stop);
    }

    private Sending startAnew(NavigableSet<String> names, Optional<SasUrl> address)
            throws ReleaseRefusedException, IOException {
        return start(
                names,
                address.orElseThrow(
                        () -> new ReleaseRefusedException("The Store gave no upload address for this submission")),
                true);
    }

    private Sending start(NavigableSet<String> names, SasUrl address, boolean isUpdated)
            throws ReleaseRefusedException, IOException {
        UploadContent content = upload.content(names, files);
        log.uploads(content.size(), !isUpdated);
        Sending started = new Sending(names, content, new RenewableSas(address, this::renewedAddress), isUpdated);
        started.thread.start();
        return started;
    }

    private Optional<SasUrl> renewedAddress() throws IOException, InterruptedException {
        try {
            return upload.address(submissions.get(id));
        } catch (StoreRefusedException | ReleaseRefusedException noneGiven) {
            return Optional.empty();
        }
    }

    /** One upload, and what is told about it: its end, and what is still waited for. */
    private final class Sending {
        private final NavigableSet<String> names;
        private final UploadContent content;
        private final RenewableSas address;
        private final FutureTask<Void> task = new FutureTask<>(this::send);
        private final Thread thread = new Thread(task, "store-upload");
        private boolean updated;
        private boolean ended;

        Sending(NavigableSet<String> names, UploadContent content, RenewableSas address, boolean updated) {
            this.names = names;
            this.content = content;
            this.address = address;
            this.updated = updated;
            this.thread.setDaemon(true);
        }

        boolean isFor(NavigableSet<String> others, Optional<SasUrl> given) {
            return names.equals(others) && given.map(address::isOf).orElse(true);
        }

        private Void send() throws IOException, InterruptedException {
            try {
                tellEnd(upload.send(content, address));
            } catch (IOException | RuntimeException failure) {
                tellFailure(failure);
                throw failure;
            } finally {
                log.uploadEnds();
            }
            return null;
        }

        private synchronized void tellEnd(UploadReport report) {
            ended = true;
            log.uploaded(report.summary(), !updated);
        }

        /** What fails after the update ends the release, which says why. */
        private synchronized void tellFailure(Exception failure) {
            ended = true;
            if (!updated) {
                log.uploadFailed(failure);
            }
        }

        void await() throws IOException, InterruptedException {
            tellUpdate();
            try {
                task.get();
            } catch (ExecutionException e) {
                throw asThrown(e.getCause());
            }
        }

        private synchronized void tellUpdate() {
            if (!updated && !ended) {
                log.waitsForUpload();
            }
            updated = true;
        }

        private static IOException asThrown(Throwable cause) throws InterruptedException {
            if (cause instanceof InterruptedException) {
                throw new InterruptedException();
            }
            if (cause instanceof RuntimeException problem) {
                throw problem;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            return cause instanceof IOException problem ? problem : new IOException(cause);
        }

        void stop() {
            synchronized (this) {
                updated = true;
            }
            thread.interrupt();
            try {
                thread.join(TIME_TO_STOP.toMillis());
            } catch (InterruptedException stoppedAsWell) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
