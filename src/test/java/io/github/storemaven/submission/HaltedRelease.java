package io.github.storemaven.submission;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.http.FakeTimer;
import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.ProxyChoice;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.Product;
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
     * @param arguments service address, login address, tenant, client, secret, folder, package file, number of the request
     *     to halt at, {@code before} or {@code after} it
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[5]);
        PackageFile file = new PackageFile("tide-1.1.0.0.msix", Path.of(arguments[6]), "1.1.0.0", "x64");
        Wanted wanted = new Wanted(
                new Product.Application("9PAPPDEMO001"),
                Documents.json("{'notesForCertification':'halted'}"),
                FolderListing.none(),
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(file),
                PackageMode.REPLACE,
                new FileSources(Map.of(file.name(), file.file()), Optional.empty()),
                Optional.empty());
        ReleaseFixture.Address address = new ReleaseFixture.Address(
                URI.create(arguments[0]),
                URI.create(arguments[1]),
                new ClientSecret(arguments[2], arguments[3], arguments[4], "test"));
        ReleaseOptions options = new ReleaseOptions(
                OnPending.REPLACE, true, WaitFor.PUBLICATION, Duration.ofDays(1), folder.resolve("store/draft.json"));
        ReleaseFixture.release(
                        address,
                        halting(Integer.parseInt(arguments[7]), arguments[8].equals("before")),
                        new FakeTimer(),
                        new SilentLog(),
                        wanted,
                        options,
                        DocumentGuard.none())
                .run();
    }

    private static Transport halting(int at, boolean before) {
        Transport real = new HttpTransport(ProxyChoice.direct());
        AtomicInteger sent = new AtomicInteger();
        return request -> {
            boolean last = sent.incrementAndGet() == at;
            if (last && before) {
                Runtime.getRuntime().halt(HALTED);
            }
            Response answer = real.send(request);
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
