package io.github.storemaven.goal;

import io.github.storemaven.json.Json;
import io.github.storemaven.submission.Creation;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;

/** Tells, writes down and hands on what a create goal made. */
final class CreationResult {
    private final AbstractServiceMojo mojo;
    private final String kind;

    /** @param kind {@code addon} or {@code flight}, the name of the file and of the property */
    CreationResult(AbstractServiceMojo mojo, String kind) {
        this.mojo = mojo;
        this.kind = kind;
    }

    /** What goals after it see until the end of the build. */
    void leaveBehind() {
        property(IdToCome.of(mojo));
    }

    /** The property is never one that is also a parameter, so that no later goal changes its target by accident. */
    void conclude(Creation.Created created) throws IOException {
        String id = created.resource()
                .id()
                .orElseThrow(() -> new IOException(
                        "The Store created it and gave no " + (kind.equals("flight") ? "flightId" : "id")));
        String product = kind.equals("addon") ? "add-on" : kind;
        mojo.getLog()
                .info((created.created() ? "Created " : "It is there already: ") + product + " "
                        + ForeignText.oneLine(id));
        ResultFile.write(
                mojo.output().resolve(kind + ".json"),
                Json.PROVIDER
                        .createObjectBuilder(created.resource().json())
                        .add("created", created.created())
                        .build(),
                mojo.shared().secrets());
        if (mojo.project != null) {
            property(id);
            mojo.shared().created().put(IdToCome.of(mojo), id);
        }
    }

    private void property(String id) {
        mojo.project.getProperties().setProperty("store.created." + kind + "Id", id);
    }
}
