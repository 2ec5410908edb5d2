package io.github.storemaven.credential;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.text.Secrets;
import java.io.IOException;

/** Sends a request; a problem on the way says who could not be asked, and where. */
record TokenTransport(Transport transport, Secrets secrets) {
    /** @param checked what may be wrong */
    Response send(String who, String checked, Request request) throws IOException, InterruptedException {
        try {
            return transport.send(request);
        } catch (IOException problem) {
            String reason = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
            throw new IOException(
                    "No response from " + who + " " + request.hostAndPort() + ": " + secrets.oneLine(reason)
                            + "; check " + checked,
                    problem);
        }
    }
}
