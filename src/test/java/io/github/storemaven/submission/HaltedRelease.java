package io.github.storemaven.submission;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.document.Documents;
import io.github.storemaven.http.FakeTimer;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A release in a JVM of its own, which is halted before or after one of its requests, as by a power cut. */
public final class HaltedRelease {
    static final int HALTED = 77;

    private HaltedRelease() {}

    /**
     * Releases.
     *
     * @param arguments address, tenant, client, secret, folder, {@code before} or {@code after} which request to halt
     */
    public static void main(String[] arguments) throws Exception {
        URI root = URI.create(arguments[0]);
        Path folder = Path.of(arguments[4]);
        ReleaseFixture.release(
                        new ReleaseFixture.Address(
                                root, root, new ClientSecret(arguments[1], arguments[2], arguments[3], "test")),
                        halting(arguments[5].equals("before"), Integer.parseInt(arguments[6])),
                        new FakeTimer(),
                        new SilentLog(),
                        wanted(folder),
                        new ReleaseOptions(
                                OnPending.REPLACE,
                                true,
                                WaitFor.PUBLICATION,
                                Duration.ofHours(1),
                                folder.resolve("store/draft.json")),
                        DocumentGuard.none())
                .run();
    }

    private static ReleaseRequest wanted(Path folder) {
        PackageFile file = new PackageFile("tide-1.1.0.0.msix", folder.resolve("tide-1.1.0.0.msix"), "1.1.0.0", "x64");
        return new ReleaseRequest(
                ReleaseFixture.APP,
                Documents.json("{'notesForCertification':'halted'}"),
                FolderListing.none(),
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(file),
                PackageMode.REPLACE,
                new FileSources(Map.of(file.name(), file.file()), Optional.empty()),
                Optional.empty());
    }

    private static Transport halting(boolean before, int at) {
        AtomicInteger sent = new AtomicInteger();
        return request -> {
            boolean last = sent.incrementAndGet() == at;
            if (last && before) {
                Runtime.getRuntime().halt(HALTED);
            }
            Response answer = ReleaseFixture.NETWORK.send(request);
            if (last) {
                Runtime.getRuntime().halt(HALTED);
            }
            return answer;
        };
    }

    private static final class SilentLog implements ReleaseLog {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}
    }
}
