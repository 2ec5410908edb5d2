package io.github.storemaven.installer;

import io.github.storemaven.installer.InstallerClient.DraftStatus;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The state of the draft of an MSI or EXE product and of the submission in progress (MSI/EXE reference, section 10).
 *
 * @param publishing of the submission in progress; empty without one
 */
public record InstallerStatus(String productId, DraftStatus draft, String publishing) {
    /** Asks: one request, and one more for a submission in progress. */
    public static InstallerStatus of(InstallerClient client, String productId)
            throws StoreRefusedException, IOException, InterruptedException {
        DraftStatus draft = client.status();
        String publishing = draft.ongoing().isEmpty()
                ? ""
                : client.publishing(draft.ongoing()).status();
        return new InstallerStatus(productId, draft, publishing);
    }

    /** In words. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Product " + productId + ": the draft is " + (draft.isReady() ? "ready" : "not ready")
                + "; this API does not tell what is published");
        draft.entries().stream().limit(ForeignText.MOST_ITEMS).forEach(entry -> lines.add("  " + entry));
        if (draft.entries().size() > ForeignText.MOST_ITEMS) {
            lines.add("  and " + (draft.entries().size() - ForeignText.MOST_ITEMS) + " more");
        }
        lines.add(
                draft.ongoing().isEmpty()
                        ? "No submission is in progress"
                        : "Submission " + draft.ongoing() + " is in progress: " + publishing);
        return lines;
    }

    /** As {@code status.json}. */
    public JsonObject json() {
        JsonObjectBuilder product = Json.PROVIDER
                .createObjectBuilder()
                .add(
                        "product",
                        Json.PROVIDER
                                .createObjectBuilder()
                                .add("kind", "installer")
                                .add("id", productId))
                .add("ready", draft.isReady());
        if (!draft.ongoing().isEmpty()) {
            product.add(
                    "pending",
                    Json.PROVIDER
                            .createObjectBuilder()
                            .add("submissionId", draft.ongoing())
                            .add("status", publishing));
        }
        return Json.PROVIDER
                .createObjectBuilder()
                .add("products", Json.PROVIDER.createArrayBuilder().add(product))
                .build();
    }
}
