package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ProductSelector;
import io.github.storemaven.submission.ReleaseRefusedException;
import io.github.storemaven.testing.FakeTimeSource;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which product a goal is about: parameters that fit together, and names that the Store is asked for. */
class ProductSelectorTest {
    private static final String APP = "9PAPPDEMO001";
    private static final String OTHER_APP = "9PAPPDEMO002";
    private static final String FLIGHT = "aaaaaaaa-0000-4000-8000-000000000001";

    private final GoalFixture<SubmitMojo> goal;
    private final SubmitMojo mojo;
    private EmbeddedStore store;

    ProductSelectorTest() throws Exception {
        goal = GoalFixture.submit();
        mojo = goal.mojo;
    }

    @BeforeEach
    void start() throws Exception {
        store = EmbeddedStore.builder().start();
        for (String app : List.of(APP, OTHER_APP)) {
            store.add(ApplicationSeed.published(app));
        }
        store.add(AddonSeed.published("9NADDON00001", "year", APP));
        store.add(AddonSeed.published("9NADDON00002", "year", OTHER_APP));
        store.add(FlightSeed.published(FLIGHT, "Beta", APP));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void anAddonIsFoundByItsProductIdAndItsApp() throws Exception {
        mojo.addonProductId = "year";
        mojo.applicationId = OTHER_APP;

        assertThat(choice().require(service())).isEqualTo(new Product.Addon("9NADDON00002"));
    }

    @Test
    void anAmbiguousProductIdIsAnErrorThatListsTheMatches() {
        mojo.addonProductId = "year";

        assertThatThrownBy(() -> choice().require(service()))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining(
                        "2 products fit add-on year; say which one with store.addonId or" + " store.applicationId")
                .hasMessageContaining("9NADDON00001")
                .hasMessageContaining("9NADDON00002");
    }

    @Test
    void aFlightIsFoundByItsExactName() throws Exception {
        mojo.applicationId = APP;
        mojo.flightName = "Beta";

        assertThat(choice().require(service())).isEqualTo(new Product.Flight(APP, FLIGHT));
    }

    @Test
    void aFlightOfAnotherSpellingIsNotFound() {
        mojo.applicationId = APP;
        mojo.flightName = "beta";

        assertThatThrownBy(() -> choice().require(service()))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("no flight \"beta\" of app " + APP)
                .hasMessageContaining("store:create-flight")
                .hasMessageEndingWith(". Its flights: \"Beta\"");
    }

    @Test
    void whatIsNamedByItsIdIsNotAskedFor() throws Exception {
        mojo.applicationId = APP;
        mojo.flightId = FLIGHT;

        assertThat(choice().require(service())).isEqualTo(new Product.Flight(APP, FLIGHT));
        assertThat(store.requestCount()).isZero();
    }

    /** Maven leaves such a parameter out, and the app itself would get what was meant for its add-on. */
    @Test
    void aNameThatComesFromNothingIsRefused() {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        for (String[] written : new String[][] {
            {"addonId", "${store.created.addonId}"}, {"addonProductId", "${store.addonProductId}"}, {"flightName", ""}
        }) {
            Xpp3Dom parameter = new Xpp3Dom(written[0]);
            parameter.setValue(written[1]);
            configuration.addChild(parameter);
        }
        mojo.execution = new MojoExecution(new Plugin(), "submit", "addon");
        mojo.execution.setConfiguration(configuration);
        mojo.applicationId = APP;

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("store.addonId is ${store.created.addonId}, which has no value here");
    }

    @Test
    void namesThatExcludeEachOtherAreToldTogether() {
        mojo.applicationId = "Contoso.Tide";
        mojo.flightId = "Beta";
        mojo.flightName = "Beta";
        mojo.addonId = "9N/../x";
        mojo.addonProductId = "year";

        assertThat(problems())
                .anyMatch(line -> line.startsWith("A flight and an add-on are named together"))
                .anyMatch(line -> line.startsWith("store.flightId and store.flightName are set together"))
                .anyMatch(line -> line.startsWith("store.addonId and store.addonProductId are set together"))
                .anyMatch(line -> line.startsWith("store.applicationId is \"Contoso.Tide\""))
                .anyMatch(line -> line.startsWith("store.addonId is \"9N/../x\""))
                .anyMatch(line ->
                        line.startsWith("store.flightId is \"Beta\"; a flight id is a GUID. For the name of a flight"))
                .hasSize(6);
    }

    @Test
    void aBlankNameCountsAsNotSet() throws Exception {
        mojo.applicationId = APP;
        mojo.flightName = " ";
        mojo.addonId = "";

        assertThat(problems()).isEmpty();
        assertThat(choice().type()).isEqualTo(ProductType.APP);
        assertThat(choice().require(service())).isEqualTo(new Product.Application(APP));
    }

    @Test
    void aFlightNeedsItsAppAndAnAddonDoesNot() {
        mojo.flightName = "Beta";
        assertThat(problems()).singleElement().asString().contains("store.applicationId");

        mojo.flightName = null;
        mojo.addonProductId = "year";
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9PAPPDEMO01", "9PAPPDEMO0001", "9P", "9PAPP-EMO001", "9PAPPDEMO0١١", "XPDNH1FMW7NB40"})
    void aStoreIdHasTwelveLettersAndDigits(String id) {
        mojo.applicationId = id;
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("store.applicationId is \"" + id + "\"")
                .contains("12 letters and digits");
        mojo.applicationId = null;
        mojo.addonId = id;
        assertThat(problems()).singleElement().asString().startsWith("store.addonId is \"" + id + "\"");
    }

    @Test
    void theLettersOfAStoreIdAreCapitals() {
        mojo.applicationId = "9pappdemo001";
        assertThat(problems())
                .containsExactly("store.applicationId is \"9pappdemo001\"; write the letters of a Store ID as capitals:"
                        + " \"9PAPPDEMO001\"");
    }

    @Test
    void aNameThatMayBeMeantIsSaidWhereOneIsMissing() {
        goal.given("applicationId", APP).inherited("store.aplicationId", APP);
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("\"-Dstore.applicationId=...\"")
                .endsWith("Is applicationId or store.aplicationId, which is set, meant for it?");
    }

    private ProductSelector choice() {
        return mojo.product();
    }

    private List<String> problems() {
        ConfigurationProblems problems = new ConfigurationProblems();
        mojo.checkProduct(problems);
        return ProblemLines.of(problems);
    }

    private StoreClient service() {
        FakeTimeSource time = new FakeTimeSource();
        Transport transport = new HttpTransport(Proxy.Selector.direct());
        TokenCache tokens = new TokenCache(
                new TokenEndpoint(store.loginUrl(), transport, time),
                new ClientSecret(store.tenantId(), store.clientId(), store.clientSecret(), "test"));
        return new StoreClient(
                new StoreConnection(store.serviceUrl(), tokens, transport, new RetryPolicy(time, () -> 0.5)));
    }
}
