package io.github.storemaven.document;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.Json;
import io.github.storemaven.testing.CpuTime;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "no date, a day         | {'d':'1601-01-01'}         | {'d':'1601-01-01T00:00:00Z'}",
                "no date, another zone  | {'d':'1601-01-01T02:00:00.0000000+02:00'} | {'d':''}",
                "no date and absent     | {'d':'1601-01-01T00:00'}   | {}",
                "empty objects inside   | {'a':{'b':{}}}             | {'a':null}",
                "empty and null in lists | {'a':[{}]}                | {'a':[{'b':null}]}",
                "nested in lists        | {'a':[{'b':[],'c':{'d':''}}]} | {'a':[{}]}",
                "a list of nothing      | {'a':[{'b':[]}]}           | {'a':[]}",
                "big integers           | {'a':1152921505600000001}  | {'a':1152921505600000001.0}",
                "line ends              | {'a':'one\\ntwo'}        | {'a':'one\\r\\ntwo'}",
                "old line ends          | {'a':'one\\ntwo'}        | {'a':'one\\rtwo'}",
                "blank at the end       | {'a':'one '}               | {'a':'one'}",
                "line break at the end  | {'a':'one\\n'}           | {'a':'one'}",
                "blank text             | {'a':' '}                  | {'a':''}",
                "7.8: hardware          | {'hardwarePreferences':['Touch','Mouse']} |"
                        + " {'hardwarePreferences':['Mouse','Touch']}",
                "a set has each once    | {'hardwarePreferences':['Touch','Touch']} |"
                        + " {'HardwarePreferences':['Touch']}",
                "6.12: keywords         | {'listings':{'en':{'baseListing':{'keywords':['a','b']}}}} |"
                        + " {'listings':{'en':{'baseListing':{'keywords':['b','a']}}}}",
                "6.17: genres           | {'gamingOptions':[{'genres':['a','b']}]} |"
                        + " {'gamingOptions':[{'genres':['b','a']}]}",
                "6.17: what the service fills in | {'gamingOptions':[{'genres':['a']}]} |"
                        + " {'gamingOptions':[{'genres':['a'],'isCrossPlayEnabled':false,'localMultiplayerMinPlayers':0,'kinectDataForExternal':'NotSet'}]}",
                "markets                | {'a':{'markets':['US','DE']}} | {'a':{'markets':['DE','US']}}",
                "6.19: packages         |"
                        + " {'applicationPackages':[{'id':'1','fileName':'z'},{'id':'2','fileName':'a'}]} |"
                        + " {'applicationPackages':[{'id':'2','fileName':'a'},{'id':'1','fileName':'z'}]}",
                "6.20: flight packages  | {'flightPackages':[{'fileName':'z'},{'fileName':'a'}]} |"
                        + " {'flightPackages':[{'fileName':'a'},{'fileName':'z'}]}",
                "7.5: status in any case | {'images':[{'id':'1','fileStatus':'uploaded'}]} |"
                        + " {'images':[{'id':'1','fileStatus':'Uploaded'}]}",
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
                "feature order | /features             | {'features':['a','b']} | {'features':['b','a']}",
                "hardware order | /minimumHardware     | {'minimumHardware':['a','b']} | {'minimumHardware':['b','a']}",
                "unknown order | /others               | {'others':['a','b']}   | {'others':['b','a']}",
                "set, one more | /hardwarePreferences  | {'hardwarePreferences':['Touch']} |"
                        + " {'hardwarePreferences':['Touch','Mouse']}",
                "set, one less | /genres               | {'genres':['a','b']}   | {'genres':['b']}",
                "trailer order | /trailers             | {'trailers':[{'id':'1'},{'id':'2'}]} |"
                        + " {'trailers':[{'id':'2'},{'id':'1'}]}",
                "one for another | /trailers/0         | {'trailers':[{'id':'1','videoFileName':'a'}]} |"
                        + " {'trailers':[{'videoFileName':'b'}]}",
                "true is no default | /gamingOptions   |"
                        + " {'gamingOptions':[{'genres':['a'],'isCrossPlayEnabled':true}]} |"
                        + " {'gamingOptions':[{'genres':['a']}]}",
                "icon goes   | /listings/en/icon       |"
                        + " {'listings':{'en':{'icon':{'fileName':'i.png','fileStatus':'Uploaded'}}}} | {'listings':{}}",
                "another day | /d                      | {'d':'1601-01-01'}     | {'d':'2027-01-31T09:00:00Z'}",
                "blank inside | /a                     | {'a':'one two'}        | {'a':'one  two'}",
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

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "defaults       | {'a':1} | {'a':1,'isSeekEnabled':false,'n':0.0,'k':'NotSet','m':'None','e':{'f':[]}}",
                "trial period   | {'pricing':{'priceId':'Tier2'}} |"
                        + " {'pricing':{'priceId':'Tier2','trialPeriod':'NoFreeTrial'}}",
                "filled in      | {'gamingOptions':[{'genres':['Games_Strategy']}]} |"
                        + " {'gamingOptions':[{'genres':['Games_Strategy'],'isLocalMultiplayer':false,'localMultiplayerMaxPlayers':1000,'kinectDataForExternal':'Unknown'}]}",
                "filled in, no genre | {'gamingOptions':[{'genres':[]}]} |"
                        + " {'gamingOptions':[{'genres':[],'isLocalMultiplayer':false,'kinectDataForExternal':'NotSet'}]}",
                "null asked for | {'gamingOptions':[{'genres':['a'],'kinectDataForExternal':null}]} |"
                        + " {'gamingOptions':[{'genres':['a'],'kinectDataForExternal':'NotSet'}]}",
                "two, exchanged | {'others':[{'name':'a','x':1},{'name':'b','x':2}]} |"
                        + " {'others':[{'name':'b','x':2,'y':true},{'name':'a','x':1,'y':true}]}",
                "two without a name | {'others':[{'x':1},{'x':2}]} | {'others':[{'x':2,'y':true},{'x':1,'y':true}]}",
                "nested items   | {'others':[{'x':[{'z':1}]}]} | {'others':[{'x':[{'z':1,'added':'y'}]}]}",
                "packages       |"
                        + " {'applicationPackages':[{'fileName':'a','fileStatus':'PendingUpload'},{'id':'1','fileName':'b','fileStatus':'PendingDelete'}]}"
                        + " | {'applicationPackages':[{'id':'1','fileName':'b','fileStatus':'PendingDelete'},{'id':'7','fileName':'a','fileStatus':'PendingUpload','minimumSystemRam':'None','hash':'x'}]}",
                "images         | {'images':[{'id':'1','fileName':'a','imageType':'Icon'},{'id':'2','fileName':'b'}]} |"
                        + " {'images':[{'id':'2','fileName':'b','fileStatus':'Uploaded'},{'id':'1','fileName':'a','imageType':'Icon','uri':'x'}]}",
                "images that go | {'images':[{'id':'1','fileStatus':'PendingDelete'},{'id':'2','fileName':'b'}]} |"
                        + " {'images':[{'id':'2','fileName':'b'},{'id':'1','fileStatus':'PendingDelete'}]}",
                "trailers       |"
                        + " {'trailers':[{'videoFileName':'a','trailerAssets':{'en':{'title':'x','imageList':[{'fileName':'t'}]}}}]}"
                        + " | {'trailers':[{'id':'7','videoFileId':'8','videoFileName':'a','trailerAssets':{'en':{'title':'x','imageList':[{'id':'9','fileName':'t','description':null}]}}}]}",
                "sets           | {'hardwarePreferences':['Touch','Mouse']} |"
                        + " {'hardwarePreferences':['Mouse','Touch']}",
                "unknown list   | {'others':['a','b']} | {'others':['b','a']}",
                "line ends      | {'a':'one\\ntwo\\n'} | {'a':'one\\r\\ntwo'}",
                "blank in a list | {'features':['one ','two']} | {'features':['one','two']}",
                "no date        | {'d':'1601-01-01'} | {'d':'1601-01-01T00:00:00.0000000Z'}",
                "moment, no zone | {'d':'2027-01-31T10:00:00+01:00'} | {'d':'2027-01-31T09:00:00'}",
                "moment, digits | {'d':'2027-01-31T09:00:00.123456789Z'} | {'d':'2027-01-31T09:00:00.1234568Z'}",
                "hard blank     | {'a':'one\u00a0'} | {'a':'one'}",
                "slashes        | {'applicationPackages':[{'fileName':'a/b.msix'}]} |"
                        + " {'applicationPackages':[{'id':'1','fileName':'a\\\\b.msix'}]}",
                "icon           | {'listings':{'en':{'icon':{'fileName':'i.png','fileStatus':'PendingUpload'}}}} |"
                        + " {'listings':{'en':{'icon':{'id':'3','fileName':'i.png','fileStatus':'PendingUpload'}}}}",
                "icon is gone   | {'listings':{'en':{'icon':{'fileName':'i.png','fileStatus':'PendingDelete'}}}} |"
                        + " {'listings':{'en':{'icon':null}}}",
                "goes, is gone  |"
                        + " {'applicationPackages':[{'id':'1','fileName':'a','fileStatus':'PendingDelete'},{'fileName':'b','fileStatus':'PendingUpload'}]}"
                        + " | {'applicationPackages':[{'id':'2','fileName':'b','fileStatus':'PendingUpload'}]}",
                "one name       |"
                        + " {'applicationPackages':[{'fileName':'a','fileStatus':'PendingDelete'},{'fileName':'a','fileStatus':'PendingUpload'}]}"
                        + " | {'applicationPackages':[{'id':'2','fileName':'a','fileStatus':'PendingUpload'},{'id':'1','fileName':'a','fileStatus':'PendingDelete'}]}",
                "one name, types |"
                        + " {'images':[{'fileName':'a','imageType':'Screenshot'},{'fileName':'a','imageType':'MobileScreenshot'}]}"
                        + " | {'images':[{'id':'1','fileName':'a','imageType':'MobileScreenshot'},{'id':'2','fileName':'a','imageType':'Screenshot'}]}",
                "annotations    | {'@odata.etag':'1'} | {'@odata.etag':'2','@odata.context':'x'}",
            })
    void isStored(String why, String asked, String stored) {
        assertThat(Difference.notStored(json(asked), json(stored))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text           | /listings/en/baseListing/description |"
                        + " {'listings':{'en':{'baseListing':{'description':'one'}}}} |"
                        + " {'listings':{'en':{'baseListing':{'description':'One'}}}}",
                "text is gone   | /a | {'a':'one'} | {'a':''}",
                "line is gone   | /a | {'a':'one\\n\\ntwo'} | {'a':'one\\ntwo'}",
                "price          | /pricing/priceId | {'pricing':{'priceId':'Tier2'}} | {'pricing':{'priceId':'Free'}}",
                "price is gone  | /pricing/priceId | {'pricing':{'priceId':'Tier2'}} | {'pricing':{}}",
                "market's price | /pricing/marketSpecificPricings/DE | {'pricing':{'marketSpecificPricings':{}}} |"
                        + " {'pricing':{'marketSpecificPricings':{'DE':'Free'}}}",
                "a trial        | /pricing/trialPeriod | {'pricing':{'priceId':'Tier2'}} |"
                        + " {'pricing':{'priceId':'Tier2','trialPeriod':'OneDay'}}",
                "added          | /c | {} | {'c':'x'}",
                "feature        | /features | {'features':['a','b']} | {'features':['a']}",
                "images' order  | /images |"
                        + " {'images':[{'fileName':'a','imageType':'Screenshot'},{'fileName':'b','imageType':'Screenshot'}]} |"
                        + " {'images':[{'id':'2','fileName':'b','imageType':'Screenshot'},{'id':'1','fileName':'a','imageType':'Screenshot'}]}",
                "trailers' order | /trailers | {'trailers':[{'videoFileName':'a'},{'videoFileName':'b'}]} |"
                        + " {'trailers':[{'id':'2','videoFileName':'b'},{'id':'1','videoFileName':'a'}]}",
                "order          | /features | {'features':['a','b']} | {'features':['b','a']}",
                "genre          | /gamingOptions/0/genres | {'gamingOptions':[{'genres':['a','b']}]} |"
                        + " {'gamingOptions':[{'genres':['a'],'isCrossPlayEnabled':false}]}",
                "item           | /others/1 | {'others':[{'name':'a'},{'name':'b'}]} | {'others':[{'name':'a','x':1}]}",
                "all items      | /gamingOptions | {'gamingOptions':[{'genres':['a']}]} | {'gamingOptions':null}",
                "item's value   | /others/0/x | {'others':[{'name':'a','x':1}]} | {'others':[{'name':'a','x':2}]}",
                "cleared caption | /images/0/description | {'images':[{'id':'1','description':''}]} |"
                        + " {'images':[{'id':'1','description':'x'}]}",
                "removed caption | /images/0/description | {'images':[{'id':'1'}]} |"
                        + " {'images':[{'id':'1','description':'x'}]}",
                "to be deleted  | /applicationPackages/0/fileStatus | {'applicationPackages':[{'id':'1'}]} |"
                        + " {'applicationPackages':[{'id':'1','fileStatus':'PendingDelete'}]}",
                "package        | /applicationPackages/1 |"
                        + " {'applicationPackages':[{'id':'1'},{'id':'2','fileName':'b'}]} |"
                        + " {'applicationPackages':[{'id':'1'}]}",
                "foreign file   | /images/1 | {'images':[{'id':'1'}]} |"
                        + " {'images':[{'id':'1'},{'id':'3','fileName':'x'}]}",
                "mixed list     | /others | {'others':[{'a':1},'x']} | {'others':[{'a':1}]}",
                "date           | /d | {'d':'2027-01-31T09:00:00Z'} | {'d':'1601-01-01T00:00:00Z'}",
                "moment         | /d | {'d':'2027-01-31T09:00:00Z'} | {'d':'2027-01-31T10:00:00'}",
                "stays          | /applicationPackages/0/fileStatus |"
                        + " {'applicationPackages':[{'id':'1','fileStatus':'PendingDelete'}]} |"
                        + " {'applicationPackages':[{'id':'1','fileStatus':'Uploaded'}]}",
                "icon's caption | /listings/en/icon/description | {'listings':{'en':{'icon':{'fileName':'i.png'}}}} |"
                        + " {'listings':{'en':{'icon':{'fileName':'i.png','description':'x'}}}}",
            })
    void isNotStored(String why, String path, String asked, String stored) {
        assertThat(Difference.notStored(json(asked), json(stored)))
                .extracting(Change::path)
                .containsExactly(path);
    }

    @Test
    void aFileForAnotherIsOneChangeOfItsPath() {
        Change change = Difference.between(
                        json("{'trailers':[{'id':'1','videoFileName':'old.mp4'}]}"),
                        json("{'trailers':[{'videoFileName':'new.mp4'}]}"))
                .get(0);

        assertThat(change.from().orElseThrow().toString()).contains("old.mp4");
        assertThat(change.to().orElseThrow().toString()).contains("new.mp4");
    }

    /** One map of names for an object, one of ids for an array: walks take longer than the limit for this. */
    @Test
    void isLinearInTheNumberOfMembersAndFiles() throws Exception {
        JsonObject one = wide("a");
        JsonObject other = wide("b");

        assertThat(soon(() -> Difference.between(one, other)).size()).isEqualTo(66_000);
        assertThat(soon(() -> Difference.notStored(one, other)).size()).isEqualTo(66_000);
        assertThat(soon(() -> MergePatch.apply(one, other)).size()).isEqualTo(60_001);
        assertThat(soon(() -> Equality.same(one, other))).isFalse();
    }

    /** Each level looked at twice would double the work with each level: 2^40 steps here. */
    @ParameterizedTest
    @ValueSource(strings = {"{'x':%s}", "{'x':[%s]}", "{'x':[{'a':1},%s]}"})
    void looksAtEachNodeOnce(String level) throws Exception {
        String one = "{'a':'b'}";
        String other = "{'a':'c'}";
        for (int depth = 0; depth < 40; depth++) {
            one = level.formatted(one);
            other = level.formatted(other);
        }

        JsonObject from = json(one);
        JsonObject to = json(other);
        assertThat(soon(() -> Difference.between(from, to))).hasSize(1);
        assertThat(soon(() -> Difference.notStored(from, to))).hasSize(1);
    }

    private static <T> T soon(Callable<T> work) throws Exception {
        return CpuTime.within(Duration.ofSeconds(3), work);
    }

    /** Measured in bytes, not in time: no pointer, no copy and no date is made for what is equal. */
    @Test
    void allocatesInProportionToTheDocument() {
        String text = listings(100);
        JsonObject one = json(text);
        JsonObject other = json(text.replace("Text 7 ", "Text seven "));
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Difference.notStored(one, other);
        long before = thread.getCurrentThreadAllocatedBytes();
        List<Change> changes = Difference.notStored(one, other);
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;

        assertThat(changes).hasSize(100);
        assertThat(allocated).isLessThan(10L * text.length());
    }

    private static String listings(int languages) {
        return IntStream.range(0, languages)
                .mapToObj(language -> "'l" + language + "':{'baseListing':{"
                        + IntStream.range(0, 20)
                                .mapToObj(i -> "'member" + i + "':'Text " + i + " " + "x".repeat(400) + "'")
                                .collect(Collectors.joining(","))
                        + ",'features':['a','b'],'images':[{'id':'1','fileName':'a','fileStatus':'Uploaded'}]}}")
                .collect(Collectors.joining(",", "{'listings':{", "}}"));
    }

    private static JsonObject wide(String prefix) {
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        IntStream.range(0, 30_000).forEach(i -> object.add(prefix + i, 1));
        JsonArrayBuilder files = Json.PROVIDER.createArrayBuilder();
        IntStream.range(0, 6_000)
                .mapToObj(i -> Json.PROVIDER
                        .createObjectBuilder()
                        .add("id", prefix + i)
                        .add("fileName", prefix + i))
                .forEach(files::add);
        return object.add("applicationPackages", files).build();
    }
}
