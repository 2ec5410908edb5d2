package io.github.storemaven.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.text.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server of settings.xml must have; the environment never fills its gaps. Issue "An app's release", point 4. */
class ServerCredentialTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -, '<username> (the client id), <password> (the client secret) or <privateKey>, <conf'",
                "'', ' ', '', ' ', '<username> (the client id), <password> (the client secret) or <privateKey>, <conf'",
                "user, pw, -, -, does not have <configuration><tenantId>. Add to it:",
                "-, pw, t, -, does not have <username> (the client id). Add to it:",
                "user, -, t, -, does not have <password> (the client secret) or <privateKey>. Add to it:",
                "user, ${env.SECRET}, t, -, <privateKey>: the variable SECRET is not set. Add to it:",
                "user, ' ${env.STORE_SECRET}\n', t, -, <privateKey>: the variable STORE_SECRET is not set. Add to it:",
                "user, ${store.secret}, t, -, <privateKey>: ${store.secret} is not set. Add to it:",
                "user, -, t, ${env.KEY}, <privateKey>: the variable KEY is not set. Add to it:",
                "${env.CLIENT}, pw, t, -, <username> (the client id): the variable CLIENT is not set. Add to it:"
            })
    void aServerThatIsIncompleteIsNotPassedOver(
            String username, String password, String tenant, String key, String part) {
        assertThatThrownBy(() -> find(server(username, password, tenant, key)))
                .isInstanceOf(CredentialException.class)
                .hasMessageStartingWith("The server microsoft-store in settings.xml does not have")
                .hasMessageContaining(part);
    }

    @Test
    void onlyTheLineThatIsMissingIsShown() {
        assertThatThrownBy(() -> find(server("user", "pw", null, null)))
                .hasMessage(
                        "The server microsoft-store in settings.xml does not have <configuration><tenantId>. Add to it:\n"
                                + "  <configuration><tenantId>TENANT-ID</tenantId></configuration> (Entra, Overview, Tenant ID)");
    }

    @Test
    void aKeyThatDoesNotReadIsNotPassedOver() {
        assertThatThrownBy(() -> find(server("user", null, "t", "no/key.pfx")))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("no/key.pfx (server microsoft-store in settings.xml) does not exist");
    }

    @Test
    void idsAndSecretAreTakenWithoutWhiteSpaceAroundThem() throws Exception {
        ClientCredential credential = find(server(" user\n", " p w\r\n", "\ttenant ", null));

        assertThat(credential.clientId()).isEqualTo("user");
        assertThat(credential.tenantId()).isEqualTo("tenant");
        assertThat(credential.form(Samples.LOGIN, FakeTimeSource.START)).containsEntry("client_secret", "p w");
    }

    @Test
    void anUnsetPassphraseIsNamed() {
        ServerEntry server =
                new ServerEntry("microsoft-store", "user", null, "t", "no/key.pfx", "${env.STORE_PASSPHRASE}", null);

        assertThatThrownBy(() -> find(server))
                .hasMessageContaining(
                        "does not have <passphrase>: the variable STORE_PASSPHRASE is not set. Add to it:");
    }

    private static ServerEntry server(String username, String password, String tenant, String key) {
        return new ServerEntry("microsoft-store", username, password, tenant, key, null, null);
    }

    /** With a complete environment, which must not be used. */
    private static ClientCredential find(ServerEntry server) throws CredentialException {
        Map<String, String> environment = Map.of(
                "AZURE_TENANT_ID", Samples.TENANT,
                "AZURE_CLIENT_ID", Samples.CLIENT,
                "AZURE_CLIENT_SECRET", Samples.SECRET);
        return (ClientCredential) new CredentialChain(
                        "microsoft-store",
                        Optional.of(server),
                        environment,
                        new CannedTransport(),
                        new CannedTransport(),
                        new Secrets(),
                        List.of())
                .find();
    }
}
