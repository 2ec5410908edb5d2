package io.github.storemaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.ProductType;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Documents as the service hands them out have no error. */
class WholeDocumentTest {
    private static final String PRICING =
            "'pricing': {'marketSpecificPricings': {'NO': 'Tier1020', 'CU': 'NotAvailable'},"
                    + " 'sales': [], 'priceId': 'Free', 'isAdvancedPricingModel': true}";
    private static final String OWNED =
            "'id': '1152921505600000002', 'status': 'PendingCommit', 'friendlyName': 'Submission 2',"
                    + " 'statusDetails': {'errors': [], 'warnings': []}, 'fileUploadUrl': null";
    private static final String DELIVERY = "'packageDeliveryOptions': {'packageRollout': {'isPackageRollout': false,"
            + " 'packageRolloutPercentage': 0.0, 'packageRolloutStatus': 'PackageRolloutNotStarted',"
            + " 'fallbackSubmissionId': '0'}, 'isMandatoryUpdate': false,"
            + " 'mandatoryUpdateEffectiveDate': '1601-01-01T00:00:00.0000000Z'}";
    private static final String PACKAGE = "{'fileName': 'tide_1.0.0.0_x64.msix', 'fileStatus': 'Uploaded',"
            + " 'id': '2000000000060000001', 'version': '1.0.0.0', 'architecture': 'x64', 'languages': ['nb-NO'],"
            + " 'capabilities': ['internetClient'], 'minimumDirectXVersion': 'None', 'minimumSystemRam': 'None',"
            + " 'targetDeviceFamilies': ['Windows.Desktop min version 10.0.17763.0']}";

    @Test
    void ofAnAppIsRight() throws Exception {
        assertRight(
                ProductType.APP,
                "{" + OWNED + ", " + DELIVERY + ", " + PRICING
                        + ", 'applicationCategory': 'NavigationAndMaps', 'visibility': 'Public', 'targetPublishMode': 'Immediate',"
                        + " 'targetPublishDate': '1601-01-01T00:00:00Z', 'listings': {'nb-no': {'baseListing': {"
                        + " 'copyrightAndTrademarkInfo': '', 'keywords': ['tide'], 'description': 'Tide tables.',"
                        + " 'images': [{'fileName': 'shots/main.png', 'fileStatus': 'Uploaded', 'id': '1', 'description': 'Main',"
                        + " 'imageType': 'Screenshot'}], 'title': 'Tide Table Demo', 'shortTitle': null}, 'platformOverrides': {}}},"
                        + " 'hardwarePreferences': ['Touch'], 'gamingOptions': [], 'notesForCertification': '',"
                        + " 'applicationPackages': [" + PACKAGE + "], 'enterpriseLicensing': 'None',"
                        + " 'allowTargetFutureDeviceFamilies': {'Desktop': true, 'Mobile': false, 'Holographic': false,"
                        + " 'Xbox': false, 'Team': false, '7': true}, 'trailers': null}");
    }

    @Test
    void ofAnAddonIsRight() throws Exception {
        assertRight(
                ProductType.ADDON,
                "{" + OWNED + ", " + PRICING + ", 'contentType': 'OnlineDownload', 'keywords': ['premium'],"
                        + " 'lifetime': 'Forever', 'listings': {'nb-no': {'title': 'Premium', 'description': 'All harbours.',"
                        + " 'icon': {'fileName': 'icon.png', 'fileStatus': 'PendingUpload'}}}, 'targetPublishMode': 'Immediate',"
                        + " 'targetPublishDate': '1601-01-01T00:00:00Z', 'tag': '', 'visibility': 'Public'}");
    }

    @Test
    void ofAFlightIsRight() throws Exception {
        assertRight(
                ProductType.FLIGHT,
                "{" + OWNED + ", 'flightId': '0f7d3c1a', " + DELIVERY + ", 'flightPackages': [" + PACKAGE
                        + "], 'targetPublishMode': 'Immediate', 'targetPublishDate': '', 'notesForCertification': ''}");
    }

    /** Nothing but recommendations on what is absent, and nothing at all on what is there. */
    private static void assertRight(ProductType kind, String text) throws Exception {
        Findings said = RuleCase.findings(
                (json, report) -> new DocumentRules(kind, Instant.EPOCH).check(json.object(), json::locationOf, report),
                text);
        assertThat(said.text()).isEmpty();
        Findings absent = RuleCase.findings(
                (json, report) -> new PresenceRules(kind, language -> Optional.empty())
                        .check(json.object(), json::locationOf, report),
                text);
        assertThat(absent.errors()).isEmpty();
    }
}
