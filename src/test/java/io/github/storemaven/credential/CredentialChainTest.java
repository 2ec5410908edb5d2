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
    private static final String[] LINES = {
        "<id>microsoft-store</id>", "<username>", "<password>", "<configuration><tenantId>", "<privateKey>"
    };

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
    void saysEveryPlaceThatItLookedAtAndTheLinesToWrite() {
        assertNothingFound(Map.of("AZURE_TENANT_ID", "  "));
        assertThatThrownBy(() -> find(null, Map.of("AZURE_TENANT_ID", Samples.TENANT)))
                .hasMessageContaining("AZURE_TENANT_ID (set) and AZURE_CLIENT_ID (not set)");
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
                                new Secrets())
                        .find())
                .hasMessageContaining("<id>a&lt;b&amp;c</id>");
    }

    private static void assertNothingFound(Map<String, String> variables) {
        assertThatThrownBy(() -> find(null, variables))
                .isInstanceOf(CredentialException.class)
                .hasMessageContainingAll(LINES)
                .hasMessageContainingAll(
                        "server microsoft-store in settings.xml: it does not exist",
                        "AZURE_TENANT_ID",
                        "AZURE_CLIENT_ID",
                        "AZURE_CLIENT_SECRET",
                        "AZURE_CLIENT_CERTIFICATE_PATH",
                        "AZURE_FEDERATED_TOKEN_FILE",
                        "AZURE_MANAGED_IDENTITY (not set), on a machine of Azure",
                        "ACTIONS_ID_TOKEN_REQUEST_URL",
                        "SYSTEM_OIDCREQUESTURI");
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
                        new Secrets())
                .find();
    }
}
