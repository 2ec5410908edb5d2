package io.github.storemaven.installer;

import io.github.storemaven.check.Findings;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.ImageType;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.json.Json;
import io.github.storemaven.preview.Preview;
import io.github.storemaven.preview.PreviewRequest;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The page of what customers would see of an MSI or EXE product after a release: the page of an app, whose members have other
 * names here (MSI/EXE reference, section 7.5).
 *
 * @param draft what the Store holds; empty where it was not asked
 * @param basis sentences that tell what the page is made of
 */
public record InstallerPreview(
        String productId, InstallerRequest request, Optional<InstallerDraft> draft, String basis, Findings findings) {
    /**
     * Writes it.
     *
     * @param folder that the findings' files are named from
     * @param output the folder of the results
     * @param mask takes the secrets of this build out of a text
     * @return what was written, for a log
     */
    public String write(Path folder, Path output, UnaryOperator<String> mask) throws IOException {
        Optional<JsonObject> held = draft.map(InstallerPreview::document);
        JsonObject wanted = request.folder().applyTo(withPackages(held.orElse(JsonValue.EMPTY_JSON_OBJECT)));
        Map<String, FileContent> files = request.folder().files();
        return Preview.write(
                new PreviewRequest(
                        ProductType.APP,
                        "product " + productId,
                        wanted,
                        held,
                        basis,
                        name -> Optional.ofNullable(files.get(name)).map(FileContent::file),
                        Map.of(),
                        findings,
                        folder,
                        mask),
                output);
    }

    private JsonObject withPackages(JsonObject document) {
        JsonObject whole = document.containsKey("listings")
                ? document
                : Members.with(document, "listings", JsonValue.EMPTY_JSON_OBJECT);
        return request.packages().isEmpty()
                ? whole
                : Members.with(whole, "applicationPackages", packages(request.packages()));
    }

    /** The draft with the names that an app's document has. */
    private static JsonObject document(InstallerDraft draft) {
        JsonObjectBuilder listings = Json.PROVIDER.createObjectBuilder();
        draft.listings()
                .forEach((language, listing) -> listings.add(
                        language,
                        Json.PROVIDER.createObjectBuilder().add("baseListing", listing(draft, language, listing))));
        return Json.PROVIDER
                .createObjectBuilder()
                .add(
                        "applicationCategory",
                        Members.text(draft.properties(), "category").orElse(""))
                .add("applicationPackages", packages(draft.packages()))
                .add("listings", listings)
                .build();
    }

    private static JsonValue packages(List<JsonObject> packages) {
        JsonArrayBuilder entries = Json.PROVIDER.createArrayBuilder();
        packages.forEach(one -> entries.add(Json.PROVIDER
                .createObjectBuilder()
                .add("fileName", InstallerPackage.url(one))
                .add(FileStatus.MEMBER, FileStatus.UPLOADED.text())
                .add("architecture", InstallerPackage.architecture(one))));
        return entries.build();
    }

    private static JsonObject listing(InstallerDraft draft, String language, JsonObject listing) {
        JsonObjectBuilder texts = Json.PROVIDER.createObjectBuilder();
        new TreeMap<>(InstallerRequestReader.TEXTS)
                .forEach((name, held) -> Members.value(listing, held).ifPresent(value -> texts.add(name, value)));
        for (String kind : List.of("minimumHardware", "recommendedHardware")) {
            texts.add(kind, hardware(listing, kind));
        }
        return texts.add("images", images(draft, language)).build();
    }

    private static JsonArrayBuilder hardware(JsonObject listing, String kind) {
        JsonArrayBuilder items = Json.PROVIDER.createArrayBuilder();
        Members.objects(listing, "requirements").stream()
                .map(item -> Members.get(item, kind))
                .filter(JsonString.class::isInstance)
                .forEach(items::add);
        return items;
    }

    private static JsonArrayBuilder images(InstallerDraft draft, String language) {
        List<JsonObject> images = new ArrayList<>();
        draft.screenshots(language).forEach(held -> images.add(image(held, ImageType.SCREENSHOT)));
        draft.logos(language)
                .forEach(held -> images.add(image(
                        held, ImageSet.isSquare(held) ? ImageType.STORE_LOGO_SQUARE : ImageType.STORE_LOGO_9X16)));
        return Json.PROVIDER.createArrayBuilder(images);
    }

    private static JsonObject image(JsonObject held, ImageType type) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("id", Members.text(held, "id").orElse(""))
                .add("fileName", Members.text(held, "id").orElse("") + ".png")
                .add(FileStatus.MEMBER, FileStatus.UPLOADED.text())
                .add("imageType", type.storeName())
                .add("description", "")
                .build();
    }
}
