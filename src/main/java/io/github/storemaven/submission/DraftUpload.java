package io.github.storemaven.submission;

import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.transfer.RenewableSas;
import io.github.storemaven.transfer.SasUrl;
import io.github.storemaven.transfer.UploadContent;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadReport;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
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

    private NavigableSet<String> names = new TreeSet<>();
    private Optional<Sending> sending = Optional.empty();

    DraftUpload(SubmissionUpload upload, UploadFiles files, Submissions submissions, String id, ReleaseLog log) {
        this.upload = upload;
        this.files = files;
        this.submissions = submissions;
        this.id = id;
        this.log = log;
    }

    /**
     * Begins to send what the draft will wait for, in silence, unless it is being sent already; where the draft has no upload
     * address, that waits for the updated one.
     *
     * @throws ReleaseRefusedException when a file is missing or the address is not to be trusted
     */
    void begin(NavigableSet<String> files, JsonObject draft) throws ReleaseRefusedException, IOException {
        names = files;
        Optional<SasUrl> address = files.isEmpty() ? Optional.empty() : upload.address(draft);
        if (sending.isEmpty() || !sending.get().isFor(files, address)) {
            stop();
            sending = address.isPresent() ? Optional.of(start(files, address.get())) : Optional.empty();
        }
    }

    /** Tells what is being sent, and from now on what becomes of it: the changes are told before. */
    void tell() {
        if (names.isEmpty()) {
            log.noFiles();
        }
        sending.ifPresent(Sending::tell);
    }

    /**
     * Waits until all is sent that the updated draft waits for: what is being sent, unless the draft waits for other files or
     * has moved to another blob.
     *
     * @param stored the draft as the Store holds it after the update
     * @throws ReleaseRefusedException when a file is missing or the address is not to be trusted
     */
    void finish(JsonObject stored) throws ReleaseRefusedException, IOException, InterruptedException {
        NavigableSet<String> waited = PendingFiles.of(stored);
        Optional<SasUrl> address = upload.address(stored);
        sending.ifPresent(Sending::tellUpdate);
        if (sending.isEmpty() || !sending.get().isFor(waited, address)) {
            stop();
            sending = waited.isEmpty() ? Optional.empty() : Optional.of(startAnew(waited, address));
        }
        if (sending.isPresent()) {
            address.ifPresent(sending.get().address::offer);
            sending.get().await();
        }
    }

    /** Stops what is being sent, requests in flight included; without it a draft can be deleted. */
    void stop() {
        sending.ifPresent(Sending::stop);
    }

    @Override
    public void close() {
        stop();
    }

    private Sending startAnew(NavigableSet<String> waited, Optional<SasUrl> address)
            throws ReleaseRefusedException, IOException {
        if (address.isEmpty()) {
            throw new ReleaseRefusedException("The Store gave no upload address for this submission");
        }
        Sending started = start(waited, address.get());
        started.tellUpdate();
        started.tell();
        return started;
    }

    private Sending start(NavigableSet<String> waited, SasUrl address) throws ReleaseRefusedException, IOException {
        Sending started =
                new Sending(waited, upload.content(waited, files), new RenewableSas(address, this::renewedAddress));
        log.uploadBegins();
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

    /** One upload, and what is told about it: its progress, its end, and what is still waited for. */
    private final class Sending implements UploadListener {
        private final NavigableSet<String> names;
        private final UploadContent content;
        private final RenewableSas address;
        private final FutureTask<Void> task = new FutureTask<>(this::send);
        private final Thread thread = new Thread(task, "store-upload");
        private final List<Runnable> untold = new ArrayList<>();
        private boolean told;
        private boolean updated;
        private boolean ended;

        Sending(NavigableSet<String> names, UploadContent content, RenewableSas address) {
            this.names = names;
            this.content = content;
            this.address = address;
            this.thread.setDaemon(true);
        }

        boolean isFor(NavigableSet<String> others, Optional<SasUrl> given) {
            return names.equals(others) && given.map(address::isOf).orElse(true);
        }

        private Void send() throws IOException, InterruptedException {
            try {
                UploadReport report = upload.send(content, address, this);
                tellEnd(() -> log.uploaded(report.summary(), !updated));
            } catch (IOException | RuntimeException failure) {
                tellEnd(() -> tellFailure(failure));
                throw failure;
            } finally {
                log.uploadEnds();
            }
            return null;
        }

        /** What fails after the update ends the release, which says why. */
        private void tellFailure(Exception failure) {
            if (!updated) {
                log.uploadFailed(failure);
            }
        }

        @Override
        public void started(String place, long total) {
            tell(() -> upload.listener().started(place, total));
        }

        @Override
        public void progressed(long bytes) {
            tell(() -> upload.listener().progressed(bytes));
        }

        @Override
        public void succeeded(UploadReport report) {
            tell(() -> upload.listener().succeeded(report));
        }

        @Override
        public void failed(Exception problem) {
            tell(() -> upload.listener().failed(problem));
        }

        private synchronized void tellEnd(Runnable end) {
            ended = true;
            tell(end);
        }

        private synchronized void tell(Runnable event) {
            untold.add(event);
            tellAll();
        }

        synchronized void tell() {
            log.uploads(content.size(), !updated);
            told = true;
            tellAll();
        }

        private void tellAll() {
            if (told) {
                untold.forEach(Runnable::run);
                untold.clear();
            }
        }

        synchronized void tellUpdate() {
            updated = true;
        }

        void await() throws IOException, InterruptedException {
            tellWait();
            try {
                task.get();
            } catch (ExecutionException e) {
                throw asThrown(e.getCause());
            }
        }

        private synchronized void tellWait() {
            if (!ended) {
                log.waitsForUpload();
            }
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
            tellUpdate();
            thread.interrupt();
            try {
                thread.join(TIME_TO_STOP.toMillis());
            } catch (InterruptedException stoppedAsWell) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
