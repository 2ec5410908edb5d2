package io.github.storemaven.credential;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.SecureUri;
import io.github.storemaven.http.Transport;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A token that a CI service hands out on request.
 *
 * @param service its name, for messages
 * @param request asks for the token
 * @param member the member of the answer that is the token
 * @param cure what to do when the service refuses
 */
record OidcTokenRequest(String service, Request request, String member, String cure, TokenTransport transport)
        implements FederatedToken.IdentityToken {
    static final String[] GITHUB = {"ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"};
    static final String[] AZURE_PIPELINES = {"SYSTEM_OIDCREQUESTURI", "SYSTEM_ACCESSTOKEN"};

    /** Set by the Azure tasks from the service connection that they are given; a pipeline may set it by itself. */
    static final String SERVICE_CONNECTION = "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID";

    private static final String AUDIENCE = "api://AzureADTokenExchange";
    private static final int MAX_RESPONSE_BYTES = 1024 * 1024;

    /** Asks the service that this build runs on, if it hands out tokens. */
    static Optional<OidcTokenRequest> find(Environment environment, Transport transport, Secrets secrets)
            throws CredentialException {
        return new Services(environment, transport, secrets).find();
    }

    @Override
    public String read() throws CredentialException, IOException, InterruptedException {
        Response answer = transport.send("the identity service of " + service, "the proxy and the firewall", request);
        int status = answer.status();
        if (RetryPolicy.isTransient(status)) {
            throw new IOException("The identity service of " + service + " answered " + status + ". Try again later.");
        }
        if (!answer.isSuccess()) {
            throw new CredentialException(service + " returns no token (" + status + "). " + cure);
        }
        return token(answer);
    }

    private String token(Response answer) throws CredentialException {
        try {
            if (ParsedJson.ofNotice(service, answer.body()).object().get(member) instanceof JsonString token
                    && token.getString().matches("[!-~]+")) {
                return token.getString();
            }
        } catch (JsonSyntaxException problem) {
            // Said below; the problem could quote the answer.
        }
        throw new CredentialException(service + " answered without a token. " + cure);
    }

    @Override
    public String toString() {
        return "token of " + service;
    }

    /** How the CI services that we know are asked for an OIDC token, by the variables that they set themselves. */
    private record Services(Environment environment, Transport transport, Secrets secrets) {
        /** The service that this build runs on, if it hands out tokens. */
        Optional<OidcTokenRequest> find() throws CredentialException {
            if (environment.has(GITHUB)) {
                return Optional.of(gitHub());
            }
            return environment.has(AZURE_PIPELINES) ? Optional.of(azurePipelines()) : Optional.empty();
        }

        private OidcTokenRequest gitHub() throws CredentialException {
            Request request = Request.of("GET", address(GITHUB[0], "audience=" + Form.encoded(AUDIENCE)));
            return new OidcTokenRequest(
                    "GitHub Actions",
                    authorized(request, GITHUB[1]),
                    "value",
                    "Give the job \"permissions: id-token: write\".",
                    new TokenTransport(transport, secrets));
        }

        /** Without a service connection the token speaks for the pipeline itself. The audience is always ours. */
        private OidcTokenRequest azurePipelines() throws CredentialException {
            String query = environment
                    .get(SERVICE_CONNECTION)
                    .map(id -> "api-version=7.1&serviceConnectionId=" + Form.encoded(id.strip()))
                    .orElse("api-version=7.1");
            Request request = Request.of("POST", address(AZURE_PIPELINES[0], query))
                    .header("Content-Type", "application/json")
                    .header("X-TFS-FedAuthRedirect", "Suppress")
                    .retryable(true);
            return new OidcTokenRequest(
                    "Azure Pipelines",
                    authorized(request, AZURE_PIPELINES[1]),
                    "oidcToken",
                    "Map SYSTEM_ACCESSTOKEN: $(System.AccessToken) into the step, and set " + SERVICE_CONNECTION
                            + " to the id of a service connection with workload identity federation.",
                    new TokenTransport(transport, secrets));
        }

        private Request authorized(Request request, String variable) throws CredentialException {
            String bearer = environment.stripped(variable);
            if (!bearer.matches("[!-~]+")) {
                throw new CredentialException(variable + " contains no token.");
            }
            return request.header("Authorization", "Bearer " + bearer)
                    .header("Accept", "application/json")
                    .timeout(Duration.ofMinutes(1))
                    .within(Duration.ofMinutes(5))
                    .maxResponseBytes(MAX_RESPONSE_BYTES);
        }

        private URI address(String variable, String query) throws CredentialException {
            String base = environment.stripped(variable);
            try {
                return SecureUri.require(variable, URI.create(base + (base.contains("?") ? "&" : "?") + query));
            } catch (IllegalArgumentException problem) {
                // The problem itself stays out: it quotes the variable, where a token could stand by mistake.
                throw new CredentialException("The variable " + variable + " is not an https address.");
            }
        }
    }
}
