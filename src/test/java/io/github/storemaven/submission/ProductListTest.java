package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.http.Response;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The account's products as a table and as JSON. */
class ProductListTest extends AbstractReleaseTest {
    private static final String NIGHTLY = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String BETA = "aaaaaaaa-0000-4000-8000-000000000002";
    private static final Product.Application APP = (Product.Application) ReleaseFixture.APP;

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder);
    }

    private StoreClient store() {
        return fixture.service(ReleaseFixture.NETWORK);
    }

    private static ApplicationSeed named(ApplicationSeed seed, String name) {
        return new ApplicationSeed(seed.storeId(), name, "", "", true, List.of(), seed.isPublished(), seed.document());
    }

    @Test
    void theAccountsAppsComeByNameWithWhatIsPendingMarked() throws Exception {
        fixture.store.add(named(ApplicationSeed.published("9PAPPDEMO003"), "alpha tides"));
        fixture.store.add(named(ApplicationSeed.unpublished("9PAPPDEMO002"), "Zebra " + "with a long tail ".repeat(5)));
        fixture.store.createInPartnerCenter("9PAPPDEMO003");
        ProductList list = ProductList.ofAccount(store());

        assertThat(list.lines())
                .containsExactly(
                        "State       Store ID      App",
                        "published*  9PAPPDEMO003  alpha tides",
                        "published   9PAPPDEMO001  Embedded 9PAPPDEMO001",
                        "new         9PAPPDEMO002  Zebra with a long tail with a long tail with...",
                        "* a submission is pending: mvn store:status tells what can be done")
                .allMatch(line -> line.length() <= 80 - "[INFO] ".length() && line.matches("\\p{ASCII}*"));
        assertThat(list.json().keySet()).containsExactly("applications");
        assertThat(list.json().getJsonArray("applications").getJsonObject(0))
                .isEqualTo(json("{'id':'9PAPPDEMO003','name':'alpha tides','published':'"
                        + list.applications().get(0).lastPublished().orElseThrow() + "','pending':'"
                        + list.applications().get(0).pending().orElseThrow() + "'}"));
        assertThat(fixture.calls()).containsExactly("GET applications 200");
    }

    @Test
    void allPagesAreRead() throws Exception {
        for (int number = 100; number < 225; number++) {
            fixture.store.add(ApplicationSeed.unpublished("9PMANYAPP" + number));
        }
        assertThat(ProductList.ofAccount(store()).applications()).hasSize(126);
        assertThat(fixture.calls()).hasSize(2);
    }

    @Test
    void anAppComesWithItsFlightsByRankAndItsAddonsByProductId() throws Exception {
        fixture.store.add(FlightSeed.published(BETA, "beta", APP.id()));
        fixture.store.add(FlightSeed.unpublished(NIGHTLY, "nightly", APP.id()));
        fixture.store.add(AddonSeed.published("9NADDONDEMO1", "tides.year", APP.id()));
        fixture.store.add(AddonSeed.unpublished("9NADDONDEMO2", "coins", APP.id()));
        fixture.store.add(ApplicationSeed.published("9PAPPDEMO002"));
        fixture.store.add(AddonSeed.published("9NADDONDEMO3", "of another app", "9PAPPDEMO002"));
        ProductList list = ProductList.of(store(), APP);

        assertThat(list.lines())
                .containsExactly(
                        "State       Store ID      App",
                        "published   9PAPPDEMO001  Embedded 9PAPPDEMO001",
                        "State       Flight ID                             Flight, highest rank first",
                        "new         " + NIGHTLY + "  nightly",
                        "published   " + BETA + "  beta",
                        "State       Store ID      Add-on, by product id",
                        "new         9NADDONDEMO2  coins",
                        "published   9NADDONDEMO1  tides.year");
        JsonObject json = list.json();
        assertThat(json.getJsonArray("flights").getJsonObject(0))
                .isEqualTo(json("{'id':'" + NIGHTLY + "','name':'nightly','rankHigherThan':'beta'}"));
        assertThat(json.getJsonArray("addons"))
                .extracting(addon -> addon.asJsonObject().getString("name"))
                .containsExactly("coins", "tides.year");
        assertThat(fixture.calls()).hasSize(3);
    }

    @Test
    void anAppWithoutThemSaysSo() throws Exception {
        assertThat(ProductList.of(store(), APP).lines()).contains("No flight", "No add-on");
    }

    @Test
    void ranksInACircleAndByIdComeToAnEnd() {
        List<ProductResource> flights = List.of(
                flight("1", "low", "Non-flighted submission"),
                flight("2", "high", "1"),
                flight("3", "round", "about"),
                flight("4", "about", "round"));

        assertThat(ProductList.byRank(flights))
                .extracting(flight -> flight.name().orElseThrow())
                .containsExactly("about", "high", "round", "low");
    }

    private static ProductResource flight(String id, String name, String rankHigherThan) {
        return ProductResource.flight(json(
                "{'flightId':'" + id + "','friendlyName':'" + name + "','rankHigherThan':'" + rankHigherThan + "'}"));
    }

    @Test
    void anAccountWithoutAppsIsAnEmptyList() throws Exception {
        StoreClient empty = fixture.service(request -> request.uri().getPath().endsWith("/applications")
                ? new Response(404, Map.of(), new byte[0])
                : ReleaseFixture.NETWORK.send(request));

        assertThat(ProductList.ofAccount(empty).json()).isEqualTo(json("{'applications':[]}"));
    }

    @Test
    void anAppThatIsNotThereIsToldWithTheNearestOne() {
        assertThatThrownBy(() -> ProductList.of(store(), new Product.Application("9PAPPDEMO011")))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageStartingWith("The account has no app 9PAPPDEMO011. Did you mean 9PAPPDEMO001 (Embedded"
                        + " 9PAPPDEMO001)? HTTP 404 ResourceNotFound: ")
                .hasMessageContaining("Correlation id ");
        assertThatThrownBy(() -> new ProductReader(store()).read(new Product.Application("9NWHOLLYOTHR")))
                .hasMessageStartingWith("The account has no app 9NWHOLLYOTHR. It has these apps: 9PAPPDEMO001 (Embedded"
                        + " 9PAPPDEMO001); correct store.applicationId. HTTP 404");
    }

    @Test
    void soIsAFlightAndAnAddon() {
        fixture.store.add(FlightSeed.published(BETA, "beta", APP.id()));
        fixture.store.add(AddonSeed.published("9NADDONDEMO1", "tides.year", APP.id()));

        assertThatThrownBy(() -> new ProductReader(store()).read(new Product.Flight(APP.id(), NIGHTLY)))
                .hasMessageContaining("Did you mean " + BETA + " (beta)?");
        assertThatThrownBy(() -> new ProductReader(store()).read(new Product.Addon("9NADDONDEMO7")))
                .hasMessageContaining("Did you mean 9NADDONDEMO1 (tides.year)?");
        assertThatThrownBy(() -> selector("tide.year").require(store()))
                .hasMessageEndingWith("or check the name. Did you mean \"tides.year\"?");
    }

    @Test
    void whereNoListCanBeHadTheRefusalIsTold() {
        StoreClient silent = fixture.service(request -> request.uri().getPath().endsWith("/applications")
                ? new Response(403, Map.of(), new byte[0])
                : ReleaseFixture.NETWORK.send(request));

        assertThatThrownBy(() -> new ProductReader(silent).read(new Product.Application("9PAPPDEMO011")))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("404");
    }

    private static ProductSelector selector(String addonProductId) {
        return new ProductSelector(APP.id(), null, null, null, addonProductId, id -> false);
    }

    @Test
    void aProductIsNamedInACommandAsItWasNamed() {
        assertThat(selector("coins").arguments())
                .isEqualTo(List.of("\"-Dstore.applicationId=9PAPPDEMO001\"", "\"-Dstore.addonProductId=coins\""));
        assertThat(NextCommand.of("submit it", "submit").line(List.of())).isEqualTo("mvn store:submit");
    }
}
