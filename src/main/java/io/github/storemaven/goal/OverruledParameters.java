package io.github.storemaven.goal;

import io.github.storemaven.goal.CommandLine.Property;
import io.github.storemaven.submission.ConfigurationProblems;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the command line gives and the POM overrules: Maven lets an element of the configuration win without a word. It is a
 * warning; where it decides what is released, and to whom, an error.
 */
final class OverruledParameters {
    private static final Set<String> DECISIVE = Set.of(
            "applicationId",
            "flightId",
            "flightName",
            "addonId",
            "addonProductId",
            "rehearse",
            "commit",
            "packages",
            "artifacts",
            "promoteFlight",
            "rolloutPercentage",
            "onPending",
            "onRollout",
            "targetPublishMode",
            "targetPublishDate",
            "visibility");
    /** Texts of which the case counts. */
    private static final Set<String> NAMES =
            Set.of("flightName", "promoteFlight", "addonProductId", "rankHigherThan", "serverId");

    private final AbstractStoreMojo mojo;
    private final CommandLine commandLine;
    private final PluginParameterExpressionEvaluator evaluator;

    OverruledParameters(AbstractStoreMojo mojo, CommandLine commandLine) {
        this.mojo = mojo;
        this.commandLine = commandLine;
        this.evaluator = new PluginParameterExpressionEvaluator(mojo.session, mojo.execution);
    }

    void check(ConfigurationProblems problems) {
        for (Parameter parameter :
                ParameterReader.parameters(mojo.execution.getMojoDescriptor().getParameters())) {
            if (mojo.ownParameters().contains(parameter.getName())) {
                continue; // The command line wins.
            }
            commandLine
                    .property(ParameterReader.property(parameter))
                    .flatMap(given -> overruled(parameter, given))
                    .ifPresent(line -> tell(parameter, line, problems));
        }
    }

    private void tell(Parameter parameter, String line, ConfigurationProblems problems) {
        if (DECISIVE.contains(parameter.getName()) || parameter.getName().startsWith("skip")) {
            problems.add(line);
        } else {
            mojo.getLog().warn(line);
        }
    }

    private Optional<String> overruled(Parameter parameter, Property given) {
        Xpp3Dom written = PomText.child(mojo.execution.getConfiguration(), parameter.getName());
        // Where the expression is kept, Maven takes the property, on Maven 3 even beside the elements of a list.
        if (written == null || ("${" + given.name() + "}").equals(written.getValue())) {
            return Optional.empty();
        }
        String winner = winner(written).strip();
        String loser = given.value().strip();
        boolean equal = NAMES.contains(parameter.getName()) ? winner.equals(loser) : winner.equalsIgnoreCase(loser);
        return equal
                ? Optional.empty()
                : Optional.of(given.argument() + " has no effect: <" + parameter.getName() + "> is "
                        + (winner.isEmpty() ? "empty" : "\"" + winner + "\"") + " in the POM ("
                        + new PomText(mojo.project, mojo.execution).place(parameter.getName())
                        + "), which Maven prefers. Keep one of the two, or set the value in <properties> as <"
                        + given.name() + ">, which the command line overrules");
    }

    private String winner(Xpp3Dom written) {
        if (written.getChildCount() > 0) {
            return Stream.of(written.getChildren())
                    .map(child -> text(child.getValue()))
                    .collect(Collectors.joining(","));
        }
        return text(written.getValue());
    }

    private String text(String value) {
        try {
            Object evaluated = value == null ? null : evaluator.evaluate(value, String.class);
            return evaluated == null ? "" : evaluated.toString();
        } catch (ExpressionEvaluationException e) {
            return value;
        }
    }
}
