package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.document.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Store shows the texts of a listing as they are, so that markup of other shops is seen by customers: row DOC-07. */
final class MarkupRules {
    private static final List<String> MEMBERS = List.of(
            "description",
            "releaseNotes",
            "shortDescription",
            "title",
            "features",
            "keywords",
            "minimumHardware",
            "recommendedHardware",
            "copyrightAndTrademarkInfo",
            "licenseTerms");

    /** What is commonly written in the texts of other shops; any other name in angle brackets may be meant. */
    private static final Set<String> TAGS = Set.of(
            "a",
            "abbr",
            "article",
            "b",
            "big",
            "blockquote",
            "body",
            "br",
            "center",
            "code",
            "dd",
            "del",
            "details",
            "div",
            "dl",
            "dt",
            "em",
            "figure",
            "font",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "html",
            "i",
            "iframe",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "pre",
            "q",
            "s",
            "script",
            "section",
            "small",
            "span",
            "strike",
            "strong",
            "style",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "tt",
            "u",
            "ul",
            "video");

    /** The usual ones; an accent with its letter besides. */
    private static final Pattern ENTITY =
            Pattern.compile("amp|lt|gt|quot|apos|nbsp|ensp|emsp|thinsp|shy|copy|reg|trade|hellip|mdash"
                    + "|ndash|bull|middot|[lrsb][ads]quo|euro|pound|yen|cent|deg|times|sect|para|szlig|[ao]elig|iexcl|iquest|[lrud]arr"
                    + "|zwj|zwnj|[a-z](?:acute|grave|circ|uml|tilde|ring|cedil|slash|caron)");

    /** A tag, a section of CDATA, a comment, an entity, words between pairs of asterisks, the address of a link. */
    private static final Pattern MARKUP = Pattern.compile(
            "</?([A-Za-z][A-Za-z0-9]{0,10})(?:\\s[^<>]{0,200})?/?>|<!\\[CDATA\\[|<!--|&(#\\d{1,6}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});|\\*\\*[^*\\s][^*\\n"
                    + "]{0,80}\\*\\*|]\\(https?://");

    /** Of markup. */
    private static final String BEGINNINGS = "<&*]";

    private MarkupRules() {}

    /** Checks a listing's texts and the captions of its images; one warning for each text. */
    static void check(Node texts, OfDocument report) {
        Stream<Node> members = MEMBERS.stream().map(texts::member).flatMap(MarkupRules::text);
        Stream<Node> captions = texts.member("images").items().map(image -> image.member("description"));
        Stream.concat(members, captions)
                .takeWhile(text -> !report.full())
                .forEach(text -> first(text.text().orElse(""))
                        .ifPresent(found -> report.warning(
                                "DOC-07",
                                text,
                                "the text contains the markup " + found,
                                "the Store shows it as it is, so write plain text")));
    }

    /** The text, or the first item of a list that has markup. */
    private static Stream<Node> text(Node member) {
        return member.text().isPresent()
                ? Stream.of(member)
                : member.items()
                        .filter(item -> first(item.text().orElse("")).isPresent())
                        .limit(1);
    }

    /** The first markup with its line; most texts have none of the characters with which it begins. */
    private static Optional<String> first(String text) {
        if (text.chars().noneMatch(character -> BEGINNINGS.indexOf(character) >= 0)) {
            return Optional.empty();
        }
        Matcher markup = MARKUP.matcher(text);
        while (markup.find()) {
            if (isMarkup(markup)) {
                long line = text.substring(0, markup.start()).lines().count();
                boolean lineStart = markup.start() == 0 || text.charAt(markup.start() - 1) == '\n';
                return Optional.of(Quote.of(markup.group()) + " in line " + (lineStart ? line + 1 : line));
            }
        }
        return Optional.empty();
    }

    private static boolean isMarkup(Matcher markup) {
        if (markup.group(1) != null) {
            return TAGS.contains(markup.group(1).toLowerCase(Locale.ROOT));
        }
        String entity = markup.group(2);
        return entity == null
                || entity.startsWith("#")
                || ENTITY.matcher(entity.toLowerCase(Locale.ROOT)).matches();
    }
}
