package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal that goes on tomorrow, and folders and ports that cannot be used. */
class StateFolderTest {
    private static final String APP = "applications/9PAPPDEMO001";

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));

    private EmbeddedStore start() throws IOException {
        return EmbeddedStore.builder()
                .directory(folder)
                .pace(Duration.ofHours(1))
                .clock(now::get)
                .start();
    }

    @Test
    void aRehearsalGoesOn() throws IOException {
        JsonObject created;
        try (EmbeddedStore today = start()) {
            today.add(ApplicationSeed.published("9PAPPDEMO001"));
            EmulatorClient client = new EmulatorClient(today);
            created = client.call("POST", APP + "/submissions").json();
            JsonObject changed = Documents.replacePackages(created, "applicationPackages", "n.msix");
            client.call("PUT", StoreFixture.one(APP, created), changed);
            client.upload(created, Zips.zip("n.msix", Zips.msix("2.0.0.0", "x64")));
        }
        try (EmbeddedStore tomorrow = start()) {
            EmulatorClient client = new EmulatorClient(tomorrow);
            JsonObject found =
                    client.call("GET", StoreFixture.one(APP, created)).json();
            String url = EmulatorClient.uploadUrl(found);
            assertThat(client.blob("HEAD", url, new byte[0], Map.of()).status()).isEqualTo(200);
            assertThat(client.call("POST", StoreFixture.one(APP, created) + "/commit")
                            .status())
                    .isEqualTo(202);
        }
        now.updateAndGet(time -> time.plus(Duration.ofDays(1)));
        try (EmbeddedStore later = start()) {
            JsonObject published = later.published("9PAPPDEMO001").orElseThrow();
            assertThat(Json.objects(published, "applicationPackages").get(0).getString("version"))
                    .isEqualTo("2.0.0.0");
        }
    }

    @Test
    void blocksThatWaitAndThoseOfTheBlobAreThereTomorrow() throws IOException {
        JsonObject created;
        try (EmbeddedStore today = start()) {
            today.add(ApplicationSeed.published("9PAPPDEMO001"));
            EmulatorClient client = new EmulatorClient(today);
            created = client.call("POST", APP + "/submissions").json();
            String url = EmulatorClient.uploadUrl(created);
            block(client, url, "QQ==", "first");
            assertListTaken(client, url, "<Latest>QQ==</Latest>");
            block(client, url, "Qg==", "second");
        }
        try (EmbeddedStore tomorrow = start()) {
            EmulatorClient client = new EmulatorClient(tomorrow);
            String url = EmulatorClient.uploadUrl(
                    client.call("GET", StoreFixture.one(APP, created)).json());
            assertThat(client.blob("GET", url, new byte[0], Map.of()).text()).isEqualTo("first");
            assertThat(client.blob("GET", url + "&comp=blocklist&blocklisttype=all", new byte[0], Map.of())
                            .text())
                    .contains("<CommittedBlocks><Block><Name>QQ==</Name><Size>5</Size></Block></CommittedBlocks>")
                    .contains("<UncommittedBlocks><Block><Name>Qg==</Name><Size>6</Size></Block></UncommittedBlocks>");
            assertListTaken(client, url, "<Uncommitted>Qg==</Uncommitted><Committed>QQ==</Committed>");
            assertThat(client.blob("GET", url, new byte[0], Map.of()).text()).isEqualTo("secondfirst");
        }
    }

    private static void block(EmulatorClient client, String url, String id, String content) {
        client.blob(
                "PUT",
                url + "&comp=block&blockid=" + id.replace("=", "%3D"),
                content.getBytes(StandardCharsets.UTF_8),
                Map.of());
    }

    private static void assertListTaken(EmulatorClient client, String url, String entries) {
        byte[] xml = ("<BlockList>" + entries + "</BlockList>").getBytes(StandardCharsets.UTF_8);
        assertThat(client.blob("PUT", url + "&comp=blocklist", xml, Map.of()).status())
                .isEqualTo(201);
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
        Path theirs = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(this::start)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no state folder of an embedded Store");
        assertThat(theirs).hasContent("years of work");
        assertThat(folder).isDirectoryContaining("glob:**thesis.txt").isNotEmptyDirectory();
    }

    @Test
    void aStateThatIsNotOursIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("store.json"), "{\"shop\": true}");
        assertThatThrownBy(this::start).hasMessageContaining("was not written by this emulator");
        assertThat(folder.resolve("store.json")).hasContent("{\"shop\": true}");
    }

    /** A state that somebody damaged, or that names a blob outside of the folder. */
    @Test
    void aDamagedStateIsLeftAlone() throws IOException {
        try (EmbeddedStore store = start()) {
            store.add(ApplicationSeed.published("9PAPPDEMO001"));
            new EmulatorClient(store).call("POST", APP + "/submissions");
        }
        Path state = folder.resolve("store.json");
        String good = Files.readString(state);
        for (String bad : List.of(
                good.replaceFirst("\"blob\":\"[^\"]+\"", "\"blob\":\"../../outside\""),
                good.replaceFirst("\"number\":\\d+", "\"number\":\"x\""),
                good.replaceFirst("\"facts\":", "\"fact\":"),
                good.replaceFirst("\"details\":", "\"detail\":"),
                good.replaceFirst("\"document\":", "\"documents\":"),
                good.replaceFirst("\"submissions\":\\[", "\"submission\":["),
                good.replaceFirst("\"products\":\\[\\{", "\"products\":[1,{"),
                good.replaceFirst("\"numbers\":", "\"number\":"),
                good.replaceFirst("\"catalog\":", "\"catalogue\":"),
                good.replaceFirst("\"zombie\":false", "\"zombie\":0"),
                good.replaceFirst("\"since\":\"[^\"]+\"", "\"since\":\"yesterday\""),
                good.replaceFirst("\"key\":\"[^\"]+\"", "\"key\":\"x\""))) {
            Files.writeString(state, bad);
            assertThatThrownBy(this::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is no state folder of an embedded Store: its store.json ");
            assertThat(state).hasContent(bad);
        }
    }

    /** A state folder would otherwise keep every archive that was ever released. */
    @Test
    void whatWasUploadedIsDeletedOnceItIsPublished() throws IOException {
        try (EmbeddedStore store = start()) {
            store.add(ApplicationSeed.published("9PAPPDEMO001"));
            EmulatorClient client = new EmulatorClient(store);
            JsonObject created = client.call("POST", APP + "/submissions").json();
            client.call(
                    "PUT",
                    StoreFixture.one(APP, created),
                    Documents.replacePackages(created, "applicationPackages", "n.msix"));
            client.upload(created, Zips.zip("n.msix", Zips.msix("2.0.0.0", "x64")));
            assertThat(folder.resolve("blobs")).isNotEmptyDirectory();
            client.call("POST", StoreFixture.one(APP, created) + "/commit");
            assertThat(folder.resolve("blobs")).as("it may still be read").isNotEmptyDirectory();
            now.updateAndGet(time -> time.plus(Duration.ofDays(1)));
        }
        assertThat(folder.resolve("blobs")).isEmptyDirectory();
    }

    /** Whoever ends the process at once finds what a fault has made, although the call was refused. */
    @Test
    void aGhostIsKeptAtOnce() throws IOException {
        try (EmbeddedStore store = start()) {
            store.add(ApplicationSeed.published("9PAPPDEMO001"));
            store.faults().set("ghostCreate");
            assertThat(new EmulatorClient(store)
                            .call("POST", APP + "/submissions")
                            .status())
                    .isEqualTo(500);
            assertThat(folder.resolve("store.json")).content().contains("PendingCommit");
        }
    }

    /** A folder that is gone or full: the answer says so, whichever part was asked. */
    @Test
    void aStateThatCannotBeWrittenIsAnAnswer() throws IOException {
        Path state = folder.resolve("state");
        try (EmbeddedStore store = EmbeddedStore.builder().directory(state).start()) {
            store.add(ApplicationSeed.published("9PAPPDEMO001"));
            EmulatorClient client = new EmulatorClient(store);
            Files.delete(state.resolve("store.json"));
            Files.createDirectory(state.resolve("store.json.new"));
            byte[] create = "{\"product\":\"9PAPPDEMO001\",\"action\":\"create\"}".getBytes(StandardCharsets.UTF_8);
            EmulatorClient.Reply reply =
                    client.blob("POST", store.serviceUrl() + "/emulator/partner-center", create, Map.of());
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.json().getString("message")).contains("the state cannot be written to " + state);
            assertThat(store.remarks()).last().asString().contains("the state cannot be written to " + state);
            Files.delete(state.resolve("store.json.new"));
        }
    }

    @Test
    void aBlockThatCannotBeReadLeavesNoHalfOfABlob() throws IOException {
        try (EmbeddedStore store = start()) {
            store.add(ApplicationSeed.published("9PAPPDEMO001"));
            EmulatorClient client = new EmulatorClient(store);
            String url = EmulatorClient.uploadUrl(
                    client.call("POST", APP + "/submissions").json());
            block(client, url, "QQ==", "first");
            Path blob = onlyFile(folder.resolve("blobs"));
            Files.delete(onlyFile(blob));
            byte[] xml = "<BlockList><Latest>QQ==</Latest></BlockList>".getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> client.blob("PUT", url + "&comp=blocklist", xml, Map.of()))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(blob).isEmptyDirectory();
        }
    }

    private static Path onlyFile(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void tokensThatWereEndedStaySo() throws IOException {
        String token;
        try (EmbeddedStore today = start()) {
            today.add(ApplicationSeed.published("9PAPPDEMO001"));
            EmulatorClient client = new EmulatorClient(today);
            token = client.authorization();
            today.faults().set("endToken", Json.object().add("times", 1).build());
            assertThat(client.call("GET", APP).status()).isEqualTo(401);
        }
        try (EmbeddedStore tomorrow = start()) {
            assertThat(new EmulatorClient(tomorrow)
                            .call("GET", APP, "", Map.of("Authorization", token))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void whatPackagesWereIsKnownTomorrow() throws IOException {
        try (EmbeddedStore today = start()) {
            today.add(ApplicationSeed.published("9PAPPDEMO001"));
            release(today, 1);
        }
        now.updateAndGet(time -> time.plus(Duration.ofDays(1)));
        try (EmbeddedStore tomorrow = start()) {
            release(tomorrow, 2);
            now.updateAndGet(time -> time.plus(Duration.ofDays(1)));
            assertThat(tomorrow.pendingStatus("9PAPPDEMO001")).hasValue("PreProcessingFailed");
        }
    }

    private static void release(EmbeddedStore store, int content) {
        EmulatorClient client = new EmulatorClient(store);
        JsonObject created = client.call("POST", APP + "/submissions").json();
        client.call(
                "PUT",
                StoreFixture.one(APP, created),
                Documents.replacePackages(created, "applicationPackages", "n.msix"));
        byte[] manifest = Zips.manifest("40001Harbour.TideTableDemo", "2.0.0.0", "x64");
        byte[] msix = Zips.zip(Map.of("AppxManifest.xml", manifest, "x", new byte[content]));
        client.upload(created, Zips.zip("n.msix", msix));
        client.call("POST", StoreFixture.one(APP, created) + "/commit");
    }

    @Test
    void twoStoresDoNotShareAFolder() throws IOException {
        try (EmbeddedStore first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(IOException.class)
                    .hasMessage(folder + " is in use by another embedded Store: stop that one, or name another folder");
            first.add(ApplicationSeed.published("9PAPPDEMO001"));
        }
        try (EmbeddedStore second = start()) {
            assertThat(second.applicationIds()).containsExactly("9PAPPDEMO001");
        }
    }

    @Test
    void aFolderOfAStoreThatEndedBeforeItsFirstSaveIsStillOurs() throws IOException {
        Files.createDirectories(folder.resolve("blobs").resolve("some"));
        Files.createDirectories(folder.resolve("work"));
        start().close();
        assertThat(folder.resolve("store.json")).exists();
    }

    @Test
    void aFileIsNoStateFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("state"), "");
        assertThatThrownBy(() -> EmbeddedStore.builder().directory(file).start())
                .hasMessage(file + " is a file: name a folder");
    }

    @Test
    void onlyItsOwnerReadsAStateFolder() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path made = folder.resolve("made");
        Path there = Files.createDirectory(folder.resolve("there"));
        for (Path directory : List.of(made, there)) {
            EmbeddedStore.builder().directory(directory).start().close();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void theSecretIsAnotherOneAtEachStartButAStateFolderKeepsIt() throws IOException {
        String kept;
        try (EmbeddedStore one = EmbeddedStore.builder().start();
                EmbeddedStore other = EmbeddedStore.builder().start();
                EmbeddedStore lasting = start()) {
            kept = lasting.clientSecret();
            assertThat(List.of(one.clientSecret(), other.clientSecret(), kept))
                    .doesNotHaveDuplicates()
                    .allMatch(secret -> secret.startsWith(EmbeddedStore.MADE_UP));
        }
        try (EmbeddedStore again = start()) {
            assertThat(again.clientSecret()).isEqualTo(kept);
        }
    }

    @Test
    void whatAStoreThatWasEndedByForceLeftIsDeletedByTheNextOne() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path made = Files.createTempDirectory(temporary, "left-behind-");
        Files.createFile(made.resolve("store.lock"));
        Files.write(
                Files.createDirectories(made.resolve("blobs").resolve("one")).resolve("data"), new byte[100]);
        Path left = Files.move(
                made, temporary.resolve(made.getFileName().toString().replace("left-behind", "embedded-store-0")));
        Path foreign = Files.createTempDirectory(temporary, "embedded-store-0-");
        try {
            // Stores of other tests that run beside these may be about to delete it, or their own.
            for (int starts = 0; starts < 100 && Files.exists(left); starts++) {
                EmbeddedStore.builder().start().close();
            }
            assertThat(left).doesNotExist();
            assertThat(foreign)
                    .as("without our lock it is not known to be ours")
                    .exists();
        } finally {
            Files.delete(foreign);
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (EmbeddedStore one = EmbeddedStore.builder().start()) {
            int port = one.serviceUrl().getPort();
            assertThatThrownBy(() -> EmbeddedStore.builder().port(port).start())
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("port " + port);
        }
    }

    @Test
    void closingRemovesTheTemporaryFolder() throws IOException {
        JsonObject created;
        try (EmbeddedStore store = EmbeddedStore.builder().start()) {
            store.add(ApplicationSeed.published("9PAPPDEMO001"));
            EmulatorClient client = new EmulatorClient(store);
            created = client.call("POST", APP + "/submissions").json();
            client.upload(created, new byte[100]);
            assertThat(temporary(created)).isPresent();
        }
        assertThat(temporary(created)).isEmpty();
    }

    private static java.util.Optional<Path> temporary(JsonObject submission) throws IOException {
        String guid = submission.getString("fileUploadUrl").replaceAll(".*/([^/?]+)\\?.*", "$1");
        try (var folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return folders.filter(path -> path.getFileName().toString().startsWith("embedded-store-"))
                    .filter(path -> Files.exists(path.resolve("blobs").resolve(guid)))
                    .findFirst();
        }
    }
}
