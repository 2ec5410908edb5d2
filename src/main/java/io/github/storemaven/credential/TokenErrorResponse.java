package io.github.storemaven.credential;

import io.github.storemaven.http.BareAddress;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** An answer of the token endpoint that is no token, explained. Reference, section 3.4; field reports 27, quirk 19. */
final class TokenErrorResponse {
    private final Response answer;
    private final String address;
    private final Credential credential;
    private final Secrets secrets;
    private final Optional<TokenError> error;

    TokenErrorResponse(Response answer, URI address, Credential credential, Secrets secrets) {
        this.answer = answer;
        this.address = BareAddress.of(address);
        this.credential = credential;
        this.secrets = secrets;
        this.error = TokenError.read(answer);
    }

    /**
     * The endpoint's no, for the caller to throw.
     *
     * @throws IOException when the answer is none: somebody else answered, or the endpoint is in trouble itself
     */
    TokenRefusedException problem() throws IOException {
        if (!saysNo()) {
            throw new IOException("The token endpoint " + address + " gives no token: it answered " + answer.status()
                    + said() + ". " + trouble() + traces());
        }
        return new TokenRefusedException(
                error.flatMap(TokenError::code),
                "The token endpoint " + address + " refuses client " + credential.clientId() + " ("
                        + credential.source() + ") with " + answer.status() + said() + ".\n" + cure() + traces());
    }

    private boolean saysNo() {
        int status = answer.status();
        if (RetryPolicy.isTransient(status) || status / 100 != 4) {
            return false;
        }
        return error.isPresent() || status == 404 || !isPage();
    }

    private String said() {
        return error.map(TokenError::text)
                .map(secrets::oneLine)
                .map(text -> ": " + (text.endsWith(".") ? text.substring(0, text.length() - 1) : text))
                .orElse("");
    }

    private String cure() {
        return error.flatMap(TokenError::code)
                .map(code -> EntraErrorCode.cure(code)
                        .orElse("Look the code up: https://login.microsoftonline.com/error?code="
                                + code.replaceAll("\\D", "")))
                .orElseGet(this::cureByStatus);
    }

    private String cureByStatus() {
        return answer.status() == 404
                ? "There is no token endpoint at this address: the tenant id is wrong, or store.loginUrl is not the"
                        + " root of one (usually https://login.microsoftonline.com)."
                : "Check tenant id, client id and secret.";
    }

    private String trouble() {
        int status = answer.status();
        if (status / 100 == 3) {
            return "Redirects are not followed: set store.loginUrl to the address that it leads to.";
        }
        return RetryPolicy.isTransient(status)
                ? "Try again later."
                : "This is a web page and not the JSON of a token endpoint: a proxy or a firewall answered in its"
                        + " place, or store.loginUrl is wrong.";
    }

    private String traces() {
        return error.map(TokenError::traces)
                .filter(traces -> !traces.isEmpty())
                .map(traces -> " (" + traces + ")")
                .orElse("");
    }

    private boolean isPage() {
        return answer.text().stripLeading().startsWith("<");
    }
}
