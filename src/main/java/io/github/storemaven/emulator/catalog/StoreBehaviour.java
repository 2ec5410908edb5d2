package io.github.storemaven.emulator.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How this Store behaves: its pace, and switches where the real behaviour is unknown or differs by
 * account. Users write the switches as {@code titlesStrict=false,rawPlus=always}. Thread safe.
 */
public final class StoreBehaviour {
    private static final String RAW_PLUS = "rawPlus";

    private final Map<Switch, Boolean> switches = new EnumMap<>(Switch.class);
    private RawPlus rawPlus = RawPlus.NEVER;
    private int uploads;
    private Duration pace = Duration.ZERO;

    /** As it is when nobody sets anything. */
    public StoreBehaviour() {
        for (Switch which : Switch.values()) {
            switches.put(which, which.standard());
        }
    }

    /** Choices where the real behaviour is unknown or differs by account (reference 12.3, section 14); true or false. */
    public enum Switch {
        /** The age ratings questionnaire is answered; until it is, the first commit of an app fails. */
        AGE_RATINGS_DONE(false),
        /** An app with nothing published cannot get a submission through the API (409). */
        FIRST_SUBMISSION_REFUSED(false),
        /** A new submission has the rollout flags of the last one, instead of none. */
        ROLLOUT_FLAGS_CLONED(false),
        /** Creating a flight creates its first submission too (section 14, row 2), which Microsoft's own examples need. */
        FLIGHT_WITH_SUBMISSION(true),
        /** Creating a flight needs a group and a published app submission (section 14, row 40). */
        FLIGHT_NEEDS_GROUP(false),
        /** A POST without a body needs a JSON content type (415). */
        CONTENT_TYPE_REQUIRED(false),
        /** Mandatory updates are an unsupported feature (section 14, row 1). */
        MANDATORY_UPDATES_REFUSED(false),
        /** The machine has a managed identity, whose tokens are given at the paths of IMDS, App Service and Arc. */
        MANAGED_IDENTITY(false),
        /** A title for a language that a package covers fails the commit (6.12). */
        TITLES_STRICT(true);

        private final boolean standard;

        Switch(boolean standard) {
            this.standard = standard;
        }

        /** What it is when nobody sets it. */
        public boolean standard() {
            return standard;
        }

        /** The name that users write, for example {@code titlesStrict}. */
        public String apiName() {
            StringBuilder name = new StringBuilder();
            for (String part : name().split("_", -1)) {
                name.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
            }
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }
    }

    /** How often the signature of an upload URL holds a {@code +} that is not encoded (reference 8.5). */
    public enum RawPlus {
        /** In no URL: published clients that do not encode it work. */
        NEVER,
        /** In every second URL. */
        SOMETIMES,
        /** In every URL. */
        ALWAYS;

        /** The value that users write, for example {@code sometimes}. */
        public String apiName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a switch is on. */
    public synchronized boolean on(Switch which) {
        return switches.get(which);
    }

    /** Whether the signature of the next upload URL holds a raw plus sign. */
    public synchronized boolean nextUploadHasRawPlus() {
        return switch (rawPlus) {
            case NEVER -> false;
            case SOMETIMES -> ++uploads % 2 == 0;
            case ALWAYS -> true;
        };
    }

    /** How long a submission stays in each transient state. */
    public synchronized Duration pace() {
        return pace;
    }

    /** Turns a switch on or off. */
    public synchronized void set(Switch which, boolean value) {
        switches.put(which, value);
    }

    /** Sets how often upload URLs have a raw plus sign. */
    public synchronized void set(RawPlus often) {
        rawPlus = often;
    }

    /** Sets how long a submission stays in each transient state. */
    public synchronized void setPace(Duration time) {
        pace = time;
    }

    /**
     * Sets the switches that a text names with their values, separated by commas.
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

    /** The names of all switches. */
    public static List<String> names() {
        return Stream.concat(Arrays.stream(Switch.values()).map(Switch::apiName), Stream.of(RAW_PLUS))
                .toList();
    }

    private static List<String> allowed(String name) {
        return name.equals(RAW_PLUS)
                ? Arrays.stream(RawPlus.values()).map(RawPlus::apiName).toList()
                : List.of("true", "false");
    }

    private void setOne(String name, String value) {
        if (name.equals(RAW_PLUS)) {
            rawPlus = RawPlus.valueOf(value.toUpperCase(Locale.ROOT));
            return;
        }
        Arrays.stream(Switch.values())
                .filter(which -> which.apiName().equals(name))
                .forEach(which -> switches.put(which, value.equals("true")));
    }

    /** All switches with their values, as {@link #set(String)} takes them. */
    @Override
    public synchronized String toString() {
        return switches.entrySet().stream()
                        .map(entry -> entry.getKey().apiName() + "=" + entry.getValue())
                        .collect(Collectors.joining(","))
                + "," + RAW_PLUS + "=" + rawPlus.apiName();
    }
}
