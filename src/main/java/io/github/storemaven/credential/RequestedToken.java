package io.github.storemaven.credential;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonString;
import java.io.IOException;

/**
 * A token that a CI service hands out on request.
 *
 * @param service its name, for messages
 * @param request asks for the token
 * @param member the member of the answer that is the token
 * @param cure what to do when the service refuses
 */
record RequestedToken(String service, Request request, String member, String cure, Asking asking)
        implements IdentityToken {

    @Override
    public String read() throws CredentialException, IOException, InterruptedException {
        Response answer = asking.send("the identity service of " + service, request);
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
}
