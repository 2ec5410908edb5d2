package io.github.storemaven.preview;

import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Markup of the page: a text becomes it by being escaped, everything else is a fragment of the template. */
record Html(String markup) {
    static final Html NONE = new Html("");

    /** Shown in place of a character that is none of a text. */
    private static final String REPLACEMENT = "&#xFFFD;";

    /** A text of others: nothing of it is markup, and no control character is left but the end of a line. */
    static Html escaped(String text) {
        StringBuilder markup = new StringBuilder(text.length() + 16);
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(character -> {
            switch (character) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> {
                    if (isText(character)) {
                        markup.appendCodePoint(character);
                    } else {
                        markup.append(REPLACEMENT);
                    }
                }
            }
        });
        return new Html(markup.toString());
    }

    private static boolean isText(int character) {
        boolean isLoneSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return character == '\n' || character == '\t' || !(Character.isISOControl(character) || isLoneSurrogate);
    }

    static Html joined(Html... parts) {
        return Stream.of(parts).collect(joined());
    }

    static Collector<Html, ?, Html> joined() {
        return Collectors.collectingAndThen(Collectors.mapping(Html::markup, Collectors.joining()), Html::new);
    }

    boolean isEmpty() {
        return markup.isEmpty();
    }
}
