package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.web.Request;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A call that has been authorized and read, and whose product is there.
 *
 * @param name the id or name in the path besides the product's
 * @param languages of the query; none without it
 * @param now the moment of the call
 */
record InstallerCall(
        Call call,
        InstallerProduct product,
        String name,
        List<String> languages,
        boolean languageListWanted,
        String text,
        Instant now) {
    private static final int MOST_LANGUAGES = 200;

    static InstallerCall of(
            InstallerRoute.Match match, InstallerProduct product, Request request, byte[] body, Instant now)
            throws InstallerErrorException {
        List<String> languages = Arrays.stream(
                        request.query().get("languages").orElse("").split(",", -1))
                .map(String::strip)
                .filter(language -> !language.isEmpty())
                .toList();
        if (languages.size() > MOST_LANGUAGES) {
            throw InstallerErrorException.invalid(
                    "listings", "At most " + MOST_LANGUAGES + " languages can be asked for.");
        }
        boolean wanted = request.query().get("includelanguagelist").orElse("").equalsIgnoreCase("true");
        return new InstallerCall(
                match.call(), product, match.name(), languages, wanted, new String(body, StandardCharsets.UTF_8), now);
    }

    /** The body, which has to be an object. */
    JsonObject body(String target) throws InstallerErrorException {
        try {
            if (Json.read(text.getBytes(StandardCharsets.UTF_8)) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException e) {
            // Answered below like any other body that is no object.
        }
        throw InstallerErrorException.invalid(target, "The request body is not a valid JSON object.");
    }

    /** Whether a listing is among those that are asked for. */
    boolean concerns(String language) {
        return languages.isEmpty() || languages.stream().anyMatch(language::equalsIgnoreCase);
    }

    /** What a change answers: where to ask whether it is taken in, and that no submission is in progress. */
    JsonObject changed() {
        return Json.object()
                .add("pollingUrl", path("/status"))
                .add("ongoingSubmissionId", "")
                .build();
    }

    /** A path of the product. */
    String path(String rest) {
        return "/submission/v1/product/" + product.id() + rest;
    }

    /** Refuses a change while a submission is in progress. */
    void requireNoSubmission(String target) throws InstallerErrorException {
        String ongoing = product.ongoing(now);
        if (!ongoing.isEmpty()) {
            throw InstallerErrorException.busy(
                    target,
                    Json.object()
                            .add("pollingUrl", path("/submission/" + ongoing + "/status"))
                            .add("ongoingSubmissionId", ongoing)
                            .build());
        }
    }
}
