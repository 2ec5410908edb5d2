package io.github.storemaven.listing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The language codes that a listing may have (submission-api, appendix B), compared without regard to case. */
public final class StoreLanguages {
    private static final Map<String, String> CODES = Collections.unmodifiableMap(read());

    private StoreLanguages() {}

    /** Whether the Store knows the code, in whatever case it is written. */
    public static boolean contains(String code) {
        return CODES.containsKey(code);
    }

    /** The code in the case of the reference, for example {@code zh-Hans}; empty when the Store does not know it. */
    public static Optional<String> canonical(String code) {
        return Optional.ofNullable(CODES.get(code));
    }

    /** The known code that was probably meant; empty when none is near. */
    public static Optional<String> nearest(String code) {
        return NearestName.of(code, CODES.values());
    }

    /** All codes in the case of the reference. */
    public static Collection<String> all() {
        return CODES.values();
    }

    private static Map<String, String> read() {
        Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            for (String code : line.strip().split(" ", -1)) {
                codes.put(code, code);
            }
        });
        return codes;
    }

    private static String text() {
        try (InputStream table = StoreLanguages.class.getResourceAsStream("languages.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
