package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.submission.ConfigurationProblems;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The four values of Partner Center's page on product identity, in the right places and exchanged. */
class PackageIdentityParametersTest {
    private static final String NAME = "Example.Paperclip";
    private static final String FAMILY = "Example.Paperclip_8wekyb3d8bbwe";
    private static final String PUBLISHER = "CN=11111111-2222-3333-4444-555555555555";

    private final SubmitMojo mojo = new SubmitMojo(null, null);

    private List<String> problems() {
        ConfigurationProblems problems = new ConfigurationProblems();
        mojo.identity().check(problems);
        return problems.lines();
    }

    @Test
    void whatIsInItsPlaceIsFine() {
        mojo.packageIdentityName = NAME;
        mojo.packageFamilyName = FAMILY;
        mojo.publisher = PUBLISHER;
        mojo.publisherDisplayName = "Example & Sons";
        assertThat(problems()).isEmpty();
        assertThat(mojo.identity().expected().packageIdentityName()).contains(NAME);
        assertThat(mojo.identity().expected().packageFamilyName()).contains(FAMILY);
        assertThat(mojo.identity().expected().publisher()).contains(PUBLISHER);
        assertThat(mojo.identity().expected().publisherDisplayName()).contains("Example & Sons");
    }

    @Test
    void anotherOnesFormIsSaidAndNotHeldAgainstThePackage() {
        mojo.packageIdentityName = FAMILY;
        mojo.packageFamilyName = NAME;
        mojo.publisher = "Example";
        mojo.publisherDisplayName = PUBLISHER;
        assertThat(problems())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("store.packageIdentityName is \"" + FAMILY
                                        + "\", which has the form of packageFamilyName"),
                        line -> assertThat(line).contains("store.publisher is", "publisherDisplayName"),
                        line -> assertThat(line).contains("store.publisherDisplayName is", "the form of publisher"),
                        line -> assertThat(line).contains("store.packageFamilyName is", "packageIdentityName?"));
        var expected = mojo.identity().expected();
        assertThat(expected.packageIdentityName()).isEmpty();
        assertThat(expected.packageFamilyName()).isEmpty();
        assertThat(expected.publisher()).isEmpty();
        assertThat(expected.publisherDisplayName()).isEmpty();
    }

    @Test
    void aPublisherMayHaveMoreParts() {
        mojo.publisher = "O=Example, L=Wien, C=AT";
        assertThat(problems()).isEmpty();
        mojo.packageIdentityName = PUBLISHER;
        mojo.packageFamilyName = PUBLISHER;
        assertThat(problems()).hasSize(2).allMatch(line -> line.contains("the form of publisher"));
    }
}
