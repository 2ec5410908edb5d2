package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Markdown by examples; a vertical bar is a line end. */
class PlainRendererTest {
    private static String plain(String text) {
        Markdown markdown = new Markdown(text.replace('|', '\n'));
        return new PlainRenderer(markdown.labels())
                .text(markdown.blocks())
                .replace('\n', '|')
                .replace('\u00A0', '_');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '$', quoteCharacter = '\0', textBlock = """
        ***both*** **bold**text *it*al $ both boldtext ital
        **a*b*c** *foo bar _baz* qux_ $ abc foo bar _baz qux_
        *a **b* c** $ a b c
        __init__.py _x_y_ 5*3*2 ** not ** $ init.py x_y 532 ** not **
        `` a`b `` ` ` `*x*` `open $ a`b   *x* `open
        \\* \\_ \\a C:\\path 100\\% $ * _ \\a C:\\path 100%
        [a](<x y> "t (u)") [b](c(d)e 'f') [c](d e) $ a b [c](d e)
        [a *b* c](d) [![badge](x.svg)](y) end $ a b c  end
        [a [b](c) d](e) [a [b] c](d) $ [a b d](e) a [b] c
        <https://x.invalid/a_b_c> <me@x.invalid> <b> a < b > c $ https://x.invalid/a_b_c me@x.invalid  a < b > c
        a <!-- *b* --> c <!--> d <br/>e <i title="a > b">f</i> $ a  c  d |e f
        &amp;lt; &copy;&#8212;&#x41;&nbsp;&hellip; &other; AT&T $ &lt; \u00A9\u2014A_\u2026 &other; AT&T
        """)
    void wordsHaveNoMarks(String text, String plain) {
        assertThat(plain(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '$', quoteCharacter = '\0', textBlock = """
        [a] [A][] [x][a] [x][b]||[a]: <u>|  "t"|[c]: d e $ a A x [x][b]||[c]: d e
        [a]: b|# [a] $ a
        [a]: b|===|c $ ===|c
        a|[b]: c $ a|[b]: c
        """)
    void linksAreDefinedAnywhere(String text, String plain) {
        assertThat(plain(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '$', quoteCharacter = '\0', textBlock = """
        - a|- b||- c||  d|* e $ - a|- b||- c||  d|- e
        a|2. b|1. c|1. d $ a|2. b|1. c|2. d
        1) a|   - b||         code|2) c $ 1) a|   - b||     code|2) c
        -|- a|-||  b $ - a||b
        > a|b|> - c|>> d $ a|b|- c|d
        a  |b\\|c|* * *|d|---|e $ a|b|c||d|e
        ## a ##|b|===|# # c #d $ a|b|# c #d
        z|~~~ x|| a|```|~~~|b $ z|| a|```|b
            a||     b||c $ a|| b||c
        -\ta|\tb||\t\tc $ - a|  b||  c
        <div>|*a*|</div>||*b* $ *a*||b
        <!--|a||b|-->|c $ c
        """)
    void blocksKeepTheirLines(String text, String plain) {
        assertThat(plain(text)).isEqualTo(plain);
    }
}
