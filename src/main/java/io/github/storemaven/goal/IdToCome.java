package io.github.storemaven.goal;

import java.util.Optional;

/**
 * Stands for the id of what a deferred goal will create, so that {@code ${store.created.addonId}} of a goal after it has a
 * value that no Store ID can be. At the end of the build the id itself takes its place.
 */
final class IdToCome {
    private static final String MARK = "created by ";

    private IdToCome() {}

    /** The stand-in for what this goal creates, another one in each module. */
    static String of(AbstractStoreMojo goal) {
        return MARK + GoalCommand.name(goal.execution) + " of " + goal.project.getGroupId() + ":"
                + goal.project.getArtifactId();
    }

    static boolean is(String id) {
        return id.startsWith(MARK);
    }

    /** The id, once the goal that creates it has run; any other text as it is. */
    static String known(String id, SharedState shared) {
        return Optional.ofNullable(id).map(shared.created()::get).orElse(id);
    }
}
