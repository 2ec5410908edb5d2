package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.StoreUnreachableException;
import io.github.storemaven.submission.Creation.IfExists;
import jakarta.json.JsonObject;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Add-ons come into being once, whatever becomes of the answer. */
class CreationTest extends AbstractReleaseTest {
    private static final JsonObject YEAR =
            json("{'applicationIds':['9PAPPDEMO001'],'productId':'year','productType':'Durable'}");

    private final Transport real = ReleaseFixture.NETWORK;

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder, EmbeddedStore.builder());
    }

    @Test
    void createsOnceAndFindsItThen() throws Exception {
        Creation.Created first = creation(real).create(IfExists.SKIP);
        Creation.Created second = creation(real).create(IfExists.SKIP);

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.resource()).isEqualTo(first.resource());
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsThereWhenToldToFail() throws Exception {
        creation(real).create(IfExists.SKIP);

        assertThatThrownBy(() -> creation(real).create(IfExists.FAIL))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("add-on year already")
                .hasMessageContaining("store.ifExists is fail");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsLostIsNoReasonToCreateAgain() throws Exception {
        Transport losing = request -> {
            Response answer = real.send(request);
            if (request.method().equals("POST") && request.uri().getPath().endsWith("/inappproducts")) {
                throw new SocketException("Connection reset");
            }
            return answer;
        };

        assertThat(creation(losing).create(IfExists.SKIP).resource().json().getString("productId"))
                .isEqualTo("year");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aServerErrorBeforeAnythingHappenedIsTriedAgain() throws Exception {
        int[] left = {3};
        Transport failing = request ->
                request.method().equals("POST") && request.uri().getPath().endsWith("/inappproducts") && left[0]-- > 0
                        ? new Response(503, Map.of(), new byte[0])
                        : real.send(request);

        assertThat(creation(failing).create(IfExists.SKIP).created()).isTrue();
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aStoreThatNeverAnswersIsGivenUp() {
        int[] posts = {0};
        Transport failing = request -> {
            if (request.method().equals("POST") && request.uri().getPath().endsWith("/inappproducts")) {
                posts[0]++;
                return new Response(503, Map.of(), new byte[0]);
            }
            return real.send(request);
        };

        assertThatThrownBy(() -> creation(failing).create(IfExists.SKIP)).isInstanceOf(StoreUnreachableException.class);
        assertThat(posts[0]).isEqualTo(4);
    }

    @Test
    void aNoIsNotRepeated() {
        JsonObject elsewhere = json("{'applicationIds':['9PNOSUCHAPP1'],'productId':'year','productType':'Durable'}");

        assertThatThrownBy(() -> creation(real, elsewhere).create(IfExists.SKIP))
                .isInstanceOf(StoreRefusedException.class);
        assertThat(fixture.requests().stream()
                        .filter(request -> request.path().endsWith("/inappproducts")
                                && request.method().equals("POST")))
                .hasSize(1);
    }

    @Test
    void severalOfTheNameAreListed() {
        List<ProductResource> two =
                List.of(ProductResource.addOn(json("{'id':'9NONE'}")), ProductResource.addOn(json("{'id':'9NOTHER'}")));
        Creation creation = new Creation("add-on year", () -> two, () -> ProductResource.addOn(YEAR), fixture.time);

        assertThatThrownBy(() -> creation.create(IfExists.SKIP))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("add-on year is ambiguous")
                .hasMessageContaining("9NONE")
                .hasMessageContaining("9NOTHER");
    }

    private Creation creation(Transport transport) {
        return creation(transport, YEAR);
    }

    private Creation creation(Transport transport, JsonObject request) {
        StoreClient store = fixture.service(transport);
        return new Creation(
                "add-on year",
                () -> store.findAddOns("year", Optional.of("9PAPPDEMO001")),
                () -> store.createAddOn(request),
                fixture.time);
    }

    private long posts() {
        return fixture.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith("/inappproducts"))
                .filter(request -> request.status() == 201)
                .count();
    }
}
