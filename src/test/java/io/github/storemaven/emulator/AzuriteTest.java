package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.Azurite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sequence of blob requests to Azurite and to us: status, error code and block lists are alike. */
@Tag("peers")
class AzuriteTest {
    private static final Map<String, String> BLOCK_BLOB = Map.of("x-ms-blob-type", "BlockBlob");

    private record Step(String name, String verb, String query, String body, Map<String, String> headers) {}

    private static final List<Step> STEPS = List.of(
            new Step("nothing there", "GET", "", "", Map.of()),
            new Step("no list there", "GET", "&comp=blocklist&blocklisttype=all", "", Map.of()),
            new Step("no blob type", "PUT", "", "data", Map.of()),
            new Step("wrong blob type", "PUT", "", "data", Map.of("x-ms-blob-type", "Floppy")),
            new Step("put", "PUT", "", "first", BLOCK_BLOB),
            new Step("wrong digest", "PUT", "", "x", with(BLOCK_BLOB, "Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==")),
            new Step("right digest", "PUT", "", "first", with(BLOCK_BLOB, "Content-MD5", "iwTV43ddKY54RV78XKQE1Q==")),
            new Step("read back", "GET", "", "", Map.of()),
            new Step("head", "HEAD", "", "", Map.of()),
            new Step("range past the end", "GET", "", "", Map.of("x-ms-range", "bytes=90-99")),
            new Step("range", "GET", "", "", Map.of("x-ms-range", "bytes=1-2")),
            new Step("list after a put", "GET", "&comp=blocklist&blocklisttype=all", "", Map.of()),
            block("aaaa", "A"),
            block("bbbb", "B"),
            new Step("ids of another length", "PUT", "&comp=block&blockid=" + id("c"), "C", Map.of()),
            new Step(
                    "wrong digest of a block",
                    "PUT",
                    "&comp=block&blockid=" + id("dddd"),
                    "D",
                    Map.of("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==")),
            new Step("no block list", "PUT", "&comp=blocklist", "<BlockList", Map.of()),
            new Step("uncommitted", "GET", "&comp=blocklist&blocklisttype=uncommitted", "", Map.of()),
            new Step("still the old content", "GET", "", "", Map.of()),
            list("unknown block", "<Latest>" + plain("zzzz") + "</Latest>"),
            list("commit", "<Latest>" + plain("bbbb") + "</Latest><Uncommitted>" + plain("aaaa") + "</Uncommitted>"),
            new Step("content by the list", "GET", "", "", Map.of()),
            new Step("all lists", "GET", "&comp=blocklist&blocklisttype=all", "", Map.of()),
            block("cccc", "C"),
            list("reuse", "<Committed>" + plain("aaaa") + "</Committed><Latest>" + plain("cccc") + "</Latest>"),
            new Step("content reused", "GET", "", "", Map.of()),
            list("no longer committed", "<Committed>" + plain("bbbb") + "</Committed>"),
            new Step("only if absent", "PUT", "", "x", with(BLOCK_BLOB, "If-None-Match", "*")),
            new Step("delete", "DELETE", "", "", Map.of()),
            list("empty list", ""),
            new Step("empty content", "GET", "", "", Map.of()));

    /** Azurite refuses these without a code; Azure names one. */
    private static final Map<String, String> UNNAMED_THERE = Map.of(
            "no blob type: 400 ", "no blob type: 400 MissingRequiredHeader",
            "wrong blob type: 400 ", "wrong blob type: 400 InvalidHeaderValue",
            "no block list: 400 ", "no block list: 400 InvalidXmlDocument");

    @TempDir
    Path data;

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return Map.copyOf(more);
    }

    private static String plain(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String id(String text) {
        return URLEncoder.encode(plain(text), StandardCharsets.UTF_8);
    }

    private static Step block(String id, String body) {
        return new Step("block " + id, "PUT", "&comp=block&blockid=" + id(id), body, Map.of());
    }

    private static Step list(String name, String entries) {
        String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>" + entries + "</BlockList>";
        return new Step(name, "PUT", "&comp=blocklist", xml, Map.of());
    }

    @Test
    void bothAnswerAlike() throws Exception {
        try (StoreFixture scene = new StoreFixture();
                Azurite azurite = new Azurite(data)) {
            EmulatorClient client = scene.client;
            assertThat(client.blob(
                                    "PUT",
                                    azurite.account("ingestion", "rwdlc") + "&restype=container",
                                    new byte[0],
                                    Map.of())
                            .status())
                    .isEqualTo(201);
            String ours = EmulatorClient.uploadUrl(scene.create("applications/" + scene.app()));
            List<String> theirs = answers(client, azurite.account("ingestion/blob", "rwl"));
            assertThat(theirs).containsAll(UNNAMED_THERE.keySet());
            theirs.replaceAll(answer -> UNNAMED_THERE.getOrDefault(answer, answer));
            assertThat(answers(client, ours)).isEqualTo(theirs);
        }
    }

    private static List<String> answers(EmulatorClient client, String url) {
        List<String> answers = new ArrayList<>();
        for (Step step : STEPS) {
            byte[] body = step.body().getBytes(StandardCharsets.UTF_8);
            Map<String, String> headers = with(step.headers(), "x-ms-version", "2019-12-12");
            EmulatorClient.Reply reply = client.blob(step.verb(), url + step.query(), body, headers);
            String told = reply.status() < 300 ? shown(reply.text()) : reply.header("x-ms-error-code");
            answers.add(step.name() + ": " + reply.status() + " " + told);
        }
        return answers;
    }

    /** Block lists without what is only a matter of writing: the declaration, white space, lists with no block. */
    private static String shown(String text) {
        return text.replaceAll("<\\?xml[^>]*>|\\s", "")
                .replaceAll("<(Unc|C)ommittedBlocks(/>|></(Unc|C)ommittedBlocks>)", "");
    }
}
