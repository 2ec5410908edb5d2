package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Follows the pages of a list to its end (reference, section 4.6); an empty list is answered with 404. */
final class Pages {
    /** Far more products than an account has, and an end to a list that has none. */
    private static final int MOST_ITEMS = 100_000;

    private static final int MOST_PAGES = 1_000;

    private static final int LONGEST_LINK = 1_000;

    private final StoreConnection connection;

    Pages(StoreConnection connection) {
        this.connection = connection;
    }

    /**
     * The items that are wanted; no others are kept, since an account may have thousands.
     *
     * @throws StoreUnreachableException also when a page leads elsewhere, or in a circle: half a list would be a wrong answer
     */
    List<JsonObject> those(Predicate<JsonObject> wanted, String purpose, String path)
            throws StoreRefusedException, IOException, InterruptedException {
        List<JsonObject> kept = new ArrayList<>();
        int items = 0;
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(path + "?top=100");
        while (next.isPresent()) {
            if (!seen.add(next.get()) || seen.size() > MOST_PAGES || items > MOST_ITEMS) {
                throw new StoreUnreachableException(purpose, "its list has no end", null);
            }
            JsonObject page = page(purpose, next.get());
            List<JsonObject> value = Members.objects(page, "value");
            items += value.size();
            value.stream().filter(wanted).forEach(kept::add);
            next = Members.text(page, "@nextLink");
            if (next.isPresent() && !isWithin(path, next.get())) {
                throw new StoreUnreachableException(purpose, "the next page of its list is not one of that list", null);
            }
        }
        return kept;
    }

    /**
     * The same items, each of which can be told by its id.
     *
     * @throws StoreUnreachableException when one has none, since nothing can be done with it
     */
    static List<JsonObject> identified(List<JsonObject> items, String idMember, String purpose)
            throws StoreUnreachableException {
        for (JsonObject item : items) {
            if (Members.text(item, idMember).filter(id -> !id.isBlank()).isEmpty()) {
                throw new StoreUnreachableException(purpose, "an entry of its list has no " + idMember, null);
            }
        }
        return items;
    }

    private JsonObject page(String purpose, String path)
            throws StoreRefusedException, IOException, InterruptedException {
        try {
            return connection.read(purpose, connection.request("GET", path));
        } catch (StoreRefusedException refused) {
            if (refused.is(404)) {
                return JsonObject.EMPTY_JSON_OBJECT;
            }
            throw refused;
        }
    }

    /** A link goes on within the same list, whatever an answer says. */
    private static boolean isWithin(String path, String link) {
        return link.length() <= LONGEST_LINK
                && link.matches("(?i)" + Pattern.quote(path) + "/?\\?([0-9A-Za-z=&$._~+,-]|%[0-9A-Fa-f]{2})*");
    }
}
