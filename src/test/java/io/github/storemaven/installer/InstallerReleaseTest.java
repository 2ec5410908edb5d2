package io.github.storemaven.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.Transport;
import io.github.storemaven.installer.InstallerOptions.OnPending;
import io.github.storemaven.installer.InstallerOptions.WaitFor;
import io.github.storemaven.service.StoreRefusedException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A release of an MSI product, from comparing to publication. */
class InstallerReleaseTest {
    private InstallerReleaseFixture fixture;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        fixture = new InstallerReleaseFixture(folder);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void everything() throws IOException {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.product("{'properties':{'category':'Music','productDeclarations':{'accessibilitySupport':true}},"
                + "'availability':{'markets':['US','DE']}}");
        fixture.text("en-us", "description", "Tide Table tells the tides.");
        fixture.text("en-us", "features", "Fast\nSmall\n");
        fixture.text("en-us", "minimumHardware", "A screen\n");
        fixture.text("de-de", "description", "Gezeiten.");
        fixture.text("de-de", "licenseTerms", "Keine.");
        fixture.image("de-de", "Screenshot", "01-main.png", 1920, 1080, 1);
        fixture.image("de-de", "StoreLogoSquare", "logo.png", 1080, 1080, 2);
        fixture.image("de-de", "StoreLogo9x16", "poster.png", 720, 1080, 3);
    }

    @Test
    void everythingThatIsNamedIsSentAndSubmittedOnce() throws Exception {
        everything();
        fixture.waitFor = WaitFor.PUBLICATION;
        InstallerResult result = fixture.run();
        assertThat(fixture.problems).isEmpty();
        assertThat(result.status()).isEqualTo("PUBLISHED");
        assertThat(result.images()).isEqualTo(3);
        assertThat(fixture.submissions()).containsExactly("PUBLISHED");
        assertThat(fixture.writes())
                .containsExactly(
                        "patchPackage",
                        "commitPackages",
                        "patchMetadata",
                        "patchMetadata",
                        "patchMetadata",
                        "patchMetadata",
                        "createAssets",
                        "putBlob",
                        "commitAssets",
                        "createAssets",
                        "putBlob",
                        "putBlob",
                        "commitAssets",
                        "submitDraft");
        JsonObject draft = fixture.draft();
        assertThat(draft.getJsonObject("properties").getString("category")).isEqualTo("Music");
        assertThat(draft.getJsonObject("properties")
                        .getJsonObject("productDeclarations")
                        .keySet())
                .containsExactlyInAnyOrder("dependsOnDriversOrNT", "accessibilitySupport", "penAndInkSupport");
        assertThat(draft.getJsonObject("availability").getString("pricing")).isEqualTo("FREE");
        assertThat(draft.getJsonArray("listings").getJsonObject(0).toString())
                .contains("tells the tides", "\"productFeatures\":[\"Fast\",\"Small\"]")
                .contains("\"requirements\":[{\"minimumHardware\":\"A screen\"}]", "example.com/terms");
        assertThat(draft.getJsonArray("listingAssets").toString()).contains("\"height\":1080", "\"width\":720");
    }

    @Test
    void aSecondRunWithNothingNewOnlyReads() throws Exception {
        everything();
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.run();
        int before = fixture.writes().size();
        assertThat(fixture.run().status()).isEqualTo("UNCHANGED");
        Files.delete(fixture.record());
        assertThat(fixture.run().status()).as("on a fresh machine").isEqualTo("UNCHANGED");
        assertThat(fixture.writes()).hasSize(before);
        assertThat(fixture.submissions()).containsExactly("PUBLISHED");
    }

    @Test
    void onlyWhatChangesIsSent() throws Exception {
        fixture.text("en-us", "releaseNotes", "Faster.");
        fixture.run();
        assertThat(fixture.writes()).containsExactly("patchMetadata", "submitDraft");
        assertThat(fixture.draft().getJsonArray("listings").getJsonObject(0).getString("description"))
                .isEqualTo("An app that exists only in the embedded Store.");
    }

    @Test
    void aSecondArchitectureReplacesTheSetAndKeepsWhatTheFirstHas() throws Exception {
        fixture.packages(
                "{'packageUrl':'https://example.com/first-1.0.0.msi','languages':['en-us'],'architectures':['x64']}",
                InstallerReleaseFixture.PACKAGE.replace("X64", "Arm64"));
        fixture.run();
        assertThat(fixture.writes()).startsWith("replacePackages", "commitPackages");
        assertThat(fixture.draft().getJsonArray("packages").getJsonObject(0).getString("packageType"))
                .isEqualTo("msi");
        assertThat(fixture.log).anyMatch(line -> line.startsWith("+ packages/ARM64"));
    }

    @Test
    void anImageThatIsThereAlreadyIsNotSentAgain() throws Exception {
        fixture.image("en-us", "Screenshot", "01.png", 1366, 768, 1);
        fixture.image("en-us", "Screenshot", "02.png", 1366, 768, 2);
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.run();
        fixture.image("en-us", "Screenshot", "03.png", 1366, 768, 3);
        assertThat(fixture.run().images()).isEqualTo(1);
        assertThat(fixture.draft()
                        .getJsonArray("listingAssets")
                        .getJsonObject(0)
                        .getJsonArray("screenshots"))
                .hasSize(3);
        assertThat(fixture.draft()
                        .getJsonArray("listingAssets")
                        .getJsonObject(0)
                        .getJsonArray("storeLogos"))
                .as("not named")
                .hasSize(1);
    }

    @Test
    void withoutARecordImagesOfTheSameSizesAreTakenForThoseOfTheStore() throws Exception {
        fixture.image("en-us", "Screenshot", "01.png", 1920, 1080, 7);
        assertThat(fixture.run().status()).isEqualTo("UNCHANGED");
        assertThat(fixture.log).anyMatch(line -> line.contains("number, order and size"));
        fixture.sendImages = true;
        assertThat(fixture.run().images()).isEqualTo(1);
    }

    @Test
    void whereSomethingElseIsReleasedTheyAreSent() throws Exception {
        fixture.image("en-us", "Screenshot", "01.png", 1920, 1080, 7);
        fixture.text("en-us", "releaseNotes", "Faster.");
        assertThat(fixture.run().images()).isEqualTo(1);
    }

    @Test
    void theSecondAddressIsUsedWhereTheFirstFails() throws Exception {
        fixture.image("en-us", "Screenshot", "01.png", 1366, 768, 1);
        fixture.fault("{'fault':'answer','call':'putBlob','status':403,'times':1}");
        assertThat(fixture.run().images()).isEqualTo(1);
        assertThat(fixture.log).anyMatch(line -> line.contains("second one")).noneMatch(line -> line.contains("sig=s"));
        assertThat(fixture.calls("putBlob")).isEqualTo(2);
    }

    @Test
    void aPackageThatTheStoreCannotFetchIsToldWithItsWords() throws Exception {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.fault("{'fault':'packageUploadError','message':'HTTP 302 from example.com','times':1}");
        assertThatThrownBy(fixture::run)
                .isInstanceOf(InstallerRefusedException.class)
                .hasMessageContaining("HTTP 302 from example.com")
                .hasMessageContaining("installerParameters");
        assertThat(fixture.submissions()).isEmpty();
        fixture.packages(InstallerReleaseFixture.PACKAGE.replace("2.0.0", "2.0.1"));
        fixture.run();
        assertThat(fixture.submissions()).containsExactly("INPROGRESS");
    }

    @Test
    void aSubmissionOnItsWayIsWaitedForWhereItIsOurs() throws Exception {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.run();
        fixture.waitFor = WaitFor.PUBLICATION;
        assertThat(fixture.run().status()).isEqualTo("PUBLISHED");
        assertThat(fixture.submissions()).hasSize(1);
    }

    @Test
    void aSubmissionOfAnotherContentIsInTheWay() throws Exception {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.run();
        fixture.text("en-us", "releaseNotes", "Something else.");
        assertThatThrownBy(fixture::run)
                .isInstanceOf(InstallerRefusedException.class)
                .hasMessageContaining("is in progress")
                .hasMessageContaining("cannot cancel")
                .hasMessageContaining("\"-Dstore.busyTimeout=PT4H\"");
        fixture.onPending = OnPending.FAIL;
        Files.delete(fixture.folder.resolve("store/listings/en-us/releaseNotes.txt"));
        assertThatThrownBy(fixture::run).isInstanceOf(InstallerRefusedException.class);
    }

    @Test
    void aSubmissionOfAnotherContentIsWaitedForAndThenEverythingIsLookedAtAgain() throws Exception {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.run();
        fixture.text("en-us", "releaseNotes", "Something else.");
        fixture.busyTimeout = Duration.ofHours(4);
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.timeout = Duration.ofMinutes(30);
        assertThat(fixture.run().status()).isEqualTo("PUBLISHED");
        assertThat(fixture.submissions()).hasSize(2);
        assertThat(fixture.log).anyMatch(line -> line.contains("Waiting for its end, at most 4 h; nothing was sent"));
    }

    @Test
    void aWaitForAnotherSubmissionOutlivesAnOutage() throws Exception {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.run();
        fixture.text("en-us", "releaseNotes", "Something else.");
        fixture.busyTimeout = Duration.ofHours(4);
        Transport wire = fixture.network;
        AtomicInteger looks = new AtomicInteger();
        fixture.network = request -> {
            if (request.uri().getPath().endsWith("/" + InstallerReleaseFixture.PRODUCT + "/status")) {
                int look = looks.incrementAndGet();
                if (look > 1 && look < 20) {
                    throw new IOException("connection reset");
                }
            }
            return wire.send(request);
        };
        assertThat(fixture.run().status()).isEqualTo("SUBMITTED");
        assertThat(fixture.log).anyMatch(line -> line.endsWith("; asking again"));
        assertThat(fixture.submissions()).hasSize(2);
    }

    @Test
    void aSubmissionThatDoesNotEndInTimeStaysInTheWay() throws Exception {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.run();
        fixture.text("en-us", "releaseNotes", "Something else.");
        fixture.busyTimeout = Duration.ofSeconds(30);
        Duration start = fixture.time.elapsed();
        assertThatThrownBy(fixture::run)
                .isInstanceOf(InstallerRefusedException.class)
                .hasMessageContaining("is in progress")
                .hasMessageNotContaining("busyTimeout");
        assertThat(fixture.time.elapsed().minus(start)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(fixture.submissions()).hasSize(1);
    }

    @Test
    void whatSomebodyChangedInPartnerCenterIsNamedBeforeItIsSubmitted() throws Exception {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.run();
        fixture.store.editInPartnerCenter(InstallerReleaseFixture.PRODUCT);
        assertThat(fixture.run().status()).as("nothing is submitted").isEqualTo("UNCHANGED");
        fixture.text("en-us", "releaseNotes", "Faster.");
        assertThatThrownBy(fixture::run)
                .isInstanceOf(InstallerRefusedException.class)
                .hasMessageContaining("/properties/certificationNotes")
                .hasMessageContaining("onPending=resume");
        assertThat(fixture.submissions()).hasSize(1);
        fixture.onPending = OnPending.RESUME;
        fixture.run();
        assertThat(fixture.log).anyMatch(line -> line.startsWith("WARN") && line.contains("certificationNotes"));
        assertThat(fixture.submissions()).hasSize(2);
    }

    @Test
    void aDraftIsLeftAndSubmittedByTheNextRun() throws Exception {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.commit = false;
        assertThat(fixture.run().status()).isEqualTo("DRAFT");
        assertThat(fixture.submissions()).isEmpty();
        fixture.commit = true;
        assertThat(fixture.run().status()).isEqualTo("SUBMITTED");
        assertThat(fixture.log).anyMatch(line -> line.startsWith("Resuming the draft, of an earlier run: "));
    }

    @Test
    void aFailedPublicationNamesPartnerCenter() throws Exception {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.fault("{'fault':'publishingFailed','times':1}");
        assertThatThrownBy(fixture::run)
                .isInstanceOf(InstallerRefusedException.class)
                .hasMessageContaining("has failed")
                .hasMessageContaining("partner.microsoft.com");
    }

    @Test
    void aTimeOutNamesItsParameter() throws Exception {
        fixture.packages(InstallerReleaseFixture.PACKAGE);
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.timeout = java.time.Duration.ofMinutes(2);
        assertThatThrownBy(fixture::run).hasMessageContaining("store.timeout");
    }

    @Test
    void aRefusalInsideASuccessIsToldWithTheStoresWords() throws Exception {
        fixture.product("{'properties':{'subcategory':'EReader'}}");
        assertThatThrownBy(fixture::run)
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("badrequest")
                .hasMessageContaining("has no subcategory 'EReader'")
                .hasMessageContaining("target properties");
        assertThat(fixture.submissions()).isEmpty();
    }

    @Test
    void anIncompleteLanguageIsToldInsteadOfWaitedFor() throws Exception {
        fixture.text("fr-fr", "description", "Marées.");
        assertThatThrownBy(fixture::run)
                .isInstanceOf(InstallerRefusedException.class)
                .hasMessageContaining("fr-fr")
                .hasMessageContaining("not complete");
    }

    @Test
    void warningsOfTheStoreStopNothing() throws Exception {
        fixture.fault("{'fault':'warnings','call':'patchMetadata'}");
        fixture.text("en-us", "releaseNotes", "Faster.");
        assertThat(fixture.run().status()).isEqualTo("SUBMITTED");
    }

    @Test
    @DisabledIfSystemProperty(
            named = "jdk.httpclient.enableAllMethodRetry",
            matches = "true",
            disabledReason = "The JDK's client sends what was lost once more, by itself")
    void aSubmitWhoseAnswerIsLostIsNotRepeated() throws Exception {
        fixture.text("en-us", "releaseNotes", "Faster.");
        fixture.fault("{'fault':'drop','call':'submitDraft','when':'after','times':1}");
        assertThat(fixture.run().status()).isEqualTo("SUBMITTED");
        assertThat(fixture.submissions()).containsExactly("INPROGRESS");
        assertThat(fixture.calls("submitDraft")).isEqualTo(1);
    }

    @Test
    void anotherFileNeedsAnotherAddress() throws Exception {
        Path msi = fixture.folder.resolve("tide.msi");
        Files.writeString(msi, "one");
        String one =
                InstallerReleaseFixture.PACKAGE.replace("{'packageUrl'", "{'installerFile':'tide.msi','packageUrl'");
        fixture.packages(one);
        fixture.waitFor = WaitFor.PUBLICATION;
        fixture.run();
        assertThat(fixture.draft().toString()).doesNotContain("installerFile");
        Files.writeString(msi, "another");
        assertThatThrownBy(fixture::run)
                .isInstanceOf(InstallerRefusedException.class)
                .hasMessageContaining("another file")
                .hasMessageContaining("${project.version}");
        fixture.packages(one.replace("2.0.0", "2.0.1"));
        assertThat(fixture.run().status()).isEqualTo("PUBLISHED");
    }

    @Test
    void aDamagedRecordIsAnErrorThatNamesTheFile() throws Exception {
        fixture.text("en-us", "releaseNotes", "Faster.");
        Files.writeString(fixture.record(), "{");
        assertThatThrownBy(fixture::run)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("installer-draft.json")
                .hasMessageContaining("Delete the file");
    }

    @Test
    void aFileThatIsNoRecordIsNotOverwritten() throws Exception {
        fixture.text("en-us", "releaseNotes", "Faster.");
        Files.writeString(fixture.record(), "{\"properties\": {}}");
        assertThatThrownBy(fixture::run).hasMessageContainingAll("is not the record of a release", "store.recordFile");
        assertThat(fixture.record()).hasContent("{\"properties\": {}}");
        assertThat(fixture.writes()).isEmpty();
    }

    @Test
    void aFolderInThePlaceOfTheRecordIsNamed() throws Exception {
        fixture.text("en-us", "releaseNotes", "Faster.");
        Files.createDirectories(fixture.record());
        assertThatThrownBy(fixture::run).hasMessageContaining("installer-draft.json: this is a folder");
        assertThat(fixture.writes()).isEmpty();
    }

    @Test
    void whatThisApiDoesNotHaveIsSaid() throws Exception {
        fixture.text("en-us", "voiceTitle", "Tide");
        fixture.image("en-us", "PromotionalArt16x9", "art.png", 1920, 1080, 1);
        assertThat(fixture.run().status()).isEqualTo("UNCHANGED");
        assertThat(fixture.log).anyMatch(line -> line.contains("voiceTitle.txt is not sent"));
        assertThat(fixture.log).anyMatch(line -> line.contains("PromotionalArt16x9 is not sent"));
    }

    @Test
    void noSecretIsInTheRecord() throws Exception {
        everything();
        fixture.run();
        assertThat(Files.readString(fixture.record())).doesNotContain("sig=", "emulator-made-up");
    }
}
