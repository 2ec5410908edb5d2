package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.web.Request;
import io.github.storemaven.emulator.web.Response;
import io.github.storemaven.emulator.web.WebServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /{tenant}/oauth2/token} and {@code /{tenant}/oauth2/v2.0/token} (reference, section 3). */
public final class TokenEndpoint implements WebServer.Handler {
    private static final int MAX_FORM = 64 * 1024;

    private final Account account;
    private final AccessTokens tokens;
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
    public TokenEndpoint(Account account, AccessTokens tokens, InstantSource clock, URI root, Supplier<Duration> life) {
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
    public Response handle(Request request) throws IOException {
        try {
            List<String> path = request.segments();
            if (isToken(path)) {
                return token(request, path.size() == 4).with("Cache-Control", "no-store, no-cache");
            }
            if (OpenIdConfiguration.isAt(path)) {
                requireTenant(path.get(0));
                return Response.json(200, configuration.of(path).toString());
            }
            throw TokenErrorException.noEndpoint();
        } catch (TokenErrorException e) {
            return e.response(clock.instant());
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

    private Response token(Request request, boolean second) throws IOException, TokenErrorException {
        if (!request.method().equals("POST")) {
            throw TokenErrorException.onlyPost();
        }
        byte[] body = request.body(MAX_FORM).orElse(new byte[0]);
        Request.Parameters form = new Request.Parameters(new String(body, StandardCharsets.UTF_8));
        ClientCredentials given =
                ClientCredentials.of(request.header("Authorization").orElse(""), form);
        JsonObject granted = grant(request.segments().get(0), form, given, second);
        return Response.json(200, granted.toString());
    }

    private void requireTenant(String tenant) throws TokenErrorException {
        if (!tenant.equalsIgnoreCase(account.tenantId())) {
            throw TokenErrorException.unknownTenant(tenant);
        }
    }

    private JsonObject grant(String tenant, Request.Parameters form, ClientCredentials given, boolean second)
            throws TokenErrorException {
        requireTenant(tenant);
        if (!required(form, "grant_type").equals("client_credentials")) {
            throw TokenErrorException.unsupportedGrantType();
        }
        authenticate(form, given);
        String audience = second ? scope(required(form, "scope")) : resource(required(form, "resource"));
        return second ? secondAnswer(audience) : firstAnswer(audience);
    }

    private void authenticate(Request.Parameters form, ClientCredentials given) throws TokenErrorException {
        String client = required(given.client(), "client_id");
        if (!client.equalsIgnoreCase(account.clientId())) {
            throw TokenErrorException.unknownClient(client, account.tenantId());
        }
        if (form.get("client_assertion_type")
                .filter(ClientAssertion.TYPE::equals)
                .isPresent()) {
            ClientAssertion.read(required(form, "client_assertion")).check(account, certificate, clock.instant());
        } else if (!required(given.secret(), "client_secret").equals(account.clientSecret())) {
            throw TokenErrorException.invalidSecret();
        }
    }

    /** A slash at the end of the real one is granted, and makes the token useless, as in the real service. */
    private String resource(String resource) throws TokenErrorException {
        boolean known = resource.equals(AccessTokens.AUDIENCE + "/") || tokens.isAudience(resource);
        if (!known) {
            throw TokenErrorException.unknownResource(resource);
        }
        return resource;
    }

    private String scope(String scopes) throws TokenErrorException {
        for (String scope : scopes.split(" +", -1)) {
            if (scope.endsWith("/.default")) {
                return resource(scope.substring(0, scope.length() - "/.default".length()));
            }
        }
        throw TokenErrorException.invalidScope(scopes);
    }

    private JsonObject firstAnswer(String audience) {
        Instant now = clock.instant();
        Duration lasts = life.get();
        String seconds = Long.toString(lasts.toSeconds());
        return Json.object()
                .add("token_type", "Bearer")
                .add("expires_in", seconds)
                .add("ext_expires_in", seconds)
                .add("expires_on", Long.toString(now.plus(lasts).getEpochSecond()))
                .add("not_before", Long.toString(now.getEpochSecond()))
                .add("resource", audience)
                .add("access_token", tokens.issue(audience, lasts))
                .build();
    }

    private JsonObject secondAnswer(String audience) {
        Duration lasts = life.get();
        return Json.object()
                .add("token_type", "Bearer")
                .add("expires_in", lasts.toSeconds())
                .add("ext_expires_in", lasts.toSeconds())
                .add("access_token", tokens.issue(audience, lasts))
                .build();
    }

    private static String required(Request.Parameters form, String name) throws TokenErrorException {
        return required(form.get(name), name);
    }

    private static String required(Optional<String> given, String name) throws TokenErrorException {
        return given.filter(value -> !value.isEmpty()).orElseThrow(() -> TokenErrorException.missingParameter(name));
    }
}
