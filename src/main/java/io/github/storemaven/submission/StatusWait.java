package io.github.storemaven.submission;

import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ProductStatus.Pending;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.submission.ReleaseResult.Kind;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Waits for what is pending as a release does, so that one job can release and another one wait. */
public final class StatusWait {
    private final StoreClient store;
    private final TimeSource time;
    private final ReleaseLog log;
    private final WaitFor goal;
    private final Duration timeout;
    private final List<ProductStatus> products;
    private final List<String> refusals = new ArrayList<>();

    /** @param timeout over the whole wait, whatever the number of products */
    public StatusWait(
            StoreClient store,
            TimeSource time,
            ReleaseLog log,
            WaitFor goal,
            Duration timeout,
            List<ProductStatus> products) {
        this.store = store;
        this.time = time;
        this.log = log;
        this.goal = goal;
        this.timeout = timeout;
        this.products = new ArrayList<>(products);
    }

    /**
     * Waits for one product after the other, whatever becomes of the others; nothing where no wait is asked for.
     *
     * @throws IOException when the time is up, too
     */
    public void run() throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        if (goal == WaitFor.NONE) {
            return;
        }
        if (products.stream()
                .allMatch(one -> one.pending().isEmpty() && one.published().isEmpty())) {
            refusals.add("There is nothing to wait for: nothing is pending, and nothing was ever published. "
                    + PartnerCenter.page(products.get(0).product()));
        }
        Instant start = time.instant();
        for (int at = 0; at < products.size(); at++) {
            if (products.get(at).pending().isPresent()) {
                wait(at, timeout.minus(Duration.between(start, time.instant())));
            }
        }
    }

    /** The products, with what was heard of them last; known too when the wait has failed. */
    public List<ProductStatus> products() {
        return List.copyOf(products);
    }

    /** What the Store has refused; empty where it has refused nothing. */
    public Optional<String> refusal() {
        return refusals.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", refusals));
    }

    private void wait(int at, Duration left)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        ProductStatus product = products.get(at);
        Pending pending = product.pending().orElseThrow();
        PublishTime publishing = PublishTime.of(pending.head().json());
        log.waits(pending.submissionId(), product.product(), pending.status(), goal, left);
        try {
            SubmissionStatus end = new StatusPoller(store.submissions(product.product()), time, log, goal, left)
                    .wait(pending.submissionId(), pending.status(), publishing);
            conclude(
                    product.product(),
                    new ReleaseResult(
                            product.product(),
                            pending.submissionId(),
                            end,
                            ReleaseResult.Kind.of(goal, end, publishing)));
            products.set(at, now(product, end));
        } catch (StatusPoller.TimedOutException late) {
            products.set(at, product.withPending(last(pending, late)));
            throw new StatusPoller.TimedOutException(late.submissionId(), late.status(), timeout);
        }
    }

    /** What is published by now is no longer pending. */
    private ProductStatus now(ProductStatus product, SubmissionStatus end)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        return WaitFor.PUBLICATION.isReachedBy(end.name())
                ? ProductStatus.read(store, product.product())
                : product.withPending(end);
    }

    private static SubmissionStatus last(Pending pending, StatusPoller.TimedOutException late) {
        return pending.status().name().equals(late.status())
                ? pending.status()
                : new SubmissionStatus(late.status(), JsonValue.EMPTY_JSON_OBJECT);
    }

    private void conclude(Product product, ReleaseResult result) {
        if (result.kind() == Kind.AWAITS_MANUAL_PUBLISH) {
            log.awaitsPublishNow(product, result.submissionId());
        } else if (result.kind() == Kind.AWAITS_PUBLISH_DATE) {
            log.awaitsItsDate(product, result.submissionId());
        } else if (result.kind() == Kind.FAILED) {
            refusals.add(
                    result.status().isDraft() ? draft(product, result.submissionId()) : StatusReport.refusal(result));
        }
    }

    private static String draft(Product product, String id) {
        return "Submission " + id + " of " + product
                + " is a draft: nobody has submitted it, or it fell back by a fault"
                + " of the service. There is nothing to wait for before it is submitted (mvn store:submit). "
                + PartnerCenter.page(product, id);
    }
}
