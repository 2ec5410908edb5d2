package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.testing.RefusingPort;
import io.github.storemaven.transfer.UploadException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two halves of a release, which run side by side: what the end of the one does to the other, and what is told of it. */
class UploadBesideUpdateTest extends AbstractReleaseTest {
    /** With sockets, since a request has to be in flight while it is cancelled. */
    private static final Transport WIRE = new HttpTransport(Proxy.Selector.direct());

    private final HeldCalls calls = new HeldCalls(WIRE);

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder);
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.patch = json("{'notesForCertification':'side by side'}");
        fixture.waitFor = WaitFor.PUBLICATION;
    }

    /** A latch that is opened by a line of the log. */
    private CountDownLatch told(String beginning) {
        CountDownLatch told = new CountDownLatch(1);
        fixture.heard = line -> {
            if (line.contains(beginning)) {
                told.countDown();
            }
        };
        return told;
    }

    private void assertReleasedByTheNextRun() throws Exception {
        fixture.store.faults().clear();
        fixture.patch = json("{'notesForCertification':'side by side'}");
        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.published()).contains("\"notesForCertification\":\"side by side\"", "tide-1.1.0.0.msix");
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
        assertThat(fixture.store.pending(APP)).isEmpty();
    }

    @Test
    void theCommitWaitsForTheUpload() throws Exception {
        calls.hold("putBlock", told("The draft is updated; waiting for the upload"));

        assertThat(fixture.release(calls).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(calls.events)
                .containsSubsequence(
                        "getSubmission 2: 200", "putBlock 1: 201", "putBlockList 1: 201", "sent commitSubmission 1");
        assertThat(fixture.log.stream().filter(line -> !line.contains(" -> ")))
                .anyMatch(line -> line.matches("Uploading a ZIP of \\d+ (bytes|KB) while the Store updates the draft"))
                .anyMatch(line -> line.matches("Uploaded \\d+ (bytes|KB) in [\\d.]+ s \\([\\d.]+ MB/s\\)"));
    }

    @Test
    void theCommitWaitsForTheUpdate() throws Exception {
        calls.hold("updateSubmission", told("; waiting for the update of the draft"));

        assertThat(fixture.release(calls).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(calls.events)
                .containsSubsequence("putBlockList 1: 201", "updateSubmission 1: 200", "sent commitSubmission 1");
        assertThat(fixture.log).noneMatch(line -> line.contains("waiting for the upload"));
    }

    @Test
    void changesAreToldBeforeTheUpload() throws Exception {
        fixture.run();

        int uploading = indexOf("Uploading ");
        assertThat(indexOf("+ notesForCertification")).isLessThan(uploading);
        assertThat(fixture.log.subList(uploading, indexOf("Committed submission")))
                .allMatch(line -> line.matches("(Uploading|Uploaded|The draft is updated; waiting).*"));
    }

    private int indexOf(String part) {
        for (int i = 0; i < fixture.log.size(); i++) {
            if (fixture.log.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError(part + " is not in " + fixture.log);
    }

    /** The storage has the block and does not finish its answer, so that the request ends only when it is cancelled. */
    @Test
    void aRefusedUpdateCancelsTheBlockThatIsInFlight() throws Exception {
        fixture.store.faults().setAll(json("{'fault':'stall','call':'putBlock','times':1}"));
        fixture.patch = json("{'applicationCategory':'NoSuchCategory'}");
        calls.hold("updateSubmission", calls.sent("putBlock", 1));

        assertThatThrownBy(() -> fixture.release(calls).run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("InvalidParameterValue")
                .hasMessageEndingWith("/products/9PAPPDEMO001/overview");
        assertThat(calls.events)
                .containsSubsequence("updateSubmission 1: 400", "cancelled putBlock 1", "sent deleteSubmission 1");
        assertThat(fixture.log).noneMatch(line -> line.startsWith("Uploaded") || line.startsWith("WARN The upload"));
        assertThat(fixture.store.pending(APP)).isEmpty();
        assertReleasedByTheNextRun();
    }

    @Test
    void aDraftThatStoresNothingIsNotSentTheRest() throws Exception {
        fixture.store
                .faults()
                .setAll(json("{'faults':[{'fault':'zombie'},{'fault':'stall','call':'putBlock','times':1}]}"));
        calls.hold("updateSubmission", calls.sent("putBlock", 1));

        assertThatThrownBy(() -> fixture.release(calls).run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("did not store submission");
        assertThat(calls.events).containsSubsequence("cancelled putBlock 1", "sent deleteSubmission 1");
        assertReleasedByTheNextRun();
    }

    @Test
    void anUpdateWithoutAnAnswerEndsTheUploadAndKeepsTheDraft() throws Exception {
        fixture.store
                .faults()
                .setAll(json("{'faults':[{'fault':'answer','call':'updateSubmission','status':503},"
                        + "{'fault':'stall','call':'putBlock','times':1}]}"));
        calls.hold("updateSubmission", calls.sent("putBlock", 1));
        Release release = fixture.release(calls);

        assertThatThrownBy(release::run).hasMessageContaining("503");
        assertThat(calls.events).contains("cancelled putBlock 1");
        assertThat(release.resumeHint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("resumes it"));
        assertReleasedByTheNextRun();
    }

    @Test
    void aFailedUploadLetsTheUpdateAndItsCheckFinishAndTheNextRunResumes() throws Exception {
        fixture.store.faults().setAll(json("{'fault':'answer','call':'putBlock','status':400,'code':'Odd'}"));
        calls.hold("updateSubmission", told("The upload has failed"));
        Release release = fixture.release(calls);

        assertThatThrownBy(release::run)
                .isInstanceOf(UploadException.class)
                .hasMessageContaining("the storage refused a block with 400");
        assertThat(calls.events)
                .containsSubsequence("putBlock 1: 400", "updateSubmission 1: 200", "getSubmission 2: 200");
        assertThat(fixture.log)
                .anyMatch(line ->
                        line.startsWith("WARN The upload has failed; waiting for the update of the draft. The reason: "
                                + "the storage refused a block with 400"));
        assertThat(release.resumeHint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("resumes it"));
        assertThat(fixture.store.pendingStatus(APP)).hasValue("PendingCommit");
        assertReleasedByTheNextRun();
        assertThat(fixture.log).anyMatch(line -> line.startsWith("Resuming draft"));
        assertThat(fixture.count("POST", "/submissions")).isEqualTo(1 + fixture.count("POST", "/commit"));
    }

    @Test
    void ofTwoFailuresTheUpdatesIsTheOneThatIsThrown() throws Exception {
        fixture.store.faults().setAll(json("{'fault':'answer','call':'putBlock','status':400}"));
        fixture.patch = json("{'applicationCategory':'NoSuchCategory'}");
        calls.hold("updateSubmission", told("The upload has failed"));

        assertThatThrownBy(() -> fixture.release(calls).run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("InvalidParameterValue");
        assertThat(fixture.store.pending(APP)).isEmpty();
        assertReleasedByTheNextRun();
    }

    @Test
    void anInterruptOfTheReleaseStopsTheUploadToo() throws Exception {
        fixture.store.faults().setAll(json("{'fault':'stall','call':'putBlock','times':1}"));
        Thread releasing = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        calls.hold("updateSubmission", never);
        Thread interrupter = new Thread(() -> {
            try {
                calls.sent("putBlock", 1).await();
                calls.sent("updateSubmission", 1).await();
                releasing.interrupt();
            } catch (InterruptedException end) {
                throw new IllegalStateException(end);
            }
        });
        interrupter.start();

        assertThatThrownBy(() -> fixture.release(calls).run()).isInstanceOf(InterruptedException.class);
        assertThat(calls.events).containsSubsequence("cancelled updateSubmission 1", "cancelled putBlock 1");
        interrupter.join();
        assertReleasedByTheNextRun();
    }

    @Test
    void aResumedDraftIsSentOnlyWhatItLacksWhileItIsUpdated() throws Exception {
        fixture.store.faults().setAll(json("{'fault':'answer','call':'putBlockList','status':400}"));
        assertThatThrownBy(fixture::run).isInstanceOf(UploadException.class);
        fixture.store.faults().clear();
        calls.hold("updateSubmission", told("; the rest was there already; waiting for the update of the draft"));

        assertThat(fixture.release(calls).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(calls.events)
                .contains("putBlockList 1: 201")
                .doesNotContain("sent putBlock 1", "sent createSubmission 1");
    }

    /** Nothing is known of such an answer; the address of the read-back is as good. */
    @Test
    void aDraftWithoutAnAddressIsSentWhatItWaitsForAfterItsUpdate() throws Exception {
        calls.hold("updateSubmission", new CountDownLatch(0));
        Transport without = rewriting(
                "createSubmission", text -> text.replaceAll("\"fileUploadUrl\":\"[^\"]*\"", "\"fileUploadUrl\":null"));

        assertThat(fixture.release(without).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(calls.events).containsSubsequence("getSubmission 2: 200", "sent putBlock 1");
        assertThat(fixture.log).anyMatch(line -> line.matches("Uploading a ZIP of \\d+ (bytes|KB)"));
    }

    @Test
    void aDraftThatHasMovedToAnotherBlobIsSentThereAgain() throws Exception {
        try (RefusingPort nobody = new RefusingPort()) {
            Transport moved = rewriting(
                    "createSubmission",
                    text -> text.replaceAll("(\"fileUploadUrl\":\"http://127.0.0.1:)\\d+", "$1" + nobody.number()));

            assertThat(fixture.release(moved).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        }
        assertThat(fixture.published()).contains("tide-1.1.0.0.msix");
    }

    private Transport rewriting(String call, UnaryOperator<String> change) {
        return request -> {
            Response response = calls.send(request);
            return BrokenCalls.call(request).equals(call) ? rewritten(response, change) : response;
        };
    }

    private static Response rewritten(Response response, UnaryOperator<String> change) {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        return new Response(response.status(), Map.of(), change.apply(text).getBytes(StandardCharsets.UTF_8));
    }
}
