package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What checks have found, one after the other; one that breaks is a problem, and stops no other. */
public final class Diagnosis {
    private static final String FORMAT = "%-7s %-12s %s";

    /** The width of a terminal without what Maven writes before a line. */
    private static final int LONGEST_LINE = 80 - "[INFO] ".length();

    private final List<Check> checks = new ArrayList<>();
    private final UnaryOperator<String> shown;

    /** @param shown makes a message fit to be seen */
    public Diagnosis(UnaryOperator<String> shown) {
        this.shown = shown;
    }

    /** How a check ends. */
    public enum Result {
        OK,
        WARNING,
        PROBLEM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The end of a check: what it has seen, in a sentence without its last full stop, and what to do. */
    public record Verdict(Result result, String message) {
        public static Verdict ok(String message) {
            return new Verdict(Result.OK, message);
        }

        public static Verdict warning(String message) {
            return new Verdict(Result.WARNING, message);
        }

        public static Verdict problem(String message) {
            return new Verdict(Result.PROBLEM, message);
        }
    }

    /** A check that has ended. */
    public record Check(String name, Result result, String message) {
        /** One line for a terminal of 80 columns. */
        public String line() {
            String line = String.format(Locale.ROOT, FORMAT, result.word(), name, ForeignText.oneLine(message));
            return isWhole() ? line : ForeignText.cut(line, LONGEST_LINE - "...".length());
        }

        /** Whether the line has the whole message. */
        public boolean isWhole() {
            return String.format(Locale.ROOT, FORMAT, result.word(), name, message)
                                    .length()
                            <= LONGEST_LINE
                    && !message.contains("\n");
        }
    }

    /** Asks for what a check is about. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws StoreRefusedException, ReleaseRefusedException, IOException, InterruptedException;
    }

    /**
     * Makes a check.
     *
     * @return what was asked for; empty where it could not be had, which is a problem
     */
    public <T> Optional<T> check(String name, Question<T> question, Function<T, Verdict> judgement)
            throws InterruptedException {
        try {
            T answer = question.ask();
            add(name, judgement.apply(answer));
            return Optional.of(answer);
        } catch (StoreRefusedException | ReleaseRefusedException | IOException no) {
            add(name, Verdict.problem(no.getMessage()));
        } catch (RuntimeException fault) {
            // An answer that nobody foresaw is what a doctor is for: it stops no other check.
            add(name, Verdict.problem("the answer cannot be read (" + fault + "); report it with doctor.md"));
        }
        return Optional.empty();
    }

    /** Makes a check that judges by itself. */
    public void check(String name, Question<Verdict> examination) throws InterruptedException {
        check(name, examination, verdict -> verdict);
    }

    /** Says that a check was left out. */
    public void leaveOut(String name, String reason) {
        add(name, Verdict.warning("not checked: " + reason));
    }

    public void add(String name, Verdict verdict) {
        checks.add(new Check(name, verdict.result(), shown.apply(verdict.message())));
    }

    public List<Check> checks() {
        return List.copyOf(checks);
    }

    public List<Check> problems() {
        return checks.stream().filter(check -> check.result() == Result.PROBLEM).toList();
    }

    /** All problems as one text of several lines. */
    public String problemText() {
        int count = problems().size();
        return "store:doctor has found " + count + (count == 1 ? " problem" : " problems")
                + problems().stream()
                        .map(check -> "\n  - " + check.name() + ": "
                                + check.message().lines().collect(Collectors.joining("\n    ")))
                        .collect(Collectors.joining());
    }

    /** {@code checks}, each with name, result and message. */
    public JsonObject json() {
        JsonArrayBuilder list = Json.PROVIDER.createArrayBuilder();
        checks.forEach(check -> list.add(Json.PROVIDER
                .createObjectBuilder()
                .add("name", check.name())
                .add("result", check.result().word())
                .add("message", check.message())));
        return Json.PROVIDER.createObjectBuilder().add("checks", list).build();
    }
}
