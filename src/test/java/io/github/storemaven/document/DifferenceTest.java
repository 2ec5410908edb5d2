package io.github.storemaven.document;

import static io.github.storemaven.document.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null and absent        | {'a':null}                 | {}",
                "empty text and null    | {'a':''}                   | {'a':null}",
                "empty array and absent | {'a':[]}                   | {}",
                "numbers by value       | {'a':25}                   | {'a':25.0}",
                "dates by instant       | {'d':'2026-01-02T03:04:05Z'} | {'d':'2026-01-02T04:04:05.000+01:00'}",
                "no date                | {'d':'1601-01-01T00:00:00Z'} | {'d':'1601-01-01T00:00:00.0000000Z'}",
                "no date and none       | {'d':'1601-01-01T00:00:00Z'} | {'d':''}",
                "names in any case      | {'aB':1}                   | {'Ab':1}",
                "owned by the service   | {'status':'PendingCommit','id':'1'} | {'status':'Published','id':'2'}",
                "31: flips by itself    | {'pricing':{'isAdvancedPricingModel':true}} |"
                        + " {'pricing':{'isAdvancedPricingModel':false}}",
                "6.10: sales            | {'pricing':{'sales':[{'name':'x'}]}} | {'pricing':{'sales':[]}}",
                "6.12: contacts         | {'listings':{'en':{'baseListing':{'websiteUrl':'x'}}}} |"
                        + " {'listings':{'en':{'baseListing':{'websiteUrl':''}}}}",
                "6.22: rollout status   | {'packageDeliveryOptions':{'packageRollout':{'packageRolloutStatus':'a'}}} |"
                        + " {'packageDeliveryOptions':{'packageRollout':{'packageRolloutStatus':'b'}}}",
                "ids of new files       | {'applicationPackages':[{'fileName':'a','fileStatus':'PendingUpload'}]} |"
                    + " {'applicationPackages':[{'fileName':'a','fileStatus':'PendingUpload','id':'7','version':''}]}",
            })
    void meansTheSame(String why, String one, String other) {
        assertThat(Difference.between(json(one), json(other))).isEmpty();
        assertThat(Difference.between(json(other), json(one))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text        | /a                      | {'a':'x'}              | {'a':'y'}",
                "false is no null | /a                 | {'a':false}            | {}",
                "zero is no null  | /a                 | {'a':0}                | {}",
                "new icon    | /listings/en/icon       | {'listings':{'en':{'icon':null}}} |"
                        + " {'listings':{'en':{'icon':{'fileName':'i.png','fileStatus':'PendingUpload'}}}}",
                "enum case   | /visibility             | {'visibility':'Public'} | {'visibility':'public'}",
                "array order | /keywords               | {'keywords':['a','b']} | {'keywords':['b','a']}",
                "price       | /pricing/priceId        | {'pricing':{'priceId':'Tier2'}} |"
                        + " {'pricing':{'priceId':'Free'}}",
                "new member  | /listings/de/baseListing/title | {'listings':{}} |"
                        + " {'listings':{'de':{'baseListing':{'title':'x'}}}}",
                "file goes   | /applicationPackages/0/fileStatus |"
                        + " {'applicationPackages':[{'id':'1','fileStatus':'Uploaded'}]} |"
                        + " {'applicationPackages':[{'id':'1','fileStatus':'PendingDelete'}]}",
                "file gone   | /images/0               | {'images':[{'id':'1'},{'id':'2'}]} | {'images':[{'id':'2'}]}",
                "file order  | /images                 | {'images':[{'id':'1'},{'id':'2'}]} |"
                        + " {'images':[{'id':'2'},{'id':'1'}]}",
                "escaped     | /a~1b                   | {'a/b':1}              | {'a/b':2}",
            })
    void differs(String why, String path, String one, String other) {
        assertThat(Difference.between(json(one), json(other)))
                .extracting(Change::path)
                .containsExactly(path);
    }

    @Test
    void carriesOldAndNewValue() {
        Change change = Difference.between(json("{'a':'x'}"), json("{'a':'y'}")).get(0);

        assertThat(change.from().orElseThrow()).hasToString("\"x\"");
        assertThat(change.to().orElseThrow()).hasToString("\"y\"");
    }

    @Test
    void aFileThatMovedIsNoOtherFile() {
        assertThat(
                        Difference.between(
                                json("{'images':[{'id':'1','description':'x'},{'id':'2','description':'y'}]}"),
                                json(
                                        "{'images':[{'fileName':'n'},{'id':'1','description':'x'},{'id':'2','description':'y'}]}")))
                .extracting(Change::path)
                .containsExactly("/images/0");
    }

    @Test
    void aDefaultThatTheStoreFillsInIsNotLost() {
        assertThat(Difference.lost(json("{'a':1}"), json("{'a':1,'isSeekEnabled':false}")))
                .isEmpty();
    }

    @Test
    void anythingElseThatTheStoreAddsOrChangesIs() {
        assertThat(Difference.lost(json("{'a':1,'b':2}"), json("{'a':3,'c':'x'}")))
                .extracting(Change::path)
                .containsExactly("/a", "/b", "/c");
    }
}
