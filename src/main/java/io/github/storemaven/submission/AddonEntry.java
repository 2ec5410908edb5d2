package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * One add-on of a run, with what is known of it so far. It may be one of ten thousand, so it keeps what the Store
 * holds compressed, and only where something of it changes.
 */
public final class AddonEntry {
    /** What the Store's new add-ons are called before they have an id. */
    private static final Product.Addon TO_COME = new Product.Addon("new");

    private final AddonFolder folder;
    private final String digest;
    private final boolean isSentAgain;
    private volatile Optional<Listed> listed = Optional.empty();
    private volatile Optional<Packed> changed = Optional.empty();
    private volatile Optional<AddonResult> result = Optional.empty();

    /** The add-on as the Store's list names it. */
    private record Listed(String id, Optional<String> published, Optional<String> pending) {}

    /** Documents as the Store gave them. */
    private record Packed(
            Optional<String> publishedId,
            Optional<byte[]> published,
            Optional<String> pendingId,
            Optional<byte[]> pending) {}

    /**
     * An add-on to submit.
     *
     * @param digest of all that its folder asks for
     * @param isSentAgain whether it names files that each run sends
     */
    AddonEntry(AddonFolder folder, String digest, boolean isSentAgain) {
        this.folder = folder;
        this.digest = digest;
        this.isSentAgain = isSentAgain;
    }

    AddonFolder folder() {
        return folder;
    }

    /** The product id that its developer gave it. */
    public String productId() {
        return folder.productId();
    }

    String digest() {
        return digest;
    }

    /** The Store has it. */
    void list(ProductResource resource) {
        listed = resource.id().map(id -> new Listed(id, resource.lastPublished(), resource.pending()));
    }

    boolean isListed() {
        return listed.isPresent();
    }

    /** The product; a stand-in before it is created. */
    Product.Addon product() {
        return listed.map(one -> new Product.Addon(one.id())).orElse(TO_COME);
    }

    Optional<String> published() {
        return listed.flatMap(Listed::published);
    }

    /** The requests that it takes to compare it; none where the Store has nothing of it. */
    int requestsToCompare() {
        return (int) listed.stream()
                .flatMap(one -> Stream.of(one.published(), one.pending()))
                .filter(Optional::isPresent)
                .count();
    }

    /** Whether the record can say that it is published as it is asked for. */
    boolean isKnown(AddonRecord record) {
        return !isSentAgain
                && listed.filter(one -> one.pending().isEmpty())
                        .flatMap(Listed::published)
                        .filter(id -> record.holds(id, digest))
                        .isPresent();
    }

    /** What the Store holds of it now. */
    StoreState read(StoreClient store) throws StoreRefusedException, IOException, InterruptedException {
        if (listed.isEmpty()) {
            return new StoreState(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(productId()));
        }
        Listed one = listed.get();
        return StoreState.read(
                store,
                product(),
                new ProductResource(
                        Optional.of(one.id()),
                        Optional.of(productId()),
                        one.pending(),
                        one.published(),
                        JsonObject.EMPTY_JSON_OBJECT));
    }

    /** It differs from what the Store holds, which is kept until it is sent. */
    void keep(StoreState state) {
        changed = Optional.of(new Packed(
                state.publishedId(),
                state.published().map(AddonEntry::packed),
                state.pendingId(),
                state.pending().map(AddonEntry::packed)));
    }

    /** Whether there is something to send. */
    boolean isChanged() {
        return changed.isPresent() && result.isEmpty();
    }

    /** What the Store held when it was compared; it is not kept any longer. */
    StoreState take() {
        Packed kept = changed.orElseThrow();
        changed = Optional.empty();
        return new StoreState(
                kept.publishedId(),
                kept.published().map(AddonEntry::unpacked),
                kept.pendingId(),
                kept.pending().map(AddonEntry::unpacked),
                Optional.of(productId()));
    }

    void end(AddonResult end) {
        result = Optional.of(end);
        changed = Optional.empty();
    }

    Optional<AddonResult> result() {
        return result;
    }

    private static byte[] packed(JsonObject document) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(Json.compact(document).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static JsonObject unpacked(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return ParsedJson.ofResponse("the Store's answer", in.readAllBytes())
                    .object();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("a document of ours cannot be read again", e);
        }
    }
}
