package io.github.storemaven.goal;

import java.util.concurrent.Callable;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** A goal of a module that waits for the end of the build. */
record DeferredGoal(MavenProject project, MojoExecution execution, Callable<Void> work) {
    /**
     * Does what waited.
     *
     * @throws LifecycleExecutionException when it fails: Maven says it as for any other goal
     */
    void run() throws LifecycleExecutionException {
        try {
            work.call();
        } catch (Exception e) {
            throw new LifecycleExecutionException(execution, project, e);
        }
    }

    /** The goal as it is written on a command line. */
    static String name(MojoExecution execution) {
        String id = execution.getExecutionId();
        return "store:" + execution.getGoal() + (id == null || id.equals("default-cli") ? "" : "@" + id);
    }

    /** What to run to do it alone; an execution's id may have spaces. */
    String command() {
        String name = name(execution);
        return "mvn " + (name.contains(" ") ? "\"" + name + "\"" : name) + " -pl :" + project.getArtifactId();
    }

    @Override
    public String toString() {
        return name(execution) + " of " + project.getArtifactId();
    }
}
