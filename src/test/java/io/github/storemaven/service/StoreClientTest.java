package io.github.storemaven.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.testing.FakeTimeSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are read to their end and no further (reference, section 4.6). */
class StoreClientTest {
    private static final String LIST = "applications/9PAPPDEMO001/listflights";

    private static final Product.Application APP = new Product.Application("9PAPPDEMO001");

    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "applications/9PAPPDEMO001/listflights/?skip=1&top=1",
                "applications/9PAPPDEMO001/listflights?skip=1&top=1",
                "applications/9pappdemo001/listflights/?skip=1&top=1",
                "applications/9PAPPDEMO001/listflights?$skip=1&$top=1"
            })
    void aLinkOfAnyFormIsFollowed(String link) throws Exception {
        List<ProductResource> items = all(path -> path.endsWith("top=100") ? page("A", link) : page("B", null));

        assertThat(items).extracting(item -> item.name().orElse("")).containsExactly("A", "B");
        assertThat(asked).containsExactly(LIST + "?top=100", link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://store.example.com/v1.0/my/applications/9PAPPDEMO001/listflights?skip=1",
                "//store.example.com/listflights?skip=1",
                "applications/9POTHERAPP01/listflights?skip=1",
                "applications/9PAPPDEMO001/listflights/../../9POTHERAPP01?skip=1",
                "applications/9PAPPDEMO001/listflights?skip=1#part",
                "applications/9PAPPDEMO001/listflights",
                "applications/9PAPPDEMO001/listflights?skip=%zz",
                "applications/9PAPPDEMO001/listflights?skip=%"
            })
    void aLinkThatLeadsElsewhereIsRefused(String link) {
        assertThatThrownBy(() -> all(path -> page("A", link)))
                .isInstanceOf(StoreUnreachableException.class)
                .hasMessageContaining("list the flights");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aListWithoutEndIsRefused() {
        assertThatThrownBy(() -> all(path -> page("A", LIST + "?skip=" + asked.size())))
                .isInstanceOf(StoreUnreachableException.class)
                .hasMessageContaining("has no end");
        assertThat(asked.size()).isLessThanOrEqualTo(1000);
    }

    @Test
    void aLinkOf200000CharactersIsRefused() {
        aLinkThatLeadsElsewhereIsRefused(LIST + "?skip=" + "1".repeat(200_000));
    }

    @Test
    void aListOfMoreThan100000ItemsIsRefusedAndOnlyWhatIsWantedIsKept() throws Exception {
        String items = "{},".repeat(60_000);
        Function<String, Response> full = path ->
                answer("{\"value\":[" + items + "{}],\"@nextLink\":\"" + LIST + "?skip=" + asked.size() + "\"}");

        assertThatThrownBy(() -> all(full)).hasMessageContaining("has no end");
        assertThat(asked).hasSize(2);
        assertThat(new StoreClient(connection(path -> page("A", null))).findFlights(APP, "B"))
                .isEmpty();
    }

    @Test
    void aListThatLeadsBackToItselfIsRefused() {
        assertThatThrownBy(() -> all(path -> page("A", LIST + "?skip=1")))
                .isInstanceOf(StoreUnreachableException.class)
                .hasMessageContaining("has no end");
        assertThat(asked).hasSize(2);
    }

    @Test
    void anEmptyListMayBeAnsweredWith404() throws Exception {
        assertThat(all(path -> new Response(404, Map.of(), new byte[0]))).isEmpty();
    }

    @Test
    void aNullLinkIsTheEnd() throws Exception {
        assertThat(all(path -> answer("{\"value\":[{\"friendlyName\":\"A\",\"flightId\":\"f\"}],\"@nextLink\":null}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"friendlyName\":\"Beta\"}",
                "{\"friendlyName\":\"Beta\",\"flightId\":null}",
                "{\"friendlyName\":\"Beta\",\"flightId\":\" \"}",
                "{\"friendlyName\":\"Beta\",\"flightId\":7}"
            })
    void anEntryWithoutAnIdIsToldAsWhatItIs(String flight) {
        StoreClient store = new StoreClient(connection(path -> answer("{\"value\":[" + flight + "]}")));

        assertThatThrownBy(() -> store.findFlights(APP, "Beta"))
                .isInstanceOf(StoreUnreachableException.class)
                .hasMessageContaining("an entry of its list has no flightId");
    }

    @Test
    void anAddonWithoutAnIdIsToldAsWhatItIs() {
        StoreClient store = new StoreClient(connection(path -> answer("{\"value\":[{\"productId\":\"coins\"}]}")));

        assertThatThrownBy(() -> store.findAddOns("coins", Optional.empty()))
                .isInstanceOf(StoreUnreachableException.class)
                .hasMessageContaining("an entry of its list has no id");
    }

    private List<ProductResource> all(Function<String, Response> answers) throws Exception {
        return new StoreClient(connection(answers)).flights(APP);
    }

    private StoreConnection connection(Function<String, Response> answers) {
        FakeTimeSource time = new FakeTimeSource();
        TokenCache tokens = new TokenCache(
                new TokenEndpoint(
                        URI.create("https://login.example.com"),
                        request -> answer("{\"access_token\":\"t\",\"expires_in\":3599}"),
                        time),
                new ClientSecret("tenant", "client", "secret", "test"));
        return new StoreConnection(
                URI.create("https://store.example.com"),
                tokens,
                request -> answers.apply(noted(request)),
                new RetryPolicy(time, () -> 0.5));
    }

    private String noted(Request request) {
        asked.add(request.uri().toString().replace("https://store.example.com/v1.0/my/", ""));
        return asked.get(asked.size() - 1);
    }

    private static Response page(String name, String next) {
        String link = next == null ? "" : ",\"@nextLink\":\"" + next + "\"";
        return answer("{\"value\":[{\"friendlyName\":\"" + name + "\",\"flightId\":\"f\"}]" + link + "}");
    }

    private static Response answer(String body) {
        return new Response(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
