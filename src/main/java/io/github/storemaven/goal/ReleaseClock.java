package io.github.storemaven.goal;

import io.github.storemaven.http.Request;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Where the time of a release goes: it listens to the calls of the Store, each of which begins a part. The upload is a part of
 * its own beside the others, so that all parts together may be more than the whole.
 */
final class ReleaseClock {
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final Map<Part, Long> spent = new EnumMap<>(Part.class);
    private final long start;
    private long since;
    private Part part = Part.PREPARE;
    private OptionalLong uploadStart = OptionalLong.empty();
    private OptionalLong committed = OptionalLong.empty();
    private OptionalLong accepted = OptionalLong.empty();

    /** @param nanos the time in nanoseconds from any beginning */
    ReleaseClock(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.since = start;
    }

    /** The parts of a release, as {@code submission.json} names them. */
    enum Part {
        PREPARE,
        CREATE,
        UPDATE,
        UPLOAD,
        COMMIT,
        WAIT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A call is about to be made. */
    synchronized void called(Request request) {
        String path = request.uri().getPath();
        if (request.method().equals("PUT")) {
            enter(Part.UPDATE);
        } else if (request.method().equals("POST") && path.endsWith("/commit")) {
            enter(Part.COMMIT);
            committed = OptionalLong.of(nanos.getAsLong());
        } else if (request.method().equals("POST") && path.endsWith("/submissions")) {
            enter(Part.CREATE);
        } else if (path.endsWith("/status") && committed.isPresent()) {
            enter(Part.WAIT);
        }
    }

    /** An upload begins, whatever else is going on. */
    synchronized void uploadBegins() {
        uploadStart = OptionalLong.of(nanos.getAsLong());
    }

    /** The upload has ended; the one that was begun, if any. */
    synchronized void uploadEnds() {
        uploadStart.ifPresent(start -> spent.merge(Part.UPLOAD, nanos.getAsLong() - start, Long::sum));
        uploadStart = OptionalLong.empty();
    }

    /** The update has ended; what is left before the commit is the upload, which is counted by itself. */
    synchronized void updateEnds() {
        enter(Part.UPLOAD);
    }

    /** A part begins, and the one before it ends. */
    private void enter(Part next) {
        long now = nanos.getAsLong();
        if (part != Part.UPLOAD) {
            spent.merge(part, now - since, Long::sum);
        }
        since = now;
        part = next;
    }

    /** The Store has accepted the commit. */
    synchronized void accepted() {
        accepted = OptionalLong.of(nanos.getAsLong());
    }

    /** All seconds so far. */
    synchronized double seconds() {
        return (nanos.getAsLong() - start) / NANOS;
    }

    /** The seconds of each part so far. */
    synchronized JsonObject parts() {
        enter(part);
        JsonObjectBuilder parts = Json.PROVIDER.createObjectBuilder();
        for (Part one : Part.values()) {
            double seconds = spent.getOrDefault(one, 0L) / NANOS;
            parts.add(one.word(), BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP));
        }
        return parts.build();
    }

    /** For the last lines of a release: the seconds of each part that took some, until the Store accepted it, and of all. */
    synchronized String line() {
        enter(part);
        String parts = spent.entrySet().stream()
                .filter(one -> !isNothing(one.getValue()))
                .map(one -> joint(one.getKey()) + one.getKey().word() + " " + shown(one.getValue()))
                .collect(Collectors.joining())
                .replaceFirst("^, ", "");
        return "Time: " + shown(nanos.getAsLong() - start) + " in all" + (parts.isEmpty() ? "" : "; ") + parts
                + acceptance();
    }

    private String joint(Part next) {
        boolean isBesideUpdate = next == Part.UPLOAD && !isNothing(spent.getOrDefault(Part.UPDATE, 0L));
        return isBesideUpdate ? " and at the same time " : ", ";
    }

    /** Told where the wait went on after that. */
    private String acceptance() {
        return committed.isPresent() && accepted.isPresent() && !isNothing(spent.getOrDefault(Part.WAIT, 0L))
                ? " (accepted " + shown(accepted.getAsLong() - committed.getAsLong()) + " after the commit)"
                : "";
    }

    private static boolean isNothing(long nanos) {
        return shown(nanos).equals("0.0 s");
    }

    private static String shown(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / NANOS);
    }
}
