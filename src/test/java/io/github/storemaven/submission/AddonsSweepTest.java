package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.AddonResult.Kind;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three add-ons, one of them new, with every call broken in every way, and cut off after every request: the next run leaves each
 * with one submission, committed once, as it was asked for.
 */
class AddonsSweepTest {
    private static final List<String> IDS = List.of("changed", "missing", "unchanged");
    private static final List<String> CALLS = List.of(
            "token",
            "listAddons",
            "getSubmission",
            "createAddon",
            "createSubmission",
            "updateSubmission",
            "commitSubmission",
            "getStatus");

    /** What a run sends when nothing happens to it, the token included: a list, two looks, five and six, and two polls more. */
    private static final int MOST_REQUESTS = 20;

    private static final Map<String, Integer> ENDS = new ConcurrentSkipListMap<>();

    @TempDir
    Path folder;

    static Stream<Arguments> faults() {
        return CALLS.stream()
                .flatMap(call -> BrokenCalls.FAULTS.keySet().stream()
                        .filter(fault -> !BrokenCalls.isSlow(fault))
                        .flatMap(fault -> Stream.of(1, 1000).map(times -> Arguments.of(call, fault, times))));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}: {1}, {2} times")
    @MethodSource("faults")
    void eachEndsWithOneSubmission(String call, String fault, int times) throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.store.faults().set(BrokenCalls.fault(fault, call, times));
            boolean failed = isFailed(fixture, BrokenCalls::patient);
            ENDS.merge(failed ? "failed" : "released", 1, Integer::sum);
            fixture.store.faults().clear();
            assertEachOnce(fixture);
        }
    }

    static IntStream requests() {
        return IntStream.range(0, 2 * MOST_REQUESTS);
    }

    /** An even number cuts before a request is sent, an odd one after its response has come. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("requests")
    void eachEndsSoWhereverTheRunIsCutOff(int place) throws Exception {
        try (AddonsFixture fixture = fixture()) {
            AtomicInteger sent = new AtomicInteger();
            isFailed(fixture, request -> {
                int number = sent.getAndIncrement();
                if (number > place / 2 || (number == place / 2 && place % 2 == 0)) {
                    throw new IOException("cut off");
                }
                var response = ReleaseFixture.NETWORK.send(request);
                if (number == place / 2) {
                    throw new IOException("cut off");
                }
                return response;
            });
            assertEachOnce(fixture);
        }
    }

    @AfterAll
    static void count() {
        System.out.println("Fault sweep of add-ons: "
                + ENDS.values().stream().mapToInt(Integer::intValue).sum() + " cases, " + ENDS + "; cut off at "
                + 2 * MOST_REQUESTS + " places");
    }

    private AddonsFixture fixture() throws Exception {
        AddonsFixture fixture = new AddonsFixture(folder, Duration.ofSeconds(1));
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.timeout = Optional.of(Duration.ofHours(2));
        return fixture.changed("changed").missing("missing").unchanged("unchanged");
    }

    /** Each failure says something, and no secret. */
    private static boolean isFailed(AddonsFixture fixture, Transport network) throws Exception {
        try {
            AddonsReport report = fixture.run(network);
            report.failure()
                    .ifPresent(table ->
                            assertThat(table).hasSizeGreaterThan(80).doesNotContain("sig=", EmbeddedStore.MADE_UP));
            return report.failure().isPresent();
        } catch (ReleaseRefusedException | StoreRefusedException | IOException failure) {
            assertThat(failure.getMessage()).hasSizeGreaterThan(20).doesNotContain("sig=", EmbeddedStore.MADE_UP);
            return true;
        }
    }

    private static void assertEachOnce(AddonsFixture fixture) throws Exception {
        AddonsReport report = fixture.run();
        assertThat(report.results()).extracting(AddonResult::productId).containsExactlyElementsOf(IDS);
        assertThat(report.results()).extracting(AddonResult::kind).doesNotContain(Kind.FAILED);
        List<RecordedRequest> commits = fixture.calls().stream()
                .filter(request -> request.path().endsWith("/commit"))
                .toList();
        List<String> accepted = commits.stream()
                .filter(request -> request.status() == 202)
                .map(RecordedRequest::path)
                .toList();
        assertThat(commits.stream().map(RecordedRequest::path).distinct()).hasSize(2);
        assertThat(accepted).doesNotHaveDuplicates();
        for (AddonResult one : report.results()) {
            String id = one.id().orElseThrow();
            assertThat(fixture.store.pending(id)).isEmpty();
            assertThat(fixture.store.published(id).orElseThrow().getString("tag"))
                    .isEqualTo(one.productId().equals("unchanged") ? "" : "autumn");
        }
        assertThat(fixture.calls().stream()
                        .filter(request -> request.method().equals("POST")
                                && request.path().endsWith("/inappproducts")
                                && request.status() / 100 == 2)
                        .count())
                .isLessThanOrEqualTo(1);
    }
}
