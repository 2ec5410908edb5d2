package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.web.Answer;
import io.github.storemaven.emulator.web.Endpoint;
import io.github.storemaven.emulator.web.Query;
import io.github.storemaven.emulator.web.Received;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
    private final OpenIdConfiguration configuration;
    private volatile Optional<X509Certificate> certificate = Optional.empty();

    /**
     * The login of one account.
     *
     * @param root of the server
     * @param life how long a token is worth something
     */
    public TokenEndpoint(Account account, Tokens tokens, InstantSource clock, URI root, Supplier<Duration> life) {
        this.account = account;
        this.tokens = tokens;
        this.clock = clock;
        this.life = life;
        this.configuration = new OpenIdConfiguration(root, account);
    }

    /** From now on client assertions have to be signed by the key of this certificate. */
    public void register(X509Certificate of) {
        certificate = Optional.of(of);
    }

    @Override
    public Answer answer(Received request) throws IOException {
        try {
            List<String> path = request.segments();
            if (isToken(path)) {
                return token(request, path.size() == 4).with("Cache-Control", "no-store, no-cache");
            }
            if (OpenIdConfiguration.isAt(path)) {
                requireTenant(path.get(0));
                return Answer.json(200, configuration.of(path).toString());
            }
            throw new TokenRefusal(
                    404, "invalid_request", 90023, "The request is not valid: there is no such endpoint.");
        } catch (TokenRefusal refusal) {
            return Answer.json(refusal.status(), body(refusal).toString());
        }
    }

    /** {@code /{tenant}/oauth2/token} and {@code /{tenant}/oauth2/v2.0/token}. */
    private static boolean isToken(List<String> path) {
        boolean first = path.size() == 3;
        boolean second = path.size() == 4 && path.get(2).equalsIgnoreCase("v2.0");
        return (first || second)
                && path.get(1).equalsIgnoreCase("oauth2")
                && path.get(path.size() - 1).equalsIgnoreCase("token");
    }

    private Answer token(Received request, boolean second) throws IOException, TokenRefusal {
        if (!request.method().equals("POST")) {
            throw new TokenRefusal(400, "invalid_request", 900561, "The endpoint only accepts POST requests.");
        }
        byte[] body = request.body(LARGEST_FORM).orElse(new byte[0]);
        Query form = new Query(new String(body, StandardCharsets.UTF_8));
        Credentials given = Credentials.of(request.header("Authorization").orElse(""), form);
        JsonObject granted = grant(request.segments().get(0), form, given, second);
        return Answer.json(200, granted.toString());
    }

    private void requireTenant(String tenant) throws TokenRefusal {
        if (!tenant.equalsIgnoreCase(account.tenantId())) {
            throw new TokenRefusal(400, "invalid_request", 90002, "Tenant '" + tenant + "' not found.");
        }
    }

    private JsonObject grant(String tenant, Query form, Credentials given, boolean second) throws TokenRefusal {
        requireTenant(tenant);
        if (!required(form, "grant_type").equals("client_credentials")) {
            throw new TokenRefusal(
                    400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        }
        authenticate(form, given);
        String audience = second ? scope(required(form, "scope")) : resource(required(form, "resource"));
        return second ? secondAnswer(audience) : firstAnswer(audience);
    }

    private void authenticate(Query form, Credentials given) throws TokenRefusal {
        String client = required(given.client(), "client_id");
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
        } else if (!required(given.secret(), "client_secret").equals(account.clientSecret())) {
            throw new TokenRefusal(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
    }

    /** A slash at the end of the real one is granted, and makes the token useless, as in the real service. */
    private String resource(String resource) throws TokenRefusal {
        boolean known = resource.equals(Tokens.AUDIENCE + "/") || tokens.isAudience(resource);
        if (!known) {
            throw new TokenRefusal(
                    400,
                    "invalid_resource",
                    500011,
                    "The resource principal named " + resource + " was not found in the tenant.");
        }
        return resource;
    }

    private String scope(String scopes) throws TokenRefusal {
        for (String scope : scopes.split(" +", -1)) {
            if (scope.endsWith("/.default")) {
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
        return required(form.get(name), name);
    }

    private static String required(Optional<String> given, String name) throws TokenRefusal {
        return given.filter(value -> !value.isEmpty())
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
