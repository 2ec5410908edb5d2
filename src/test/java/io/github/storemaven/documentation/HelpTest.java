package io.github.storemaven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.PluginDescriptor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What {@code mvn store:help -Ddetail} and the site tell about goals and parameters. Issue 10, point 6. */
class HelpTest {
    /** Characters that the pop-up of an IDE shows without a scroll bar. */
    private static final int LONGEST_POPUP = 300;

    private static PluginDescriptor descriptor;

    @BeforeAll
    static void read() throws Exception {
        descriptor = PluginDescriptor.read();
    }

    @Test
    void eachGoalSaysWhatItDoesAndSinceWhen() throws Exception {
        assertThat(descriptor.mojos()).hasSizeGreaterThan(8).allSatisfy(mojo -> {
            assertThat(text(mojo, "description")).endsWith(".").doesNotContain("\n", "  ");
            assertThat(text(mojo, "since")).isEqualTo("0.1.0");
            assertThat(text(mojo, "threadSafe")).isEqualTo("true");
            assertThat(text(mojo, "requiresOnline")).isEqualTo("false");
        });
    }

    @Test
    void eachParameterHasOneOrTwoSentencesItsPropertyAndItsVersion() throws Exception {
        for (Element mojo : descriptor.mojos()) {
            List<Element> parameters = PluginDescriptor.parameters(mojo);
            assertThat(parameters).isNotEmpty().allSatisfy(parameter -> {
                String name = text(mojo, "goal") + ", " + text(parameter, "name");
                assertThat(text(parameter, "description"))
                        .as(name)
                        .matches("[A-Za-z][^\n]*\\.")
                        .hasSizeBetween(20, LONGEST_POPUP)
                        .doesNotContain("{@", "@link", "&lt;", "<code>")
                        .matches(text -> text.split("[a-z0-9)]\\. (?=[A-Z])", -1).length <= 2
                                || text.matches("\\w+: .*\\. \\w+: .*"));
                assertThat(text(parameter, "since")).as(name).isEqualTo("0.1.0");
                assertThat(text(parameter, "required")).as(name).isEqualTo("false");
                assertThat(text(
                                (Element) mojo.getElementsByTagName("configuration")
                                        .item(0),
                                text(parameter, "name")))
                        .as(name)
                        .isIn(
                                "${store." + text(parameter, "name") + "}",
                                "${store.submit.skip}",
                                "${store.submit-installer.skip}",
                                "${store.submit-addons.skip}",
                                "${store.package.skip}");
            });
        }
    }

    /** An IDE completes what a goal offers. */
    @ParameterizedTest
    @CsvSource({
        "create-addon, 'applicationId, addonProductId', 'flightId, flightName, addonId, productId, sellerId'",
        "create-flight, 'applicationId, flightName', 'flightId, addonId, addonProductId, productId, sellerId'",
        "list, applicationId, 'flightId, flightName, addonId, addonProductId, productId, sellerId'",
        "token, serverId, 'flightId, flightName, addonId, addonProductId, productId, sellerId'",
        "cancel, 'flightId, addonProductId', 'sellerId, installerServiceUrl'",
        "rollout, flightName, 'sellerId, installerServiceUrl'",
        "submit-installer, 'productId, sellerId', 'addons, packages, images'",
        "status, 'flightName, productId, sellerId', ifExists",
        "package, icon, 'faults, rehearse, serverId, applicationId'"
    })
    void aGoalOffersWhatItUses(String goal, String used, String unused) throws Exception {
        Element mojo = descriptor.mojos().stream()
                .filter(one -> text(one, "goal").equals(goal))
                .findFirst()
                .orElseThrow();
        assertThat(PluginDescriptor.parameters(mojo))
                .extracting(parameter -> text(parameter, "name"))
                .contains(used.split(", "))
                .doesNotContain(unused.split(", "));
    }

    @Test
    void goalsThatChangeTheStoreBelongToDeployAndTheOthersAreCalled() throws Exception {
        Map<String, String> phases = Map.of(
                "submit", "deploy",
                "submit-installer", "deploy",
                "submit-addons", "deploy",
                "create-addon", "deploy",
                "create-flight", "deploy",
                "validate", "verify",
                "package", "package");
        assertThat(descriptor.mojos())
                .allSatisfy(mojo -> assertThat(text(mojo, "phase"))
                        .as(text(mojo, "goal"))
                        .isEqualTo(phases.getOrDefault(text(mojo, "goal"), "")));
    }

    @Test
    void theDescriptorSaysWhatThePluginNeedsAndNoMore() throws Exception {
        Element plugin = descriptor.plugin();
        assertThat(text(plugin, "artifactId")).isEqualTo("store-maven-plugin");
        assertThat(text(plugin, "goalPrefix")).isEqualTo("store");
        assertThat(text(plugin, "requiredMavenVersion")).isEqualTo("3.6.3");
        assertThat(text(plugin, "requiredJavaVersion")).isEqualTo("17");
        assertThat(descriptor.libraries()).containsExactlyInAnyOrder("jakarta.json-api", "parsson");
        assertThat(descriptor.mojos()).allSatisfy(mojo -> {
            assertThat(text(mojo, "requiresDependencyResolution")).isEmpty();
            assertThat(text(mojo, "executePhase") + text(mojo, "executeGoal")).isEmpty();
            assertThat(text(mojo, "requiresProject"))
                    .isEqualTo(String.valueOf(text(mojo, "goal").equals("package")));
        });
    }

    private static String text(Element parent, String child) {
        var found = parent.getElementsByTagName(child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
