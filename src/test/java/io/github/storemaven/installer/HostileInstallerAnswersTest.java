package io.github.storemaven.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.document.Members;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.CpuTime;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Store, or what is in its place, whose answers about an MSI or EXE product lead elsewhere, or are too much. */
class HostileInstallerAnswersTest {
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private InstallerReleaseFixture release;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        release = new InstallerReleaseFixture(folder);
    }

    @AfterEach
    void stop() {
        release.close();
    }

    /** Changes the payload of the successful answers whose request ends so. */
    private void answers(String method, String end, UnaryOperator<JsonObject> change) {
        Transport network = release.network;
        release.network = request -> {
            paths.add(request.uri().getRawPath());
            Response response = network.send(request);
            return isMeant(request, method, end) ? changed(response, change) : response;
        };
    }

    private static boolean isMeant(Request request, String method, String end) {
        return request.method().equals(method) && request.uri().getPath().endsWith(end);
    }

    private static Response changed(Response response, UnaryOperator<JsonObject> change) throws IOException {
        try {
            JsonObject envelope =
                    ParsedJson.ofResponse("an answer", response.body()).object();
            JsonObject data = change.apply(Members.objectOrEmpty(envelope, "responseData"));
            String body = Json.compact(Members.with(envelope, "responseData", data));
            return new Response(response.status(), Map.of(), body.getBytes(StandardCharsets.UTF_8));
        } catch (JsonSyntaxException none) {
            throw new IOException(none);
        }
    }

    private static JsonObject withFirst(JsonObject data, String array, String member, String value) {
        JsonObject first = Members.objects(data, array).get(0);
        JsonObject other = Members.with(first, member, Json.PROVIDER.createValue(value));
        return Members.with(
                data, array, Json.PROVIDER.createArrayBuilder().add(other).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../22222222-2222-4333-8444-555555555555/packages/1", "..", "a?b=c", "a b", "a#b"})
    void anIdOfAPackageLeadsNowhereElse(String id) throws Exception {
        release.packages(InstallerReleaseFixture.PACKAGE);
        answers("GET", "/packages", data -> withFirst(data, "packages", "packageId", id));
        assertThatThrownBy(() -> release.run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The Store's id of a package is not valid");
        assertThat(paths).allMatch(path -> path.contains(InstallerReleaseFixture.PRODUCT) || path.endsWith("/token"));
    }

    @Test
    void aPackageWithoutAnIdIsNoFaultOfOurs() throws Exception {
        release.packages(InstallerReleaseFixture.PACKAGE);
        answers("GET", "/packages", data -> withFirst(data, "packages", "packageId", " "));
        assertThatThrownBy(() -> release.run()).hasMessageContaining("The Store's id of a package is not valid: \"\"");
    }

    @Test
    void theIdOfASubmissionIsOneShortLine() throws Exception {
        release.text("en-us", "releaseNotes", "Faster.");
        String id = "1\n::error::x" + "y".repeat(5000);
        answers("GET", "/status", data -> Members.with(data, "ongoingSubmissionId", Json.PROVIDER.createValue(id)));
        assertThatThrownBy(() -> release.run())
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains("Submission 1 ::error::xyyy")
                        .doesNotContain("\n")
                        .hasSizeLessThan(1000));
    }

    private void image() throws IOException {
        release.image("en-us", "Screenshot", "01.png", 1366, 768, 1);
        release.sendImages = true;
    }

    private void header(String name, String value) {
        answers("POST", "/assets/create", data -> {
            JsonObject assets = Members.objectOrEmpty(data, "listingAssets");
            JsonObject slot = Members.objects(assets, "screenshots").get(0);
            JsonObject headers =
                    Json.PROVIDER.createObjectBuilder().add(name, value).build();
            JsonObject other = Members.with(slot, "httpHeaders", headers);
            JsonArrayBuilder slots = Json.PROVIDER.createArrayBuilder().add(other);
            return Members.with(data, "listingAssets", Members.with(assets, "screenshots", slots.build()));
        });
    }

    @ParameterizedTest
    @CsvSource({"Content-Length, 5", "host, evil.example", "Transfer-Encoding, chunked", "x-ms-blob-type, BlockBlob"})
    void aHeaderOfTheConnectionIsOurs(String name, String value) throws Exception {
        image();
        header(name, value);
        assertThat(release.run().images()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"a b, c", "a, 'c\nd'", "'', c", "a, \u00e9"})
    void aHeaderThatIsNoneIsRefused(String name, String value) throws Exception {
        image();
        header(name, value);
        assertThatThrownBy(() -> release.run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a header with an image that cannot be sent");
    }

    @Test
    void manyLanguagesCostNoRequests() throws Exception {
        release.text("en-us", "releaseNotes", "Faster.");
        answers("GET", "/metadata", data -> {
            JsonArrayBuilder all = Json.PROVIDER.createArrayBuilder();
            IntStream.range(0, 60_000)
                    .forEach(number ->
                            all.add(Json.PROVIDER.createObjectBuilder().add("language", "x-" + number)));
            return Members.with(data, "listingLanguages", all.build());
        });
        assertThatThrownBy(() -> release.run()).hasMessageContaining("names 60000 languages, more than there are");
    }

    @Test
    void manyPackagesAreAShortPlan() throws Exception {
        release.packages(InstallerReleaseFixture.PACKAGE);
        release.commit = false;
        answers("GET", "/packages", data -> {
            JsonArrayBuilder all = Json.PROVIDER.createArrayBuilder();
            IntStream.range(0, 5000)
                    .forEach(number -> all.add(Json.PROVIDER
                            .createObjectBuilder()
                            .add("packageId", "p" + number)
                            .add(
                                    "architectures",
                                    Json.PROVIDER.createArrayBuilder().add("A" + number))));
            return Members.with(data, "packages", all.build());
        });
        assertThatThrownBy(() -> release.run()).isInstanceOf(Exception.class);
        assertThat(release.log).hasSizeLessThan(2100).anyMatch(line -> line.matches("and \\d+ more"));
    }

    @Test
    void editsAreFoundInTimeThatGrowsWithTheDraftOnly() throws Exception {
        InstallerDraft draft = new InstallerDraft(List.of(), members("b"), members("b"), Map.of(), Map.of());
        JsonObject before = new InstallerDraft(List.of(), members("a"), members("a"), Map.of(), Map.of()).document();
        InstallerRecord record = new InstallerRecord("x", "", "", before, before, Map.of(), Map.of());
        assertThat(CpuTime.within(Duration.ofSeconds(8), () -> record.editsIn(draft)))
                .hasSize(160_000);
    }

    private static JsonObject members(String letter) {
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        IntStream.range(0, 40_000).forEach(number -> object.add(letter + number, 1));
        return object.build();
    }

    @Test
    void ofManyErrorsSomeAreTold() throws Exception {
        release.packages(InstallerReleaseFixture.PACKAGE);
        Transport network = release.network;
        release.network = request -> {
            Response response = network.send(request);
            return isMeant(request, "GET", "/status") && paths.contains("committed")
                    ? new Response(200, Map.of(), errors())
                    : noted(request, response);
        };
        assertThatThrownBy(() -> release.run())
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains("The Store cannot take in a package", "and 2990 more")
                        .hasSizeLessThan(2000));
    }

    private Response noted(Request request, Response response) {
        if (isMeant(request, "POST", "/packages/commit")) {
            paths.add("committed");
        }
        return response;
    }

    private static byte[] errors() {
        JsonArrayBuilder errors = Json.PROVIDER.createArrayBuilder();
        IntStream.range(0, 3000)
                .forEach(number -> errors.add(Json.PROVIDER
                        .createObjectBuilder()
                        .add("code", "packageuploaderror")
                        .add("message", "no answer " + number)
                        .add("target", "packages")));
        JsonObject envelope = Json.PROVIDER
                .createObjectBuilder()
                .add("isSuccess", true)
                .add("errors", errors)
                .add("responseData", Json.PROVIDER.createObjectBuilder().add("isReady", false))
                .build();
        return Json.compact(envelope).getBytes(StandardCharsets.UTF_8);
    }
}
