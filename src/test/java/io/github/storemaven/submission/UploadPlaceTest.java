package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages go to Azure storage alone while the service is the real one, and the token goes to the service alone. */
class UploadPlaceTest extends AbstractReleaseTest {
    private static final URI REAL = URI.create("https://manage.devcenter.microsoft.com");
    private static final URI LOGIN = URI.create("https://login.microsoftonline.com");
    private static final String AZURE = "https://account.blob.core.windows.net";

    private final Set<String> authorised = new TreeSet<>();
    private final Set<String> hosts = new TreeSet<>();

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder);
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
    }

    /** The embedded Store under the names of the real one; its upload addresses begin as told. */
    private Transport real(String uploadRoot) {
        Transport network = ReleaseFixture.NETWORK;
        return request -> {
            String host = request.uri().getScheme() + "://" + request.uri().getAuthority();
            hosts.add(host);
            if (request.headers().containsKey("Authorization")) {
                authorised.add(host);
            }
            return renamed(network.send(moved(request, host)), uploadRoot);
        };
    }

    private Request moved(Request request, String host) {
        URI place = URI.create(request.uri()
                .toString()
                .replace(host, fixture.store.serviceUrl().toString()));
        return new Request(
                request.method(),
                place,
                request.headers(),
                request.body(),
                request.timeout(),
                request.overallLimit(),
                request.maxResponseBytes(),
                request.retryable());
    }

    private Response renamed(Response answer, String uploadRoot) {
        String text = new String(answer.body(), StandardCharsets.ISO_8859_1)
                .replaceAll("(\"fileUploadUrl\":\")http://[^/]*", "$1" + uploadRoot);
        return new Response(answer.status(), Map.of(), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private ReleaseResult release(URI serviceUrl, String uploadRoot) throws Exception {
        ReleaseRequest wanted = new ReleaseRequest(
                ReleaseFixture.APP.type(),
                json("{'notesForCertification':'new'}"),
                FolderListing.none(),
                json("{}"),
                fixture.packages,
                PackageMode.REPLACE,
                new UploadFiles(
                        Map.of("tide-1.1.0.0.msix", folder.resolve("tide-1.1.0.0.msix")),
                        Map.of(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty()));
        ReleaseOptions options = new ReleaseOptions(
                OnPending.REPLACE, true, WaitFor.COMMIT, Duration.ofHours(1), folder.resolve("draft.json"));
        var credential = new ClientSecret(
                fixture.store.tenantId(), fixture.store.clientId(), fixture.store.clientSecret(), "test");
        return ReleaseFixture.release(
                        new ReleaseFixture.Address(serviceUrl, LOGIN, credential),
                        real(uploadRoot),
                        fixture.time,
                        new ReleaseLog() {
                            @Override
                            public void info(String line) {}

                            @Override
                            public void warn(String line) {}
                        },
                        ReleaseFixture.APP,
                        wanted,
                        options,
                        (published, merged) -> ReleaseFixture.problems())
                .run();
    }

    @Test
    void theRealServiceAndItsStorageAreUsedAndTheTokenStaysWithTheService() throws Exception {
        assertThat(release(REAL, AZURE).kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(hosts).containsExactlyInAnyOrder(REAL.toString(), LOGIN.toString(), AZURE);
        assertThat(authorised).containsExactly(REAL.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://account.blob.core.windows.net",
                "https://files.example.com",
                "https://account.blob.core.windows.net.example.com",
                "https://account.blob.core.windows.net@example.com",
                "https://blob.core.windows.net.",
                "https://evilblob.core.windows.net",
                "http://127.0.0.1:9",
                "https://127.0.0.1:9",
                "ftp://account.blob.core.windows.net",
                "file:///",
                ""
            })
    void anyOtherPlaceGetsNothing(String uploadRoot) {
        assertThatThrownBy(() -> release(REAL, uploadRoot))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("upload address")
                .hasMessageNotContainingAny("sig=", "emulator-made-up-");
        assertThat(hosts).containsExactlyInAnyOrder(REAL.toString(), LOGIN.toString());
        assertThat(fixture.count("POST", "/commit")).isZero();
    }

    @Test
    void anEmbeddedStoreSendsNobodyToTheNetwork() {
        assertThatThrownBy(() -> release(fixture.store.serviceUrl(), "https://account.blob.core.windows.net"))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("upload address");
        assertThat(hosts).doesNotContain(AZURE);
    }

    @Test
    void aStorageThatRedirectsGetsNoSecondRequest() throws Exception {
        try (HostileServer elsewhere = new HostileServer(HostileServer::token);
                HostileServer storage = new HostileServer(e -> HostileServer.redirect(e, 307, elsewhere.otherHost()))) {
            Transport network = ReleaseFixture.NETWORK;
            Transport moved = request ->
                    request.uri().getQuery() != null && request.uri().getQuery().contains("comp=")
                            ? network.send(at(request, storage.root()))
                            : network.send(request);
            assertThatThrownBy(() -> fixture.release(moved).run()).isInstanceOf(IOException.class);
            assertThat(storage.requests).isNotEmpty().allMatch(request -> request.endsWith(" null"));
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    private static Request at(Request request, URI root) {
        String text = request.uri().toString().replaceFirst("http://[^/]*", root.toString());
        return new Request(
                request.method(),
                URI.create(text),
                request.headers(),
                request.body(),
                request.timeout(),
                request.overallLimit(),
                request.maxResponseBytes(),
                request.retryable());
    }
}
