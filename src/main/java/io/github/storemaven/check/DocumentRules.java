package io.github.storemaven.check;

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
    private final Shape shape;

    /**
     * Rules for one kind of product.
     *
     * @param kind whose members are allowed
     * @param now against which dates are held
     */
    public DocumentRules(ProductType kind, Instant now) {
        this.kind = kind;
        this.publish = new PublishRules(now);
        this.shape = DocumentShapes.of(kind);
    }

    /** Checks a document, a merge patch or several of them put together. */
    public void check(JsonObject document, Origin origin, Report findings) {
        DocumentReport report = new DocumentReport(findings, origin);
        Node root = Node.root(document);
        shape.check(root, report);
        TidyTextRules.check(root, report);
        publish.check(root, report);
        switch (kind) {
            case APP -> checkApp(root, report);
            case ADDON -> checkAddon(root, report);
            case FLIGHT -> checkPackages(root, report);
        }
    }

    /** Checks the types of one source, which another one hides once it is laid over it. */
    public void checkTypes(JsonObject source, Origin origin, Report findings) {
        shape.check(Node.root(source), new DocumentReport(findings, origin));
    }

    private void checkApp(Node root, DocumentReport report) {
        checkPackages(root, report);
        PricingRules.check(root, report);
        ListingRules.check(root, report);
        TrailerEntryRules.check(root, report);
        CategoryRules.check(root, report);
        GamingRules.check(root, report);
        DeviceEntryRules.check(root, report);
    }

    private static void checkAddon(Node root, DocumentReport report) {
        PricingRules.check(root, report);
        AddonRules.check(root, report);
    }

    private void checkPackages(Node root, DocumentReport report) {
        NOTES.checkMember(root, report);
        DeliveryRules.check(root, report);
        PackageEntryRules.check(PackageEntryRules.packages(kind, root), report);
    }
}
