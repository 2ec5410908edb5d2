package io.github.storemaven.goal;

import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.ForeignText;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have: skip, folders, and how an end becomes Maven's. */
abstract class AbstractStoreMojo extends AbstractMojo {
    /**
     * true: skip every goal of this plugin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.skip", defaultValue = "false")
    boolean skip;

    /**
     * Folder for result files. Default: target/store of the project, or of the current directory without one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.outputDirectory")
    File outputDirectory;

    /**
     * Properties with the prefix store that belong to other tools, so that none is taken for a misspelt one of this
     * plugin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.ignoredProperties")
    List<String> ignoredProperties;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    MojoExecution execution;

    /** Standard output as the CI service reads it, past Maven; tests put their own in. */
    OutputStream console = CiChannel.console();

    /** Made once, since it prepares each secret for the search. */
    private volatile HarmlessLog harmless;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            checkParameters();
        } catch (MojoFailureException wrong) {
            failed(wrong);
            throw wrong;
        }
        Optional<String> reason = skippedBy();
        if (reason.isPresent()) {
            String line = "Skipping " + goal() + " (" + reason.get() + " is true)";
            getLog().info(line);
            skipped(line);
        } else {
            ended(this::run);
        }
    }

    /** The goal ends before it has begun, since its parameters are wrong. */
    void failed(MojoFailureException wrong) {}

    /** The goal does nothing, as asked. */
    void skipped(String line) {}

    /** Before anything else, skipping included: what arrives wrong may be the very switch that was to skip. */
    private void checkParameters() throws MojoFailureException {
        ConfigurationProblems problems = new ConfigurationProblems();
        CommandLine commandLine = new CommandLine(session, project);
        commandLine.checkWhole(problems);
        new UnknownParameters(this, commandLine, problems).check();
        new OverruledParameters(this, commandLine).check(problems);
        new ParameterReader(this, commandLine, FileSystems.getDefault()).read(problems);
        FailureTranslator.failIfAny(problems);
    }

    /** The names that were given and may be meant for a parameter that is missing, as the end of a message. */
    final String meantFor(String parameter) {
        List<String> names =
                UnknownParameters.meantFor(parameter, new CommandLine(session, project), project.getProperties());
        return names.isEmpty() ? "" : ". Is " + String.join(" or ", names) + ", which is set, meant for it?";
    }

    /**
     * The parameters that this goal takes only from the command line and from an execution of its own: elsewhere they belong
     * to another goal.
     */
    Set<String> ownParameters() {
        return Set.of();
    }

    /** The property that skips this goal; empty where it runs. */
    Optional<String> skippedBy() {
        return skip ? Optional.of("store.skip") : Optional.empty();
    }

    /** What a goal does; an IOException means that it could not be done. */
    @FunctionalInterface
    interface Work {
        void run() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException;
    }

    /** Does some work, and ends as Maven wants it. */
    final void ended(Work work) throws MojoExecutionException, MojoFailureException {
        try {
            new FailureTranslator(goal(), shared().secrets()).run(work::run);
        } catch (MojoExecutionException | MojoFailureException failure) {
            tellEnd(Optional.of(failure));
            throw failure;
        }
        tellEnd(Optional.empty());
    }

    /** Which CI service is told of the run; a goal without the parameter tells none. */
    String ciReport() {
        return "none";
    }

    /** Tells the CI service that the goal has ended, or the part of it that did not wait for the end of the build. */
    void tellEnd(Optional<? extends Exception> failure) {}

    /** What all modules of the build share. */
    final BuildState shared() {
        return new BuildState(session == null ? null : session.getRepositorySession());
    }

    /** Maven's log, behind a net for what others wrote. */
    @Override
    public HarmlessLog getLog() {
        Log log = super.getLog();
        HarmlessLog known = harmless;
        if (session == null) {
            return new HarmlessLog(log, shared().secrets());
        }
        if (known == null || !known.log().equals(log)) {
            known = new HarmlessLog(log, shared().secrets());
            harmless = known;
        }
        return known;
    }

    /** Does what the goal is for. */
    abstract void run() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException;

    final String goal() {
        return execution == null ? "this goal" : execution.getGoal();
    }

    /** Whether there is a POM: without one Maven hands out a stand-in without a file. */
    final boolean hasProject() {
        return project != null && project.getFile() != null;
    }

    /** The folder that relative files start from. */
    final Path folder() {
        return hasProject()
                ? project.getBasedir().toPath()
                : Path.of(session.getExecutionRootDirectory()).toAbsolutePath();
    }

    /** A file for a message: relative where it is in the project. */
    final String named(Path file) {
        Path whole = file.toAbsolutePath();
        boolean isInside = whole.startsWith(folder()) && !whole.equals(folder());
        return ForeignText.oneLine(
                isInside ? folder().relativize(whole).toString().replace('\\', '/') : file.toString());
    }

    /** The folder for result files of the whole build: that of its first project. */
    final Path buildOutput() {
        MavenProject first = session.getProjects().get(0);
        if (first.equals(project) || !hasProject()) {
            return output();
        }
        if (outputDirectory == null) {
            return Path.of(first.getBuild().getDirectory()).resolve("store");
        }
        Path own = project.getBasedir().toPath();
        return output().startsWith(own)
                ? first.getBasedir().toPath().resolve(own.relativize(output()).toString())
                : output();
    }

    final Path output() {
        if (outputDirectory != null) {
            return outputDirectory.toPath();
        }
        return hasProject()
                ? Path.of(project.getBuild().getDirectory()).resolve("store")
                : folder().resolve("target").resolve("store");
    }
}
