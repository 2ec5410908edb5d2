package io.github.storemaven.check;

import static io.github.storemaven.testing.MsixBuilder.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.Rules.Rule;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.goal.ValidateFixture;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.PngImage;
import io.github.storemaven.testing.VideoFile;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/** Each rule of the documentation is one that a goal asks for: a rule that only a test can reach protects nobody. */
class RulesReachedTest {
    /**
     * What plan and submit ask besides, since it needs what the Store has: {@link SuccessionRulesTest} finds each, and
     * PlanAndSubmitTest reaches them through both goals.
     */
    private static final Set<String> BESIDE_THE_STORE =
            Set.of("DOC-08", "VER-08", "DEV-06", "DEV-10", "APX-20", "APX-21", "APX-22");

    private final Set<String> reached = new TreeSet<>();
    private Path project;
    private int count;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        project = folder.toRealPath();
    }

    @Test
    void everyRuleIsAskedByAGoal() throws Exception {
        documents();
        packages();
        pictures();
        trailers();
        presence();
        requests();
        Set<String> expected =
                Rules.checked().stream().map(Rule::number).collect(Collectors.toCollection(TreeSet::new));
        expected.removeAll(BESIDE_THE_STORE);
        expected.removeIf(rule -> rule.startsWith("MSI-")); // InstallerGoalsTest asks for each.
        expected.removeAll(reached);
        assertThat(expected).isEmpty();
    }

    private void documents() throws Exception {
        for (List<RuleCase> cases : List.of(
                ListingDocumentRulesTest.listings(),
                ListingTextRulesTest.cases(),
                PriceAndPublishRulesTest.prices(),
                PriceAndPublishRulesTest.publishing(),
                PropertyRulesTest.properties(),
                PropertyRulesTest.members(),
                PresenceRulesTest.files())) {
            each(cases, ProductType.APP);
        }
        each(AddonAndFlightRulesTest.addons(), ProductType.ADDON);
        each(AddonAndFlightRulesTest.flights(), ProductType.FLIGHT);
        String many = "{"
                + Stream.iterate(0, i -> i < 10_001, i -> i + 1)
                        .map(i -> "'no" + i + "member': 1")
                        .collect(Collectors.joining(","))
                + "}";
        submission(many, ProductType.APP);
    }

    private void each(List<RuleCase> cases, ProductType kind) throws Exception {
        for (RuleCase one : cases) {
            submission(one.fails(), kind);
        }
    }

    private void submission(String json, ProductType kind) throws Exception {
        found(new ValidateFixture(next(), kind).submission(Documents.quoted(json)));
    }

    private void packages() throws Exception {
        List<PackageRulesTest.Case> cases = Stream.of(
                        PackageRulesTest.identities(),
                        PackageRulesTest.devices(),
                        PackageRulesTest.containers(),
                        PackageRulesTest.bundles())
                .flatMap(List::stream)
                .toList();
        for (PackageRulesTest.Case one : cases) {
            Path folder = next();
            Files.write(
                    folder.resolve("target").resolve(one.name()), one.fails().get());
            found(new ValidateFixture(folder, ProductType.APP));
        }
        List<ManifestRulesTest.Case> manifests = Stream.of(
                        ManifestRulesTest.applications(),
                        ManifestRulesTest.properties(),
                        ManifestRulesTest.capabilities(),
                        ManifestRulesTest.extensions(),
                        ManifestRulesTest.references(),
                        ManifestRulesTest.programs(),
                        ManifestRulesTest.systems(),
                        ManifestRulesTest.wholeness())
                .flatMap(cases2 -> cases2)
                .toList();
        for (ManifestRulesTest.Case one : manifests) {
            Path folder = next();
            one.app().write(folder.resolve("target/a.msix"));
            found(new ValidateFixture(folder, ProductType.APP));
        }
        Path files = next();
        app().write(files.resolve("target/a.xap"));
        app().write(files.resolve("target/a.zip"));
        found(new ValidateFixture(files, ProductType.APP).packages("target/a.xap", "target/a.zip"));
        Path large = app().write(next().resolve("target/a.msix"));
        PngImage.lengthen(large, (25L << 30) + 1);
        found(new ValidateFixture(large.getParent().getParent(), ProductType.APP));
        Path two = next();
        app().write(two.resolve("target/a.msix"));
        app().version("9.0.0.0").write(two.resolve("target/b.msix"));
        app().version("9.0.0.0").write(two.resolve("target/c.msix"));
        found(new ValidateFixture(two, ProductType.APP)
                .packages("target/*.msix")
                .identity("Other", "CN=Other", "Other", "Other_8wekyb3d8bbwe"));
    }

    private void pictures() throws Exception {
        for (Arguments size : ImageRulesTest.sizes()) {
            Object[] values = size.get();
            picture((String) values[2], (int) values[5], (int) values[6], 0);
        }
        picture("Screenshot", 1366, 768, (50L << 20) + 1);
        Path addon = next();
        PngImage.write(addon.resolve("icon.png"), 299, 300);
        found(new ValidateFixture(addon, ProductType.ADDON)
                .submission("{\"listings\": {\"en-us\": {\"icon\": {\"fileName\": \"icon.png\","
                        + " \"fileStatus\": \"PendingUpload\"}}}}"));
    }

    private void picture(String type, int width, int height, long length) throws Exception {
        Path folder = next();
        Path file = PngImage.write(folder.resolve("a.png"), width, height);
        if (length > 0) {
            PngImage.lengthen(file, length);
        }
        found(new ValidateFixture(folder, ProductType.APP)
                .submission("{\"listings\": {\"en-us\": {\"baseListing\": {\"images\": [{\"fileName\": \"a.png\","
                        + " \"fileStatus\": \"PendingUpload\", \"imageType\": \"" + type + "\"}]}}}}"));
    }

    private void trailers() throws Exception {
        for (Arguments trailer : TrailerRulesTest.cases()) {
            Path folder = next();
            VideoFile.write(folder.resolve("bad.mp4"), (byte[]) trailer.get()[2]);
            PngImage.write(folder.resolve("small.png"), 100, 100);
            found(new ValidateFixture(folder, ProductType.APP)
                    .submission("{\"trailers\": [{\"videoFileName\": \"bad.mp4\", \"trailerAssets\": {\"en-us\":"
                            + " {\"title\": \"x\", \"imageList\": [{\"fileName\": \"small.png\"}]}}}]}"));
        }
    }

    /** What plan and submit look for in the document that the Store would get. */
    private void presence() throws Exception {
        for (RuleCase one : PresenceRulesTest.apps()) {
            merged(one.fails(), ProductType.APP);
        }
        for (RuleCase one : PresenceRulesTest.addons()) {
            merged(one.fails(), ProductType.ADDON);
        }
    }

    /** Of the goals that create an add-on or a flight. */
    private void requests() throws Exception {
        for (RuleCase one : AddonAndFlightRulesTest.addonRequests()) {
            reached(RuleCase.findings(
                    (json, report) -> new AddonRules.Request().check(json.object(), json::locationOf, report),
                    one.fails()));
        }
        for (RuleCase one : AddonAndFlightRulesTest.flightRequests()) {
            reached(RuleCase.findings(
                    (json, report) -> new FlightRules().check(json.object(), json::locationOf, report), one.fails()));
        }
    }

    private void reached(Findings findings) {
        findings.all().forEach(finding -> reached.add(finding.rule()));
    }

    private void merged(String json, ProductType kind) throws Exception {
        JsonObject document = RuleCase.json(json).object();
        reached(ValidateFixture.merged(kind, JsonValue.EMPTY_JSON_OBJECT, document));
    }

    private void found(ValidateFixture goal) throws IOException {
        reached(goal.findings());
    }

    /** A fresh project. */
    private Path next() throws IOException {
        Path folder = project.resolve("p" + count++);
        Files.createDirectories(folder.resolve("target"));
        return folder;
    }
}
