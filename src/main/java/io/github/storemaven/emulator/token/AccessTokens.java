package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes access tokens and knows its own again. They look like JWTs with claims that can be read, but begin with a
 * prefix that says they are made up. Nothing is remembered of a token. Thread safe.
 */
public final class AccessTokens {
    /** What a token must be for; a slash at its end makes it useless (reference 3.1). */
    public static final String AUDIENCE = "https://manage.devcenter.microsoft.com";

    /** What a token must be for where an MSI or EXE product is asked for (MSI/EXE reference, section 3). */
    public static final String INSTALLER_AUDIENCE = "https://api.store.microsoft.com";

    private final Mac mac;
    private final String prefix;
    private final Account account;
    private final InstantSource clock;
    private final Pattern ownAddress;
    private final AtomicLong generation;

    /**
     * The tokens of one Store.
     *
     * @param port of the server: its own address is an audience too, since clients that know one address only ask for it
     * @param generation how often all tokens were ended before
     */
    public AccessTokens(byte[] key, String prefix, Account account, InstantSource clock, int port, long generation) {
        this.mac = mac(key);
        this.prefix = prefix;
        this.account = account;
        this.clock = clock;
        this.ownAddress = Pattern.compile("(?i)http://(127\\.0\\.0\\.1|localhost|\\[::1]):" + port + "/?");
        this.generation = new AtomicLong(generation);
    }

    /** A token for an audience. */
    String issue(String audience, Duration life) {
        Instant now = clock.instant();
        JsonObject claims = Json.object()
                .add("aud", audience)
                .add("iss", "https://sts.windows.net/" + account.tenantId() + "/")
                .add("iat", now.getEpochSecond())
                .add("nbf", now.getEpochSecond())
                .add("exp", now.plus(life).getEpochSecond())
                .add("appid", account.clientId())
                .add("tid", account.tenantId())
                .add("generation", generation.get())
                .build();
        String start = prefix + encode("{\"typ\":\"JWT\"}") + "." + encode(claims.toString());
        return start + "." + sign(start);
    }

    /** Whether a token for it opens one of the APIs of this Store. */
    boolean isAudience(String resource) {
        return opens(resource, AUDIENCE) || opens(resource, INSTALLER_AUDIENCE);
    }

    private boolean opens(String resource, String audience) {
        return resource.equals(audience) || ownAddress.matcher(resource).matches();
    }

    /** How often all tokens were ended. */
    public long generation() {
        return generation.get();
    }

    /** Every token that was given out until now is worth nothing any more. */
    public void expireAll() {
        generation.incrementAndGet();
    }

    /** Whether an {@code Authorization} header opens the API for apps, flights and add-ons. */
    public boolean isValid(String authorization) {
        return isValid(authorization, AUDIENCE);
    }

    /** Whether an {@code Authorization} header opens the API of an audience. */
    public boolean isValid(String authorization, String audience) {
        String header = authorization.strip();
        int blank = header.indexOf(' ');
        return blank > 0
                && header.substring(0, blank).equalsIgnoreCase("Bearer")
                && isOwn(header.substring(blank).stripLeading(), audience);
    }

    private boolean isOwn(String token, String audience) {
        int last = token.lastIndexOf('.');
        if (last < 0 || !MessageDigest.isEqual(utf8(sign(token.substring(0, last))), utf8(token.substring(last + 1)))) {
            return false;
        }
        try {
            String claims = token.substring(token.indexOf('.') + 1, last);
            JsonObject read = Json.read(Base64.getUrlDecoder().decode(claims)).asJsonObject();
            return opens(read.getString("aud"), audience)
                    && read.getJsonNumber("generation").longValue() == generation.get()
                    && clock.instant().getEpochSecond()
                            < read.getJsonNumber("exp").longValue();
        } catch (JsonException | IllegalArgumentException | ClassCastException e) {
            return false;
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(String text) {
        synchronized (mac) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(utf8(text)));
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
