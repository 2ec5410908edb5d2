package io.github.storemaven.check;

import java.util.Map;

/** The shapes that apps, add-ons and flights share: submission API, sections 6.10 and 6.19 to 6.22. */
final class CommonShapes {
    private CommonShapes() {}

    static Shape fileStatus(String rule) {
        return Shape.choice(rule, "None", "PendingUpload", "Uploaded", "PendingDelete");
    }

    /** With {@code NotSet}, which StoreBroker writes and the service takes (submission API, 7.3). */
    static Shape publishMode() {
        return Shape.choice("PUB-01", "Immediate", "Manual", "SpecificDate", "NotSet");
    }

    static Shape visibility() {
        return Shape.choice("PUB-06", "Public", "Private", "Hidden", "NotSet");
    }

    static Shape pricing(Shape trialPeriod) {
        return Shape.members(Map.of(
                "trialPeriod", trialPeriod,
                "marketSpecificPricings", new MapOf(Shape.text()),
                "sales", Shape.anything(),
                "priceId", Shape.text(),
                "isAdvancedPricingModel", Shape.flag()));
    }

    static Shape packages() {
        return new ListOf(Shape.members(Map.ofEntries(
                Map.entry("fileName", Shape.text()),
                Map.entry("fileStatus", fileStatus("UPD-03")),
                Map.entry("id", Shape.text()),
                Map.entry("version", Shape.text()),
                Map.entry("architecture", Shape.text()),
                Map.entry("languages", Shape.texts()),
                Map.entry("capabilities", Shape.texts()),
                Map.entry("minimumDirectXVersion", Shape.choice("DOC-04", "None", "DirectX93", "DirectX100")),
                Map.entry("minimumSystemRam", Shape.choice("DOC-04", "None", "Memory2GB")),
                Map.entry("targetDeviceFamilies", Shape.texts()),
                Map.entry("targetPlatform", Shape.text()))));
    }

    static Shape delivery() {
        Shape status = Shape.choice(
                "ROL-04",
                "PackageRolloutNotStarted",
                "PackageRolloutInProgress",
                "PackageRolloutComplete",
                "PackageRolloutStopped");
        Shape rollout = Shape.members(Map.of(
                "isPackageRollout", Shape.flag(),
                "packageRolloutPercentage", Shape.number(),
                "packageRolloutStatus", status,
                "fallbackSubmissionId", Shape.text(),
                "isSeekEnabled", Shape.flag()));
        return Shape.members(Map.of(
                "packageRollout", rollout,
                "isMandatoryUpdate", Shape.flag(),
                "mandatoryUpdateEffectiveDate", Shape.text()));
    }
}
