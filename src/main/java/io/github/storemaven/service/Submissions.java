package io.github.storemaven.service;

import io.github.storemaven.http.Request;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * The submissions of one product (reference, sections 5.5 to 5.11, 5.16, 5.20 and 5.21). Each method throws StoreRefusedException when
 * the Store says no, and StoreUnreachableException when it could not be asked.
 */
public final class Submissions {
    private final StoreConnection connection;
    private final Product product;

    Submissions(StoreConnection connection, Product product) {
        this.connection = connection;
        this.product = product;
    }

    /** How often the status of a submission is asked for. */
    public PollInterval pollInterval() {
        return connection.pollInterval();
    }

    /**
     * Creates the pending submission, a copy of the last published one.
     *
     * @throws StoreUnreachableException also when a submission may have been created although no usable answer came
     */
    public SubmissionHead create() throws StoreRefusedException, IOException, InterruptedException {
        String action = "create a submission of " + product;
        SubmissionHead created = SubmissionHead.of(connection.read(action, connection.request("POST", path())));
        if (created.id().isEmpty()) {
            throw new StoreUnreachableException(action, "its answer names no id", null);
        }
        return created;
    }

    public JsonObject get(String submissionId) throws StoreRefusedException, IOException, InterruptedException {
        return connection.read(
                "read submission " + submissionId + " of " + product, connection.request("GET", path(submissionId)));
    }

    /** Replaces the whole document; what was stored has to be read back, since the answer is not always the truth. */
    public void update(String submissionId, JsonObject document)
            throws StoreRefusedException, IOException, InterruptedException {
        connection.call(
                "update submission " + submissionId + " of " + product,
                connection
                        .request("PUT", path(submissionId))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .body(BodyPublishers.ofString(Json.compact(document))));
    }

    /**
     * Says that data and files are complete.
     *
     * @throws StoreUnreachableException also when the commit may have begun although no usable answer came
     */
    public void commit(String submissionId) throws StoreRefusedException, IOException, InterruptedException {
        connection.call(
                "commit submission " + submissionId + " of " + product,
                connection.request("POST", path(submissionId) + "/commit"));
    }

    public SubmissionStatus status(String submissionId)
            throws StoreRefusedException, IOException, InterruptedException {
        return status(submissionId, Request.DEFAULT_OVERALL_LIMIT);
    }

    /** The status, asked for within a time, repetitions included. */
    public SubmissionStatus status(String submissionId, Duration limit)
            throws StoreRefusedException, IOException, InterruptedException {
        return SubmissionStatus.of(connection.readNotice(
                "tell the status of submission " + submissionId + " of " + product,
                connection.request("GET", path(submissionId) + "/status").within(limit)));
    }

    /** Deletes; one that is gone already is no problem, since a lost answer makes us ask twice. */
    public void delete(String submissionId) throws StoreRefusedException, IOException, InterruptedException {
        try {
            connection.call(
                    "delete submission " + submissionId + " of " + product,
                    connection.request("DELETE", path(submissionId)));
        } catch (StoreRefusedException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }

    /** The gradual rollout of a published submission. */
    public Rollout rollout(String submissionId) throws StoreRefusedException, IOException, InterruptedException {
        return Rollout.of(connection.readNotice(
                "tell the rollout of submission " + submissionId + " of " + product,
                connection.request("GET", path(submissionId) + "/packagerollout")));
    }

    /** Changes how many customers get the packages of a published submission, in % (reference, section 5.11). */
    public Rollout changeRollout(String submissionId, BigDecimal percentage)
            throws StoreRefusedException, IOException, InterruptedException {
        return rollout(
                "change the rollout of",
                submissionId,
                "/updatepackagerolloutpercentage?percentage="
                        + percentage.stripTrailingZeros().toPlainString());
    }

    /** Halts the rollout of a published submission; nothing reopens it. */
    public Rollout haltRollout(String submissionId) throws StoreRefusedException, IOException, InterruptedException {
        return rollout("halt the rollout of", submissionId, "/haltpackagerollout");
    }

    /** Finalizes the rollout of a published submission: everybody gets its packages. */
    public Rollout finalizeRollout(String submissionId)
            throws StoreRefusedException, IOException, InterruptedException {
        return rollout("finalize the rollout of", submissionId, "/finalizepackagerollout");
    }

    private Rollout rollout(String action, String submissionId, String call)
            throws StoreRefusedException, IOException, InterruptedException {
        return Rollout.of(connection.readNotice(
                action + " submission " + submissionId + " of " + product,
                connection.request("POST", path(submissionId) + call)));
    }

    private String path() {
        return product.path() + "/submissions";
    }

    private String path(String submissionId) {
        return path() + "/" + Product.requireId("submission id", submissionId);
    }
}
