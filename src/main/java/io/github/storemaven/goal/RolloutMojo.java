package io.github.storemaven.goal;

import io.github.storemaven.service.Product;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.FindingsMarkdown;
import io.github.storemaven.submission.RolloutChange;
import io.github.storemaven.submission.RolloutState;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows, changes, halts or finalizes the gradual rollout of what an app or a flight has published.
 *
 * @since 0.1.0
 */
@Mojo(name = "rollout", requiresProject = false, threadSafe = true)
public final class RolloutMojo extends AbstractProductMojo {
    private static final String RESULT = "rollout.json";

    /**
     * What to do with the rollout: show (the default), halt or finalize. After halt or finalize nothing reopens it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.rolloutAction")
    String rolloutAction;

    /**
     * Percentage of the customers who get the packages from now on. Only on the command line or in an execution of this
     * goal, because elsewhere it belongs to submit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.rolloutPercentage")
    String rolloutPercentage;

    /**
     * Which CI service is told of the run: {@code auto} (by the environment), {@code none}, {@code github}, {@code azure} or
     * {@code teamcity}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.ciReport", defaultValue = "auto")
    String ciReport;

    private GoalReport report;

    @Inject
    public RolloutMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Set<String> ownParameters() {
        return Set.of("rolloutPercentage");
    }

    @Override
    void tellEnd(Optional<? extends Exception> failure) {
        if (report != null) {
            report.end(failure);
        }
    }

    @Override
    void work() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        needNetwork();
        forgetResult(RESULT);
        ConfigurationProblems problems = new ConfigurationProblems();
        checkProduct(problems);
        report = new GoalReport(this, CiChannel.of(this, ciReport, problems));
        if (product().isAddon()) {
            problems.add("An add-on has no gradual rollout; name an app or a flight, and no add-on");
        }
        ParameterValues choice = new ParameterValues(problems);
        Optional<BigDecimal> percentage = choice.percentage(rolloutPercentage, "rolloutPercentage");
        Optional<RolloutChange.Action> action = ConfigurationProblems.given(rolloutAction)
                .map(text -> choice.of(RolloutChange.Action.class, text, "rolloutAction"));
        if (action.isPresent() && ConfigurationProblems.given(rolloutPercentage).isPresent()) {
            problems.add("store.rolloutAction and store.rolloutPercentage are set together; keep one of them");
        }
        Change change = connection -> run(connection, action.orElse(RolloutChange.Action.SHOW), percentage);
        if (percentage.isEmpty() && action.orElse(RolloutChange.Action.SHOW) == RolloutChange.Action.SHOW) {
            ask(problems, change);
        } else {
            change(problems, change);
        }
    }

    private void run(Connection connection, RolloutChange.Action action, Optional<BigDecimal> percentage)
            throws MojoFailureException, IOException, InterruptedException {
        Product product = answered(() -> product().require(connection.service()));
        RolloutChange rollout =
                new RolloutChange(connection.service(), connection.access().time(), log());
        RolloutState state = answered(() ->
                percentage.isPresent() ? rollout.change(product, percentage.get()) : rollout.run(product, action));
        writeResult(RESULT, state.json());
        report.summary(
                "rollout.md",
                FindingsMarkdown.of(
                        (rehearse ? Rehearsal.HEADING : "") + "Rollout of " + state.product(),
                        List.of("Submission " + state.submissionId() + ": " + RolloutState.words(state.rollout()))));
    }
}
