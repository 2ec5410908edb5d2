package io.github.storemaven.goal;

import static io.github.storemaven.goal.ThreeProductsFixture.MOON;
import static io.github.storemaven.goal.ThreeProductsFixture.TIDE;
import static io.github.storemaven.goal.ThreeProductsFixture.WAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.testing.FakeTimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a build of several products one whose place another submission holds is released behind the others. */
class BusyProductsTest {
    private ThreeProductsFixture fixture;

    @TempDir
    Path folder;

    @BeforeEach
    void threeProducts() throws Exception {
        fixture = new ThreeProductsFixture(folder, Duration.ofMinutes(10));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void busy(String product, String end) {
        fixture.fault("{'fault':'otherSubmission','product':'" + product + "','version':'1.0.5.0',"
                + (end.isEmpty() ? "" : end + ",") + "'times':1}");
    }

    private List<SubmitMojo> patient(String busyTimeout) {
        List<SubmitMojo> goals = fixture.submits();
        goals.forEach(goal -> goal.busyTimeout = busyTimeout);
        return goals;
    }

    private Duration passed() {
        return Duration.between(FakeTimeSource.START, fixture.time.instant());
    }

    private static boolean isChange(RecordedRequest request) {
        return !request.method().equals("GET");
    }

    @Test
    void theOthersAreReleasedFirst() throws Exception {
        busy(TIDE, "'polls':3");
        fixture.release(patient("PT9H"));

        assertThat(fixture.ends()).isEqualTo(WAVE + ":published," + MOON + ":published," + TIDE + ":published");
        assertThat(fixture.build.said())
                .containsSubsequence(
                        "Now store:submit@store of tide: all modules have built",
                        "The rest of store:submit@store of tide is done behind the other goals of the build",
                        "Now store:submit@store of wave: all modules have built",
                        "Now store:submit@store of moon: all modules have built")
                .anyMatch(line -> line.matches("app " + TIDE + ": Submission \\d+ is Published after .* of waiting\\."
                        + " Everything is looked at again"))
                .containsOnlyOnce("Now store:submit@store of tide: all modules have built");
    }

    /** Its first look, and from then on one question a poll. */
    @Test
    void nothingIsCreatedOrSentForItMeanwhile() throws Exception {
        busy(TIDE, "'polls':3");
        fixture.release(patient("PT9H"));

        List<RecordedRequest> all = fixture.store.requests().stream()
                .filter(request -> request.path().contains("/my/applications/"))
                .toList();
        int othersEnd = all.lastIndexOf(
                fixture.requests(MOON).get(fixture.requests(MOON).size() - 1));
        List<RecordedRequest> ofTide = all.subList(0, othersEnd).stream()
                .filter(request -> request.path().contains(TIDE))
                .toList();
        assertThat(ofTide).hasSize(3).noneMatch(BusyProductsTest::isChange);
        assertThat(fixture.requests(TIDE)).anyMatch(BusyProductsTest::isChange);
    }

    /** Whichever is free first is released first. */
    @Test
    void severalBusyOnesTakeTurns() throws Exception {
        busy(TIDE, "'polls':9");
        busy(WAVE, "'polls':4");
        fixture.release(patient("PT9H"));

        assertThat(fixture.ends()).isEqualTo(MOON + ":published," + WAVE + ":published," + TIDE + ":published");
        assertThat(fixture.build.said())
                .anyMatch(line -> line.startsWith("app " + TIDE + ": Submission "))
                .anyMatch(line -> line.startsWith("app " + WAVE + ": Submission "));
    }

    /** The others take longer than that, so there is only the last look. */
    @Test
    void itsTimeRunsFromItsOwnFirstLook() throws Exception {
        busy(TIDE, "");
        fixture.release(patient("PT31M"));

        assertThat(fixture.ends()).isEqualTo(WAVE + ":published," + MOON + ":published," + TIDE + ":busy");
        assertThat(fixture.requests(TIDE))
                .filteredOn(request -> request.path().endsWith("/status"))
                .hasSize(1);
        assertThat(fixture.result("tide").getJsonObject("pending").getString("status"))
                .isEqualTo("Certification");
        assertThat(fixture.result("tide").getString("message")).contains("is pending already");
    }

    @Test
    void whatIsFreeAtTheLastLookIsReleased() throws Exception {
        busy(TIDE, "'polls':1");
        fixture.release(patient("PT31M"));

        assertThat(passed()).isGreaterThan(Duration.ofMinutes(31));
        assertThat(fixture.ends()).endsWith(TIDE + ":published");
    }

    @Test
    void whatIsNeverFreeEndsWhenItsTimeIsUpForEach() throws Exception {
        busy(TIDE, "");
        busy(WAVE, "");
        busy(MOON, "");
        fixture.release(patient("PT31M"));

        assertThat(fixture.ends()).isEqualTo(TIDE + ":busy," + WAVE + ":busy," + MOON + ":busy");
        assertThat(passed()).isEqualTo(Duration.ofMinutes(31));
        assertThat(fixture.store.requests())
                .filteredOn(request -> request.path().contains("/my/"))
                .noneMatch(BusyProductsTest::isChange);
    }

    @Test
    void aNewerVersionThatWasPublishedMeanwhileIsNotFollowed() throws Exception {
        fixture.fault("{'fault':'otherSubmission','product':'" + TIDE + "','version':'1.6.0.0','polls':2,'times':1}");
        fixture.release(patient("PT9H"));

        assertThat(fixture.ends()).isEqualTo(WAVE + ":published," + MOON + ":published," + TIDE + ":overtaken");
    }

    /** A build that does not wait ends as it always has. */
    @Test
    void withoutTheParameterNobodyIsOvertaken() throws Exception {
        busy(TIDE, "'polls':1");
        fixture.release();

        assertThat(fixture.ends()).isEqualTo(TIDE + ":busy," + WAVE + ":published," + MOON + ":published");
    }

    @Test
    void aFailureOfAnotherEndsTheWaitAndSaysSo() throws Exception {
        busy(TIDE, "");
        fixture.fault("{'fault':'answer','call':'createSubmission','product':'" + WAVE + "','status':403}");
        fixture.release(patient("PT9H"));

        assertThat(fixture.ends()).isEqualTo(WAVE + ":refused," + MOON + ":skipped," + TIDE + ":busy");
        assertThat(fixture.outputs()).containsEntry("STORE_RESULT", "refused");
        assertThat(fixture.result("tide").getString("message"))
                .startsWith("The build has failed. The wait for submission ")
                .contains("Nothing was sent");
        assertThat(fixture.result("tide").getJsonObject("pending").getString("status"))
                .isEqualTo("Certification");
        assertThat(fixture.result("tide")
                        .getJsonArray("packages")
                        .getJsonObject(0)
                        .getString("sha256"))
                .hasSize(64);
        assertThat(fixture.result("tide").getString("next")).startsWith("mvn store:submit@store -pl :tide");
        assertThat(fixture.build.said())
                .anyMatch(line -> line.startsWith("WARNING The build has failed, and these goals changed nothing in the"
                                + " Store: mvn store:submit@store -pl :moon")
                        && line.contains("-pl :tide"));
    }

    private static SystemStreamLog hearing(List<String> said, Consumer<String> ear) {
        return new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                said.add(line.toString());
                ear.accept(line.toString());
            }

            @Override
            public void warn(CharSequence line) {
                said.add(line.toString());
            }

            @Override
            public void debug(CharSequence line) {}
        };
    }

    /** While another one is released, or while the busy one is asked about again. */
    @ParameterizedTest
    @ValueSource(strings = {"Changes to app " + WAVE, "app " + TIDE + ": Still "})
    void aStopIsTheEndOfAllThatAreLeft(String line) throws Exception {
        busy(TIDE, "");
        List<SubmitMojo> goals = patient("PT9H");
        goals.forEach(goal -> goal.setLog(hearing(fixture.build.said(), told -> {
            if (told.startsWith(line)) {
                Thread.currentThread().interrupt();
            }
        })));
        fixture.release(goals);
        assertThat(Thread.interrupted()).isTrue();

        boolean isEarly = line.contains(WAVE);
        String others =
                isEarly ? WAVE + ":interrupted," + MOON + ":interrupted," : WAVE + ":published," + MOON + ":published,";
        assertThat(fixture.ends()).isEqualTo(others + TIDE + ":interrupted");
        assertThat(fixture.result("tide").getString("message"))
                .startsWith("Stopped from outside during store:submit. The wait for submission ")
                .contains("Nothing was sent");
        assertThat(fixture.build.said())
                .filteredOn(told -> told.contains("The wait for submission"))
                .hasSize(1);
        assertThat(fixture.requests(TIDE)).noneMatch(BusyProductsTest::isChange);
    }

    /** As the hook of the virtual machine tells it, while another one is released. */
    @Test
    void aStopOfTheMachineIsTheEndOfThoseThatHaveNoTurn() throws Exception {
        busy(TIDE, "");
        List<SubmitMojo> goals = patient("PT9H");
        goals.get(1).setLog(hearing(fixture.build.said(), line -> {
            if (line.startsWith("Changes to app " + WAVE)) {
                goals.get(2).leave(true);
                goals.get(0).leave(true);
                Thread.currentThread().interrupt();
            }
        }));
        fixture.release(goals);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(fixture.ends()).isEqualTo(MOON + ":interrupted," + TIDE + ":interrupted," + WAVE + ":interrupted");
        assertThat(fixture.result("moon").containsKey("pending")).isFalse();
        assertThat(fixture.result("moon").getString("next")).startsWith("mvn store:submit@store -pl :moon");
    }

    /** What a POM lists in an order is done in it. */
    @Test
    void theOtherGoalsOfItsModuleStayBehindIt() throws Exception {
        busy(TIDE, "'polls':3");
        SubmitMojo moonInTide = fixture.inEarnest(fixture.build.goal("tide", new SubmitMojo(null, null), "submit"));
        moonInTide.execution = BuildSession.execution("submit", "moon", MojoExecution.Source.LIFECYCLE);
        moonInTide.time = fixture.time;
        moonInTide.applicationId = MOON;
        SubmitMojo tide = fixture.submit("tide");
        tide.busyTimeout = "PT9H";
        fixture.release(List.of(tide, moonInTide, fixture.submit("wave")));

        assertThat(fixture.ends()).isEqualTo(WAVE + ":published," + TIDE + ":published," + MOON + ":submitted");
    }

    /** Else it would be replaced by what it is added to. */
    @Test
    void whatIsAddedToItsPackagesStaysBehindIt() throws Exception {
        busy(TIDE, "'polls':3");
        List<SubmitMojo> goals = patient("PT9H");
        fixture.build.writePackage("wave", "wave.msix", "1.0.9.0");
        goals.get(1).applicationId = TIDE;
        goals.get(1).packageMode = "add";
        fixture.release(goals);

        assertThat(fixture.ends()).isEqualTo(MOON + ":published," + TIDE + ":published," + TIDE + ":published");
        assertThat(fixture.result("wave").getString("version")).isEqualTo("1.0.9.0");
    }

    /** Its answer is wanted of what is there when all is done. */
    @Test
    void aQuestionStaysBehindIt() throws Exception {
        busy(TIDE, "'polls':3");
        List<SubmitMojo> goals = patient("PT9H");
        goals.get(0).execute();
        StatusMojo status = fixture.inEarnest(fixture.build.goal("wave", new StatusMojo(null), "status"));
        status.time = fixture.time;
        status.applicationId = TIDE;
        status.waitFor = "none";
        status.execute();
        fixture.release(goals.subList(2, 3));

        assertThat(fixture.build.said())
                .containsSubsequence(
                        "Now store:submit@store of moon: all modules have built",
                        "Now store:status@store of wave: all modules have built");
        assertThat(fixture.ends()).isEqualTo(MOON + ":published," + TIDE + ":published");
        assertThat(fixture.requests(TIDE).stream().filter(BusyProductsTest::isChange))
                .isNotEmpty();
    }
}
