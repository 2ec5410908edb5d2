package io.github.storemaven.document;

import static io.github.storemaven.document.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'b'}                 | {'a':'c'}                 | {'a':'c'}",
                "{'a':'b'}                 | {'b':'c'}                 | {'a':'b','b':'c'}",
                "{'a':'b','b':'c'}         | {'a':null}                | {'b':'c'}",
                "{'a':['b']}               | {'a':'c'}                 | {'a':'c'}",
                "{'a':{'b':'c'}}           | {'a':{'b':'d','c':null}}  | {'a':{'b':'d'}}",
                "{'a':{'b':'c'}}           | {'a':[1]}                 | {'a':[1]}",
                "{'e':null}                | {'a':1}                   | {'e':null,'a':1}",
                "{}                        | {'a':{'bb':{'ccc':null}}} | {'a':{'bb':{}}}",
            })
    void isAMergePatchAsInRfc7396(String document, String patch, String expected) {
        assertThat(MergePatch.apply(json(document), json(patch))).isEqualTo(json(expected));
    }

    @Test
    void matchesNamesInAnyCaseAndKeepsTheSpellingOfTheStore() {
        assertThat(MergePatch.apply(
                                json("{'listings':{'de-DE':{'baseListing':{'releaseNotes':'old'}}}}"),
                                json("{'Listings':{'de-de':{'BaseListing':{'ReleaseNotes':'new'}}}}"))
                        .toString())
                .isEqualTo(json("{'listings':{'de-DE':{'baseListing':{'releaseNotes':'new'}}}}")
                        .toString());
    }

    @Test
    void leavesOutWhatTheServiceOwns() {
        assertThat(
                        MergePatch.apply(
                                json("{'id':'1','status':'PendingCommit'}"),
                                json(
                                        "{'ID':'2','status':'Published','fileUploadUrl':'x','friendlyName':'y','visibility':'Public'}")))
                .isEqualTo(json("{'id':'1','status':'PendingCommit','visibility':'Public'}"));
    }

    @Test
    void keepsNullWhatWasNullAndIsSetToNothing() {
        assertThat(MergePatch.apply(
                        json("{'trailers':null,'gamingOptions':null}"), json("{'trailers':[],'gamingOptions':null}")))
                .isEqualTo(json("{'trailers':null,'gamingOptions':null}"));
    }

    @Test
    void replacesOtherArraysAsAWhole() {
        assertThat(MergePatch.apply(
                        json("{'hardwarePreferences':['Touch','Mouse']}"), json("{'hardwarePreferences':['Pen']}")))
                .isEqualTo(json("{'hardwarePreferences':['Pen']}"));
    }

    @Test
    void keepsMemberOrderAndTheScaleOfNumbers() {
        assertThat(MergePatch.apply(json("{'z':1.0,'y':'old','a':1152921505600000002}"), json("{'y':'new'}"))
                        .toString())
                .isEqualTo("{\"z\":1.0,\"y\":\"new\",\"a\":1152921505600000002}");
    }
}
