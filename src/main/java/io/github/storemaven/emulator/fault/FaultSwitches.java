package io.github.storemaven.emulator.fault;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The switches: set, listed and cleared while the Store runs. Thread safe. */
public final class FaultSwitches {
    private record Active(Fault fault, AtomicInteger left) {}

    private static final int MAX_FAULTS = 100;
    private static final int MAX_CHARACTERS = 10_000;

    private final List<Active> active = new ArrayList<>();

    /** Switches a fault on, for every call that it concerns, until it is cleared. */
    public FaultSwitches set(String name) {
        return set(name, JsonValue.EMPTY_JSON_OBJECT);
    }

    /**
     * Switches a fault on.
     *
     * @param parameters {@code product}, {@code times}, and those of {@link Fault.Kind}
     * @throws IllegalArgumentException for a name that is not known, with the nearest one
     */
    public FaultSwitches set(String name, JsonObject parameters) {
        return set(Json.with(parameters, "fault", Json.text(name)));
    }

    /** Switches a fault on whose JSON form has its name as {@code fault}. */
    public synchronized FaultSwitches set(JsonObject json) {
        Fault fault = Fault.of(json);
        requireRoom(List.of(json));
        active.add(new Active(fault, new AtomicInteger(fault.number("times", Integer.MAX_VALUE))));
        return this;
    }

    /** Switches on what {@code {"faults": [...]}}, a list, or a single fault describes; all of it or nothing. */
    public synchronized FaultSwitches setAll(JsonValue json) {
        List<JsonObject> list = new ArrayList<>();
        if (json instanceof JsonArray array) {
            array.forEach(item -> list.add(object(item)));
        } else if (object(json).containsKey("faults")) {
            faults(object(json)).forEach(item -> list.add(object(item)));
        } else {
            list.add(object(json));
        }
        list.forEach(Fault::of);
        requireRoom(list);
        list.forEach(this::set);
        return this;
    }

    /** Any program on this machine may set faults, so they are bounded. */
    private void requireRoom(List<JsonObject> more) {
        if (active.size() + more.size() > MAX_FAULTS) {
            throw new IllegalArgumentException(
                    "at most " + MAX_FAULTS + " faults are on at once; clear some with DELETE /emulator/faults");
        }
        if (more.stream().anyMatch(json -> json.toString().length() > MAX_CHARACTERS)) {
            throw new IllegalArgumentException("a fault has at most " + MAX_CHARACTERS + " characters");
        }
    }

    private static JsonArray faults(JsonObject json) {
        if (json.get("faults") instanceof JsonArray array && json.size() == 1) {
            return array;
        }
        throw new IllegalArgumentException(
                "\"faults\" is a list such as [{\"fault\": \"stuck\"}] and the only member of its object");
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("a fault is an object such as {\"fault\": \"stuck\"}, this is " + value);
    }

    /** Switches on what a file describes. @throws IllegalArgumentException with the file's name for bad content */
    public FaultSwitches read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            // As many as there may be, each as long as it may be; a device has no end.
            byte[] content = in.readNBytes(MAX_FAULTS * MAX_CHARACTERS + 1);
            if (content.length > MAX_FAULTS * MAX_CHARACTERS) {
                throw new IllegalArgumentException("it is larger than " + MAX_FAULTS * MAX_CHARACTERS + " bytes");
            }
            return setAll(Json.read(content));
        } catch (JsonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** What is switched on, with the number of {@code times} that are left. */
    public synchronized List<JsonObject> list() {
        return active.stream().map(FaultSwitches::shown).toList();
    }

    private static JsonObject shown(Active one) {
        int left = one.left().get();
        JsonObject json = one.fault().parameters();
        return left == Integer.MAX_VALUE ? json : Json.with(json, "times", Json.PROVIDER.createValue(left));
    }

    /** Switches all faults of a name off. */
    public synchronized void clear(String name) {
        Fault.Kind kind = Fault.Kind.of(name);
        active.removeIf(one -> one.fault().kind() == kind);
    }

    /** Switches everything off. */
    public synchronized void clear() {
        active.clear();
    }

    /** The first fault of a kind that concerns a call; it counts as applied. */
    public synchronized Optional<Fault> take(Fault.Kind kind, Call call, String product) {
        return take(kind, fault -> fault.concerns(call, product));
    }

    /** The first fault of a kind that concerns a call and passes another test. */
    synchronized Optional<Fault> take(Fault.Kind kind, Predicate<Fault> test) {
        Iterator<Active> all = active.iterator();
        while (all.hasNext()) {
            Active one = all.next();
            if (one.fault().kind() == kind && test.test(one.fault())) {
                if (one.left().get() != Integer.MAX_VALUE && one.left().decrementAndGet() <= 0) {
                    all.remove();
                }
                return Optional.of(one.fault());
            }
        }
        return Optional.empty();
    }

    /** Like {@link #take}, but it does not count as applied. */
    public synchronized Optional<Fault> find(Fault.Kind kind) {
        return active.stream()
                .map(Active::fault)
                .filter(fault -> fault.kind() == kind)
                .findFirst();
    }
}
