package io.github.storemaven.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.installer.InstallerOptions.WaitFor;
import io.github.storemaven.installer.InstallerReleaseFixture.HaltException;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.BrokenCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of a release broken in every way, once and for good: it ends with one submission, or the next run does. */
class InstallerFaultSweepTest {
    private static final List<String> CALLS = List.of(
            "token",
            "getDraftStatus",
            "getPackages",
            "replacePackages",
            "patchPackage",
            "commitPackages",
            "getMetadata",
            "patchMetadata",
            "getAssets",
            "createAssets",
            "putBlob",
            "commitAssets",
            "submitDraft",
            "getPublishingStatus");

    private static final Map<String, Integer> ENDS = new ConcurrentSkipListMap<>();

    @TempDir
    Path folder;

    static Stream<Arguments> cases() {
        return CALLS.stream()
                .flatMap(call -> BrokenCalls.FAULTS.keySet().stream()
                        .flatMap(fault -> times(fault).map(times -> Arguments.of(call, fault, times))));
    }

    /** What takes real time lasts for one call only. */
    private static Stream<Integer> times(String fault) {
        return BrokenCalls.isSlow(fault) ? Stream.of(1) : Stream.of(1, 1000);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}: {1}, {2} times")
    @MethodSource("cases")
    void endsWithOneSubmissionOrAClearFailure(String call, String fault, int times) throws Exception {
        try (InstallerReleaseFixture fixture = new InstallerReleaseFixture(folder)) {
            if (call.equals("replacePackages")) {
                fixture.packages(
                        InstallerReleaseFixture.PACKAGE, InstallerReleaseFixture.PACKAGE.replace("X64", "Arm64"));
            } else {
                fixture.packages(InstallerReleaseFixture.PACKAGE);
            }
            fixture.text("en-us", "releaseNotes", "Faster.");
            fixture.image("en-us", "Screenshot", "01.png", 1366, 768, 1);
            fixture.waitFor = WaitFor.PUBLICATION;
            fixture.timeout = Duration.ofHours(2);
            fixture.store.faults().set(BrokenCalls.fault(fault, call, times));
            if (BrokenCalls.isSlow(fault)) {
                fixture.hurry(call);
            }
            String end = end(fixture);
            ENDS.merge(end, 1, Integer::sum);
            fixture.goOn();
            if (!end.equals("PUBLISHED")) {
                assertThat(end(fixture)).isIn("PUBLISHED", "UNCHANGED");
            }
            assertThat(fixture.submissions()).containsExactly("PUBLISHED");
            assertThat(fixture.draft().toString()).contains("Faster.", "tide-2.0.0.msi", "\"width\":1366");
        }
    }

    @Test
    void aStopBeforeAndAfterEachRequestLeavesOneSubmission() throws Exception {
        int halts = 0;
        for (int number = 1; number > 0; number++) {
            for (boolean before : new boolean[] {true, false}) {
                Path place = Files.createDirectory(folder.resolve(number + "-" + before));
                try (InstallerReleaseFixture fixture = new InstallerReleaseFixture(place)) {
                    fixture.packages(
                            InstallerReleaseFixture.PACKAGE, InstallerReleaseFixture.PACKAGE.replace("X64", "Arm64"));
                    fixture.text("en-us", "releaseNotes", "Faster.");
                    fixture.image("en-us", "Screenshot", "01.png", 1366, 768, 1);
                    fixture.waitFor = WaitFor.PUBLICATION;
                    fixture.haltAt(number, before);
                    try {
                        fixture.run();
                        number = -1; // It has ended before.
                        break;
                    } catch (HaltException stopped) {
                        halts++;
                    }
                    fixture.goOn();
                    assertThat(fixture.run().status())
                            .as("%s %s", number, before)
                            .isIn("PUBLISHED", "UNCHANGED");
                    assertThat(fixture.submissions())
                            .as("%s %s", number, before)
                            .containsExactly("PUBLISHED");
                    assertThat(fixture.draft().toString()).contains("Faster.", "tide-2.0.0.msi", "\"width\":1366");
                }
            }
        }
        System.out.println("submit-installer, stopped from outside: " + halts + " halts");
        assertThat(halts).isGreaterThan(30);
    }

    private static String end(InstallerReleaseFixture fixture) throws Exception {
        try {
            return fixture.run().status();
        } catch (InstallerRefusedException | StoreRefusedException | IOException failure) {
            assertThat(failure.getMessage()).isNotBlank().doesNotContain("sig=");
            return failure.getClass().getSimpleName();
        }
    }

    @AfterAll
    static void tell() {
        System.out.println("submit-installer, calls broken: " + cases().count() + " cases, first ends: " + ENDS);
    }
}
