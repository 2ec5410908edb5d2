package io.github.storemaven.check;

import static io.github.storemaven.testing.MsixBuilder.app;
import static io.github.storemaven.testing.MsixBuilder.bundle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.PeProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What MakeAppx and the Store refuse in a manifest and in what it stands for. */
class ManifestRulesTest {
    private static final byte[] ICON = {1};

    @TempDir
    private Path folder;

    /** A change of a good package, with the finding that it gives, or none. */
    record Case(String rule, Severity severity, MsixBuilder app, String words) {
        @Override
        public String toString() {
            return rule + " " + severity + " " + words;
        }
    }

    static Stream<Case> applications() {
        return Stream.of(
                error("APX-01", change("(?s)<Applications>.*</Applications>", ""), "no Application"),
                error("APX-01", change("(?s)<Application .*</Application>", ""), "no Application"),
                good("APX-01", optional()),
                error("APX-03", change("Id=\"App\"", "Id=\"1App\""), "Id of Application is \"1App\""),
                error("APX-03", change("Id=\"App\"", "Id=\"Demo.Con\""), "the name of a device"),
                good("APX-03", change("Id=\"App\"", "Id=\"Demo.Console\"")),
                error("APX-03", change("app.exe", "app.com").file("app.com", ICON), "ends with .exe"),
                error("APX-02", change(" Executable=\"app.exe\"", ""), "does not have the attribute Executable"),
                good("APX-02", change(" Executable=\"app.exe\"", " uap10:HostId=\"Host\" xmlns:uap10=\"u\"")),
                good("APX-02", change(" Executable=\"app.exe\"", " StartPage=\"https://example.org/\"")),
                good("APX-04", change(" Executable=\"app.exe\"", " StartPage=\"https://example.org/\"")),
                error("APX-02", change("(?s)<uap:VisualElements.*?/>", ""), "does not have VisualElements"),
                error(
                        "APX-02",
                        change("BackgroundColor=\"transparent\"", ""),
                        "does not have the attribute BackgroundColor"),
                error(
                        "APX-03",
                        change("BackgroundColor=\"transparent\"", "BackgroundColor=\"Transparent\""),
                        "#RRGGBB"),
                error("APX-03", change("BackgroundColor=\"transparent\"", "BackgroundColor=\"#80FF00FF\""), "#RRGGBB"),
                good("APX-03", change("BackgroundColor=\"transparent\"", "BackgroundColor=\"#1e90ff\"")),
                good("APX-03", change("BackgroundColor=\"transparent\"", "BackgroundColor=\"darkSlateGray\"")),
                error(
                        "APX-03",
                        change("Description=\"Tide tables\"", "Description=\"\""),
                        "Description of VisualElements is empty"),
                error("APX-02", change("Description=\"Tide tables\"", ""), "does not have the attribute Description"),
                error(
                        "APX-02",
                        change("Square44x44Logo=\"assets/44.png\"", ""),
                        "does not have the attribute Square44x44Logo"),
                error(
                        "APX-03",
                        change("(<uap:VisualElements DisplayName=)\"Tide Table\"", "$1\"\""),
                        "DisplayName of VisualElements"),
                error(
                        "APX-03",
                        change("assets/44.png", "assets/44.gif").file("assets/44.gif", ICON),
                        ".png, .jpg or .jpeg"),
                error("APX-03", change("assets/44.png", "assets/44.PNG"), "in small letters"),
                error("APX-02", tile("Square310x310Logo=\"assets/44.png\""), "Add the wide one"),
                good("APX-02", tile("Square310x310Logo=\"assets/44.png\" Wide310x150Logo=\"assets/44.png\"")),
                error("APX-03", tile("ShortName=\"" + "x".repeat(41) + "\""), "ShortName"),
                error("APX-02", attribute("desktop4:Subsystem=\"console\""), "SupportsMultipleInstances"),
                good("APX-02", attribute("desktop4:Subsystem=\"console\" desktop4:SupportsMultipleInstances=\"true\"")),
                error("APX-11", change("(?s)(<Application .*</Application>)", "$1$1"), "two Applications"));
    }

    static Stream<Case> properties() {
        return Stream.of(
                error("APX-03", app().displayName(""), "DisplayName is empty"),
                error("APX-03", app().displayName(" Tide"), "no blank around"),
                error("APX-03", app().displayName("x".repeat(257)), "256"),
                good("APX-03", app().displayName("ms-resource:" + "x".repeat(256))),
                error("APX-03", app().displayName("ms-resource:" + "x".repeat(257)), "256"),
                error("APX-03", app().publisherDisplayName(""), "PublisherDisplayName is empty"),
                error("APX-02", change("<Logo>.*</Logo>", ""), "does not have an element Logo"),
                error("APX-02", change("<DisplayName>.*</DisplayName>", ""), "does not have an element DisplayName"),
                warning("APX-19", app().displayName("Reserved"), "placeholder"),
                warning("APX-19", app().publisherDisplayName("reserved"), "placeholder"),
                error("APX-09", app().languages(), "names no language"),
                error("APX-09", change("<Resource [^>]*>", "<Resource Scale=\"200\"/>"), "names no language"),
                error("APX-09", app().languages("en-uk"), "does not have the language"),
                error("APX-09", app().languages("en_US"), "did you mean \"en-us\"?"),
                error("APX-09", app().languages("x-generate"), "placeholder"),
                error("APX-09", app().languages("und"), "does not have the language"),
                error("APX-09", app().languages("en-us", "EN-US"), "twice"),
                good("APX-09", app().languages("en-US", "zh-Hans", "de")),
                error("APX-08", app().identity("ProcessorArchitecture", "amd64"), "did you mean \"x64\"?"),
                error("APX-08", app().identity("ProcessorArchitecture", "X64"), "did you mean \"x64\"?"),
                good("APX-08", app().identity("ProcessorArchitecture", null)),
                good("APX-08", app().architecture("x86a64")));
    }

    static Stream<Case> capabilities() {
        return Stream.of(
                error("APX-10", change("TideTable.App", "Windows.FullTrustApplication"), "runFullTrust"),
                error("APX-10", attribute("uap10:TrustLevel=\"mediumIL\""), "runFullTrust"),
                good(
                        "APX-10",
                        change("TideTable.App", "windows.fullTrustApplication").restrictedCapability("runFullTrust")),
                error("APX-10", virtualization(), "unvirtualizedResources"),
                good("APX-10", virtualization().restrictedCapability("unvirtualizedResources")),
                error("APX-11", app().capability("internetClient").capability("internetClient"), "twice"),
                error("APX-12", app().deviceCapability("webcam").capability("internetClient"), "too late"),
                good("APX-12", app().capability("internetClient").deviceCapability("webcam")),
                error("APX-12", app().capability("internetclient"), "did you mean \"internetClient\"?"),
                error("APX-12", app().restrictedCapability("RunFullTrust"), "small letter"),
                warning("CAP-01", app().customCapability("Microsoft.eSIMManagement_8wekyb3d8bbwe"), "SCCD"),
                warning(
                        "CAP-01",
                        app().restrictedCapability("runFullTrust").customCapability("Microsoft.eSIM_8wekyb3d8bbwe"),
                        "runFullTrust, Microsoft.eSIM_8wekyb3d8bbwe"),
                error("APX-13", dependency("Microsoft.VCLibs.140.00.Debug.UWPDesktop"), "debug build"),
                good("APX-13", dependency("Microsoft.VCLibs.140.00.UWPDesktop")),
                good("APX-13", dependency("Example.Debugger")),
                warning("APX-13", dependency("Microsoft.WindowsAppRuntime.1.5-preview1"), "may not be"),
                warning("APX-13", dependency("Microsoft.WindowsAppRuntime.1.6-Experimental2"), "may not be"));
    }

    static Stream<Case> extensions() {
        return Stream.of(
                error("APX-03", extension("<desktop:ExecutionAlias Alias=\"demo\"/>"), "ends with .exe"),
                error("APX-03", extension("<desktop:ExecutionAlias Alias=\"bin\\demo.exe\"/>"), "file name"),
                good("APX-03", extension("<desktop:ExecutionAlias Alias=\"Demo.EXE\"/>")),
                error(
                        "APX-11",
                        extension("<desktop:ExecutionAlias Alias=\"demo.exe\"/><desktop:ExecutionAlias"
                                + " Alias=\"Demo.exe\"/>"),
                        "twice"),
                error("APX-03", extension(association("Demo", ".demo")), "small letters"),
                error("APX-03", extension(association("demo", "demo")), "FileType is \"demo\""),
                error("APX-03", extension(association("demo", ".tar.gz")), "FileType"),
                warning("APX-03", extension(association("demo", ".DEMO")), "small letters"),
                error("APX-11", extension(association("a", ".demo") + association("b", ".demo")), "twice"),
                error("APX-11", extension(association("a", ".demo") + association("a", ".other")), "twice"),
                error("APX-02", extension("<uap3:FileTypeAssociation Name=\"demo\"/>"), "does not have a FileType"),
                good("APX-03", extension(association("demo", ".demo"))),
                error("APX-03", extension("<uap3:Protocol Name=\"Demo\"/>"), "Name of Protocol"),
                good("APX-03", extension("<uap3:Protocol Name=\"demo-app\"/>")),
                error("APX-03", extension("<desktop:StartupTask TaskId=\"\"/>"), "TaskId"),
                error(
                        "APX-11",
                        extension("<desktop:StartupTask TaskId=\"T\"/><desktop:StartupTask TaskId=\"T\"/>"),
                        "twice"));
    }

    static Stream<Case> references() {
        return Stream.of(
                error("APX-04", change("app.exe", "app\\\\app.exe"), "app.exe is in the root"),
                error("APX-04", change("app.exe", "ap.exe"), "it has app.exe"),
                good("APX-04", change("app.exe", "APP.EXE")),
                good("APX-04", external()),
                good(
                        "APX-04",
                        change("app.exe", "bin/tide.exe").file("bin/Tide.exe", PeProgram.program(PeProgram.X64))),
                good(
                        "APX-04",
                        change("app.exe", "bin\\\\tide.exe").file("bin/tide.exe", PeProgram.program(PeProgram.X64))),
                good("APX-04", change("app.exe", "my app.exe").file("my%20app.exe", ICON)),
                error("APX-04", extension("<desktop:Extension Executable=\"helper.exe\"/>"), "helper.exe"),
                error("APX-04", extension("<InProcessServer><Path>native.dll</Path></InProcessServer>"), "native.dll"),
                good("APX-04", extension("<InProcessServer><Path>clrhost.dll</Path></InProcessServer>")),
                error("APX-04", extension("<uap4:Font File=\"fonts/tide.ttf\"/>"), "tide.ttf"),
                error("APX-04", extension("<com:Class Path=\"server.dll\"/>"), "server.dll"),
                error("APX-04", app().displayName("ms-resource:Name"), "resources.pri"),
                good("APX-04", app().displayName("ms-resource:Name").file("resources.pri", ICON)),
                error("APX-05", app().without("assets/150.png"), "assets/150.png"),
                error("APX-05", app().without("assets/logo.png"), "assets/logo.png"),
                error("APX-05", scaled(), "needs a resources.pri"),
                good("APX-05", scaled().file("resources.pri", ICON)),
                good(
                        "APX-05",
                        app().without("assets/44.png")
                                .file("resources.pri", ICON)
                                .file("assets/scale-200/44.png", ICON)),
                good(
                        "APX-05",
                        app().without("assets/44.png")
                                .file("resources.pri", ICON)
                                .file("assets/de-de/44.png", ICON)),
                good(
                        "APX-05",
                        app().without("assets/44.png")
                                .file("resources.pri", ICON)
                                .file("assets/44.targetsize-44_altform-unplated.png", ICON)),
                error("APX-05", app().without("assets/44.png").file("resources.pri", ICON), "assets/44.png"),
                error("APX-05", tile("Wide310x150Logo=\"assets/wide.png\""), "wide.png"),
                error("APX-05", extension("<uap:LockScreen BadgeLogo=\"assets/badge.png\"/>"), "badge.png"),
                error("APX-05", extension("<uap:SplashScreen Image=\"assets\\splash.png\"/>"), "splash.png"),
                error("APX-05", extension("<uap:Logo>assets/file.png</uap:Logo>"), "file.png"),
                good("APX-05", change("assets/44.png", "ms-resource:Files/assets/44.png")),
                good("APX-05", shortcut("[{Package}]\\app.exe,0")),
                good("APX-04", shortcut("[{Package}]\\app.exe,-101")),
                good("APX-05", shortcut("app.exe, 1")),
                error("APX-04", shortcut("[{Package}]\\nothing.exe,0"), "as Icon"),
                error("APX-04", certificate(), "root.cer"),
                good("APX-04", certificate().file("certs/root.cer", ICON)),
                good("APX-05", change("assets/44.png", "Assets\\\\44.png")));
    }

    static Stream<Case> programs() {
        byte[] dangling = PeProgram.signed(PeProgram.X64, 200_000, 9000);
        return Stream.of(
                error("APX-06", app().file("app.exe", dangling), "app.exe points at a signature"),
                error("APX-06", app().file("runtime/x.dll", dangling), "runtime/x.dll"),
                error("APX-06", app().file("data.bin", dangling), "data.bin"),
                error("APX-06", app().file("app.exe", dangling).compressed(), "app.exe"),
                error("APX-06", app().file("a.exe", PeProgram.signed(PeProgram.X86, 4096, 1)), "a.exe"),
                error("APX-06", app().file("a.exe", PeProgram.signed(PeProgram.X86, 2048, 0)), "a.exe"),
                error("APX-06", app().file("a.exe", PeProgram.signed(PeProgram.ARM64, -16, 32)), "a.exe"),
                good("APX-06", app().file("a.exe", PeProgram.signed(PeProgram.X64, 4000, 96))),
                good("APX-06", app().file("a.exe", "MZ: no program".getBytes(StandardCharsets.UTF_8))),
                error("APX-07", app().file("app.exe", PeProgram.program(PeProgram.ARM64)), "a program for arm64"),
                warning("APX-07", app().file("app.exe", PeProgram.program(PeProgram.X86)), "a program for x86"),
                error("APX-07", arm64(PeProgram.X64), "a program for x64"),
                good("APX-07", arm64(PeProgram.ARM64)),
                error(
                        "APX-07",
                        app().architecture("x86").file("app.exe", PeProgram.program(PeProgram.X64)),
                        "Pack the program for x86"),
                warning(
                        "APX-07",
                        app().architecture("neutral").file("app.exe", PeProgram.program(PeProgram.X64)),
                        "is neutral"),
                warning("APX-07", app().identity("ProcessorArchitecture", null), "is neutral"),
                good("APX-07", app().architecture("neutral")),
                good("APX-07", app().file("app.exe", PeProgram.managed())));
    }

    static Stream<Case> systems() {
        return Stream.of(
                error(
                        "APX-14",
                        app().family("Windows.Desktop", "11.0.0.0", "11.0.22621.0"),
                        "Windows 11 is 10.0.22000.0"),
                error("APX-14", app().family("Windows.Desktop", "10.0.17763.0", "11.0.22621.0"), "MaxVersionTested"),
                error("APX-14", app().family("Windows.Desktop", "10.1.0.0", "10.1.0.0"), "does not exist"),
                good("APX-14", app().family("Windows.Desktop", "10.0.22000.0", "10.0.26100.0")),
                warning(
                        "APX-14",
                        arm64(PeProgram.ARM64).family("Windows.Desktop", "10.0.15063.0", "10.0.22621.0"),
                        "ARM64"),
                good("APX-14", arm64(PeProgram.ARM64).family("Windows.Desktop", "10.0.16299.0", "10.0.22621.0")),
                warning("APX-14", app().family("Windows.Mobile", "10.0.17763.0", "10.0.17763.0"), "10.0.15254"),
                warning("APX-15", app().family("Windows.Desktop", "10.0.14316.0", "10.0.22621.0"), "10.0.17763.0"),
                good("APX-15", app().family("Windows.Desktop", "10.0.17763.0", "10.0.22621.0")),
                error("DEV-01", app().family("Windows.Desktop", "10.0.226210.0", "10.0.226210.0"), "four numbers"));
    }

    static Stream<Case> wholeness() {
        return Stream.of(
                error(
                        "APX-16",
                        map("<File Name=\"app.exe\".*?</File>", ""),
                        "does not list files that are there: app.exe"),
                error("APX-16", app().replace("app.exe", null), "lists files that are not there: app.exe"),
                error("APX-16", app().replace("extra.txt", ICON), "does not list files that are there: extra.txt"),
                error(
                        "APX-16",
                        map("Name=\"app.exe\" Size=\"4096\"", "Name=\"app.exe\" Size=\"4097\""),
                        "another Size"),
                error("APX-16", map("LfhSize=\"37\"", "LfhSize=\"38\""), "another LfhSize"),
                error("APX-16", map(" LfhSize=\"37\"", ""), "or none"),
                error("APX-16", map("(<File Name=\"app.exe\"[^>]*>)<Block[^>]*>", "$1"), "other blocks"),
                error(
                        "APX-16",
                        map("(Name=\"AppxManifest.xml\"[^>]*><Block Hash=\")..", "$1xx"),
                        "not those of this manifest"),
                error("APX-17", app().replace("[Content_Types].xml", null), "no [Content_Types].xml"),
                error("APX-17", app().replace("extra.xyz", ICON), "no type for these files: extra.xyz"),
                error("APX-17", app().file("my app.txt", ICON), "have a blank"),
                error("APX-17", app().file("APP.exe", ICON), "in case only"),
                error("APX-17", app().compressed(), "data descriptor"));
    }

    @ParameterizedTest
    @MethodSource({
        "applications",
        "properties",
        "capabilities",
        "extensions",
        "references",
        "programs",
        "systems",
        "wholeness"
    })
    void tells(Case one) throws IOException {
        List<Finding> found = found(one.rule(), one.app().write(folder.resolve("a.msix")));
        if (one.severity() == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.severity()).isEqualTo(one.severity());
                assertThat(finding.text()).contains(one.words());
            });
        }
    }

    @Test
    void anAppxMayBeForAnOlderSystem() throws IOException {
        Path file =
                app().family("Windows.Desktop", "10.0.14316.0", "10.0.22621.0").write(folder.resolve("a.appx"));
        assertThat(found("APX-15", file)).isEmpty();
    }

    @Test
    void looksIntoBundlesAndUploadContainers() throws IOException {
        MsixBuilder cut = app().file("app.exe", PeProgram.signed(PeProgram.X64, 200_000, 9000));
        Path inBundle = bundle(app().architecture("arm64"), cut).write(folder.resolve("a.msixbundle"));
        assertThat(found("APX-06", inBundle))
                .extracting(Finding::place)
                .containsExactly("1_x64.msix > AppxManifest.xml");
        Path inUpload = Files.write(folder.resolve("a.msixupload"), bundle(cut).upload("b.msixbundle"));
        assertThat(found("APX-06", inUpload))
                .extracting(Finding::place)
                .containsExactly("b.msixbundle > 0_x64.msix > AppxManifest.xml");
    }

    @Test
    void aPathOfSlashesIsReadInASmallStack() throws IOException {
        String path = "./".repeat(100_000) + "/app.exe";
        assertThat(found(
                        "APX-04",
                        change("Executable=\"app.exe\"", "Executable=\"" + path + "\"")
                                .write(folder.resolve("a.msix"))))
                .hasSizeLessThan(2);
    }

    @Test
    void imagesMayBeInAResourcePackageOfTheBundle() throws IOException {
        MsixBuilder main = app().without("assets/44.png").file("resources.pri", ICON);
        MsixBuilder german =
                app().architecture("neutral").resourcePackage("split.scale-200").languages("de-de");
        assertThat(found("APX-05", bundle(main, german).write(folder.resolve("a.msixbundle"))))
                .isEmpty();
        MsixBuilder scaled = app().architecture("neutral")
                .resourcePackage("split.scale-200")
                .without("assets/44.png")
                .file("assets/44.scale-200.png", ICON);
        assertThat(found("APX-05", bundle(main, scaled).write(folder.resolve("b.msixbundle"))))
                .isEmpty();
        assertThat(found("APX-05", bundle(main).write(folder.resolve("c.msixbundle"))))
                .hasSize(1);
    }

    private List<Finding> found(String rule, Path file) throws IOException {
        return PackageAgreementTest.check(ExpectedIdentity.none(), file).all().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    private static MsixBuilder change(String pattern, String replacement) {
        return app().manifest(xml -> changed(xml, pattern, replacement));
    }

    private static MsixBuilder map(String pattern, String replacement) {
        return app().blockMap(xml -> changed(xml, pattern, replacement));
    }

    private static String changed(String xml, String pattern, String replacement) {
        String changed = xml.replaceAll(pattern, replacement);
        assertThat(changed).as(pattern).isNotEqualTo(xml);
        return changed;
    }

    private static MsixBuilder attribute(String attribute) {
        return change("<Application ", "<Application xmlns:desktop4=\"d\" xmlns:uap10=\"u\" " + attribute + " ");
    }

    private static MsixBuilder tile(String attributes) {
        return change(
                "(?s)(<uap:VisualElements .*?)/>", "$1><uap:DefaultTile " + attributes + "/></uap:VisualElements>");
    }

    private static MsixBuilder extension(String content) {
        String namespaces = " xmlns:desktop=\"d\" xmlns:uap3=\"u\" xmlns:uap4=\"v\" xmlns:com=\"c\"";
        return app().manifest(xml -> xml.replace(
                "<Extensions>", "<Extensions" + namespaces + "><uap:Extension>" + content + "</uap:Extension>"));
    }

    private static MsixBuilder shortcut(String icon) {
        return extension("<com:Shortcut File=\"[{Common Programs}]\\Tide.lnk\" Icon=\"" + icon + "\"/>");
    }

    private static MsixBuilder certificate() {
        return extension("<uap:Certificates><uap:Certificate StoreName=\"Root\" Content=\"certs\\root.cer\"/>"
                + "</uap:Certificates>");
    }

    private static String association(String name, String type) {
        return "<uap3:FileTypeAssociation Name=\"" + name + "\"><uap:SupportedFileTypes><uap:FileType>" + type
                + "</uap:FileType></uap:SupportedFileTypes></uap3:FileTypeAssociation>";
    }

    private static MsixBuilder dependency(String name) {
        return change("</Dependencies>", "<PackageDependency Name=\"" + name + "\"/></Dependencies>");
    }

    private static MsixBuilder optional() {
        return app().manifest(xml -> xml.replaceAll("(?s)<Applications>.*</Applications>", "")
                .replace("</Dependencies>", "<MainPackageDependency Name=\"Main.App\"/></Dependencies>"));
    }

    private static MsixBuilder external() {
        return app().manifest(xml -> xml.replace("app.exe", "elsewhere.exe")
                .replace(
                        "</Properties>",
                        "<u:AllowExternalContent xmlns:u=\"x\">true</u:AllowExternalContent></Properties>"));
    }

    private static MsixBuilder virtualization() {
        return change(
                "</Properties>",
                "<d:RegistryWriteVirtualization xmlns:d=\"x\">disabled</d:RegistryWriteVirtualization></Properties>");
    }

    private static MsixBuilder scaled() {
        return app().without("assets/44.png").file("assets/44.scale-200.png", ICON);
    }

    private static MsixBuilder arm64(int machine) {
        return app().architecture("arm64").file("app.exe", PeProgram.program(machine));
    }

    private static Case error(String rule, MsixBuilder app, String words) {
        return new Case(rule, Severity.ERROR, app, words);
    }

    private static Case warning(String rule, MsixBuilder app, String words) {
        return new Case(rule, Severity.WARNING, app, words);
    }

    private static Case good(String rule, MsixBuilder app) {
        return new Case(rule, null, app, "none");
    }
}
