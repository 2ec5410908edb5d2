package io.github.storemaven.submission;

import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.Rollout;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionHead;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a product is published, and what is pending.
 *
 * @param name as the Store has it: an app's primary name, a flight's friendly name, an add-on's product id
 */
public record ProductStatus(
        Product product, Optional<String> name, Optional<Published> published, Optional<Pending> pending) {
    /**
     * The last published submission.
     *
     * @param packages that customers get; none of an add-on
     * @param rollout empty where the document has none
     */
    public record Published(String submissionId, List<StorePackage> packages, Optional<Rollout> rollout) {
        boolean isInRollout() {
            return rollout.filter(Rollout::isInProgress).isPresent();
        }
    }

    /** A package as the Store tells it; each text is empty where it tells none. */
    public record StorePackage(String fileName, String version, String architecture) {}

    /** The submission that is pending. */
    public record Pending(String submissionId, SubmissionHead head, SubmissionStatus status) {
        /** Whether it was made in Partner Center: the API gives no upload address for it (reference, section 9.5). */
        public boolean isOfPartnerCenter() {
            return head.uploadUrl().isEmpty();
        }
    }

    /** A product by its name of the account: one request for it, and one for each of its submissions that is asked for. */
    public static ProductStatus read(StoreClient store, Product product)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        return of(store, product, new ProductReader(store).read(product));
    }

    /**
     * An app, its flights by rank and its add-ons by product id: one request for the app, the pages of two lists, and at most
     * two for each product. An add-on's published submission holds nothing that is shown, so it costs none.
     */
    public static List<ProductStatus> readAll(StoreClient store, Product.Application application)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        ProductList list = ProductList.of(store, application);
        List<ProductStatus> all = new ArrayList<>();
        all.add(of(store, application, list.applications().get(0)));
        for (ProductResource flight : list.flights().orElseThrow()) {
            Product product = new Product.Flight(application.id(), flight.id().orElseThrow());
            all.add(of(store, product, flight));
        }
        for (ProductResource addon : list.addons().orElseThrow()) {
            all.add(of(store, new Product.Addon(addon.id().orElseThrow()), addon));
        }
        return all;
    }

    private static ProductStatus of(StoreClient store, Product product, ProductResource resource)
            throws StoreRefusedException, IOException, InterruptedException {
        Submissions submissions = store.submissions(product);
        Optional<Published> published = Optional.empty();
        if (resource.lastPublished().isPresent()) {
            published = Optional.of(
                    published(submissions, product, resource.lastPublished().get()));
        }
        Optional<Pending> pending = Optional.empty();
        if (resource.pending().isPresent()) {
            pending = pending(submissions, resource.pending().get());
        }
        return new ProductStatus(product, resource.name(), published, pending);
    }

    private static Published published(Submissions submissions, Product product, String id)
            throws StoreRefusedException, IOException, InterruptedException {
        Optional<String> packages = product.type().packagesMember();
        if (packages.isEmpty()) {
            return new Published(id, List.of(), Optional.empty());
        }
        JsonObject document = submissions.get(id);
        return new Published(id, packages(document, packages.get()), Rollout.ofDocument(document));
    }

    private static List<StorePackage> packages(JsonObject document, String member) {
        return Members.objects(document, member).stream()
                .filter(entry -> !FileStatus.PENDING_DELETE.isOf(entry))
                .map(entry -> new StorePackage(
                        Members.text(entry, "fileName").orElse(""),
                        Members.text(entry, "version").orElse(""),
                        Members.text(entry, "architecture").orElse("")))
                .toList();
    }

    /** One that is gone by now is not pending. */
    private static Optional<Pending> pending(Submissions submissions, String id)
            throws StoreRefusedException, IOException, InterruptedException {
        try {
            JsonObject document = submissions.get(id);
            return Optional.of(new Pending(id, SubmissionHead.of(document), SubmissionStatus.of(document)));
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** The same, with what was heard of the pending submission since. */
    ProductStatus withPending(SubmissionStatus status) {
        return new ProductStatus(
                product, name, published, pending.map(one -> new Pending(one.submissionId(), one.head(), status)));
    }

    /** What can be done next; empty where only a person in Partner Center can do something. */
    public Optional<NextCommand> next() {
        if (pending.isEmpty()) {
            return Optional.of(
                    published.filter(Published::isInRollout).isPresent()
                            ? NextCommand.of("give it to everybody", "rollout", "rolloutAction", "finalize")
                            : NextCommand.of("release", "submit"));
        }
        SubmissionStatus status = pending.get().status();
        if (status.isInProgress()) {
            return Optional.of(NextCommand.of("wait until customers get it", "status", "waitFor", "publication"));
        }
        return pending.get().isOfPartnerCenter()
                ? Optional.empty()
                : Optional.of(NextCommand.of(status.isDraft() ? "submit it" : "release again", "submit"));
    }
}
