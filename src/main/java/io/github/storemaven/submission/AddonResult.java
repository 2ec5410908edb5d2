package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * What has become of one add-on.
 *
 * @param productId that its developer gave it
 * @param id its Store ID; empty where the Store does not have it
 * @param end how its release ended
 * @param reason why it has failed
 */
public record AddonResult(
        String productId,
        Optional<String> id,
        Kind kind,
        ReleaseOutcome end,
        Optional<String> submissionId,
        Optional<String> reason) {
    /** The ends of an add-on's submission. */
    public enum Kind {
        /** It was created, and submitted. */
        CREATED,
        SUBMITTED,
        /** Left as a draft, as asked. */
        DRAFTED,
        /** What is wanted is published already. */
        UNCHANGED,
        /** A failure that was to be no failure; the reason tells it. */
        TOLERATED,
        /** Refused, or not sent; the reason says which. */
        FAILED;

        /** As results and progress name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The page of the submission in Partner Center, or of the add-on; empty where there is neither. */
    public Optional<String> link() {
        return id.map(Product.Addon::new)
                .map(product -> submissionId
                        .map(submission -> PartnerCenter.page(product, submission))
                        .orElseGet(() -> PartnerCenter.page(product))
                        .toString());
    }

    /** For example {@code coins-100 (busy)}. */
    String named() {
        return productId + " (" + end.word() + ")";
    }

    /** Why it has failed, in one line; empty where it has not. */
    String sentence() {
        return ForeignText.oneLine(reason.orElse(""), ForeignText.LONGEST_MESSAGE);
    }

    /** @param hasLinks false in a rehearsal, whose submissions are not in Partner Center */
    JsonObject json(boolean hasLinks) {
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder().add("productId", productId);
        id.ifPresent(known -> json.add("id", known));
        json.add("result", kind.word());
        json.add("end", end.word());
        submissionId.ifPresent(submission -> json.add("submissionId", submission));
        reason.ifPresent(why -> json.add("reason", why));
        link().filter(page -> hasLinks).ifPresent(page -> json.add("link", page));
        return json.build();
    }
}
