package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseNotesTest extends AbstractRequestTest {
    private static final JsonObject STORE =
            json("{'listings':{'en-us':{'baseListing':{'releaseNotes':'Old'}},'de-DE':{'baseListing':{'title':'T'}}}}");

    @BeforeEach
    void giveNotes() {
        fixture.notes("New");
    }

    @Test
    void everyLanguageOfTheDocumentGetsThem() throws Exception {
        fixture.file("listings/fr-fr/title.txt", "Titre\n");

        assertThat(notes("en-us")).isEqualTo("New");
        assertThat(notes("de-DE")).isEqualTo("New");
        assertThat(notes("fr-fr")).isEqualTo("New");
    }

    @Test
    void aLanguageKeepsItsOwnFile() throws Exception {
        fixture.file("listings/de-de/releaseNotes.txt", "Eigenes\n");

        assertThat(notes("de-DE")).isEqualTo("Eigenes");
        assertThat(notes("en-us")).isEqualTo("New");
    }

    @Test
    void anEmptyFileIsOnesOwnToo() throws Exception {
        fixture.file("listings/en-us/releaseNotes.txt", "");

        assertThat(notes("en-us")).isEmpty();
    }

    @Test
    void theSubmissionFileIsOnesOwnToo() throws Exception {
        fixture.patch("{'listings':{'en-us':{'baseListing':{'releaseNotes':'Patched'}}}}");

        assertThat(notes("en-us")).isEqualTo("Patched");
    }

    @Test
    void otherLineEndsAreNoChange() throws Exception {
        JsonObject held = json("{'listings':{'en-us':{'baseListing':{'releaseNotes':'One\\r\\nTwo'}}}}");

        assertThat(Json.compact(fixture.notes("One\nTwo").wanted().applyTo(held)))
                .isEqualTo(Json.compact(held));
    }

    private String notes(String language) throws Exception {
        return fixture.wanted()
                .applyTo(STORE)
                .getJsonObject("listings")
                .getJsonObject(language)
                .getJsonObject("baseListing")
                .getString("releaseNotes");
    }
}
