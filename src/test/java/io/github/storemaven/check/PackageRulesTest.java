package io.github.storemaven.check;

import static io.github.storemaven.msix.MsixFixture.app;
import static io.github.storemaven.msix.MsixFixture.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.msix.BundleFixture;
import io.github.storemaven.msix.MsixFixture;
import io.github.storemaven.msix.ZipFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules on packages: a real one, made for the test, that just passes and one that just fails. */
class PackageRulesTest {
    private static final String DESKTOP = "Windows.Desktop";
    private static final String TESTED = "10.0.26100.0";
    private static final String HASH = "2001/04/xmlenc#sha256";

    @TempDir
    private Path folder;

    /** A file with a name for its kind. */
    record Case(String rule, Severity severity, String name, Supplier<byte[]> passes, Supplier<byte[]> fails) {
        @Override
        public String toString() {
            return rule + " " + severity;
        }
    }

    static List<Case> identities() {
        return List.of(
                error("IDN-01", app().name("A-9"), app().name("A9")),
                error("IDN-01", app().name("A".repeat(50)), app().name("A".repeat(51))),
                error("IDN-01", app().name("A.b-C"), app().name("A_b")),
                error("IDN-02", app().name("COM10"), app().name("com1")),
                error("IDN-04", app().publisher("CN=A, O=B, C=US"), app().publisher("Example")),
                error("IDN-04", app().publisher("CN=" + "A".repeat(8189)), app().publisher("CN=" + "A".repeat(8190))),
                error(
                        "IDN-08",
                        app().identity("ResourceId", "a".repeat(30)),
                        app().identity("ResourceId", "a".repeat(31))),
                error("IDN-08", app().identity("ResourceId", "split"), app().identity("ResourceId", "NUL")),
                error("VER-01", app().version("1.0.0.0"), app().version("1.0.0")),
                error("VER-02", app().version("1.0.1.0"), app().version("1.0.0.1")),
                error("VER-03", app().version("65535.0.0.0"), app().version("65536.0.0.0")),
                error("VER-03", app().version("1.0.0.0"), app().version("0.1.0.0")),
                error("VER-04", app().version("1.65535.65535.0"), app().version("1.0.65536.0")),
                bundleError(
                        "VER-11",
                        bundle(app()).version("1.0.0.0"),
                        bundle(app()).version("1.0.0.1")));
    }

    static List<Case> devices() {
        return List.of(
                error("DEV-01", app(), app().manifest(text -> text.replaceAll("<TargetDeviceFamily[^>]*>", ""))),
                error("DEV-01", app(), app().family(DESKTOP, "10.0.17763.0", "")),
                error("DEV-01", app(), app().family(DESKTOP, "0.0.17763.0", TESTED)),
                warning(
                        "DEV-02",
                        app().family("Windows.Team", "10.0.17763.0", TESTED),
                        app().family("Windows.Dekstop", "10.0.17763.0", TESTED)),
                warning(
                        "DEV-03",
                        app().family(DESKTOP, "10.0.10240.0", TESTED),
                        app().family(DESKTOP, "10.0.10239.0", TESTED)),
                warning(
                        "DEV-04",
                        app().family(DESKTOP, "10.0.17763.0", "10.0.17763.0"),
                        app().family(DESKTOP, "10.0.17763.0", "10.0.17762.0")),
                error("DEV-05", app().family(DESKTOP, "10.0.0.0", TESTED), app().family(DESKTOP, "6.3.9600.0", TESTED)),
                warning("CAP-01", app().capability("internetClient"), app().restrictedCapability("runFullTrust")),
                error("CAP-03", app(), app().hiddenFromStart()));
    }

    static List<Case> containers() {
        byte[] two = ZipFixture.stored()
                .with("a.msix", app().bytes())
                .with("b.msix", app().bytes())
                .bytes();
        return List.of(
                new Case("PKG-03", Severity.ERROR, "a.msixupload", () -> app().upload("a.msix"), () -> two),
                error("PKG-06", app(), app().blockMap(text -> text.replace(HASH, "2001/04/xmldsig-more#sha384"))),
                error("PKG-06", app(), app().replace("AppxBlockMap.xml", null)),
                warning("PKG-07", app().file("é.txt", new byte[1]), app().file("中.txt", new byte[1])),
                error("PKG-08", app(), app().manifest(text -> text.replace("</Package>", ""))),
                bundleError(
                        "PKG-08",
                        bundle(app()),
                        bundle(app(), app().architecture("arm64")).replace("1_arm64.msix", null)),
                new Case(
                        "PKG-09",
                        Severity.WARNING,
                        "a.msixbundle",
                        bundle(app(), app().architecture("arm64"))::bytes,
                        bundle(app(), app().architecture("arm64").displayName("Other"))::bytes));
    }

    @ParameterizedTest
    @MethodSource({"identities", "devices", "containers"})
    void holdsAtItsLimit(Case rule) throws IOException {
        Path file = folder.resolve(rule.name());
        assertThat(found(rule.rule(), Files.write(file, rule.fails().get())))
                .as("fails")
                .contains(rule.severity());
        assertThat(found(rule.rule(), Files.write(file, rule.passes().get())))
                .as("passes")
                .isEmpty();
    }

    @Test
    void goodPackageHasNoFinding() throws IOException {
        assertThat(PackageAgreementTest.check(ExpectedIdentity.none(), app().write(folder.resolve("a.msix")))
                        .all())
                .isEmpty();
    }

    @Test
    void extensionIsOneOfSix() throws IOException {
        assertThat(found("PKG-01", app().write(folder.resolve("A.MSIX")))).isEmpty();
        assertThat(found("PKG-01", app().write(folder.resolve("a.zip")))).containsExactly(Severity.ERROR);
        assertThat(found("PKG-02", app().write(folder.resolve("a.appx")))).isEmpty();
        assertThat(found("PKG-02", app().write(folder.resolve("a.xap")))).containsExactly(Severity.ERROR);
        assertThat(found("PKG-07", app().write(folder.resolve("a中.appx")))).containsExactly(Severity.WARNING);
    }

    @Test
    void twentyFiveGigabytesAreTheMost() {
        Report report = new Report();
        PackageReport findings = new PackageReport(report, folder.resolve("a.msix"));
        PackageRules.checkSize(findings, 25L << 30);
        assertThat(report.findings().all()).isEmpty();
        PackageRules.checkSize(findings, (25L << 30) + 1);
        assertThat(report.findings().errors()).extracting(Finding::rule).containsExactly("PKG-04");
    }

    @Test
    void externalEntityIsRefused() throws IOException {
        byte[] content = app().manifest(text ->
                        text.replaceFirst("\\?>", "?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"))
                .bytes();
        assertThat(found("PKG-08", Files.write(folder.resolve("a.msix"), content)))
                .containsExactly(Severity.ERROR);
    }

    private static List<Severity> found(String rule, Path file) throws IOException {
        return PackageAgreementTest.check(ExpectedIdentity.none(), file).all().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::severity)
                .toList();
    }

    private static Case error(String rule, MsixFixture passes, MsixFixture fails) {
        return new Case(rule, Severity.ERROR, "a.msix", passes::bytes, fails::bytes);
    }

    private static Case warning(String rule, MsixFixture passes, MsixFixture fails) {
        return new Case(rule, Severity.WARNING, "a.msix", passes::bytes, fails::bytes);
    }

    private static Case bundleError(String rule, BundleFixture passes, BundleFixture fails) {
        return new Case(rule, Severity.ERROR, "a.msixbundle", passes::bytes, fails::bytes);
    }
}
