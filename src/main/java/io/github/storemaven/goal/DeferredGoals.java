package io.github.storemaven.goal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
    private final Map<MavenProject, Map<MojoExecution, Map<String, Object>>> goals;
    private final Set<Goal> begun = new HashSet<>();
    private volatile List<Goal> waiting = List.of();

    private DeferredGoals(
            MavenSession session, Log log, Map<MavenProject, Map<MojoExecution, Map<String, Object>>> goals) {
        this.session = session;
        this.log = log;
        this.goals = goals;
    }

    /** Those of this build; the first goal that asks makes them run at the end. */
    static DeferredGoals of(MavenSession session, Log log) {
        Map<MavenProject, Map<MojoExecution, Map<String, Object>>> goals = new BuildState(
                        session.getRepositorySession())
                .shared("deferred", () -> {
                    Map<MavenProject, Map<MojoExecution, Map<String, Object>>> none = new ConcurrentHashMap<>();
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
                .put(goal.execution(), goal.toMap());
        log.info("Deferring " + goal + " until all modules have built (" + reason + ")");
    }

    /**
     * Runs them in the order of the reactor, whichever module was first with {@code -T}: so what is left after a failure
     * is what Maven's {@code -rf :module} runs again. A failure that is added now still fails the build, on Maven 3.6.3 to
     * 4.0.0-rc-5: the result is looked at after this event, and the summary is printed by the listeners after ours.
     */
    private void run() {
        waiting = inOrder();
        if (session.getResult().hasExceptions()) {
            leave("Build again, or run them: a build that is resumed (-rf) may leave out their modules", false);
            return;
        }
        Interruption interruption =
                Interruption.watch(() -> waiting.forEach(goal -> goal.leaving().accept(true)));
        try {
            while (!waiting.isEmpty()) {
                Goal goal = waiting.get(0);
                waiting = waiting.subList(1, waiting.size());
                long start = System.currentTimeMillis();
                try {
                    take(goal);
                } catch (LifecycleExecutionException failure) {
                    fail(failure, System.currentTimeMillis() - start);
                    leave(
                            "A build that is resumed there (-rf) runs them too",
                            Thread.currentThread().isInterrupted());
                    return;
                }
            }
        } finally {
            interruption.close();
        }
    }

    private void take(Goal goal) throws LifecycleExecutionException {
        boolean isFirstTurn = begun.add(goal);
        if (isFirstTurn) {
            log.info("Now " + goal + ": all modules have built");
        }
        if (goal.run()) {
            if (isFirstTurn && !waiting.isEmpty()) {
                log.info("The rest of " + goal + " is done behind the other goals of the build");
            }
            waiting = withLast(goal, waiting);
        }
    }

    /**
     * The goal is the last one, and takes along what has to stay behind it: the goals of its module, in their order, and what
     * overtakes nothing.
     */
    private static List<Goal> withLast(Goal goal, List<Goal> others) {
        Set<MavenProject> modules = new HashSet<>(Set.of(goal.project()));
        List<Goal> overtaking = new ArrayList<>();
        List<Goal> last = new ArrayList<>(List.of(goal));
        for (Goal other : others) {
            if (other.staysBehind() || modules.contains(other.project())) {
                modules.add(other.project());
                last.add(other);
            } else {
                overtaking.add(other);
            }
        }
        overtaking.addAll(last);
        return List.copyOf(overtaking);
    }

    private List<Goal> inOrder() {
        List<Goal> ordered = new ArrayList<>();
        for (MavenProject project : session.getProjects()) {
            goals.getOrDefault(project, Map.of())
                    .forEach((execution, goal) -> ordered.add(Goal.of(project, execution, goal)));
        }
        return List.copyOf(ordered);
    }

    private void fail(LifecycleExecutionException failure, long milliseconds) {
        session.getResult().addException(failure);
        session.getResult().addBuildSummary(new BuildFailure(failure.getProject(), milliseconds, failure));
    }

    /** Each of those that are left tells its own end; together they are told with what to do. */
    private void leave(String advice, boolean isStopped) {
        waiting.forEach(goal -> goal.leaving().accept(isStopped));
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
     * @param staysBehind whether it overtakes no goal of another module that is continued later
     * @param work returns whether there is something left to do, behind the other goals
     * @param leaving hears that the goal does not come to its end: true where the build was stopped from outside, false where
     *     it has failed
     */
    record Goal(
            MavenProject project,
            MojoExecution execution,
            String command,
            boolean staysBehind,
            Callable<Boolean> work,
            Consumer<Boolean> leaving) {
        @SuppressWarnings("unchecked")
        private static Goal of(MavenProject project, MojoExecution execution, Map<String, Object> parts) {
            return new Goal(
                    project,
                    execution,
                    (String) parts.get("command"),
                    (boolean) parts.get("staysBehind"),
                    (Callable<Boolean>) parts.get("work"),
                    (Consumer<Boolean>) parts.get("leaving"));
        }

        private Map<String, Object> toMap() {
            return Map.of("command", command, "staysBehind", staysBehind, "work", work, "leaving", leaving);
        }

        /**
         * Does what waited.
         *
         * @return whether there is something left to do
         * @throws LifecycleExecutionException when it fails: Maven says it as for any other goal
         */
        boolean run() throws LifecycleExecutionException {
            try {
                return work.call();
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
