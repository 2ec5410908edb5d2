package io.github.storemaven.check;

import java.util.Map;

/** The members of an app submission: submission API, section 6.7. */
final class AppShapes {
    private AppShapes() {}

    static Map<String, Shape> submission() {
        return Map.ofEntries(
                Map.entry("applicationCategory", Shape.text()),
                Map.entry("pricing", CommonShapes.pricing(trialPeriod())),
                Map.entry("visibility", CommonShapes.visibility()),
                Map.entry("targetPublishMode", CommonShapes.publishMode()),
                Map.entry("targetPublishDate", Shape.text()),
                Map.entry("listings", new MapOf(ListingShapes.listing())),
                Map.entry("hardwarePreferences", new ListOf(hardware())),
                Map.entry("automaticBackupEnabled", Shape.flag()),
                Map.entry("canInstallOnRemovableMedia", Shape.flag()),
                Map.entry("isGameDvrEnabled", Shape.flag()),
                Map.entry("gamingOptions", new ListOf(gaming())),
                Map.entry("hasExternalInAppProducts", Shape.flag()),
                Map.entry("meetAccessibilityGuidelines", Shape.flag()),
                Map.entry("notesForCertification", Shape.text()),
                Map.entry("applicationPackages", CommonShapes.packages()),
                Map.entry("packageDeliveryOptions", CommonShapes.delivery()),
                Map.entry("enterpriseLicensing", Shape.choice("PUB-08", "None", "Online", "OnlineAndOffline")),
                Map.entry("allowMicrosoftDecideAppAvailabilityToFutureDeviceFamilies", Shape.flag()),
                Map.entry("allowTargetFutureDeviceFamilies", new MapOf(Shape.flag())),
                Map.entry("trailers", new ListOf(ListingShapes.trailer())),
                Map.entry("isSeekEnabled", Shape.flag()));
    }

    private static Shape trialPeriod() {
        return Shape.choice(
                "PRC-07", "NoFreeTrial", "OneDay", "TrialNeverExpires", "SevenDays", "FifteenDays", "ThirtyDays");
    }

    private static Shape hardware() {
        return Shape.choice(
                "PRP-01", "Touch", "Keyboard", "Mouse", "Camera", "NfcHce", "Nfc", "BluetoothLE", "Telephony");
    }

    private static Shape gaming() {
        return Shape.members(Map.ofEntries(
                Map.entry("genres", Shape.texts()),
                Map.entry("isLocalMultiplayer", Shape.flag()),
                Map.entry("isLocalCooperative", Shape.flag()),
                Map.entry("isOnlineMultiplayer", Shape.flag()),
                Map.entry("isOnlineCooperative", Shape.flag()),
                Map.entry("localMultiplayerMinPlayers", Shape.number()),
                Map.entry("localMultiplayerMaxPlayers", Shape.number()),
                Map.entry("localCooperativeMinPlayers", Shape.number()),
                Map.entry("localCooperativeMaxPlayers", Shape.number()),
                Map.entry("onlineMultiplayerMinPlayers", Shape.number()),
                Map.entry("onlineMultiplayerMaxPlayers", Shape.number()),
                Map.entry("onlineCooperativeMinPlayers", Shape.number()),
                Map.entry("onlineCooperativeMaxPlayers", Shape.number()),
                Map.entry("isBroadcastingPrivilegeGranted", Shape.flag()),
                Map.entry("isCrossPlayEnabled", Shape.flag()),
                Map.entry("kinectDataForExternal", Shape.choice("PRP-03", "NotSet", "Unknown", "Enabled", "Disabled")),
                Map.entry("otherPeripherals", Shape.anything())));
    }
}
