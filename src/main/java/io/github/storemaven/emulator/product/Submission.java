package io.github.storemaven.emulator.product;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
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
    private Maker maker;
    private JsonObject document;
    private Optional<UploadTicket> upload;
    private Step current;
    private List<Step> ahead = List.of();
    private Optional<JsonObject> processed = Optional.empty();
    private boolean zombie;
    private Map<String, String> packages = Map.of();

    /** A draft. */
    Submission(String id, int number, Maker maker, JsonObject document, Optional<UploadTicket> upload, Step first) {
        this.id = id;
        this.number = number;
        this.maker = maker;
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

    /** Who made or last edited it. */
    public Maker maker() {
        return maker;
    }

    /** Somebody opened it in Partner Center. */
    public void editedInPartnerCenter() {
        maker = Maker.EDITED;
    }

    /** The editable members, as stored. */
    public JsonObject document() {
        return document;
    }

    /** The editable members as a client sees them. */
    public JsonObject shown() {
        return Json.without(document, List.of(Kind.LEFT_OUT_IMAGES));
    }

    /** Stores other editable members. */
    public void replaceDocument(JsonObject other) {
        document = other;
    }

    /** Where its ZIP goes; empty for one made in Partner Center. */
    public Optional<UploadTicket> upload() {
        return upload;
    }

    /** Another upload URL, or none. */
    public void replaceUpload(Optional<UploadTicket> other) {
        upload = other;
    }

    /** The state as of the last {@link #settle}. */
    public Status status() {
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
    public boolean zombie() {
        return zombie;
    }

    /** From now on it stores nothing. */
    public void becomeZombie() {
        zombie = true;
    }

    /**
     * Enters a state now, with a way ahead.
     *
     * @param afterCommit the document from {@code PreProcessing} on
     */
    public void enter(Step now, List<Step> way, Optional<JsonObject> afterCommit) {
        current = now;
        ahead = List.copyOf(way);
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
        if (status() != Status.COMMIT_STARTED
                && status() != Status.COMMIT_FAILED
                && status() != Status.PENDING_COMMIT) {
            processed.ifPresent(this::replaceDocument);
            processed = Optional.empty();
        }
        return status() == Status.PUBLISHED;
    }

    JsonObject toJson() {
        var json = Json.object()
                .add("id", id)
                .add("number", number)
                .add("maker", maker.name())
                .add("document", document)
                .add("current", current.toJson())
                .add("ahead", Json.array(ahead.stream().map(Step::toJson).toList()))
                .add("zombie", zombie);
        upload.ifPresent(ticket -> json.add("upload", ticket.toJson()));
        processed.ifPresent(after -> json.add("processed", after));
        Json.addTexts(json, "packages", packages);
        return json.build();
    }

    static Submission fromJson(JsonObject json) {
        Submission submission = new Submission(
                json.getString("id"),
                json.getInt("number"),
                Maker.valueOf(json.getString("maker")),
                json.getJsonObject("document"),
                Optional.ofNullable(json.getJsonObject("upload")).map(UploadTicket::fromJson),
                Step.fromJson(json.getJsonObject("current")));
        List<Step> way = new ArrayList<>();
        Json.objects(json, "ahead").forEach(step -> way.add(Step.fromJson(step)));
        submission.enter(submission.current, way, Optional.ofNullable(json.getJsonObject("processed")));
        submission.zombie = json.getBoolean("zombie");
        submission.replacePackages(Json.textsByName(json, "packages"));
        return submission;
    }
}
