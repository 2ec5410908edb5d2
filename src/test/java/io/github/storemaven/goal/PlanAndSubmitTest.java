package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.testing.MsixBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the goals plan and submit find in a project beside what the Store has, both the same. */
class PlanAndSubmitTest extends AbstractStoreGoalTest {
    private SubmitMojo submit() {
        return real(build.submit("app"));
    }

    private PlanMojo plan() {
        return real(build.goal("app", new PlanMojo(null, null), "plan"));
    }

    private long changes() {
        return store.requests().stream()
                .filter(request ->
                        request.path().startsWith("/v1.0/") && !request.method().equals("GET"))
                .count();
    }

    /** Warned of by each of the two; then the Store has it. */
    private void assertWarnedByBoth(String... parts) throws Exception {
        plan().execute();
        assertThat(warnings(parts)).isEqualTo(1);
        assertThat(changes()).isZero();
        build.said().clear();
        submit().execute();
        assertThat(warnings(parts)).isEqualTo(1);
        assertThat(changes()).isPositive();
    }

    private long warnings(String... parts) {
        return build.said().stream()
                .filter(line ->
                        line.startsWith("WARNING ") && List.of(parts).stream().allMatch(line::contains))
                .count();
    }

    @Test
    void aBundleThatNoBundleFollowsIsRefusedByBothBeforeThereIsADraft() throws Exception {
        published("{'applicationPackages':[{'fileName':'Tide.msixbundle','fileStatus':'Uploaded',"
                + "'version':'1.0.0.0','architecture':'Neutral'}]}");
        build.writePackage("app", "tide.msix", "1.2.0.0");
        for (AbstractReleaseMojo goal : List.of(plan(), submit())) {
            assertThatThrownBy(goal::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageContaining("APX-20")
                    .hasMessageContaining("The published package is a bundle, and this release has none");
        }
        assertThat(changes()).isZero();
    }

    @Test
    void aFlightThatHasOtherPackagesIsPromotedByNeither() throws Exception {
        published("{}");
        store.add(FlightSeed.published("aaaaaaaa-0000-4000-8000-000000000001", "Testers", APP));
        build.writePackage("app", "tide.msix", "1.2.0.0");
        for (AbstractReleaseMojo goal : List.of(plan(), submit())) {
            goal.promoteFlight = "Testers";
            assertThatThrownBy(goal::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageContaining("Flight \"Testers\" has published other packages")
                    .hasMessageContaining("\n- 1.0.0.0  x64")
                    .hasMessageContaining("\n+ 1.2.0.0  x64");
        }
        assertThat(folder.resolve("app/target/store/plan.json")).exists();
        assertThat(changes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Testers", "aaaaaaaa-0000-4000-8000-000000000001"})
    void aPromotionIsRehearsedWithAFlightThatHasThePackages(String flight) throws Exception {
        build.writePackage("app", "tide.msix", "1.2.0.0");
        SubmitMojo submit = build.submit("app");
        submit.promoteFlight = flight;
        submit.execute();
        build.end();
        assertThat(build.said())
                .anyMatch(
                        line -> line.startsWith("WARNING The flight \"" + flight + "\" is invented for this rehearsal")
                                && line.endsWith("and these packages in it"))
                .anyMatch(line -> line.contains("Flight \"" + flight + "\" has published exactly these packages"));
    }

    @Test
    void planTellsWhichOlderPackagesStay() throws Exception {
        published("{}");
        build.writePackage("app", "tide.msix", "1.2.0.0");
        PlanMojo plan = plan();
        plan.keepPackages = "1";
        plan.execute();
        assertThat(build.said())
                .anyMatch(line -> line.endsWith("older packages (store.keepPackages is 1)"))
                .anyMatch(line -> line.endsWith("    stays: first_1.0.0.0_x64.msix (1.0.0.0, x64)"));
        assertThat(changes()).isZero();
    }

    @Test
    void aVersionLowerThanThePublishedOneIsWarnedOfByBoth() throws Exception {
        published("{'applicationPackages':[{'fileName':'Tide.msix','fileStatus':'Uploaded',"
                + "'version':'3.0.0.0','architecture':'x64',"
                + "'targetDeviceFamilies':['Windows.Desktop min version 10.0.17763.0']}]}");
        build.writePackage("app", "tide.msix", "1.2.0.0");
        assertWarnedByBoth("VER-08", "Version 1.2.0.0 is lower than the published 3.0.0.0 (Tide.msix)");
    }

    @Test
    void aDeviceFamilyWithoutAPackageIsWarnedOfByBoth() throws Exception {
        published("{'allowTargetFutureDeviceFamilies':{'Xbox':true}}");
        build.writePackage("app", "tide.msix", "1.2.0.0");
        assertWarnedByBoth("DEV-06", "The device family Xbox is enabled");
    }

    @Test
    void devicesThatLoseTheirPackageAreWarnedOfByBoth() throws Exception {
        published("{'applicationPackages':[{'fileName':'Tide.msix','fileStatus':'Uploaded',"
                + "'version':'1.0.0.0','architecture':'arm64',"
                + "'targetDeviceFamilies':['Windows.Xbox min version 10.0.17763.0']}]}");
        build.writePackage("app", "tide.msix", "1.2.0.0");
        for (AbstractReleaseMojo goal : List.of(plan(), submit())) {
            build.said().clear();
            goal.execute();
            assertThat(warnings("DEV-10", "A package for Windows.Xbox is published"))
                    .isEqualTo(1);
            assertThat(warnings("APX-21", "A package for arm64 is published")).isEqualTo(1);
        }
    }

    @Test
    void aBundleWithTheDateAsItsVersionIsWarnedOfByBoth() throws Exception {
        published("{}");
        Path target = Files.createDirectories(folder.resolve("app/target"));
        MsixBuilder.bundle(MsixBuilder.app(), MsixBuilder.app().architecture("arm64"))
                .version("2026.1128.1653.0")
                .write(target.resolve("tide.msixbundle"));
        assertWarnedByBoth("APX-22", "The bundle has the version 2026.1128.1653.0");
    }

    @Test
    void aFolderOfALanguageThatIsPublishedUnderAnotherCodeIsWarnedOfByBoth() throws Exception {
        published("{}");
        file("src/store/listings/en/title.txt", "Embedded " + APP);
        file("src/store/listings/en/description.txt", "The tides of one harbour");
        for (AbstractReleaseMojo goal : List.of(plan(), submit())) {
            goal.warnOnly = List.of("IMG-06");
            build.said().clear();
            goal.execute();
            assertThat(warnings("The listing en is new beside the published en-us", "name it en-us"))
                    .isEqualTo(1);
        }
    }

    /** A list of objects that holds something else, wherever the document has one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"trailers\": [1]}",
                "{\"applicationPackages\": [null]}",
                "{\"listings\": {\"en-us\": {\"baseListing\": {\"images\": [1]}}}}"
            })
    void anItemThatIsNoObjectIsAnErrorOfBothAndNothingIsSent(String patch) throws Exception {
        published("{}");
        file("src/store/submission.json", patch);
        for (AbstractReleaseMojo goal : List.of(plan(), submit())) {
            assertThatThrownBy(goal::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .message()
                    .contains("src/store/submission.json, line 1, /", "DOC-02")
                    .doesNotContain("ClassCastException", "fault of the plugin");
        }
        assertThat(store.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTextOfTheNotesIsInTheLogOnlyForThoseWhoAsk(boolean show) throws Exception {
        published("{}");
        build.writePackage("app", "tide.msix", "1.2.0.0");
        for (AbstractReleaseMojo goal : List.of(plan(), submit())) {
            goal.notesForCertification = "user demo, password s3cret";
            goal.showNotes = show;
            build.said().clear();
            goal.execute();
            assertThat(build.said()).anyMatch(line -> line.contains("+ notesForCertification"));
            assertThat(build.said().stream().anyMatch(line -> line.contains("s3cret")))
                    .isEqualTo(show);
        }
        assertThat(store.pending(APP)
                        .orElseGet(() -> store.published(APP).orElseThrow())
                        .getString("notesForCertification"))
                .contains("s3cret");
    }
}
