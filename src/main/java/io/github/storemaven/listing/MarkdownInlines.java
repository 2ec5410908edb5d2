package io.github.storemaven.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a paragraph or heading of Markdown: without emphasis, tags, images and the addresses of links. One pass,
 * in which what did not end once is not looked for again.
 */
final class MarkdownInlines {
    private static final Pattern AUTOLINK = Pattern.compile(
            "<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\\s<>]*+|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]++@[a-zA-Z0-9.-]++)>");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));");
    /** Those of Latin 1 in their order, then {@link #OTHERS}. HTML has 2,000 more, which nobody writes in a changelog. */
    private static final List<String> NAMES =
            List.of(("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2"
                            + " sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc"
                            + " Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve"
                            + " Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute"
                            + " acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde"
                            + " ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml amp lt gt"
                            + " quot apos ndash mdash lsquo rsquo ldquo rdquo bdquo bull hellip euro trade larr rarr le ge")
                    .split(" "));

    private static final int LATIN_1 = 0xA0;
    private static final String OTHERS =
            "&<>\"'\u2013\u2014\u2018\u2019\u201C\u201D\u201E\u2022\u2026\u20AC\u2122\u2190\u2192\u2264\u2265";

    private final String source;
    private final Set<String> labels;
    private final StringBuilder words = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Mark> brackets = new ArrayList<>();
    private final Set<String> endless = new HashSet<>();
    private int at;

    private MarkdownInlines(String source, Set<String> labels) {
        this.source = source;
        this.labels = labels;
    }

    /** The words of a text, in which the definitions of links have these labels. */
    static String words(String source, Set<String> labels) {
        MarkdownInlines inlines = new MarkdownInlines(source.stripTrailing(), labels);
        inlines.read();
        return inlines.plain();
    }

    /** Marks among the words that are dropped, wholly or in part, when their counterpart comes. */
    private static final class Mark {
        private final int place;
        private final int length;
        private final int sourceEnd;
        private final boolean opens;
        private final boolean closes;
        private int kept;
        private boolean bracketInside;
        private boolean inactive;
        private boolean paired;

        Mark(int place, int length, int sourceEnd, boolean opens, boolean closes) {
            this.place = place;
            this.length = length;
            this.sourceEnd = sourceEnd;
            this.opens = opens;
            this.closes = closes;
            this.kept = length;
        }

        /** Whether emphasis between them would be cut from the middle of both runs ("multiple of 3"). */
        boolean excludes(Mark closing) {
            return (closes || closing.opens)
                    && (length + closing.length) % 3 == 0
                    && (length % 3 != 0 || closing.length % 3 != 0);
        }
    }

    private void read() {
        while (at < source.length()) {
            char next = source.charAt(at);
            switch (next) {
                case '\n' -> lineEnd();
                case '\\' -> escape();
                case '`' -> code();
                case '*', '_' -> emphasis(next);
                case '[' -> bracket(1);
                case '!' -> exclamation();
                case ']' -> link();
                case '<' -> angle();
                case '&' -> entity();
                default -> take(1);
            }
        }
        pair(0);
    }

    private String plain() {
        StringBuilder plain = new StringBuilder();
        int from = 0;
        for (Mark mark : marks) {
            plain.append(words, from, mark.place + mark.kept);
            from = mark.place + mark.length;
        }
        return plain.append(words, from, words.length()).toString();
    }

    private void take(int length) {
        words.append(source, at, at + length);
        at += length;
    }

    private void lineEnd() {
        for (int before = at - 1; before >= 0 && source.charAt(before) == ' '; before--) {
            words.setLength(words.length() - 1);
        }
        words.append('\n');
        at = MarkdownScanner.spaceEnd(source, at);
    }

    private void escape() {
        boolean end = source.startsWith("\n", at + 1);
        if (end || MarkdownScanner.isAsciiPunctuation(MarkdownScanner.charAt(source, at + 1))) {
            at++;
        }
        if (!end) {
            take(1);
        }
    }

    private void code() {
        int length = runEnd(at) - at;
        String fence = source.substring(at, at + length);
        int end = endless.contains(fence) ? -1 : codeEnd(at + length, length);
        if (end < 0) {
            endless.add(fence);
            take(length);
            return;
        }
        String code = source.substring(at + length, end - length).replace('\n', ' ');
        boolean padded = code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
        words.append(padded ? code.substring(1, code.length() - 1) : code);
        at = end;
    }

    private int codeEnd(int from, int length) {
        for (int run = source.indexOf('`', from); run >= 0; run = source.indexOf('`', runEnd(run))) {
            if (runEnd(run) - run == length) {
                return run + length;
            }
        }
        return -1;
    }

    private int runEnd(int from) {
        int end = from;
        while (MarkdownScanner.charAt(source, end) == source.charAt(from)) {
            end++;
        }
        return end;
    }

    /** Runs of marks open and close by what is beside them (CommonMark, "left-flanking" and "right-flanking"). */
    private void emphasis(char mark) {
        int end = runEnd(at);
        int before = at == 0 ? ' ' : source.codePointBefore(at);
        int after = end == source.length() ? ' ' : source.codePointAt(end);
        boolean left = !MarkdownScanner.isSpace(after)
                && (!MarkdownScanner.isPunctuation(after)
                        || MarkdownScanner.isSpace(before)
                        || MarkdownScanner.isPunctuation(before));
        boolean right = !MarkdownScanner.isSpace(before)
                && (!MarkdownScanner.isPunctuation(before)
                        || MarkdownScanner.isSpace(after)
                        || MarkdownScanner.isPunctuation(after));
        boolean opens = left && (mark == '*' || !right || MarkdownScanner.isPunctuation(before));
        boolean closes = right && (mark == '*' || !left || MarkdownScanner.isPunctuation(after));
        marks.add(new Mark(words.length(), end - at, end, opens, closes));
        take(end - at);
    }

    /** Pairs the marks of emphasis from an index on. */
    private void pair(int from) {
        List<Mark> openers = new ArrayList<>();
        int[] searched = new int[12];
        for (Mark mark : marks.subList(from, marks.size())) {
            int kind = (words.charAt(mark.place) == '*' ? 6 : 0) + (mark.opens ? 3 : 0) + mark.length % 3;
            while (mark.closes && mark.kept > 0 && !mark.paired) {
                int opener = opener(openers, mark, searched[kind]);
                if (opener < 0) {
                    searched[kind] = openers.size();
                    break;
                }
                int used = openers.get(opener).kept > 1 && mark.kept > 1 ? 2 : 1;
                mark.kept -= used;
                openers.get(opener).kept -= used;
                int left = openers.get(opener).kept > 0 ? opener + 1 : opener;
                openers.subList(left, openers.size()).clear();
                Arrays.setAll(searched, index -> Math.min(searched[index], left));
            }
            if (mark.opens && mark.kept > 0 && !mark.paired) {
                openers.add(mark);
            }
            mark.paired = true;
        }
    }

    private int opener(List<Mark> openers, Mark closing, int lowest) {
        for (int index = openers.size() - 1; index >= lowest; index--) {
            Mark opener = openers.get(index);
            if (words.charAt(opener.place) == words.charAt(closing.place) && !opener.excludes(closing)) {
                return index;
            }
        }
        return -1;
    }

    private void exclamation() {
        if (source.startsWith("![", at)) {
            bracket(2);
        } else {
            take(1);
        }
    }

    private void bracket(int length) {
        if (!brackets.isEmpty()) {
            brackets.get(brackets.size() - 1).bracketInside = true;
        }
        Mark bracket = new Mark(words.length(), length, at + length, false, false);
        marks.add(bracket);
        brackets.add(bracket);
        take(length);
    }

    private void link() {
        Mark opener = brackets.isEmpty() ? null : brackets.remove(brackets.size() - 1);
        int end = opener == null || opener.inactive ? -1 : targetEnd(opener);
        if (end < 0) {
            take(1);
            return;
        }
        at = end;
        int index = marks.lastIndexOf(opener);
        if (opener.length == 2) {
            words.setLength(opener.place);
            marks.subList(index, marks.size()).clear();
            return;
        }
        pair(index + 1);
        opener.kept = 0;
        // A link holds no link.
        for (int outer = brackets.size() - 1; outer >= 0 && !brackets.get(outer).inactive; outer--) {
            brackets.get(outer).inactive = brackets.get(outer).length == 1;
        }
    }

    /** The end of what is behind the words of a link: an address, a label, or nothing. */
    private int targetEnd(Mark opener) {
        int end = MarkdownScanner.charAt(source, at + 1) == '(' ? MarkdownScanner.addressEnd(source, at + 2) : -1;
        if (end >= 0) {
            return end;
        }
        int label = MarkdownScanner.labelEnd(source, at + 1);
        if (label > at + 3) {
            return labels.contains(MarkdownScanner.normal(source.substring(at + 2, label - 1))) ? label : -1;
        }
        boolean named = !opener.bracketInside
                && at - opener.sourceEnd <= MarkdownScanner.MAX_LABEL
                && labels.contains(MarkdownScanner.normal(source.substring(opener.sourceEnd, at)));
        return named ? Math.max(label, at + 1) : -1;
    }

    private void angle() {
        Matcher autolink = AUTOLINK.matcher(source).region(at, source.length());
        if (autolink.lookingAt()) {
            words.append(autolink.group(1));
            at = autolink.end();
            return;
        }
        String mark = MarkdownScanner.declarationEnd(source, at);
        int end = mark == null ? MarkdownScanner.tagEnd(source, at) : endOf(mark);
        if (end < 0) {
            take(1);
            return;
        }
        words.append(source.regionMatches(true, at, "<br", 0, 3) ? "\n" : "");
        at = end;
    }

    private int endOf(String mark) {
        // "<!-->" and "<!--->" are whole comments.
        int from = source.startsWith("<!--", at) ? at + 2 : at + 1;
        int end = endless.contains(mark) ? -1 : source.indexOf(mark, from);
        if (end < 0) {
            endless.add(mark);
            return -1;
        }
        return end + mark.length();
    }

    private void entity() {
        Matcher entity = ENTITY.matcher(source).region(at, source.length());
        String meant = entity.lookingAt() ? meant(entity) : "";
        if (meant.isEmpty()) {
            take(1);
        } else {
            words.append(meant);
            at = entity.end();
        }
    }

    private static String meant(Matcher entity) {
        if (entity.group(3) != null) {
            int index = NAMES.indexOf(entity.group(3));
            int other = index - (0x100 - LATIN_1);
            return index < 0 ? "" : Character.toString(other < 0 ? LATIN_1 + index : OTHERS.charAt(other));
        }
        int code = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        boolean character = code > 0 && Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF);
        return character ? Character.toString(code) : "\uFFFD";
    }
}
