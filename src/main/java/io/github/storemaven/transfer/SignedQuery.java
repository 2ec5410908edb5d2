package io.github.storemaven.transfer;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** Reads the parameters of a shared access signature. */
final class SignedQuery {
    private SignedQuery() {}

    /** A parameter, decoded. */
    static Optional<String> value(URI uri, String name) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** A moment in any of the three forms that a signature may use: a day, or one with minutes or seconds, in UTC. */
    static Optional<Instant> moment(String text) {
        try {
            String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            LocalDateTime moment = local.contains("T")
                    ? LocalDateTime.parse(local)
                    : LocalDate.parse(local).atStartOfDay();
            return Optional.of(moment.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
