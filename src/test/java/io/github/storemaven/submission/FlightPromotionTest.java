package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What testers have, and nothing else, is released to everybody: {@code promoteFlight}. */
class FlightPromotionTest extends AbstractReleaseTest {
    private static final String FLIGHT = "aaaaaaaa-0000-4000-8000-000000000001";

    @BeforeEach
    void releaseToTesters() throws Exception {
        fixture = new ReleaseFixture(folder);
        fixture.store.add(FlightSeed.published(FLIGHT, "Testers", APP));
        fixture.product = new Product.Flight(APP, FLIGHT);
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.run();
        fixture.product = ReleaseFixture.APP;
        fixture.promoteFlight = Optional.of("Testers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Testers", FLIGHT, "AAAAAAAA-0000-4000-8000-000000000001"})
    void theSamePackageIsReleasedAfterTwoMoreRequests(String flight) throws Exception {
        fixture.promoteFlight = Optional.of(flight);
        int before = fixture.calls().size();
        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.calls().subList(before, fixture.calls().size()).stream()
                        .filter(call -> call.contains("light")))
                .hasSize(2)
                .allMatch(call -> call.startsWith("GET "));
        assertThat(fixture.published()).contains("tide-1.1.0.0.msix", "\"version\":\"1.1.0.0\"");
        assertThat(fixture.log).anyMatch(line -> line.startsWith("Flight \"Testers\" has published exactly these"));
    }

    @Test
    void whatIsPublishedAlreadyNeedsNoFlight() throws Exception {
        fixture.run();
        fixture.promoteFlight = Optional.of("gone");
        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.ALREADY_PUBLISHED);
    }

    @Test
    void aDifferenceIsATableAndChangesNothing() throws Exception {
        fixture.packages = List.of(
                fixture.packageFile("tide-1.2.0.0.msix", "1.2.0.0"),
                new PackageFile("arm/renamed.msix", folder.resolve("tide-1.1.0.0.msix"), "1.1.0.0", "x64"));
        String failure = failure();
        assertThat(failure).contains("""
                        Flight "Testers" has published other packages than this release sends:
                          version  architecture  flight                  release
                        ~ 1.1.0.0  x64           tide-1.1.0.0.msix       renamed.msix
                        + 1.2.0.0  x64                                   tide-1.2.0.0.msix
                        (+ only in the release, - only in the flight, ~ under another name)
                        Nothing was changed. https://partner.microsoft.com/""");
    }

    @Test
    void longNamesAndWhatOnlyTheFlightHasFitTheTable() throws Exception {
        String name = "the-long-name-of-a-package-that-fills-a-whole-line-of-any-console-1.300.0.0.msix";
        fixture.packages = List.of(new PackageFile(name, folder.resolve(name), "65535.65535.65535.0", "neutral"));
        String failure = failure();
        assertThat(failure).contains("\n- 1.1.0.0", "\n+ ", "...", ".300.0.0.msix\n");
        failure.lines()
                .filter(line -> line.matches("[ +~-] .*"))
                .forEach(line -> assertThat("[ERROR] " + line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aPendingSubmissionOfTheFlightIsNamedWithADifference() throws Exception {
        fixture.product = new Product.Flight(APP, FLIGHT);
        fixture.promoteFlight = Optional.empty();
        fixture.packages = List.of(fixture.packageFile("tide-1.2.0.0.msix", "1.2.0.0"));
        fixture.commit = false;
        String draft = fixture.run().submissionId();
        fixture.commit = true;
        fixture.product = ReleaseFixture.APP;
        fixture.promoteFlight = Optional.of("Testers");
        assertThat(failure()).contains("Submission " + draft + " of the flight is pending. Nothing was changed.");
    }

    @Test
    void aFlightThatHasPublishedNothingIsNotPromoted() throws Exception {
        fixture.store.add(FlightSeed.unpublished("aaaaaaaa-0000-4000-8000-000000000002", "Nobody", "9PAPPDEMO001"));
        fixture.promoteFlight = Optional.of("Nobody");
        assertThat(failure()).contains("Flight \"Nobody\" has published nothing");
        fixture.product = new Product.Flight(APP, "aaaaaaaa-0000-4000-8000-000000000002");
        fixture.promoteFlight = Optional.empty();
        fixture.commit = false;
        fixture.run();
        fixture.commit = true;
        fixture.product = ReleaseFixture.APP;
        fixture.promoteFlight = Optional.of("Nobody");
        assertThat(failure())
                .contains("Flight \"Nobody\" is not published: its submission is in the state PendingCommit");
    }

    @Test
    void packagesThatWereWithdrawnFromTestersAreNotPromoted() throws Exception {
        JsonObject published = fixture.store.published(FLIGHT).orElseThrow();
        JsonObject halted = Documents.json(published
                .toString()
                .replace("PackageRolloutNotStarted", "PackageRolloutStopped")
                .replace('"', '\''));
        String id = "aaaaaaaa-0000-4000-8000-000000000003";
        fixture.store.add(FlightSeed.published(id, "Halted", "9PAPPDEMO001").document(halted));
        fixture.promoteFlight = Optional.of("Halted");
        assertThat(failure()).contains("Flight \"Halted\" was withdrawn: the rollout of its packages was halted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"testers", "bbbbbbbb-0000-4000-8000-000000000001"})
    void aFlightThatIsNotThereIsNamed(String flight) throws Exception {
        fixture.promoteFlight = Optional.of(flight);
        assertThat(failure())
                .contains("store.promoteFlight names \"" + flight + "\", and app 9PAPPDEMO001 has no such");
    }

    private String failure() {
        long changes = fixture.count("POST", "9PAPPDEMO001/submissions") + fixture.count("PUT", "");
        String[] message = new String[1];
        assertThatThrownBy(() -> fixture.run())
                .isInstanceOf(ReleaseRefusedException.class)
                .satisfies(failure -> message[0] = failure.getMessage());
        assertThat(fixture.count("POST", "9PAPPDEMO001/submissions") + fixture.count("PUT", ""))
                .isEqualTo(changes);
        assertThat(fixture.store.pending("9PAPPDEMO001")).isEmpty();
        return message[0];
    }
}
