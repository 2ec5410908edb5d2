package io.github.storemaven.submission;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.document.Difference;
import io.github.storemaven.document.FileReconciliation;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.MergePatch;
import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * What a user wants released. Precedence: the Store's document, the submission file, the listing folder, the parameters
 * (design, section 1).
 *
 * @param type of the product; which one it is, the release is told
 * @param patch of the submission file; an empty object without one
 * @param listing texts and images of the store folder
 * @param settings the everyday fields, as a patch
 * @param packages to release; empty where they stay as they are in the Store
 * @param keepPackages how many older packages stay where they are replaced, of each architecture and device family
 * @param promoteFlight the flight that has to have published these packages
 * @param files that may be uploaded
 */
public record ReleaseRequest(
        ProductType type,
        JsonObject patch,
        FolderListing listing,
        JsonObject settings,
        List<PackageFile> packages,
        PackageMode mode,
        int keepPackages,
        Optional<String> promoteFlight,
        UploadFiles files) {
    /** One that replaces all packages, and promotes none. */
    public ReleaseRequest(
            ProductType type,
            JsonObject patch,
            FolderListing listing,
            JsonObject settings,
            List<PackageFile> packages,
            PackageMode mode,
            UploadFiles files) {
        this(type, patch, listing, settings, packages, mode, 0, Optional.empty(), files);
    }

    /** Whether nothing at all is asked for. */
    public boolean isEmpty() {
        return patch.isEmpty() && listing.isEmpty() && settings.isEmpty() && packages.isEmpty();
    }

    /** The document with all that is wanted, and nothing else changed. */
    public JsonObject applyTo(JsonObject document) {
        JsonObject patched = MergePatch.apply(document, patch);
        JsonObject listed = listing.isEmpty() ? patched : listing.applied().apply(patched);
        JsonObject noted = listing.notes()
                .map(notes -> notes.applyTo(listed, otherNotes()))
                .orElse(listed);
        return withPackages(document, MergePatch.apply(noted, settings));
    }

    /** Which languages of a document get notes from a changelog; empty where none is named. */
    Optional<ReleaseNotes.Report> releaseNotes(JsonObject merged) {
        return listing.notes().map(notes -> notes.report(merged, otherNotes()));
    }

    /** Whether the notes are of the languages of a document. */
    void checkReleaseNotes(JsonObject merged, FindingCollector report) {
        listing.notes().ifPresent(notes -> notes.check(merged, otherNotes(), report));
    }

    private ReleaseNotes.Others otherNotes() {
        return new ReleaseNotes.Others(patch, listing.origin());
    }

    /** What our own sources say, without the Store's document. */
    public JsonObject ownDocument() {
        JsonObject start = Json.PROVIDER.createObjectBuilder(patch).build();
        JsonObject listed = listing.isEmpty() ? start : listing.applied().apply(start);
        return settings.isEmpty() ? listed : MergePatch.combine(listed, settings);
    }

    /**
     * The paths in the upload archive that our own sources ask for; nothing else of this machine is ever sent.
     *
     * @throws IOException when the ready archive cannot be read
     */
    public NavigableSet<String> ownFiles() throws IOException {
        NavigableSet<String> names = PendingFiles.of(ownDocument());
        packages.forEach(file -> names.add(file.name()));
        names.addAll(files.archiveNames());
        return names;
    }

    /**
     * A digest of the whole request: what it says, what it changes in a document, which files it sends. Of a file its
     * name and size are enough, since what an upload already holds is told by digests of its content.
     */
    String digest(Product product, JsonObject published) {
        return digest(product.path(), published);
    }

    /** The same, whatever product it is and whatever the Store has. */
    String digest() {
        return digest(type.word(), JsonValue.EMPTY_JSON_OBJECT);
    }

    private String digest(String product, JsonObject published) {
        StringBuilder text =
                new StringBuilder(product).append('\n').append(mode).append('\n');
        JsonObject own = ownDocument();
        text.append(Json.compact(own)).append('\n');
        Difference.between(published, applyTo(published))
                .forEach(change -> text.append(change).append('\n'));
        packages.forEach(file -> text.append(file.version())
                .append(' ')
                .append(file.architecture())
                .append(' ')
                .append(described(file.name(), Optional.of(file.file()))));
        PendingFiles.of(own).forEach(name -> text.append(described(name, files.find(name))));
        files.archive().ifPresent(file -> text.append(described(file.toString(), files.archive())));
        return sha256(text.toString());
    }

    private static String described(String name, Optional<Path> file) {
        return name + ":" + file.map(UploadFiles::size).orElse(0L) + "\n";
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** With one package array for all sources; a patch alone, which replaces, has said its part already. */
    private JsonObject withPackages(JsonObject document, JsonObject merged) {
        String name = type.packagesMember().orElse("");
        List<JsonObject> asked = Members.objects(patch, name);
        boolean leavesSome = mode == PackageMode.ADD || keepPackages > 0;
        if (packages.isEmpty() && (!leavesSome || asked.isEmpty())) {
            return merged;
        }
        JsonArray wanted =
                PackageSelection.wanted(Members.objects(document, name), asked, packages, mode, keepPackages);
        JsonArray held = Members.value(document, name)
                .filter(JsonArray.class::isInstance)
                .map(JsonValue::asJsonArray)
                .orElse(JsonValue.EMPTY_JSON_ARRAY);
        String member = Members.actualName(merged, name);
        return Members.with(merged, member, FileReconciliation.of(member, held, wanted));
    }
}
