package io.github.storemaven.credential;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.Transport;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.text.Secrets;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of an Azure machine's own identity, from the three services that Azure has for it. */
class ManagedIdentityTest {
    private static final Transport NETWORK = new HttpTransport(Proxy.Selector.direct());

    private final FakeTimeSource time = new FakeTimeSource();
    private final Secrets secrets = new Secrets();
    private final Map<String, String> variables = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();

    @TempDir
    private Path folder;

    private EmbeddedStore store;

    @BeforeEach
    void start() throws Exception {
        store = EmbeddedStore.builder()
                .clock(time)
                .with(Switch.MANAGED_IDENTITY)
                .directory(folder.resolve("store"))
                .start();
        store.add(ApplicationSeed.published("9PAPPDEMO001"));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private Credential find(String managedIdentity) throws CredentialException {
        Optional<ServerEntry> server = Optional.ofNullable(managedIdentity)
                .map(identity -> new ServerEntry("microsoft-store", null, null, null, null, null, identity));
        Transport recording = request -> {
            requests.add(request);
            return NETWORK.send(request);
        };
        Transport repeating = new RetryPolicy(time, () -> 0.5).wrap(recording);
        return new CredentialChain(
                        "microsoft-store", server, variables, new CannedTransport(), repeating, secrets, List.of())
                .find();
    }

    private AccessToken obtain(Credential credential) throws Exception {
        TokenEndpoint endpoint = new TokenEndpoint(store.loginUrl(), new CannedTransport(), time, secrets);
        return new TokenCache(endpoint, credential).current();
    }

    private int statusAtTheStore(AccessToken token) throws Exception {
        URI address = URI.create(store.serviceUrl() + "/v1.0/my/applications");
        return NETWORK.send(Request.of("GET", address).header("Authorization", token.header()))
                .status();
    }

    private void virtualMachine() {
        variables.put("AZURE_POD_IDENTITY_AUTHORITY_HOST", store.serviceUrl() + "/");
    }

    private void appService() {
        variables.put("IDENTITY_ENDPOINT", store.serviceUrl() + "/msi/token");
        variables.put("IDENTITY_HEADER", store.clientSecret());
    }

    private void arc() {
        variables.put("IDENTITY_ENDPOINT", store.serviceUrl() + "/arc/metadata/identity/oauth2/token");
        variables.put("IMDS_ENDPOINT", store.serviceUrl() + "/arc");
        variables.put("PROGRAMDATA", folder.resolve("store/work").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vm", "app", "arc"})
    void eachServiceGivesATokenThatOpensTheStore(String service) throws Exception {
        switch (service) {
            case "vm" -> virtualMachine();
            case "app" -> appService();
            default -> arc();
        }
        AccessToken token = obtain(find("system"));
        assertThat(statusAtTheStore(token)).isEqualTo(200);
        assertThat(token.expiry()).isEqualTo(time.instant().plusSeconds(3599));
        assertThat(store.requests().stream().map(RecordedRequest::call).filter("getManagedIdentity"::equals))
                .hasSize(service.equals("arc") ? 3 : 2);
        assertThat(requests).allMatch(request -> request.timeout().compareTo(Duration.ofMinutes(2)) <= 0);
        assertThat(requests.get(0).timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(requests.get(0).headers()).doesNotContainKeys("Metadata", "X-IDENTITY-HEADER", "Authorization");
        assertThat(secrets.mask("x " + token.value() + " x")).doesNotContain(token.value());
    }

    @Test
    void anIdentityThatWasAssignedIsNamedByItsClientId() throws Exception {
        virtualMachine();
        assertThat(statusAtTheStore(obtain(find(store.clientId().toUpperCase(Locale.ROOT)))))
                .isEqualTo(200);
        assertThatThrownBy(() -> obtain(find(Samples.CLIENT)))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("answered 400: Identity not found")
                .hasMessageContaining("Assign the machine the identity with the client id " + Samples.CLIENT);
    }

    @Test
    void theEnvironmentAsksForItToo() throws Exception {
        virtualMachine();
        variables.put("AZURE_MANAGED_IDENTITY", " True ");
        assertThat(find(null))
                .hasToString("managed identity by the instance metadata service of Azure (managed identity,"
                        + " AZURE_MANAGED_IDENTITY in the environment)");
        assertThat(statusAtTheStore(obtain(find(null)))).isEqualTo(200);
        variables.put("AZURE_CLIENT_ID", store.clientId());
        assertThat(find(null).clientId()).isEqualTo(store.clientId());
        variables.put("SYSTEM_OIDCREQUESTURI", "https://dev.azure.example/oidctoken");
        variables.put("SYSTEM_ACCESSTOKEN", "system-token");
        assertThat(find(null)).isInstanceOf(ManagedIdentity.class);
    }

    /** It is the last that is looked for, and nobody is asked who was not named. */
    @Test
    void anotherCredentialIsUsedBeforeIt() throws Exception {
        variables.put("AZURE_MANAGED_IDENTITY", "true");
        variables.put("AZURE_TENANT_ID", Samples.TENANT);
        variables.put("AZURE_CLIENT_ID", Samples.CLIENT);
        variables.put("AZURE_CLIENT_SECRET", Samples.SECRET);
        assertThat(find(null)).isInstanceOf(ClientSecret.class);
        ServerEntry both = new ServerEntry("id", "user", "pw", "tenant", null, null, "system");
        assertThat(new CredentialChain(
                                "id", Optional.of(both), Map.of(), new CannedTransport(), NETWORK, secrets, List.of())
                        .find())
                .isInstanceOf(ClientSecret.class);
        variables.clear();
        assertThatThrownBy(() -> find(null)).hasMessageStartingWith("No credentials for the Store: ");
        assertThat(requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "yes, The variable AZURE_MANAGED_IDENTITY is \"yes\"; allowed values: true",
        "1, The variable AZURE_MANAGED_IDENTITY is \"1\"; allowed values: true"
    })
    void theVariableIsASwitch(String value, String problem) {
        variables.put("AZURE_MANAGED_IDENTITY", value);
        assertThatThrownBy(() -> find(null))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void whatIsNoIdentityIsRefusedWithoutARequest() {
        assertThatThrownBy(() -> find("System user"))
                .hasMessage(
                        "The managed identity of the server microsoft-store in settings.xml is \"System user\"; write"
                                + " system, or the client id of an identity that was assigned to the machine.");
        assertThatThrownBy(() -> find("${env.IDENTITY}"))
                .hasMessage("The server microsoft-store in settings.xml has a <managedIdentity>, and the variable"
                        + " IDENTITY is not set.");
        arc();
        assertThatThrownBy(() -> find(Samples.CLIENT)).hasMessageContaining("Azure Arc has only that of the machine");
        variables.put("IDENTITY_ENDPOINT", "http://identity.example/token");
        assertThatThrownBy(() -> find("system"))
                .hasMessageContaining("The variable IDENTITY_ENDPOINT is not an address of this machine");
        assertThat(requests).isEmpty();
    }

    @Test
    void theAddressOfAVirtualMachineIsLinkLocal() throws Exception {
        assertThat(MachineService.of(new Environment(Map.of())).address())
                .isEqualTo(URI.create("http://169.254.169.254/metadata/identity/oauth2/token"));
        variables.put("IDENTITY_ENDPOINT", "http://169.254.131.3:8081/msi/token");
        variables.put("IDENTITY_HEADER", "secret");
        assertThat(MachineService.of(new Environment(variables)).address().getPort())
                .isEqualTo(8081);
    }

    @Test
    void aMachineThatDoesNotAnswerIsAskedTwiceForASecondEach() throws Exception {
        Transport silent = request -> {
            requests.add(request);
            throw new ConnectException("Connection refused");
        };
        Credential credential = ManagedIdentity.named("system", "test", new Environment(Map.of()), silent);
        assertThatThrownBy(() -> obtain(credential))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("does not answer at http://169.254.169.254/metadata/identity/oauth2/token")
                .hasMessageContaining("use another credential");
        assertThat(requests).hasSize(2).extracting(Request::timeout).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void aServiceInTroubleMayRecover() throws Exception {
        virtualMachine();
        Credential credential = find("system");
        store.faults().set(json("{'fault':'answer','status':500,'call':'getManagedIdentity','times':3}"));
        assertThat(statusAtTheStore(obtain(credential))).isEqualTo(200);
        store.faults().set(json("{'fault':'answer','status':410,'call':'getManagedIdentity'}"));
        assertThatThrownBy(() -> obtain(credential)).hasMessageContaining("answered 410", "Try again in a minute");
    }

    @Test
    void aKeyThatWasUsedBeforeTheAnswerWasLostIsAskedForAgain() throws Exception {
        arc();
        int[] proofs = {0};
        Transport losing = request -> {
            Response answer = NETWORK.send(request);
            boolean isProof = request.headers().containsKey("Authorization");
            if (isProof && proofs[0]++ == 0) {
                throw new ConnectException("lost");
            }
            return answer;
        };
        Credential credential = ManagedIdentity.named(
                "system", "test", new Environment(variables), new RetryPolicy(time, () -> 0.5).wrap(losing));
        assertThat(statusAtTheStore(obtain(credential))).isEqualTo(200);
        assertThat(proofs[0]).isEqualTo(3);
    }

    /** The service names a file, whose content is sent to it: no other file may be meant. */
    @ParameterizedTest
    @CsvSource({
        "Tokens/../../secret.key, which is not a key in",
        "Tokens/secret.txt, which is not a key in",
        "Tokens/long.key, which is not a key in",
        "Tokens/gone.key, cannot be read",
        "Tokens/torn.key, contains no proof"
    })
    void onlyAKeyOfTheAgentIsRead(String file, String problem) throws Exception {
        Path agent = folder.resolve("AzureConnectedMachineAgent");
        Files.createDirectories(agent.resolve("Tokens"));
        Files.writeString(folder.resolve("secret.key"), "secret");
        Files.writeString(agent.resolve("Tokens/secret.txt"), "secret");
        Files.writeString(agent.resolve("Tokens/long.key"), "k".repeat(4097));
        Files.writeString(agent.resolve("Tokens/torn.key"), "secret\r\nX-Other: secret");
        variables.put("PROGRAMDATA", folder.toString());
        variables.put("IDENTITY_ENDPOINT", "http://localhost:40342/metadata/identity/oauth2/token");
        variables.put("IMDS_ENDPOINT", "http://localhost:40342");
        Transport asking = request -> {
            requests.add(request);
            return new Response(
                    401, Map.of("WWW-Authenticate", List.of("Basic realm=" + agent.resolve(file))), new byte[0]);
        };
        Credential credential = ManagedIdentity.named("system", "test", new Environment(variables), asking);
        assertThatThrownBy(() -> obtain(credential))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining(problem);
        assertThat(requests).hasSize(2).noneMatch(request -> request.headers().containsKey("Authorization"));
    }

    @Test
    void anotherProofThanAKeyIsNotKnown() throws Exception {
        arc();
        Transport asking = request -> new Response(401, Map.of("WWW-Authenticate", List.of("Digest")), new byte[0]);
        Credential credential = ManagedIdentity.named("system", "test", new Environment(variables), asking);
        assertThatThrownBy(() -> obtain(credential))
                .hasMessage("Azure Arc asks for a proof that this plugin does not know.");
    }
}
