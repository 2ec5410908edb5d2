package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.submission.RolloutChange.Action;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rollout of what is published, for apps and flights (reference, sections 5.11, 5.21 and 11). */
class RolloutChangeTest extends AbstractReleaseTest {
    private static final String FLIGHT = "aaaaaaaa-0000-4000-8000-000000000001";

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder);
    }

    private RolloutChange rollout() {
        return new RolloutChange(fixture.service(ReleaseFixture.NETWORK), fixture.time, fixture.log());
    }

    private Product inProgress(String percentage) {
        return fixture.addInRollout("PackageRolloutInProgress", percentage);
    }

    private String status(Product product) {
        return fixture.rollout(product).getString("packageRolloutStatus");
    }

    private long posts() {
        return fixture.calls().stream().filter(call -> call.startsWith("POST")).count();
    }

    @Test
    void showReadsTwiceAndChangesNothing() throws Exception {
        RolloutState state = rollout().run(inProgress("12.5"), Action.SHOW);

        assertThat(state.json())
                .isEqualTo(json("{'product':{'kind':'app','id':'9PAPPDEMO002'},'submissionId':'" + state.submissionId()
                        + "','status':'PackageRolloutInProgress','percentage':12.5,"
                        + "'fallbackSubmissionId':'1152921500000000001'}"));
        assertThat(fixture.log)
                .containsExactly("Rollout of submission " + state.submissionId() + " of app 9PAPPDEMO002: 12.5 % of the"
                        + " customers get it, the others get submission 1152921500000000001");
        assertThat(fixture.calls()).hasSize(2).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void aHigherPercentageIsPassedOn() throws Exception {
        Product app = inProgress("10.0");
        RolloutState state = rollout().change(app, new BigDecimal("50"));

        assertThat(state.rollout().share()).isEqualTo("50 %");
        assertThat(fixture.rollout(app).getInt("packageRolloutPercentage")).isEqualTo(50);
        assertThat(fixture.log).last().asString().endsWith(": 10 % -> 50 %");
        assertThat(fixture.calls()).hasSize(3);
    }

    @Test
    void aLowerOneTooWithAWarning() throws Exception {
        Product app = inProgress("50.0");
        rollout().change(app, new BigDecimal("7.5"));

        assertThat(fixture.rollout(app)
                        .getJsonNumber("packageRolloutPercentage")
                        .bigDecimalValue())
                .isEqualByComparingTo("7.5");
        assertThat(fixture.log).anyMatch(line -> line.startsWith("WARN 50 % -> 7.5 % lowers the rollout"));
    }

    @Test
    void aHundredIsNotFinalizedAndSaysSo() throws Exception {
        Product app = inProgress("50.0");
        rollout().change(app, new BigDecimal("100"));

        assertThat(status(app)).isEqualTo("PackageRolloutInProgress");
        assertThat(fixture.log).last().asString().contains("\"-Dstore.rolloutAction=finalize\"");
    }

    @Test
    void aHaltTellsWhatTheNextSubmissionHasToDo() throws Exception {
        Product app = inProgress("10.0");
        RolloutState state = rollout().run(app, Action.HALT);

        assertThat(state.rollout().isStopped()).isTrue();
        assertThat(status(app)).isEqualTo("PackageRolloutStopped");
        assertThat(fixture.log)
                .anyMatch(line -> line.contains("customers get those of submission 1152921500000000001"))
                .anyMatch(line -> line.contains("begins as a copy of the halted one, its packages included"));
    }

    @Test
    void aFinalizedOneIsEverybodys() throws Exception {
        Product app = inProgress("10.0");
        RolloutState state = rollout().run(app, Action.FINALIZE);

        assertThat(state.rollout().isComplete()).isTrue();
        assertThat(status(app)).isEqualTo("PackageRolloutComplete");
        assertThat(fixture.log).last().asString().endsWith("finalized, everybody gets it");
    }

    @ParameterizedTest
    @CsvSource({"PackageRolloutStopped, 0.0, HALT", "PackageRolloutComplete, 100.0, FINALIZE"})
    void whatIsTheCaseAlreadyIsASuccess(String status, String percentage, Action action) throws Exception {
        rollout().run(fixture.addInRollout(status, percentage), action);

        assertThat(posts()).isZero();
        assertThat(fixture.log).last().isEqualTo("That is the case already; nothing was changed");
    }

    @ParameterizedTest
    @CsvSource({"PackageRolloutInProgress, 10.0", "PackageRolloutStopped, 0.0", "PackageRolloutComplete, 100.0"})
    void soIsAPercentageThatIsTheCaseAlready(String status, String percentage) throws Exception {
        rollout().change(fixture.addInRollout(status, percentage), new BigDecimal(percentage).setScale(3));

        assertThat(posts()).isZero();
        assertThat(fixture.log).last().isEqualTo("That is the case already; nothing was changed");
    }

    @ParameterizedTest
    @CsvSource({
        "PackageRolloutComplete, HALT, It is finalized: everybody gets the packages",
        "PackageRolloutStopped, FINALIZE, 'It is halted, and nothing reopens it'",
        "PackageRolloutNotStarted, HALT, It was released to everybody at once",
        "PackageRolloutNotStarted, FINALIZE, It was released to everybody at once"
    })
    void whatCannotBeIsRefusedInWordsWithoutACall(String status, Action action, String words) {
        Product app = fixture.addInRollout(status, "100.0");

        assertThatThrownBy(() -> rollout().run(app, action))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContainingAll(
                        "There is no rollout of submission",
                        "in progress to",
                        words,
                        "Nothing was changed",
                        "https://partner.microsoft.com/dashboard/products/9PAPPDEMO002/");
        assertThat(posts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PackageRolloutComplete", "PackageRolloutStopped", "PackageRolloutNotStarted"})
    void noPercentageReopensIt(String status) {
        Product app = fixture.addInRollout(status, "30.0");

        assertThatThrownBy(() -> rollout().change(app, new BigDecimal("50")))
                .hasMessageContaining("in progress to change to 50 %");
        assertThat(posts()).isZero();
    }

    @Test
    void whatWasNeverPublishedHasNone() {
        fixture.store.add(ApplicationSeed.unpublished("9PAPPDEMO003"));

        assertThatThrownBy(() -> rollout().run(new Product.Application("9PAPPDEMO003"), Action.SHOW))
                .hasMessageContaining("Nothing of app 9PAPPDEMO003 was ever published");
    }

    @Test
    void aReleaseInARolloutIsRaisedAndFinalized() throws Exception {
        fixture.packages = List.of(fixture.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.patch = json("{'packageDeliveryOptions':{'packageRollout':{'isPackageRollout':true,"
                + "'packageRolloutPercentage':10.0}}}");
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.run();

        assertThat(rollout().run(ReleaseFixture.APP, Action.SHOW).rollout().share())
                .isEqualTo("10 %");
        assertThat(rollout()
                        .change(ReleaseFixture.APP, new BigDecimal("50"))
                        .rollout()
                        .share())
                .isEqualTo("50 %");
        assertThat(rollout().run(ReleaseFixture.APP, Action.FINALIZE).rollout().isComplete())
                .isTrue();
    }

    @Test
    void aFlightHasItsOwn() throws Exception {
        fixture.store.add(FlightSeed.published("aaaaaaaa-0000-4000-8000-000000000002", "beta", "9PAPPDEMO001"));
        fixture.store.add(FlightSeed.published(FLIGHT, "nightly", "9PAPPDEMO001")
                .document(
                        fixture.inRollout("aaaaaaaa-0000-4000-8000-000000000002", "PackageRolloutInProgress", "20.0")));
        Product flight = new Product.Flight("9PAPPDEMO001", FLIGHT);
        rollout().run(flight, Action.HALT);

        assertThat(status(flight)).isEqualTo("PackageRolloutStopped");
        assertThat(fixture.calls()).allMatch(call -> call.contains("/flights/" + FLIGHT));
    }
}
