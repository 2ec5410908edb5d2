package io.github.storemaven.check;

import static io.github.storemaven.testing.MsixBuilder.app;
import static io.github.storemaven.testing.MsixBuilder.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.msix.PackageInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages against what Partner Center shows, and against each other. */
class PackageAgreementTest {
    @TempDir
    private Path folder;

    @Test
    void identityIsThatOfPartnerCenter() throws IOException {
        Path file = app().write(folder.resolve("a.msix"));
        ExpectedIdentity right = expected(
                "ExampleHarbour.TideTable",
                "CN=42698433-7A02-4CC2-A7B4-8F0E646CB76C",
                "Example Harbour",
                "ExampleHarbour.TideTable_83f3qxjc0xrea");
        assertThat(check(right, file).all()).isEmpty();
        ExpectedIdentity wrong = expected(
                "exampleharbour.tidetable", "CN=42698433", "Example harbour", "ExampleHarbour.TideTable_8wekyb3d8bbwe");
        assertThat(check(wrong, file).errors())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("IDN-03", "IDN-05", "IDN-06", "IDN-09");
    }

    /** The text behind a reference is in another file of the package, which is not read. */
    @Test
    void referenceIsNotComparedWithTheDisplayName() throws IOException {
        Path file = app().publisherDisplayName("ms-resource:Publisher")
                .file("resources.pri", new byte[1])
                .write(folder.resolve("a.msix"));
        assertThat(check(
                                expected(
                                        "ExampleHarbour.TideTable",
                                        "CN=42698433-7A02-4CC2-A7B4-8F0E646CB76C",
                                        "Example",
                                        "ExampleHarbour.TideTable_83f3qxjc0xrea"),
                                file)
                        .all())
                .isEmpty();
    }

    @Test
    void packagesOfOneSubmissionAgree() throws IOException {
        Path first = app().write(folder.resolve("a.msix"));
        Path other = app().architecture("arm64").write(folder.resolve("b.msix"));
        Path later = app().version("1.2.4.0")
                .family("Windows.Desktop", "10.0.19041.0", "10.0.22621.0")
                .write(folder.resolve("c.msix"));
        assertThat(check(ExpectedIdentity.none(), first, other, later).all()).isEmpty();
        Path same = app().write(folder.resolve("d.msix"));
        assertThat(rules(first, same)).containsExactly("VER-05");
        Path product = app().name("Other.Product")
                .publisher("CN=Other")
                .version("2.0.0.0")
                .write(folder.resolve("e.msix"));
        assertThat(rules(first, product)).contains("IDN-03", "IDN-05");
    }

    @Test
    void bundleCoversTheArchitecturesOfItsPackages() throws IOException {
        Path bundle = bundle(app(), app().architecture("arm64")).write(folder.resolve("a.msixbundle"));
        assertThat(rules(bundle, app().architecture("x86").write(folder.resolve("x86.msix"))))
                .isEmpty();
        assertThat(rules(bundle, app().architecture("arm64").write(folder.resolve("arm.msix"))))
                .containsExactly("VER-05");
        Path second = bundle(app().architecture("x86")).write(folder.resolve("b.msixbundle"));
        assertThat(rules(bundle, second)).containsExactly("VER-05");
    }

    /** The two bundles of a converted web app, with their versions exchanged. */
    @Test
    void aPackageThatNobodyGetsIsAWarning() throws IOException {
        Path classic = bundle(app().version("1.3.0.0").family("Windows.Desktop", "10.0.10240.0", "10.0.22621.0"))
                .write(folder.resolve("classic.appxbundle"));
        Path modern = bundle(app().version("1.2.1.0")).write(folder.resolve("modern.msixbundle"));
        assertThat(check(ExpectedIdentity.none(), classic, modern).all())
                .filteredOn(finding -> finding.rule().equals("VER-10"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.file()).isEqualTo(modern.toString());
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message())
                            .startsWith(
                                    "no device gets version 1.2.1.0: each one that can run it gets classic.appxbundle,");
                });
        Path right = bundle(app().version("1.4.0.0")).write(folder.resolve("right.msixbundle"));
        assertThat(rules(classic, right)).doesNotContain("VER-10");
    }

    /** Each device is served, though by different packages; one that is not keeps the package. */
    @Test
    void severalPackagesMayTakeTheDevicesOfOne() throws IOException {
        Path both = bundle(app().version("1.0.0.0"), app().version("1.0.0.0").architecture("arm64"))
                .write(folder.resolve("both.msixbundle"));
        Path x64 = app().version("2.0.0.0").write(folder.resolve("x64.msix"));
        Path arm64 = app().version("2.0.0.0").architecture("arm64").write(folder.resolve("arm64.msix"));
        assertThat(rules(both, x64)).doesNotContain("VER-10");
        assertThat(rules(both, x64, arm64)).contains("VER-10");
        Path x86 = app().version("1.5.0.0").architecture("x86").write(folder.resolve("x86.msix"));
        assertThat(rules(x86, x64)).doesNotContain("VER-10");
        Path universal = app().version("1.0.0.0")
                .family("Windows.Universal", "10.0.17763.0", "10.0.22621.0")
                .write(folder.resolve("universal.msix"));
        assertThat(rules(universal, x64)).doesNotContain("VER-10");
    }

    private static List<String> rules(Path... files) throws IOException {
        return check(ExpectedIdentity.none(), files).all().stream()
                .map(Finding::rule)
                .toList();
    }

    static Findings check(ExpectedIdentity expected, Path... files) throws IOException {
        FindingCollector report = new FindingCollector();
        PackageRules rules = new PackageRules(expected, report);
        List<PackageInfo> packages = new ArrayList<>();
        for (Path file : files) {
            rules.read(file).ifPresent(packages::add);
        }
        rules.check(packages);
        return report.findings();
    }

    private static ExpectedIdentity expected(String name, String publisher, String displayName, String familyName) {
        return new ExpectedIdentity(
                Optional.of(name), Optional.of(publisher), Optional.of(displayName), Optional.of(familyName));
    }
}
