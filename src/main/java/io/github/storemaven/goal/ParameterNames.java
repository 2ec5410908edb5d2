package io.github.storemaven.goal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;

/**
 * The parameters of all goals with their properties, and which of them an unknown name is near: equal without case, dots,
 * dashes and underscores; two edits away, one where a name has up to five letters; or with a common beginning of at least
 * five letters and three quarters of the shorter name.
 */
record ParameterNames(List<Name> names, Set<String> goals) {
    private static final String PREFIX = "store.";
    private static final int SHORT = 5;
    private static final String REHEARSE = "store.rehearse";
    /** What the log and other tools call a parameter; who writes it means no release, and must not get one. */
    private static final Map<String, String> OTHER_WORDS = Map.of(
            "rehearsal", "rehearse",
            "dryrun", "rehearse",
            "flight", "flightName",
            "percentage", "rolloutPercentage",
            "rollout", "rolloutPercentage",
            "packagerolloutpercentage", "rolloutPercentage",
            "publishdate", "targetPublishDate",
            "publishmode", "targetPublishMode");

    /** Who writes one of these without the prefix means us: passed over, it would release more than was meant. */
    private static final Set<String> MEANT_WITHOUT_PREFIX = Set.of(
            "rehearse",
            "flightId",
            "flightName",
            "addonId",
            "addonProductId",
            "promoteFlight",
            "rolloutPercentage",
            "onPending",
            "onRollout",
            "targetPublishMode",
            "targetPublishDate");

    /** A parameter, {@code skipSubmit}, and its property, {@code store.submit.skip}. */
    record Name(String parameter, String property) {
        /** The property without its prefix. */
        String tail() {
            return property.substring(PREFIX.length());
        }
    }

    static ParameterNames of(Collection<MojoDescriptor> goals) {
        return new ParameterNames(
                goals.stream()
                        .flatMap(goal ->
                                ParameterReader.parameters(
                                        goal.getParameters() == null ? List.of() : goal.getParameters())
                                        .stream())
                        .map(ParameterNames::name)
                        .distinct()
                        .toList(),
                goals.stream().map(MojoDescriptor::getGoal).collect(Collectors.toUnmodifiableSet()));
    }

    private static Name name(Parameter parameter) {
        return new Name(parameter.getName(), ParameterReader.property(parameter));
    }

    Set<String> parameters() {
        return names.stream().map(Name::parameter).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a property is the one of a parameter. */
    boolean hasProperty(String property) {
        return names.stream().anyMatch(name -> name.property().equals(property));
    }

    /** The parameter that the name of a POM's element is near. */
    Optional<Name> near(String element) {
        String plain = plain(element);
        return nearest(plain)
                .or(() -> plain.startsWith(plain(PREFIX))
                        ? nearest(plain.substring(plain(PREFIX).length()))
                        : Optional.empty());
    }

    /**
     * The parameter that the name of a property is near, where it has our prefix in some spelling. A prefix with one wrong
     * letter counts where the rest is the name of a parameter.
     */
    Optional<Name> nearProperty(String property) {
        String whole = plain(property);
        if (isOurs(property)) {
            return nearest(whole.substring(plain(PREFIX).length())).or(() -> nearest(withoutGoal(property)));
        }
        int dot = property.indexOf('.');
        boolean nearlyOurs = dot > 0 && distance(plain(property.substring(0, dot)), plain(PREFIX)) == 1;
        String rest = nearlyOurs ? plain(property.substring(dot)) : whole;
        return names.stream()
                .filter(name -> nearlyOurs
                        ? plain(name.tail()).equals(rest)
                                || plain(name.parameter()).equals(rest)
                        : plain(name.property()).equals(rest) || isMeantWithoutPrefix(name, rest))
                .findFirst();
    }

    private static boolean isMeantWithoutPrefix(Name name, String plain) {
        return MEANT_WITHOUT_PREFIX.contains(name.parameter())
                && plain(name.parameter()).equals(plain);
    }

    /** The end of {@code store.submit.rehearse}, which somebody writes as there is a {@code store.submit.skip}. */
    private String withoutGoal(String property) {
        String[] parts = property.split("[.]", 3);
        boolean namesGoal =
                parts.length == 3 && goals.stream().anyMatch(goal -> plain(goal).equals(plain(parts[1])));
        return namesGoal ? plain(parts[2]) : "";
    }

    /** Whether a variable of the environment was probably meant to rehearse. */
    static boolean isNearlyRehearse(String variable) {
        String plain = plain(variable);
        return distance(plain, plain(REHEARSE)) <= 1
                || OTHER_WORDS.entrySet().stream()
                        .filter(word -> REHEARSE.endsWith(word.getValue()))
                        .anyMatch(word -> plain.equals(plain(PREFIX) + word.getKey()));
    }

    /** Whether a property has our prefix, in any case. */
    static boolean isOurs(String property) {
        return property.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    /** Whether a property is the one of this parameter but for its spelling or its prefix. */
    static boolean isSpellingOf(String property, String parameter) {
        String plain = plain(property);
        return plain.equals(plain(parameter))
                || (isOurs(property) && isNear(plain.substring(plain(PREFIX).length()), plain(parameter)));
    }

    private Optional<Name> nearest(String plain) {
        return names.stream()
                .filter(name -> words(name).anyMatch(word -> isNear(plain, word)))
                .min(Comparator.comparingInt(name -> words(name)
                        .mapToInt(word -> distance(plain, word))
                        .min()
                        .orElseThrow()));
    }

    /** All that a parameter is called. */
    private static Stream<String> words(Name name) {
        return Stream.concat(
                Stream.of(plain(name.tail()), plain(name.parameter())),
                OTHER_WORDS.entrySet().stream()
                        .filter(word -> word.getValue().equals(name.parameter()))
                        .map(Map.Entry::getKey));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static boolean isNear(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int common = commonBeginning(one, other);
        return distance(one, other) <= (shorter <= SHORT ? 1 : 2) || (common >= SHORT && 4 * common >= 3 * shorter);
    }

    private static int commonBeginning(String one, String other) {
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common;
    }

    /** Insertions, deletions, replacements and exchanges of neighbours. */
    private static int distance(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                edits[row][column] = row == 0 || column == 0 ? row + column : least(edits, one, other, row, column);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int least(int[][] edits, String one, String other, int row, int column) {
        boolean same = one.charAt(row - 1) == other.charAt(column - 1);
        int least = Math.min(
                edits[row - 1][column - 1] + (same ? 0 : 1),
                1 + Math.min(edits[row - 1][column], edits[row][column - 1]));
        boolean exchanged = row > 1
                && column > 1
                && one.charAt(row - 1) == other.charAt(column - 2)
                && one.charAt(row - 2) == other.charAt(column - 1);
        return exchanged ? Math.min(least, edits[row - 2][column - 2] + 1) : least;
    }
}
