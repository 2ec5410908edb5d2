package io.github.storemaven.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Dates as the service writes them: ISO 8601 with a zone, and the year 1601 for none. */
final class StoreDate {
    private static final Instant NONE = Instant.parse("1601-01-02T00:00:00Z");

    private StoreDate() {}

    /** The instant, or nothing where there is no text or it is no date with a zone. */
    static Optional<Instant> parse(Node node) {
        try {
            return node.text().map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it is more than the service's word for "no date". */
    static boolean isSet(Instant date) {
        return date.isAfter(NONE);
    }
}
