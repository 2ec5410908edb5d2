package io.github.storemaven.msix;

import static io.github.storemaven.msix.RefusedPackage.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.MsixBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input: a message that names the file, the fault and the remedy, in bounded time and memory. */
class InvalidPackageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tide.exe | is not a package by its extension; allowed are .msix,",
                "msix     | is not a package by its extension; allowed are .msix,",
                "Old.XAP  | is a Windows Phone package, which the Store no longer takes; allowed are .msix,",
            })
    void refusesOtherExtensions(String name, String message) throws Exception {
        assertRefused(folder, name, new byte[3], message);
    }

    @Test
    void refusesWhatIsNoWholeZip() throws Exception {
        byte[] good = MsixBuilder.app().bytes();
        assertRefused(folder, "a.msix", new byte[0], "a.msix: is empty;");
        assertRefused(folder, "a.msix", "MZ this is a program".getBytes(UTF_8), "is not a ZIP");
        assertRefused(folder, "a.msix", Arrays.copyOf(good, good.length - 30), "is cut off");
        assertRefused(folder, "a.msix", Arrays.copyOfRange(good, 100, good.length), "is damaged");
    }

    @Test
    void saysThatAFolderIsNoPackage() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("dir.msix"));
        assertThatThrownBy(() -> new PackageReader().read(directory)).hasMessageContaining("is a folder; pack it");
    }

    @Test
    void leavesAMissingFileToItsOwnException() {
        assertThatThrownBy(() -> new PackageReader().read(folder.resolve("none.msix")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void namesTheFolderWhenTheFolderWasPackedAndNotItsContent() throws Exception {
        byte[] folderPacked = MsixBuilder.app()
                .replace("AppxManifest.xml", null)
                .replace("Tide/AppxManifest.xml", new byte[1])
                .bytes();
        assertRefused(
                folder, "a.msix", folderPacked, "has no AppxManifest.xml in its root; it has Tide/AppxManifest.xml");
    }

    @Test
    void tellsABundleFromAPackage() throws Exception {
        assertRefused(folder, "a.msix", MsixBuilder.bundle(MsixBuilder.app()).bytes(), "so name it .msixbundle");
        assertRefused(folder, "a.msixbundle", MsixBuilder.app().bytes(), "name it .msix if it is one package");
    }

    @Test
    void refusesContainersInsideContainers() throws Exception {
        byte[] bundle = MsixBuilder.bundle(MsixBuilder.app()).bytes();
        byte[] nested = MsixBuilder.bundle(MsixBuilder.app())
                .replace("x.appxbundle", bundle)
                .bytes();
        assertRefused(folder, "a.msixbundle", nested, "has x.appxbundle inside, and a bundle contains only packages");
        byte[] upload = MsixBuilder.app().upload("b.msixupload");
        assertRefused(
                folder,
                "a.msixupload",
                upload,
                "has another upload container inside; put exactly one package or bundle");
        assertRefused(folder, "a.msixupload", MsixBuilder.app().upload("b.txt"), "has no package and no bundle inside");
        assertRefused(folder, "a.msixbundle", MsixBuilder.bundle().bytes(), "has no package inside");
    }

    @Test
    void givesTheLineOfAManifestThatIsNotWellFormed() throws Exception {
        byte[] broken = MsixBuilder.app()
                .manifest(xml -> xml.replace("</Properties>", "</Property>"))
                .bytes();
        assertRefused(folder, "a.msix", broken, "a.msix, AppxManifest.xml: is not well-formed XML, line 10, column ");
        byte[] inner = MsixBuilder.bundle(MsixBuilder.app().manifest(xml -> "")).upload("b.msixbundle");
        assertRefused(
                folder,
                "a.msixupload",
                inner,
                "a.msixupload, b.msixbundle > 0_x64.msix > AppxManifest.xml: is not well-formed");
        assertRefused(
                folder, "a.msix", MsixBuilder.app().manifest(xml -> "<a/>").bytes(), "has no Package/Identity");
    }
}
