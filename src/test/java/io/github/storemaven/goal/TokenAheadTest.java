package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.testing.LoopbackServer;
import io.github.storemaven.testing.RefusingPort;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token of a release is asked for while files are read and checked where these are large, and the Store after that. */
class TokenAheadTest {
    @TempDir
    Path folder;

    private BuildSession build;
    private SubmitMojo submit;

    @BeforeEach
    void start() {
        build = new BuildSession(folder, "app");
        submit = build.submit("app");
        submit.rehearse = false;
    }

    private void given(String tenant, String client, String secret) {
        build.session().getSystemProperties().setProperty("env.AZURE_TENANT_ID", tenant);
        build.session().getSystemProperties().setProperty("env.AZURE_CLIENT_ID", client);
        build.session().getSystemProperties().setProperty("env.AZURE_CLIENT_SECRET", secret);
    }

    /** A trailer of 32 MB, which takes no room on the disk. */
    private void largeTrailer() throws IOException {
        Path trailers = Files.createDirectories(folder.resolve("app/src/store/trailers/tour"));
        try (RandomAccessFile file =
                new RandomAccessFile(trailers.resolve("tour.mp4").toFile(), "rw")) {
            file.setLength(32L << 20);
        }
    }

    @Test
    void itIsAskedForBeforeAFileIsFoundToBeWrong() throws Exception {
        largeTrailer();
        Files.writeString(build.writePackage("app", "tide.msix", "1.2.0.0"), "no package");
        given("tenant", "client", "a-secret-of-the-test");
        CountDownLatch asked = new CountDownLatch(1);
        try (LoopbackServer login = new LoopbackServer();
                RefusingPort store = new RefusingPort()) {
            login.on("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                asked.countDown();
                exchange.sendResponseHeaders(400, -1);
            });
            submit.loginUrl = login.root().toString();
            submit.serviceUrl = "http://127.0.0.1:" + store.number();

            assertThatThrownBy(submit::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageStartingWith("2 errors, nothing was sent. All are above; the first:");
            assertThat(asked.await(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** What is read in no time is right before anybody is asked for anything. */
    @Test
    void aSmallReleaseThatIsWrongAsksForNone() throws Exception {
        Files.writeString(build.writePackage("app", "tide.msix", "1.2.0.0"), "no package");
        try (EmbeddedStore store = EmbeddedStore.builder().start()) {
            given(store.tenantId(), store.clientId(), store.clientSecret());
            submit.loginUrl = store.loginUrl().toString();
            submit.serviceUrl = store.serviceUrl().toString();

            assertThatThrownBy(submit::execute).hasMessageContaining("tide.msix");
            assertThat(store.requests()).isEmpty();
        }
    }

    @Test
    void aReleaseAsksForOneToken() throws Exception {
        build.writePackage("app", "tide.msix", "1.2.0.0");
        try (EmbeddedStore store = EmbeddedStore.builder().start()) {
            store.add(ApplicationSeed.published(BuildSession.APP));
            given(store.tenantId(), store.clientId(), store.clientSecret());
            submit.loginUrl = store.loginUrl().toString();
            submit.serviceUrl = store.serviceUrl().toString();

            submit.execute();
            assertThat(store.requests())
                    .extracting(RecordedRequest::call)
                    .startsWith("token", "getApplication")
                    .containsOnlyOnce("token")
                    .containsOnlyOnce("commitSubmission");
        }
    }

    /** What is wrong with the connection is told with all else that is wrong. */
    @Test
    void itIsNotAskedForWithoutACredential() throws Exception {
        Files.writeString(build.writePackage("app", "tide.msix", "1.2.0.0"), "no package");

        assertThatThrownBy(submit::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("tide.msix")
                .hasMessageContaining("AZURE_TENANT_ID");
    }
}
