package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.AddonRules;
import io.github.storemaven.json.Json;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.CreateRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to create add-ons and flights, from a file and from parameters (reference, sections 5.14 and 5.17). */
class CreateRequestTest {
    private static final String ADDON =
            "{\"applicationIds\":[\"9PAPPDEMO001\"],\"productId\":\"year\",\"productType\":\"Durable\"}";

    @TempDir
    Path folder;

    private final ConfigurationProblems problems = new ConfigurationProblems();

    @Test
    void aFileIsTheRequest() throws Exception {
        assertThat(request(ADDON).build()).hasToString(ADDON);
        assertThat(told()).isEmpty();
    }

    @Test
    void aParameterThatAgreesChangesNothing() throws Exception {
        assertThat(request(ADDON)
                        .field("productId", "addonProductId", text("year"))
                        .build())
                .hasToString(ADDON);
        assertThat(told()).isEmpty();
    }

    @Test
    void aParameterThatDisagreesIsNamed() throws Exception {
        request(ADDON).field("productId", "addonProductId", text("decade")).build();

        assertThat(told())
                .containsExactly(
                        "productId is \"year\" in store.addonFile and \"decade\" by store.addonProductId; keep one"
                                + " of the two");
    }

    @Test
    void membersMayBeSpeltInAnyCase() throws Exception {
        JsonObject request = request("{\"ProductID\":\"year\"}")
                .field("productId", "addonProductId", text("year"))
                .build();

        assertThat(request).hasToString("{\"ProductID\":\"year\"}");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        File missing = folder.resolve("nowhere.json").toFile();
        new CreateRequest(problems, missing, "addonFile", parameter -> "").build();

        assertThat(told()).containsExactly("store.addonFile names " + missing + ", which cannot be read");
    }

    @Test
    void aFileThatIsNoJsonIsNamedWithThePlace() throws Exception {
        request("{\n  \"productId\": year}").build();

        assertThat(told()).singleElement().asString().contains("request.json, line 2, column");
    }

    @Test
    void whatIsMissingIsNamedWithBothPlacesForIt() throws Exception {
        request("{\"productId\":null}").needed("productId", "addonProductId", Optional.empty());

        assertThat(told())
                .containsExactly(
                        "productId is missing: set store.addonProductId, or write productId into store.addonFile");
    }

    @Test
    void whatRulesFindIsToldWithTheLineOrTheParameter() throws Exception {
        CreateRequest request = request("{\n\"productType\":\"Subscription\"}")
                .needed("productId", "addonProductId", text("a:b"))
                .needed("productType", "productType", Optional.empty());
        JsonObject built = request.build();
        request.check((origin, report) -> new AddonRules.Request().check(built, origin, report), line -> {});

        assertThat(told())
                .anyMatch(line -> line.matches(".*request\\.json, line 2: .* \\(ADD-07\\)"))
                .anyMatch(line -> line.startsWith("store.addonProductId: \"a:b\" has a character"));
    }

    private CreateRequest request(String file) throws Exception {
        Path path = Files.writeString(folder.resolve("request.json"), file);
        return new CreateRequest(problems, path.toFile(), "addonFile", parameter -> "");
    }

    private static Optional<JsonValue> text(String value) {
        return Optional.of(Json.PROVIDER.createValue(value));
    }

    private List<String> told() {
        return ProblemLines.of(problems);
    }
}
