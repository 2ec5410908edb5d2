package io.github.storemaven.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretMaskTest {
    private final Secrets secrets = new Secrets();

    /** The upload address of another submission, or that of a report, is as secret as this one's. */
    @Test
    void noSignatureIsInTheStatusDetailsWhoseverItIs() throws Exception {
        secrets.add("Qx8Q~3vK_9mN.pLw2RtY7uZb");
        JsonObject answer = ParsedJson.ofNotice("answer", """
            {"fileUploadUrl": "https://a.example/b?sv=1&sig=thisrunssignature",
             "friendlyName": "Submission 1",
             "statusDetails": {
               "errors": [{"code": "sig=anothersignature", "details": "thisruns signature"}],
               "warnings": [{"code": "X", "details": "%51x8q~3vk_9mn.plw2rty7uzb"}],
               "certificationReports": [{"reportUrl": "https://r.example/1?sp=r&sig=reportsignature&se=2"}]}}
            """.getBytes(StandardCharsets.UTF_8))
                .object();
        String details = new StoreConnection.SecretMask(secrets)
                .masked(answer)
                .get("statusDetails")
                .toString();
        assertThat(details)
                .contains("\"code\":\"sig=***\"", "\"details\":\"***\"", "?sp=r&sig=***&se=2")
                .doesNotContain("signature")
                .doesNotContainIgnoringCase("3vk_9");
    }
}
