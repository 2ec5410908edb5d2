package io.github.storemaven.document;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class MemberOwnershipTest {
    @Test
    void theRestIsWithoutWhatIsTheServicesOwn() {
        JsonObject rest = MemberOwnership.userMembers(
                json("{'ID': '1', 'status': 's', 'statusDetails': {}, 'fileUploadUrl': 'u', 'friendlyName': 'f',"
                        + " 'visibility': 'v','applicationPackages': [1], 'trailers': [1], 'listings': {},"
                        + " 'gamingOptions': null, 'x': {'id': 'kept'},'pricing': {'sales': [1], 'isAdvancedPricingModel':"
                        + " true, 'priceId': 'Base', 'trialPeriod': 't'},'packageDeliveryOptions': {'packageRollout':"
                        + " {'packageRolloutStatus': 's', 'fallbackSubmissionId': '0','isPackageRollout': false}}}"));
        assertThat(rest)
                .isEqualTo(json("{'visibility': 'v', 'x': {'id': 'kept'}, 'pricing': {'trialPeriod': 't'},"
                        + "'packageDeliveryOptions': {'packageRollout': {'isPackageRollout': false}}}"));
    }

    @Test
    void theAddressOfTheUploadIsLeftOutInAnyCase() {
        assertThat(MemberOwnership.withoutUploadUrl(json("{'id': '1', 'FileUploadURL': 'u'}")))
                .isEqualTo(json("{'id': '1'}"));
    }

    @Test
    void buildAndServiceWriteWhatPeopleDoNot() {
        assertThat(MemberOwnership.isWrittenByPeople("ApplicationPackages")).isFalse();
        assertThat(MemberOwnership.isWrittenByPeople("statusDetails")).isFalse();
        assertThat(MemberOwnership.isWrittenByPeople("notesForCertification")).isTrue();
    }
}
