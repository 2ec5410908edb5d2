package io.github.storemaven;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.storemaven.credential.ClientCertificate;
import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.credential.Tokens;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryRule;
import io.github.storemaven.http.Timer;
import io.github.storemaven.json.JsonReading;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.StoreService;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Secrets;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.Content;
import io.github.storemaven.transfer.FreshAddress;
import io.github.storemaven.transfer.UploadAddress;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadSettings;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reader of others' texts is given a megabyte of each ASCII character, and of the beginnings that make a careless
 * reader look again and again. It has two seconds of the processor, whatever it says in the end.
 */
class LongInputTest {
    private static final int SIZE = 1_000_000;
    private static final long MOST_NANOSECONDS = 2_000_000_000L;

    private static final List<String> BEGINNINGS = List.of(
            "${",
            "[",
            "[a](",
            "<!--",
            "> ",
            "*a ",
            "  ",
            "-----BEGIN A-----",
            "-----BEGIN A----------END B-----",
            "AADSTS",
            "Trace ID:",
            "&#",
            "%2",
            "\\u",
            "eyJ-",
            "sig=",
            "##",
            "bearer ",
            "<a>",
            "<!DOCTYPE a[",
            "{\"a\":",
            "\"\\");

    private static final URI ROOT = URI.create("https://store.example");

    @TempDir
    Path folder;

    @FunctionalInterface
    private interface Reader {
        void read(String text) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> readers() {
        Secrets secrets = new Secrets();
        secrets.add("S3CR3T~hunter2+x/y=");
        return Stream.of(
                test("a user's JSON", text -> JsonReading.text("x", utf8(text))),
                test("a text in a user's JSON", text -> JsonReading.text("x", utf8("{\"a\": \"" + text + "\"}"))),
                test("the Store's JSON", text -> JsonReading.answer("x", utf8("{\"a\": \"" + text))),
                test("a text for the log", ForeignText::oneLine),
                test("a text without secrets", secrets::mask),
                test("the Store's error", text -> store(400, error("message", text))),
                test("the token endpoint's error", text -> token(error("error_description", "AADSTS1:" + text + "x"))),
                test("a key file", this::key),
                test("the storage's error", text -> storage("<Error><Message>" + text)));
    }

    private static DynamicTest test(String name, Reader reader) {
        return DynamicTest.dynamicTest(name, () -> {
            for (String text : inputs()) {
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                try {
                    reader.read(text);
                } catch (Exception said) {
                    // What it says is seen elsewhere.
                }
                long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
                assertTrue(took < MOST_NANOSECONDS, () -> text.substring(0, 40) + " took " + took / 1_000_000 + " ms");
            }
        });
    }

    private static List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        IntStream.range(0, 128)
                .mapToObj(Character::toString)
                .map(one -> one.repeat(SIZE))
                .forEach(inputs::add);
        BEGINNINGS.stream().map(one -> one.repeat(SIZE / one.length())).forEach(inputs::add);
        return inputs;
    }

    private static String error(String member, String text) {
        return "{\"" + member + "\": \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    private static void store(int status, String body) throws Exception {
        Tokens tokens = new Tokens(
                new TokenEndpoint(ROOT, request -> answer(200, "{\"access_token\": \"t\"}"), Timer.system()),
                credential());
        StoreConnection connection = new StoreConnection(
                ROOT, tokens, request -> answer(status, body), Timer.system(), new RetryRule(() -> 0.5));
        new StoreService(connection).product(new Product.Application("9PAPPDEMO001"));
    }

    private static void token(String body) throws Exception {
        new TokenEndpoint(ROOT, request -> answer(401, body), Timer.system()).obtain(credential());
    }

    private static ClientSecret credential() {
        return new ClientSecret("tenant", "client", "S3CR3T~hunter2+x/y=", "test");
    }

    private void key(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("key.pem"), "-----BEGIN " + text);
        ClientCertificate.read("tenant", "client", file.toString(), null, "test");
    }

    private static void storage(String body) throws Exception {
        new BlockUpload(request -> answer(400, body), Timer.system(), new RetryRule(() -> 0.5), UploadSettings.chosen())
                .send(
                        nothing(),
                        UploadAddress.of("https://blob.example/a?sig=abcdefgh"),
                        UploadListener.none(),
                        FreshAddress.none());
    }

    private static Content nothing() {
        return new Content() {
            @Override
            public long size() {
                return 0;
            }

            @Override
            public void read(long offset, ByteBuffer target) {}
        };
    }

    private static Response answer(int status, String body) {
        return new Response(status, Map.of(), utf8(body));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
