package io.github.storemaven.service;

import io.github.storemaven.json.Members;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows the pages of a list to its end (reference, section 4.6); an empty list is answered with 404. */
final class Pages {
    /** Pages of a hundred: far more products than an account has, and an end to a list that has none. */
    private static final int MOST = 500;

    private final StoreConnection connection;

    Pages(StoreConnection connection) {
        this.connection = connection;
    }

    List<JsonObject> all(String purpose, String path) throws StoreRefused, IOException, InterruptedException {
        List<JsonObject> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(path + "?top=100");
        while (next.isPresent() && seen.add(next.get())) {
            if (seen.size() > MOST) {
                throw new StoreUnreachable(purpose, "the list has no end after " + MOST + " pages", null);
            }
            JsonObject page = page(purpose, next.get());
            items.addAll(Members.objects(page, "value"));
            next = Members.text(page, "@nextLink").filter(link -> isWithin(path, link));
        }
        return items;
    }

    private JsonObject page(String purpose, String path) throws StoreRefused, IOException, InterruptedException {
        try {
            return connection.read(purpose, connection.request("GET", path));
        } catch (StoreRefused refused) {
            if (refused.is(404)) {
                return JsonObject.EMPTY_JSON_OBJECT;
            }
            throw refused;
        }
    }

    /** A link goes on within the same list, whatever an answer says. */
    private static boolean isWithin(String path, String link) {
        return link.matches("(?i)" + java.util.regex.Pattern.quote(path) + "/?\\?[0-9A-Za-z=&%$]*");
    }
}
