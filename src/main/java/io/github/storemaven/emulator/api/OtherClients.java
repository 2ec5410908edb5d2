package io.github.storemaven.emulator.api;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.StatusDetails;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.catalog.SubmissionStatus;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ServiceErrorException;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.fault.Fault;
import io.github.storemaven.emulator.fault.FaultSwitches;
import io.github.storemaven.emulator.storage.UploadContainer;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody else does to a product just before a call of this client: another run, or a person in Partner Center. */
final class OtherClients {
    private static final Set<Call> POLLS = EnumSet.of(Call.GET_SUBMISSION, Call.GET_STATUS);

    private final Catalog catalog;
    private final UploadContainer uploads;
    private final SubmissionClone clones;
    private final FaultSwitches faults;
    private final Map<String, Ending> endings = new HashMap<>();

    OtherClients(Catalog catalog, UploadContainer uploads, SubmissionClone clones, FaultSwitches faults) {
        this.catalog = catalog;
        this.uploads = uploads;
        this.clones = clones;
        this.faults = faults;
    }

    /** How a submission ends after so many more questions for it. */
    private record Ending(int polls, SubmissionStatus state) {}

    /** Acts, where a fault is switched on, and lets a submission end that was asked for often enough. */
    void actBefore(ApiRequest request) {
        if (!isAboutAProduct(request.call())) {
            return;
        }
        catalog.update(all -> {
            Product product;
            try {
                product = request.product();
            } catch (ServiceErrorException unknown) {
                return null; // The call is refused for the same reason.
            }
            count(request, product);
            act(request.call(), product);
            return null;
        });
    }

    private boolean isAboutAProduct(Call call) {
        boolean switched = faults.find(Fault.Kind.OTHER_SUBMISSION).isPresent()
                || faults.find(Fault.Kind.REPLACED_DRAFT).isPresent()
                || faults.find(Fault.Kind.EDITED_DRAFT).isPresent();
        boolean named = call.name().contains("SUBMISSION")
                || call == Call.GET_STATUS
                || call == Call.GET_APPLICATION
                || call == Call.GET_FLIGHT
                || call == Call.GET_ADDON;
        return named && (switched || !endings.isEmpty());
    }

    private void act(Call call, Product product) {
        if (product.pending().isEmpty()) {
            faults.take(Fault.Kind.OTHER_SUBMISSION, call, product.id()).ifPresent(fault -> submit(product, fault));
        }
        if (isDraftOfApi(product)) {
            faults.take(Fault.Kind.EDITED_DRAFT, call, product.id())
                    .ifPresent(fault -> product.pending().orElseThrow().editedInPartnerCenter());
        }
        if (isDraftOfApi(product)) {
            faults.take(Fault.Kind.REPLACED_DRAFT, call, product.id()).ifPresent(fault -> replace(product));
        }
    }

    private static boolean isDraftOfApi(Product product) {
        return product.pending()
                .filter(one -> one.status() == SubmissionStatus.PENDING_COMMIT && one.origin() == Submission.Origin.API)
                .isPresent();
    }

    private void replace(Product product) {
        product.pending().flatMap(Submission::upload).ifPresent(uploads::delete);
        catalog.removePending(product);
        clones.create(product, Submission.Origin.API);
    }

    private void submit(Product product, Fault fault) {
        Submission other = clones.create(product, Submission.Origin.API, document(product, fault));
        SubmissionStatus state = SubmissionStatus.of(fault.text("state", "Certification"));
        other.enter(new Submission.Step(state, catalog.now(), other.details()), List.of(), Optional.empty());
        int polls = fault.number("polls", 0);
        if (polls > 0) {
            endings.put(other.id(), new Ending(polls, SubmissionStatus.of(fault.text("end", "Published"))));
        }
    }

    private JsonObject document(Product product, Fault fault) {
        JsonObject document = clones.document(product);
        if (fault.flag("manual", false)) {
            document = Json.with(document, "targetPublishMode", Json.text("Manual"));
        }
        String version = fault.text("version", "");
        return version.isEmpty() ? document : withVersion(document, version);
    }

    private static JsonObject withVersion(JsonObject document, String version) {
        JsonObject changed = document;
        for (String member : List.of("applicationPackages", "flightPackages")) {
            if (document.containsKey(member)) {
                JsonArrayBuilder packages = Json.PROVIDER.createArrayBuilder();
                Json.objects(document, member)
                        .forEach(one -> packages.add(Json.with(one, "version", Json.text(version))));
                changed = Json.with(changed, member, packages.build());
            }
        }
        return changed;
    }

    private void count(ApiRequest request, Product product) {
        Optional<Submission> asked =
                product.pending().filter(one -> POLLS.contains(request.call()) && request.names(one.id()));
        Ending ending = asked.map(one -> endings.get(one.id())).orElse(null);
        if (ending == null) {
            return;
        }
        String id = asked.get().id();
        if (ending.polls() > 0) {
            endings.put(id, new Ending(ending.polls() - 1, ending.state()));
        } else {
            endings.remove(id);
            end(asked.get(), ending.state());
            catalog.find(product.id()); // It is published when somebody looks.
        }
    }

    private void end(Submission submission, SubmissionStatus state) {
        JsonObject details = state.isFailed()
                ? StatusDetails.with(
                        submission.details(),
                        "errors",
                        StatusDetails.item("ServiceError", "A fault switch refused the submission."))
                : submission.details();
        Submission.Step now = new Submission.Step(submission.status(), submission.since(), submission.details());
        submission.enter(now, List.of(new Submission.Step(state, catalog.now(), details)), Optional.empty());
    }
}
