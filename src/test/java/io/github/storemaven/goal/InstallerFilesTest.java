package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.SymbolicLink;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the files of an MSI or EXE product before anything is in them that a rule knows: nothing is sent. */
class InstallerFilesTest {
    private static final String PRODUCT = "11111111-2222-4333-8444-555555555555";
    private static final String MEMBERS = "'packageUrl':'https://example.com/tide-2.msi','languages':['en-us'],"
            + "'architectures':['X64'],'isSilentInstall':true,'packageType':'msi'";
    private static final String PACKAGE = "[{" + MEMBERS + "}]";

    @TempDir
    Path folder;

    private BuildSession build;

    @BeforeEach
    void oneModule() {
        build = new BuildSession(folder, "tide");
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve("tide").resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(file(name), text.replace('\'', '"'));
    }

    private SubmitInstallerMojo submit() {
        SubmitInstallerMojo submit = build.goal("tide", new SubmitInstallerMojo(null), "submit-installer");
        submit.productId = PRODUCT;
        return submit;
    }

    private String failure(SubmitInstallerMojo submit) throws Exception {
        try {
            submit.execute();
        } catch (MojoFailureException told) {
            assertThat(Files.readString(folder.resolve("tide/target/store/installer.json")))
                    .containsPattern("\"result\" *: *\"invalid\"");
            return told.getMessage() + "\n" + String.join("\n", build.said());
        }
        return "";
    }

    @ParameterizedTest
    @CsvSource({
        "src/Store/installers.json, src/store",
        "src/store/Installers.JSON, installers.json",
        "src/store/installer.json, did you mean installers.json?",
        "src/store/products.json, did you mean product.json?"
    })
    void aNameThatIsNearlyTheUsualOneIsNotPassedOver(String name, String message) throws Exception {
        write(name, PACKAGE);
        write("src/" + Path.of(name).getName(1) + "/listings/en-us/releaseNotes.txt", "Faster.");
        assertThat(failure(submit()))
                .contains(Path.of("tide", "src").toString(), message.replace('/', File.separatorChar));
    }

    @Test
    void filesOfOthersBesideThemAreNoMatter() throws Exception {
        write("src/store/installers.json", PACKAGE);
        write("src/store/package.json", "{}");
        assertThat(failure(submit())).isEmpty();
    }

    @Test
    void aLinkDoesNotLeadOutOfTheStoreFolder() throws Exception {
        write("src/store/product.json", "{}");
        Path secret = write("secret.json", "{'password':1}");
        SymbolicLink.create(file("src/store/installers.json"), secret);
        assertThat(failure(submit())).contains("leads out of the folder").doesNotContain("password");
    }

    @Test
    void aLinkThatLeadsNowhereIsNotTakenForNoFile() throws Exception {
        write("src/store/product.json", "{}");
        SymbolicLink.create(file("src/store/installers.json"), file("src/store/gone.json"));
        assertThat(failure(submit())).contains("installers.json is a link that leads nowhere");
    }

    @Test
    void aFolderInThePlaceOfAFileIsAnError() throws Exception {
        write("src/store/product.json", "{}");
        Files.createDirectories(file("src/store/installers.json"));
        assertThat(failure(submit())).contains("installers.json", "this has to be a file");
    }

    @Test
    void aLinkThatGitHasCheckedOutAsAFileIsCalledThat() throws Exception {
        write("shared/product.json", "{}");
        write("src/store/product.json", "../../shared/product.json");
        assertThat(failure(submit())).contains("product.json", "Git has checked out a link as a file");
    }

    @Test
    void whatPowerShellWritesIsCalledUtf16() throws Exception {
        Files.write(file("src/store/installers.json"), ("\uFEFF" + PACKAGE).getBytes(StandardCharsets.UTF_16LE));
        assertThat(failure(submit())).contains("installers.json", "UTF-16");
    }

    @Test
    void aFileThatIsTooLargeIsNotReadWhole() throws Exception {
        Files.write(file("src/store/installers.json"), new byte[ParsedJson.MAX_BYTES + 1]);
        assertThat(failure(submit())).contains("installers.json", "larger than 8 MiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "installers.json [{" + MEMBERS + ",'installerParameters':'/key Gr\uFFFD\uFFFDe'}]",
                "product.json {'properties':{'certificationNotes':'Gr\uFFFD\uFFFDe'}}",
                "product.json {'properties':{'supportContactInfo':'\\ud800'}}"
            })
    void aLostLetterIsNotSent(String fault) throws Exception {
        write("src/store/" + fault.split(" ", 2)[0], fault.split(" ", 2)[1]);
        assertThat(failure(submit())).contains("the sign for a lost letter", "(TXT-20)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "installers.json | [] | an array of package objects is expected",
                "installers.json | {} | an array of package objects is expected",
                "product.json | [] | an object with properties and availability is expected",
                "product.json | {'properties':'Music'} | properties is not an object",
                "product.json | {'availability':[]} | availability is not an object"
            })
    void whatSaysNothingIsRefused(String file, String text, String message) throws Exception {
        write("src/store/listings/en-us/releaseNotes.txt", "Faster.");
        write("src/store/" + file, text);
        assertThat(failure(submit())).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'installerFile':['a.msi']", "'installerParameters':5", "'genericDocUrl':{}"})
    void whatIsNoTextIsNotPassedOver(String member) throws Exception {
        write("src/store/installers.json", "[{" + MEMBERS + "," + member + "}]");
        assertThat(failure(submit())).contains(member.split("'", -1)[1] + " is not a text");
    }

    @Test
    void aMemberThatIsNullIsToldAsWithoutEffect() throws Exception {
        write("src/store/product.json", "{'properties':{'website':null}}");
        failure(submit());
        assertThat(build.said()).anyMatch(line -> line.contains("website is null, which changes nothing"));
    }

    @Test
    void aPathThatIsNoneIsAFinding() throws Exception {
        write("src/store/installers.json", "[{" + MEMBERS + ",'installerFile':'a\\u0000b.msi'}]");
        assertThat(failure(submit())).contains("installers.json", "installerFile is", "not a path of this system");
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotShown() throws Exception {
        write("src/store/installers.json", PACKAGE.replace("//example", "//me:open-sesame@example"));
        assertThat(failure(submit()))
                .contains("holds a user and a password", "(MSI-02)")
                .doesNotContain("open-sesame");
    }

    @Test
    void aValueOfTheProjectMayHoldWhatJsonWritesOtherwise() throws Exception {
        build.project("tide").getModel().setDescription("says \"hi\" in C:\\tide,\nand more");
        write("src/store/product.json", "{'properties':{'certificationNotes':'It ${project.description}'}}");
        PlanMojo plan = build.goal("tide", new PlanMojo(null, null), "plan");
        plan.applicationId = null;
        plan.productId = PRODUCT;
        plan.showNotes = true;
        plan.execute();
        assertThat(ParsedJson.ofFile(folder.resolve("tide/target/store/plan.json"))
                        .object()
                        .getJsonArray("changes")
                        .getJsonObject(0)
                        .getString("to"))
                .isEqualTo("It says \"hi\" in C:\\tide,\nand more");
    }

    @Test
    void whatIsNotOfTheProjectIsRefusedWithItsLine() throws Exception {
        write("src/store/product.json", "{'properties':\n{'website':'https://${env.HOME}'}}");
        assertThat(failure(submit())).contains("product.json, line 2", "${env.HOME} is not a value of the project");
    }

    @Test
    void anAddressThatIsOnlyAWarningAsksNobody() throws Exception {
        write("src/store/installers.json", PACKAGE.replace("https://example.com/tide-2.msi", "no address.msi"));
        SubmitInstallerMojo submit = submit();
        submit.rehearse = false;
        submit.sellerId = "123";
        submit.serverId = "none";
        submit.verifyInstallers = true;
        submit.warnOnly = List.of("MSI-02", "MSI-08");
        assertThat(failure(submit))
                .contains("credentials", "WARNING ", "(MSI-02)")
                .doesNotContain("ERROR ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P999999999999D", "PT2562047788015215H", "P367D", "PT0S", "-PT1H"})
    void aTimeoutThatIsNoneIsRefusedBefore(String timeout) throws Exception {
        write("src/store/installers.json", PACKAGE);
        SubmitInstallerMojo submit = submit();
        submit.timeout = timeout;
        assertThat(failure(submit)).contains("store.timeout is \"" + timeout + "\"; use a");
    }
}
