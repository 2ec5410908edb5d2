package io.github.storemaven.emulator.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The switches of a Store with their values, as users write them: {@code titlesStrict=false,rawPlus=always}. */
public final class Switches {
    private static final String RAW_PLUS = "rawPlus";

    private final Map<Switch, Boolean> values = new EnumMap<>(Switch.class);
    private RawPlus rawPlus = RawPlus.NEVER;

    /** All of them as they are when nobody sets any. */
    public Switches() {
        for (Switch which : Switch.values()) {
            values.put(which, which.standard());
        }
    }

    /** Whether a switch is on. */
    public synchronized boolean on(Switch which) {
        return values.get(which);
    }

    /** How often upload URLs have a raw plus sign. */
    public synchronized RawPlus rawPlus() {
        return rawPlus;
    }

    /** Turns one on or off. */
    public synchronized void set(Switch which, boolean value) {
        values.put(which, value);
    }

    /** Sets how often upload URLs have a raw plus sign. */
    public synchronized void set(RawPlus often) {
        rawPlus = often;
    }

    /**
     * Sets what a text says: names with values, separated by commas.
     *
     * @throws IllegalArgumentException with all that is wrong, when nothing has been set
     */
    public synchronized void set(String text) {
        List<String> problems = new ArrayList<>();
        Map<String, String> wanted = parse(text, problems);
        wanted.forEach((name, value) -> check(name, value, problems));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        wanted.forEach(this::setOne);
    }

    private static Map<String, String> parse(String text, List<String> problems) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                problems.add("\"" + pair.strip() + "\" is no name=value, for example titlesStrict=false");
            } else if (wanted.put(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip().toLowerCase(Locale.ROOT))
                    != null) {
                problems.add("\"" + pair.substring(0, equals).strip() + "\" is there twice");
            }
        }
        return wanted;
    }

    private static void check(String name, String value, List<String> problems) {
        if (!names().contains(name)) {
            problems.add("there is no switch \"" + name + "\"; known are " + String.join(", ", names()));
        } else if (!allowed(name).contains(value)) {
            problems.add("the switch " + name + " is \"" + value + "\"; allowed values: "
                    + String.join(", ", allowed(name)));
        }
    }

    /** All names. */
    public static List<String> names() {
        return Stream.concat(Arrays.stream(Switch.values()).map(Switch::word), Stream.of(RAW_PLUS))
                .toList();
    }

    private static List<String> allowed(String name) {
        return name.equals(RAW_PLUS)
                ? Arrays.stream(RawPlus.values()).map(RawPlus::word).toList()
                : List.of("true", "false");
    }

    private void setOne(String name, String value) {
        if (name.equals(RAW_PLUS)) {
            rawPlus = RawPlus.valueOf(value.toUpperCase(Locale.ROOT));
            return;
        }
        Arrays.stream(Switch.values())
                .filter(which -> which.word().equals(name))
                .forEach(which -> values.put(which, value.equals("true")));
    }

    /** All with their values, as {@link #set(String)} takes them. */
    @Override
    public synchronized String toString() {
        return values.entrySet().stream()
                        .map(entry -> entry.getKey().word() + "=" + entry.getValue())
                        .collect(Collectors.joining(","))
                + "," + RAW_PLUS + "=" + rawPlus.word();
    }
}
