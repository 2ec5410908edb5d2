package io.github.storemaven.submission;

import static io.github.storemaven.submission.DoctorFixture.APP;
import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.json.Json;
import io.github.storemaven.submission.Diagnosis.Check;
import io.github.storemaven.submission.Diagnosis.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call of the doctor broken in each way: what needs it is a problem or left out, and nothing else is. */
class DoctorFaultSweepTest {
    /** The calls with the checks that cannot succeed without them. */
    private static final Map<String, Set<String>> CALLS = Map.of(
            "token",
            Set.of(
                    "token",
                    "role",
                    "clock",
                    "product",
                    "apps",
                    "lists",
                    "published",
                    "price",
                    "rollout",
                    "pending",
                    "packages"),
            "listApplications",
            Set.of("role", "apps"),
            "getApplication",
            Set.of("product", "lists", "published", "price", "rollout", "pending", "packages"),
            "listFlights",
            Set.of("lists"),
            "listAddons",
            Set.of("lists"),
            "getSubmission",
            Set.of("published", "price", "pending", "packages"),
            "getStatus",
            Set.of("pending", "packages"),
            "getRollout",
            Set.of("rollout"));

    private static final Map<String, String> FAULTS = faults();
    private static final int NAMES = 11;

    /** One Store for all cases, since the doctor changes nothing in it. */
    private static DoctorFixture fixture;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        fixture = new DoctorFixture(folder, EmbeddedStore.builder());
        fixture.store.add(FlightSeed.published(DoctorFixture.FLIGHT, "Testers", APP));
        fixture.store.add(AddonSeed.published(DoctorFixture.ADDON, "tide-premium", APP));
        fixture.release.patch = json("{'notesForCertification':'a draft'}");
        fixture.release.commit = false;
        fixture.release.run();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static Map<String, String> faults() {
        Map<String, String> faults = new TreeMap<>();
        faults.put("lost before the request", "{'fault':'drop','when':'before'}");
        faults.put("lost after the effect", "{'fault':'drop','when':'after'}");
        faults.put("stalled body", "{'fault':'stall'}");
        for (int status : List.of(400, 401, 403, 404, 408, 409, 418, 429, 500, 502, 503, 504)) {
            faults.put("" + status, "{'fault':'answer','status':" + status + "}");
        }
        faults.put("HTML", "{'fault':'answer','status':200,'body':'html','done':true}");
        faults.put("empty body", "{'fault':'answer','status':200,'body':'empty','done':true}");
        return faults;
    }

    static Stream<Arguments> cases() {
        return CALLS.keySet().stream()
                .sorted()
                .flatMap(call -> FAULTS.keySet().stream()
                        .filter(fault -> !fault.startsWith("stalled") || call.equals("getRollout"))
                        .flatMap(fault -> Stream.of(1, 1000).map(times -> Arguments.of(call, fault, times))));
    }

    @ParameterizedTest(name = "{0}: {1}, {2} times")
    @MethodSource("cases")
    void examinesAllThatDoesNotNeedTheCall(String call, String fault, int times) throws Exception {
        fixture.store.faults().clear();
        fixture.store
                .faults()
                .set(Json.PROVIDER
                        .createObjectBuilder(json(FAULTS.get(fault)))
                        .add("call", call)
                        .add("times", times)
                        .build());
        fixture.network = fault.startsWith("stalled") ? DoctorFaultSweepTest::hurried : ReleaseFixture.NETWORK;
        fixture.examine();

        assertThat(fixture.names()).hasSize(NAMES).doesNotHaveDuplicates();
        Set<String> needing = CALLS.get(call);
        assertThat(troubled()).isSubsetOf(needing);
        if (times > 1 && !isNoTrouble(call, fault)) {
            assertThat(troubled()).isNotEmpty();
        }
        assertThat(fixture.diagnosis.problemText() + fixture.diagnosis.json() + fixture.markdown())
                .doesNotContain("sig=", EmbeddedStore.MADE_UP);
        assertThat(fixture.markdown()).doesNotContain(APP, fixture.store.clientId());
    }

    private static Response hurried(Request request) throws IOException, InterruptedException {
        boolean isMeant = request.uri().getPath().endsWith("/packagerollout");
        return ReleaseFixture.NETWORK.send(request.timeout(isMeant ? Duration.ofMillis(250) : Duration.ofMinutes(2)));
    }

    /** An empty list is answered with 404. */
    private static boolean isNoTrouble(String call, String fault) {
        return call.startsWith("list") && fault.equals("404") && !call.equals("listApplications");
    }

    private static Set<String> troubled() {
        return fixture.diagnosis.checks().stream()
                .filter(DoctorFaultSweepTest::isTrouble)
                .map(Check::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All is well but for the draft. */
    private static boolean isTrouble(Check check) {
        return check.result() == Result.PROBLEM || check.message().startsWith("not checked");
    }
}
