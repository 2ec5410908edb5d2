package io.github.storemaven.msix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.BundleBuilder;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.ZipBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles and upload containers. */
class ContainerReadingTest {
    @TempDir
    Path folder;

    @Test
    void readsEveryPackageOfABundle() throws Exception {
        BundleBuilder bundle = MsixBuilder.bundle(
                        MsixBuilder.app().languages("en-us").capability("internetClient"),
                        MsixBuilder.app()
                                .languages("de-DE")
                                .architecture("arm64")
                                .capability("internetClient"),
                        MsixBuilder.app()
                                .languages("fr-fr")
                                .architecture("neutral")
                                .resourcePackage("split.fr"))
                .version("7.0.0.0");

        PackageInfo facts = read("Tide.msixbundle", bundle.bytes());

        assertThat(facts.identity().version()).isEqualTo(new PackageVersion("7.0.0.0"));
        assertThat(facts.storeArchitecture()).isEqualTo("Neutral");
        assertThat(facts.manifests())
                .extracting(manifest -> manifest.identity().architecture())
                .containsExactly("x64", "arm64", "neutral");
        assertThat(facts.manifests().get(2).isResourcePackage()).isTrue();
        assertThat(facts.manifests().get(1).place()).isEqualTo("1_arm64.msix > AppxManifest.xml");
    }

    @Test
    void namesThePackagesThatABundleListsAndLacks() throws Exception {
        byte[] bundle = MsixBuilder.bundle(MsixBuilder.app(), MsixBuilder.app().architecture("arm64"))
                .replace("1_arm64.msix", null)
                .bytes();

        assertThat(read("Tide.appxbundle", bundle).bundle().orElseThrow().missing())
                .hasToString("1_arm64.msix");
    }

    @Test
    void tellsManifestsApartThatDifferInMoreThanTheArchitecture() throws Exception {
        List<AppxManifest> manifests = read(
                        "Tide.msixbundle",
                        MsixBuilder.bundle(
                                        MsixBuilder.app(),
                                        MsixBuilder.app().architecture("arm64"),
                                        MsixBuilder.app().architecture("x86").capability("internetClient"))
                                .bytes())
                .manifests();

        assertThat(manifests.get(0).fingerprint()).isEqualTo(manifests.get(1).fingerprint());
        assertThat(manifests.get(0).fingerprint()).isNotEqualTo(manifests.get(2).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tide.msixupload", "TIDE.APPXUPLOAD"})
    void readsThroughAnUploadContainer(String name) throws Exception {
        byte[] upload = MsixBuilder.bundle(MsixBuilder.app(), MsixBuilder.app().architecture("x86"))
                .upload("Tide.msixbundle");

        PackageInfo facts = read(name, upload);

        assertThat(facts.kind()).isEqualTo(PackageKind.UPLOAD);
        assertThat(facts.uploadContents()).containsExactly("Tide.msixbundle");
        assertThat(facts.storeArchitecture()).isEqualTo("Neutral");
        assertThat(facts.manifests()).hasSize(2);
    }

    @Test
    void countsWhatAnUploadContainerHoldsBesidesSymbols() throws Exception {
        byte[] upload = ZipBuilder.stored()
                .with("Tide.msixsym", new byte[9])
                .with("b.msix", MsixBuilder.app().version("2.0.0.0").bytes())
                .with("a.msix", MsixBuilder.app().bytes())
                .bytes();

        PackageInfo facts = read("Tide.msixupload", upload);

        assertThat(facts.uploadContents()).containsExactly("b.msix", "a.msix");
        assertThat(facts.identity().version().text()).isEqualTo("2.0.0.0");
        assertThat(facts.identity().resourceId()).isEqualTo(Optional.empty());
    }

    private PackageInfo read(String name, byte[] content) throws Exception {
        return new PackageReader().read(Files.write(folder.resolve(name), content));
    }
}
