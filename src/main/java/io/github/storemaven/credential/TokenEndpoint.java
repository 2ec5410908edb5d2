package io.github.storemaven.credential;

import io.github.storemaven.http.BareAddress;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.SecureUri;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Entra's token endpoint, for one audience. Reference, section 3.1. */
public final class TokenEndpoint {
    /** Members of the form that nobody else may see; the others are names. */
    private static final List<String> PROOFS = List.of("client_secret", "client_assertion");

    private static final Duration DEADLINE = Duration.ofMinutes(1);
    /** For all attempts: well below the life of a signed assertion, and no build hangs for longer on a silent proxy. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final int MAX_RESPONSE_BYTES = 1024 * 1024;

    private final String root;
    private final Transport transport;
    private final TimeSource time;
    private final Secrets secrets;
    private final TokenAudience audience;

    /** The endpoint of a run that shares its secrets with nobody. */
    public TokenEndpoint(URI loginUrl, Transport transport, TimeSource time) {
        this(loginUrl, transport, time, new Secrets());
    }

    /**
     * The endpoint below a root.
     *
     * @param loginUrl the parameter store.loginUrl, with or without a slash at its end
     * @param transport repeats what may be repeated
     * @param secrets of this run; each proof that is sent and each token joins them
     * @throws IllegalArgumentException unless it is https, or http on a loopback address
     */
    public TokenEndpoint(URI loginUrl, Transport transport, TimeSource time, Secrets secrets) {
        this(loginUrl, transport, time, secrets, TokenAudience.SUBMISSION);
    }

    /** The same for another audience. */
    public TokenEndpoint(URI loginUrl, Transport transport, TimeSource time, Secrets secrets, TokenAudience audience) {
        this.root = SecureUri.require("store.loginUrl", loginUrl).toString().replaceAll("/+$", "");
        this.transport = transport;
        this.time = time;
        this.secrets = secrets;
        this.audience = audience;
    }

    /** What its tokens are for. */
    TokenAudience audience() {
        return audience;
    }

    /**
     * Obtains a new token.
     *
     * @throws TokenRefusedException when the endpoint says no
     * @throws CredentialException when the credential cannot be used
     * @throws IOException when the endpoint cannot be asked, or answers with something else
     */
    public AccessToken obtain(ClientCredential credential)
            throws TokenRefusedException, CredentialException, IOException, InterruptedException {
        URI address = address(credential);
        Instant now = time.instant();
        Map<String, String> proof = credential.form(address, now);
        PROOFS.forEach(member -> secrets.add(proof.get(member)));
        Response answer = send(address, form(credential, proof));
        if (!answer.isSuccess()) {
            throw new TokenErrorResponse(answer, address, credential, secrets).problem();
        }
        TokenResponse token = TokenResponse.read(
                answer,
                "the token endpoint " + BareAddress.of(address),
                "Check store.loginUrl, and whether a proxy answers in its place.",
                now);
        secrets.add(token.value());
        return AccessToken.obtained(token.value(), credential, now, token.lifetime());
    }

    /** Tells endpoint and identity apart in a store of tokens. */
    String key(Credential credential) {
        String identity = root + " " + credential.tenantId() + " " + credential.clientId();
        return audience == TokenAudience.SUBMISSION ? identity : identity + " " + audience.resource();
    }

    Instant now() {
        return time.instant();
    }

    Secrets secrets() {
        return secrets;
    }

    private URI address(Credential credential) throws CredentialException {
        String tenant = credential.tenantId();
        if (!tenant.matches("\\w[\\w.-]*")) {
            throw new CredentialException("The tenant id \"" + tenant + "\" (" + credential.source()
                    + ") is neither a GUID nor a domain name such as contoso.onmicrosoft.com.");
        }
        return URI.create(root + "/" + tenant + audience.path());
    }

    private String form(ClientCredential credential, Map<String, String> proof) {
        Map<String, String> members = new TreeMap<>(proof);
        members.put("grant_type", "client_credentials");
        members.put("client_id", credential.clientId());
        members.put(audience.member(), audience.value());
        return Form.encoded(members);
    }

    private Response send(URI address, String form) throws IOException, InterruptedException {
        Request request = Request.of("POST", address)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("Accept", "application/json")
                .body(BodyPublishers.ofString(form))
                .timeout(DEADLINE)
                .within(LIMIT)
                .maxResponseBytes(MAX_RESPONSE_BYTES)
                .retryable(true);
        return new TokenTransport(transport, secrets)
                .send("the token endpoint", "store.loginUrl, the proxy and the firewall", request);
    }
}
