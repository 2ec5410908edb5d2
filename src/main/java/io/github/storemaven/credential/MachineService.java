package io.github.storemaven.credential;

import io.github.storemaven.http.SecureUri;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The service by which a machine of Azure hands out tokens of its managed identity. The environment tells which one it is,
 * under the names that App Service, Arc and Azure's own libraries use; a virtual machine has the instance metadata service.
 *
 * @param name for messages
 * @param headers without which it gives no token
 * @param keyFolder where it puts the proof that it asks for; empty where it asks for none
 */
record MachineService(
        String name, URI address, String apiVersion, Map<String, String> headers, Optional<Path> keyFolder) {
    static final String ENDPOINT = "IDENTITY_ENDPOINT";
    static final String HEADER = "IDENTITY_HEADER";

    private static final String ARC = "IMDS_ENDPOINT";
    private static final String METADATA_HOST = "AZURE_POD_IDENTITY_AUTHORITY_HOST";
    private static final String PATH = "/metadata/identity/oauth2/token";

    /** A header that no browser sends, so that no page can ask for a token. */
    private static final Map<String, String> METADATA = Map.of("Metadata", "true");

    /** Maven writes the names of variables in capitals on Windows. */
    private static final List<String> PROGRAM_DATA = List.of("PROGRAMDATA", "ProgramData");

    /** The one of this machine; nobody is asked yet. */
    static MachineService of(Environment environment) throws CredentialException {
        if (environment.has(ENDPOINT, HEADER)) {
            return new MachineService(
                    "App Service",
                    address(ENDPOINT, environment.stripped(ENDPOINT)),
                    "2019-08-01",
                    Map.of("X-IDENTITY-HEADER", environment.stripped(HEADER)),
                    Optional.empty());
        }
        if (environment.has(ENDPOINT, ARC)) {
            return new MachineService(
                    "Azure Arc",
                    address(ENDPOINT, environment.stripped(ENDPOINT)),
                    "2020-06-01",
                    METADATA,
                    Optional.of(keyFolder(environment)));
        }
        String host = environment.get(METADATA_HOST).orElse("http://169.254.169.254");
        return new MachineService(
                "the instance metadata service of Azure",
                address(METADATA_HOST, host.strip().replaceFirst("/+$", "") + PATH),
                "2018-02-01",
                METADATA,
                Optional.empty());
    }

    /** Whether it has identities besides that of the machine. */
    boolean hasOthers() {
        return keyFolder.isEmpty();
    }

    private static Path keyFolder(Environment environment) {
        return PROGRAM_DATA.stream()
                .filter(environment::has)
                .map(name -> Path.of(environment.stripped(name), "AzureConnectedMachineAgent", "Tokens"))
                .findFirst()
                .orElse(Path.of("/var/opt/azcmagent/tokens"));
    }

    private static URI address(String variable, String text) throws CredentialException {
        try {
            return SecureUri.requireOfMachine("The variable " + variable, URI.create(text));
        } catch (IllegalArgumentException problem) {
            throw new CredentialException("The variable " + variable
                    + " is not an address of this machine: it has to be https, or plain http on a loopback or link-local"
                    + " address.");
        }
    }
}
