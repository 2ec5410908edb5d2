package io.github.storemaven.msix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageReaderTest {
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    @TempDir
    Path folder;

    @Test
    void readsWhatTheStoreShowsOfOnePackage() throws Exception {
        PackageFacts facts = read(
                "Tide.msix",
                MsixFixture.app()
                        .languages("nb-NO", "en-us", "NB-no")
                        .capability("internetClient")
                        .restrictedCapability("runFullTrust")
                        .deviceCapability("webcam")
                        .bytes());

        assertThat(facts.kind()).isEqualTo(PackageKind.PACKAGE);
        assertThat(facts.identity().version().parts()).containsExactly(1L, 2L, 3L, 0L);
        assertThat(facts.storeArchitecture()).isEqualTo("x64");
        assertThat(facts.languages()).containsExactly("en-us", "nb-no");
        assertThat(facts.capabilities()).containsExactly("internetClient", "runFullTrust");
        assertThat(facts.targetDeviceFamilies()).containsExactly("Windows.Desktop min version 10.0.17763.0");
        assertThat(facts.uploadContents()).isEmpty();
        assertThat(facts.isSame("1.2.3.0", "X64")).isTrue();
        assertThat(facts.isSame("1.2.3.0", "arm64")).isFalse();
    }

    @Test
    void readsWhatTheChecksAskOfAManifest() throws Exception {
        Manifest manifest = read(
                        "Tide.msix",
                        MsixFixture.app()
                                .displayName("Tide &amp; Table")
                                .publisherDisplayName("ms-resource:Publisher")
                                .extension("windows.protocol")
                                .extension("windows.sharedFonts")
                                .deviceCapability("webcam")
                                .hiddenFromStart()
                                .file("%D0%9F%D1%80.txt", new byte[1])
                                .file("M%C3%BCller.txt", new byte[1])
                                .compressed()
                                .bytes())
                .manifests()
                .get(0);

        assertThat(manifest.place()).isEqualTo("Tide.msix > AppxManifest.xml");
        assertThat(manifest.displayName()).isEqualTo("Tide & Table");
        assertThat(manifest.publisherDisplayName()).isEqualTo("ms-resource:Publisher");
        assertThat(manifest.extensionCategories()).containsExactly("windows.protocol", "windows.sharedFonts");
        assertThat(manifest.capabilities()).containsExactly(new Capability("webcam", Capability.Kind.DEVICE));
        assertThat(manifest.hiddenFromStart()).isTrue();
        assertThat(manifest.resourcePackage()).isFalse();
        assertThat(manifest.blockMapHash()).contains(SHA256);
        assertThat(manifest.namesNotAnsi()).containsExactly("%D0%9F%D1%80.txt");
        assertThat(manifest.families().get(0).maxVersionTested().text()).isEqualTo("10.0.22621.0");
    }

    @Test
    void keepsWrongValuesAsTheyAreWrittenForTheChecksToReport() throws Exception {
        byte[] odd = MsixFixture.app()
                .version("1.2")
                .identity("Publisher", null)
                .identity("ProcessorArchitecture", null)
                .family("Windows.Fridge", "ten", "")
                .replace("AppxBlockMap.xml", null)
                .bytes();

        PackageFacts facts = read("odd.appx", odd);

        assertThat(facts.identity().version()).isEqualTo(new PackageVersion("1.2"));
        assertThat(facts.identity().version().parts()).isEmpty();
        assertThat(facts.identity().publisher()).isEmpty();
        assertThat(facts.storeArchitecture()).isEqualTo("neutral");
        assertThat(facts.targetDeviceFamilies()).containsExactly("Windows.Fridge min version ten");
        assertThat(facts.manifests().get(0).blockMapHash()).isEmpty();
    }

    @Test
    void takesAPackageWithoutDeviceFamilyForOneOfAnEarlierSystem() throws Exception {
        byte[] older = MsixFixture.app()
                .manifest(xml -> xml.replaceAll("<TargetDeviceFamily.*?/>", ""))
                .bytes();

        assertThat(read("older.appx", older).targetDeviceFamilies()).containsExactly("None");
    }

    private PackageFacts read(String name, byte[] content) throws Exception {
        return new PackageReader().read(Files.write(folder.resolve(name), content));
    }
}
