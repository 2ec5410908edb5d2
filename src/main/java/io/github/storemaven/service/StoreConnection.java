package io.github.storemaven.service;

import io.github.storemaven.credential.AccessToken;
import io.github.storemaven.credential.CredentialException;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenRefusedException;
import io.github.storemaven.document.Members;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.Transport;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Carries calls to the Store: with a token, renewed once after a 401, and repeated where that is safe. */
public final class StoreConnection {
    private final String base;
    private final TokenCache tokens;
    private final Transport transport;
    private final Api api;
    private final PollInterval pollInterval;

    /**
     * What is particular to one of the Store's APIs.
     *
     * @param path below the root of the service, with slashes around it
     * @param headers of each request
     * @param errors reads a response that is no success
     */
    public record Api(String path, Map<String, String> headers, ErrorReader errors) {
        static final Api SUBMISSION = new Api("/v1.0/my/", Map.of(), StoreError::from);

        public Api {
            headers = Map.copyOf(headers);
        }
    }

    /** Reads a response that is no success. */
    @FunctionalInterface
    public interface ErrorReader {
        StoreError read(Response answer, Secrets secrets);
    }

    /**
     * A connection.
     *
     * @param serviceUrl root of the service, with or without a slash at its end
     * @param throttled a transport that keeps to the service's throttle and repeats nothing
     */
    public StoreConnection(URI serviceUrl, TokenCache tokens, Transport throttled, RetryPolicy retryPolicy) {
        this(serviceUrl, tokens, throttled, retryPolicy, Api.SUBMISSION);
    }

    /** The same to another API. */
    public StoreConnection(URI serviceUrl, TokenCache tokens, Transport throttled, RetryPolicy retryPolicy, Api api) {
        this(
                serviceUrl.toString().replaceAll("/+$", "") + api.path(),
                tokens,
                retryPolicy.wrap(request -> readable(request, throttled.send(request))),
                api,
                PollInterval.OF_THE_STORE);
    }

    private StoreConnection(String base, TokenCache tokens, Transport transport, Api api, PollInterval pollInterval) {
        this.base = base;
        this.tokens = tokens;
        this.transport = transport;
        this.api = api;
        this.pollInterval = pollInterval;
    }

    /** The same to a Store that may be asked at other intervals how far it is. */
    public StoreConnection polled(PollInterval interval) {
        return new StoreConnection(base, tokens, transport, api, interval);
    }

    /** How often somebody who waits asks how far the Store is. */
    public PollInterval pollInterval() {
        return pollInterval;
    }

    /**
     * Takes a page of HTML, an empty body or half a document in answer to a question for what it is: no response. What is JSON
     * and beyond our limits is passed on, since it would come again.
     */
    private static Response readable(Request request, Response response) throws IOException {
        if (request.method().equals("GET") && response.isSuccess()) {
            try {
                ParsedJson.ofNotice("the Store's answer", response.body()).object();
            } catch (JsonSyntaxException problem) {
                if (!problem.isBeyondLimit()) {
                    throw new IOException(problem.getMessage(), problem);
                }
            }
        }
        return response;
    }

    /** A request for a path of the API; a POST says that it has no body (reference, section 4.2). */
    public Request request(String method, String path) {
        Request request = Request.of(method, URI.create(base + path))
                .header("Accept", "application/json")
                .header("User-Agent", "store-maven-plugin");
        for (Map.Entry<String, String> header : api.headers().entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        return method.equals("POST") ? request.header("Content-Type", "application/json") : request;
    }

    /**
     * Calls.
     *
     * @param action continues "The Store refused to ..."
     * @return a successful answer
     * @throws StoreRefusedException when the answer is no
     * @throws StoreUnreachableException when there is none, or one that says nothing about the call (408, 429, 5xx)
     */
    Response call(String action, Request request)
            throws StoreRefusedException, StoreUnreachableException, InterruptedException {
        Response answer = sendAuthorized(action, request);
        if (answer.isSuccess()) {
            return answer;
        }
        StoreError error = api.errors().read(answer, tokens.secrets());
        if (RetryPolicy.isTransient(answer.status())) {
            throw new StoreUnreachableException(action, error.describe(), null);
        }
        throw new StoreRefusedException(action, error);
    }

    /** Calls and reads the answer's object; an answer that is none counts as no answer. */
    public JsonObject read(String action, Request request)
            throws StoreRefusedException, StoreUnreachableException, InterruptedException {
        return read(action, request, ParsedJson::ofResponse);
    }

    /** The same of an answer that is not sent back: a number that cannot be read is null. */
    JsonObject readNotice(String action, Request request)
            throws StoreRefusedException, StoreUnreachableException, InterruptedException {
        return read(action, request, ParsedJson::ofNotice);
    }

    private JsonObject read(String action, Request request, Reading reading)
            throws StoreRefusedException, StoreUnreachableException, InterruptedException {
        Response answer = call(action, request);
        try {
            JsonObject object =
                    reading.read("the Store's answer", answer.body()).object();
            return new SecretMask(tokens.secrets()).masked(object);
        } catch (JsonSyntaxException problem) {
            throw new StoreUnreachableException(action, problem.getMessage(), problem);
        }
    }

    @FunctionalInterface
    private interface Reading {
        ParsedJson read(String source, byte[] body) throws JsonSyntaxException;
    }

    private Response sendAuthorized(String action, Request request)
            throws StoreRefusedException, StoreUnreachableException, InterruptedException {
        AccessToken token = token(action, tokens::current);
        Response answer = send(action, request, token);
        return answer.status() == 401 ? send(action, request, token(action, () -> tokens.after(token))) : answer;
    }

    @FunctionalInterface
    private interface TokenSource {
        AccessToken token() throws TokenRefusedException, CredentialException, IOException, InterruptedException;
    }

    /** Without a token, or after a 401, the call had no effect, so nobody has to look whether it had. */
    private AccessToken token(String action, TokenSource source)
            throws StoreRefusedException, StoreUnreachableException, InterruptedException {
        try {
            return source.token();
        } catch (TokenRefusedException | CredentialException e) {
            throw new StoreRefusedException(e);
        } catch (IOException e) {
            throw new StoreUnreachableException(action, "there is no token (" + e.getMessage() + ")", e, false);
        }
    }

    private Response send(String action, Request request, AccessToken token)
            throws StoreUnreachableException, InterruptedException {
        try {
            return transport.send(request.header("Authorization", token.header()));
        } catch (IOException e) {
            throw new StoreUnreachableException(action, reason(request, e), e);
        }
    }

    /** The secrets of this run, which no text of others shows. */
    public Secrets secrets() {
        return tokens.secrets();
    }

    private String reason(Request request, IOException problem) {
        String text = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        return request.uri().getScheme() + "://" + request.uri().getAuthority() + " did not answer ("
                + tokens.secrets().oneLine(text) + ")";
    }

    /**
     * Makes what the Store says about a submission fit for log and result file: a gateway or a web firewall may repeat token and
     * signature there. The rest of the document stays as it came, since it is sent back.
     */
    record SecretMask(Secrets secrets) {
        JsonObject masked(JsonObject answer) {
            Members.text(answer, "fileUploadUrl").ifPresent(secrets::addSignature);
            JsonObject masked = answer;
            for (String member : new String[] {"status", "statusDetails"}) {
                String name = Members.actualName(answer, member);
                if (answer.containsKey(name)) {
                    masked = with(masked, name, masked(answer.get(name)));
                }
            }
            return masked;
        }

        private JsonValue masked(JsonValue value) {
            if (value instanceof JsonString text) {
                String masked = ForeignText.unsigned(secrets.mask(text.getString()));
                return masked.equals(text.getString()) ? value : Json.PROVIDER.createValue(masked);
            }
            if (value instanceof JsonArray array) {
                JsonArrayBuilder copy = Json.PROVIDER.createArrayBuilder();
                array.forEach(item -> copy.add(masked(item)));
                return copy.build();
            }
            if (value instanceof JsonObject object) {
                JsonObjectBuilder copy = Json.PROVIDER.createObjectBuilder();
                object.forEach((name, member) -> copy.add(secrets.mask(name), masked(member)));
                return copy.build();
            }
            return value;
        }

        /** A copy in the same order. */
        private static JsonObject with(JsonObject object, String name, JsonValue value) {
            JsonObjectBuilder copy = Json.PROVIDER.createObjectBuilder(object);
            return object.get(name).equals(value)
                    ? object
                    : copy.add(name, value).build();
        }
    }
}
