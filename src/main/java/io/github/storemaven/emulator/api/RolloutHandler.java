package io.github.storemaven.emulator.api;

import io.github.storemaven.emulator.catalog.PackageRollout;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.document.DocumentUpdate;
import io.github.storemaven.emulator.document.ServiceErrorException;
import io.github.storemaven.emulator.web.Response;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** The gradual package rollout of apps and flights (reference 5.11, 5.21, section 11). */
final class RolloutHandler {
    Response get(ApiRequest request) throws ServiceErrorException {
        return Response.json(
                200, PackageRollout.of(request.submission().document()).toString());
    }

    Response update(ApiRequest request) throws ServiceErrorException {
        String text = request.parameter("percentage");
        if (!text.matches("\\d{1,3}(\\.\\d{1,9})?")) {
            throw ServiceErrorException.invalidValue(
                    "percentage", "The value '" + text + "' of 'percentage' is not valid.");
        }
        BigDecimal percentage = new BigDecimal(text);
        DocumentUpdate.checkPercentage(percentage);
        return change(request, rollout -> PackageRollout.withPercentage(rollout, percentage));
    }

    Response halt(ApiRequest request) throws ServiceErrorException {
        return change(
                request,
                rollout -> PackageRollout.withPercentage(
                        PackageRollout.withStatus(rollout, "PackageRolloutStopped"), BigDecimal.ZERO));
    }

    Response complete(ApiRequest request) throws ServiceErrorException {
        return change(
                request,
                rollout -> PackageRollout.withPercentage(
                        PackageRollout.withStatus(rollout, "PackageRolloutComplete"), new BigDecimal(100)));
    }

    private static Response change(ApiRequest request, UnaryOperator<JsonObject> change) throws ServiceErrorException {
        Submission submission = request.submission();
        ConflictMatrix.require(request.call(), submission);
        JsonObject changed = change.apply(PackageRollout.of(submission.document()));
        submission.replaceDocument(PackageRollout.with(submission.document(), changed));
        return Response.json(200, changed.toString());
    }
}
