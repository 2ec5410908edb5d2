package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Rollouts;
import io.github.storemaven.emulator.product.Submission;
import io.github.storemaven.emulator.update.Rollout;
import io.github.storemaven.emulator.web.Answer;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** The gradual package rollout of apps and flights (reference 5.11, 5.21, section 11). */
final class RolloutCalls {
    private final Lookup lookup;

    RolloutCalls(Catalog catalog) {
        this.lookup = new Lookup(catalog);
    }

    Answer get(Asked asked) throws Refusal {
        return Answer.json(200, Rollouts.of(submission(asked).document()).toString());
    }

    Answer percentage(Asked asked) throws Refusal {
        BigDecimal percentage =
                percentage(asked.request().query().get("percentage").orElse(""));
        return change(asked, rollout -> Rollouts.percentage(rollout, percentage));
    }

    Answer halt(Asked asked) throws Refusal {
        return change(
                asked,
                rollout -> Rollouts.percentage(Rollouts.status(rollout, "PackageRolloutStopped"), BigDecimal.ZERO));
    }

    Answer complete(Asked asked) throws Refusal {
        return change(
                asked,
                rollout ->
                        Rollouts.percentage(Rollouts.status(rollout, "PackageRolloutComplete"), new BigDecimal(100)));
    }

    private Answer change(Asked asked, UnaryOperator<JsonObject> change) throws Refusal {
        Submission submission = submission(asked);
        if (!Rollouts.inProgress(submission)) {
            throw Refusal.invalidState("packageRollout", "There is no rollout in progress for the submission.");
        }
        JsonObject changed = change.apply(Rollouts.of(submission.document()));
        submission.replaceDocument(Rollouts.with(submission.document(), changed));
        return Answer.json(200, changed.toString());
    }

    private Submission submission(Asked asked) throws Refusal {
        return lookup.submission(lookup.product(asked), asked);
    }

    private static BigDecimal percentage(String text) throws Refusal {
        if (!text.matches("\\d{1,3}(\\.\\d{1,9})?")) {
            throw Refusal.invalidValue("percentage", "The value '" + text + "' of 'percentage' is not valid.");
        }
        return Rollout.check(new BigDecimal(text));
    }
}
