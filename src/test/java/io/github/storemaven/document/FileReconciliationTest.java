package io.github.storemaven.document;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.Json;
import io.github.storemaven.testing.CpuTime;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference, section 8.3, with field report 15. */
class FileReconciliationTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kept by id             | {'id':'1','fileName':'a','fileStatus':'Uploaded'} | {'id':'1'} |"
                        + " {'id':'1','fileName':'a','fileStatus':'Uploaded'}",
                "kept by name           | {'id':'1','fileName':'a','fileStatus':'Uploaded'} |"
                        + " {'fileName':'a','fileStatus':'Uploaded'} | {'id':'1','fileName':'a','fileStatus':'Uploaded'}",
                "kept, caption changed  | {'id':'1','fileName':'a','fileStatus':'Uploaded','description':'x'} |"
                        + " {'id':'1','description':'y'} |"
                        + " {'id':'1','fileName':'a','fileStatus':'Uploaded','description':'y'}",
                "added                  | | {'fileName':'b','fileStatus':'PendingUpload','id':'7'} |"
                        + " {'fileStatus':'PendingUpload','fileName':'b'}",
                "added, slashes         | | {'fileName':'x\\\\b','fileStatus':'PendingUpload'} |"
                        + " {'fileName':'x/b','fileStatus':'PendingUpload'}",
                "not wanted             | {'id':'1','fileName':'a','fileStatus':'Uploaded'} | |"
                        + " {'id':'1','fileName':'a','fileStatus':'PendingDelete'}",
                "deleted by name        | {'id':'1','fileName':'a','fileStatus':'Uploaded'} |"
                        + " {'fileName':'a','fileStatus':'PendingDelete'} |"
                        + " {'id':'1','fileName':'a','fileStatus':'PendingDelete'}",
                "same name, new file    | {'id':'1','fileName':'a','fileStatus':'Uploaded'} |"
                        + " {'fileName':'a','fileStatus':'PendingUpload'} |"
                        + " {'fileName':'a','fileStatus':'PendingUpload'},{'id':'1','fileName':'a','fileStatus':'PendingDelete'}",
                "pending, wanted once   | {'id':'','fileName':'a','fileStatus':'PendingUpload'} |"
                        + " {'fileName':'a','fileStatus':'PendingUpload'} |"
                        + " {'id':'','fileName':'a','fileStatus':'PendingUpload'}",
                "kept again, by id      | {'id':'1','fileName':'a','fileStatus':'PendingDelete'} |"
                        + " {'id':'1','fileStatus':'Uploaded'} | {'id':'1','fileName':'a','fileStatus':'Uploaded'}",
                "kept again, by name    | {'id':'1','fileName':'a','fileStatus':'pendingdelete'} | {'fileName':'a'} |"
                        + " {'id':'1','fileName':'a','fileStatus':'Uploaded'}",
                "removed still          | {'id':'1','fileName':'a','fileStatus':'PendingDelete'} |"
                        + " {'id':'1','fileStatus':'PendingDelete'} |"
                        + " {'id':'1','fileName':'a','fileStatus':'PendingDelete'}",
                "pending, not wanted    | {'id':'9','fileName':'a','fileStatus':'PendingUpload'} | | ",
            })
    void reconciles(String situation, String held, String wanted, String expected) {
        assertThat(FileReconciliation.of("images", array(held), array(wanted))).isEqualTo(array(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "other order    | {'id':'1','fileName':'z'},{'id':'2','fileName':'a'} | {'id':'2'},{'id':'1'} |"
                        + " {'id':'1','fileName':'z'},{'id':'2','fileName':'a'}",
                "new one before | {'id':'1','fileName':'z'} | {'fileName':'n','fileStatus':'PendingUpload'},{'id':'1'}"
                        + " | {'id':'1','fileName':'z'},{'fileName':'n','fileStatus':'PendingUpload'}",
                "one goes       | {'id':'1','fileName':'z'},{'id':'2','fileName':'a'} | {'id':'2'} |"
                        + " {'id':'2','fileName':'a'},{'id':'1','fileName':'z','fileStatus':'PendingDelete'}",
                "pending goes   | {'id':'1','fileName':'z','fileStatus':'PendingUpload'},{'id':'2','fileName':'a'} |"
                        + " {'id':'2'} | {'id':'2','fileName':'a'}",
            })
    void packagesStayWhereTheStoreHasThem(String situation, String held, String wanted, String expected) {
        for (String member : List.of("applicationPackages", "FlightPackages")) {
            assertThat(FileReconciliation.of(member, array(held), array(wanted)))
                    .isEqualTo(array(expected));
        }
    }

    /** Maps by id and by name: a walk for each file takes minutes for this. */
    @Test
    void isLinearInTheNumberOfFiles() throws Exception {
        JsonArrayBuilder held = Json.PROVIDER.createArrayBuilder();
        JsonArrayBuilder wanted = Json.PROVIDER.createArrayBuilder();
        for (int i = 0; i < 50_000; i++) {
            held.add(Json.PROVIDER.createObjectBuilder().add("id", "h" + i).add("fileName", "h" + i));
            wanted.add(
                    Json.PROVIDER.createObjectBuilder().add("fileName", "w" + i).add("fileStatus", "PendingUpload"));
        }

        JsonArray merged = CpuTime.within(
                Duration.ofSeconds(10), () -> FileReconciliation.of("images", held.build(), wanted.build()));

        assertThat(merged.size()).isEqualTo(100_000);
    }

    private static JsonArray array(String items) {
        return json("{'items':[" + (items == null ? "" : items) + "]}").getJsonArray("items");
    }
}
