package io.github.storemaven.emulator.update;

import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.document.RequestBody;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Checks a document that a client sent and makes of it what is stored: a replacement of the whole (5.8).
 *
 * @param kind the kind of product
 * @param stored the document as it was
 * @param names reserved names of the app, for titles; empty to accept any
 */
public record Update(Kind kind, JsonObject stored, List<String> names) {
    public Update {
        names = List.copyOf(names);
    }

    /** The document to store. */
    public JsonObject apply(byte[] body) throws Refusal {
        JsonObject accepted = kind.accept(RequestBody.parse(body));
        if (kind != Kind.FLIGHT) {
            Listings.check(kind, accepted, names);
            Prices.check(accepted);
        }
        if (kind == Kind.APPLICATION) {
            Images.check(accepted, stored);
            Trailers.check(accepted);
            DeviceFamilies.check(accepted);
        }
        if (kind == Kind.ADDON) {
            Addons.check(accepted);
        } else {
            Packages.check(kind, accepted, stored);
            Rollout.check(accepted);
        }
        PublishDate.check(accepted);
        JsonObject complete = Prices.settled(kind.complete(accepted, stored));
        return switch (kind) {
            case APPLICATION -> LeftOutImages.kept(complete, stored);
            case ADDON -> Addons.withIcons(complete, stored);
            case FLIGHT -> complete;
        };
    }
}
