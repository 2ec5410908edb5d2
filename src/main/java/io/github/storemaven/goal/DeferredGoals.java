package io.github.storemaven.goal;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * The goals of all modules that change something in the Store: they wait until the build has ended, and run if nothing
 * has failed. Modules with other class loaders add to them, so the map holds types of the JDK and of Maven alone.
 */
final class DeferredGoals {
    private final MavenSession session;
    private final Log log;
    private final Map<MavenProject, Map<MojoExecution, Map.Entry<String, Callable<Void>>>> goals;

    private DeferredGoals(
            MavenSession session,
            Log log,
            Map<MavenProject, Map<MojoExecution, Map.Entry<String, Callable<Void>>>> goals) {
        this.session = session;
        this.log = log;
        this.goals = goals;
    }

    /** Those of this build; the first goal that asks makes them run at the end. */
    static DeferredGoals of(MavenSession session, Log log) {
        Map<MavenProject, Map<MojoExecution, Map.Entry<String, Callable<Void>>>> goals = new BuildState(
                        session.getRepositorySession())
                .shared("deferred", () -> {
                    Map<MavenProject, Map<MojoExecution, Map.Entry<String, Callable<Void>>>> none =
                            new ConcurrentHashMap<>();
                    SessionEnd.of(session).first(() -> new DeferredGoals(session, log, none).run());
                    return none;
                });
        return new DeferredGoals(session, log, goals);
    }

    /** Whether some goal waits already. */
    boolean areThere() {
        return !goals.isEmpty();
    }

    void add(Goal goal, String reason) {
        goals.computeIfAbsent(goal.project(), unused -> Collections.synchronizedMap(new LinkedHashMap<>()))
                .put(goal.execution(), Map.entry(goal.command(), goal.work()));
        log.info("Deferring " + goal + " to the end of the build (" + reason + ")");
    }

    /**
     * Runs them in the order of the reactor, whichever module was first with {@code -T}: so what is left after a failure
     * is what Maven's {@code -rf :module} runs again. A failure that is added now still fails the build, on Maven 3.6.3 to
     * 4.0.0-rc-5: the result is looked at after this event, and the summary is printed by the listeners after ours.
     */
    private void run() {
        Deque<Goal> waiting = inOrder();
        if (session.getResult().hasExceptions()) {
            sayWhatIsLeft(
                    waiting, "Build again, or run them: a build that is resumed (-rf) may leave out their modules");
            return;
        }
        while (!waiting.isEmpty()) {
            Goal goal = waiting.removeFirst();
            log.info("Now " + goal + ", which waited for the end of the build");
            long start = System.currentTimeMillis();
            try {
                goal.run();
            } catch (LifecycleExecutionException failure) {
                fail(failure, System.currentTimeMillis() - start);
                sayWhatIsLeft(waiting, "A build that is resumed there (-rf) runs them too");
                return;
            }
        }
    }

    private Deque<Goal> inOrder() {
        Deque<Goal> ordered = new ArrayDeque<>();
        for (MavenProject project : session.getProjects()) {
            goals.getOrDefault(project, Map.of())
                    .forEach((execution, goal) ->
                            ordered.add(new Goal(project, execution, goal.getKey(), goal.getValue())));
        }
        return ordered;
    }

    private void fail(LifecycleExecutionException failure, long milliseconds) {
        session.getResult().addException(failure);
        session.getResult().addBuildSummary(new BuildFailure(failure.getProject(), milliseconds, failure));
    }

    private void sayWhatIsLeft(Deque<Goal> waiting, String advice) {
        if (!waiting.isEmpty()) {
            log.warn("The build has failed, and these goals changed nothing in the Store: "
                    + waiting.stream().map(Goal::command).collect(Collectors.joining("; "))
                    + ". " + advice);
        }
    }

    /**
     * A goal of a module that waits for the end of the build.
     *
     * @param command what to run to do it by itself
     */
    record Goal(MavenProject project, MojoExecution execution, String command, Callable<Void> work) {
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
}
