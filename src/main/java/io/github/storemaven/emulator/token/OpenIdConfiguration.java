package io.github.storemaven.emulator.token;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;

/**
 * The discovery documents of a tenant, which libraries such as MSAL ask for first: {@code
 * /{tenant}/.well-known/openid-configuration} and {@code /{tenant}/v2.0/.well-known/openid-configuration}.
 */
record OpenIdConfiguration(URI root, Account account) {
    private static final List<String> END = List.of(".well-known", "openid-configuration");

    static boolean isAt(List<String> path) {
        return endsSo(path, 1) || (endsSo(path, 2) && isSecond(path));
    }

    private static boolean endsSo(List<String> path, int from) {
        return path.size() == from + END.size()
                && path.subList(from, path.size()).equals(END);
    }

    private static boolean isSecond(List<String> path) {
        return path.get(1).equalsIgnoreCase("v2.0");
    }

    /** The document at a path that {@link #isAt} knows. */
    JsonObject of(List<String> path) {
        String tenant = root + "/" + account.tenantId();
        String endpoints = tenant + "/oauth2/" + (isSecond(path) ? "v2.0/" : "");
        return Json.object()
                .add("token_endpoint", endpoints + "token")
                .add(
                        "token_endpoint_auth_methods_supported",
                        Json.texts(List.of("client_secret_post", "private_key_jwt", "client_secret_basic")))
                .add("jwks_uri", tenant + "/discovery/" + (isSecond(path) ? "v2.0/" : "") + "keys")
                .add("response_modes_supported", Json.texts(List.of("query", "fragment", "form_post")))
                .add("subject_types_supported", Json.texts(List.of("pairwise")))
                .add("id_token_signing_alg_values_supported", Json.texts(List.of("RS256")))
                .add("response_types_supported", Json.texts(List.of("code", "id_token", "code id_token", "token")))
                .add("scopes_supported", Json.texts(List.of("openid")))
                .add(
                        "issuer",
                        isSecond(path) ? tenant + "/v2.0" : "https://sts.windows.net/" + account.tenantId() + "/")
                .add("authorization_endpoint", endpoints + "authorize")
                .add("device_authorization_endpoint", endpoints + "devicecode")
                .add("end_session_endpoint", endpoints + "logout")
                .add("tenant_region_scope", "EU")
                .build();
    }
}
