package io.github.storemaven.check;

import static io.github.storemaven.testing.MsixBuilder.app;
import static io.github.storemaven.testing.MsixBuilder.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.testing.BundleBuilder;
import io.github.storemaven.testing.ContainerBuilder;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New packages beside those of the last submission. */
class SuccessionRulesTest {
    private static final String DESKTOP = "Windows.Desktop min version 10.0.17763.0";

    @TempDir
    private Path folder;

    @Test
    void aBundleIsFollowedByABundle() throws Exception {
        String before = entry("App.msixbundle", "1.0.0.0", "Neutral", DESKTOP, "Uploaded");
        String gone = entry("App.msixbundle", "1.0.0.0", "Neutral", DESKTOP, "PendingDelete");
        assertThat(check(before, gone + "," + waiting("b.msix"), app()).errors())
                .extracting(Finding::rule)
                .containsExactly("APX-20");
        assertThat(rules(before, before + "," + waiting("b.msix"), app())).doesNotContain("APX-20");
        assertThat(rules(before, gone + "," + waiting("b.msixbundle"), bundle(app())))
                .doesNotContain("APX-20");
        String plain = entry("App.msix", "1.0.0.0", "x64", DESKTOP, "Uploaded");
        assertThat(rules(plain, waiting("b.msix"), app())).isEmpty();
    }

    @Test
    void aLowerVersionReachesNobodyWhoHasTheHigherOne() throws Exception {
        String before = entry("App.msix", "2.0.0.0", "x64", DESKTOP, "Uploaded");
        assertThat(check(before, waiting("b.msix"), app()).warnings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("VER-08");
                    assertThat(finding.text()).contains("Version 1.2.3.0 is lower than the published 2.0.0.0");
                });
        assertThat(rules(before, before + "," + waiting("b.msix"), app().architecture("arm64")))
                .isEmpty();
        assertThat(rules(before, waiting("b.msix"), app().version("2.0.1.0"))).isEmpty();
    }

    @Test
    void anArchitectureOrAFamilyThatLosesItsPackageIsTold() throws Exception {
        String x64 = entry("x64.msix", "1.0.0.0", "x64", DESKTOP, "Uploaded");
        String arm64 = entry("arm64.msix", "1.0.0.0", "arm64", DESKTOP, "Uploaded");
        assertThat(rules(x64 + "," + arm64, waiting("b.msix"), app())).containsExactly("APX-21");
        assertThat(rules(x64 + "," + arm64, arm64 + "," + waiting("b.msix"), app()))
                .isEmpty();
        assertThat(rules(x64 + "," + arm64, waiting("b.msix"), app().architecture("x86")))
                .isEmpty();
        String xbox = entry("xbox.msix", "1.0.0.0", "x64", "Windows.Xbox min version 10.0.17763.0", "Uploaded");
        assertThat(rules(x64 + "," + xbox, waiting("b.msix"), app())).containsExactly("DEV-10");
        ContainerBuilder<?> everywhere = app().family("Windows.Universal", "10.0.17763.0", "10.0.22621.0");
        assertThat(rules(x64 + "," + xbox, waiting("b.msix"), everywhere)).isEmpty();
    }

    @Test
    void anEnabledFamilyNeedsAPackage() throws Exception {
        JsonObject merged = RuleCase.json("{'applicationPackages': [" + waiting("b.msix")
                        + "], 'allowTargetFutureDeviceFamilies': {'Desktop': true, 'Xbox': true, 'Mobile': false}}")
                .object();
        assertThat(check(document(""), merged, app()).warnings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.text()).contains("DEV-06").contains("Xbox is enabled"));
    }

    @Test
    void theDateAsABundlesVersionIsTold() throws Exception {
        ContainerBuilder<?> dated = bundle(app(), app().architecture("arm64")).version("2026.1128.1653.0");
        assertThat(rules("", waiting("b.msixbundle"), dated)).containsExactly("APX-22");
        assertThat(rules("", waiting("b.msixbundle"), bundle(app(), app().version("1.4.0.0"))))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotTold() throws Exception {
        String unknown = entry("App.msixupload", "1.0.0.0", "Neutral", DESKTOP, "Uploaded");
        assertThat(rules(unknown, unknown + "," + waiting("b.msix"), app())).isEmpty();
        String x64 = entry("x64.msix", "1.0.0.0", "x64", DESKTOP, "Uploaded");
        assertThat(rules(x64, waiting("other.msix") + "," + waiting("b.msix"), app().architecture("arm64")))
                .isEmpty();
    }

    /** As the service reads it (reference, section 7.5): what goes is no bundle of this release, what comes is none yet. */
    @Test
    void theStatusOfAFileIsReadInAnyCase() throws Exception {
        String before = entry("App.msixbundle", "1.0.0.0", "Neutral", DESKTOP, "Uploaded");
        String gone = entry("App.msixbundle", "1.0.0.0", "Neutral", DESKTOP, "pendingdelete");
        assertThat(rules(before, gone + "," + waiting("b.msix"), app())).contains("APX-20");
        String x64 = entry("x64.msix", "1.0.0.0", "x64", DESKTOP, "Uploaded");
        String coming = entry("b.msix", "1.2.3.0", "x64", DESKTOP, "PENDINGUPLOAD");
        assertThat(rules(x64, coming, app().architecture("arm64"))).containsExactly("APX-21");
    }

    private List<String> rules(String published, String merged, ContainerBuilder<?> added) throws Exception {
        return check(published, merged, added).all().stream().map(Finding::rule).toList();
    }

    private Findings check(String published, String merged, ContainerBuilder<?> added) throws Exception {
        return check(document(published), document(merged), added);
    }

    private Findings check(JsonObject published, JsonObject merged, ContainerBuilder<?> added) throws Exception {
        boolean isBundle = added instanceof BundleBuilder;
        Path file = added.write(folder.resolve(isBundle ? "b.msixbundle" : "b.msix"));
        FindingCollector report = new FindingCollector();
        new SuccessionRules(ProductType.APP, List.of(new PackageReader().read(file)), report).check(published, merged);
        return report.findings();
    }

    private static JsonObject document(String entries) throws Exception {
        return RuleCase.json("{'applicationPackages': [" + entries + "]}").object();
    }

    private static String waiting(String name) {
        return "{'fileName': '" + name + "', 'fileStatus': 'PendingUpload'}";
    }

    private static String entry(String name, String version, String architecture, String family, String status) {
        return "{'fileName': '%s', 'version': '%s', 'architecture': '%s', 'targetDeviceFamilies': ['%s'], 'fileStatus': '%s'}"
                .formatted(name, version, architecture, family, status);
    }
}
