package io.github.storemaven.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** A token for the Store's service; its text does not show it. */
public final class AccessToken {
    /** How long before its end a token is renewed, unless it lives less than twice as long. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Pattern STORED = Pattern.compile("\\d{1,15} \\d{1,15} [!-~]+");

    private final String value;
    private final String tenantId;
    private final String clientId;
    private final Instant renewal;
    private final Instant expiry;

    private AccessToken(String value, Credential credential, Instant renewal, Instant expiry) {
        this.value = value;
        this.tenantId = credential.tenantId();
        this.clientId = credential.clientId();
        this.renewal = renewal;
        this.expiry = expiry;
    }

    /** A token that was obtained now and lives so long. */
    static AccessToken obtained(String value, Credential credential, Instant now, Duration lifetime) {
        Duration half = lifetime.dividedBy(2);
        Instant expiry = now.plus(lifetime);
        return new AccessToken(value, credential, expiry.minus(half.compareTo(MARGIN) < 0 ? half : MARGIN), expiry);
    }

    /** A token from the text that {@link #stored} made; empty for any other text. */
    static Optional<AccessToken> restored(String stored, Credential credential) {
        if (!STORED.matcher(stored).matches()) {
            return Optional.empty();
        }
        String[] parts = stored.split(" ", 3);
        Instant renewal = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        Instant expiry = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return Optional.of(new AccessToken(parts[2], credential, renewal, expiry));
    }

    String stored() {
        return renewal.getEpochSecond() + " " + expiry.getEpochSecond() + " " + value;
    }

    boolean freshAt(Instant now) {
        return now.isBefore(renewal);
    }

    /** The value of the header Authorization. A secret. */
    public String header() {
        return "Bearer " + value;
    }

    /** The token itself, for the file that a user asked for. A secret. */
    public String value() {
        return value;
    }

    public String tenantId() {
        return tenantId;
    }

    public String clientId() {
        return clientId;
    }

    /** The service that it is for. */
    public String audience() {
        return TokenAudience.SUBMISSION.resource();
    }

    /** When it ends, by our clock. */
    public Instant expiry() {
        return expiry;
    }

    @Override
    public String toString() {
        return "access token of " + clientId + " until " + expiry;
    }
}
