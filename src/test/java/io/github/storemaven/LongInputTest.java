package io.github.storemaven;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.storemaven.check.DocumentRules;
import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.check.ImageRules;
import io.github.storemaven.check.PackageRules;
import io.github.storemaven.check.TrailerRules;
import io.github.storemaven.credential.ClientCertificate;
import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.goal.ValidateFixture;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.listing.ChangelogFuzz;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.testing.CpuTime;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Secrets;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.RenewableSas;
import io.github.storemaven.transfer.SasUrl;
import io.github.storemaven.transfer.UploadContent;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadSettings;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reader of others' texts is given each ASCII character over and over, and the beginnings that make a careless reader
 * look again and again. It has some seconds of the processor, whatever it says in the end: a hundredth is enough. The default
 * build gives each a part of a megabyte, the profile fuzz the whole.
 */
class LongInputTest {
    private static final int MEGABYTE = 1_000_000;
    private static final int SHORT_CHARACTERS = 4_000;
    private static final int SHORT_BEGINNINGS = 40_000;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration SHORT_LIMIT = Duration.ofSeconds(1);

    private static final List<String> BEGINNINGS = List.of(
            "${",
            "${a",
            "[",
            "![",
            "[a](",
            "[a]: ",
            "<!--",
            "> ",
            "- ",
            "*a ",
            "**a",
            "_a",
            "`a``",
            "\n# ",
            "a\n-\n",
            "  ",
            "a ",
            "a, ",
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
            "\"\\",
            "**/",
            "*a*",
            "?*",
            "[!a-",
            "{a,",
            "{a,b}",
            "\0\0\0\10free");

    private static final URI ROOT = URI.create("https://store.example");

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final Secrets secrets = new Secrets();
    private final Map<String, Reader> readers = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @FunctionalInterface
    private interface Reader {
        void read(Input input) throws Exception;
    }

    /** One input, made once for all readers. */
    private static final class Input {
        private final String text;
        private final byte[] utf8;
        private final byte[] inJson;

        Input(String text) {
            this.text = text;
            this.utf8 = LongInputTest.utf8(text);
            this.inJson = LongInputTest.utf8(escaped(text));
        }

        byte[] after(String beginning) {
            return join(LongInputTest.utf8(beginning), utf8);
        }
    }

    LongInputTest() {
        secrets.add("S3CR3T~hunter2+x/y=");
        readers.put("a user's JSON", input -> ParsedJson.of("x", input.utf8));
        readers.put("a text in a user's JSON", input -> ParsedJson.of("x", inJson("a", input)));
        readers.put("the Store's JSON", input -> ParsedJson.ofResponse("x", input.after("{\"a\": \"")));
        readers.put("a text for the log", input -> ForeignText.oneLine(input.text));
        readers.put("a text without secrets", input -> secrets.mask(input.text));
        readers.put("the Store's error", input -> store(400, inJson("message", input)));
        readers.put("the token endpoint's error", input -> token(inJson("error_description", "AADSTS1:", input)));
        readers.put("a key file", this::key);
        readers.put("the storage's error", input -> storage(input.after("<Error><Message>")));
        readers.put("a changelog", input -> ChangelogFuzz.fuzzerTestOneInput(input.after("# 1.0.0\n")));
        readers.put("a manifest", input -> pack(app -> app.manifest(xml -> described(xml, input.text))));
        readers.put("a block map", input -> pack(app -> app.blockMap(xml -> xml.replace(".exe", input.text))));
        readers.put("the texts of a store folder", this::texts);
        readers.put("a text under the rules", LongInputTest::rules);
        readers.put("a pattern of packages", this::pattern);
        readers.put("a picture", input -> picture(join(PNG, input.utf8)));
        readers.put("a video", input -> video(input.utf8));
    }

    @TestFactory
    Stream<DynamicTest> partsOfAMegabyte() {
        return inputs(SHORT_CHARACTERS, SHORT_BEGINNINGS, SHORT_LIMIT);
    }

    @Tag("fuzz")
    @TestFactory
    Stream<DynamicTest> megabytes() {
        return inputs(MEGABYTE, MEGABYTE, LIMIT);
    }

    private Stream<DynamicTest> inputs(int characters, int beginnings, Duration limit) {
        return Stream.concat(
                        IntStream.range(0, 128).mapToObj(Character::toString).map(one -> one.repeat(characters)),
                        BEGINNINGS.stream().map(one -> one.repeat(beginnings / one.length())))
                .map(text -> DynamicTest.dynamicTest(
                        ForeignText.oneLine(text, 20), () -> isReadSoon(new Input(text), limit)));
    }

    private void isReadSoon(Input input, Duration limit) {
        readers.forEach((name, reader) -> assertThatCode(() -> CpuTime.within(limit, () -> read(reader, input)))
                .as(name)
                .doesNotThrowAnyException());
    }

    private static boolean read(Reader reader, Input input) {
        try {
            reader.read(input);
            return true;
        } catch (Exception said) {
            return false; // What it says is seen elsewhere.
        }
    }

    private void pack(UnaryOperator<MsixBuilder> change) throws Exception {
        Path file = Files.write(
                folder.resolve("a.msix"), change.apply(MsixBuilder.app()).bytes());
        FindingCollector report = new FindingCollector();
        PackageRules rules = new PackageRules(ExpectedIdentity.none(), report);
        rules.check(rules.read(file).stream().toList());
    }

    private static String described(String manifest, String text) {
        return manifest.replaceFirst("<Description>.*?</Description>", "")
                .replace("<Properties>", "<Properties><Description>" + text + "</Description>");
    }

    private void texts(Input input) throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("src/store/listings/en-us/images/Screenshot"));
        Path language = pictures.getParent().getParent();
        for (String text : List.of("description.txt", "keywords.txt", "images/Screenshot/a.txt")) {
            Files.write(language.resolve(text), input.utf8);
        }
        Files.write(pictures.resolve("a.png"), PNG);
        StoreFolder.readApp(folder.resolve("src/store"), ValidateFixture.filter(), problem -> {})
                .applyTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    private static void rules(Input input) {
        JsonValue value = Json.PROVIDER.createValue(input.text);
        JsonObjectBuilder members = Json.PROVIDER.createObjectBuilder();
        List.of("description", "title", "releaseNotes").forEach(name -> members.add(name, value));
        List.of("keywords", "features")
                .forEach(name ->
                        members.add(name, Json.PROVIDER.createArrayBuilder().add(value)));
        JsonObject listing =
                Json.PROVIDER.createObjectBuilder().add("baseListing", members).build();
        JsonObject document = Json.PROVIDER
                .createObjectBuilder()
                .add("listings", Json.PROVIDER.createObjectBuilder().add("en-us", listing))
                .build();
        new DocumentRules(ProductType.APP, Instant.EPOCH).check(document, pointer -> pointer, new FindingCollector());
    }

    private void pattern(Input input) throws Exception {
        Path built = Files.createDirectories(folder.resolve("target/a/a/a"));
        Files.write(built.resolve("a".repeat(100) + ".msix"), new byte[0]);
        new ValidateFixture(folder, ProductType.APP)
                .packages("target/" + input.text)
                .problems();
    }

    private void picture(byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("a.png"), content);
        new ImageRules(new FindingCollector()).image(FileContent.startOf(file), "Screenshot");
    }

    private void video(byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("a.mp4"), content);
        new TrailerRules(new FindingCollector()).video(file);
    }

    private static byte[] inJson(String member, Input input) {
        return inJson(member, "", input);
    }

    private static byte[] inJson(String member, String beginning, Input input) {
        return join(utf8("{\"" + member + "\": \"" + beginning), input.inJson, utf8("x\"}"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static void store(int status, byte[] body) throws Exception {
        TokenCache tokens = new TokenCache(
                new TokenEndpoint(ROOT, request -> answer(200, utf8("{\"access_token\": \"t\"}")), TimeSource.system()),
                credential());
        StoreConnection connection = new StoreConnection(
                ROOT, tokens, request -> answer(status, body), new RetryPolicy(TimeSource.system(), () -> 0.5));
        new StoreClient(connection).product(new Product.Application("9PAPPDEMO001"));
    }

    private static void token(byte[] body) throws Exception {
        new TokenEndpoint(ROOT, request -> answer(401, body), TimeSource.system()).obtain(credential());
    }

    private static ClientSecret credential() {
        return new ClientSecret("tenant", "client", "S3CR3T~hunter2+x/y=", "test");
    }

    private void key(Input input) throws Exception {
        Path file = Files.write(folder.resolve("key.pem"), input.after("-----BEGIN "));
        ClientCertificate.read("tenant", "client", file.toString(), null, "test");
    }

    private static void storage(byte[] body) throws Exception {
        new BlockUpload(
                        request -> answer(400, body),
                        TimeSource.system(),
                        new RetryPolicy(TimeSource.system(), () -> 0.5),
                        UploadSettings.chosen())
                .send(
                        nothing(),
                        new RenewableSas(SasUrl.of("https://blob.example/a?sig=abcdefgh"), Optional::empty),
                        new UploadListener() {});
    }

    private static UploadContent nothing() {
        return new UploadContent() {
            @Override
            public long size() {
                return 0;
            }

            @Override
            public void read(long offset, ByteBuffer target) {}
        };
    }

    private static Response answer(int status, byte[] body) {
        return new Response(status, Map.of(), body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
