package io.github.storemaven.emulator.catalog;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ListingImages;
import io.github.storemaven.emulator.storage.UploadContainer;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One submission: its document and its way through the states. Guarded by the {@link Catalog}. */
public final class Submission {
    private final String id;
    private final int number;
    private Origin origin;
    private JsonObject document;
    private Optional<UploadContainer.Upload> upload;
    private Step current;
    private List<Step> ahead = List.of();
    private Optional<JsonObject> processed = Optional.empty();
    private boolean zombie;
    private Map<String, String> packages = Map.of();

    /** A draft. */
    Submission(
            String id,
            int number,
            Origin origin,
            JsonObject document,
            Optional<UploadContainer.Upload> upload,
            Step first) {
        this.id = id;
        this.number = number;
        this.origin = origin;
        this.document = document;
        this.upload = upload;
        this.current = first;
    }

    /** 19 digits. */
    public String id() {
        return id;
    }

    /** "Submission N". */
    public String friendlyName() {
        return "Submission " + number;
    }

    /** Where it was made or last edited. */
    public Origin origin() {
        return origin;
    }

    /** Somebody opened it in Partner Center. */
    public void editedInPartnerCenter() {
        origin = Origin.EDITED;
    }

    /** The editable members, as stored. */
    public JsonObject document() {
        return document;
    }

    /** The editable members as a client sees them. */
    public JsonObject shown() {
        return ListingImages.withoutLeftOut(document);
    }

    /** Stores other editable members. */
    public void replaceDocument(JsonObject other) {
        document = other;
    }

    /** Where its ZIP is uploaded to; empty for one made in Partner Center. */
    public Optional<UploadContainer.Upload> upload() {
        return upload;
    }

    /** Another upload URL, or none. */
    public void replaceUpload(Optional<UploadContainer.Upload> other) {
        upload = other;
    }

    /** Whether no commit needs its upload any more. */
    boolean isUploadEnded(Instant now) {
        boolean expired = upload.filter(one -> one.expires().isBefore(now)).isPresent();
        return status() == SubmissionStatus.PUBLISHED || (expired && status().isFailed());
    }

    /** The state as of the last {@link #settle}. */
    public SubmissionStatus status() {
        return current.status();
    }

    /** When the present state began. */
    public Instant since() {
        return current.since();
    }

    /** The {@code statusDetails} of the present state. */
    public JsonObject details() {
        return current.details();
    }

    /** Whether it answers PUT with 200 and stores nothing (reference 4.8). */
    public boolean isZombie() {
        return zombie;
    }

    /** From now on it stores nothing. */
    public void becomeZombie() {
        zombie = true;
    }

    /**
     * Enters a state now, with further ones ahead.
     *
     * @param afterCommit the document from {@code PreProcessing} on
     */
    public void enter(Step now, List<Step> steps, Optional<JsonObject> afterCommit) {
        current = now;
        ahead = List.copyOf(steps);
        processed = afterCommit;
    }

    /** The digests of its new packages by their full names, once it is committed. */
    public Map<String, String> packages() {
        return packages;
    }

    /** Takes over what the packages of a commit are. */
    public void replacePackages(Map<String, String> digests) {
        packages = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    }

    /** Moves on to the state of this moment; true when it was published on the way. */
    boolean settle(Instant now) {
        boolean published = false;
        while (!ahead.isEmpty() && !ahead.get(0).since().isAfter(now)) {
            current = ahead.get(0);
            ahead = ahead.subList(1, ahead.size());
            published |= entered();
        }
        return published;
    }

    private boolean entered() {
        if (status() != SubmissionStatus.COMMIT_STARTED
                && status() != SubmissionStatus.COMMIT_FAILED
                && status() != SubmissionStatus.PENDING_COMMIT) {
            processed.ifPresent(this::replaceDocument);
            processed = Optional.empty();
        }
        return status() == SubmissionStatus.PUBLISHED;
    }

    JsonObject toJson() {
        var json = Json.object()
                .add("id", id)
                .add("number", number)
                .add("maker", origin.name())
                .add("document", document)
                .add("current", current.toJson())
                .add("ahead", Json.array(ahead.stream().map(Step::toJson).toList()))
                .add("zombie", zombie);
        upload.ifPresent(one -> json.add("upload", toJson(one)));
        processed.ifPresent(after -> json.add("processed", after));
        Json.addTexts(json, "packages", packages);
        return json.build();
    }

    static Submission fromJson(JsonObject json) {
        Submission submission = new Submission(
                json.getString("id"),
                json.getInt("number"),
                Origin.valueOf(json.getString("maker")),
                json.getJsonObject("document"),
                Optional.ofNullable(json.getJsonObject("upload")).map(Submission::upload),
                Step.fromJson(json.getJsonObject("current")));
        List<Step> steps = new ArrayList<>();
        Json.objects(json, "ahead").forEach(step -> steps.add(Step.fromJson(step)));
        submission.enter(submission.current, steps, Optional.ofNullable(json.getJsonObject("processed")));
        submission.zombie = json.getBoolean("zombie");
        submission.replacePackages(Json.textsByName(json, "packages"));
        return submission;
    }

    private static JsonObject toJson(UploadContainer.Upload upload) {
        return Json.object()
                .add("blob", upload.blob())
                .add("expires", upload.expires().toString())
                .add("rawPlus", upload.rawPlus())
                .build();
    }

    private static UploadContainer.Upload upload(JsonObject json) {
        return new UploadContainer.Upload(
                json.getString("blob"), Instant.parse(json.getString("expires")), json.getBoolean("rawPlus"));
    }

    /** Where a submission was made, which decides what the API may do with it (reference 9.5). */
    public enum Origin {
        /** Made through the API. */
        API,
        /** Made in Partner Center: the API may only read it. */
        PARTNER_CENTER,
        /** Made through the API, then edited in Partner Center: the API may only read and delete it. */
        EDITED
    }

    /**
     * A state of a submission and when it enters it.
     *
     * @param status the state
     * @param since the moment it begins
     * @param details the {@code statusDetails} from then on
     */
    public record Step(SubmissionStatus status, Instant since, JsonObject details) {
        JsonObject toJson() {
            return Json.object()
                    .add("status", status.apiName())
                    .add("since", since.toString())
                    .add("details", details)
                    .build();
        }

        static Step fromJson(JsonObject json) {
            return new Step(
                    SubmissionStatus.of(json.getString("status")),
                    Instant.parse(json.getString("since")),
                    json.getJsonObject("details"));
        }
    }
}
