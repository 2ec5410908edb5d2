package io.github.storemaven.credential;

import io.github.storemaven.http.BareAddress;
import io.github.storemaven.http.NoResponseException;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.Transport;
import io.github.storemaven.text.FileFailure;
import io.github.storemaven.text.Guid;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity that Azure gives a machine, which asks the machine itself for a token. Only for who asks for it: elsewhere the
 * address answers nobody. See "How to use managed identities to acquire an access token" and "Authenticate against Azure
 * resources with Azure Arc-enabled servers" at learn.microsoft.com.
 */
public final class ManagedIdentity implements Credential {
    /** The value that stands for the identity of the machine, in settings.xml. */
    private static final String SYSTEM = "system";

    private static final String CHECKED = "whether this machine has an identity in Azure";

    /** Whether anybody is there is known at once, on a machine that has the address. */
    private static final Duration PROBE = Duration.ofSeconds(1);

    /** A machine that is busy may take longer than that once. */
    private static final int MAX_PROBES = 2;

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int MAX_RESPONSE_BYTES = 1024 * 1024;
    private static final int MAX_KEY_BYTES = 4096;

    /** A key may be good once, and the answer to it may be lost. */
    private static final int MAX_PROOFS = 3;

    private static final Pattern CHALLENGE = Pattern.compile("(?i)\\s*Basic\\s+realm\\s*=\\s*\"?([^\"]+?)\"?\\s*");

    private final MachineService service;
    private final Optional<String> client;
    private final String source;
    private final Transport transport;

    private ManagedIdentity(MachineService service, Optional<String> client, String source, Transport transport) {
        this.service = service;
        this.client = client;
        this.source = source;
        this.transport = transport;
    }

    /**
     * The identity that is named.
     *
     * @param identity {@code system}, or the client id of one that was assigned to the machine
     * @param source where it was named
     * @param transport uses no proxy
     * @throws CredentialException when the name is neither, or this machine has no such identities
     */
    static ManagedIdentity named(String identity, String source, Environment environment, Transport transport)
            throws CredentialException {
        boolean isSystem = identity.equalsIgnoreCase(SYSTEM);
        if (!isSystem && !Guid.is(identity)) {
            throw new CredentialException("The managed identity of the " + source + " is \"" + identity
                    + "\"; write system, or the client id of an identity that was assigned to the machine.");
        }
        MachineService service = MachineService.of(environment);
        if (!isSystem && !service.hasOthers()) {
            throw new CredentialException("The " + source + " names the managed identity " + identity + ", and "
                    + service.name() + " has only that of the machine; write system.");
        }
        return new ManagedIdentity(
                service, isSystem ? Optional.empty() : Optional.of(identity), "managed identity, " + source, transport);
    }

    @Override
    public String tenantId() {
        return "that of the machine";
    }

    @Override
    public String clientId() {
        return client.orElse("that of the machine");
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public AccessToken obtain(TokenEndpoint endpoint) throws CredentialException, IOException, InterruptedException {
        TokenTransport tokens = new TokenTransport(transport, endpoint.secrets());
        probe();
        Instant now = endpoint.now();
        Response answer = tokens.send(service.name(), CHECKED, request(endpoint.audience()));
        for (int proofs = 0;
                answer.status() == 401 && service.keyFolder().isPresent() && proofs < MAX_PROOFS;
                proofs++) {
            String key = key(answer, service.keyFolder().get());
            endpoint.secrets().add(key);
            answer = tokens.send(
                    service.name(), CHECKED, request(endpoint.audience()).header("Authorization", "Basic " + key));
        }
        if (!answer.isSuccess()) {
            throw problem(answer, endpoint.secrets());
        }
        TokenResponse token = TokenResponse.read(
                answer,
                service.name() + " " + BareAddress.of(service.address()),
                "Check what else answers there.",
                now);
        endpoint.secrets().add(token.value());
        return AccessToken.obtained(token.value(), this, now, token.lifetime());
    }

    /** Asked without what a token takes: whoever answers in any way is there. */
    private void probe() throws CredentialException, InterruptedException {
        Optional<IOException> silence = Optional.empty();
        for (int probes = 0; probes < MAX_PROBES; probes++) {
            silence = probeOnce();
            if (silence.isEmpty()) {
                return;
            }
        }
        throw new CredentialException(
                "A managed identity is asked for (" + source + "), and " + service.name() + " does not answer at "
                        + BareAddress.of(service.address()) + " (" + NoResponseException.reasonOf(silence.get())
                        + "). Run the build on a machine of Azure that has an identity, or use another credential.",
                silence.get());
    }

    private Optional<IOException> probeOnce() throws InterruptedException {
        Request probe = Request.of("GET", service.address())
                .timeout(PROBE)
                .within(PROBE)
                .maxResponseBytes(MAX_RESPONSE_BYTES)
                .retryable(false);
        try {
            transport.send(probe);
            return Optional.empty();
        } catch (IOException noAnswer) {
            return Optional.of(noAnswer);
        }
    }

    private Request request(TokenAudience audience) {
        String query = "api-version=" + service.apiVersion() + "&resource=" + Form.encoded(audience.resource())
                + client.map(id -> "&client_id=" + Form.encoded(id)).orElse("");
        String address = service.address().toString();
        Request request = Request.of("GET", URI.create(address + (address.contains("?") ? "&" : "?") + query))
                .header("Accept", "application/json")
                .timeout(DEADLINE)
                .within(LIMIT)
                .maxResponseBytes(MAX_RESPONSE_BYTES);
        for (var header : service.headers().entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        return request;
    }

    /** What only this machine's administrators and the agent's group can read; another file is never sent anywhere. */
    private String key(Response challenge, Path folder) throws CredentialException {
        Matcher realm = CHALLENGE.matcher(challenge.header("WWW-Authenticate").orElse(""));
        if (!realm.matches()) {
            throw new CredentialException(service.name() + " asks for a proof that this plugin does not know.");
        }
        try {
            Path file = Path.of(realm.group(1)).toAbsolutePath().normalize();
            boolean isKey = folder.toAbsolutePath().normalize().equals(file.getParent())
                    && file.getFileName().toString().endsWith(".key");
            if (!isKey || Files.size(file) > MAX_KEY_BYTES) {
                throw new CredentialException(
                        service.name() + " names " + file + ", which is not a key in " + folder + " and is not read.");
            }
            String key = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (!key.matches("[!-~]+")) {
                throw new CredentialException("The key " + file + " of " + service.name() + " contains no proof.");
            }
            return key;
        } catch (InvalidPathException problem) {
            throw new CredentialException(service.name() + " names a key that is not a path of this system.", problem);
        } catch (IOException problem) {
            throw new CredentialException(
                    "The key of " + service.name() + " cannot be read. " + FileFailure.sentence(problem)
                            + ". Add the build's user to the group of its agent (himds; on Windows Hybrid agent extension"
                            + " applications).",
                    problem);
        }
    }

    private CredentialException problem(Response answer, Secrets secrets) throws IOException {
        int status = answer.status();
        String said = service.name() + " answered " + status
                + TokenError.read(answer)
                        .map(error -> ": " + secrets.oneLine(error.text()))
                        .orElse("");
        if (RetryPolicy.isTransient(status) || status == 404 || status == 410) {
            throw new IOException(said + ". Try again in a minute: it may be updating itself.");
        }
        return new CredentialException("No token for the managed identity (" + source + "). " + said
                + ". Assign the machine "
                + client.map(id -> "the identity with the client id " + id)
                        .orElse("an identity of its own (system-assigned)")
                + ", and add it to the Partner Center account.");
    }

    @Override
    public String toString() {
        return "managed identity" + client.map(id -> " " + id).orElse("") + " by " + service.name() + " (" + source
                + ")";
    }
}
