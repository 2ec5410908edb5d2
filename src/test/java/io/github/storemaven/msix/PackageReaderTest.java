package io.github.storemaven.msix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.MsixBuilder;
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
        PackageInfo facts = read(
                "Tide.msix",
                MsixBuilder.app()
                        .languages("nb-NO", "en-us", "NB-no")
                        .capability("internetClient")
                        .restrictedCapability("runFullTrust")
                        .deviceCapability("webcam")
                        .bytes());

        assertThat(facts.kind()).isEqualTo(PackageKind.PACKAGE);
        assertThat(facts.identity().version().parts()).containsExactly(1L, 2L, 3L, 0L);
        assertThat(facts.storeArchitecture()).isEqualTo("x64");
        assertThat(facts.manifests().get(0).languages()).containsExactly("nb-NO", "en-us", "NB-no");
        assertThat(facts.manifests().get(0).capabilities())
                .extracting(AppxManifest.Capability::name)
                .containsExactly("internetClient", "runFullTrust", "webcam");
        assertThat(facts.uploadContents()).isEmpty();
    }

    @Test
    void readsWhatTheChecksAskOfAManifest() throws Exception {
        AppxManifest manifest = read(
                        "Tide.msix",
                        MsixBuilder.app()
                                .publisherDisplayName("ms-resource:Publisher")
                                .deviceCapability("webcam")
                                .file("%D0%9F%D1%80.txt", new byte[1])
                                .file("M%C3%BCller.txt", new byte[1])
                                .compressed()
                                .bytes())
                .manifests()
                .get(0);

        assertThat(manifest.place()).isEqualTo("AppxManifest.xml");
        assertThat(manifest.publisherDisplayName()).isEqualTo("ms-resource:Publisher");
        assertThat(manifest.capabilities())
                .containsExactly(new AppxManifest.Capability("webcam", AppxManifest.Capability.Kind.DEVICE));
        assertThat(manifest.isResourcePackage()).isFalse();
        assertThat(manifest.blockMap()).get().extracting(BlockMap::hashMethod).isEqualTo(SHA256);
        assertThat(manifest.unsupportedNames()).hasToString("%D0%9F%D1%80.txt");
        assertThat(manifest.deviceFamilies().get(0).maxVersionTested().text()).isEqualTo("10.0.22621.0");
    }

    @Test
    void keepsWrongValuesAsTheyAreWrittenForTheChecksToReport() throws Exception {
        byte[] odd = MsixBuilder.app()
                .version("1.2")
                .identity("Publisher", null)
                .identity("ProcessorArchitecture", null)
                .family("Windows.Fridge", "ten", "")
                .replace("AppxBlockMap.xml", null)
                .bytes();

        PackageInfo facts = read("odd.appx", odd);

        assertThat(facts.identity().version()).isEqualTo(new PackageVersion("1.2"));
        assertThat(facts.identity().version().parts()).isEmpty();
        assertThat(facts.identity().publisher()).isEmpty();
        assertThat(facts.storeArchitecture()).isEqualTo("neutral");
        assertThat(facts.manifests().get(0).blockMap()).isEmpty();
    }

    private PackageInfo read(String name, byte[] content) throws Exception {
        return new PackageReader().read(Files.write(folder.resolve(name), content));
    }
}
