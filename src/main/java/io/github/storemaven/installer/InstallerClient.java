package io.github.storemaven.installer;

import io.github.storemaven.document.Members;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.service.PollInterval;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.StoreError;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.StoreUnreachableException;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The resources of an MSI or EXE product (MSI/EXE reference, sections 1 to 10). Each method throws StoreRefusedException when
 * the Store says no, and StoreUnreachableException when there is no usable response.
 *
 * @see <a href="https://learn.microsoft.com/windows/apps/publish/store-submission-api">Microsoft Store submission API for MSI and
 *     EXE app</a>
 */
public final class InstallerClient {
    private static final int MOST_LANGUAGES = 200;

    /** Far more languages than the Store has; each 200 of them cost a request. */
    private static final int MOST_LISTINGS = 1000;

    /** What becomes part of an address leads nowhere else. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_.-]{1,100}(?<![.])");

    private final StoreConnection connection;
    private final String productId;

    /** @param connection to {@link #api} */
    public InstallerClient(StoreConnection connection, String productId) {
        this.connection = connection;
        this.productId = productId;
    }

    /** How often somebody who waits asks how far the Store is. */
    PollInterval pollInterval() {
        return connection.pollInterval();
    }

    /** What a connection to this API needs to know. */
    public static StoreConnection.Api api(String sellerId) {
        return new StoreConnection.Api(
                "/submission/v1/product/", Map.of("X-Seller-Account-Id", sellerId), InstallerClient::error);
    }

    /**
     * An entry of {@code errors}: a warning, a refusal, or what keeps a draft from being ready (section 5).
     *
     * @param target the module that it is about
     */
    public record Entry(String code, String message, String target) {
        boolean isWarning() {
            return code.equalsIgnoreCase("warning");
        }

        /** The Store could not take in a package. */
        boolean isUploadError() {
            return code.equalsIgnoreCase("packageuploaderror");
        }

        @Override
        public String toString() {
            return message + (target.isEmpty() ? "" : " (" + target + ")");
        }
    }

    /**
     * Whether the draft can be submitted (section 10.1).
     *
     * @param ongoing the id of the submission in progress; empty without one
     */
    public record DraftStatus(boolean isReady, String ongoing, List<Entry> entries) {
        public DraftStatus {
            entries = List.copyOf(entries);
        }
    }

    /** How far a submission is (section 10.3). */
    public record Publishing(String status, boolean failed) {
        boolean isPublished() {
            return status.equalsIgnoreCase("PUBLISHED") && !failed;
        }

        boolean isFailed() {
            return failed || status.equalsIgnoreCase("FAILED");
        }
    }

    public DraftStatus status() throws StoreRefusedException, IOException, InterruptedException {
        JsonObject envelope = envelope("tell the status of the draft", request("GET", "/status"));
        JsonObject data = Members.objectOrEmpty(envelope, "responseData");
        return new DraftStatus(
                Members.get(data, "isReady") == JsonValue.TRUE,
                ForeignText.oneLine(Members.text(data, "ongoingSubmissionId").orElse("")),
                entries(envelope, connection.secrets()));
    }

    /** An id that the Store gave, fit for an address. */
    private static String id(String of, String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new IOException("The Store's id of a " + of + " is not valid: \"" + ForeignText.oneLine(id) + "\"");
        }
        return id;
    }

    /** The packages of the draft, each with its {@code packageId}. */
    List<JsonObject> packages() throws StoreRefusedException, IOException, InterruptedException {
        return Members.objects(data("read the packages", request("GET", "/packages")), "packages");
    }

    void replacePackages(List<JsonObject> packages) throws StoreRefusedException, IOException, InterruptedException {
        JsonObject body = Json.PROVIDER
                .createObjectBuilder()
                .add("packages", Json.PROVIDER.createArrayBuilder(packages))
                .build();
        data("replace the packages", request("PUT", "/packages", body));
    }

    /** Changes the members of one package that are sent. */
    void patchPackage(String packageId, JsonObject members)
            throws StoreRefusedException, IOException, InterruptedException {
        data("change package " + packageId, request("PATCH", "/packages/" + id("package", packageId), members));
    }

    /** Has the Store fetch the packages; doing so twice does no harm (section 14.3). */
    void commitPackages() throws StoreRefusedException, IOException, InterruptedException {
        data("commit the packages", request("POST", "/packages/commit").retryable(true));
    }

    /** All modules of the draft, with the listings of every language. */
    JsonObject metadata() throws StoreRefusedException, IOException, InterruptedException {
        JsonObject all = data("read the draft", request("GET", "/metadata?includelanguagelist=true"));
        List<JsonObject> listings = new ArrayList<>(Members.objects(all, "listings"));
        var missing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        missing.addAll(texts(Members.objects(all, "listingLanguages"), "language"));
        texts(listings, "language").forEach(missing::remove);
        if (missing.size() > MOST_LISTINGS) {
            throw new IOException("The Store's answer names " + missing.size() + " languages, more than there are");
        }
        while (!missing.isEmpty()) {
            List<String> some = missing.stream().limit(MOST_LANGUAGES).toList();
            some.forEach(missing::remove);
            JsonObject more =
                    data("read listings", request("GET", "/metadata/listings?languages=" + String.join(",", some)));
            listings.addAll(Members.objects(more, "listings"));
        }
        return Members.with(
                all, "listings", Json.PROVIDER.createArrayBuilder(listings).build());
    }

    private static List<String> texts(List<JsonObject> objects, String name) {
        return objects.stream()
                .flatMap(object -> Members.text(object, name).stream())
                .filter(text -> text.matches("[A-Za-z0-9-]{2,35}"))
                .toList();
    }

    /** Changes the modules that the body names; members that it leaves out stay. */
    void patchMetadata(String action, JsonObject body) throws StoreRefusedException, IOException, InterruptedException {
        data(action, request("PATCH", "/metadata", body));
    }

    /** The logos and screenshots of each language. */
    List<JsonObject> assets() throws StoreRefusedException, IOException, InterruptedException {
        return Members.objects(data("read the images", request("GET", "/listings/assets")), "listingAssets");
    }

    /** Asks for addresses to upload to; those that are not used end by themselves. */
    JsonObject createAssets(String language, int screenshots, int logos)
            throws StoreRefusedException, IOException, InterruptedException {
        JsonObject body = Json.PROVIDER
                .createObjectBuilder()
                .add("language", language)
                .add(
                        "createAssetRequest",
                        Json.PROVIDER
                                .createObjectBuilder()
                                .add("Screenshot", screenshots)
                                .add("Logo", logos))
                .build();
        Request request = request("POST", "/listings/assets/create", body).retryable(true);
        return Members.objectOrEmpty(data("prepare the upload of images in " + language, request), "listingAssets");
    }

    /** Replaces the whole set of each type of image that is sent. */
    void commitAssets(String language, JsonObject assets)
            throws StoreRefusedException, IOException, InterruptedException {
        JsonObject body =
                Json.PROVIDER.createObjectBuilder().add("listingAssets", assets).build();
        data("commit the images in " + language, request("PUT", "/listings/assets/commit", body));
    }

    /** Submits the draft. @return the id of the submission */
    String submit() throws StoreRefusedException, IOException, InterruptedException {
        JsonObject data = data("submit the draft", request("POST", "/submit"));
        return Members.text(data, "submissionId")
                .or(() -> Members.text(data, "ongoingSubmissionId"))
                .map(ForeignText::oneLine)
                .orElseThrow(() -> new IOException("The Store has submitted the draft and named no submission"));
    }

    public Publishing publishing(String submissionId) throws StoreRefusedException, IOException, InterruptedException {
        JsonObject data = data(
                "tell the status of submission " + submissionId,
                request("GET", "/submission/" + id("submission", submissionId) + "/status"));
        return new Publishing(
                ForeignText.oneLine(Members.text(data, "publishingStatus").orElse("UNKNOWN")),
                Members.get(data, "hasFailed") == JsonValue.TRUE);
    }

    private Request request(String method, String path) {
        return connection.request(method, productId + path);
    }

    private Request request(String method, String path, JsonObject body) {
        return request(method, path)
                .header("Content-Type", "application/json")
                .body(BodyPublishers.ofString(Json.compact(body)));
    }

    private JsonObject data(String action, Request request)
            throws StoreRefusedException, StoreUnreachableException, InterruptedException {
        return Members.objectOrEmpty(envelope(action, request), "responseData");
    }

    /** A success by its status may be none by its envelope. */
    private JsonObject envelope(String action, Request request)
            throws StoreRefusedException, StoreUnreachableException, InterruptedException {
        String whole = action + " of product " + productId;
        JsonObject envelope = connection.read(whole, request);
        if (Members.get(envelope, "isSuccess") != JsonValue.TRUE) {
            throw new StoreRefusedException(whole, refusal(200, envelope, "", connection.secrets()));
        }
        return envelope;
    }

    private static List<Entry> entries(JsonObject envelope, Secrets secrets) {
        return Members.objects(envelope, "errors").stream()
                .map(entry -> new Entry(
                        secrets.oneLine(Members.text(entry, "code").orElse("")),
                        secrets.oneLine(Members.text(entry, "message").orElse(""), ForeignText.LONGEST_MESSAGE),
                        secrets.oneLine(Members.text(entry, "target").orElse(""))))
                .toList();
    }

    private static StoreError error(Response answer, Secrets secrets) {
        return refusal(
                answer.status(), body(answer), StoreError.correlationId(answer).orElse(""), secrets);
    }

    /** The envelope, or what a gateway answers before the service. */
    private static StoreError refusal(int status, JsonObject body, String correlationId, Secrets secrets) {
        List<Entry> entries = entries(body, secrets).stream()
                .filter(entry -> !entry.isWarning())
                .toList();
        String message = entries.isEmpty()
                ? secrets.oneLine(Members.text(body, "message").orElse(""), ForeignText.LONGEST_MESSAGE)
                : ForeignText.cut(
                        entries.stream().map(Entry::message).collect(Collectors.joining(" ")),
                        ForeignText.LONGEST_MESSAGE);
        return new StoreError(
                status,
                entries.isEmpty() ? "" : entries.get(0).code(),
                message,
                entries.isEmpty() ? "" : entries.get(0).target(),
                correlationId,
                meaning(status));
    }

    private static JsonObject body(Response answer) {
        try {
            return ParsedJson.ofNotice("the Store's answer", answer.body()).object();
        } catch (JsonSyntaxException noJson) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static String meaning(int status) {
        return switch (status) {
            case 401 ->
                "The Store does not know this identity, or the seller: add the Entra application in Partner Center"
                        + " (Account settings > User management) with the role Manager, and check store.sellerId.";
            case 403 ->
                "The Entra application does not have the role Manager, or the product belongs to another seller: check"
                        + " store.sellerId and store.productId.";
            case 404 ->
                "Check store.productId: the GUID that Partner Center shows on the product's overview page is asked"
                        + " for, not a Store ID.";
            default -> "";
        };
    }
}
