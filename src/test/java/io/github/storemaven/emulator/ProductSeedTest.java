package io.github.storemaven.emulator;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Products that come into being from documents as other tools print them. */
class ProductSeedTest {
    private static final String ID = "9PSEEDED0001";

    private final StoreFixture scene = new StoreFixture();

    @AfterEach
    void stop() {
        scene.close();
    }

    /** {@code msstore submission get} prints PascalCase. */
    @Test
    void namesInPascalCaseAreTaken() {
        scene.store.add(ApplicationSeed.published(ID).document(json("""
            {'Id': '1', 'Status': 'Published', 'FileUploadUrl': null, 'ApplicationCategory': 'Productivity',
             'Pricing': {'PriceId': 'Tier20', 'IsAdvancedPricingModel': false},
             'Listings': {'en-us': {'BaseListing': {'Description': 'D', 'Images': [
               {'FileName': 's.png', 'FileStatus': 'Uploaded', 'ImageType': 'Screenshot'}]}}},
             'ApplicationPackages': [{'FileName': 'a.msix', 'FileStatus': 'Uploaded', 'Version': '7.0.0.0',
               'Architecture': 'x64', 'Languages': ['en-us']}],
             'SomethingNew': 1}\
            """)));
        JsonObject published = scene.store.published(ID).orElseThrow();
        assertThat(published.keySet()).doesNotContain("Id", "id", "Status", "status", "Listings", "FileUploadUrl");
        assertThat(published.getJsonObject("pricing").getString("priceId")).isEqualTo("Tier20");
        assertThat(published.getJsonObject("pricing").getBoolean("isAdvancedPricingModel"))
                .isFalse();
        JsonObject entry = published.getJsonArray("applicationPackages").getJsonObject(0);
        assertThat(entry.getString("version")).isEqualTo("7.0.0.0");
        assertThat(entry.getString("id")).isNotEmpty();
        assertThat(published.getInt("SomethingNew")).isEqualTo(1);
        String product = "applications/" + ID;
        JsonObject created = scene.create(product);
        assertThat(scene.client
                        .call("PUT", StoreFixture.one(product, created), created)
                        .verdict())
                .isEqualTo("200");
    }

    @Test
    void whatIsMissingIsFilledInAsByAPut() {
        scene.store.add(ApplicationSeed.published(ID)
                .document(json("{'listings': {'en-us': {'baseListing': {'description': 'D'}}}}")));
        JsonObject published = scene.store.published(ID).orElseThrow();
        assertThat(published.getString("visibility")).isEqualTo("Public");
        assertThat(published.getJsonArray("applicationPackages")).isEmpty();
        assertThat(published.getJsonObject("listings").getJsonObject("en-us").getJsonObject("baseListing"))
                .containsKeys("keywords", "images", "title");
    }

    @Test
    void whatAPutWouldRefuseIsRefused() {
        ApplicationSeed seed = ApplicationSeed.published(ID);
        assertThatThrownBy(() -> scene.store.add(seed.document(json("{'Listings': 1}"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this is no published document of kind app: The value of 'listings' must be an object.");
        assertThatThrownBy(() -> scene.store.add(seed.document(json("{'Visibility': 'public', 'listings': {}}"))))
                .hasMessageContaining("The value \"public\" of 'visibility' is not valid");
    }

    @Test
    void anAppIsNamedInAnyCase() {
        String app = scene.app();
        String flight = "0f7d3c1a-6f55-4c1e-9a40-00000000abcd";
        scene.store.add(FlightSeed.published(flight, "testers", app.toLowerCase(Locale.ROOT)));
        scene.store.add(AddonSeed.published("9NADDON0ABCD", "coins", app.toLowerCase(Locale.ROOT)));
        for (String list : List.of("listflights", "listinappproducts")) {
            assertThat(scene.client
                            .call("GET", "applications/" + app + "/" + list)
                            .json()
                            .getInt("totalCount"))
                    .isEqualTo(1);
        }
        assertThat(scene.client
                        .call("GET", "applications/" + app + "/flights/" + flight)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void idsThatTheStoreGivesHaveTwelveCharactersEvenAfterAThousandAddons() {
        String app = scene.app();
        String last = "";
        for (int i = 0; i < 1001; i++) {
            last = scene.client
                    .call(
                            "POST",
                            "inappproducts",
                            "{\"applicationIds\":[\"" + app + "\"],\"productId\":\"p" + i
                                    + "\",\"productType\":\"Durable\"}")
                    .json()
                    .getString("id");
        }
        assertThat(last).hasSize(12).startsWith("9N");
    }
}
