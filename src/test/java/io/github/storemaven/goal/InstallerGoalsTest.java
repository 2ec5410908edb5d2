package io.github.storemaven.goal;

import static io.github.storemaven.goal.BuildSession.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.storemaven.check.Rules;
import io.github.storemaven.check.Rules.Rule;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The goals for an MSI or EXE product: submit-installer, and validate, plan and status with its GUID. */
class InstallerGoalsTest {
    private static final String PRODUCT = "11111111-2222-4333-8444-555555555555";
    private static final String PACKAGE =
            "[{'packageUrl':'https://example.com/tide-${project.version}.msi','languages':"
                    + "['en-us'],'architectures':['X64'],'isSilentInstall':true,'packageType':'msi'}]";

    @TempDir
    Path folder;

    private BuildSession build;

    @BeforeEach
    void oneModule() {
        build = new BuildSession(folder, "tide");
    }

    private SubmitInstallerMojo submit() {
        SubmitInstallerMojo submit = build.goal("tide", new SubmitInstallerMojo(null), "submit-installer");
        submit.productId = PRODUCT;
        return submit;
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("tide/src/store").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, Documents.quoted(text));
    }

    private JsonObject result(String file) throws Exception {
        return ParsedJson.ofFile(folder.resolve("tide/target/store").resolve(file))
                .object();
    }

    @Test
    void aRehearsalReleases() throws Exception {
        write("installers.json", PACKAGE);
        write("listings/en-us/releaseNotes.txt", "Faster.\n");
        submit().execute();
        assertThat(result("installer.json").getString("status")).isEqualTo("SUBMITTED");
        assertThat(result("installer.json").getBoolean("rehearsal")).isTrue();
        assertThat(build.said()).contains("Releasing product " + PRODUCT + " to everybody");
        assertThat(build.said()).anyMatch(line -> line.contains("tide-1.2.0.msi"));
    }

    /** The Store of each build begins anew; neither takes its draft for one that somebody else has changed. */
    @Test
    void aRehearsalIsRepeatedAndLeavesTheRecordOfRealReleasesAlone() throws Exception {
        write("installers.json", PACKAGE);
        Path record = folder.resolve("tide/target/store/installer-draft.json");
        Files.createDirectories(record.getParent());
        Files.writeString(record, "of a real release");
        submit().execute();
        build.end();
        oneModule();
        submit().execute();
        PlanMojo plan = build.goal("tide", new PlanMojo(null, null), "plan");
        plan.productId = PRODUCT;
        plan.execute();
        build.end();
        assertThat(result("installer.json").getString("status")).isEqualTo("SUBMITTED");
        assertThat(build.said()).noneMatch(line -> line.startsWith("WARNING") || line.contains("did not make"));
        assertThat(record).hasContent("of a real release");
    }

    @Test
    void allThatIsWrongComesAtOnceAndNothingIsSent() throws Exception {
        write("installers.json", "[{'packageUrl':'http://example.com/tide.msix'}]");
        SubmitInstallerMojo submit = submit();
        submit.productId = "9NBLGGH4NNS1";
        submit.rehearse = false;
        submit.sellerId = "one";
        submit.waitFor = "certification";
        submit.timeout = "soon";
        submit.onPending = "ask";
        assertThat(failure(submit))
                .contains("nothing was sent")
                .contains("store.productId is \"9NBLGGH4NNS1\"")
                .contains("store.sellerId is \"one\"")
                .contains("store.waitFor is \"certification\"; allowed values: none, commit, publication")
                .contains("store.timeout is \"soon\"", "store.onPending is \"ask\"")
                .contains("- 4 errors that are above; the first is src/store/installers.json, line 1");
        assertThat(String.join("\n", build.said())).contains("(MSI-02)", "(MSI-05)", "(MSI-06)", "(MSI-07)");
        assertThat(result("installer.json").getString("result")).isEqualTo("invalid");
    }

    @Test
    void theSellerIsAskedForWhereItIsMissing() throws Exception {
        write("installers.json", PACKAGE);
        SubmitInstallerMojo submit = submit();
        submit.rehearse = false;
        assertThat(failure(submit)).contains("The seller id is missing", "<sellerId>", "Account settings");
    }

    @Test
    void theProductIsAskedForWhereItIsMissing() throws Exception {
        write("installers.json", PACKAGE);
        SubmitInstallerMojo submit = submit();
        submit.productId = null;
        assertThat(failure(submit)).startsWith("The GUID of the MSI or EXE product");
    }

    @Test
    void aFlightBesideItIsRefusedSinceEverybodyWouldGetIt() throws Exception {
        write("installers.json", PACKAGE);
        SubmitInstallerMojo submit = submit();
        submit.flightName = "Testers";
        assertThat(failure(submit))
                .startsWith(
                        "An MSI or EXE product is released to everybody, and a flight or an add-on is named as well;"
                                + " remove store.flightId");
        assertThat(result("installer.json").getString("result")).isEqualTo("invalid");
    }

    @Test
    void nothingToReleaseIsAnError() throws Exception {
        Files.createDirectories(folder.resolve("tide/src/store"));
        assertThat(failure(submit())).startsWith("There is nothing to release");
    }

    @Test
    void aFileThatIsNamedHasToBeThere() throws Exception {
        SubmitInstallerMojo submit = submit();
        submit.installersFile = folder.resolve("none.json").toFile();
        submit.productFile = folder.resolve("neither.json").toFile();
        assertThat(failure(submit)).contains("store.installersFile names", "store.productFile names");
    }

    @Test
    void thePlanOnlyReads() throws Exception {
        write("installers.json", PACKAGE);
        PlanMojo plan = build.goal("tide", new PlanMojo(null, null), "plan");
        plan.applicationId = null;
        plan.productId = PRODUCT;
        plan.execute();
        assertThat(result("plan.json").getJsonArray("changes").getJsonObject(0))
                .hasToString("{\"path\":\"/packages/X64/packageUrl\",\"from\":\"https://example.com/first-1.0.0.msi\","
                        + "\"to\":\"https://example.com/tide-1.2.0.msi\"}");
        assertThat(build.said()).anyMatch(line -> line.startsWith("~ packages/X64/packageUrl"));
    }

    @Test
    void thePreviewShowsTheDraftWithWhatChanges() throws Exception {
        write("listings/en-us/releaseNotes.txt", "Faster than before.\n");
        PreviewMojo preview = build.goal("tide", new PreviewMojo(null, null), "preview");
        preview.onPending = "replace";
        preview.onRollout = "fail";
        preview.applicationId = null;
        preview.productId = PRODUCT;
        preview.execute();
        String page = Files.readString(folder.resolve("tide/target/store/preview/index.html"));
        assertThat(page)
                .contains("Faster than before.", "An app that exists only in the embedded Store.", "first-1.0.0.msi");
    }

    @Test
    void withoutCredentialsThePreviewIsOfTheFolderOnly() throws Exception {
        write("listings/en-us/description.txt", "Tells the tides.\n");
        PreviewMojo preview = build.goal("tide", new PreviewMojo(null, null), "preview");
        preview.onPending = "replace";
        preview.onRollout = "fail";
        preview.applicationId = null;
        preview.productId = PRODUCT;
        preview.rehearse = false;
        preview.execute();
        String page = Files.readString(folder.resolve("tide/target/store/preview/index.html"));
        assertThat(page).contains("Tells the tides.", "the Store was not asked");
    }

    @Test
    void theNotesForCertificationAreShownByTheirLength() throws Exception {
        write("product.json", "{'properties':{'certificationNotes':'account tester, password tide'}}");
        PlanMojo plan = build.goal("tide", new PlanMojo(null, null), "plan");
        plan.applicationId = null;
        plan.productId = PRODUCT;
        plan.execute();
        assertThat(result("plan.json").toString()).contains("(29 characters)").doesNotContain("tester");
        submit().execute();
        assertThat(build.said()).noneMatch(line -> line.contains("tester"));
        plan.showNotes = true;
        plan.execute();
        assertThat(result("plan.json").toString()).doesNotContain("(29 characters)");
    }

    @Test
    void aTextWithASecretOfTheBuildIsRefused() throws Exception {
        SubmitInstallerMojo submit = submit();
        submit.shared().secrets().add("open-sesame-42");
        write("installers.json", PACKAGE.replace("'msi'}", "'msi','installerParameters':'/key open-sesame-42'}"));
        write("product.json", "{'properties':{'certificationNotes':'open-sesame-42'}}");
        write("listings/en-us/description.txt", "Say open-sesame-42.\n");
        assertThat(failure(submit))
                .startsWith("3 errors, nothing was sent. All are above; the first:\n  src/store/installers.json")
                .contains("contains a secret of this build")
                .doesNotContain("open-sesame");
        assertThat(String.join("\n", build.said()))
                .contains("src/store/product.json", "listings/en-us/description.txt")
                .doesNotContain("open-sesame");
    }

    @Test
    void aWarningFailsWhereThatIsAskedForAndAnErrorPassesWhereItIsAllowed() throws Exception {
        write("installers.json", PACKAGE.replace(".msi'", ".msi?x=1'"));
        SubmitInstallerMojo strict = submit();
        strict.failOnWarning = true;
        assertThat(failure(strict)).contains("(MSI-03)", "store.failOnWarning is true");
        write("installers.json", PACKAGE.replace("['en-us']", "[]"));
        SubmitInstallerMojo lenient = submit();
        lenient.warnOnly = List.of("MSI-06", "MSI-77");
        assertThat(failure(lenient))
                .contains("store.warnOnly has no rule \"MSI-77\"")
                .doesNotContain("(MSI-06)");
    }

    @Test
    void twoModulesThatReleaseOneProductAreAnError() throws Exception {
        build = new BuildSession(folder, "tide", "wave");
        write("installers.json", PACKAGE);
        Path other = folder.resolve("wave/src/store");
        Files.createDirectories(other);
        Files.copy(folder.resolve("tide/src/store/installers.json"), other.resolve("installers.json"));
        submit().execute();
        SubmitInstallerMojo second = build.goal("wave", new SubmitInstallerMojo(null), "submit-installer");
        second.productId = PRODUCT.toUpperCase(Locale.ROOT);
        assertThat(failure(second)).contains("Modules tide and wave both release product", "<skipSubmitInstaller>");
        assertThat(failure(submit())).as("the same module again").isEmpty();
    }

    @Test
    void theStatusOfTheDraftIsTold() throws Exception {
        StatusMojo status = build.goal("tide", new StatusMojo(null), "status");
        status.waitFor = "none";
        status.applicationId = null;
        status.productId = PRODUCT;
        status.execute();
        assertThat(result("status.json").getJsonArray("products").getJsonObject(0))
                .hasToString("{\"product\":{\"kind\":\"installer\",\"id\":\"" + PRODUCT + "\"},\"ready\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "rollout", "submit"})
    void goalsOfTheOtherApiSaySo(String name) throws Exception {
        AbstractProductMojo goal = switch (name) {
            case "cancel" -> build.goal("tide", new CancelMojo(null), name);
            case "rollout" -> build.goal("tide", new RolloutMojo(null), name);
            default -> build.goal("tide", new SubmitMojo(null, null), name);
        };
        goal.applicationId = null;
        goal.productId = PRODUCT;
        assertThat(failure(goal))
                .startsWith("store:" + name + " is for apps, flights and add-ons")
                .contains(name.equals("submit") ? "store:submit-installer" : "Partner Center");
    }

    @ParameterizedTest
    @CsvSource({
        "200, application/octet-stream, ''",
        "302, application/octet-stream, a redirect",
        "404, text/html, 404",
        "200, text/html, is a page"
    })
    void theHostOfAnInstallerIsAsked(int status, String type, String message) throws Exception {
        HttpServer host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        host.start();
        try {
            write(
                    "installers.json",
                    PACKAGE.replace(
                            "https://example.com",
                            "http://127.0.0.1:" + host.getAddress().getPort()));
            SubmitInstallerMojo submit = submit();
            submit.rehearse = false;
            submit.sellerId = "123";
            submit.serverId = "none";
            String failure = failure(submit);
            if (message.isEmpty()) {
                assertThat(failure).doesNotContain("answers", "is a page");
            } else {
                assertThat(failure).contains(message);
            }
        } finally {
            host.stop(0);
        }
    }

    @Test
    void eachRuleIsAskedByValidate() throws Exception {
        Set<String> reached = new TreeSet<>();
        for (String fault : FAULTS) {
            String[] parts = fault.split(" ", 3);
            write(parts[1], parts[2]);
            ValidateMojo validate = build.goal("tide", new ValidateMojo(null, null), "validate");
            validate.applicationId = null;
            validate.productId = PRODUCT;
            failure(validate);
            JsonObject found = result("validation.json");
            Set<String> rules = found.values().stream()
                    .flatMap(list -> list.asJsonArray().stream())
                    .map(item -> ((JsonString) item.asJsonObject().get("rule")).getString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(rules).as(fault).contains(parts[0]);
            reached.addAll(rules);
            write("installers.json", PACKAGE);
            write("product.json", "{}");
        }
        assertThat(reached)
                .containsAll(Rules.checked().stream()
                        .map(Rule::number)
                        .filter(rule -> rule.startsWith("MSI-"))
                        .toList());
    }

    private static final String[] FAULTS = {
        "MSI-01 installers.json [{'packageURI':'x'}]",
        "MSI-01 product.json {'propertys':{}}",
        "MSI-02 installers.json [{'packageUrl':'http://example.com/a.msi'}]",
        "MSI-02 installers.json [{'packageUrl':'https://example.com/a.zip'}]",
        "MSI-03 installers.json [{'packageUrl':'https://example.com/a.msi?x=1'}]",
        "MSI-04 installers.json [{'packageUrl':'https://github.com/o/r/releases/download/1/a.msi'}]",
        "MSI-05 installers.json [{'architectures':['X64','Arm64']}]",
        "MSI-05 installers.json [{'architectures':['X65']}]",
        "MSI-06 installers.json [{'languages':['xx-yy']}]",
        "MSI-07 installers.json [{'isSilentInstall':false}]",
        "MSI-08 installers.json [{'packageUrl':'https://example.com/a.msi','packageType':'exe'}]",
        "MSI-09 installers.json [{'languages':['en-us'],'architectures':['X64']},{'languages':['en-US'],'architectures':['x64']}]",
        "MSI-10 installers.json [{'errorDetails':[{'errorScenario':'bored'}]}]",
        "MSI-11 installers.json [{'packageUrl':'https://example.com/a.msi','installerFile':'target/none.msi'}]",
        "MSI-12 product.json {'properties':{'category':'Games'}}",
        "MSI-12 product.json {'properties':{'category':'Music','subcategory':'EReader'}}",
        "MSI-13 product.json {'properties':{'website':'example'}}",
        "MSI-13 product.json {'properties':{'isPrivacyPolicyRequired':'yes'}}",
        "MSI-14 product.json {'availability':{'markets':['KP']}}",
        "MSI-14 product.json {'availability':{'markets':[]}}",
        "MSI-15 product.json {'availability':{'pricing':'CHEAP'}}",
        "MSI-15 product.json {'availability':{'discoverability':'HIDDEN'}}",
    };

    @Test
    void whatIsRightHasNoFinding() throws Exception {
        write("installers.json", PACKAGE);
        write(
                "product.json",
                "{'properties':{'category':'BooksAndReference','subcategory':'EReader','website':'https://example.com'},"
                        + "'availability':{'markets':['US','DE'],'pricing':'FREE'}}");
        ValidateMojo validate = build.goal("tide", new ValidateMojo(null, null), "validate");
        validate.applicationId = null;
        validate.productId = PRODUCT;
        validate.execute();
        assertThat(result("validation.json")).hasToString("{\"errors\":[],\"warnings\":[],\"advice\":[]}");
    }
}
