package io.github.storemaven.emulator;

import io.github.storemaven.emulator.EmulatorClient.Reply;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.Map;

/** A published MSI product in a Store on a clock of the test's, and a client of its API. */
final class InstallerFixture implements AutoCloseable {
    static final String PRODUCT = "11111111-2222-4333-8444-555555555555";

    final StoreFixture scene = new StoreFixture();
    final EmbeddedStore store = scene.store;
    private final String token = token();

    InstallerFixture() {
        store.installers().add(PRODUCT);
    }

    String token() {
        return scene.client
                .form(
                        "/" + store.tenantId() + "/oauth2/v2.0/token",
                        "grant_type=client_credentials&client_id=" + store.clientId() + "&client_secret="
                                + store.clientSecret() + "&scope=https%3A%2F%2Fapi.store.microsoft.com%2F.default")
                .json()
                .getString("access_token");
    }

    Reply call(String verb, String path) {
        return call(verb, path, "");
    }

    /** Quotation marks in the body may be single ones. */
    Reply call(String verb, String path, String body) {
        return call(
                verb,
                PRODUCT + "/" + path,
                body,
                Map.of("Authorization", "Bearer " + token, "X-Seller-Account-Id", store.sellerId()));
    }

    Reply call(String verb, String path, String body, Map<String, String> headers) {
        return scene.client.send(verb, "/submission/v1/product/" + path, Documents.quoted(body), headers);
    }

    /** The payload of a call that is a success. */
    JsonObject data(String verb, String path, String body) {
        JsonObject envelope = call(verb, path, body).json();
        if (!envelope.getBoolean("isSuccess")) {
            throw new AssertionError(verb + " " + path + ": " + envelope);
        }
        return envelope.getJsonObject("responseData");
    }

    JsonObject data(String verb, String path) {
        return data(verb, path, "");
    }

    /** Code, target and text of the first error of a refusal. */
    String refusal(String verb, String path, String body) {
        JsonObject envelope = call(verb, path, body).json();
        if (envelope.getBoolean("isSuccess")) {
            return "";
        }
        JsonObject error = envelope.getJsonArray("errors").getJsonObject(0);
        return error.getString("code") + " " + error.getString("target") + ": " + error.getString("message");
    }

    /** Uploads a PNG to an address of a slot. */
    Reply upload(String url, int width, int height) {
        return scene.client.blob("PUT", url, png(width, height), Map.of("x-ms-blob-type", "BlockBlob"));
    }

    /** Slots for a language. */
    JsonObject slots(String language, int screenshots, int logos) {
        return data(
                        "POST",
                        "listings/assets/create",
                        "{'language':'" + language + "','createAssetRequest':{'Screenshot':" + screenshots + ",'Logo':"
                                + logos + "}}")
                .getJsonObject("listingAssets");
    }

    /** The head of a PNG, as far as the service looks. */
    static byte[] png(int width, int height) {
        return ByteBuffer.allocate(40)
                .putLong(0x8950_4E47_0D0A_1A0AL)
                .putInt(13)
                .putInt(0x4948_4452)
                .putInt(width)
                .putInt(height)
                .array();
    }

    static String entry(JsonObject slot, String which) {
        return Json.object()
                .add("id", slot.getString("id"))
                .add("assetUrl", slot.getString(which + "AssetUploadUrl"))
                .build()
                .toString();
    }

    @Override
    public void close() {
        scene.close();
    }
}
