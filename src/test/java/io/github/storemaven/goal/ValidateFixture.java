package io.github.storemaven.goal;

import io.github.storemaven.check.Findings;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.OfflineChecks;
import io.github.storemaven.submission.ReleaseConfiguration;
import io.github.storemaven.submission.ReleaseRequestReader;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** What the goal validate finds in a project, without Maven around it. */
public final class ValidateFixture {
    private final ValidateMojo goal = new ValidateMojo(null, null);

    /** @param project the folder; packages are looked for in its folder target */
    public ValidateFixture(Path project, ProductType kind) {
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setDirectory(project.resolve("target").toString());
        goal.project = new MavenProject(model);
        goal.project.setFile(project.resolve("pom.xml").toFile());
        goal.packageMode = "replace";
        goal.setLog(new SystemStreamLog());
        goal.serverId = "microsoft-store";
        goal.session = session();
        if (kind == ProductType.ADDON) {
            goal.addonProductId = "coins";
        } else if (kind == ProductType.FLIGHT) {
            goal.flightName = "Testers";
        }
    }

    /** Without settings and environment; Maven gives no other way to make one. */
    @SuppressWarnings("deprecation")
    private static MavenSession session() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        return new MavenSession(null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    }

    /** With a submission file in the project's folder. */
    public ValidateFixture submission(String json) throws IOException {
        Path file = goal.project.getBasedir().toPath().resolve("submission.json");
        goal.submissionFile = Files.writeString(file, json).toFile();
        return this;
    }

    /** With what {@code store.packages} names. */
    public ValidateFixture packages(String... patterns) {
        goal.packages = List.of(patterns);
        return this;
    }

    /** With what Partner Center shows. */
    public ValidateFixture identity(String name, String publisher, String displayName, String familyName) {
        goal.packageIdentityName = name;
        goal.publisher = publisher;
        goal.publisherDisplayName = displayName;
        goal.packageFamilyName = familyName;
        return this;
    }

    /** With rules whose errors are warnings. */
    public ValidateFixture warnOnly(String... rules) {
        goal.warnOnly = List.of(rules);
        return this;
    }

    /** What is found; what the configuration has wrong is left out. */
    public Findings findings() throws IOException {
        ConfigurationProblems problems = new ConfigurationProblems();
        ReleaseConfiguration configuration = goal.configuration(problems);
        ReleaseRequestReader.Result sources =
                goal.reader(configuration, problems).readWhatIsThere();
        return goal.checks(configuration).sources(sources);
    }

    /** What the configuration has wrong. */
    public List<String> problems() throws IOException {
        ConfigurationProblems problems = new ConfigurationProblems();
        goal.reader(goal.configuration(problems), problems).readWhatIsThere();
        return problems.lines();
    }

    /** What the parameter filtering makes of the texts of a project without properties. */
    public static TextSource filter() {
        return new ProjectFilter(
                new MavenProject(new Model()), new Properties(), new Settings(), Date.from(Instant.EPOCH));
    }

    /** What plan and submit find in the document that the Store would get. */
    public static Findings merged(ProductType kind, JsonObject published, JsonObject merged) {
        return OfflineChecks.presence(kind, language -> Optional.empty(), published, merged, List.of());
    }
}
