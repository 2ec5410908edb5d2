package io.github.storemaven.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * The command that runs one goal of one module again. What the command line of this build limits or chooses is part of
 * it: copied without {@code "-Dstore.rehearse=true"}, the advice after a rehearsal would release in earnest.
 */
final class GoalCommand {
    /** What Maven calls the stand-in for a project where there is none. */
    private static final String WITHOUT_POM = "standalone-pom";

    private static final String REHEARSE = "store.rehearse";

    /** Names of what may be a secret; none of our parameters takes one, but somebody may think so. */
    private static final Pattern SECRET_NAME =
            Pattern.compile("secret|password|passphrase|token|key|credential", Pattern.CASE_INSENSITIVE);

    /** What some shell reads as something else even in quotes, and an address with a password. */
    private static final Pattern NOT_FOR_A_SHELL =
            Pattern.compile("[\"`$%!\\p{Cntrl}]|\\\\$|://[^/]*@", Pattern.CASE_INSENSITIVE);

    /** Often holds a test account. */
    private static final String NOTES = "store.notesForCertification";

    private final MavenProject project;
    private final MojoExecution execution;
    private final List<String> options = new ArrayList<>();
    private final List<String> unsaid = new ArrayList<>();

    private GoalCommand(MavenProject project, MojoExecution execution) {
        this.project = project;
        this.execution = execution;
    }

    /** @param rehearsed wherever the switch came from */
    static String of(MavenProject project, MojoExecution execution, MavenExecutionRequest request, boolean rehearsed) {
        return of(project, execution, request, rehearsed, request.getUserProperties());
    }

    /** The same with other properties than those of this command line. */
    static String of(
            MavenProject project,
            MojoExecution execution,
            MavenExecutionRequest request,
            boolean rehearsed,
            Properties given) {
        GoalCommand command = new GoalCommand(project, execution);
        command.profiles(request);
        if (rehearsed) {
            command.option(REHEARSE, "true", false);
        }
        command.properties(given);
        return command.line();
    }

    /** A goal as it is written on a command line. */
    static String name(MojoExecution execution) {
        String id = execution.getExecutionId();
        return "store:" + execution.getGoal() + (id == null || id.equals("default-cli") ? "" : "@" + id);
    }

    private void profiles(MavenExecutionRequest request) {
        List<String> profiles = new ArrayList<>(request.getActiveProfiles());
        request.getInactiveProfiles().forEach(profile -> profiles.add("-" + profile));
        if (!profiles.isEmpty()) {
            options.add("\"-P" + String.join(",", profiles) + "\"");
        }
    }

    /** Ours, and what the POM makes our parameters of: without it another product might be meant. */
    private void properties(Properties given) {
        PomText pom = new PomText(project, execution);
        Set<String> used = pom.sources();
        Set<String> notes = pom.sources(pom.written("notesForCertification", NOTES));
        for (String name : new TreeSet<>(given.stringPropertyNames())) {
            boolean said = (name.startsWith("store.") || used.contains(name))
                    && !name.equals(REHEARSE)
                    && !SECRET_NAME.matcher(name).find();
            if (said) {
                option(name, given.getProperty(name), name.equals(NOTES) || notes.contains(name));
            }
        }
    }

    private void option(String name, String value, boolean isConfidential) {
        if (isConfidential || NOT_FOR_A_SHELL.matcher(value).find()) {
            unsaid.add(name);
        } else {
            options.add("\"-D" + name + "=" + value + "\"");
        }
    }

    private String line() {
        String name = name(execution);
        String goal = name.contains(" ") ? "\"" + name + "\"" : name;
        String command =
                "mvn " + goal + (WITHOUT_POM.equals(project.getArtifactId()) ? "" : " -pl :" + project.getArtifactId());
        String whole = options.isEmpty() ? command : command + " " + String.join(" ", options);
        return unsaid.isEmpty() ? whole : whole + " (with the same " + String.join(", ", unsaid) + ")";
    }
}
