package io.github.storemaven.check;

import io.github.storemaven.text.ForeignText;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that a rule found, told in one line.
 *
 * @param rule its number, for example {@code TXT-05}
 * @param severity whether it fails the build
 * @param file that has to be changed
 * @param place inside the file: a line and a JSON Pointer, or a part of a package; may be empty
 * @param message what is wrong
 * @param allowed what is allowed; may be empty
 */
public record Finding(String rule, Severity severity, String file, String place, String message, String allowed) {
    private static final String PRICE = "PRC";
    private static final Pattern LINE = Pattern.compile("line (\\d{1,18})\\b.*");

    /** Names and values of others are in the four texts. */
    public Finding {
        if (!Rules.isKnown(rule)) {
            throw new IllegalArgumentException("there is no rule " + rule);
        }
        file = ForeignText.oneLine(file);
        place = ForeignText.oneLine(place);
        message = ForeignText.oneLine(message, ForeignText.LONGEST_MESSAGE);
        allowed = ForeignText.oneLine(allowed, ForeignText.LONGEST_MESSAGE);
    }

    /** {@code submission.json, line 3, /pricing/priceId: PRC-01 the price is empty; allowed: Free, Tier1012, …}. */
    public String text() {
        String where = place.isEmpty() ? file : file + ", " + place;
        String what = where + ": " + rule + " " + message;
        return allowed.isEmpty() ? what : what + "; allowed: " + allowed;
    }

    /** The line in the file, counted from 1, where the place begins with one. */
    public OptionalLong line() {
        Matcher line = LINE.matcher(place);
        return line.matches() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
    }

    /**
     * A warning instead of an error where the same is found in what is published already; a price stays an error, because
     * a wrong one gives the product away.
     */
    public Finding warningIfAmong(Collection<Finding> published) {
        return published.contains(this) && !rule.startsWith(PRICE) ? as(Severity.WARNING) : this;
    }

    /** The same, with the file under another name. */
    Finding inFile(String name) {
        return new Finding(rule, severity, name, place, message, allowed);
    }

    Finding as(Severity other) {
        return new Finding(rule, other, file, place, message, allowed);
    }
}
