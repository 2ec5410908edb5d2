package io.github.storemaven.service;

import io.github.storemaven.document.Members;
import jakarta.json.JsonObject;
import java.util.Optional;

/** The submissions that a product refers to; the id "0" counts as none (reference, section 4.5). */
public record SubmissionReferences(Optional<String> pending, Optional<String> lastPublished) {
    static SubmissionReferences of(Product product, JsonObject resource) {
        return new SubmissionReferences(
                id(resource, product.pendingMember()), id(resource, product.lastPublishedMember()));
    }

    private static Optional<String> id(JsonObject resource, String member) {
        return Members.object(resource, member)
                .flatMap(reference -> Members.text(reference, "id"))
                .filter(id -> !id.equals("0"))
                .map(id -> StoreId.check(member, id));
    }
}
