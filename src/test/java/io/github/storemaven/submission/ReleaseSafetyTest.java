package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.StoreUnreachableException;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.testing.HeldFile;
import jakarta.json.JsonObject;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release does not do, and what it says truthfully, when others or the machine get in its way. */
class ReleaseSafetyTest extends AbstractReleaseTest {
    private static final Transport NETWORK = ReleaseFixture.NETWORK;

    @BeforeEach
    void start() throws Exception {
        fixture = packageAndNotes();
    }

    /** The Store's read-back names a file beside the submission file, wherever in the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"statusDetails", "friendlyName", "later"})
    void aFileThatNobodyNamedIsNotSent(String member) throws Exception {
        Files.writeString(folder.resolve("secret.key"), "secret");
        JsonObject pending = json("{'x':{'fileStatus':'PendingUpload','fileName':'secret.key'}}");
        HeldCalls calls = new HeldCalls(NETWORK).hold("getBlockList", new CountDownLatch(1));
        Transport lying = request -> {
            Response answer = calls.send(request);
            boolean readBack = BrokenCalls.call(request).equals("getSubmission")
                    && calls.events.contains("updateSubmission 1: 200");
            return readBack ? with(answer, member, pending) : answer;
        };

        assertThatThrownBy(() -> fixture.release(lying).run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("secret.key");
        assertThat(calls.events).doesNotContain("sent getBlockList 2");
        assertNothingUploaded();
        assertThat(fixture.store.pending(APP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"./a.msix", "x/../a.msix", "/a.msix", "C:/a.msix", "x//a.msix", "..\\\\a.msix"})
    void aNameThatNoArchiveCanHaveIsRefusedBeforeThereIsADraft(String name) throws Exception {
        Files.copy(folder.resolve("tide-1.1.0.0.msix"), folder.resolve("a.msix"));
        fixture.packages = List.of();
        fixture.patch = json("{'applicationPackages':[{'fileName':'" + name + "','fileStatus':'PendingUpload'}]}");

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("cannot name a file of the upload archive");
        assertThat(fixture.count("POST", "submissions")).isZero();
    }

    @Test
    void aCreateThatIsAnsweredWithoutAnIdIsTold() throws Exception {
        Transport nameless = request ->
                request.method().equals("POST") && request.uri().getPath().endsWith("/submissions")
                        ? new Response(201, Map.of(), "{}".getBytes(StandardCharsets.UTF_8))
                        : NETWORK.send(request);

        assertThatThrownBy(() -> fixture.release(nameless).run())
                .isInstanceOf(StoreUnreachableException.class)
                .hasMessageContaining("The request to the Store failed, to create a submission of app 9PAPPDEMO001")
                .hasMessageContaining("its answer names no id");
        assertNothingUploaded();
    }

    /** What it created is looked for before it is asked again. */
    @Test
    void aDraftWhoseCreationNamedNoIdIsFoundAndReleased() throws Exception {
        Transport nameless = request -> {
            Response answer = NETWORK.send(request);
            boolean created =
                    request.method().equals("POST") && request.uri().getPath().endsWith("/submissions");
            return created ? new Response(201, Map.of(), "{}".getBytes(StandardCharsets.UTF_8)) : answer;
        };

        assertThat(fixture.release(nameless).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.count("POST", "/submissions")).isEqualTo(2); // created and committed
    }

    @Test
    void aNoteThatCannotBeWrittenIsFoundBeforeThereIsADraft() throws Exception {
        Files.writeString(folder.resolve("store"), "a file where the folder would be");

        assertThatThrownBy(fixture::run).hasMessageContaining("draft.json").hasMessageContaining("nothing was sent");
        assertThat(fixture.count("POST", "submissions")).isZero();
    }

    @Test
    void aNoteThatCannotBeRemovedIsAWarningAfterTheCommit() throws Exception {
        Transport holding = request -> {
            Response answer = NETWORK.send(request);
            if (request.uri().getPath().endsWith("/commit")) {
                hold(folder.resolve("store/draft.json"));
            }
            return answer;
        };

        assertThat(fixture.release(holding).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        int committed = indexOf("Committed submission");
        int warned = indexOf("WARN Cannot write");
        assertThat(warned).isGreaterThan(committed);
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "elsewhere an open file is deleted")
    void aNoteThatIsOpenElsewhereIsAWarningAfterTheCommit() throws Exception {
        List<HeldFile> open = new ArrayList<>();
        Transport holding = request -> {
            Response answer = NETWORK.send(request);
            if (request.uri().getPath().endsWith("/commit")) {
                open.add(HeldFile.undeletable(folder.resolve("store/draft.json")));
            }
            return answer;
        };

        assertThat(fixture.release(holding).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(open).hasSize(1);
        open.get(0).close();
        assertThat(indexOf("WARN Cannot write")).isGreaterThan(indexOf("Committed submission"));
    }

    @Test
    void aRunThatFindsNothingToDoNeedsNoNote() throws Exception {
        fixture.packages = List.of();
        fixture.patch = json("{'visibility':'Public'}");
        Files.writeString(folder.resolve("store"), "a file where the folder would be");

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.ALREADY_PUBLISHED);
    }

    /** Another run deletes our draft and makes its own, at each place where ours can be missed. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "comp=block&", "comp=blocklist", "/commit"})
    void theRunWhoseDraftIsGoneSaysSoAndPromisesNothing(String place) throws Exception {
        // One request after the other, so that none comes between the deletion and the other draft.
        Object lock = new Object();
        Transport overtaken = request -> {
            synchronized (lock) {
                if ((request.method() + request.uri()).contains(place)
                        && request.method().matches("PUT|POST")) {
                    replaceDraft();
                }
                return NETWORK.send(request);
            }
        };
        Release release = fixture.release(overtaken);

        assertThatThrownBy(release::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageMatching(
                        "(?s)Another run, or somebody in Partner Center, has deleted submission \\d+ of app " + APP
                                + " and made submission \\d+ while .*");
        assertThat(release.resumeHint()).isEmpty();
        assertThat(fixture.count("POST", "/commit")).isZero();
        assertThat(fixture.store.pendingStatus(APP)).hasValue("PendingCommit");
    }

    @Test
    void aDraftThatCameIntoBeingMeanwhileIsNotTouched() throws Exception {
        Transport overtaken = request -> {
            if (request.method().equals("POST") && request.uri().getPath().endsWith("/submissions")) {
                createdByAnother();
            }
            return NETWORK.send(request);
        };

        assertThatThrownBy(() -> fixture.release(overtaken).run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("was not there when this run began, and was not changed. Another run made it");
        assertThat(fixture.count("DELETE", "")).isZero();
    }

    @Test
    void aCreateThatIsRefusedAfterADeletionIsRepeatedAfterAPause() throws Exception {
        fixture.patch = json("{'notesForCertification':'a stranger'}");
        fixture.commit = false;
        fixture.run();
        fixture.commit = true;
        fixture.patch = json("{'notesForCertification':'Log in as guest'}");
        AtomicInteger creates = new AtomicInteger();
        Transport slow = request -> request.method().equals("POST")
                        && request.uri().getPath().endsWith("/submissions")
                        && creates.incrementAndGet() < 3
                ? answer(409, "{\"code\":\"InvalidState\",\"message\":\"Conflict\"}")
                : NETWORK.send(request);
        var start = fixture.time.instant();

        fixture.waitFor = WaitFor.NONE;
        assertThat(fixture.release(slow).run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(creates).hasValue(3);
        assertThat(Duration.between(start, fixture.time.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aConflictIsToldWithItsTextThoughTheQuestionForTheRolloutIsRefused() {
        Transport refusing = request -> {
            if (request.method().equals("POST")) {
                return request.uri().getPath().endsWith("/submissions")
                        ? answer(409, "{\"code\":\"InvalidState\",\"message\":\"Uses a new feature\"}")
                        : NETWORK.send(request);
            }
            return request.uri().getPath().endsWith("/packagerollout") ? answer(404, "") : NETWORK.send(request);
        };

        assertThatThrownBy(() -> fixture.release(refusing).run())
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("Uses a new feature")
                .hasMessageContaining("does not support");
    }

    @Test
    void whereCreateAndTheLookAfterItFailTheFirstIsToldAndWhatMayBeThere() {
        AtomicInteger posts = new AtomicInteger();
        Transport breaking = request -> {
            if (request.method().equals("POST") && request.uri().getPath().endsWith("/submissions")) {
                posts.incrementAndGet();
                NETWORK.send(request);
                throw new SocketException("Connection reset");
            }
            if (posts.get() > 0 && request.method().equals("GET")) {
                throw new SocketException("Network is unreachable");
            }
            return NETWORK.send(request);
        };

        assertThatThrownBy(() -> fixture.release(breaking).run())
                .isInstanceOf(StoreUnreachableException.class)
                .hasMessageContaining("The request to the Store failed, to create a submission of app " + APP)
                .hasMessageContaining("A submission of app " + APP + " may have been created");
    }

    @ParameterizedTest
    @EnumSource(
            value = WaitFor.class,
            names = {"CERTIFICATION", "PUBLICATION"})
    void aPackageThatTheStoreDroppedFailsTheBuild(WaitFor goal) throws Exception {
        fixture.store.faults().set("dropPackages");
        fixture.waitFor = goal;

        assertThatThrownBy(fixture::run)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("package tide-1.1.0.0.msix (version 1.1.0.0, x64)")
                .hasMessageContaining("https://partner.microsoft.com/dashboard/products/" + APP + "/submissions/");
    }

    /** Each release may call its package the same, so a name tells nothing. */
    @Test
    void aDroppedPackageIsMissedThoughTheOldOneHasItsName() throws Exception {
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.packages = List.of(fixture.packageFile("tide.msix", "1.1.0.0"));
        fixture.run();
        fixture.packages = List.of(fixture.packageFile("tide.msix", "1.2.0.0"));
        fixture.store.faults().set("dropPackages");

        assertThatThrownBy(fixture::run).hasMessageContaining("package tide.msix (version 1.2.0.0, x64)");
    }

    @Test
    void thePackagesAreComparedByOneRequestAndOnlyWhereTheEndIsWaitedFor() throws Exception {
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.run();
        assertThat(fixture.calls()).last().asString().startsWith("GET applications/" + APP + "/submissions/ ");

        fixture.waitFor = WaitFor.COMMIT;
        fixture.packages = List.of(fixture.packageFile("tide-1.2.0.0.msix", "1.2.0.0"));
        fixture.run();
        assertThat(fixture.calls()).last().asString().contains("/status ");
    }

    @Test
    void aDraftThatDiffersFromWhatWasReadIsCheckedAgain() {
        assertThatThrownBy(() -> releaseOfAnotherDraft("the copy lacks something"))
                .hasMessage("the copy lacks something");
        assertThat(fixture.store.pending(APP)).isEmpty();
        assertThat(fixture.count("PUT", "submissions")).isZero();
    }

    /** Something was sent by then: the draft was made. */
    @Test
    void ofTwoProblemsOfTheDraftItSaysThatTheDraftWasDeleted() {
        assertThatThrownBy(() -> releaseOfAnotherDraft("the copy lacks something", "and something else"))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessage("2 problems, the draft was deleted and nothing was committed:\n"
                        + "  - the copy lacks something\n  - and something else");
        assertThat(fixture.store.pending(APP)).isEmpty();
        assertThat(fixture.count("DELETE", "submissions")).isEqualTo(1);
    }

    @Test
    void ofADraftThatCannotBeDeletedItSaysOnlyThatNothingWasCommitted() {
        fixture.store.faults().set("answer", json("{'status':409,'call':'deleteSubmission'}"));
        assertThatThrownBy(() -> releaseOfAnotherDraft("the copy lacks something", "and something else"))
                .hasMessageStartingWith("2 problems, nothing was committed:\n");
        assertThat(fixture.store.pending(APP)).isPresent();
    }

    /** A release whose draft is not the copy that was checked, and is found wrong. */
    private void releaseOfAnotherDraft(String... problems) throws Exception {
        AtomicInteger checks = new AtomicInteger();
        fixture.guard = (published, merged) ->
                checks.incrementAndGet() == 2 ? ReleaseFixture.problems(problems) : ReleaseFixture.problems();
        Transport differing = request -> {
            Response answer = NETWORK.send(request);
            return request.method().equals("POST")
                    ? with(answer, answer.text().replace("\"visibility\":\"Public\"", "\"visibility\":\"Hidden\""))
                    : answer;
        };
        fixture.release(differing).run();
    }

    private void replaceDraft() {
        if (fixture.store.pendingStatus(APP).isPresent() && fixture.count("DELETE", "") == 0) {
            try {
                var store = fixture.service(NETWORK);
                store.submissions(ReleaseFixture.APP)
                        .delete(store.product(ReleaseFixture.APP).pending().orElseThrow());
                createdByAnother();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void createdByAnother() {
        try {
            fixture.service(NETWORK).submissions(ReleaseFixture.APP).create();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertNothingUploaded() {
        assertThat(fixture.requests())
                .noneMatch(request -> request.query() != null && request.query().contains("comp="));
        assertThat(fixture.count("POST", "/commit")).isZero();
    }

    private int indexOf(String start) {
        for (int i = 0; i < fixture.log.size(); i++) {
            if (fixture.log.get(i).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no line begins with " + start + ": " + fixture.log);
    }

    /** A folder with something in it can neither be deleted nor replaced, on no system. */
    private static void hold(Path file) throws java.io.IOException {
        Files.deleteIfExists(file);
        Files.createDirectories(file.resolve("held"));
    }

    private static Response with(Response answer, String member, JsonObject value) {
        return with(
                answer,
                Json.PROVIDER
                        .createObjectBuilder(json(answer.text()))
                        .add(member, value)
                        .build()
                        .toString());
    }

    private static Response with(Response answer, String text) {
        return new Response(answer.status(), Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response answer(int status, String text) {
        return new Response(status, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }
}
