package io.github.storemaven.document;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void keepsTheStoresSpellingOfNoDate() {
        String none = "{'targetPublishDate':'1601-01-01T00:00:00Z'}";

        assertThat(MergePatch.apply(json(none), json("{'targetPublishDate':'1601-01-01T02:00:00+0200'}")))
                .isEqualTo(json(none));
        assertThat(MergePatch.apply(json("{'targetPublishDate':'2027-01-31T09:00:00Z'}"), json(none)))
                .isEqualTo(json(none));
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "packages | {'applicationPackages':[{'id':'1','fileStatus':'Uploaded'}]} |"
                        + " {'applicationPackages':null} |"
                        + " {'applicationPackages':[{'id':'1','fileStatus':'PendingDelete'}]}",
                "of a flight | {'flightPackages':[{'id':'1'}]} | {'FlightPackages':null} |"
                        + " {'flightPackages':[{'id':'1','fileStatus':'PendingDelete'}]}",
                "images   |"
                        + " {'images':[{'id':'1','fileStatus':'Uploaded'},{'fileName':'n','fileStatus':'PendingUpload'}]}"
                        + " | {'images':null} | {'images':[{'id':'1','fileStatus':'PendingDelete'}]}",
                "trailers | {'trailers':[{'id':'1'}]} | {'trailers':null} | {'trailers':[]}",
                "icon     | {'icon':{'fileName':'i','fileStatus':'Uploaded'}} | {'icon':null} |"
                        + " {'icon':{'fileName':'i','fileStatus':'PendingDelete'}}",
                "new icon | {'icon':{'fileName':'i','fileStatus':'PendingUpload'}} | {'icon':null} | {}",
                "none     | {'images':null} | {'images':null} | {'images':null}",
                "absent   | {} | {'images':null} | {}",
                "language | {'listings':{'de':{'baseListing':{'images':[{'id':'1'}]}}}} | {'listings':{'de':null}} |"
                        + " {'listings':{}}",
            })
    void nullForFilesMarksThemForDeletion(String what, String document, String patch, String expected) {
        assertThat(MergePatch.apply(json(document), json(patch))).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "[]", "{}", "{'a':null}", "{'a':{'b':[]}}", "'1601-01-01'"})
    void whatWasNullStaysNull(String nothing) {
        assertThat(MergePatch.apply(json("{'trailers':null}"), json("{'Trailers':" + nothing + "}")))
                .isEqualTo(json("{'trailers':null}"));
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(MergePatch.apply(
                                json("{'a':1.0,'b':{'c':1152921505600000001}}"),
                                json("{'b':{'d':0.10,'e':12345678901234567890}}"))
                        .toString())
                .isEqualTo("{\"a\":1.0,\"b\":{\"c\":1152921505600000001,\"d\":0.10,\"e\":12345678901234567890}}");
    }

    @Test
    void aNewNameInTwoSpellingsIsOneMember() {
        assertThat(MergePatch.apply(json("{}"), json("{'tag':'a','Tag':'b'}"))).isEqualTo(json("{'tag':'b'}"));
    }
}
