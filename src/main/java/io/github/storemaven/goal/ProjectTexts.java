package io.github.storemaven.goal;

import io.github.storemaven.listing.TextSource;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** Puts values of the project in the place of {@code ${...}}; what has no value is refused, not sent. */
final class ProjectTexts implements TextSource {
    private static final Pattern PLACE = Pattern.compile("\\$\\{[^}]+}");

    private final PluginParameterExpressionEvaluator values;

    ProjectTexts(MavenSession session, MojoExecution execution) {
        this.values = new PluginParameterExpressionEvaluator(session, execution);
    }

    @Override
    public String text(Path file, String written) {
        return PLACE.matcher(written).replaceAll(place -> Matcher.quoteReplacement(value(place)));
    }

    private String value(MatchResult place) {
        try {
            Object value = values.evaluate(place.group());
            if (value != null && !value.equals(place.group())) {
                return value.toString();
            }
        } catch (ExpressionEvaluationException e) {
            throw new IllegalArgumentException(place.group() + " cannot be evaluated", e);
        }
        throw new IllegalArgumentException(place.group() + " has no value in this project");
    }
}
