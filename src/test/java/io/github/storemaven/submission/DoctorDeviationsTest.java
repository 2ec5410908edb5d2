package io.github.storemaven.submission;

import static io.github.storemaven.submission.DoctorFixture.APP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.service.reference.Deviation;
import io.github.storemaven.service.reference.Deviation.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty deviations, one of each kind, are found and told, with no id, no secret and no text of a product. */
class DoctorDeviationsTest {
    private static final String APPS = "/applications";
    private static final String PRODUCT = "/applications/" + APP;
    private static final String FLIGHTS = PRODUCT + "/listflights";
    private static final String ADDONS = "/inappproducts";
    private static final String SUBMISSION = PRODUCT + "/submissions/\\d+";
    private static final String ROLLOUT = SUBMISSION + "/packagerollout";

    /** Ids as the reference has them: section 4.5. */
    private static final Pattern ID =
            Pattern.compile("\\b(?:\\d{19}|9[0-9A-Z]{11}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b");

    /** A rewriting of the answers to one call, and the row of the report that tells it. */
    private record Case(
            Kind kind, String path, boolean ofPending, UnaryOperator<Response> rewriting, List<String> row) {}

    @TempDir
    Path folder;

    private final List<Case> cases = new ArrayList<>();
    private final StringBuilder pendingId = new StringBuilder();

    @BeforeEach
    void prepare() {
        status();
        formOfMembers();
        values();
        pages();
    }

    private void status() {
        add(Kind.STATUS, SUBMISSION, answer -> with(answer, 203, answer.text()), "HTTP 203", "5.6");
        add(
                Kind.CONTENT_TYPE,
                ROLLOUT,
                answer -> DoctorFixture.with(answer, "Content-Type", "text/plain; x=y"),
                "text/plain",
                "4.3");
        add(
                Kind.NO_CORRELATION_ID,
                ROLLOUT,
                answer -> DoctorFixture.with(answer, "MS-CorrelationId", ""),
                "MS-CorrelationId");
        cases.add(new Case(
                Kind.NO_JSON,
                SUBMISSION,
                true,
                answer -> with(answer, 200, "<html>9PSECRETPAGE</html>"),
                List.of("a page of HTML")));
        add(Kind.ERROR_BODY, ADDONS, answer -> with(answer, 404, "Not here"), "not a JSON object with HTTP 404", "4.7");
    }

    private void formOfMembers() {
        member(
                Kind.CONTROL_CHARACTER,
                PRODUCT,
                "\"primaryName\":\"",
                "\"primaryName\":\"\u0001",
                "raw control character");
        member(
                Kind.UNKNOWN_MEMBER,
                PRODUCT,
                "^\\{",
                "{\"somethingNew\":{\"values\":[1152921505600000099]},",
                "somethingNew",
                "an object with values",
                "6.1");
        member(Kind.MISSING_MEMBER, PRODUCT, "\"publisherName\":\"[^\"]*\",", "", "publisherName", "no such member");
        member(Kind.MEMBER_CASE, PRODUCT, "\"packageFamilyName\":", "\"PackageFamilyName\":", "PackageFamilyName");
        member(
                Kind.MEMBER_TWICE,
                PRODUCT,
                "\"packageIdentityName\":",
                "\"PackageIdentityName\":\"x\",\"packageIdentityName\":",
                "PackageIdentityName and packageIdentityName");
    }

    private void values() {
        member(Kind.NULL, SUBMISSION, "\"visibility\":\"Public\"", "\"visibility\":null", "visibility", "null", "6.7");
        member(
                Kind.TYPE,
                SUBMISSION,
                "\"automaticBackupEnabled\":false",
                "\"automaticBackupEnabled\":\"maybe\"",
                "automaticBackupEnabled",
                "true or false",
                "a text of 5 characters like a{5}");
        member(
                Kind.FORMAT,
                PRODUCT,
                "(\"firstPublishedDate\":\")[^\"]*",
                "$112/24/2026 9:00 AM",
                "firstPublishedDate",
                "like 99/99/9999 9:99 AA",
                "4.4");
        member(Kind.UNKNOWN_VALUE, SUBMISSION, "(\"targetPublishMode\":\")[^\"]*", "$1Whenever", "Whenever", "7.3");
        member(
                Kind.VALUE_CASE,
                SUBMISSION,
                "(\"enterpriseLicensing\":\")[^\"]*",
                "$1none",
                "enterpriseLicensing",
                "`none`",
                "7.9");
        member(Kind.UNKNOWN_NAME, SUBMISSION, "\"en-us\":", "\"tlh-piqad\":", "listings", "tlh-piqad", "| B |");
    }

    private void pages() {
        member(
                Kind.PAGE_SIZE,
                APPS,
                "\"value\":\\[(.*)\\]",
                "\"value\":[$1" + ",$1".repeat(100) + "]",
                "at most 100 items",
                "101 items");
        member(
                Kind.NEXT_LINK,
                APPS,
                "^\\{",
                "{\"@nextLink\":\"https://other.example/v2/apps?after=" + APP + "\",",
                "@nextLink",
                "an address with a host",
                "4.6");
        member(Kind.TOTAL_COUNT, APPS, "\"totalCount\":1", "\"totalCount\":2", "totalCount", "more than 101");
        add(
                Kind.EMPTY_LIST,
                FLIGHTS,
                answer -> with(answer, 200, "{\"value\":[],\"totalCount\":0}"),
                "HTTP 404 for an empty list",
                "5.4");
    }

    @Test
    void eachIsFoundAndTold() throws Exception {
        assertThat(cases).hasSize(20).extracting(Case::kind).containsExactlyInAnyOrder(Kind.values());
        try (DoctorFixture fixture = open()) {
            fixture.examine();
            String report = fixture.markdown();
            for (Case one : cases) {
                List<String> rows = fixture.answers.deviations().keySet().stream()
                        .filter(deviation -> deviation.kind() == one.kind())
                        .map(deviation -> row(report, deviation))
                        .toList();
                assertThat(rows)
                        .as(one.kind().name())
                        .anySatisfy(row -> assertThat(row).contains(one.row()));
            }
            assertThat(fixture.answers.deviations().keySet().stream()
                            .map(Deviation::kind)
                            .collect(Collectors.toSet()))
                    .hasSize(20);
            assertTellsNothing(report, fixture);
            assertThat(report).contains("pending problem", "20 differences").doesNotContain("Tide");
        }
    }

    @Test
    void anIdHasTheSameMaskEverywhere() throws Exception {
        cases.removeIf(one -> one.kind() != Kind.UNKNOWN_VALUE);
        member(Kind.FORMAT, PRODUCT, "(\"id\":\")" + APP, "$19PSOMEOTHER", "id-", "like 9A{10}");
        member(Kind.FORMAT, ROLLOUT, "\"fallbackSubmissionId\":\"0\"", "\"fallbackSubmissionId\":\"{" + APP + "}\"");
        try (DoctorFixture fixture = open()) {
            String report = fixture.examine().markdown();
            assertThat(fixture.markdown()).isEqualTo(report);
            assertThat(report).contains("GET applications/id-1/submissions/id-2", "`GET applications/id-1`");
            assertTellsNothing(report, fixture);
        }
    }

    @Test
    void aFaultOfTheEmbeddedStoreIsFoundByTheReport() throws Exception {
        cases.clear();
        try (DoctorFixture fixture = open()) {
            fixture.store.faults().set(io.github.storemaven.testing.Documents.json("{'fault':'oddPaging'}"));
            fixture.store.faults().set(io.github.storemaven.testing.Documents.json("{'fault':'unknownMembers'}"));
            fixture.store.faults().set(io.github.storemaven.testing.Documents.json("{'fault':'capitalNames'}"));
            String report = fixture.examine().markdown();
            assertThat(report).contains("somethingNew", "`PackageFamilyName`", "`a whole number`", "totalCount");
            assertThat(fixture.answers.deviations().keySet())
                    .extracting(Deviation::kind)
                    .contains(Kind.UNKNOWN_MEMBER, Kind.MEMBER_CASE, Kind.TYPE);
        }
    }

    private DoctorFixture open() throws Exception {
        DoctorFixture fixture = new DoctorFixture(folder, EmbeddedStore.builder());
        fixture.store.add(FlightSeed.published(DoctorFixture.FLIGHT, "Testers", APP));
        fixture.store.add(AddonSeed.published(DoctorFixture.ADDON, "tide-premium", APP));
        fixture.release.packages = List.of(fixture.release.packageFile("tide-1.1.0.0.msix", "1.1.0.0"));
        fixture.release.commit = false;
        pendingId.append(fixture.release.run().submissionId());
        fixture.rewriting = this::rewritten;
        return fixture;
    }

    private Response rewritten(Request request, Response response) {
        String path = request.uri().getPath();
        Response rewritten = response;
        for (Case one : cases) {
            boolean isMeant = path.matches("/v1.0/my" + one.path())
                    && (!one.path().equals(SUBMISSION) || path.endsWith(pendingId.toString()) == one.ofPending());
            if (isMeant) {
                rewritten = one.rewriting().apply(rewritten);
            }
        }
        return rewritten;
    }

    private void add(Kind kind, String path, UnaryOperator<Response> rewriting, String... row) {
        cases.add(new Case(kind, path, false, rewriting, List.of(row)));
    }

    private void member(Kind kind, String path, String part, String other, String... row) {
        add(kind, path, answer -> with(answer, answer.status(), answer.text().replaceFirst("(?s)" + part, other)), row);
    }

    private static Response with(Response answer, int status, String text) {
        Response dressed = DoctorFixture.with(answer, body -> text);
        return new Response(
                status,
                Map.of(
                        "Content-Type", dressed.header("Content-Type").stream().toList(),
                        "MS-CorrelationId",
                                dressed.header("MS-CorrelationId").stream().toList()),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String report, Deviation deviation) {
        return report.lines()
                .filter(line -> line.startsWith("| `" + deviation.call() + "` | "
                                + (deviation.place().isEmpty() ? "the answer" : "`" + deviation.place() + "`") + " | ")
                        && line.contains(deviation.expected()))
                .collect(Collectors.joining("\n"));
    }

    /** No id that the Store sent or was asked for, no secret of the run, no address. */
    private static void assertTellsNothing(String report, DoctorFixture fixture) {
        TreeSet<String> known = new TreeSet<>();
        fixture.sent.forEach(text -> ID.matcher(text).results().forEach(id -> known.add(id.group())));
        known.addAll(List.of(
                fixture.store.clientSecret(),
                fixture.store.clientId(),
                fixture.store.tenantId(),
                "sig=",
                "other.example",
                "An app that exists"));
        fixture.sent.stream()
                .filter(text -> text.contains("access_token"))
                .forEach(text -> known.add(text.replaceFirst("(?s).*\"access_token\":\"([^\"]+).*", "$1")));
        assertThat(known).hasSizeGreaterThan(10);
        assertThat(report).doesNotContain(known);
        assertThat(ID.matcher(report).find()).isFalse();
    }
}
