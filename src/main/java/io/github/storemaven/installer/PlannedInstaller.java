package io.github.storemaven.installer;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a release of an MSI or EXE product would do now; it only reads.
 *
 * @param ongoing the submission in progress, which a release waits for or stops at; empty without one
 * @param edits paths of the draft that this project did not make, which a release submits only where it is told to
 */
public record PlannedInstaller(String productId, InstallerPlan plan, String ongoing, List<String> edits) {
    public PlannedInstaller {
        edits = List.copyOf(edits);
    }

    /** Compares a request with the draft. */
    public static PlannedInstaller of(
            InstallerClient client, String productId, InstallerRequest request, Path recordFile, boolean sendImages)
            throws StoreRefusedException, IOException, InterruptedException {
        Optional<InstallerRecord> record = InstallerRecord.read(recordFile, productId);
        String ongoing = client.status().ongoing();
        InstallerDraft draft = InstallerDraft.read(client);
        InstallerPlan plan = InstallerPlan.of(
                draft, request, record.map(InstallerRecord::images).orElse(Map.of()), sendImages);
        return new PlannedInstaller(
                productId,
                plan,
                ongoing,
                record.map(known -> known.editsIn(draft)).orElse(List.of()));
    }

    /** The same with the text of the notes for certification, or with its length. */
    public PlannedInstaller showingNotes(boolean show) {
        return new PlannedInstaller(productId, plan.showingNotes(show), ongoing, edits);
    }

    /** For a log. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (plan.isEmpty()) {
            lines.add("No change to product " + productId + ", compared with its draft");
        } else {
            lines.add(InstallerPlan.headline(productId));
            lines.addAll(plan.lines());
            lines.add(plan.total());
        }
        if (plan.presumed() > 0) {
            lines.add(
                    "Images are taken for those of the Store by number, order and size, since this API gives no digest;"
                            + " they are sent when something else is released, or with \"-Dstore.sendImages=true\"");
        }
        if (!ongoing.isEmpty()) {
            lines.add("Submission " + ongoing + " is in progress: the Store changes nothing until it has ended");
        }
        edits.forEach(path -> lines.add("The draft has a change that this project did not make: " + path));
        return lines;
    }

    /** As {@code plan.json}: changes by path, and the images that would be sent. */
    public JsonObject json() {
        JsonArrayBuilder changes = Json.PROVIDER.createArrayBuilder();
        plan.changes().forEach(change -> {
            JsonObjectBuilder one = Json.PROVIDER.createObjectBuilder().add("path", change.path());
            change.from().ifPresent(value -> one.add("from", value));
            change.to().ifPresent(value -> one.add("to", value));
            changes.add(one);
        });
        JsonArrayBuilder files = Json.PROVIDER.createArrayBuilder();
        plan.images().stream()
                .flatMap(set -> set.files().stream())
                .map(FileContent::file)
                .map(Path::toString)
                .forEach(files::add);
        JsonObjectBuilder json =
                Json.PROVIDER.createObjectBuilder().add("changes", changes).add("files", files);
        if (!ongoing.isEmpty()) {
            json.add(
                    "pending",
                    Json.PROVIDER
                            .createObjectBuilder()
                            .add("submissionId", ongoing)
                            .add("status", "INPROGRESS"));
        }
        return json.build();
    }
}
