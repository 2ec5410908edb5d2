package io.github.storemaven.credential;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** A client secret (Partner Center calls it a key). */
public final class ClientSecret implements ClientCredential {
    private final String tenantId;
    private final String clientId;
    private final String secret;
    private final String source;

    public ClientSecret(String tenantId, String clientId, String secret, String source) {
        this.tenantId = tenantId;
        this.clientId = clientId;
        this.secret = secret;
        this.source = source;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Map<String, String> form(URI tokenEndpoint, Instant now) {
        return Map.of("client_secret", secret);
    }

    @Override
    public String toString() {
        return "client secret of " + clientId + " (" + source + ")";
    }
}
