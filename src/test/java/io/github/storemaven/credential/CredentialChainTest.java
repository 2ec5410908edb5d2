package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.testing.TestKey;
import io.github.storemaven.text.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the places, and what is said when none serves. Issue "Every task", point 6. */
class CredentialChainTest {
    @TempDir
    private Path directory;

    /** Everything is set at first; what was found is taken away, so that the next place shows. */
    @ParameterizedTest
    @ValueSource(strings = {"abc ", " abc", "abc\r\n"})
    void blanksAroundTheSecretAreNoPartOfIt(String secret) throws Exception {
        Map<String, String> variables = Map.of(
                "AZURE_TENANT_ID", Samples.TENANT, "AZURE_CLIENT_ID", Samples.CLIENT, "AZURE_CLIENT_SECRET", secret);

        assertThat(((ClientCredential) find(null, variables)).form(Samples.LOGIN, FakeTimeSource.START))
                .containsEntry("client_secret", "abc");
    }

    @Test
    void looksInTheOrderOfTheIssue() throws Exception {
        String key = Files.write(directory.resolve("key.p12"), TestKey.rsa().pkcs12())
                .toString();
        Map<String, String> variables = everything(key);
        List<String> found = new ArrayList<>();

        found.add(find(server("user", "pw", "tenant", key, TestKey.PASSPHRASE), variables)
                .toString());
        found.add(find(server("user", null, "tenant", key, TestKey.PASSPHRASE), variables)
                .toString());
        for (String next : List.of(
                "AZURE_CLIENT_SECRET",
                "AZURE_CLIENT_CERTIFICATE_PATH",
                "AZURE_FEDERATED_TOKEN_FILE",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                "SYSTEM_ACCESSTOKEN")) {
            found.add(find(null, variables).toString());
            variables.remove(next);
        }

        String source = " of user (server microsoft-store in settings.xml)";
        String client = " of " + Samples.CLIENT + " (";
        assertThat(found)
                .containsExactly(
                        "client secret" + source,
                        "certificate " + key + source,
                        "client secret" + client + "AZURE_CLIENT_SECRET in the environment)",
                        "certificate " + key + client + "AZURE_CLIENT_CERTIFICATE_PATH in the environment)",
                        "federated token" + client + "AZURE_FEDERATED_TOKEN_FILE in the environment)",
                        "federated token" + client + "OIDC token of GitHub Actions)",
                        "federated token" + client + "OIDC token of Azure Pipelines)");
        assertNothingFound(variables);
    }

    @Test
    void saysWhatIsMissingAndTheLineToWrite() {
        assertThatThrownBy(() -> find(null, Map.of("AZURE_TENANT_ID", "  "))).hasMessage("""
                        No credentials for the Store: settings.xml has no server "microsoft-store", and the environment does \
                        not have AZURE_TENANT_ID and AZURE_CLIENT_ID.
                        - On your machine: write into <servers> of settings.xml
                          <server><id>microsoft-store</id><username>CLIENT-ID</username><password>CLIENT-SECRET</password>\
                        <configuration><tenantId>TENANT-ID</tenantId></configuration></server>
                        - On a CI service: set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.
                        - Without an account: rehearse with "-Dstore.rehearse=true".
                        Where to find the three values, and all places that are looked at: \
                        https://github.com/storemaven/store-maven-plugin/blob/main/src/site/markdown/credentials.md""");
        assertThatThrownBy(() -> find(null, Map.of("AZURE_TENANT_ID", Samples.TENANT)))
                .hasMessageContaining("the environment does not have AZURE_CLIENT_ID.");
        assertThatThrownBy(() -> find(null, Map.of("AZURE_TENANT_ID", "t", "AZURE_CLIENT_ID", "c", "TF_BUILD", "True")))
                .hasMessageStartingWith(
                        "No credentials for the Store: AZURE_TENANT_ID and AZURE_CLIENT_ID are set, but no secret"
                                + " is. Set AZURE_CLIENT_SECRET, or give this step of Azure Pipelines System.AccessToken as"
                                + " SYSTEM_ACCESSTOKEN.\nSee all places");
        assertThatThrownBy(() -> find(null, Map.of("GITHUB_ACTIONS", "true")))
                .hasMessageContaining(
                        "; or only the first two, and give this job of GitHub Actions \"permissions: id-token: write\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'ms-store, nexus', ', but it has \"ms-store\". Rename that one, or set \"-Dstore.serverId=ms-store\".'",
        "'nexus, microsoft-stroe', ', but it has \"microsoft-stroe\". Rename that one, or set'",
        "'nexus, central', ' (it has nexus, central), and the environment'"
    })
    void namesTheServerThatMayBeMeant(String others, String part) {
        assertThatThrownBy(() -> new CredentialChain(
                                "microsoft-store",
                                Optional.empty(),
                                Map.of(),
                                new CannedTransport(),
                                new CannedTransport(),
                                new Secrets(),
                                List.of(others.split(", ")))
                        .find())
                .hasMessageContaining("settings.xml has no server \"microsoft-store\"" + part);
    }

    /** A CI service's token alone is no wish to use it: most jobs have one. */
    @Test
    void aServicesTokenWithoutTenantAndClientIsNoProblemOfItsOwn() {
        assertNothingFound(Map.of("SYSTEM_OIDCREQUESTURI", "https://x.example", "SYSTEM_ACCESSTOKEN", "t"));
    }

    @ParameterizedTest
    @CsvSource({
        "AZURE_CLIENT_SECRET, AZURE_CLIENT_SECRET",
        "AZURE_CLIENT_CERTIFICATE_PATH, AZURE_CLIENT_CERTIFICATE_PATH",
        "AZURE_FEDERATED_TOKEN_FILE, AZURE_FEDERATED_TOKEN_FILE"
    })
    void anEnvironmentThatIsIncompleteNamesAllThatIsMissing(String variable) {
        assertThatThrownBy(() -> find(null, Map.of(variable, "value", "AZURE_CLIENT_ID", " ")))
                .isInstanceOf(CredentialException.class)
                .hasMessage(variable + " is set, and the environment does not have AZURE_TENANT_ID and AZURE_CLIENT_ID."
                        + " Set them too.");
    }

    @Test
    void theLinesAreWellFormedForAnyId() {
        assertThatThrownBy(() -> new CredentialChain(
                                "a<b&c",
                                Optional.empty(),
                                Map.of(),
                                new CannedTransport(),
                                new CannedTransport(),
                                new Secrets(),
                                List.of())
                        .find())
                .hasMessageContaining("<id>a&lt;b&amp;c</id>");
    }

    private static void assertNothingFound(Map<String, String> variables) {
        assertThatThrownBy(() -> find(null, variables))
                .isInstanceOf(CredentialException.class)
                .hasMessageStartingWith("No credentials for the Store: ");
    }

    private static Map<String, String> everything(String key) {
        return new HashMap<>(Map.of(
                "AZURE_TENANT_ID",
                Samples.TENANT,
                "AZURE_CLIENT_ID",
                Samples.CLIENT,
                "AZURE_CLIENT_SECRET",
                Samples.SECRET,
                "AZURE_CLIENT_CERTIFICATE_PATH",
                key,
                "AZURE_CLIENT_CERTIFICATE_PASSWORD",
                TestKey.PASSPHRASE,
                "AZURE_FEDERATED_TOKEN_FILE",
                "token-file",
                "ACTIONS_ID_TOKEN_REQUEST_URL",
                "https://vstoken.example/token",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                "request-token",
                "SYSTEM_OIDCREQUESTURI",
                "https://dev.azure.example/oidctoken",
                "SYSTEM_ACCESSTOKEN",
                "system-token"));
    }

    private static ServerEntry server(String username, String password, String tenant, String key, String passphrase) {
        return new ServerEntry("microsoft-store", username, password, tenant, key, passphrase, null);
    }

    private static Credential find(ServerEntry server, Map<String, String> variables) throws CredentialException {
        return new CredentialChain(
                        "microsoft-store",
                        Optional.ofNullable(server),
                        variables,
                        new CannedTransport(),
                        new CannedTransport(),
                        new Secrets(),
                        List.of())
                .find();
    }
}
