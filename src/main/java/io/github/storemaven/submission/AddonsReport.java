package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.submission.AddonResult.Kind;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                                one.end(),
                                one.submissionId(),
                                one.reason().map(shown)))
                        .toList(),
                requests);
    }

    /** Those that have failed, as a table; empty where none has. */
    public Optional<String> failure() {
        List<String> rows = rows(Kind.FAILED);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(failed() + ". The same command does what is left:\n" + String.join("\n", rows));
    }

    private String failed() {
        return number(of(Kind.FAILED).size()) + " of " + number(results.size()) + " add-ons failed ("
                + counts(results.stream().map(AddonResult::kind).toList()) + ")";
    }

    private List<AddonResult> of(Kind kind) {
        return results.stream().filter(one -> one.kind() == kind).toList();
    }

    /** The add-ons that have ended so, and why, each in a line. */
    public List<String> rows(Kind kind) {
        List<AddonResult> all = of(kind);
        List<AddonResult> shown = all.stream().limit(MOST_ROWS).toList();
        int width =
                shown.stream().mapToInt(one -> one.productId().length()).max().orElse(0);
        List<String> rows = new ArrayList<>();
        shown.forEach(one -> rows.add(row(one, width)));
        if (all.size() > MOST_ROWS) {
            rows.add("  and " + number(all.size() - MOST_ROWS) + " more");
        }
        return rows;
    }

    private static String row(AddonResult failed, int width) {
        String reason = failed.sentence();
        String link = failed.link()
                .filter(page -> !reason.contains(page))
                .map("  "::concat)
                .orElse("");
        return "  " + failed.productId() + " ".repeat(width - failed.productId().length()) + "  "
                + failed.kind().word() + "  " + reason + link;
    }

    /** How the run as a whole ended: by the worst failure, else by the worst end that was to be none, else well. */
    public ReleaseOutcome outcome() {
        return Stream.of(of(Kind.FAILED), of(Kind.TOLERATED), changed(), results)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(AddonResult::end)
                .max(Comparator.naturalOrder())
                .orElse(ReleaseOutcome.UNCHANGED);
    }

    private List<AddonResult> changed() {
        return results.stream().filter(one -> one.kind() != Kind.UNCHANGED).toList();
    }

    /** The ends that were to be no failure, each once. */
    public Set<ReleaseOutcome> tolerated() {
        return of(Kind.TOLERATED).stream()
                .map(AddonResult::end)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReleaseOutcome.class)));
    }

    /** What all ends come to, in one line, with the names of those that did not end well. */
    public String sentence() {
        List<AddonResult> failed = of(Kind.FAILED);
        if (failed.isEmpty()) {
            return tolerated().isEmpty() ? line() : toleratedSentence();
        }
        return failed() + ": " + names(failed)
                + (failed.size() == 1 ? ": " + failed.get(0).sentence() : "");
    }

    /** Those whose failure was to be none, by their names. */
    public String toleratedSentence() {
        List<AddonResult> some = of(Kind.TOLERATED);
        return number(some.size()) + " of " + number(results.size()) + " add-ons did not end as asked: " + names(some);
    }

    private static String names(List<AddonResult> some) {
        return ForeignText.list(some.stream().map(AddonResult::named).toList());
    }

    /** What is left to do with drafts; empty where there is none. */
    public Optional<String> drafts() {
        int drafts = of(Kind.DRAFTED).size();
        String them = drafts == 1 ? "it" : "them";
        return drafts == 0
                ? Optional.empty()
                : Optional.of("Left " + number(drafts)
                        + (drafts == 1 ? " submission as a draft" : " submissions as drafts")
                        + " (store.commit is false). To publish " + them + ", run the same command without"
                        + " store.commit=false. A run with other files or texts deletes " + them
                        + ", unless store.onPending is resume or fail");
    }

    /** For example {@code 1,000 add-ons (12 submitted, 988 unchanged), 1,060 requests}. */
    public String line() {
        return number(results.size()) + (results.size() == 1 ? " add-on (" : " add-ons (")
                + counts(results.stream().map(AddonResult::kind).toList()) + "), " + number(requests)
                + (requests == 1 ? " request" : " requests");
    }

    /**
     * A table for a person, with what nothing was done for at its end.
     *
     * @param hasLinks false in a rehearsal, whose submissions are not in Partner Center
     */
    public String markdown(boolean hasLinks) {
        if (results.isEmpty()) {
            return "";
        }
        Comparator<AddonResult> last = Comparator.comparing(one -> one.kind() == Kind.UNCHANGED);
        return results.stream()
                .sorted(last.thenComparing(AddonResult::kind, Comparator.reverseOrder()))
                .map(one -> "| " + PlanMarkdown.cell(one.productId()) + " | " + ended(one) + " | "
                        + submission(one, hasLinks) + " | "
                        + PlanMarkdown.plain(one.sentence()).replace("|", "\\|") + " |\n")
                .collect(Collectors.joining(
                        "", "\n| add-on | result | submission | reason |\n| --- | --- | --- | --- |\n", ""));
    }

    private static String ended(AddonResult one) {
        boolean isTold = one.reason().isEmpty();
        return one.kind().word() + (isTold ? "" : ": " + one.end().phrase());
    }

    private static String submission(AddonResult one, boolean hasLinks) {
        return one.submissionId()
                .map(id -> one.link()
                        .filter(page -> hasLinks)
                        .map(page -> "[" + PlanMarkdown.plain(id) + "](" + page + ")")
                        .orElseGet(() -> PlanMarkdown.cell(id)))
                .orElse("");
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
