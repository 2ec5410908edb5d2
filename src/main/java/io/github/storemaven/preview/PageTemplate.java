package io.github.storemaven.preview;

import io.github.storemaven.zip.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fragments of the page, in {@code page.html}: each begins with a line {@code == name} and has places {@code ${name}},
 * which take markup as it is and texts escaped.
 */
final class PageTemplate {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern HEAD = Pattern.compile("(?m)^== ([a-z-]+)\\n");

    private final Map<String, String> fragments = new HashMap<>();
    private final UnaryOperator<String> mask;
    private final Html style = new Html(resource("preview.css"));

    /** @param mask takes the secrets of this build out of a text */
    PageTemplate(UnaryOperator<String> mask) {
        this.mask = mask;
        String all = resource("page.html");
        Matcher head = HEAD.matcher(all);
        String name = "";
        int start = 0;
        while (head.find()) {
            fragments.put(name, all.substring(start, head.start()).stripTrailing());
            name = head.group(1);
            start = head.end();
        }
        fragments.put(name, all.substring(start).stripTrailing());
    }

    /** A fragment whose places are to be filled; a place that is left is empty. */
    Fragment fragment(String name) {
        return new Fragment(Objects.requireNonNull(fragments.get(name), name));
    }

    /** A text of the listing, which is in its language. */
    Html plain(String text) {
        return fragment("kept").with("text", text).html();
    }

    /** A text of ours. */
    Html words(String text) {
        return fragment("words").with("text", text).html();
    }

    /** The style of the page, and its digest as a policy names it. */
    Fragment page() {
        String digest = Base64.getEncoder()
                .encodeToString(HexFormat.of()
                        .parseHex(FileContent.sha256(style.markup().getBytes(StandardCharsets.UTF_8))));
        return fragment("page").with("style", style).with("digest", "sha256-" + digest);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PageTemplate.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the places of a fragment. */
    private static Stream<String> places(String fragment) {
        return PLACE.matcher(fragment).results().map(place -> place.group(1));
    }

    /** A fragment with what is in its places. */
    final class Fragment {
        private final String text;
        private final Map<String, String> values = new HashMap<>();

        private Fragment(String text) {
            this.text = text;
        }

        Fragment with(String place, Html markup) {
            if (places(text).noneMatch(place::equals)) {
                throw new IllegalArgumentException("the fragment has no place " + place + ": " + text);
            }
            values.put(place, markup.markup());
            return this;
        }

        /** A text, escaped and without secrets. */
        Fragment with(String place, String value) {
            return with(place, Html.escaped(mask.apply(value)));
        }

        Fragment with(String place, int value) {
            return with(place, Integer.toString(value));
        }

        Html html() {
            return new Html(PLACE.matcher(text)
                    .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""))));
        }
    }
}
