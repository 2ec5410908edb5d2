package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.http.Request;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where the time of a release goes. */
class ReleaseClockTest {
    private static final String SUBMISSIONS = "https://store.invalid/v1.0/my/applications/9P/submissions";

    private long now;
    private final ReleaseClock clock = new ReleaseClock(() -> now);

    private void after(double seconds) {
        now += (long) (seconds * 1e9);
    }

    private void call(String method, String path) {
        clock.called(Request.of(method, URI.create(SUBMISSIONS + path)));
    }

    @Test
    void eachCallBeginsItsPart() {
        after(1);
        call("POST", "");
        after(2);
        clock.uploadBegins();
        call("PUT", "/1");
        after(0.25);
        call("GET", "/1");
        after(0.25);
        clock.updateEnds();
        after(7.5);
        clock.uploadEnds();
        call("POST", "/1/commit");
        after(0.5);
        call("GET", "/1/status");
        after(3);
        clock.accepted();
        after(4);
        assertThat(clock.parts())
                .hasToString("{\"prepare\":1.000,\"create\":2.000,\"update\":0.500,\"upload\":8.000,\"commit\":0.500,"
                        + "\"wait\":7.000}");
        assertThat(clock.line())
                .isEqualTo(
                        "Time: 18.5 s in all; prepare 1.0 s, create 2.0 s, update 0.5 s and at the same time upload 8.0 s,"
                                + " commit 0.5 s, wait 7.0 s (accepted 3.5 s after the commit)");
        assertThat(clock.seconds()).isEqualTo(18.5);
    }

    @Test
    void anUploadThatEndsBeforeTheUpdateIsCountedBesideIt() {
        clock.uploadBegins();
        call("PUT", "/1");
        after(2);
        clock.uploadEnds();
        after(4);
        clock.updateEnds();
        call("POST", "/1/commit");
        assertThat(clock.parts())
                .hasToString("{\"prepare\":0.000,\"create\":0.000,\"update\":6.000,\"upload\":2.000,\"commit\":0.000,"
                        + "\"wait\":0.000}");
    }

    @Test
    void aReleaseWithoutFilesThatIsNotWaitedForHasNeitherUploadNorWait() {
        call("POST", "");
        after(1);
        call("POST", "/1/commit");
        after(1);
        assertThat(clock.line()).isEqualTo("Time: 2.0 s in all; create 1.0 s, commit 1.0 s");
    }
}
