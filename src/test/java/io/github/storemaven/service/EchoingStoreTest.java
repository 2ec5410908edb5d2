package io.github.storemaven.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.testing.Documents;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Store, or a proxy before it, that repeats what it was sent, or what only this run may know. */
class EchoingStoreTest {
    private static final String TOKEN = "tok-EN.abc/def+ghi";
    private static final String SIGNATURE = "hZ3/Qe+5v0uS1x=";
    private static final URI ROOT = URI.create("https://store.example");

    private int status = 200;
    private String body = "{}";

    @Test
    void theTokenIsMaskedInEveryMemberOfAnError() {
        status = 400;
        body = "{'code': 'A TOKEN', 'message': 'Bad header Authorization: Bearer TOKEN', 'target': 'x TOKEN y'}";

        assertRefusal("HTTP 400 A ***: Bad header Authorization: Bearer *** (target x *** y).");
    }

    @Test
    void theTokenIsMaskedAfterTwo401() {
        status = 401;
        body = "{'message': 'TOKEN is unknown'}";

        StoreRefusedException refused = assertThrows(StoreRefusedException.class, this::get);
        assertEquals("*** is unknown", refused.error().orElseThrow().message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hZ3/Qe+5v0uS1x=", "hZ3%2FQe%2B5v0uS1x%3D", "hZ3%2fQe%2b5v0uS1x%3d", "hZ3/Qe&#43;5v0uS1x&#61;"})
    void theSignatureOfTheUploadIsMaskedOnceItIsKnown(String spelling) throws Exception {
        body = "{'id': '1', 'fileUploadUrl': 'https://blob.example/a?sv=1&sig=hZ3%2FQe%2B5v0uS1x%3D&se=2'}";
        get();
        status = 400;
        body = "{'code': 'Bad', 'message': 'Cannot take (" + spelling + ").'}";

        assertRefusal("HTTP 400 Bad: Cannot take (***).");
    }

    @Test
    void whatTheStoreSaysAboutASubmissionIsMaskedAndTheRestStaysAsItCame() throws Exception {
        body = "{'id': '1', 'a': 'TOKEN', 'fileUploadUrl': 'https://blob.example/a?sig=" + SIGNATURE + "',"
                + " 'statusDetails': {'errors': [{'code': 'X', 'details': 'Cannot read https://h/?sig=" + SIGNATURE
                + "'}],"
                + " 'certificationReports': [{'date': 'd', 'reportUrl': 'https://h/TOKEN'}]}, 'status': 'A'}";

        assertEquals(
                json("{'id': '1', 'a': 'TOKEN', 'fileUploadUrl': 'https://blob.example/a?sig=" + SIGNATURE + "',"
                        + " 'statusDetails': {'errors': [{'code': 'X', 'details': 'Cannot read https://h/?sig=***'}],"
                        + " 'certificationReports': [{'date': 'd', 'reportUrl': 'https://h/***'}]}, 'status': 'A'}"),
                get().toString().replace(" ", "").replace("Cannotread", "Cannot read "));
    }

    @Test
    void anErrorIsOneLineWithoutCommands() {
        status = 400;
        body = "{'code': 'C\\u001b[2J', 'message': 'a\\n::error::b ##vso[x] \\u202e'}";

        assertRefusal("HTTP 400 C\\u001b[2J: a ::error::b ## vso[x] \\u202e.");
    }

    @Test
    void theMessageIsCutAt2000AndTheRestAt300() {
        status = 400;
        body = "{'code': '" + "c".repeat(1_000_000) + "', 'message': '" + "m".repeat(1_000_000) + "', 'target': '"
                + "t".repeat(1_000_000) + "'}";

        assertRefusal("HTTP 400 " + "c".repeat(300) + "...: " + "m".repeat(2000) + "... (target " + "t".repeat(300)
                + "...).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No.", "No"})
    void aSentenceHasOneFullStop(String message) {
        status = 400;
        body = "{'code': 'X', 'message': '" + message + "'}";

        assertRefusal("HTTP 400 X: No.");
    }

    private void assertRefusal(String text) {
        StoreRefusedException refused = assertThrows(StoreRefusedException.class, this::get);
        assertEquals(text, refused.error().orElseThrow().describe().strip());
    }

    private jakarta.json.JsonObject get() throws Exception {
        return connection().read("read it", connection().request("GET", "x"));
    }

    private StoreConnection connection;

    private StoreConnection connection() {
        if (connection == null) {
            TokenCache tokens = new TokenCache(
                    new TokenEndpoint(ROOT, EchoingStoreTest::token, TimeSource.system()),
                    new ClientSecret("tenant", "client", "secret", "here"));
            connection =
                    new StoreConnection(ROOT, tokens, this::answer, new RetryPolicy(TimeSource.system(), () -> 0.5));
        }
        return connection;
    }

    private static Response token(Request request) {
        return new Response(200, Map.of(), ("{\"access_token\": \"" + TOKEN + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private Response answer(Request request) {
        return new Response(status, Map.of(), json(body).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String text) {
        return Documents.quoted(text)
                .replace("TOKEN", TOKEN)
                .replace(", \"", ",\"")
                .replace("\": ", "\":");
    }
}
