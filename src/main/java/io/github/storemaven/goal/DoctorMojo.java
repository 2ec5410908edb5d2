package io.github.storemaven.goal;

import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import io.github.storemaven.ci.Annotation.Level;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.reference.AnswerLog;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.Diagnosis;
import io.github.storemaven.submission.Diagnosis.Result;
import io.github.storemaven.submission.Diagnosis.Verdict;
import io.github.storemaven.submission.Doctor;
import io.github.storemaven.submission.DoctorMarkdown;
import io.github.storemaven.submission.FindingsMarkdown;
import io.github.storemaven.submission.ReleaseConfiguration;
import io.github.storemaven.submission.ReleaseRequestReader;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.ReplacedFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Looks whether everything is set for a release, from the credentials to the store folder, and changes nothing; doctor.md
 * says what the Store answers otherwise than its reference.
 *
 * @since 0.1.0
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends AbstractReleaseMojo {
    private final SettingsDecrypter decrypter;

    @Inject
    public DoctorMojo(SettingsDecrypter decrypter, RepositorySystem repositorySystem) {
        super(decrypter, repositorySystem);
        this.decrypter = decrypter;
    }

    @Override
    boolean needsSources() {
        return false;
    }

    @Override
    void workOnWhatIsThere() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        ConfigurationProblems problems = new ConfigurationProblems();
        checkGivenProduct(problems);
        ReleaseConfiguration configuration = configuration(problems);
        ConfigurationProblems ofCredentials = new ConfigurationProblems();
        StoreConnector.Prepared opening = new StoreConnector(this, decrypter, problems).prepare(ofCredentials);
        inTurn(() -> examine(configuration, ofCredentials.message(), opening));
    }

    private void examine(
            ReleaseConfiguration configuration, Optional<String> noCredentials, StoreConnector.Prepared opening)
            throws MojoFailureException, IOException, InterruptedException {
        Diagnosis diagnosis = new Diagnosis(this::shown);
        AnswerLog answers = new AnswerLog(TimeSource.system(), shared().secrets());
        if (noCredentials.isPresent()) {
            diagnosis.add("credentials", Verdict.problem(noCredentials.get()));
            diagnosis.add("proxy", proxy(URI.create(serviceUrl)));
            Doctor.leaveOutAll(diagnosis, "there are no credentials");
        } else {
            ask(opening.open(), answers, diagnosis);
        }
        diagnosis.check("store-folder", () -> sources(configuration));
        tell(diagnosis, answers);
        if (!diagnosis.problems().isEmpty()) {
            throw new MojoFailureException(diagnosis.problemText());
        }
    }

    private void ask(Connection connection, AnswerLog answers, Diagnosis diagnosis) throws InterruptedException {
        diagnosis.add("credentials", Verdict.ok(connection.source()));
        diagnosis.add("proxy", proxy(connection.serviceUrl()));
        if (session.isOffline() && !rehearse) {
            Doctor.leaveOutAll(diagnosis, "Maven is offline (-o)");
            return;
        }
        connection.access().observe(answers);
        new Doctor(connection.service(), product(), answers, connection.access().time(), diagnosis)
                .examine(() ->
                        Verdict.ok("good until " + connection.token().expiry().truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Maven uses the proxies of its settings and does not know those of the environment. */
    private Verdict proxy(URI service) {
        Optional<Proxy> proxy = rehearse
                ? Optional.empty()
                : new SettingsProxies(session.getRepositorySession(), session.getSettings()).select(service);
        if (proxy.isPresent()) {
            return Verdict.ok(proxy.get() + (proxy.get().id().isEmpty() ? " (settings.xml)" : ""));
        }
        boolean isInEnvironment = Stream.of("HTTPS_PROXY", "https_proxy")
                .anyMatch(name -> session.getSystemProperties().containsKey("env." + name));
        return isInEnvironment && !rehearse
                ? Verdict.warning(
                        "none; Maven does not use HTTPS_PROXY: where the Store is reached through it only, add a"
                                + " <proxy> to settings.xml")
                : Verdict.ok("none");
    }

    private Verdict sources(ReleaseConfiguration configuration) throws IOException {
        ConfigurationProblems wrong = new ConfigurationProblems();
        ReleaseRequestReader.Result sources = reader(configuration, wrong).readWhatIsThere();
        Findings findings = checks(configuration).sources(sources);
        List<String> errors = Stream.concat(wrong.lines().stream(), findings.lines(Severity.ERROR).stream())
                .toList();
        if (!errors.isEmpty()) {
            return Verdict.problem(text(errors, "error"));
        }
        List<String> warnings = findings.lines(Severity.WARNING);
        if (!warnings.isEmpty()) {
            return Verdict.warning(text(warnings, "warning"));
        }
        return Verdict.ok(sources.request().isEmpty() ? "nothing to release is here" : "no finding");
    }

    private static String text(List<String> findings, String kind) {
        return findings.size() + " " + kind + (findings.size() == 1 ? "" : "s") + " (store:validate lists them):\n- "
                + String.join("\n- ", findings.subList(0, Math.min(findings.size(), ForeignText.MOST_ITEMS)));
    }

    private String shown(String message) {
        String masked = shared().secrets().lines(message);
        return rehearse ? Rehearsal.withoutLinks(masked) : masked;
    }

    private void tell(Diagnosis diagnosis, AnswerLog answers) throws IOException {
        diagnosis.checks().forEach(check -> getLog().info(check.line()));
        diagnosis.checks().stream()
                .filter(check -> check.result() == Result.WARNING && !check.isWhole())
                .forEach(check -> getLog().warn(check.name() + ": " + check.message()));
        for (Diagnosis.Check check : diagnosis.checks()) {
            if (check.result() == Result.PROBLEM || check.result() == Result.WARNING) {
                report().add(
                                check.result() == Result.PROBLEM ? Level.ERROR : Level.WARNING,
                                "store:doctor, " + check.name(),
                                check.message());
            }
        }
        report().summary(
                        "doctor-summary.md",
                        FindingsMarkdown.of(
                                (rehearse ? Rehearsal.HEADING : "") + "Store doctor, problems: "
                                        + diagnosis.problems().size(),
                                diagnosis.checks().stream()
                                        .map(Diagnosis.Check::line)
                                        .toList()));
        Path report = output().resolve("doctor.md");
        ResultFile.write(output().resolve("doctor.json"), diagnosis.json(), shared().secrets());
        ReplacedFile.write(
                report, shared().secrets().mask(DoctorMarkdown.of(diagnosis, answers, execution.getVersion())));
        if (!answers.deviations().isEmpty()) {
            getLog().warn("The Store answers otherwise than its reference in "
                    + answers.deviations().size() + " places: please attach " + report + " to a report at "
                    + FailureTranslator.REPORT);
        }
    }
}
