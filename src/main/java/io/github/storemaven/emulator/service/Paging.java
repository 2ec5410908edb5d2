package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.web.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * Cuts lists into pages (reference 4.6).
 *
 * @param path as it stands before the question mark in {@code @nextLink}
 * @param standard the page size when none is asked for
 */
record Paging(String path, int standard) {
    Answer page(Asked asked, List<JsonObject> all) throws Refusal {
        int top = number(asked, "top", standard);
        int skip = number(asked, "skip", 0);
        if (all.isEmpty()) {
            throw Refusal.notFound("", "Nothing was found.");
        }
        int from = Math.min(skip, all.size());
        int to = (int) Math.min((long) from + top, all.size());
        JsonObjectBuilder page = Json.object();
        if (to < all.size()) {
            page.add("@nextLink", path + "?skip=" + to + "&top=" + top);
        }
        page.add("value", Json.array(all.subList(from, to))).add("totalCount", all.size());
        return Answer.json(200, page.build().toString());
    }

    private static int number(Asked asked, String name, int standard) throws Refusal {
        String text = asked.request().query().get(name).orElse("");
        if (text.isEmpty()) {
            return standard;
        }
        if (!text.matches("\\d{1,9}") || (name.equals("top") && text.matches("0+"))) {
            throw Refusal.invalidValue(name, "The value '" + text + "' of '" + name + "' is not valid.");
        }
        return Integer.parseInt(text);
    }
}
