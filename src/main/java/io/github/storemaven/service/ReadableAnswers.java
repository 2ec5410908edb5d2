package io.github.storemaven.service;

import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.json.JsonReading;
import io.github.storemaven.json.JsonSyntaxException;
import java.io.IOException;

/**
 * Takes a page of HTML, an empty body or half a document in answer to a question for what it is: no answer. What is JSON and
 * beyond our limits is handed on, since it would come again.
 */
final class ReadableAnswers implements Transport {
    private final Transport inner;

    ReadableAnswers(Transport inner) {
        this.inner = inner;
    }

    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        Response answer = inner.send(request);
        if (request.method().equals("GET") && answer.isSuccess()) {
            try {
                JsonReading.notice("the Store's answer", answer.body()).object();
            } catch (JsonSyntaxException problem) {
                if (problem.isBeyondLimit()) {
                    return answer;
                }
                throw new IOException(problem.getMessage(), problem);
            }
        }
        return answer;
    }
}
