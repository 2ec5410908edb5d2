package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import jakarta.json.JsonObject;

/**
 * The gradual rollout of a published submission.
 *
 * @param status for example {@code PackageRolloutInProgress}; empty where the Store gave none
 * @param json as the Store sent it
 */
public record Rollout(String status, JsonObject json) {
    static Rollout of(JsonObject json) {
        return new Rollout(Members.text(json, "packageRolloutStatus").orElse(""), json);
    }

    public boolean isInProgress() {
        return status.equals("PackageRolloutInProgress");
    }
}
