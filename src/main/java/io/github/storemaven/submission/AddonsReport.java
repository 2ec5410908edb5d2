package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.submission.AddonResult.Kind;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What has become of all add-ons of a run.
 *
 * @param results by the names of their folders
 * @param requests that the Store was sent, repetitions included
 */
public record AddonsReport(List<AddonResult> results, int requests) {
    /** More rows fill a log; all are in the result file. */
    private static final int MOST_ROWS = 50;

    /** The same with reasons as they may be shown. */
    public AddonsReport withReasons(UnaryOperator<String> shown) {
        return new AddonsReport(
                results.stream()
                        .map(one -> new AddonResult(
                                one.productId(),
                                one.id(),
                                one.kind(),
                                one.submissionId(),
                                one.reason().map(shown)))
                        .toList(),
                requests);
    }

    /** Those that have failed, as a table; empty where none has. */
    public Optional<String> failure() {
        List<AddonResult> failed =
                results.stream().filter(one -> one.kind() == Kind.FAILED).toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add(number(failed.size()) + " of " + number(results.size()) + " add-ons failed ("
                + counts(results.stream().map(AddonResult::kind).toList())
                + "). The same command does what is left:");
        int width = failed.stream()
                .limit(MOST_ROWS)
                .mapToInt(one -> one.productId().length())
                .max()
                .orElseThrow();
        failed.stream().limit(MOST_ROWS).forEach(one -> lines.add(row(one, width)));
        if (failed.size() > MOST_ROWS) {
            lines.add("  and " + number(failed.size() - MOST_ROWS) + " more");
        }
        return Optional.of(String.join("\n", lines));
    }

    private static String row(AddonResult failed, int width) {
        String reason = ForeignText.oneLine(failed.reason().orElse(""), ForeignText.LONGEST_MESSAGE);
        String link = failed.link()
                .filter(page -> !reason.contains(page))
                .map("  "::concat)
                .orElse("");
        return "  " + failed.productId() + " ".repeat(width - failed.productId().length()) + "  failed  " + reason
                + link;
    }

    /** For example {@code 1,000 add-ons (12 submitted, 988 unchanged), 1,060 requests}. */
    public String line() {
        return number(results.size()) + (results.size() == 1 ? " add-on (" : " add-ons (")
                + counts(results.stream().map(AddonResult::kind).toList()) + "), " + number(requests)
                + (requests == 1 ? " request" : " requests");
    }

    /**
     * {@code {"addons": [...], "counts": {...}}}.
     *
     * @param hasLinks false in a rehearsal, whose submissions are not in Partner Center
     */
    public JsonObject json(boolean hasLinks) {
        JsonArrayBuilder addons = Json.PROVIDER.createArrayBuilder();
        results.forEach(one -> addons.add(one.json(hasLinks)));
        JsonObjectBuilder counts = Json.PROVIDER.createObjectBuilder().add("total", results.size());
        for (Kind kind : Kind.values()) {
            counts.add(
                    kind.word(),
                    results.stream().filter(one -> one.kind() == kind).count());
        }
        return Json.PROVIDER
                .createObjectBuilder()
                .add("addons", addons)
                .add("counts", counts.add("requests", requests))
                .build();
    }

    /** For example {@code 12 submitted, 124 unchanged, 1 failed}. */
    static String counts(List<Kind> kinds) {
        return Arrays.stream(Kind.values())
                .map(kind -> number(kinds.stream().filter(kind::equals).count()) + " " + kind.word())
                .filter(count -> !count.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }

    /** With its digits in groups. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
