package io.github.storemaven.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {
    private static final String SECRET = "S3CR3T~hunter2+x/y=";

    private final Secrets secrets = new Secrets();

    @BeforeEach
    void oneSecret() {
        secrets.add(SECRET);
    }

    static Stream<String> spellings() {
        String percent = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return Stream.of(
                SECRET,
                percent,
                percent.toLowerCase(Locale.ROOT).replace("s3cr3t", "S3CR3T"),
                URLEncoder.encode(percent, StandardCharsets.UTF_8),
                SECRET.replace("+", "&#43;").replace("=", "&#x3D;"),
                SECRET.replace("+", "&amp;#43;"),
                SECRET.replace("/", "\\/").replace("+", "\\u002b"),
                SECRET.replace("/", "\\\\/"),
                everyCharacter("%%%02x"),
                everyCharacter("&#%d;"),
                everyCharacter("\\u%04X"),
                everyCharacter("\\x%02x"),
                everyCharacter("%%u%04x"),
                everyCharacter("&#%d"),
                everyCharacter("&#%08d;"),
                everyCharacter("&#x%08x;"),
                everyCharacter("%02x"),
                everyCharacter("%02X"),
                SECRET.replace("+", "&plus;").replace("/", "&sol;").replace("=", "&equals;"),
                SECRET.toUpperCase(Locale.ROOT),
                SECRET.toLowerCase(Locale.ROOT),
                apart(1, " "),
                apart(4, " "),
                apart(6, "\r\n"),
                apart(6, "\\n"),
                apart(5, "%0d%0a"),
                apart(5, "\u00a0"),
                apart(3, "\u200b"));
    }

    private static String everyCharacter(String format) {
        StringBuilder text = new StringBuilder();
        SECRET.chars().forEach(character -> text.append(String.format(Locale.ROOT, format, character)));
        return text.toString();
    }

    private static String apart(int length, String gap) {
        return SECRET.replaceAll("(.{" + length + "})(?=.)", "$1" + gap.replace("\\", "\\\\"));
    }

    @Test
    void masksBase64InLines() {
        byte[] bytes = ("client:" + SECRET).getBytes(StandardCharsets.UTF_8);
        String lines = Base64.getMimeEncoder(4, new byte[] {'\n'}).encodeToString(bytes);
        assertTrue(secrets.mask(lines).matches("[\\s\\S]{0,15}\\*\\*\\*\\s?\\S{0,4}"), secrets.mask(lines));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void masksEverySpelling(String spelling) {
        assertEquals("said [***].", secrets.oneLine("said [" + spelling + "]."));
    }

    @Test
    void masksBase64WhereverItBegins() {
        for (String before : new String[] {"", "a", "ab", "abc", "user:"}) {
            byte[] bytes = (before + SECRET + "zz").getBytes(StandardCharsets.UTF_8);
            for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
                String shown = secrets.mask("Basic " + encoder.encodeToString(bytes));
                assertTrue(shown.matches("Basic \\S{0,9}\\*\\*\\*\\S{0,9}"), shown);
            }
        }
    }

    @Test
    void masksAPartOfEightCharacters() {
        assertEquals("cut: ***...", secrets.oneLine("cut: " + SECRET.substring(0, 8) + "..."));
        assertEquals("end: ***", secrets.oneLine("end: " + SECRET.substring(5)));
        assertEquals("S3CR3T~", secrets.oneLine("S3CR3T~"), "seven may be chance");
    }

    @Test
    void aLongTextIsMaskedBeforeItIsCut() {
        String shown = secrets.oneLine("x".repeat(290) + SECRET + "y".repeat(1_000_000));
        assertEquals("x".repeat(290) + "***" + "yyyyyyy...", shown);
    }

    @Test
    void aShortSecretIsMaskedAsAWord() {
        Secrets few = new Secrets();
        few.add("open");
        assertEquals("pass *** reopened opening", few.mask("pass open reopened opening"));
        few.add("abc");
        few.add(null);
        few.add("  ");
        assertEquals("abc", few.mask("abc"));
    }

    @Test
    void aTextWithoutSecretStaysAsItIs() {
        String text = "100 % &amp; more \\n %zz &#; &x";
        assertEquals(text, secrets.mask(text));
        assertNotEquals("a" + SECRET + "b", secrets.mask("a" + SECRET + "b"));
    }

    @Test
    void modulesWithClassLoadersOfTheirOwnShareTheSet() {
        Set<String> shared = ConcurrentHashMap.newKeySet();
        Secrets mine = new Secrets(shared);
        assertEquals("another-secret", mine.mask("another-secret"));
        new Secrets(shared).add("another-secret");
        assertEquals("***", mine.mask("another-secret"));
    }

    @Test
    void itsOwnTextShowsNone() {
        assertEquals("1 secrets", secrets.toString());
    }
}
