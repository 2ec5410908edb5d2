package io.github.storemaven.goal;

import io.github.storemaven.json.Json;
import io.github.storemaven.submission.Creation;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.util.Optional;

/**
 * The id of what a create goal makes: told, written down, and handed on to the goals after it as a property. While the goal
 * waits for the end of the build, a text that no Store ID can be stands for it; at the end the id itself takes its place.
 */
final class CreatedId {
    private static final String MARK = "created by ";

    private final AbstractServiceMojo mojo;
    private final String kind;

    /** @param kind {@code addon} or {@code flight}, the name of the file and of the property */
    CreatedId(AbstractServiceMojo mojo, String kind) {
        this.mojo = mojo;
        this.kind = kind;
    }

    /** What goals after it see until the end of the build. */
    void announce() {
        property(toCome(mojo));
    }

    /** The property is never one that is also a parameter, so that no later goal changes its target by accident. */
    void conclude(Creation.Created created) throws IOException {
        String id = created.resource()
                .id()
                .orElseThrow(() -> new IOException(
                        "The Store created it and gave no " + (kind.equals("flight") ? "flightId" : "id")));
        String product = kind.equals("addon") ? "add-on" : kind;
        mojo.getLog()
                .info((created.created() ? "Created " : "Exists already: ") + product + " "
                        + created.resource()
                                .name()
                                .map(name -> "\"" + ForeignText.oneLine(name) + "\" (" + ForeignText.oneLine(id) + ")")
                                .orElse(ForeignText.oneLine(id)));
        ResultFile.write(
                mojo.output().resolve(kind + ".json"),
                Json.PROVIDER
                        .createObjectBuilder(created.resource().json())
                        .add("created", created.created())
                        .build(),
                mojo.shared().secrets());
        if (mojo.project != null) {
            property(id);
            mojo.shared().created().put(toCome(mojo), id);
        }
    }

    private void property(String id) {
        mojo.project.getProperties().setProperty("store.created." + kind + "Id", id);
    }

    /** The stand-in for what this goal creates, another one in each module. */
    private static String toCome(AbstractStoreMojo goal) {
        return MARK + GoalCommand.name(goal.execution) + " of " + goal.project.getGroupId() + ":"
                + goal.project.getArtifactId();
    }

    /** Whether this stands for an id that is still to come. */
    static boolean isToCome(String id) {
        return id.startsWith(MARK);
    }

    /** The id, once the goal that creates it has run; any other text as it is. */
    static String known(String id, BuildState shared) {
        return Optional.ofNullable(id).map(shared.created()::get).orElse(id);
    }
}
