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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes access tokens and knows its own again. They look like JWTs with claims that can be read, but begin with a
 * prefix that says they are made up. Nothing is remembered of a token. Thread safe.
 */
public final class Tokens {
    /** What a token must be for; a slash at its end makes it useless (reference 3.1). */
    public static final String AUDIENCE = "https://manage.devcenter.microsoft.com";

    private final byte[] key;
    private final String prefix;
    private final Account account;
    private final InstantSource clock;
    private final AtomicLong generation = new AtomicLong();

    public Tokens(byte[] key, String prefix, Account account, InstantSource clock) {
        this.key = key.clone();
        this.prefix = prefix;
        this.account = account;
        this.clock = clock;
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

    /** Every token that was given out until now is worth nothing any more. */
    public void expireAll() {
        generation.incrementAndGet();
    }

    /** Whether an {@code Authorization} header opens the Store. */
    public boolean accepts(String authorization) {
        String[] words = authorization.strip().split(" +", 2);
        return words.length == 2 && words[0].equalsIgnoreCase("Bearer") && valid(words[1]);
    }

    private boolean valid(String token) {
        int last = token.lastIndexOf('.');
        if (last < 0 || !MessageDigest.isEqual(utf8(sign(token.substring(0, last))), utf8(token.substring(last + 1)))) {
            return false;
        }
        try {
            String claims = token.substring(token.indexOf('.') + 1, last);
            JsonObject read = Json.read(Base64.getUrlDecoder().decode(claims)).asJsonObject();
            return read.getString("aud").equals(AUDIENCE)
                    && read.getJsonNumber("generation").longValue() == generation.get()
                    && clock.instant().getEpochSecond()
                            < read.getJsonNumber("exp").longValue();
        } catch (JsonException | IllegalArgumentException | ClassCastException e) {
            return false;
        }
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(utf8(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
