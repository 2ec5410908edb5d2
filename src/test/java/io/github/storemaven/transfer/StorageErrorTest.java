package io.github.storemaven.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a storage, or who answers in its place, says about a refusal. */
class StorageErrorTest {
    private static final SasUrl ADDRESS = SasUrl.of("https://blob.example/c/b?sv=1&sig=hZ3%2FQe%2B5v0uS1x%3D");

    @Test
    void showsTheStoragesWords() {
        assertEquals(
                "the storage refused a block with 400 InvalidBlockId The id is bad. (x-ms-request-id r-1)",
                error("InvalidBlockId", "The id is bad.\nTime:x")
                        .failure("a block")
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sig=hZ3%2FQe%2B5v0uS1x%3D",
                "hZ3%2FQe%2B5v0uS1x%3D",
                "hZ3%2fQe%2b5v0uS1x%3d",
                "hZ3/Qe+5v0uS1x=",
                "hZ3/Qe&amp;#43;5v0uS1x="
            })
    void theSignatureIsMaskedInEverySpelling(String spelling) {
        String message = error("X" + spelling, "Cannot take " + spelling)
                .failure("a block")
                .getMessage();
        assertFalse(message.contains("hZ3"), message);
        assertFalse(message.contains("5v0uS1x"), message);
    }

    @Test
    void controlCharactersCommandsAndLengthAreHeld() {
        assertEquals(
                "the storage refused a block with 400 E\\u001b[0m ## vso[x]" + "m".repeat(291)
                        + "... (x-ms-request-id r-1)",
                error("E\u001b[0m", "##vso[x]" + "m".repeat(100_000))
                        .failure("a block")
                        .getMessage());
    }

    /** The JDK's parser ends in an unchecked exception of its own on the first of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"<!DOCTYPE a[\u0001", "<!DOCTYPE a[", "<html><body>Sign in", "", "\u0000", "<a", "<a>&b;</a>"})
    void anAnswerThatIsNoListIsAnIOException(String body) {
        assertThrows(IOException.class, () -> BlockList.names(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anAnswerThatIsNoListMeansThatNoBlockIsThere() throws Exception {
        TimeSource time = new FakeTimeSource();
        BlockBlobClient client = new BlockBlobClient(
                request -> new Response(200, Map.of(), "<html><body>".getBytes(StandardCharsets.UTF_8)),
                time,
                new RetryPolicy(time, () -> 0.5),
                new RenewableSas(ADDRESS, Optional::empty));
        assertEquals(Set.of(), client.listBlocks());
    }

    private static StorageError error(String code, String message) {
        byte[] body = ("<Error><Message>" + message + "</Message></Error>").getBytes(StandardCharsets.UTF_8);
        return StorageError.of(
                new Response(400, Map.of("x-ms-error-code", List.of(code), "x-ms-request-id", List.of("r-1")), body),
                ADDRESS);
    }
}
