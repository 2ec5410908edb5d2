package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.web.Request;
import io.github.storemaven.emulator.web.Response;
import io.github.storemaven.emulator.web.WebServer;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tokens of a managed identity, as the three services of Azure's machines give them: {@code /metadata/identity/oauth2/token}
 * is that of a virtual machine (IMDS), {@code /msi/token} that of App Service, whose secret header is the client's secret,
 * and {@code /arc/metadata/identity/oauth2/token} that of Azure Arc, which asks for the content of a file. After "How to use
 * managed identities to acquire an access token", "How to use managed identities for App Service" and "Authenticate against
 * Azure resources with Azure Arc-enabled servers" at learn.microsoft.com.
 */
public final class ManagedIdentityEndpoint implements WebServer.Handler {
    private static final List<String> IMDS = List.of("metadata", "identity", "oauth2", "token");
    private static final List<String> ARC = List.of("arc", "metadata", "identity", "oauth2", "token");
    private static final List<String> APP_SERVICE = List.of("msi", "token");

    private final Account account;
    private final AccessTokens tokens;
    private final InstantSource clock;
    private final Supplier<Duration> life;
    private final BooleanSupplier isOn;
    private final Path keys;
    private Optional<Path> key = Optional.empty();

    /**
     * The services of one machine.
     *
     * @param life how long a token is worth something
     * @param isOn whether the machine has an identity
     * @param work a folder for the keys of Azure Arc
     */
    public ManagedIdentityEndpoint(
            Account account,
            AccessTokens tokens,
            InstantSource clock,
            Supplier<Duration> life,
            BooleanSupplier isOn,
            Path work) {
        this.account = account;
        this.tokens = tokens;
        this.clock = clock;
        this.life = life;
        this.isOn = isOn;
        this.keys = work.resolve("AzureConnectedMachineAgent").resolve("Tokens");
    }

    /** Whether a request for this path is one for a token of the machine. */
    public boolean isAt(List<String> path) {
        return isOn.getAsBoolean() && List.of(IMDS, ARC, APP_SERVICE).contains(path);
    }

    @Override
    public Response handle(Request request) throws IOException {
        if (!request.method().equals("GET")) {
            return refused(405, "invalid_request", "Only GET is allowed");
        }
        List<String> path = request.segments();
        if (path.equals(APP_SERVICE)) {
            return request.header("X-IDENTITY-HEADER")
                            .filter(account.clientSecret()::equals)
                            .isPresent()
                    ? token(request, false)
                    : refused(401, "invalid_request", "The header X-IDENTITY-HEADER is missing or wrong");
        }
        boolean isOfMachine =
                request.header("Metadata").filter("true"::equalsIgnoreCase).isPresent();
        if (!isOfMachine || request.header("X-Forwarded-For").isPresent()) {
            return refused(400, "invalid_request", "Required metadata header not specified");
        }
        return path.equals(ARC) && !isProven(request) ? challenge() : token(request, true);
    }

    private Response token(Request request, boolean withSeconds) {
        String resource = request.query().get("resource").orElse("");
        Optional<String> client = request.query().get("client_id");
        if (request.query().get("api-version").isEmpty() || resource.isEmpty()) {
            return refused(400, "invalid_request", "The query parameters api-version and resource are required");
        }
        if (client.filter(id -> !id.equalsIgnoreCase(account.clientId())).isPresent()) {
            return refused(400, "invalid_request", "Identity not found");
        }
        if (!tokens.isAudience(resource)) {
            return refused(
                    400,
                    "invalid_resource",
                    "AADSTS500011: The resource principal named " + resource + " was not found in the tenant.");
        }
        Instant now = clock.instant();
        Duration lasts = life.get();
        JsonObjectBuilder answer = Json.object()
                .add("access_token", tokens.issue(resource, lasts))
                .add("client_id", account.clientId())
                .add("expires_on", Long.toString(now.plus(lasts).getEpochSecond()))
                .add("resource", resource)
                .add("token_type", "Bearer");
        if (withSeconds) {
            answer.add("expires_in", Long.toString(lasts.toSeconds()))
                    .add("ext_expires_in", Long.toString(lasts.toSeconds()))
                    .add("not_before", Long.toString(now.getEpochSecond()));
        }
        return Response.json(200, answer.build().toString());
    }

    /** Who can read the file proves to be on this machine, and trusted there. */
    private synchronized Response challenge() throws IOException {
        forget();
        Files.createDirectories(keys);
        Path file = keys.resolve(UUID.randomUUID() + ".key");
        Files.writeString(file, UUID.randomUUID().toString());
        key = Optional.of(file);
        return Response.empty(401).with("WWW-Authenticate", "Basic realm=" + file);
    }

    /** A key is good once. */
    private synchronized boolean isProven(Request request) throws IOException {
        if (key.isEmpty()) {
            return false;
        }
        String proof = "Basic " + Files.readString(key.get());
        boolean isProven = request.header("Authorization").filter(proof::equals).isPresent();
        if (isProven) {
            forget();
        }
        return isProven;
    }

    private void forget() throws IOException {
        if (key.isPresent()) {
            Files.deleteIfExists(key.get());
            key = Optional.empty();
        }
    }

    private static Response refused(int status, String error, String description) {
        return Response.json(
                status,
                Json.object()
                        .add("error", error)
                        .add("error_description", description)
                        .build()
                        .toString());
    }
}
