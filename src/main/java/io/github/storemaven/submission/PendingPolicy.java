package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.document.Equality;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.document.PublishedFiles;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.SubmissionHead;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.DraftOpener.Draft;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What to do about a submission that is pending already: the table of the design's section 2. It only decides; what it
 * decides is done when nothing else speaks against the release.
 */
final class PendingPolicy {
    static final String PENDING = "is pending already. ";

    /** Of a draft that came into being after the first look. */
    static final String ANOTHER_RUNS = PENDING
            + "It was not there when this run began, and was not changed. Another run made it."
            + " Release one product by one build at a time.";

    private static final Set<String> BLANK = Set.of(
            "false",
            "0",
            "0.0",
            "\"0\"",
            "\"None\"",
            "\"NotSet\"",
            "\"Immediate\"",
            "\"Public\"",
            "\"NoFreeTrial\"",
            "\"Free\"",
            "\"PackageRolloutNotStarted\"");

    /** What a release does about the submission that is pending already. */
    sealed interface Decision {
        /** Nothing is pending: one is created. */
        record Create() implements Decision {}

        /** It is on its way with all that is wanted; only waiting is left. */
        record WaitOnly(String id, SubmissionStatus status, JsonObject document) implements Decision {}

        /**
         * It is edited further.
         *
         * @param reason why it may be, for the log
         * @param edits the paths of what is in it and comes neither from what is published nor from this request
         */
        record Resume(Draft draft, String reason, List<String> edits) implements Decision {}

        /**
         * It is deleted, and another one is created.
         *
         * @param reason what is deleted and why, for the log
         * @param isForeign whether this project does not know it
         */
        record Recreate(String id, String reason, boolean isForeign) implements Decision {}

        /**
         * It is in the way.
         *
         * @param always whether even a release with nothing to send ends so
         */
        record Stop(ReleaseRefusedException reason, boolean always) implements Decision {}

        /** The plan of a release after this decision: on the draft that is edited, else on what the new draft will copy. */
        default Plan plan(Product product, ReleaseRequest request, StoreState state) {
            JsonObject published = state.publishedOrBlank();
            JsonObject edited = this instanceof Resume resume ? resume.draft().document() : published;
            return Plan.of(product, request, edited, published).on(state);
        }
    }

    private final Product product;
    private final ReleaseRequest request;
    private final OnPending onPending;
    private final DraftRecord record;
    private final Predicate<String> isNewcomer;

    /** @param isNewcomer whether a submission came into being after the first look of this run */
    PendingPolicy(
            Product product,
            ReleaseRequest request,
            OnPending onPending,
            DraftRecord record,
            Predicate<String> isNewcomer) {
        this.isNewcomer = isNewcomer;
        this.product = product;
        this.request = request;
        this.onPending = onPending;
        this.record = record;
    }

    /** @throws IOException when a ready archive cannot be read */
    Decision decide(StoreState state) throws IOException {
        if (state.pending().isEmpty()) {
            return new Decision.Create();
        }
        SubmissionStatus status = SubmissionStatus.of(state.pending().get());
        if (isDraft(state.pending().get())) {
            return draft(state);
        }
        return status.isFailed() ? failed(state, status) : onItsWay(state, status);
    }

    /** Whether a document is of a draft that the API may edit: one of Partner Center has no upload address. */
    static boolean isEditable(JsonObject document) {
        return isDraft(document) && SubmissionHead.of(document).uploadUrl().isPresent();
    }

    /** Whether a document is of a draft that was made in Partner Center. */
    static boolean isOfPartnerCenter(JsonObject document) {
        return isDraft(document) && !isEditable(document);
    }

    /** Explains what is in the way, with the page where a person can look at it. */
    static ReleaseRefusedException explain(Product product, String id, String reason) {
        return new ReleaseRefusedException(
                "Submission " + id + " of " + product + " " + PENDING + reason + " " + PartnerCenter.page(product, id));
    }

    private static boolean isDraft(JsonObject document) {
        return SubmissionStatus.of(document).isDraft();
    }

    /** A state that nobody documented counts as on its way: it is not touched. */
    private Decision onItsWay(StoreState state, SubmissionStatus status) {
        JsonObject pending = state.pending().orElseThrow();
        boolean equal = Difference.between(pending, request.applyTo(pending)).isEmpty();
        if (equal && onPending != OnPending.FAIL) {
            return new Decision.WaitOnly(id(state), status, pending);
        }
        String where = "It is in the state " + ForeignText.oneLine(status.name());
        return equal
                ? stop(state, where + " and has all that this release sends, and store.onPending is fail.", true)
                : busy(state, PENDING + where + " and has something else.", true, true);
    }

    private Decision failed(StoreState state, SubmissionStatus status) {
        return switch (onPending) {
            case REPLACE ->
                new Decision.Recreate(
                        id(state),
                        "Deleting submission " + id(state) + ", which has failed (" + status.name()
                                + ", store.onPending is replace)",
                        false);
            case RESUME ->
                stop(
                        state,
                        "It is in the state " + status.name() + ", in which it cannot be resumed; "
                                + "\"-Dstore.onPending=replace\" deletes it and creates another.",
                        false);
            case FAIL ->
                stop(
                        state,
                        "It is in the state " + status.name() + ", and store.onPending is fail; "
                                + "\"-Dstore.onPending=replace\" deletes it and creates another.",
                        false);
        };
    }

    private Decision draft(StoreState state) throws IOException {
        JsonObject pending = state.pending().orElseThrow();
        if (isFirstOfAFlight(pending, state)) {
            return resume(state, "which came with the new flight");
        }
        if (isEditable(pending) && !record.isOf(id(state)) && isNewcomer.test(id(state))) {
            return busy(state, ANOTHER_RUNS, true, false);
        }
        if (isOfPartnerCenter(pending)) {
            return busy(
                    state,
                    "is a draft made in Partner Center, which the API can neither commit nor delete. Do that in Partner"
                            + " Center, then run the same command again.",
                    false,
                    false);
        }
        if (onPending == OnPending.FAIL) {
            return busy(
                    state,
                    "is a draft, and store.onPending is fail. Commit or delete it and run the same command again,"
                            + " or run now with \"-Dstore.onPending=replace\".",
                    false,
                    false);
        }
        if (record.isOf(id(state))) {
            return resume(state, "of an earlier run");
        }
        if (holdsTheRequest(pending, state)) {
            return resume(state, "which has what this run sends");
        }
        return onPending == OnPending.REPLACE ? replaced(state) : foreign(state);
    }

    /** The service gives a new flight a submission of its own; nobody has put anything into it (reference, section 5.17). */
    private boolean isFirstOfAFlight(JsonObject pending, StoreState state) {
        return product instanceof Product.Flight
                && state.published().isEmpty()
                && isEditable(pending)
                && Members.objects(pending, product.type().packagesMember().orElseThrow())
                        .isEmpty();
    }

    /** Without a note (another machine, a clean build) a draft tells by its content whose it is. */
    private boolean holdsTheRequest(JsonObject pending, StoreState state) {
        List<Change> besides = Difference.between(request.applyTo(state.publishedOrBlank()), pending);
        return state.published().isPresent()
                ? besides.isEmpty()
                : besides.stream().allMatch(PendingPolicy::isOfABlankDraft);
    }

    /** What nobody has asked for in the draft of a product that was never published (reference, section 12.3). */
    private static boolean isOfABlankDraft(Change change) {
        return change.from().isEmpty()
                && change.to().map(PendingPolicy::leaves).orElse(Stream.empty()).allMatch(BLANK::contains);
    }

    private static Stream<String> leaves(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.values().stream().flatMap(PendingPolicy::leaves);
        }
        return Equality.isEmpty(value) ? Stream.empty() : Stream.of(value.toString());
    }

    private Decision replaced(StoreState state) {
        boolean known = record.knows(id(state));
        return new Decision.Recreate(
                id(state),
                "Deleting draft " + id(state)
                        + (known
                                ? ", which an earlier run made for another request (store.onPending is replace)"
                                : " (store.onPending is replace). This project has no record of it; if another build is"
                                        + " releasing this product now, stop one of the two"),
                !known);
    }

    private Decision foreign(StoreState state) throws IOException {
        NavigableSet<String> files = PendingFiles.of(state.pending().orElseThrow());
        files.removeAll(request.ownFiles());
        return files.isEmpty()
                ? resume(state, "which this run did not make (store.onPending is resume)")
                : busy(
                        state,
                        PENDING + "It waits for files that this release does not send: " + ForeignText.list(files)
                                + ". Commit or delete it, then run the same command again.",
                        false,
                        false);
    }

    private Decision resume(StoreState state, String why) {
        JsonObject document = PublishedFiles.completed(state.pending().orElseThrow(), state.publishedOrBlank());
        return new Decision.Resume(
                new Draft(id(state), document, Draft.Origin.RESUMED),
                "Resuming draft " + id(state) + ", " + why,
                edits(document, state));
    }

    /** What somebody else has put into a draft; what this run has yet to send is not among it. */
    private List<String> edits(JsonObject draft, StoreState state) {
        JsonObject published = state.publishedOrBlank();
        JsonObject asked = request.applyTo(published);
        Set<Change> notSentYet = Set.copyOf(Difference.between(asked, published));
        return Difference.between(asked, draft).stream()
                .filter(change -> !notSentYet.contains(change) && !DraftOpener.isSetOnACopy(change))
                .filter(change -> state.published().isPresent() || !isOfABlankDraft(change))
                .map(Change::path)
                .toList();
    }

    /** @param waitedFor whether the submission may leave its place without a person */
    private Decision busy(StoreState state, String reason, boolean waitedFor, boolean always) {
        return new Decision.Stop(
                new BusySlotException(product, id(state), state.pending().orElseThrow(), reason, waitedFor), always);
    }

    private Decision stop(StoreState state, String reason, boolean always) {
        return new Decision.Stop(explain(product, id(state), reason), always);
    }

    private static String id(StoreState state) {
        return state.pendingId().orElseThrow();
    }
}
