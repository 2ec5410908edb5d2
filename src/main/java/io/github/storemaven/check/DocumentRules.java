package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.check.PublishRules.Delivery;
import io.github.storemaven.check.TrailerRules.Entries;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.ProductType;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * Rules on what a document says; what it leaves out is left to {@link PresenceRules}. For a merge patch as well as for
 * a whole document. Listing rules, sections 1, 2, 5 and 7 to 13.
 */
public final class DocumentRules {
    private static final TextLimit NOTES = TextLimit.warning("TXT-18", "notesForCertification", 2000);

    private final ProductType kind;
    private final PublishRules publish;
    private final Schema shape;

    /**
     * Rules for one kind of product.
     *
     * @param kind whose members are allowed
     * @param now against which dates are held
     */
    public DocumentRules(ProductType kind, Instant now) {
        this.kind = kind;
        this.publish = new PublishRules(now);
        this.shape = SubmissionSchema.of(kind);
    }

    /** Checks a document, a merge patch or several of them put together. */
    public void check(JsonObject document, Origin origin, FindingCollector findings) {
        OfDocument report = new OfDocument(findings, origin);
        Node root = Node.root(document);
        shape.check(root, report);
        CharacterRules.check(root, report);
        publish.check(root, report);
        switch (kind) {
            case APP -> checkApp(root, report);
            case ADDON -> checkAddon(root, report);
            case FLIGHT -> checkPackages(root, report);
        }
    }

    /** Checks the types of one source, which another one hides once it is laid over it. */
    public void checkTypes(JsonObject source, Origin origin, FindingCollector findings) {
        shape.check(Node.root(source), new OfDocument(findings, origin));
    }

    private void checkApp(Node root, OfDocument report) {
        checkPackages(root, report);
        PricingRules.check(root, report);
        ListingTextRules.checkListings(root, report);
        Entries.check(root, report);
        PropertyRules.check(root, report);
        PropertyRules.checkGaming(root, report);
        PropertyRules.checkFutureFamilies(root, report);
    }

    private static void checkAddon(Node root, OfDocument report) {
        PricingRules.check(root, report);
        AddonRules.check(root, report);
    }

    private void checkPackages(Node root, OfDocument report) {
        NOTES.checkMember(root, report);
        Delivery.check(root, report);
        FileEntryRules.checkPackages(FileEntryRules.packages(kind, root), report);
    }
}
