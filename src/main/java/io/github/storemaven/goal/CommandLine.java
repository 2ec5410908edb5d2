package io.github.storemaven.goal;

import io.github.storemaven.submission.ConfigurationProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/**
 * What the user gives beside the POM: on the command line, in {@code .mvn}, in {@code MAVEN_OPTS}, in active profiles of
 * settings.xml. And what a shell has made of it: PowerShell cuts {@code -Dstore.rehearse=true} at its first dot, cmd keeps
 * single quotes, a word processor makes a dash of the hyphen. Maven takes the rest for a goal, and looks at it only after a
 * goal that needs no project has run.
 */
final class CommandLine {
    private static final String PREFIX = "store.";
    private static final Pattern SWALLOWED = Pattern.compile("(?:\\s(?=-D)|(?=-Dstore[.]))(-D\\S*)");
    /**
     * Any property can swallow one of ours: behind a backslash and a quotation mark, or in one line of {@code
     * .mvn/maven.config}, where Maven 3.9 and later take a line for one argument.
     */
    private static final Pattern SWALLOWED_OURS = Pattern.compile("\\s(-Dstore[.]\\S*)");
    /** What holds options or goals for another program. */
    private static final Pattern FOR_ANOTHER =
            Pattern.compile("goals|args|argument|opts|options|command|line", Pattern.CASE_INSENSITIVE);

    private static final Pattern VALUE = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);
    private static final String QUOTES = "[\"'`\\u00ab\\u00bb\\u2018-\\u201f\\u2039\\u203a]+";

    /** Where a property comes from. */
    enum Place {
        COMMAND_LINE("on the command line"),
        ENVIRONMENT("in the environment"),
        JAVA_OPTIONS("in MAVEN_OPTS or .mvn/jvm.config"),
        SETTINGS("in settings.xml");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** A property that was given, with its place. */
    record Property(String name, String value, Place place) {
        boolean isBlank() {
            return value.isBlank();
        }

        /** The property as one argument that every shell hands on whole. */
        String argument() {
            return place == Place.SETTINGS ? name + " in settings.xml" : argument(name, value);
        }

        static String argument(String name, String value) {
            return "\"-D" + name + "=" + value + "\"";
        }
    }

    private final List<String> goals;
    private final Map<String, Property> properties = new TreeMap<>();

    CommandLine(MavenSession session, MavenProject project) {
        goals = session.getGoals() == null ? List.of() : session.getGoals();
        if (project != null) {
            project.getActiveProfiles().stream()
                    .filter(profile -> !Profile.SOURCE_POM.equals(profile.getSource()))
                    .forEach(profile -> add(profile.getProperties(), Place.SETTINGS));
        }
        add(session.getSystemProperties(), Place.JAVA_OPTIONS);
        add(session.getUserProperties(), Place.COMMAND_LINE);
    }

    private void add(Properties some, Place place) {
        some.stringPropertyNames()
                .forEach(name -> properties.put(
                        name,
                        new Property(
                                name, some.getProperty(name), name.startsWith("env.") ? Place.ENVIRONMENT : place)));
    }

    /** A property that was given; empty where it was not. */
    Optional<Property> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** All that was given; the JVM's own properties are among them. */
    List<Property> properties() {
        return List.copyOf(properties.values());
    }

    /** What a shell has torn apart or put together; nothing that Maven was told counts then. */
    void checkWhole(ConfigurationProblems problems) {
        List<String> arguments = new ArrayList<>();
        goals.stream().filter(CommandLine::isNoGoal).forEach(goal -> arguments.add(repaired(goal)));
        if (arguments.isEmpty() && given("store").isPresent()) {
            arguments.add("\"-Dstore.rehearse=true\"");
        }
        if (!arguments.isEmpty()) {
            problems.add("The shell has torn an argument apart, and Maven takes a part of it for a goal (" + torn()
                    + "); nothing was done. Put each -D into quotes as a whole: " + String.join(" ", arguments));
        }
        properties.values().stream()
                .filter(property -> property.place() == Place.COMMAND_LINE || property.place() == Place.SETTINGS)
                .forEach(property -> checkAlone(property, problems));
    }

    private static void checkAlone(Property property, ConfigurationProblems problems) {
        boolean isOurs = property.name().startsWith(PREFIX);
        boolean isForAnother = property.value().strip().startsWith("-")
                || FOR_ANOTHER.matcher(property.name()).find();
        if (isOurs || !isForAnother) {
            Matcher swallowed = (isOurs ? SWALLOWED : SWALLOWED_OURS)
                    .matcher(isOurs ? property.value() : property.name() + "=" + property.value());
            if (swallowed.find()) {
                String argument = swallowed.group(1).replaceFirst("[\"']$", "");
                problems.add("The value of " + property.name().replaceFirst("\\s.*", "") + " holds another argument, \""
                        + (argument.startsWith("-Dstore.") ? argument : argument.replaceFirst("=.*", "=..."))
                        + "\". Put each -D into quotes as a whole, without a backslash before the closing quote, and"
                        + " into a line of its own in .mvn/maven.config");
            }
        }
    }

    /** A phase has no dot, and is called neither true nor false. */
    private static boolean isNoGoal(String goal) {
        return goal.isEmpty()
                || !Character.isLetter(goal.codePointAt(0))
                || goal.contains("=")
                || (!goal.contains(":")
                        && (goal.contains(".") || VALUE.matcher(goal).matches()));
    }

    private String torn() {
        List<String> parts =
                new ArrayList<>(goals.stream().filter(CommandLine::isNoGoal).toList());
        given("store").ifPresent(store -> parts.add(0, "-D" + store.name()));
        return String.join(" ", parts);
    }

    private Optional<Property> given(String name) {
        return property(name).filter(property -> property.place() == Place.COMMAND_LINE);
    }

    /** The argument that was meant, as far as its parts tell. */
    private String repaired(String goal) {
        String rest = goal.replaceFirst(QUOTES + "$", "");
        if (goal.startsWith(".")) {
            String first = given("store").map(Property::name).orElseGet(this::onlyOneWithoutDot);
            return "\"-D" + first + rest + "\"";
        }
        String name = rest.replaceFirst("^[^\\p{L}]+", "").replaceFirst("^D(?=\\p{L}+[.])", "");
        return "\"-D" + name + "\"";
    }

    /** The first part of an argument that was cut at its dot: Maven makes a property of it, with the value true. */
    private String onlyOneWithoutDot() {
        List<String> names = properties.values().stream()
                .filter(property -> property.place() == Place.COMMAND_LINE
                        && property.value().equals("true"))
                .map(Property::name)
                .filter(name -> name.indexOf('.') < 0)
                .toList();
        return names.size() == 1 ? names.get(0) : "store";
    }
}
