package io.github.storemaven.check;

import io.github.storemaven.check.Schema.Choice;
import io.github.storemaven.check.Schema.ListOf;
import io.github.storemaven.check.Schema.MapOf;
import io.github.storemaven.check.Schema.OtherProductMember;
import io.github.storemaven.document.ImageType;
import io.github.storemaven.document.MemberOwnership;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.document.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole document of each kind of product, with the members that only the other kinds have. */
final class SubmissionSchema {
    private static final Map<String, Schema> APP = app();
    private static final Map<String, Schema> ADDON = addon();
    private static final Map<String, Schema> FLIGHT = Map.of(
            "flightPackages", packages(),
            "packageDeliveryOptions", delivery(),
            "targetPublishMode", publishMode(),
            "targetPublishDate", Schema.text(),
            "notesForCertification", Schema.text(),
            "isSeekEnabled", Schema.flag());

    private SubmissionSchema() {}

    static Schema of(ProductType kind) {
        Map<String, Schema> members = new HashMap<>();
        Schema foreign = foreign(kind);
        List.of(APP, ADDON, FLIGHT).forEach(each -> each.keySet().forEach(name -> members.put(name, foreign)));
        members.putAll(own(kind));
        MemberOwnership.assigned().forEach(name -> members.put(name, Schema.anything()));
        return Schema.members(members);
    }

    private static Map<String, Schema> own(ProductType kind) {
        return switch (kind) {
            case APP -> APP;
            case ADDON -> ADDON;
            case FLIGHT -> FLIGHT;
        };
    }

    private static Schema foreign(ProductType kind) {
        String rule = kind == ProductType.FLIGHT ? "FLT-09" : "DOC-05";
        String members = String.join(", ", own(kind).keySet().stream().sorted().toList());
        return new OtherProductMember(rule, "a submission of " + kind.words(), members);
    }

    static Map<String, Schema> app() {
        return Map.ofEntries(
                Map.entry("applicationCategory", Schema.text()),
                Map.entry("pricing", pricing(trialPeriod())),
                Map.entry("visibility", visibility()),
                Map.entry("targetPublishMode", publishMode()),
                Map.entry("targetPublishDate", Schema.text()),
                Map.entry("listings", new MapOf(appListing())),
                Map.entry("hardwarePreferences", new ListOf(hardware())),
                Map.entry("automaticBackupEnabled", Schema.flag()),
                Map.entry("canInstallOnRemovableMedia", Schema.flag()),
                Map.entry("isGameDvrEnabled", Schema.flag()),
                Map.entry("gamingOptions", new ListOf(gaming())),
                Map.entry("hasExternalInAppProducts", Schema.flag()),
                Map.entry("meetAccessibilityGuidelines", Schema.flag()),
                Map.entry("notesForCertification", Schema.text()),
                Map.entry("applicationPackages", packages()),
                Map.entry("packageDeliveryOptions", delivery()),
                Map.entry("enterpriseLicensing", Schema.choice("PUB-08", "None", "Online", "OnlineAndOffline")),
                Map.entry("allowMicrosoftDecideAppAvailabilityToFutureDeviceFamilies", Schema.flag()),
                Map.entry("allowTargetFutureDeviceFamilies", new MapOf(Schema.flag())),
                Map.entry("trailers", new ListOf(trailer())),
                Map.entry("isSeekEnabled", Schema.flag()));
    }

    private static Schema trialPeriod() {
        return Schema.choice(
                "PRC-07", "NoFreeTrial", "OneDay", "TrialNeverExpires", "SevenDays", "FifteenDays", "ThirtyDays");
    }

    private static Schema hardware() {
        return Schema.choice(
                "PRP-01", "Touch", "Keyboard", "Mouse", "Camera", "NfcHce", "Nfc", "BluetoothLE", "Telephony");
    }

    private static Schema gaming() {
        return Schema.members(Map.ofEntries(
                Map.entry("genres", Schema.texts()),
                Map.entry("isLocalMultiplayer", Schema.flag()),
                Map.entry("isLocalCooperative", Schema.flag()),
                Map.entry("isOnlineMultiplayer", Schema.flag()),
                Map.entry("isOnlineCooperative", Schema.flag()),
                Map.entry("localMultiplayerMinPlayers", Schema.number()),
                Map.entry("localMultiplayerMaxPlayers", Schema.number()),
                Map.entry("localCooperativeMinPlayers", Schema.number()),
                Map.entry("localCooperativeMaxPlayers", Schema.number()),
                Map.entry("onlineMultiplayerMinPlayers", Schema.number()),
                Map.entry("onlineMultiplayerMaxPlayers", Schema.number()),
                Map.entry("onlineCooperativeMinPlayers", Schema.number()),
                Map.entry("onlineCooperativeMaxPlayers", Schema.number()),
                Map.entry("isBroadcastingPrivilegeGranted", Schema.flag()),
                Map.entry("isCrossPlayEnabled", Schema.flag()),
                Map.entry("kinectDataForExternal", Schema.choice("PRP-03", "NotSet", "Unknown", "Enabled", "Disabled")),
                Map.entry("otherPeripherals", Schema.anything())));
    }

    static Map<String, Schema> addon() {
        return Map.of(
                "contentType", contentType(),
                "keywords", Schema.texts(),
                "lifetime", lifetime(),
                "listings", new MapOf(addonListing()),
                "pricing",
                        pricing(new OtherProductMember(
                                "ADD-31", "the pricing of an add-on", "priceId and marketSpecificPricings")),
                "targetPublishMode", publishMode(),
                "targetPublishDate", Schema.text(),
                "tag", Schema.text(),
                "visibility", visibility());
    }

    /** Without {@code NotSet}, which the live service refuses. */
    private static Schema contentType() {
        return Schema.choice(
                "ADD-20",
                "BookDownload",
                "EMagazine",
                "ENewspaper",
                "MusicDownload",
                "MusicStream",
                "OnlineDataStorage",
                "VideoDownload",
                "VideoStream",
                "Asp",
                "OnlineDownload");
    }

    private static Schema lifetime() {
        return Schema.choice(
                "ADD-22",
                "Forever",
                "OneDay",
                "ThreeDays",
                "FiveDays",
                "OneWeek",
                "TwoWeeks",
                "OneMonth",
                "TwoMonths",
                "ThreeMonths",
                "SixMonths",
                "OneYear");
    }

    private static Schema addonListing() {
        Schema icon = Schema.members(Map.of("fileName", Schema.text(), "fileStatus", fileStatus("IMG-40")));
        return Schema.members(Map.of("title", Schema.text(), "description", Schema.text(), "icon", icon));
    }

    static Schema appListing() {
        return Schema.members(Map.of("baseListing", texts(), "platformOverrides", new MapOf(texts())));
    }

    static Schema trailer() {
        Schema thumbnail = Schema.members(Map.of(
                "fileName", Schema.text(),
                "id", Schema.text(),
                "description", Schema.text()));
        Schema asset = Schema.members(Map.of("title", Schema.text(), "imageList", new ListOf(thumbnail)));
        return Schema.members(Map.of(
                "id", Schema.text(),
                "videoFileName", Schema.text(),
                "videoFileId", Schema.text(),
                "trailerAssets", new MapOf(asset)));
    }

    private static Schema texts() {
        return Schema.members(Map.ofEntries(
                Map.entry("copyrightAndTrademarkInfo", Schema.text()),
                Map.entry("keywords", Schema.texts()),
                Map.entry("licenseTerms", Schema.text()),
                Map.entry("privacyPolicy", Schema.text()),
                Map.entry("supportContact", Schema.text()),
                Map.entry("websiteUrl", Schema.text()),
                Map.entry("description", Schema.text()),
                Map.entry("features", Schema.texts()),
                Map.entry("releaseNotes", Schema.text()),
                Map.entry("images", new ListOf(image())),
                Map.entry("recommendedHardware", Schema.texts()),
                Map.entry("minimumHardware", Schema.texts()),
                Map.entry("title", Schema.text()),
                Map.entry("shortDescription", Schema.text()),
                Map.entry("shortTitle", Schema.text()),
                Map.entry("sortTitle", Schema.text()),
                Map.entry("voiceTitle", Schema.text()),
                Map.entry("devStudio", Schema.text())));
    }

    private static Schema image() {
        return Schema.members(Map.of(
                "fileName",
                Schema.text(),
                "fileStatus",
                fileStatus("IMG-40"),
                "id",
                Schema.text(),
                "description",
                Schema.text(),
                "imageType",
                new Choice("DOC-04", ImageType.names())));
    }

    static Schema fileStatus(String rule) {
        return Schema.choice(rule, "None", "PendingUpload", "Uploaded", "PendingDelete");
    }

    /** With {@code NotSet}, which StoreBroker writes and the service takes (submission API, 7.3). */
    static Schema publishMode() {
        return Schema.choice("PUB-01", "Immediate", "Manual", "SpecificDate", "NotSet");
    }

    static Schema visibility() {
        return Schema.choice("PUB-06", Visibility.storeNames());
    }

    static Schema pricing(Schema trialPeriod) {
        return Schema.members(Map.of(
                "trialPeriod", trialPeriod,
                "marketSpecificPricings", new MapOf(Schema.text()),
                "sales", Schema.anything(),
                "priceId", Schema.text(),
                "isAdvancedPricingModel", Schema.flag()));
    }

    static Schema packages() {
        return new ListOf(Schema.members(Map.ofEntries(
                Map.entry("fileName", Schema.text()),
                Map.entry("fileStatus", fileStatus("UPD-03")),
                Map.entry("id", Schema.text()),
                Map.entry("version", Schema.text()),
                Map.entry("architecture", Schema.text()),
                Map.entry("languages", Schema.texts()),
                Map.entry("capabilities", Schema.texts()),
                Map.entry("minimumDirectXVersion", Schema.choice("DOC-04", "None", "DirectX93", "DirectX100")),
                Map.entry("minimumSystemRam", Schema.choice("DOC-04", "None", "Memory2GB")),
                Map.entry("targetDeviceFamilies", Schema.texts()),
                Map.entry("targetPlatform", Schema.text()))));
    }

    static Schema delivery() {
        Schema status = Schema.choice(
                "ROL-04",
                "PackageRolloutNotStarted",
                "PackageRolloutInProgress",
                "PackageRolloutComplete",
                "PackageRolloutStopped");
        Schema rollout = Schema.members(Map.of(
                "isPackageRollout", Schema.flag(),
                "packageRolloutPercentage", Schema.number(),
                "packageRolloutStatus", status,
                "fallbackSubmissionId", Schema.text(),
                "isSeekEnabled", Schema.flag()));
        return Schema.members(Map.of(
                "packageRollout", rollout,
                "isMandatoryUpdate", Schema.flag(),
                "mandatoryUpdateEffectiveDate", Schema.text()));
    }
}
