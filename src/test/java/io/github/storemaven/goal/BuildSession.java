package io.github.storemaven.goal;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.http.DirectTransport;
import io.github.storemaven.testing.MsixBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.artifact.Artifact;
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
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** A build of some modules without Maven around it: goals run in it as Maven would run them, and it ends. */
final class BuildSession {
    static final String APP = "9PAPPDEMO001";

    /** Asks the Stores whose credentials the build has without sockets. */
    final DirectTransport network = new DirectTransport();

    private final Path folder;
    private final List<MavenProject> projects = new ArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenSession session;

    @SuppressWarnings("deprecation") // Maven offers no other way to make one without a container.
    BuildSession(Path folder, String... modules) {
        this.folder = folder;
        request.setBaseDirectory(folder.toFile());
        session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        for (String module : modules) {
            projects.add(module(module));
        }
        session.setProjects(projects);
    }

    private MavenProject module(String name) {
        Model model = new Model();
        model.setGroupId("it");
        model.setArtifactId(name);
        model.setVersion("1.2.0");
        model.setPackaging("jar");
        model.setBuild(new Build());
        Path home = folder.resolve(name);
        model.getBuild().setDirectory(home.resolve("target").toString());
        MavenProject project = new MavenProject(model);
        project.setOriginalModel(model);
        project.setFile(home.resolve("pom.xml").toFile());
        Artifact artifact =
                new DefaultArtifact("it", name, "1.2.0", "compile", "jar", "", new DefaultArtifactHandler("jar"));
        project.setArtifact(artifact);
        return project;
    }

    MavenProject project(String module) {
        return projects.stream()
                .filter(project -> project.getArtifactId().equals(module))
                .findFirst()
                .orElseThrow();
    }

    MavenSession session() {
        return session;
    }

    /** Puts the credentials of a Store into the environment. */
    void credentials(EmbeddedStore store) {
        network.add(store);
        Properties environment = session.getSystemProperties();
        environment.setProperty("env.AZURE_TENANT_ID", store.tenantId());
        environment.setProperty("env.AZURE_CLIENT_ID", store.clientId());
        environment.setProperty("env.AZURE_CLIENT_SECRET", store.clientSecret());
    }

    /** Puts a package where submit looks for it. */
    Path writePackage(String module, String name, String version) throws IOException {
        Path target = Files.createDirectories(Path.of(project(module).getBuild().getDirectory()));
        MsixBuilder.app().version(version).write(target.resolve(name));
        return target.resolve(name);
    }

    /** A goal with the values that Maven gives it by default, in a rehearsal of an app. */
    <T extends AbstractStoreMojo> T goal(String module, T mojo, String goal) {
        mojo.session = session;
        mojo.project = project(module);
        mojo.execution = execution(goal, "store", Source.LIFECYCLE);
        mojo.setLog(log());
        if (mojo instanceof AbstractServiceMojo service) {
            service.network = proxies -> network;
            service.serverId = "microsoft-store";
            service.serviceUrl = "https://manage.devcenter.microsoft.com";
            service.loginUrl = "https://login.microsoftonline.com";
            service.requestsPerMinute = "1000";
            service.applicationId = APP;
            service.submitAtEnd = true;
            service.rehearse = true;
        }
        if (mojo instanceof AbstractInstallerMojo either) {
            either.installerServiceUrl = "https://api.store.microsoft.com";
        }
        if (mojo instanceof AbstractReleaseMojo wanted) {
            wanted.packageMode = "replace";
        }
        if (mojo instanceof PlanMojo plan) {
            plan.onPending = "replace";
            plan.onRollout = "fail";
        }
        if (mojo instanceof PreviewMojo preview) {
            preview.onPending = "replace";
            preview.onRollout = "fail";
        }
        if (mojo instanceof SubmitMojo submit) {
            submit.onPending = "replace";
            submit.commit = true;
            submit.onRollout = "fail";
            submit.waitFor = "none";
        }
        if (mojo instanceof SubmitAddonsMojo addons) {
            addons.onPending = "replace";
            addons.commit = true;
            addons.waitFor = "commit";
        }
        if (mojo instanceof SubmitInstallerMojo installer) {
            installer.applicationId = null;
            installer.installerServiceUrl = "https://api.store.microsoft.com";
            installer.onPending = "replace";
            installer.commit = true;
            installer.checkInstallers = true;
            installer.waitFor = "none";
        }
        return mojo;
    }

    SubmitMojo submit(String module) {
        return goal(module, new SubmitMojo(null, null), "submit");
    }

    static MojoExecution execution(String goal, String id, Source source) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.storemaven");
        plugin.setArtifactId("store-maven-plugin");
        PluginExecution bound = new PluginExecution();
        bound.setId(id);
        plugin.addExecution(bound);
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setGoal(goal);
        descriptor.setPluginDescriptor(new PluginDescriptor());
        descriptor.getPluginDescriptor().setPlugin(plugin);
        return new MojoExecution(descriptor, id, source);
    }

    private SystemStreamLog log() {
        return new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                said.add(line.toString());
            }

            @Override
            public void error(CharSequence line) {
                said.add(line.toString());
            }

            @Override
            public void debug(CharSequence line) {}

            @Override
            public void warn(CharSequence line) {
                said.add("WARNING " + line);
            }
        };
    }

    /** All lines of the log. */
    List<String> said() {
        return said;
    }

    /** The build is over: what waits for its end happens, once. */
    BuildSession end() {
        ExecutionListener listener = request.getExecutionListener();
        request.setExecutionListener(null);
        if (listener != null) {
            listener.sessionEnded(null);
        }
        return this;
    }

    /** The message with which a goal fails; empty where it does not. */
    static String failure(AbstractStoreMojo goal) throws Exception {
        try {
            goal.execute();
            return "";
        } catch (MojoFailureException told) {
            return told.getMessage();
        }
    }

    /** The message of the first failure, from inside Maven's wrapping. */
    String failure() {
        Throwable failure = session.getResult().getExceptions().get(0);
        return failure.getCause().getMessage();
    }

    File file(String path) {
        return folder.resolve(path).toFile();
    }
}
