package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Submissions of package flights (reference, sections 6.2, 6.8 and 9.3). */
class FlightReleaseTest extends AbstractReleaseTest {
    private static final String NEW = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String OLD = "aaaaaaaa-0000-4000-8000-000000000002";

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder, EmbeddedStore.builder().with(Switch.FLIGHT_WITH_SUBMISSION));
        fixture.store.add(FlightSeed.unpublished(NEW, "nightly", APP));
        fixture.store.add(FlightSeed.published(OLD, "beta", APP));
        fixture.product = new Product.Flight(APP, NEW);
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
    }

    @Test
    void aNewFlightGetsItsFirstPackages() throws Exception {
        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(versions(NEW)).containsExactly("1.1.0.0");
        assertThat(fixture.calls()).allMatch(call -> call.contains(" applications/9PAPPDEMO001/flights/" + NEW));
    }

    @Test
    void aPublishedFlightReplacesItsPackages() throws Exception {
        fixture.product = new Product.Flight(APP, OLD);
        fixture.parameters = json("{'notesForCertification':'Log in as guest'}");
        fixture.run();

        assertThat(versions(OLD)).containsExactly("1.1.0.0");
        assertThat(fixture.store.published(OLD).orElseThrow().getString("notesForCertification"))
                .isEqualTo("Log in as guest");
    }

    @ParameterizedTest
    @EnumSource
    void theDraftThatComesWithANewFlightIsUsed(OnPending onPending) throws Exception {
        String id = createdWithDraft();
        assertThat(fixture.store.pending(id)).isPresent();
        fixture.product = new Product.Flight(APP, id);
        fixture.onPending = onPending;

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(versions(id)).containsExactly("1.1.0.0");
        assertThat(fixture.count("DELETE", "")).isZero();
        assertThat(fixture.count("POST", "/submissions")).isEqualTo(1);
    }

    @Test
    void aPendingSubmissionIsFoundThoughItsReferenceLacksTheAppsPart() throws Exception {
        fixture.commit = false;
        String draft = fixture.run().submissionId();
        fixture.commit = true;

        assertThat(fixture.run().submissionId()).isEqualTo(draft);
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        fixture.run();

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.ALREADY_PUBLISHED);
        assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
    }

    @Test
    void aSubmissionWithoutAnyFileIsCommitted() throws Exception {
        fixture.product = new Product.Flight(APP, OLD);
        fixture.packages = List.of();
        fixture.patch = json("{'notesForCertification':'Nothing new'}");

        assertThat(fixture.run().kind()).isEqualTo(ReleaseResult.Kind.RELEASED);
        assertThat(fixture.log).contains("No file to upload");
    }

    @Test
    void theNotesOfTwoProductsDoNotGetInEachOthersWay() throws Exception {
        fixture.commit = false;
        String flight = fixture.run().submissionId();
        fixture.product = ReleaseFixture.APP;
        String app = fixture.run().submissionId();
        fixture.commit = true;
        assertThat(fixture.run().submissionId()).isEqualTo(app);

        fixture.product = new Product.Flight(APP, NEW);
        assertThat(fixture.run().submissionId()).isEqualTo(flight);
        assertThat(folder.resolve("store/draft.json")).doesNotExist();
    }

    @Test
    void whatAFlightHasNotIsRefusedByTheStoreWithItsWords() {
        fixture.product = new Product.Flight("9PNOSUCHAPP1", NEW);

        assertThatThrownBy(fixture::run).hasMessageContaining("HTTP 404");
    }

    private List<String> versions(String flight) {
        return fixture
                .store
                .published(flight)
                .orElseThrow()
                .getJsonArray("flightPackages")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(entry -> entry.getString("version"))
                .toList();
    }

    /** A flight made through the service, as the samples expect it: with a submission in its answer. */
    private String createdWithDraft() throws Exception {
        return fixture.service(ReleaseFixture.NETWORK)
                .createFlight(new Product.Application(APP), json("{'friendlyName':'weekly','groupIds':['1']}"))
                .id()
                .orElseThrow();
    }
}
