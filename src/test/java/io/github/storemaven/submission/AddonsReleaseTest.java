package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.json.Json;
import io.github.storemaven.submission.AddonResult.Kind;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many add-ons at the throttle's limit (reference, sections 4.8 and 9.2). */
class AddonsReleaseTest {
    private static final Duration PACE = Duration.ofSeconds(10);
    private static final String THROTTLED = "{'fault':'throttle','requestsPerMinute':20}";

    @TempDir
    Path folder;

    private AddonsFixture fixture() throws Exception {
        return new AddonsFixture(folder, PACE);
    }

    private static List<Kind> kinds(AddonsReport report) {
        return report.results().stream().map(AddonResult::kind).toList();
    }

    @Test
    void aHundredTakeAsLongAsTheirRequestsAtTheLimit() throws Exception {
        try (AddonsFixture fixture = new AddonsFixture(folder, Duration.ofSeconds(2))) {
            for (int i = 0; i < 20; i++) {
                fixture.changed("changed-a" + i).changed("changed-b" + i).changed("changed-c" + i);
                fixture.unchanged("unchanged" + i).missing("missing" + i);
            }
            fixture.store.faults().set(Documents.json(THROTTLED));
            Duration start = fixture.elapsed();
            AddonsReport report = fixture.run();

            int requests = fixture.calls().size();
            assertThat(requests).isEqualTo(report.requests()).isEqualTo(1 + 80 + 60 * 5 + 20 * 6);
            assertThat(fixture.calls()).extracting(RecordedRequest::status).doesNotContain(429);
            assertThat(fixture.elapsed().minus(start))
                    .isLessThanOrEqualTo(Duration.ofMillis((long) (1.05 * (requests - 1) / 20 * 60_000)));
            assertThat(report.json(true).getJsonObject("counts").toString())
                    .isEqualTo("{\"total\":100,\"created\":20,\"submitted\":60,\"drafted\":0,\"unchanged\":20,"
                            + "\"tolerated\":0,\"failed\":0,\"requests\":501}");
            assertThat(fixture.log)
                    .contains("Comparing takes 80 requests, and the Store allows 20 a minute: 4 minutes until the first"
                            + " is sent")
                    .anyMatch(line -> line.matches("\\d+ of 100 \\((\\d+ created, )?(\\d+ submitted, )?20 unchanged\\),"
                            + " \\d+ minutes? left"));
            assertThat(fixture.log.stream()
                            .filter(line -> line.endsWith(" left"))
                            .count())
                    .isBetween(15L, fixture.elapsed().minus(start).toMinutes());
        }
    }

    @Test
    void aSlowStoreIsPolledWhileOthersAreSent() throws Exception {
        try (AddonsFixture fixture = new AddonsFixture(folder, Duration.ofMinutes(3))) {
            for (int i = 0; i < 30; i++) {
                fixture.changed("changed" + i);
            }
            AddonsReport report = fixture.run();

            assertThat(kinds(report)).containsOnly(Kind.SUBMITTED);
            List<String> calls = fixture.calls().stream()
                    .map(request -> request.path().replaceFirst(".*/", ""))
                    .toList();
            int twentiethCreate = 0;
            for (int creates = 0; creates < 20; twentiethCreate++) {
                creates += calls.get(twentiethCreate).equals("submissions") ? 1 : 0;
            }
            // As many as there were turns, those of the workers that have one besides included.
            assertThat(calls.subList(0, twentiethCreate).stream()
                            .filter("status"::equals)
                            .count())
                    .isBetween(1L, 20L + 8);
        }
    }

    private static void busy(AddonsFixture fixture, String productId, String end) {
        fixture.store
                .faults()
                .set(Documents.json("{'fault':'otherSubmission','call':'createSubmission','product':'"
                        + AddonsFixture.storeId(productId) + "'," + end + "'times':1}"));
    }

    @Test
    void aBusyOneIsWaitedForWhileOthersAreSent() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.busyTimeout = Duration.ofHours(4);
            fixture.waitFor = WaitFor.PUBLICATION;
            fixture.changed("busy").changed("one").changed("two");
            busy(fixture, "busy", "'polls':20,");
            AddonsReport report = fixture.run();

            assertThat(kinds(report)).containsOnly(Kind.SUBMITTED);
            List<String> commits = fixture.calls().stream()
                    .map(RecordedRequest::path)
                    .filter(path -> path.endsWith("/commit"))
                    .toList();
            assertThat(commits).hasSize(3).last().asString().contains(AddonsFixture.storeId("busy"));
            assertThat(fixture.count("DELETE", "")).isZero();
        }
    }

    @Test
    void aBusyOneThatIsNeverFreeFailsAloneWhenItsTimeIsUp() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.busyTimeout = Duration.ofMinutes(31);
            fixture.changed("busy").changed("one");
            busy(fixture, "busy", "");
            Duration start = fixture.elapsed();
            AddonsReport report = fixture.run();

            assertThat(kinds(report)).containsExactlyInAnyOrder(Kind.FAILED, Kind.SUBMITTED);
            assertThat(report.failure().orElseThrow()).contains("busy  failed", "is pending already");
            assertThat(fixture.elapsed().minus(start)).isBetween(Duration.ofMinutes(31), Duration.ofMinutes(33));
        }
    }

    @Test
    void theNextRunReadsOnlyTheListAndWithoutTheRecordEachOnce() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.waitFor = WaitFor.PUBLICATION;
            fixture.changed("one").changed("two").unchanged("three").missing("four");
            fixture.run();

            int before = fixture.calls().size();
            assertThat(kinds(fixture.run())).containsOnly(Kind.UNCHANGED);
            assertThat(fixture.calls().size() - before).isEqualTo(1);

            Files.delete(fixture.record());
            before = fixture.calls().size();
            assertThat(kinds(fixture.run())).containsOnly(Kind.UNCHANGED);
            assertThat(fixture.calls().size() - before).isEqualTo(1 + 4);

            fixture.folder("two", "winter");
            before = fixture.calls().size();
            assertThat(kinds(fixture.run()))
                    .containsExactly(Kind.UNCHANGED, Kind.UNCHANGED, Kind.UNCHANGED, Kind.SUBMITTED);
            assertThat(fixture.calls().subList(before, fixture.calls().size()))
                    .filteredOn(request -> !request.path().endsWith("/status"))
                    .hasSize(1 + 1 + 4);
            assertThat(fixture.store
                            .published(AddonsFixture.storeId("two"))
                            .orElseThrow()
                            .getString("tag"))
                    .isEqualTo("winter");
        }
    }

    @Test
    void whatSomebodyElsePublishedIsReadWhateverTheRecordSays() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.waitFor = WaitFor.PUBLICATION;
            fixture.changed("one");
            fixture.run();
            fixture.folder("one", "by hand");
            fixture.run();
            fixture.folder("one", "autumn");

            assertThat(kinds(fixture.run())).containsExactly(Kind.SUBMITTED);
        }
    }

    @Test
    void allMistakesComeAtOnceAndNothingIsSent() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.changed("good").changed("bad").file("bad", "submission.json", "{\"contentType\":\"Nonsense\"}");
            fixture.file("worse", "addon.json", "{\"productType\":\"Subscription\"}");
            fixture.file("worst", "submission.json", "{");

            assertThatThrownBy(fixture::run)
                    .hasMessageContaining("src/store/addons/bad/submission.json")
                    .hasMessageContaining("Nonsense")
                    .hasMessageContaining("addons/worse: ")
                    .hasMessageContaining("ADD-07")
                    .hasMessageContaining("addons/worse: there is nothing to submit")
                    .hasMessageContaining("src/store/addons/worst/submission.json");
            assertThat(fixture.calls()).isEmpty();
        }
    }

    @Test
    void aMistakeThatOnlyTheDocumentShowsSendsNothing() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.changed("good").missing("bad").file("bad", "submission.json", "{\"tag\":\"autumn\"}");

            assertThatThrownBy(fixture::run)
                    .hasMessageContaining("addons/bad: ")
                    .hasMessageContaining("ADD-");
            assertThat(fixture.calls()).extracting(RecordedRequest::method).containsOnly("GET");
        }
    }

    @Test
    void aMisspeltFolderMakesNoProduct() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.publish("coins-100");
            fixture.changed("good").folder("coin-100", "autumn");

            assertThatThrownBy(fixture::run)
                    .isInstanceOf(ReleaseRefusedException.class)
                    .hasMessageStartingWith("addons/coin-100: app 9PAPPDEMO001 has no add-on \"coin-100\"; did you mean"
                            + " \"coins-100\"?");
            assertThat(fixture.calls()).extracting(RecordedRequest::method).containsOnly("GET");
        }
    }

    @Test
    void pricesAreOneTableBeforeAnythingIsSent() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.changed("a").missing("new").publish("gold");
            fixture.file("gold", "submission.json", "{\"pricing\":{\"priceId\":\"Tier3\"}}");
            fixture.run();

            int table = fixture.log.indexOf("WARN Prices change:");
            assertThat(fixture.log.subList(table, table + 3))
                    .containsExactly(
                            "WARN Prices change:",
                            "WARN   gold  The price changes: Tier2 -> Tier3",
                            "WARN   new   The price changes: none -> Tier2");
            assertThat(fixture.log.indexOf("a:")).isBetween(0, table);
        }
    }

    @Test
    void aRefusalStopsNoOtherAndTheNextRunDoesWhatIsLeft() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.changed("one").changed("two").changed("three");
            fixture.waitFor = WaitFor.PUBLICATION;
            String broken = AddonsFixture.storeId("two");
            fixture.store
                    .faults()
                    .set(Documents.json(
                            "{'fault':'answer','call':'updateSubmission','status':400,'product':'" + broken + "'}"));
            AddonsReport report = fixture.run();

            assertThat(kinds(report)).containsExactly(Kind.SUBMITTED, Kind.SUBMITTED, Kind.FAILED);
            assertThat(report.failure().orElseThrow())
                    .startsWith("1 of 3 add-ons failed (2 submitted, 1 failed). The same command does what is left:\n"
                            + "  two  failed  The Store refused to update submission ")
                    .contains("https://partner.microsoft.com/dashboard/products/" + broken);
            JsonObject failed = report.json(true).getJsonArray("addons").getJsonObject(2);
            assertThat(failed.keySet()).containsExactly("productId", "id", "result", "end", "reason", "link");

            fixture.store.faults().clear();
            int before = fixture.calls().size();
            assertThat(kinds(fixture.run())).containsExactly(Kind.UNCHANGED, Kind.UNCHANGED, Kind.SUBMITTED);
            assertThat(fixture.calls().subList(before, fixture.calls().size()))
                    .filteredOn(request -> request.method().equals("POST"))
                    .allMatch(request -> request.path().contains(broken));
        }
    }

    @Test
    void whatTheStoreRefusesAfterTheCommitHasFailed() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.changed("one").changed("two");
            fixture.store
                    .faults()
                    .set(Documents.json("{'fault':'fail','state':'CommitFailed','product':'"
                            + AddonsFixture.storeId("one") + "'}"));
            AddonsReport report = fixture.run();

            assertThat(kinds(report)).containsExactly(Kind.FAILED, Kind.SUBMITTED);
            assertThat(report.results().get(0).reason().orElseThrow()).contains("CommitFailed");
        }
    }

    @Test
    void tenMinutesOf429EndTheRunAndTheNextOneGoesOn() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            for (int i = 0; i < 30; i++) {
                fixture.changed("changed" + i);
            }
            fixture.store.faults().set(Documents.json("{'fault':'answer','call':'createSubmission','status':429}"));
            Duration start = fixture.elapsed();
            AddonsReport report = fixture.run();

            assertThat(fixture.elapsed().minus(start)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(16));
            assertThat(kinds(report)).hasSize(30).containsOnly(Kind.FAILED);
            assertThat(report.failure().orElseThrow()).contains("The Store has answered 429 for 10 minutes");
            assertThat(report.results().get(29).reason().orElseThrow()).startsWith("It was not sent. ");

            fixture.store.faults().clear();
            assertThat(kinds(fixture.run())).containsOnly(Kind.SUBMITTED);
        }
    }

    @Test
    void aCredentialThatIsRefusedEndsTheRunAtOnce() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            for (int i = 0; i < 30; i++) {
                fixture.changed("changed" + i);
            }
            fixture.store.faults().set(Documents.json("{'fault':'answer','call':'createSubmission','status':401}"));
            assertThat(kinds(fixture.run())).containsOnly(Kind.FAILED);
            assertThat(fixture.count("POST", "/submissions")).isLessThan(2 * 9);
        }
    }

    @Test
    void patternsSelect() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.changed("coins-100").changed("coins-500").changed("gold");
            fixture.patterns = List.of("coins-*");
            assertThat(fixture.run().results())
                    .extracting(AddonResult::productId)
                    .containsExactly("coins-100", "coins-500");
            fixture.patterns = List.of("coin-100");
            assertThatThrownBy(fixture::run)
                    .hasMessageStartingWith("store.addons names \"coin-100\", and no folder in ")
                    .hasMessageEndingWith("did you mean \"coins-100\"?");
        }
    }

    @Test
    void draftsAreLeftWhereThatIsAsked() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.changed("one").unchanged("two");
            fixture.commit = false;
            assertThat(kinds(fixture.run())).containsExactly(Kind.DRAFTED, Kind.UNCHANGED);
            assertThat(fixture.store.pendingStatus(AddonsFixture.storeId("one")))
                    .contains("PendingCommit");
            assertThat(fixture.count("POST", "/commit")).isZero();
        }
    }

    @Test
    void aProductIdThatMakesNoFolderNameComesFromTheRequest() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.publish("con");
            fixture.folder("console", "autumn").file("console", "addon.json", "{\"productId\":\"con\"}");
            assertThat(kinds(fixture.run())).containsExactly(Kind.SUBMITTED);

            fixture.folder("other", "autumn").file("other", "addon.json", "{\"productId\":\"con\"}");
            assertThatThrownBy(fixture::run)
                    .hasMessageContaining("addons/other: its productId, \"con\", is that of addons/console as well");
        }
    }

    @Test
    void theRequestsOfAnotherAppAreRefused() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.missing("one")
                    .file("one", "addon.json", "{\"productType\":\"Durable\",\"applicationIds\":[\"9PAPPDEMO002\"]}");
            assertThatThrownBy(fixture::run)
                    .hasMessageContaining("other applicationIds, 9PAPPDEMO002, than store.applicationId");
        }
    }

    @Test
    void theRecordIsOfPublishedSubmissions() throws Exception {
        try (AddonsFixture fixture = fixture()) {
            fixture.changed("one");
            AddonsReport report = fixture.run();
            String record = Files.readString(fixture.record());
            assertThat(record)
                    .isEqualTo(Json.indented(Documents.json("{'"
                            + report.results().get(0).submissionId().orElseThrow() + "':'"
                            + fixture.check().get(0).digest() + "'}")));
            Files.writeString(fixture.record(), "{\"half\":");
            assertThat(fixture.run().results()).hasSize(1);
        }
    }
}
