package io.github.storemaven.goal;

import io.github.storemaven.testing.MsixBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;

/**
 * A goal with all that Maven tells it about its configuration: the POM's elements merged with the descriptor's expressions,
 * properties, profiles and the command line. Fields have the values that Java gives them, but for those that our own reader
 * sets.
 */
final class GoalFixture<T extends AbstractStoreMojo> {
    final T mojo;
    final List<String> said = new ArrayList<>();
    final Model model = new Model();

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenProject project = new MavenProject(model);
    private final MavenSession session;
    private final Plugin plugin = new Plugin();
    private Xpp3Dom written = new Xpp3Dom("configuration");
    private boolean isMaven4;

    GoalFixture(T mojo, String goal) throws Exception {
        this(mojo, goal, new DefaultRepositorySystemSession());
    }

    /** Validates a package in a folder. */
    static GoalFixture<ValidateMojo> validate(Path folder, MsixBuilder app) throws Exception {
        GoalFixture<ValidateMojo> goal = new GoalFixture<>(new ValidateMojo(null, null), "validate").in(folder);
        goal.mojo.packageMode = "replace";
        app.write(folder.resolve("tide.msix"));
        goal.mojo.packages = List.of("tide.msix");
        return goal;
    }

    /** @param build what the goals of a build have in common, its rehearsal among it */
    GoalFixture(T mojo, String goal, RepositorySystemSession build) throws Exception {
        this.mojo = mojo;
        this.session = session(build);
        PluginDescriptor descriptor = descriptor();
        MojoDescriptor described = descriptor.getMojo(goal);
        plugin.setGroupId(descriptor.getGroupId());
        plugin.setArtifactId(descriptor.getArtifactId());
        plugin.setVersion(descriptor.getVersion());
        descriptor.setPlugin(plugin);
        model.setBuild(new Build());
        model.getBuild().setDirectory(Path.of("target", "goals").toString());
        model.getBuild().addPlugin(plugin);
        project.setOriginalModel(model);
        project.setFile(Path.of("pom.xml").toAbsolutePath().toFile());
        project.setArtifact(
                new DefaultArtifact("test", "test", "1", null, "pom", "", new DefaultArtifactHandler("pom")));
        session.setProjects(List.of(project));
        request.setGoals(new ArrayList<>(List.of("deploy")));
        mojo.session = session;
        mojo.project = project;
        mojo.execution = new MojoExecution(described, "default-" + goal);
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                said.add("INFO " + line);
            }

            @Override
            public void warn(CharSequence line) {
                said.add("WARN " + line);
            }
        });
    }

    static GoalFixture<SubmitMojo> submit() throws Exception {
        return new GoalFixture<>(new SubmitMojo(null, null), "submit");
    }

    /** Maven gives no other way to make one. */
    @SuppressWarnings("deprecation")
    private MavenSession session(RepositorySystemSession build) {
        return new MavenSession(null, build, request, new DefaultMavenExecutionResult());
    }

    /** A copy, as Maven makes one for each project, since a descriptor knows the plugin that its project declares. */
    private static PluginDescriptor descriptor() throws Exception {
        PluginDescriptor copy = new PluginDescriptor();
        copy.setGroupId(Parsed.DESCRIPTOR.getGroupId());
        copy.setArtifactId(Parsed.DESCRIPTOR.getArtifactId());
        copy.setVersion(Parsed.DESCRIPTOR.getVersion());
        copy.setGoalPrefix(Parsed.DESCRIPTOR.getGoalPrefix());
        for (MojoDescriptor goal : Parsed.DESCRIPTOR.getMojos()) {
            MojoDescriptor described = goal.clone();
            described.setPluginDescriptor(copy);
            copy.addMojo(described);
        }
        return copy;
    }

    /** What the build has written for Maven, read once: it has some hundred kilobytes. */
    private static final class Parsed {
        private static final PluginDescriptor DESCRIPTOR = read();

        private static PluginDescriptor read() {
            try (InputStream in = GoalFixture.class.getResourceAsStream("/META-INF/maven/plugin.xml");
                    Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                return new PluginDescriptorBuilder().build(text);
            } catch (IOException | PlexusConfigurationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** An empty element hides the property here, and elements of a list do. */
    GoalFixture<T> maven4() {
        isMaven4 = true;
        return this;
    }

    /** Elements of {@code <configuration>}, with expressions as the POM has them. */
    GoalFixture<T> pom(String elements) throws Exception {
        written = Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>"));
        plugin.setConfiguration(written);
        return this;
    }

    /** A property of the POM. */
    GoalFixture<T> property(String name, String value) {
        model.addProperty(name, value);
        return this;
    }

    /** A property that a parent POM has. */
    GoalFixture<T> inherited(String name, String value) {
        project.getProperties().setProperty(name, value);
        project.setOriginalModel(new Model());
        return this;
    }

    /** A property of an active profile of settings.xml. */
    GoalFixture<T> settings(String name, String value) {
        Profile profile = new Profile();
        profile.setSource(Profile.SOURCE_SETTINGS);
        profile.addProperty(name, value);
        project.setActiveProfiles(List.of(profile));
        project.getProperties().setProperty(name, value);
        return this;
    }

    /** A project in a folder, and the build called there. */
    GoalFixture<T> in(Path folder) {
        project.setFile(folder.resolve("pom.xml").toFile());
        model.getBuild().setDirectory(folder.resolve("target").toString());
        request.setBaseDirectory(folder.toFile());
        return this;
    }

    /** An argument {@code -Dname=value}. */
    GoalFixture<T> given(String name, String value) {
        session.getUserProperties().setProperty(name, value);
        return this;
    }

    /** An argument of the JVM, or a variable of the environment as {@code env.NAME}. */
    GoalFixture<T> system(String name, String value) {
        session.getSystemProperties().setProperty(name, value);
        return this;
    }

    GoalFixture<T> goals(String... goals) {
        request.setGoals(List.of(goals));
        return this;
    }

    /** Runs the goal; the message of its failure. */
    Optional<String> failure() throws MojoExecutionException {
        configure();
        try {
            mojo.execute();
            return Optional.empty();
        } catch (MojoFailureException told) {
            return Optional.of(told.getMessage());
        }
    }

    /** Looks at the parameters alone; what is wrong with them. */
    String problems() throws MojoExecutionException {
        configure();
        mojo.skip = true;
        try {
            mojo.execute();
            return "";
        } catch (MojoFailureException told) {
            return told.getMessage();
        }
    }

    /** Fills the fields as Maven does, and runs the goal. */
    void run() throws Exception {
        configure();
        new BasicComponentConfigurator()
                .configureComponent(
                        mojo,
                        new XmlPlexusConfiguration(mojo.execution.getConfiguration()),
                        new PluginParameterExpressionEvaluator(session, mojo.execution),
                        null);
        mojo.execute();
    }

    /** The build is over. */
    void end() {
        ExecutionListener listener = request.getExecutionListener();
        if (listener != null) {
            listener.sessionEnded(null);
        }
    }

    /** What Maven makes of descriptor and POM for an execution. */
    void configure() {
        Xpp3Dom merged = new Xpp3Dom("configuration");
        for (Parameter parameter : mojo.execution.getMojoDescriptor().getParameters()) {
            Xpp3Dom child = new Xpp3Dom(parameter.getName());
            child.setValue(parameter.getExpression());
            if (parameter.getDefaultValue() != null) {
                child.setAttribute("default-value", parameter.getDefaultValue());
            }
            Xpp3Dom own = written.getChild(parameter.getName());
            if (own == null) {
                merged.addChild(child);
            } else {
                merged.addChild(isMaven4 ? own : Xpp3Dom.mergeXpp3Dom(new Xpp3Dom(own), child, true));
            }
        }
        mojo.execution.setConfiguration(merged);
    }
}
