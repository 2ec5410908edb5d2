package io.github.storemaven.emulator.product;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.util.Locale;

/** Gives out identifiers in the formats of reference 4.5. Guarded by the {@link Catalog}. */
public final class Numbers {
    private static final int STORE_ID_LENGTH = 12;

    private long submissions;
    private long files;
    private long packages;
    private long products;

    /** 19 digits, for a submission. */
    String submission() {
        return Long.toString(1_152_921_505_600_000_000L + ++submissions);
    }

    /** 19 digits, for an image or a part of a trailer. */
    public String file() {
        return Long.toString(1_152_921_505_610_000_000L + ++files);
    }

    /** 19 digits, for a package. */
    public String packageFile() {
        return Long.toString(2_000_000_000_060_000_000L + ++packages);
    }

    /** A Store ID: 12 upper-case characters that start with 9. */
    String storeId() {
        String number = String.format(Locale.ROOT, "%03d", ++products);
        return "9NEMULATED00".substring(0, STORE_ID_LENGTH - number.length()) + number;
    }

    JsonObject toJson() {
        return Json.object()
                .add("submissions", submissions)
                .add("files", files)
                .add("packages", packages)
                .add("products", products)
                .build();
    }

    void read(JsonObject json) {
        submissions = json.getJsonNumber("submissions").longValue();
        files = json.getJsonNumber("files").longValue();
        packages = json.getJsonNumber("packages").longValue();
        products = json.getJsonNumber("products").longValue();
    }
}
