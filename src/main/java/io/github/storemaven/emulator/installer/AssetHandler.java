package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.fault.Fault;
import io.github.storemaven.emulator.fault.FaultSwitches;
import io.github.storemaven.emulator.installer.InstallerProduct.ListingAssets;
import io.github.storemaven.emulator.storage.UploadContainer;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * {@code /listings/assets}: logos and screenshots, for which the Store gives slots with two addresses each (MSI/EXE reference,
 * section 9). A slot lives as long as the Store runs; a state folder does not keep it.
 */
final class AssetHandler {
    private static final String LISTINGS = "listings";
    private static final String LOGOS = "storeLogos";
    private static final String SCREENSHOTS = "screenshots";
    private static final int MOST_SCREENSHOTS = 10;
    private static final int MOST_LOGOS = 2;
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final long PNG = 0x8950_4E47_0D0A_1A0AL;

    private final InstallerCatalog catalog;
    private final UploadContainer uploads;
    private final FaultSwitches faults;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    AssetHandler(InstallerCatalog catalog, UploadContainer uploads, FaultSwitches faults) {
        this.catalog = catalog;
        this.uploads = uploads;
        this.faults = faults;
    }

    /** The place for one asset: the client chooses one of two addresses. */
    private record Slot(UploadContainer.Upload primary, UploadContainer.Upload secondary) {
        Stream<UploadContainer.Upload> both() {
            return Stream.of(primary, secondary);
        }
    }

    JsonObject getAll(InstallerCall call) {
        return Json.object()
                .add(
                        "listingAssets",
                        Json.array(call.product().listings().stream()
                                .map(listing -> Json.text(listing, "language"))
                                .filter(call::concerns)
                                .map(language -> call.product().assets(language).toJson(language))
                                .toList()))
                .build();
    }

    /** Gives slots, which nobody sees until they are committed. */
    JsonObject create(InstallerCall call) throws InstallerErrorException {
        call.requireNoSubmission(LISTINGS);
        JsonObject body = call.body(LISTINGS);
        String language = language(call, body);
        JsonObject counts = Json.objectInAnyCase(body, "createAssetRequest");
        int logos = count(counts, "Logo", MOST_LOGOS);
        int screenshots = count(counts, "Screenshot", MOST_SCREENSHOTS);
        if (logos + screenshots == 0) {
            throw InstallerErrorException.invalid(LISTINGS, "At least one asset has to be asked for.");
        }
        Instant expires = faults.take(
                                Fault.Kind.EXPIRED_UPLOAD,
                                Call.CREATE_ASSETS,
                                call.product().id())
                        .isPresent()
                ? call.now().minusSeconds(1)
                : call.now().plus(LIFE);
        JsonObject given = Json.object()
                .add("language", language)
                .add(LOGOS, newSlots(logos, expires))
                .add(SCREENSHOTS, newSlots(screenshots, expires))
                .build();
        return Json.object().add("listingAssets", given).build();
    }

    private static int count(JsonObject counts, String name, int most) throws InstallerErrorException {
        JsonValue value = counts.getOrDefault(Json.nameInAnyCase(counts, name), JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return 0;
        }
        if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.intValue() >= 0
                && number.intValue() <= most) {
            return number.intValue();
        }
        throw InstallerErrorException.invalid(LISTINGS, "'" + name + "' must be a number from 0 to " + most + ".");
    }

    private JsonArray newSlots(int count, Instant expires) {
        List<JsonObject> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Slot slot = new Slot(uploads.create(expires, false), uploads.create(expires, false));
            String id = catalog.newIdentifier();
            slots.put(id, slot);
            made.add(Json.object()
                    .add("id", id)
                    .add("primaryAssetUploadUrl", uploads.url(slot.primary()))
                    .add("secondaryAssetUploadUrl", uploads.url(slot.secondary()))
                    .add("httpMethod", "PUT")
                    .add("httpHeaders", Json.object().add("x-ms-blob-type", "BlockBlob"))
                    .build());
        }
        return Json.array(made);
    }

    /** Replaces the whole set of each type that was sent, after a look at each picture (section 9.4). */
    JsonObject commit(InstallerCall call) throws InstallerErrorException {
        call.requireNoSubmission(LISTINGS);
        JsonObject sent = Json.objectInAnyCase(call.body(LISTINGS), "listingAssets");
        String language = language(call, sent);
        ListingAssets held = call.product().assets(language);
        List<JsonObject> logos = set(sent, LOGOS, held.logos(), MOST_LOGOS);
        List<JsonObject> screenshots = set(sent, SCREENSHOTS, held.screenshots(), MOST_SCREENSHOTS);
        call.product().setAssets(language, new ListingAssets(logos, screenshots));
        Stream.concat(logos.stream(), screenshots.stream()).forEach(asset -> forget(Json.text(asset, "id")));
        return call.changed();
    }

    private static String language(InstallerCall call, JsonObject sent) throws InstallerErrorException {
        String language = Json.text(sent, Json.nameInAnyCase(sent, "language"));
        return call.product()
                .listing(language)
                .map(listing -> Json.text(listing, "language"))
                .orElseThrow(
                        () -> InstallerErrorException.invalid(LISTINGS, "There is no listing in '" + language + "'."));
    }

    private List<JsonObject> set(JsonObject sent, String name, List<JsonObject> held, int most)
            throws InstallerErrorException {
        if (!(sent.get(Json.nameInAnyCase(sent, name)) instanceof JsonArray items)) {
            return held;
        }
        if (items.size() > most) {
            throw InstallerErrorException.invalid(LISTINGS, "At most " + most + " " + name + " are allowed.");
        }
        List<JsonObject> set = new ArrayList<>();
        for (JsonValue item : items) {
            set.add(asset(item instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT, name, held));
        }
        return set;
    }

    private JsonObject asset(JsonObject sent, String name, List<JsonObject> held) throws InstallerErrorException {
        String id = Json.text(sent, Json.nameInAnyCase(sent, "id"));
        Optional<JsonObject> kept =
                held.stream().filter(asset -> Json.text(asset, "id").equals(id)).findFirst();
        return kept.isPresent()
                ? kept.get()
                : uploaded(id, name, Json.text(sent, Json.nameInAnyCase(sent, "assetUrl")));
    }

    private JsonObject uploaded(String id, String name, String url) throws InstallerErrorException {
        Slot slot = slots.get(id);
        Optional<UploadContainer.Upload> used = slot == null
                ? Optional.empty()
                : slot.both().filter(one -> uploads.url(one).equals(url)).findFirst();
        Path data = used.flatMap(uploads::data)
                .orElseThrow(() -> InstallerErrorException.invalid(
                        LISTINGS, "The asset '" + id + "' is unknown, or nothing was uploaded to its address."));
        JsonObject size = size(data, name);
        return Json.object()
                .add("id", id)
                .add("assetUrl", url.substring(0, url.indexOf('?')))
                .add("imageSize", size)
                .build();
    }

    /** Width and height of a PNG; the logos are told apart by their shapes (section 9.5). */
    private static JsonObject size(Path data, String name) throws InstallerErrorException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(data))) {
            boolean png = Files.size(data) > 24 && in.readLong() == PNG;
            if (!png) {
                throw InstallerErrorException.invalid(LISTINGS, "A picture of " + name + " is no PNG.");
            }
            in.readLong();
            int width = in.readInt();
            int height = in.readInt();
            if (name.equals(LOGOS) && width != height && width * 3L != height * 2L) {
                throw InstallerErrorException.invalid(
                        LISTINGS, "A logo of " + width + " x " + height + " pixels is neither 1:1 nor 2:3.");
            }
            return Json.object().add("width", width).add("height", height).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(String id) {
        Slot slot = slots.remove(id);
        if (slot != null) {
            slot.both().forEach(uploads::delete);
        }
    }
}
