package io.github.storemaven.installer;

import io.github.storemaven.document.Members;
import io.github.storemaven.http.BareAddress;
import io.github.storemaven.http.NoResponseException;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.SecureUri;
import io.github.storemaven.http.Transport;
import io.github.storemaven.installer.ImageSet.Image;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Secrets;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Sends the images of one set: asks for slots, uploads each file to its first address or, where that fails, to its second, and
 * commits the whole set, what is kept included (MSI/EXE reference, section 9).
 */
final class ImageUpload {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("authorization", "connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,1000}");

    private final InstallerClient client;
    private final Transport storage;
    private final Secrets secrets;
    private final InstallerLog log;

    /** @param storage repeats what may be repeated, and sends no token */
    ImageUpload(InstallerClient client, Transport storage, Secrets secrets, InstallerLog log) {
        this.client = client;
        this.storage = storage;
        this.secrets = secrets;
        this.log = log;
    }

    /**
     * Sends one set.
     *
     * @param uploaded takes the digests of its new images, by the id that the Store gave them, before they are committed: the
     *     commit may have its effect without an answer
     */
    void send(ImageSet set, Consumer<Map<String, String>> uploaded)
            throws StoreRefusedException, IOException, InterruptedException {
        List<FileContent> files = set.files();
        boolean screenshots = set.type().equals("screenshots");
        Iterator<JsonObject> slots = List.<JsonObject>of().iterator();
        if (!files.isEmpty()) {
            log.uploads(set, files.size());
            JsonObject given =
                    client.createAssets(set.language(), screenshots ? files.size() : 0, screenshots ? 0 : files.size());
            slots = Members.objects(given, set.type()).iterator();
        }
        Map<String, String> digests = new LinkedHashMap<>();
        JsonArrayBuilder entries = Json.PROVIDER.createArrayBuilder();
        for (Image image : set.wanted()) {
            if (image.kept().isPresent()) {
                entries.add(
                        entry(text(image.kept().get(), "id"), text(image.kept().get(), "assetUrl")));
            } else if (slots.hasNext()) {
                JsonObject slot = slots.next();
                entries.add(entry(text(slot, "id"), upload(slot, image.file().orElseThrow())));
                digests.put(text(slot, "id"), image.file().get().sha256().orElse(""));
            } else {
                throw new IOException(
                        "The Store gave fewer addresses for images in " + set.language() + " than it was asked for");
            }
        }
        uploaded.accept(digests);
        client.commitAssets(
                set.language(),
                Json.PROVIDER
                        .createObjectBuilder()
                        .add("language", set.language())
                        .add(set.type(), entries)
                        .build());
    }

    private static String text(JsonObject object, String name) {
        return Members.text(object, name).orElse("");
    }

    private static JsonObject entry(String id, String url) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("id", id)
                .add("assetUrl", url)
                .build();
    }

    /** Uploads a file. @return the address that was used */
    private String upload(JsonObject slot, FileContent file) throws IOException, InterruptedException {
        String first = text(slot, "primaryAssetUploadUrl");
        String second = text(slot, "secondaryAssetUploadUrl");
        secrets.addSignature(first);
        secrets.addSignature(second);
        try {
            put(first, slot, file);
            return first;
        } catch (IOException problem) {
            if (second.isEmpty()) {
                throw problem;
            }
            log.secondAddress(secrets.oneLine(NoResponseException.reasonOf(problem)));
            put(second, slot, file);
            return second;
        }
    }

    private void put(String url, JsonObject slot, FileContent file) throws IOException, InterruptedException {
        URI address = address(url);
        Request request = Request.of("PUT", address)
                .header("x-ms-blob-type", "BlockBlob")
                .header("Content-Type", "image/png")
                .body(BodyPublishers.ofFile(file.file()));
        for (var header : Members.objectOrEmpty(slot, "httpHeaders").entrySet()) {
            if (header.getValue() instanceof JsonString value && isAsked(header.getKey(), value.getString())) {
                request = request.header(header.getKey(), value.getString());
            }
        }
        Response response = storage.send(request);
        if (!response.isSuccess()) {
            throw new IOException("The storage of the Store refused an image: HTTP " + response.status() + " from "
                    + BareAddress.of(address));
        }
    }

    /** Whether a header is asked for; one of the connection itself the transport makes (MSI/EXE reference, section 9.2). */
    private static boolean isAsked(String name, String value) throws IOException {
        if (value.isBlank() || OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (!HEADER_NAME.matcher(name).matches() || !HEADER_VALUE.matcher(value).matches()) {
            throw new IOException("The Store asks for a header with an image that cannot be sent: \""
                    + ForeignText.oneLine(name) + "\"");
        }
        return true;
    }

    private static URI address(String url) throws IOException {
        try {
            URI address = URI.create(url.replace("+", "%2B"));
            if (SecureUri.isSecure(address)) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            // Told below, without the signature that is in it.
        }
        throw new IOException("The Store gave an address for an image that is not an https address");
    }
}
