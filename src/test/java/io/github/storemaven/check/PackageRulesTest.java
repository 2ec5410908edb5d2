package io.github.storemaven.check;

import static io.github.storemaven.testing.MsixBuilder.app;
import static io.github.storemaven.testing.MsixBuilder.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.testing.BundleBuilder;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.ZipBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules on packages: a real one, made for the test, that just passes and one that just fails. */
class PackageRulesTest {
    private static final String MSIX_CORE = "MSIXCore.Desktop";
    private static final String DESKTOP = "Windows.Desktop";
    private static final String TESTED = "10.0.26100.0";
    private static final String HASH = "2001/04/xmlenc#sha256";

    private static final byte[] OTHER_MAP = """
        <BlockMap HashMethod="http://www.w3.org/2001/04/xmlenc#sha256"/>\
        """.getBytes(StandardCharsets.UTF_8);

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
                error("IDN-01", app().name("Tide.Table"), app().name("Tide.Table.")),
                error("IDN-01", app().name("Tide.xn--a"), app().name("xn--tide")),
                error("IDN-04", app().publisher("CN=A, O=B, C=US"), app().publisher("Example")),
                error("IDN-04", app().publisher("CN=A"), app().publisher("CN=CONTOSO\\user")),
                error("IDN-04", app().publisher("CN=A"), app().publisher("CN=a+")),
                error("IDN-04", app().publisher("CN=A, O=B"), app().publisher("CN=A,O=B")),
                error("IDN-04", app().publisher("OID.1.2=A"), app().publisher("cn=A")),
                error("IDN-04", app().publisher("CN=&quot;A, Inc.&quot;, C=US"), app().publisher("CN=A, ")),
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
                warning("DEV-02", withMsixCore(), app().family(MSIX_CORE, "6.1.7601.0", "10.0.10240.0")),
                error("DEV-05", withMsixCore(), app().family(MSIX_CORE, "6.1.7601.0", "10.0.10240.0")),
                warning(
                        "DEV-03",
                        app().family(DESKTOP, "10.0.10240.0", TESTED),
                        app().family(DESKTOP, "10.0.10239.0", TESTED)),
                warning(
                        "DEV-04",
                        app().family(DESKTOP, "10.0.17763.0", "10.0.17763.0"),
                        app().family(DESKTOP, "10.0.17763.0", "10.0.17762.0")),
                error("DEV-05", app().family(DESKTOP, "10.0.0.0", TESTED), app().family(DESKTOP, "6.3.9600.0", TESTED)),
                warning(
                        "CAP-01",
                        app().capability("internetClient"),
                        app().restrictedCapability("runFullTrust").restrictedCapability("broadFileSystemAccess")),
                new Case(
                        "CAP-01",
                        Severity.ADVICE,
                        "a.msix",
                        app().capability("internetClient")::bytes,
                        app().restrictedCapability("runFullTrust")::bytes),
                error("CAP-03", app(), app().hiddenFromStart()));
    }

    private static MsixBuilder withMsixCore() {
        return app().family(DESKTOP, "10.0.17763.0", TESTED).family(MSIX_CORE, "6.1.7601.0", "10.0.10240.0");
    }

    static List<Case> containers() {
        byte[] two = ZipBuilder.stored()
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

    /** A bundle that says of its packages what they are not. */
    static List<Case> bundles() {
        return List.of(
                disagreeing("Offset=\"40\"", "Offset=\"47\""),
                disagreeing("Size=\"\\d+\"", "Size=\"7\""),
                disagreeing(" Offset=\"40\"", ""),
                disagreeing("(<Package [^>]*)Version=\"1.2.3.0\"", "$1Version=\"1.2.4.0\""),
                disagreeing("Architecture=\"x64\"", "Architecture=\"arm64\""),
                disagreeing("(?s)<Packages>.*</Packages>", "<Packages/>"),
                disagreeing("Name=\"ExampleHarbour.TideTable\"", "Name=\"Other.App\""),
                bundleError("APX-18", bundle(app()), bundle(app(), app())),
                bundleError("APX-18", bundle(app()), bundle(app(), app().architecture("neutral"))),
                bundleError("APX-18", bundle(app()), bundle(app().resourcePackage("split.de"))),
                bundleError("APX-16", bundle(app()), bundle(app()).replace("AppxBlockMap.xml", OTHER_MAP)));
    }

    private static Case disagreeing(String pattern, String replacement) {
        return bundleError("APX-18", bundle(app()), bundle(app()).manifest(xml -> {
            String changed = xml.replaceAll(pattern, replacement);
            assertThat(changed).as(pattern).isNotEqualTo(xml);
            return changed;
        }));
    }

    @Test
    void aCompressedPackageInABundleIsAnError() throws IOException {
        byte[] inner = app().bytes();
        byte[] stored = bundle(app()).bytes();
        Path file = folder.resolve("a.msixbundle");
        assertThat(found("APX-18", Files.write(file, stored))).isEmpty();
        ZipBuilder packed = ZipBuilder.deflated().with("0_x64.msix", inner);
        String manifest = """
            <Bundle><Identity Name="ExampleHarbour.TideTable"
            Publisher="CN=42698433-7A02-4CC2-A7B4-8F0E646CB76C" Version="1.2.3.0"/><Packages><Package
            Version="1.2.3.0" Architecture="x64" FileName="0_x64.msix" Offset="40" Size="%d"/></Packages></Bundle>
            """.formatted(inner.length);
        packed.with("AppxMetadata/AppxBundleManifest.xml", manifest.getBytes(StandardCharsets.UTF_8));
        assertThat(found("APX-18", Files.write(file, packed.bytes()))).containsExactly(Severity.ERROR);
    }

    @Test
    void aLeadingZeroIsNamed() throws IOException {
        Path file = app().version("1.2.03.0").write(folder.resolve("a.msix"));
        assertThat(PackageAgreementTest.check(ExpectedIdentity.none(), file).errors())
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .contains("VER-01")
                .endsWith("write it without leading zeros: 1.2.3.0 (VER-01)");
    }

    @Test
    void saysWhatAPackedPackageHolds() throws IOException {
        byte[] zip = ZipBuilder.deflated()
                .with("My.msixbundle", bundle(app()).bytes())
                .bytes();
        Path file = Files.write(folder.resolve("my.appx"), zip);
        assertThat(PackageAgreementTest.check(ExpectedIdentity.none(), file).errors())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.file()).isEqualTo(file.toString());
                    assertThat(finding.text()).contains("it contains My.msixbundle, so unpack it and send that");
                });
    }

    @Test
    void valuesOfOthersAreCutAndStayInOneLine() throws IOException {
        Path file = app().version("1.2.3.0&#10;::error title=x::y##vso[task.x]")
                .identity("Name", "x".repeat(5000))
                .write(folder.resolve("a.msix"));
        assertThat(PackageAgreementTest.check(ExpectedIdentity.none(), file).all())
                .allSatisfy(finding -> {
                    assertThat(finding.text())
                            .doesNotContain("\n")
                            .doesNotContain("##vso[")
                            .hasSizeLessThan(1000);
                });
        MsixBuilder greedy = app();
        for (int i = 0; i < 500; i++) {
            greedy.restrictedCapability("capability" + i);
        }
        assertThat(PackageAgreementTest.check(ExpectedIdentity.none(), greedy.write(file))
                        .all())
                .filteredOn(finding -> finding.rule().equals("CAP-01"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("capability9 and 490 more")
                        .hasSizeLessThan(1000));
    }

    @ParameterizedTest
    @MethodSource({"identities", "devices", "containers", "bundles"})
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
    void goodPackageOfMakeAppxHasNoFinding() throws IOException {
        byte[] large = new byte[200_000];
        Arrays.fill(large, 0, 100_000, (byte) 7);
        byte[] content = app().file("data/my%20file.bin", large)
                .file("empty.txt", new byte[0])
                .byMakeAppx();
        assertThat(PackageAgreementTest.check(ExpectedIdentity.none(), Files.write(folder.resolve("a.msix"), content))
                        .all())
                .isEmpty();
    }

    @Test
    void goodBundleHasNoFinding() throws IOException {
        Path file = bundle(
                        app(),
                        app().architecture("arm64"),
                        app().architecture("neutral")
                                .resourcePackage("split.de")
                                .languages("de-de"))
                .write(folder.resolve("a.msixbundle"));
        assertThat(PackageAgreementTest.check(ExpectedIdentity.none(), file).all())
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
        FindingCollector report = new FindingCollector();
        OfPackage findings = new OfPackage(report, folder.resolve("a.msix"));
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

    private static Case error(String rule, MsixBuilder passes, MsixBuilder fails) {
        return new Case(rule, Severity.ERROR, "a.msix", passes::bytes, fails::bytes);
    }

    private static Case warning(String rule, MsixBuilder passes, MsixBuilder fails) {
        return new Case(rule, Severity.WARNING, "a.msix", passes::bytes, fails::bytes);
    }

    private static Case bundleError(String rule, BundleBuilder passes, BundleBuilder fails) {
        return new Case(rule, Severity.ERROR, "a.msixbundle", passes::bytes, fails::bytes);
    }
}
