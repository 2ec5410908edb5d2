package io.github.storemaven.goal;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.credential.Tokens;
import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.ProxyChoice;
import io.github.storemaven.http.RetryRule;
import io.github.storemaven.http.Timer;
import io.github.storemaven.http.Transport;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.StoreService;
import io.github.storemaven.submission.DocumentGuard;
import io.github.storemaven.submission.FileSources;
import io.github.storemaven.submission.FolderListing;
import io.github.storemaven.submission.OnPending;
import io.github.storemaven.submission.PackageMode;
import io.github.storemaven.submission.Release;
import io.github.storemaven.submission.ReleaseLog;
import io.github.storemaven.submission.ReleaseOptions;
import io.github.storemaven.submission.WaitFor;
import io.github.storemaven.submission.Wanted;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program of its own that releases a text as a goal does, in real time, to be interrupted from outside. */
public final class InterruptedRelease {
    private InterruptedRelease() {}

    /**
     * Releases.
     *
     * @param arguments service address, tenant, client, secret, folder
     */
    public static void main(String[] arguments) throws Exception {
        ReleaseLog log = new PrintedLog();
        Release release = release(arguments, log);
        Interruption interruption = Interruption.watch(release, log);
        log.info("ended as " + release.run().kind());
        interruption.close();
    }

    private static Release release(String[] arguments, ReleaseLog log) {
        ReleaseOptions options = new ReleaseOptions(
                OnPending.REPLACE,
                true,
                WaitFor.PUBLICATION,
                Duration.ofDays(7),
                Path.of(arguments[4]).resolve("draft.json"));
        return new Release(
                service(arguments),
                (names, wanted, draft, asking) -> log.info("nothing to upload"),
                Timer.system(),
                log,
                wanted(),
                options,
                DocumentGuard.none());
    }

    private static StoreService service(String[] arguments) {
        URI root = URI.create(arguments[0]);
        Transport transport = new HttpTransport(ProxyChoice.direct());
        Tokens tokens = new Tokens(
                new TokenEndpoint(root, transport, Timer.system()),
                new ClientSecret(arguments[1], arguments[2], arguments[3], "test"));
        return new StoreService(new StoreConnection(root, tokens, transport, Timer.system(), new RetryRule(() -> 0.5)));
    }

    private static Wanted wanted() {
        JsonObject patch = Json.PROVIDER
                .createObjectBuilder()
                .add("notesForCertification", "interrupted")
                .build();
        return new Wanted(
                new Product.Application(BuildFixture.APP),
                patch,
                FolderListing.none(),
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(),
                PackageMode.KEEP,
                new FileSources(Map.of(), Optional.empty()),
                Optional.empty());
    }

    private static final class PrintedLog implements ReleaseLog {
        @Override
        public void info(String line) {
            System.out.println(line);
        }

        @Override
        public void warn(String line) {
            System.out.println("WARN " + line);
        }
    }
}
