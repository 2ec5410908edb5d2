package io.github.storemaven.submission;

import io.github.storemaven.document.MergePatch;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.Members;
import io.github.storemaven.service.Product;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a user wants released. Precedence: the Store's document, the submission file, the listing folder, the parameters
 * (design, section 1).
 *
 * @param patch of the submission file; an empty object without one
 * @param listing texts and images of the store folder
 * @param parameters the everyday fields, as a patch
 * @param packages to release; empty where they stay as they are in the Store
 * @param archive a ready archive, which replaces all files
 */
public record ReleaseRequest(
        Product product,
        JsonObject patch,
        FolderListing listing,
        JsonObject parameters,
        List<PackageFile> packages,
        PackageMode mode,
        FileSources files,
        Optional<Path> archive) {

    /** The same, of a product whose id is known. */
    public ReleaseRequest of(Product known) {
        return new ReleaseRequest(known, patch, listing, parameters, packages, mode, files, archive);
    }

    /** Whether nothing at all is asked for. */
    public boolean isEmpty() {
        return patch.isEmpty() && listing.isEmpty() && parameters.isEmpty() && packages.isEmpty();
    }

    /** The document with all that is wanted, and nothing else changed. */
    public JsonObject applyTo(JsonObject document) {
        JsonObject patched = MergePatch.apply(document, patch);
        JsonObject listed = listing.isEmpty() ? patched : listing.applied().apply(patched);
        JsonObject noted = listing.notes()
                .map(notes -> notes.applyTo(listed, patch, listing.origin()))
                .orElse(listed);
        return withPackages(document, MergePatch.apply(noted, parameters));
    }

    /** What our own sources say, without the Store's document. */
    public JsonObject alone() {
        JsonObject start = Json.PROVIDER.createObjectBuilder(patch).build();
        JsonObject listed = listing.isEmpty() ? start : listing.applied().apply(start);
        return parameters.isEmpty() ? listed : MergePatch.combine(listed, parameters);
    }

    /** With one package array for all sources; a patch alone, which replaces, has said its part already. */
    private JsonObject withPackages(JsonObject document, JsonObject merged) {
        String name = product.packagesMember().orElse("");
        List<JsonObject> asked = Members.objects(patch, name);
        if (packages.isEmpty() && (mode != PackageMode.ADD || asked.isEmpty())) {
            return merged;
        }
        JsonArray wanted = PackageEntries.wanted(Members.objects(document, name), asked, packages, mode);
        String member = Members.nameIn(merged, name);
        return MergePatch.apply(
                withMember(merged, member, Members.value(document, name).orElse(JsonValue.EMPTY_JSON_ARRAY)),
                Json.PROVIDER.createObjectBuilder().add(member, wanted).build());
    }

    private static JsonObject withMember(JsonObject object, String name, JsonValue value) {
        return Json.PROVIDER.createObjectBuilder(object).add(name, value).build();
    }
}
