package io.github.storemaven.submission;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.document.Documents;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.testing.FakeTimeSource;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A release that ends before or after one of its requests, as by a power cut: in a JVM of its own, which is halted, or in
 * this one, where the request never returns, so that no handler of the release runs.
 */
public final class HaltedRelease {
    static final int HALTED = 77;

    private final boolean before;
    private final int at;
    private final AtomicInteger sent = new AtomicInteger();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean hangs;
    private Thread thread;

    private HaltedRelease(boolean before, int at) {
        this.before = before;
        this.at = at;
    }

    /**
     * Releases in a JVM of its own.
     *
     * @param arguments address, tenant, client, secret, folder, {@code before} or {@code after} which request to halt
     */
    public static void main(String[] arguments) throws Exception {
        HaltedRelease halted = new HaltedRelease(arguments[5].equals("before"), Integer.parseInt(arguments[6]));
        URI root = URI.create(arguments[0]);
        halted.release(
                new ReleaseFixture.Address(
                        root, root, new ClientSecret(arguments[1], arguments[2], arguments[3], "test")),
                Path.of(arguments[4]),
                () -> Runtime.getRuntime().halt(HALTED));
    }

    /** Releases in this JVM until the request is reached. */
    static HaltedRelease inThisJvm(ReleaseFixture fixture, String when, int at) throws Exception {
        HaltedRelease halted = new HaltedRelease(when.equals("before"), at);
        ReleaseFixture.Address address = fixture.address();
        halted.thread = new Thread(
                () -> {
                    try {
                        halted.release(address, fixture.folder, halted::hang);
                    } catch (Exception end) {
                        // The test has seen all that it wanted to.
                    } finally {
                        halted.reached.countDown();
                    }
                },
                "halted-release");
        halted.thread.setDaemon(true);
        halted.thread.start();
        halted.reached.await();
        return halted;
    }

    /** Whether the request was reached, and the release has not ended in another way. */
    boolean hangs() {
        return hangs;
    }

    /** Lets go of the files that the release still reads; the Store is sent nothing any more. */
    void close() throws InterruptedException {
        over.countDown();
        thread.join(TimeUnit.MINUTES.toMillis(2));
    }

    private void hang() throws IOException, InterruptedException {
        hangs = true;
        reached.countDown();
        over.await();
        throw new IOException("halted");
    }

    private void release(ReleaseFixture.Address address, Path folder, Halt halt) throws Exception {
        ReleaseFixture.release(
                        address,
                        halting(halt),
                        new FakeTimeSource(),
                        new SilentLog(),
                        ReleaseFixture.APP,
                        wanted(folder),
                        new ReleaseOptions(
                                OnPending.REPLACE,
                                true,
                                WaitFor.PUBLICATION,
                                Duration.ofHours(1),
                                folder.resolve("store/draft.json")),
                        (published, merged) -> ReleaseFixture.problems())
                .run();
    }

    private static ReleaseRequest wanted(Path folder) {
        PackageFile file = new PackageFile("tide-1.1.0.0.msix", folder.resolve("tide-1.1.0.0.msix"), "1.1.0.0", "x64");
        return new ReleaseRequest(
                ReleaseFixture.APP.type(),
                Documents.json("{'notesForCertification':'halted'}"),
                FolderListing.none(),
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(file),
                PackageMode.REPLACE,
                0,
                Optional.of("Testers"),
                new UploadFiles(Map.of(file.name(), file.file()), Map.of(), Optional.empty(), Optional.empty()));
    }

    private Transport halting(Halt halt) {
        return request -> {
            int number = sent.incrementAndGet();
            if (number > at || (number == at && before)) {
                halt.happens();
            }
            Response answer = ReleaseFixture.NETWORK.send(request);
            if (number == at) {
                halt.happens();
            }
            return answer;
        };
    }

    /** The end of the power. */
    @FunctionalInterface
    private interface Halt {
        void happens() throws IOException, InterruptedException;
    }

    private static final class SilentLog extends ReleaseLog {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}
    }
}
