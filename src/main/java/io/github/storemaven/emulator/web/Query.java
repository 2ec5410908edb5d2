package io.github.storemaven.emulator.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query or of a form; names without regard to case, a raw {@code +} is a space. */
public final class Query {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final String raw;

    /** @param raw as received, may be null */
    public Query(String raw) {
        this.raw = raw == null ? "" : raw;
        for (String pair : this.raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(name(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    /** The value of a parameter, decoded. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }

    /** As received, but without the value of {@code sig}, which grants access. */
    public String withoutSignature() {
        List<String> shown = new ArrayList<>();
        for (String pair : raw.split("&", -1)) {
            shown.add(name(pair).startsWith("sig=") ? "sig=..." : pair);
        }
        return String.join("&", shown);
    }

    private static String name(String raw) {
        return decode(raw).toLowerCase(Locale.ROOT);
    }

    private static String decode(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }
}
