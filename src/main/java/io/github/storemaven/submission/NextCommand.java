package io.github.storemaven.submission;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be done next about a product, as a goal with its parameters.
 *
 * @param purpose continues "to"
 * @param goal without its prefix
 * @param parameters one or none, beside those that name the product
 */
public record NextCommand(String purpose, String goal, Map<String, String> parameters) {
    static NextCommand of(String purpose, String goal) {
        return new NextCommand(purpose, goal, Map.of());
    }

    static NextCommand of(String purpose, String goal, String parameter, String value) {
        return new NextCommand(purpose, goal, Map.of(parameter, value));
    }

    /**
     * The command to copy.
     *
     * @param arguments that name the product and the Store, each in quotes
     */
    public String line(List<String> arguments) {
        return Stream.of(
                        Stream.of("mvn store:" + goal),
                        arguments.stream(),
                        parameters.entrySet().stream()
                                .map(parameter -> argument(parameter.getKey(), parameter.getValue())))
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    /** A parameter as one argument that every shell hands on whole. */
    public static String argument(String parameter, String value) {
        return "\"-Dstore." + parameter + "=" + value + "\"";
    }
}
