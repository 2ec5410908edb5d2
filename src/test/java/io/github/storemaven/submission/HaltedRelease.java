package io.github.storemaven.submission;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.FakeTimeSource;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A release that ends before or after one of its requests, as by a power cut: in a JVM of its own, which is halted, or in
 * this one, where the request never returns, so that no handler of the release runs.
 */
public final class HaltedRelease {
    static final int HALTED = 77;

    /**
     * Where a release ends.
     *
     * @param when {@code before} the request is sent, or {@code after} its response has come
     * @param call the request's name
     * @param number of those of that name, from 1
     */
    record Place(String when, String call, int number) {}

    private final Place place;
    private final Map<String, AtomicInteger> sent = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Object lock = new Object();
    private int inFlight;
    private boolean ended;
    private volatile boolean reached;
    private Thread thread;

    private HaltedRelease(Place place) {
        this.place = place;
    }

    /**
     * Releases in a JVM of its own.
     *
     * @param arguments address, tenant, client, secret, folder, and the three of a place
     */
    public static void main(String[] arguments) throws Exception {
        HaltedRelease halted = new HaltedRelease(new Place(arguments[5], arguments[6], Integer.parseInt(arguments[7])));
        URI root = URI.create(arguments[0]);
        halted.release(
                new ReleaseFixture.Address(
                        root, root, new ClientSecret(arguments[1], arguments[2], arguments[3], "test")),
                Path.of(arguments[4]),
                halted.halting(() -> Runtime.getRuntime().halt(HALTED)));
    }

    /**
     * Releases in this JVM until the place is reached, and what was in flight then has come.
     *
     * @param holding lets calls wait for others
     */
    static HaltedRelease inThisJvm(ReleaseFixture fixture, Place place, Consumer<HeldCalls> holding) throws Exception {
        HaltedRelease halted = new HaltedRelease(place);
        ReleaseFixture.Address address = fixture.address();
        HeldCalls calls = new HeldCalls(halted.halting(halted::hang));
        holding.accept(calls);
        halted.thread = new Thread(
                () -> {
                    try {
                        halted.release(address, fixture.folder, calls);
                    } catch (Exception end) {
                        // The test has seen all that it wanted to.
                    } finally {
                        halted.end();
                    }
                },
                "halted-release");
        halted.thread.setDaemon(true);
        halted.thread.start();
        halted.awaitQuiet();
        return halted;
    }

    /** Whether the request was reached, and the release has not ended in another way. */
    boolean hangs() {
        return reached;
    }

    /** Lets go of the files that the release still reads; the Store is sent nothing any more. */
    void close() throws InterruptedException {
        over.countDown();
        thread.join(TimeUnit.MINUTES.toMillis(2));
    }

    private void hang() throws IOException, InterruptedException {
        over.await();
        throw new IOException("halted");
    }

    private void end() {
        synchronized (lock) {
            ended = true;
            lock.notifyAll();
        }
    }

    private void awaitQuiet() throws InterruptedException {
        synchronized (lock) {
            while (!ended && (!reached || inFlight > 0)) {
                lock.wait();
            }
        }
    }

    private void count(int more) {
        synchronized (lock) {
            inFlight += more;
            lock.notifyAll();
        }
    }

    private void release(ReleaseFixture.Address address, Path folder, Transport transport) throws Exception {
        ReleaseFixture.release(
                        address,
                        transport,
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
            String call = BrokenCalls.call(request);
            int number = sent.computeIfAbsent(call, name -> new AtomicInteger()).incrementAndGet();
            reachIf(new Place("before", call, number).equals(place));
            if (reached) {
                halt.happens();
            }
            count(1);
            Response response;
            try {
                response = ReleaseFixture.NETWORK.send(request);
            } finally {
                reachIf(new Place("after", call, number).equals(place));
                count(-1);
            }
            if (reached) {
                halt.happens();
            }
            return response;
        };
    }

    private void reachIf(boolean here) {
        synchronized (lock) {
            reached |= here;
            lock.notifyAll();
        }
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
