package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreRefusedException;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionTest extends AbstractReleaseTest {
    private static final Product ADDON = new Product.Addon("9NADDONNEW01");
    private static final Product FLIGHT = new Product.Flight(APP, "aaaaaaaa-0000-4000-8000-000000000001");
    private static final Transport NETWORK = ReleaseFixture.NETWORK;

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder, EmbeddedStore.builder());
        fixture.store.add(AddonSeed.unpublished(ADDON.id(), "year", APP));
        fixture.store.add(FlightSeed.unpublished(FLIGHT.id(), "nightly", APP));
    }

    @Test
    void whatIsThereIsDeletedAndThenIsNotThere() throws Exception {
        assertThat(delete(NETWORK, ADDON)).isTrue();
        assertThat(delete(NETWORK, ADDON)).isFalse();
        assertThat(delete(NETWORK, FLIGHT)).isTrue();
        assertThat(delete(NETWORK, FLIGHT)).isFalse();
    }

    @Test
    void anAnswerThatIsLostDoesNotMakeItSomethingThatWasNotThere() throws Exception {
        assertThat(delete(losing(), ADDON)).isTrue();
        assertThat(delete(losing(), FLIGHT)).isTrue();
    }

    @Test
    void anErrorBeforeTheDeletionIsRepeated() throws Exception {
        AtomicInteger deletions = new AtomicInteger();
        Transport failing = request -> request.method().equals("DELETE") && deletions.incrementAndGet() < 3
                ? new Response(503, Map.of(), new byte[0])
                : NETWORK.send(request);

        assertThat(delete(failing, ADDON)).isTrue();
        assertThat(deletions).hasValue(3);
    }

    @Test
    void aRefusalIsTold() {
        Transport refusing = request ->
                request.method().equals("DELETE") ? new Response(409, Map.of(), new byte[0]) : NETWORK.send(request);

        assertThatThrownBy(() -> delete(refusing, ADDON)).isInstanceOf(StoreRefusedException.class);
    }

    private static Transport losing() {
        AtomicInteger deletions = new AtomicInteger();
        return request -> {
            Response answer = NETWORK.send(request);
            if (request.method().equals("DELETE") && deletions.getAndIncrement() == 0) {
                throw new SocketException("Connection reset");
            }
            return answer;
        };
    }

    private boolean delete(Transport transport, Product product) throws Exception {
        return new Deletion(fixture.service(transport), fixture.time).delete(product);
    }
}
