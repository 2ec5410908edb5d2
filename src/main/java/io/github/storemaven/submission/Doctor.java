package io.github.storemaven.submission;

import static io.github.storemaven.submission.Diagnosis.Verdict.ok;
import static io.github.storemaven.submission.Diagnosis.Verdict.problem;
import static io.github.storemaven.submission.Diagnosis.Verdict.warning;

import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.PriceGuard;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.Rollout;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionHead;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.service.reference.AnswerLog;
import io.github.storemaven.submission.Diagnosis.Question;
import io.github.storemaven.submission.Diagnosis.Verdict;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.transfer.SasUrl;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Asks the Store for all that a release will meet, and changes nothing. What needs something that could not be had is left
 * out; all else is asked.
 */
public final class Doctor {
    private static final List<String> OF_PRODUCT =
            List.of("product", "lists", "published", "price", "rollout", "pending", "packages");

    /** Entra judges a signed proof by the time, and the storage an upload address. */
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);

    private static final Duration NOTED_SKEW = Duration.ofMinutes(1);

    /** From the creation of a draft to the end of its upload address (reference, section 8.5). */
    private static final Duration UPLOAD_LIFE = Duration.ofHours(24);

    private static final Duration OLD = Duration.ofDays(30);

    private final StoreClient store;
    private final ProductSelector selector;
    private final AnswerLog answers;
    private final InstantSource clock;
    private final Diagnosis diagnosis;

    /** @param answers sees all answers, those to token requests among them */
    public Doctor(
            StoreClient store, ProductSelector selector, AnswerLog answers, InstantSource clock, Diagnosis diagnosis) {
        this.store = store;
        this.selector = selector;
        this.answers = answers;
        this.clock = clock;
        this.diagnosis = diagnosis;
    }

    /** Leaves out all that needs the Store, and says why. */
    public static void leaveOutAll(Diagnosis diagnosis, String reason) {
        List.of("token", "role", "apps", "clock").forEach(name -> diagnosis.leaveOut(name, reason));
        OF_PRODUCT.forEach(name -> diagnosis.leaveOut(name, reason));
    }

    /**
     * Examines the access, the account and the product.
     *
     * @param token obtains one
     */
    public void examine(Question<Verdict> token) throws InterruptedException {
        boolean hasToken = diagnosis.check("token", token, verdict -> verdict).isPresent();
        if (hasToken) {
            account();
        } else {
            List.of("role", "apps").forEach(name -> diagnosis.leaveOut(name, "there is no token"));
        }
        clock();
        if (hasToken && !selector.isUnnamed()) {
            product();
        } else {
            leaveOut(0, hasToken ? "no product is named (store.applicationId)" : "there is no token");
        }
    }

    private void account() throws InterruptedException {
        Optional<List<ProductResource>> apps = diagnosis.check(
                "role", store::applications, list -> ok("it may read; only a release shows that it may write"));
        if (apps.isPresent()) {
            diagnosis.check("apps", () -> judged(apps.get()));
        } else {
            diagnosis.leaveOut("apps", "the Store did not list them");
        }
    }

    private Verdict judged(List<ProductResource> apps) {
        if (apps.isEmpty()) {
            return problem(
                    "the Store shows no app; add the Entra application to the Partner Center account that owns the"
                            + " apps, with the role Manager, and associate its directory with no other account");
        }
        String wanted = selector.application();
        boolean isAmong = apps.stream().flatMap(app -> app.id().stream()).anyMatch(wanted::equalsIgnoreCase);
        if (wanted.isEmpty() || isAmong) {
            return ok(count(apps.size(), "app") + (isAmong ? ", " + wanted + " among them" : ""));
        }
        return problem(wanted + " is not one of this account's " + count(apps.size(), "app") + ": "
                + ForeignText.list(apps.stream()
                        .map(app -> app.id().orElse("")
                                + app.name().map(name -> " " + name).orElse(""))
                        .toList())
                + ". Correct store.applicationId, or use credentials of the account that owns it");
    }

    private void clock() throws InterruptedException {
        Optional<Duration> skew = answers.clockSkew();
        if (skew.isPresent()) {
            diagnosis.check("clock", () -> judged(skew.get()));
        } else {
            diagnosis.leaveOut("clock", "no answer has told the time");
        }
    }

    private static Verdict judged(Duration skew) {
        Duration difference = skew.abs();
        if (difference.compareTo(NOTED_SKEW) < 0) {
            return ok("less than a minute from the service's");
        }
        String sentence = "this clock is " + difference.toMinutes() + " min " + (skew.isNegative() ? "fast" : "slow")
                + ": set it";
        return difference.compareTo(MAX_SKEW) < 0
                ? warning(sentence)
                : problem(sentence + ", since tokens and upload addresses are judged by the time");
    }

    /** A product as it was found. */
    private record Found(Product product, ProductResource resource) {
        String text() {
            return product
                    + resource.name()
                            .map(name -> " (" + ForeignText.oneLine(name) + ")")
                            .orElse("");
        }
    }

    private void product() throws InterruptedException {
        Optional<Found> found = diagnosis.check(
                "product",
                () -> {
                    Product product = selector.require(store);
                    return new Found(product, store.product(product));
                },
                some -> ok(some.text()));
        if (found.isEmpty()) {
            leaveOut(1, "the product could not be read");
            return;
        }
        Product product = found.get().product();
        lists(product);
        published(product, found.get().resource().lastPublished());
        pending(product, found.get().resource().pending());
    }

    /** The checks from this place on. */
    private void leaveOut(int from, String reason) {
        OF_PRODUCT.stream().skip(from).forEach(name -> diagnosis.leaveOut(name, reason));
    }

    /** What else the app has; these lists are read by those goals that find a product by its name. */
    private void lists(Product product) throws InterruptedException {
        if (!(product instanceof Product.Application application)) {
            diagnosis.add("lists", ok("only an app has flights and add-ons"));
            return;
        }
        diagnosis.check(
                "lists",
                () -> ok(count(store.flights(application).size(), "flight") + " and "
                        + count(store.addOns(application).size(), "add-on")));
    }

    private void published(Product product, Optional<String> id) throws InterruptedException {
        if (id.isEmpty()) {
            diagnosis.add(
                    "published",
                    product.type() == ProductType.APP
                            ? problem("nothing; make the first submission in Partner Center, age ratings included: "
                                    + PartnerCenter.page(product))
                            : ok("nothing yet; submit makes the first submission"));
            List.of("price", "rollout").forEach(name -> diagnosis.leaveOut(name, "nothing is published"));
            return;
        }
        Submissions submissions = store.submissions(product);
        Optional<JsonObject> document = diagnosis.check(
                "published",
                () -> submissions.get(id.get()),
                published -> ok("submission " + id.get() + ", " + count(packages(published), "package")));
        if (document.isPresent()) {
            diagnosis.check("price", () -> price(product, document.get()));
        } else {
            diagnosis.leaveOut("price", "the published submission could not be read");
        }
        if (product.type() == ProductType.ADDON) {
            diagnosis.add("rollout", ok("an add-on has none"));
        } else {
            diagnosis.check("rollout", () -> submissions.rollout(id.get()), Doctor::judged);
        }
    }

    private static long packages(JsonObject document) {
        return FileEntry.of(document).stream()
                .filter(entry -> entry.kind() == FileEntry.Kind.PACKAGE)
                .count();
    }

    private static Verdict price(Product product, JsonObject document) {
        if (product.type() == ProductType.FLIGHT) {
            return ok("a flight has none");
        }
        return PriceGuard.problem(document)
                .map(Verdict::problem)
                .orElseGet(() ->
                        ok(ForeignText.oneLine(Members.text(Members.objectOrEmpty(document, "pricing"), "priceId")
                                .orElse(""))));
    }

    private static Verdict judged(Rollout rollout) {
        if (rollout.isInProgress()) {
            return problem("in progress at " + rollout.share()
                    + "; finalize or halt it, since no submission can be created meanwhile");
        }
        if (rollout.isStopped()) {
            return warning("halted; the next submission begins with the packages that were halted");
        }
        return ok(rollout.isComplete() ? "finalized" : "none");
    }

    /** A pending submission, and what its status call says of it. */
    private record Pending(JsonObject document, SubmissionStatus status) {}

    private void pending(Product product, Optional<String> id) throws InterruptedException {
        if (id.isEmpty()) {
            diagnosis.add("pending", ok("nothing"));
            diagnosis.add("packages", ok("none waits in a draft"));
            return;
        }
        Optional<Pending> pending = diagnosis.check(
                "pending",
                () -> pending(store.submissions(product), id.get()),
                some -> judged(product, id.get(), some));
        if (pending.isPresent()) {
            diagnosis.check("packages", () -> packages(pending.get()));
        } else {
            diagnosis.leaveOut("packages", "the pending submission could not be read");
        }
    }

    private static Pending pending(Submissions submissions, String id)
            throws StoreRefusedException, IOException, InterruptedException {
        return new Pending(submissions.get(id), submissions.status(id));
    }

    private static Verdict judged(Product product, String id, Pending pending) {
        SubmissionStatus status = pending.status();
        boolean isOfApi = SubmissionHead.of(pending.document()).uploadUrl().isPresent();
        if (status.isDraft()) {
            return isOfApi
                    ? warning("a draft; submit takes or replaces it: submission " + id)
                    : problem(
                            "a draft of Partner Center; submit or delete it there: " + PartnerCenter.page(product, id));
        }
        if (status.isInProgress()) {
            return warning(status.name() + "; wait for its end: submission " + id);
        }
        return status.isFailed()
                ? warning(status.name() + "; submit deletes it first: submission " + id)
                : warning("in the state " + status.name() + ", which is not known: submission " + id);
    }

    /** Its age is told by its upload address only. */
    private Verdict packages(Pending pending) {
        long packages = packages(pending.document());
        if (!pending.status().isDraft() || packages == 0) {
            return ok("none waits in a draft");
        }
        Optional<Instant> created = SubmissionHead.of(pending.document())
                .uploadUrl()
                .flatMap(url -> SasUrl.of(url).expiry())
                .map(end -> end.minus(UPLOAD_LIFE));
        if (created.isEmpty()) {
            return ok("the draft does not tell its age");
        }
        String day = created.get().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return created.get().plus(OLD).isBefore(clock.instant())
                ? warning("the draft is of " + day + ", older than 30 days; let submit replace it"
                        + " (onPending is replace)")
                : ok("the draft is of " + day);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
