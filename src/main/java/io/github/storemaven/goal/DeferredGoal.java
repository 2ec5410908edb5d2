package io.github.storemaven.goal;

import java.util.concurrent.Callable;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * A goal of a module that waits for the end of the build.
 *
 * @param command what to run to do it by itself
 */
record DeferredGoal(MavenProject project, MojoExecution execution, String command, Callable<Void> work) {
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

    @Override
    public String toString() {
        return GoalCommand.name(execution) + " of " + project.getArtifactId();
    }
}
