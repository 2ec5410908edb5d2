package io.github.storemaven.check;

import io.github.storemaven.text.ForeignText;
import java.util.Collection;
import java.util.Optional;
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
 * @param message a sentence: what is wrong, and what to do
 */
public record Finding(String rule, Severity severity, String file, String place, String message) {
    /** The file of what is found in the document that the Store would get, whatever its source. */
    public static final String SUBMISSION = "the submission";

    private static final String PRICE = "PRC";
    private static final Pattern LINE = Pattern.compile("line (\\d{1,18})\\b.*");
    private static final Pattern POINTER = Pattern.compile("(|line \\d{1,18}(?:, )?)(/.*)?", Pattern.DOTALL);
    private static final Pattern ONE_LEVEL = Pattern.compile("line \\d{1,18}, /[^/]*");
    private static final Pattern LISTING = Pattern.compile("/listings/([^/]+)");
    private static final Pattern IN_LANGUAGE =
            Pattern.compile("((?:.*[/\\\\])?listings[/\\\\])([A-Za-z]{2,3}(?:-[A-Za-z0-9-]+)?)((?:[/\\\\].*)?)");

    /** Names and values of others are in the three texts. */
    public Finding {
        if (!Rules.isKnown(rule)) {
            throw new IllegalArgumentException("there is no rule " + rule);
        }
        file = ForeignText.oneLine(file);
        place = ForeignText.oneLine(place);
        message = ForeignText.oneLine(message, ForeignText.LONGEST_MESSAGE);
    }

    /**
     * About a file that is wrong as such: an error whatever the configuration says, because a release would leave something
     * out.
     *
     * @param place inside the file, such as {@code line 3}; may be empty
     */
    public static Finding ofFile(String file, String place, String message) {
        return new Finding(Rules.FILE, Severity.ERROR, file, place, message);
    }

    /** {@code submission.json, line 3, /pricing/priceId: the price is empty; set it to Free ... (PRC-01)}. */
    public String text() {
        return line(where());
    }

    /** The same, with another place before it. */
    private String line(String where) {
        return where + ": " + message + (rule.equals(Rules.FILE) ? "" : " (" + rule + ")");
    }

    private String where() {
        Matcher listing = LISTING.matcher(place);
        return file.equals(SUBMISSION) && listing.matches() ? listing.group(1) : at(file, place);
    }

    /** A file is named once, and a JSON Pointer only where there is JSON and the line does not tell as much. */
    private static String at(String file, String place) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        if (place.equals(name) || place.startsWith(name + " ") || place.startsWith(name + ",")) {
            return file + place.substring(name.length());
        }
        Matcher pointer = POINTER.matcher(place);
        boolean json = file.endsWith(".json") || file.startsWith("the ");
        boolean enough = !json || ONE_LEVEL.matcher(place).matches();
        String shown = pointer.matches() && enough ? pointer.group(1).replace(", ", "") : place;
        return shown.isEmpty() ? file : file + ", " + shown;
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
        return new Finding(rule, severity, name, place, message);
    }

    Finding as(Severity other) {
        return new Finding(rule, other, file, place, message);
    }

    /** The finding in all languages: one line that lists them, where several say the same. */
    Optional<InLanguage> inLanguage() {
        Matcher folder = IN_LANGUAGE.matcher(file);
        if (folder.matches()) {
            String rest = at(folder.group(1) + "*" + folder.group(3), place.replaceFirst("/listings/[^/]+", ""));
            return Optional.of(new InLanguage(folder.group(2), line(rest + " (%s)")));
        }
        Matcher pointer = POINTER.matcher(place);
        Matcher member = IN_LANGUAGE.matcher(pointer.matches() && pointer.group(2) != null ? pointer.group(2) : "");
        if (!member.matches()) {
            return Optional.empty();
        }
        boolean whole = file.equals(SUBMISSION) && member.group(3).isEmpty();
        String rest = whole ? "%s" : at(file, member.group(1) + "*" + member.group(3)) + " (%s)";
        return Optional.of(new InLanguage(member.group(2), line(rest)));
    }

    /**
     * @param code the language
     * @param line with {@code %s} for the languages
     */
    record InLanguage(String code, String line) {}
}
