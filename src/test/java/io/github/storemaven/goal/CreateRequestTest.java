package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests to create add-ons and flights, from a file and from parameters (reference, sections 5.14 and 5.17). */
class CreateRequestTest {
    private static final String ADDON =
            "{\"applicationIds\":[\"9PAPPDEMO001\"],\"productId\":\"year\",\"productType\":\"Durable\"}";

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void aFileIsTheRequest() throws Exception {
        JsonObject request = request(ADDON).build();
        AddonRequest.check(request, problems);

        assertThat(request).hasToString(ADDON);
        assertThat(told()).isEmpty();
    }

    @Test
    void aParameterThatAgreesChangesNothing() throws Exception {
        assertThat(request(ADDON).field("productId", text("year")).build()).hasToString(ADDON);
        assertThat(told()).isEmpty();
    }

    @Test
    void aParameterThatDisagreesIsNamed() throws Exception {
        request(ADDON).field("productId", text("decade")).build();

        assertThat(told())
                .containsExactly("productId is set to different values by store.addonFile and by a parameter; keep one"
                        + " of the two");
    }

    @Test
    void membersMayBeSpeltInAnyCase() throws Exception {
        JsonObject request = request("{\"ProductID\":\"year\"}")
                .field("productId", text("year"))
                .build();

        assertThat(request).hasToString("{\"ProductID\":\"year\"}");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        File missing = folder.resolve("nowhere.json").toFile();
        new CreateRequest(problems, missing, "addonFile").build();

        assertThat(told()).containsExactly("store.addonFile names " + missing + ", which cannot be read");
    }

    @Test
    void aFileThatIsNoJsonIsNamedWithThePlace() throws Exception {
        request("{\n  \"productId\": year}").build();

        assertThat(told()).singleElement().asString().contains("request.json, line 2, column");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | product id is missing",
                "{} | store.productType is missing; it can be Durable, Consumable",
                "{} | app is missing",
                "{\"productType\":\"Subscription\"} | store.productType is \"Subscription\"",
                "{\"productId\":\"a:b\"} | store.addonProductId is \"a:b\"",
                "{\"applicationIds\":[]} | app is missing",
                "{\"applicationIds\":[\"9PAPPDEMO001\",\"9PAPPDEMO002\"]} | app is missing",
                "{\"applicationIds\":\"9PAPPDEMO001\"} | app is missing"
            })
    void anAddonRequestWithoutItsMembersIsNamed(String file, String problem) throws Exception {
        AddonRequest.check(request(file).build(), problems);

        assertThat(told()).anyMatch(line -> line.contains(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | name is missing",
                "{} | groups are missing",
                "{\"groupIds\":\"1\"} | groupIds is \"1\"; it is a list of ids",
                "{\"groupIds\":[]} | groupIds is []; it is a list of ids",
                "{\"groupIds\":[\"testers\"]} | groupIds is [\"testers\"]; it is a list of ids",
                "{\"groupIds\":[1.5]} | groupIds is [1.5]; it is a list of ids",
                "{\"groupIds\":{\"1\":1}} | groupIds is {\"1\":1}; it is a list of ids"
            })
    void aFlightRequestWithoutItsMembersIsNamed(String file, String problem) throws Exception {
        FlightRequest.check(request(file).build(), problems);

        assertThat(told()).anyMatch(line -> line.contains(problem));
    }

    @Test
    void groupsMayBeTextsOrNumbers() throws Exception {
        JsonObject request = request("{\"friendlyName\":\"Beta\",\"groupIds\":[0,\"1152921504606962205\"]}")
                .build();
        FlightRequest.check(request, problems);

        assertThat(told()).isEmpty();
    }

    private CreateRequest request(String file) throws Exception {
        Path path = Files.writeString(folder.resolve("request.json"), file);
        return new CreateRequest(problems, path.toFile(), "addonFile");
    }

    private static Optional<JsonString> text(String value) {
        return Optional.of(Json.PROVIDER.createValue(value));
    }

    private List<String> told() {
        return ProblemLines.of(problems);
    }
}
