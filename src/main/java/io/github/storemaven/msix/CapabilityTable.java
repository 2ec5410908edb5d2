package io.github.storemaven.msix;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The capabilities that Windows knows, with the namespaces of the manifest's schema: reference 3.4 of MSIX. */
public final class CapabilityTable {
    private static final Map<String, List<String>> CLOSED = closed();
    private static final Map<String, Known> BY_NAME = byName();

    private CapabilityTable() {}

    /**
     * A capability.
     *
     * @param space of its element
     * @param isDevice whether the element is {@code DeviceCapability}
     */
    public record Known(String name, ManifestNamespace space, boolean isDevice) {}

    /** All capabilities of a namespace whose list the schema closes; empty for others. */
    public static Optional<List<String>> closedList(String namespace) {
        return Optional.ofNullable(CLOSED.get(namespace));
    }

    /** The capability of a name; where two namespaces have it, the newer of the general ones. */
    public static Optional<Known> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All names. */
    public static Collection<String> names() {
        return BY_NAME.keySet();
    }

    private static Map<ManifestNamespace, String> general() {
        Map<ManifestNamespace, String> names = new LinkedHashMap<>();
        names.put(
                ManifestNamespace.FOUNDATION,
                "internetClient internetClientServer privateNetworkClientServer allJoyn codeGeneration");
        names.put(
                ManifestNamespace.UAP,
                "documentsLibrary picturesLibrary videosLibrary musicLibrary enterpriseAuthentication"
                        + " sharedUserCertificates userAccountInformation removableStorage appointments contacts"
                        + " phoneCall blockedChatMessages objects3D voipCall chat");
        names.put(ManifestNamespace.UAP2, "phoneCallHistoryPublic spatialPerception");
        names.put(ManifestNamespace.UAP3, "backgroundMediaPlayback userNotificationListener remoteSystem");
        names.put(ManifestNamespace.UAP4, "offlineMapsManagement userDataTasks");
        names.put(ManifestNamespace.UAP6, "graphicsCapture");
        names.put(ManifestNamespace.UAP7, "globalMediaControl gazeInput");
        names.put(ManifestNamespace.UAP11, "graphicsCaptureProgrammatic graphicsCaptureWithoutBorder");
        names.put(ManifestNamespace.MOBILE, "recordedCallsFolder");
        names.put(ManifestNamespace.IOT, "systemManagement lowLevelDevices");
        return names;
    }

    private static final String DEVICE = """
        location microphone proximity webcam usb humaninterfacedevice pointOfService bluetooth wiFiControl radios optical
        activity humanPresence serialcommunication gazeInput lowLevel packageQuery
        """;

    private static final String RESTRICTED = """
        accessoryManager allAppMods allowElevation appBroadcastServices appCaptureServices appCaptureSettings
        appDiagnostics appLicensing appointmentsSystem audioDeviceConfiguration backgroundMediaRecording backgroundVoIP
        broadFileSystemAccess cameraProcessingExtension cellularDeviceControl cellularDeviceIdentity cellularMessaging
        chatSystem confirmAppClose contactsSystem cortanaPermissions cortanaSpeechAccessory customInstallActions
        developmentModeNetwork deviceManagementDmAccount deviceManagementEmailAccount deviceManagementFoundation
        deviceManagementWapSecurityPolicies devicePortalProvider deviceUnlock dualSimTiles email emailSystem
        enterpriseCloudSSO enterpriseDataPolicy enterpriseDeviceLockdown expandedResources extendedBackgroundTaskTime
        extendedExecutionBackgroundAudio extendedExecutionCritical extendedExecutionUnconstrained firstSignInSettings
        gameBarServices gameList gameMonitor inputForegroundObservation inputInjectionBrokered inputObservation
        inputSuppression interopServices localSystemServices locationHistory locationSystem modifiableApp
        networkConnectionManagerProvisioning networkDataPlanProvisioning networkDataUsageManagement
        networkingVpnProvider oemDeployment oemPublicDirectory oneProcessVoIP packageManagement packagePolicySystem
        packageQuery packageWriteRedirectionCompatibilityShim packagedServices phoneCallHistory phoneCallHistorySystem
        phoneLineTransportManagement previewInkWorkspace previewPenWorkspace previewStore previewUiComposition
        protectedApp remotePassportAuthentication runFullTrust screenDuplication secondaryAuthenticationFactor
        secureAssessment slapiQueryLicenseValue smbios smsSend startScreenManagement storeLicenseManagement
        targetedContent teamEditionDeviceCredential teamEditionExperience teamEditionView uiAutomation
        unvirtualizedResources userDataAccountsProvider userDataSystem userPrincipalName userSystemId walletSystem
        xboxAccessoryManagement
        """;

    private static Map<String, List<String>> closed() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        general().forEach((space, names) -> lists.put(space.uri(), words(names)));
        return lists;
    }

    private static Map<String, Known> byName() {
        Map<String, Known> known = new LinkedHashMap<>();
        general().forEach((space, names) -> add(known, names, space, false));
        add(known, RESTRICTED, ManifestNamespace.RESCAP, false);
        add(known, DEVICE, ManifestNamespace.FOUNDATION, true);
        return known;
    }

    private static void add(Map<String, Known> known, String names, ManifestNamespace space, boolean isDevice) {
        words(names).forEach(name -> known.putIfAbsent(name, new Known(name, space, isDevice)));
    }

    private static List<String> words(String names) {
        return Arrays.asList(names.strip().split("\\s+", -1));
    }
}
