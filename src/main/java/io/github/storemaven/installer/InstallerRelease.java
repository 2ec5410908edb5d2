package io.github.storemaven.installer;

import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.installer.InstallerClient.DraftStatus;
import io.github.storemaven.installer.InstallerClient.Publishing;
import io.github.storemaven.installer.InstallerOptions.OnPending;
import io.github.storemaven.installer.InstallerOptions.WaitFor;
import io.github.storemaven.installer.InstallerRefusedException.Reason;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.LookBeforeRetry;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Releases an MSI or EXE product: compare, packages, texts, images, check, submit, wait (MSI/EXE reference, section 14.4). There is one
 * draft, and only what is asked for is changed in it; a run that finds nothing to change only reads.
 */
public final class InstallerRelease {
    private final String productId;
    private final InstallerClient client;
    private final InstallerRequest request;
    private final InstallerOptions options;
    private final TimeSource time;
    private final InstallerLog log;
    private final ImageUpload images;
    private final DraftPoller poller;
    private Optional<InstallerRecord> record = Optional.empty();
    private Optional<Duration> placeEnd = Optional.empty();
    private volatile Map<String, String> installers = Map.of();
    private int uploaded;
    private volatile InstallerResult known;
    private volatile List<String> changes = List.of();

    /** @param storage for images: repeats what may be repeated, and sends no token */
    public InstallerRelease(
            String productId,
            InstallerClient client,
            Transport storage,
            Secrets secrets,
            InstallerRequest request,
            InstallerOptions options,
            TimeSource time,
            InstallerLog log) {
        this.productId = productId;
        this.client = client;
        this.request = request;
        this.options = options;
        this.time = time;
        this.log = log;
        this.images = new ImageUpload(client, storage, secrets, log);
        this.poller = new DraftPoller(client, time, log, options.timeout());
        this.known = new InstallerResult(productId, "", "", 0, "");
    }

    /** How far it has come; may be asked by another thread at any moment. */
    public InstallerResult known() {
        return known;
    }

    /** The packages that are asked for: where the Store fetches each, and the digest of one that was built here. */
    public JsonArray packages() {
        JsonArrayBuilder packages = Json.PROVIDER.createArrayBuilder();
        for (JsonObject one : request.packages()) {
            String address = InstallerPackage.url(one);
            JsonObjectBuilder json = Json.PROVIDER
                    .createObjectBuilder()
                    .add("packageUrl", ForeignText.oneLine(address, ForeignText.LONGEST_MESSAGE));
            Optional.ofNullable(installers.get(address)).ifPresent(digest -> json.add("sha256", digest));
            packages.add(json);
        }
        return packages.build();
    }

    /** What is changed, each in a line; empty before that is known, and where nothing is. */
    public List<String> changes() {
        return changes;
    }

    /**
     * Releases.
     *
     * @throws InstallerRefusedException when it is not made, or has not succeeded
     * @throws StoreRefusedException when the Store says no
     */
    public InstallerResult run()
            throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        record = InstallerRecord.read(options.record(), productId);
        installers = request.installerDigests();
        requireVersionedAddresses();
        DraftStatus status = client.status();
        if (!status.ongoing().isEmpty()) {
            return onItsWay(status.ongoing());
        }
        InstallerDraft draft = InstallerDraft.read(client);
        InstallerPlan plan = plan(draft);
        boolean unfinished = record.filter(InstallerRecord::isUnfinished).isPresent();
        boolean resumes = record.isEmpty() && options.onPending() == OnPending.RESUME;
        if (plan.isEmpty() && !unfinished && !resumes) {
            if (plan.presumed() > 0) {
                log.comparedBySize();
            }
            return end("", "UNCHANGED");
        }
        judgeEdits(draft);
        if (!plan.hasPackages() && (unfinished || plan.isEmpty())) {
            commitPackages(); // An earlier run may have ended between the change of the packages and their commit.
        }
        if (plan.isEmpty()) {
            log.resumes();
            record = record.or(() -> Optional.of(begun(draft.document(), draft.document())));
        } else {
            InstallerPlan shown = plan.showingNotes(false);
            changes = shown.lines();
            log.plan(productId, shown);
            change(draft, plan);
        }
        if (!options.commit()) {
            poller.awaitReady();
            return end("", "DRAFT");
        }
        return submit();
    }

    /** The Store fetches an address once: another file needs another one (MSI/EXE reference, section 8.4). */
    private void requireVersionedAddresses() throws InstallerRefusedException {
        Map<String, String> known = record.map(InstallerRecord::installers).orElse(Map.of());
        for (var installer : installers.entrySet()) {
            String earlier = known.getOrDefault(installer.getKey(), installer.getValue());
            if (!earlier.equals(installer.getValue())) {
                throw new InstallerRefusedException(
                        Reason.INVALID,
                        "The installer of " + installer.getKey()
                                + " is another file than the one that was released from this address, and the Store does not fetch"
                                + " an address again: put the version into packageUrl, for example with ${project.version}");
            }
        }
    }

    private InstallerPlan plan(InstallerDraft draft) {
        return InstallerPlan.of(
                draft, request, record.map(InstallerRecord::images).orElse(Map.of()), options.sendImages());
    }

    private InstallerResult end(String submissionId, String status) {
        known = new InstallerResult(productId, submissionId, status, uploaded, "");
        return known;
    }

    /** A submission in progress is waited for where it is ours, and else in the way: this API cancels none. */
    private InstallerResult onItsWay(String ongoing)
            throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        boolean sameRequest =
                record.filter(one -> one.digest().equals(request.digest())).isPresent();
        boolean ours = sameRequest
                && record.filter(one -> one.submissionId().equals(ongoing) || one.isUnfinished())
                        .isPresent();
        boolean equal = ours || plan(InstallerDraft.read(client)).isEmpty();
        if (!equal && isFree(ongoing)) {
            return run(); // Everything is looked at again.
        }
        if (!equal || options.onPending() == OnPending.FAIL) {
            known = new InstallerResult(productId, "", "", 0, ongoing);
            throw new InstallerRefusedException(
                    equal ? Reason.OTHER : Reason.BUSY,
                    "Submission " + ongoing + " of product " + productId + " is in progress"
                            + (equal ? "" : ", and it is not what this run would submit")
                            + ". The Store changes nothing until it has ended, and this API cannot cancel it: wait for"
                            + " it, or cancel it in Partner Center"
                            + (equal || placeEnd.isPresent()
                                    ? ""
                                    : ", or wait here with \"-Dstore.busyTimeout=PT4H\""));
        }
        log.onItsWay(ongoing);
        if (ours) {
            keep(record.get().submitted(ongoing, record.get().target()));
        }
        return concluded(ongoing);
    }

    /** Whether another submission has ended within the time that there is for it from the first look on. */
    private boolean isFree(String ongoing) throws StoreRefusedException, IOException, InterruptedException {
        if (options.busyTimeout().isZero()) {
            return false;
        }
        placeEnd = placeEnd.or(() -> Optional.of(time.elapsed().plus(options.busyTimeout())));
        known = new InstallerResult(productId, "", "", 0, ongoing);
        return poller.awaitPlace(ongoing, placeEnd.get());
    }

    /** What somebody else changed is submitted with ours, so it has to be known before. */
    private void judgeEdits(InstallerDraft draft) throws InstallerRefusedException {
        if (record.isEmpty()) {
            log.withoutRecord(options.record());
            return;
        }
        List<String> edits = record.get().editsIn(draft);
        if (edits.isEmpty()) {
            return;
        }
        if (options.onPending() != OnPending.RESUME) {
            throw new InstallerRefusedException(
                    Reason.BUSY,
                    "The draft of product " + productId
                            + " has changes that this project did not make, and they would be submitted too: "
                            + ForeignText.list(edits)
                            + ". Undo them in Partner Center, or submit them as well with \"-Dstore.onPending=resume\"");
        }
        log.submitsEdits(edits);
    }

    private void change(InstallerDraft draft, InstallerPlan plan)
            throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        end("", "DRAFT");
        JsonObject target = plan.appliedTo(draft);
        keep(begun(record.map(InstallerRecord::before).orElseGet(draft::document), target));
        packages(plan);
        metadata(plan);
        for (ImageSet set : plan.images()) {
            images.send(set, digests -> {
                uploaded += digests.size();
                keep(record.orElseThrow().with(digests));
            });
        }
        check(target);
    }

    private InstallerRecord begun(JsonObject before, JsonObject target) {
        return new InstallerRecord(
                productId,
                request.digest(),
                "",
                before,
                target,
                record.map(InstallerRecord::images).orElse(Map.of()),
                installers);
    }

    private void packages(InstallerPlan plan)
            throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        if (!plan.hasPackages()) {
            return;
        }
        if (plan.packageSet().isPresent()) {
            client.replacePackages(plan.packageSet().get());
        } else {
            for (var patch : plan.packagePatches().entrySet()) {
                client.patchPackage(patch.getKey(), patch.getValue());
            }
        }
        commitPackages();
    }

    private void commitPackages()
            throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        client.commitPackages();
        poller.awaitPackages();
    }

    private void metadata(InstallerPlan plan) throws StoreRefusedException, IOException, InterruptedException {
        if (!plan.languagesToAdd().isEmpty()) {
            JsonArrayBuilder languages = Json.PROVIDER.createArrayBuilder(plan.languagesToAdd());
            client.patchMetadata(
                    "add listings",
                    Json.PROVIDER
                            .createObjectBuilder()
                            .add("listingsToAdd", languages)
                            .build());
        }
        for (var listing : plan.listings().entrySet()) {
            client.patchMetadata(
                    "change the listing in " + listing.getKey(),
                    Json.PROVIDER
                            .createObjectBuilder()
                            .add("listings", listing.getValue())
                            .build());
        }
        if (!plan.properties().isEmpty() || !plan.availability().isEmpty()) {
            var body = Json.PROVIDER.createObjectBuilder();
            if (!plan.properties().isEmpty()) {
                body.add("properties", plan.properties());
            }
            if (!plan.availability().isEmpty()) {
                body.add("availability", plan.availability());
            }
            client.patchMetadata("change properties and availability", body.build());
        }
    }

    /** The draft is read again: what was asked has to be there, and nothing else may have changed. */
    private void check(JsonObject target)
            throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        InstallerDraft stored = InstallerDraft.read(client);
        Set<String> missing = new LinkedHashSet<>();
        plan(stored).changes().forEach(change -> missing.add(change.path()));
        stored.differences(target).stream()
                .filter(path -> !path.startsWith("/assets/") && !missing.contains(path))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            throw new InstallerRefusedException("The draft of product " + productId
                    + " is not what was asked for, so it was not submitted; these differ: "
                    + ForeignText.list(missing));
        }
    }

    private InstallerResult submit()
            throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        DraftStatus ready = poller.awaitReady();
        if (!ready.ongoing().isEmpty()) {
            known = new InstallerResult(productId, "", "", uploaded, ready.ongoing());
            throw new InstallerRefusedException(
                    Reason.REPLACED,
                    "Submission " + ready.ongoing() + " of product " + productId
                            + " was submitted by another run while this one was changing the draft. Only one release at a"
                            + " time per product");
        }
        String submissionId = new LookBeforeRetry(time, "the draft may have been submitted")
                .<String, IOException>run(
                        client::submit,
                        () -> Optional.of(client.status().ongoing()).filter(id -> !id.isEmpty()));
        log.submitted(submissionId);
        if (record.isPresent()) {
            keep(record.get().submitted(submissionId, record.get().target()));
        }
        return concluded(submissionId);
    }

    private InstallerResult concluded(String submissionId)
            throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        InstallerResult submitted = end(submissionId, "SUBMITTED");
        if (options.waitFor() != WaitFor.PUBLICATION) {
            return submitted;
        }
        log.waitsForPublication(submissionId, options.timeout());
        Publishing publishing = poller.awaitPublication(submissionId, state -> end(submissionId, state));
        if (publishing.isFailed()) {
            throw new InstallerRefusedException("Submission " + submissionId + " of product " + productId
                    + " has failed. Only Partner Center tells why: https://partner.microsoft.com/dashboard");
        }
        return end(submissionId, publishing.status());
    }

    /** What cannot be noted fails no release: the next run can then only not tell whose the draft is. */
    private void keep(InstallerRecord next) {
        record = Optional.of(next);
        try {
            next.write(options.record());
        } catch (IOException problem) {
            log.noteNotWritten(options.record().toString(), problem);
        }
    }
}
