package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Endpoint;
import io.github.storemaven.emulator.web.Query;
import io.github.storemaven.emulator.web.Received;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers {@code /{tenant}/oauth2/token} and {@code /{tenant}/oauth2/v2.0/token} (reference, section 3). */
public final class TokenEndpoint implements Endpoint {
    private static final int LARGEST_FORM = 64 * 1024;
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Account account;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Supplier<Duration> life;
    private volatile Optional<X509Certificate> certificate = Optional.empty();

    /** @param life how long a token is worth something */
    public TokenEndpoint(Account account, Tokens tokens, InstantSource clock, Supplier<Duration> life) {
        this.account = account;
        this.tokens = tokens;
        this.clock = clock;
        this.life = life;
    }

    /** From now on client assertions have to be signed by the key of this certificate. */
    public void register(X509Certificate of) {
        certificate = Optional.of(of);
    }

    @Override
    public Answer answer(Received request) throws IOException {
        try {
            if (!request.method().equals("POST")) {
                throw new TokenRefusal(400, "invalid_request", 900561, "The endpoint only accepts POST requests.");
            }
            byte[] body = request.body(LARGEST_FORM).orElse(new byte[0]);
            Query form = new Query(new String(body, StandardCharsets.UTF_8));
            boolean second = request.segments().contains("v2.0");
            return Answer.json(
                            200, grant(request.segments().get(0), form, second).toString())
                    .with("Cache-Control", "no-store, no-cache");
        } catch (TokenRefusal refusal) {
            return Answer.json(refusal.status(), body(refusal).toString());
        }
    }

    private JsonObject grant(String tenant, Query form, boolean second) throws TokenRefusal {
        if (!tenant.equalsIgnoreCase(account.tenantId())) {
            throw new TokenRefusal(400, "invalid_request", 90002, "Tenant '" + tenant + "' not found.");
        }
        if (!required(form, "grant_type").equals("client_credentials")) {
            throw new TokenRefusal(
                    400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        }
        authenticate(form);
        String audience = second ? scope(required(form, "scope")) : resource(required(form, "resource"));
        return second ? secondAnswer(audience) : firstAnswer(audience);
    }

    private void authenticate(Query form) throws TokenRefusal {
        String client = required(form, "client_id");
        if (!client.equalsIgnoreCase(account.clientId())) {
            throw new TokenRefusal(
                    401,
                    "unauthorized_client",
                    700016,
                    "Application with identifier '" + client + "' was not found in the directory '" + account.tenantId()
                            + "'.");
        }
        if (form.get("client_assertion_type").filter(Assertion.TYPE::equals).isPresent()) {
            Assertion.read(required(form, "client_assertion")).check(account, certificate, clock.instant());
        } else if (!required(form, "client_secret").equals(account.clientSecret())) {
            throw new TokenRefusal(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
    }

    private static String resource(String resource) throws TokenRefusal {
        if (!resource.equals(Tokens.AUDIENCE) && !resource.equals(Tokens.AUDIENCE + "/")) {
            throw new TokenRefusal(
                    400,
                    "invalid_resource",
                    500011,
                    "The resource principal named " + resource + " was not found in the tenant.");
        }
        return resource;
    }

    private static String scope(String scopes) throws TokenRefusal {
        for (String scope : scopes.split(" +", -1)) {
            if (scope.startsWith(Tokens.AUDIENCE) && scope.endsWith("/.default")) {
                return resource(scope.substring(0, scope.length() - "/.default".length()));
            }
        }
        throw new TokenRefusal(
                400, "invalid_scope", 1002012, "The provided value for scope " + scopes + " is not valid.");
    }

    private JsonObject firstAnswer(String audience) {
        Instant now = clock.instant();
        String seconds = Long.toString(life.get().toSeconds());
        return Json.object()
                .add("token_type", "Bearer")
                .add("expires_in", seconds)
                .add("ext_expires_in", seconds)
                .add("expires_on", Long.toString(now.plus(life.get()).getEpochSecond()))
                .add("not_before", Long.toString(now.getEpochSecond()))
                .add("resource", audience)
                .add("access_token", tokens.issue(audience, life.get()))
                .build();
    }

    private JsonObject secondAnswer(String audience) {
        return Json.object()
                .add("token_type", "Bearer")
                .add("expires_in", life.get().toSeconds())
                .add("ext_expires_in", life.get().toSeconds())
                .add("access_token", tokens.issue(audience, life.get()))
                .build();
    }

    private static String required(Query form, String name) throws TokenRefusal {
        return form.get(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new TokenRefusal(
                        400,
                        "invalid_request",
                        900144,
                        "The request body must contain the following parameter: '" + name + "'."));
    }

    private JsonObject body(TokenRefusal refusal) {
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        String timestamp = TIMESTAMP.format(clock.instant());
        return Json.object()
                .add("error", refusal.error())
                .add(
                        "error_description",
                        "AADSTS" + refusal.number() + ": " + refusal.getMessage() + " Trace ID: " + trace
                                + " Correlation ID: " + correlation + " Timestamp: " + timestamp)
                .add("error_codes", Json.PROVIDER.createArrayBuilder().add(refusal.number()))
                .add("timestamp", timestamp)
                .add("trace_id", trace)
                .add("correlation_id", correlation)
                .add("error_uri", "https://login.microsoftonline.com/error?code=" + refusal.number())
                .build();
    }
}
