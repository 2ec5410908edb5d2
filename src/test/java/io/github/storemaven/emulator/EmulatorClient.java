package io.github.storemaven.emulator;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A client that follows the public examples, over the JDK's HttpClient. */
final class EmulatorClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final EmbeddedStore store;
    private String token = "";

    EmulatorClient(EmbeddedStore store) {
        this.store = store;
        renew();
    }

    /** Gets another token, for example because time went by. */
    void renew() {
        token = token("https://manage.devcenter.microsoft.com").json().getString("access_token");
    }

    /** The header that opens the API. */
    String authorization() {
        return "Bearer " + token;
    }

    Reply token(String resource) {
        return form(
                "/" + store.tenantId() + "/oauth2/token",
                "grant_type=client_credentials&client_id=" + store.clientId() + "&client_secret=" + store.clientSecret()
                        + "&resource=" + resource);
    }

    Reply form(String path, String form) {
        return send(HttpRequest.newBuilder(store.loginUrl().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** A call of the API by its path under {@code /v1.0/my/}. */
    Reply call(String verb, String path) {
        return call(verb, path, "");
    }

    Reply call(String verb, String path, JsonObject body) {
        return call(verb, path, body.toString());
    }

    Reply call(String verb, String path, String body) {
        return call(verb, path, body, Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }

    Reply call(String verb, String path, String body, Map<String, String> headers) {
        return send(verb, "/v1.0/my/" + path, body, headers);
    }

    /** A call of any path of the Store. */
    Reply send(String verb, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(store.serviceUrl() + path))
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** A PUT of a whole ZIP, with the {@code +} of the signature escaped as the examples do. */
    Reply upload(JsonObject submission, byte[] zip) {
        return blob("PUT", uploadUrl(submission), zip, Map.of("x-ms-blob-type", "BlockBlob"));
    }

    static String uploadUrl(JsonObject submission) {
        return submission.getString("fileUploadUrl").replace("+", "%2B");
    }

    Reply blob(String verb, String url, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(verb, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer. */
    record Reply(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        JsonObject json() {
            return Json.read(response.body()).asJsonObject();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Status, code and target in one, as the tables of the reference have them. */
        String verdict() {
            if (status() < 300 || response.body().length == 0) {
                return Integer.toString(status());
            }
            return (status() + " " + json().getString("code") + " " + json().getString("target", "")).strip();
        }
    }
}
