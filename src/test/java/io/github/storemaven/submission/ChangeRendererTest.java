package io.github.storemaven.submission;

import static io.github.storemaven.document.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.Difference;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRendererTest {
    @Test
    void tellsOldAndNewInOneLine() {
        assertThat(lines("{'visibility':'Public'}", "{'visibility':'Hidden'}"))
                .containsExactly("/visibility: \"Public\" -> \"Hidden\"");
    }

    @Test
    void tellsWhatIsNewAndWhatGoes() {
        assertThat(lines("{'tag':'old'}", "{'keywords':['a']}"))
                .containsExactly("/tag: goes, \"old\"", "/keywords: new, [\"a\"]");
    }

    @Test
    void cutsALongTextToOneLine() {
        String line = lines("{}", "{'tag':'%s'}".formatted("word ".repeat(30))).get(0);

        assertThat(line).startsWith("/tag: new, \"word word").endsWith("...").hasSizeLessThan(80);
    }

    @Test
    void namesTheFileWhoseStatusChanges() {
        String packages = "{'applicationPackages':[{'id':'1','fileName':'tide.msix','fileStatus':'%s'"
                + ",'version':'1.0.0.0','architecture':'x64'}]}";

        assertThat(lines(packages.formatted("Uploaded"), packages.formatted("PendingDelete")))
                .containsExactly("/applicationPackages/0: goes, tide.msix (version 1.0.0.0, x64)");
        assertThat(lines(packages.formatted("PendingDelete"), packages.formatted("Uploaded")))
                .containsExactly("/applicationPackages/0/fileStatus: \"PendingDelete\" -> \"Uploaded\" (tide.msix)");
    }

    @Test
    void tellsWhatIsInheritedAndDangerous() {
        JsonObject document = json(
                "{'visibility':'Hidden','targetPublishMode':'Manual','packageDeliveryOptions':"
                        + "{'isMandatoryUpdate':true,'packageRollout':{'isPackageRollout':true,'packageRolloutPercentage':25.0}}}");

        assertThat(Plan.inheritedRisks(document))
                .containsExactly(
                        "a gradual rollout to 25.0 % of the customers",
                        "a mandatory update", "targetPublishMode Manual", "visibility Hidden");
    }

    @Test
    void aDateOfPublicationIsTold() {
        assertThat(Plan.inheritedRisks(
                        json("{'targetPublishMode':'SpecificDate','targetPublishDate':'2099-12-01T08:00:00Z'}")))
                .containsExactly("targetPublishMode SpecificDate (2099-12-01T08:00:00Z)");
    }

    @Test
    void theUsualIsNoDanger() {
        JsonObject document = json("{'visibility':'Public','targetPublishMode':'Immediate','packageDeliveryOptions':"
                + "{'isMandatoryUpdate':false,'packageRollout':{'isPackageRollout':false}}}");

        assertThat(Plan.inheritedRisks(document)).isEmpty();
    }

    @Test
    void aRolloutWithoutAPercentageSaysSo() {
        for (String percentage : List.of("", ",'packageRolloutPercentage':null")) {
            assertThat(Plan.inheritedRisks(json("{'packageDeliveryOptions':{'packageRollout':{'isPackageRollout':true"
                            + percentage + "}}}")))
                    .containsExactly("a gradual rollout without a percentage");
        }
    }

    @Test
    void aProductThatNobodyCanGetIsADanger() {
        assertThat(Plan.inheritedRisks(json("{'Pricing':{'PriceId':'NotAvailable'}}")))
                .containsExactly("priceId NotAvailable (nobody can get the product)");
        assertThat(Plan.inheritedRisks(json("{'targetPublishMode':'NotSet','visibility':'NotSet'}")))
                .isEmpty();
    }

    /** A file is named by what went, wherever it was. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/listings/de/icon: goes, i2.png |"
                        + " {'listings':{'en':{'icon':{'fileName':'i.png','fileStatus':'Uploaded'}},'de':{'icon':{'fileName':'i2.png','fileStatus':'Uploaded'}}}}"
                        + " | {'listings':{'en':{'icon':{'fileName':'i.png','fileStatus':'Uploaded'}}}}",
                "/listings/de/baseListing/images/0: goes, a.png |"
                        + " {'listings':{'de':{'baseListing':{'images':[{'id':'1','fileName':'a.png','fileStatus':'Uploaded'}]}}}}"
                        + " | {'listings':{}}",
                "/trailers/0: goes, a.mp4 | {'trailers':[{'id':'1','videoFileName':'a.mp4'}]} | {'trailers':null}",
                "/trailers/0: a.mp4 -> b.mp4 | {'trailers':[{'id':'1','videoFileName':'a.mp4'}]} |"
                        + " {'trailers':[{'videoFileName':'b.mp4'}]}",
                "/others/x/fileStatus: goes, \"Uploaded\" | {'others':{'x':{'fileStatus':'Uploaded'}}} | {}",
                "/listings/de/icon: goes, i2.png |"
                        + " {'listings':{'de':{'icon':{'fileName':'i2.png','fileStatus':'Uploaded'}}}} |"
                        + " {'listings':{'de':{'icon':{'fileName':'i2.png','fileStatus':'PendingDelete'}}}}",
            })
    void namesAFileInsideOfWhatGoes(String line, String from, String to) {
        assertThat(lines(from, to)).containsExactly(line);
    }

    @Test
    void namesOfOthersStayInOneLine() {
        assertThat(lines("{}", "{'a\\nb\\u202Ec':1}").get(0)).doesNotContain("\n", "\u202E");
    }

    private static List<String> lines(String from, String to) {
        return ChangeRenderer.lines(Difference.between(json(from), json(to)), json(to));
    }
}
