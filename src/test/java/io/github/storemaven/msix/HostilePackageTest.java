package io.github.storemaven.msix;

import static io.github.storemaven.msix.RefusedPackage.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.ZipBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that was made to do harm: bounded time and memory, a message, nothing read that is not part of it. */
class HostilePackageTest {
    @TempDir
    Path folder;

    @Test
    void readsNoExternalEntityAndExpandsNone() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "password");
        String external = "<!DOCTYPE Package [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        String laughs = "<!DOCTYPE Package [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
        for (String doctype : new String[] {external, laughs}) {
            byte[] hostile = MsixBuilder.app()
                    .manifest(xml ->
                            xml.replace("<Package ", doctype + "<Package ").replace("Tide Table", "&e;&b;"))
                    .bytes();
            assertThat(assertRefused(folder, "a.msix", hostile, "has a DOCTYPE"))
                    .doesNotContain("password");
        }
    }

    @Test
    void refusesAManifestNestedTooDeep() throws Exception {
        byte[] deep = MsixBuilder.app().manifest(xml -> "<a>".repeat(100_000)).bytes();
        assertRefused(folder, "a.msix", deep, "is nested more than 100 deep");
    }

    @Test
    void refusesAHugeManifestBeforeUnpackingIt() throws Exception {
        byte[] huge = MsixBuilder.app()
                .replace("AppxManifest.xml", new byte[17 * 1024 * 1024])
                .compressed()
                .bytes();
        assertRefused(folder, "a.msix", huge, "AppxManifest.xml: is larger than 1 MiB");
    }

    /** Some of them make the JDK's parser throw what it does not declare. */
    @Test
    void refusesADoctypeAtItsBeginning() throws Exception {
        String[] doctypes = {
            "<!DOCTYPE a[\u0001", "<?xml version=\"1.0\"?>\n<!-- x -->\n <!DOCTYPE a>", "<!doctype a[<!ENTITY"
        };
        for (String doctype : doctypes) {
            assertRefused(
                    folder,
                    "a.msix",
                    MsixBuilder.app().manifest(xml -> doctype).bytes(),
                    "AppxManifest.xml: has a DOCTYPE");
            assertRefused(
                    folder,
                    "a.msix",
                    MsixBuilder.app().blockMap(xml -> doctype).bytes(),
                    "AppxBlockMap.xml: has a DOCTYPE");
            assertRefused(
                    folder,
                    "a.msixbundle",
                    MsixBuilder.bundle(MsixBuilder.app())
                            .manifest(xml -> doctype)
                            .bytes(),
                    "AppxBundleManifest.xml: has a DOCTYPE");
        }
    }

    @Test
    void saysThatAManifestIsNotUtf8() throws Exception {
        byte[] one = MsixBuilder.app()
                .replace("AppxManifest.xml", "<Package>\u00e4</Package>".getBytes(ISO_8859_1))
                .bytes();
        assertRefused(
                folder, "a.msix", one, "AppxManifest.xml: has bytes that are not UTF-8; save the manifest as UTF-8");
    }

    @Test
    void takesAManifestInUtf16() throws Exception {
        String xml = "<?xml version=\"1.0\" encoding=\"utf-16\"?><Package><Identity Name=\"Wide\"/></Package>";
        byte[] wide = MsixBuilder.app()
                .replace("AppxManifest.xml", xml.getBytes(UTF_16))
                .bytes();
        Path file = Files.write(folder.resolve("a.msix"), wide);
        assertThat(new PackageReader().read(file).identity().name()).isEqualTo("Wide");
    }

    @Test
    void countsTheElementsOfAManifest() throws Exception {
        byte[] many = MsixBuilder.app()
                .manifest(
                        xml -> xml.replace("</Resources>", "<Resource Language=\"a\"/>".repeat(1000) + "</Resources>"))
                .bytes();
        assertRefused(folder, "a.msix", many, "AppxManifest.xml: has more than 1000 elements called Resource");
    }

    @Test
    void countsWhatAllManifestsOfABundleHold() throws Exception {
        MsixBuilder[] packages = new MsixBuilder[20];
        String attributes = IntStream.range(0, 9000)
                .mapToObj(i -> " a" + i + "='" + i + "'")
                .collect(Collectors.joining());
        for (int i = 0; i < packages.length; i++) {
            packages[i] = MsixBuilder.app()
                    .identity("ResourceId", "r" + i)
                    .manifest(xml -> xml.replace("<Resources>", "<Resources" + attributes + ">")
                            .replace("</Resources>", "<a/>".repeat(1000) + "<b/>".repeat(1000) + "</Resources>"));
        }
        assertRefused(
                folder,
                "a.msixbundle",
                MsixBuilder.bundle(packages).bytes(),
                "has more than 200000 files and manifest elements");
    }

    @Test
    void stopsUnpackingAZipBomb() throws Exception {
        byte[] bomb = ZipBuilder.deflated()
                .with("b.msix", new byte[300 * 1024 * 1024])
                .bytes();
        assertThat(bomb.length).isLessThan(2 * 1024 * 1024);
        assertRefused(folder, "a.msixupload", bomb, "a.msixupload: unpacks to far more than its size allows");
    }

    @Test
    void refusesAPartThatIsThereTwice() throws Exception {
        byte[] twice = MsixBuilder.app().file("appxmanifest.xml", new byte[1]).bytes();
        assertRefused(folder, "a.msix", twice, "has AppxManifest.xml twice");
    }

    @Test
    void refusesABundleManifestThatIsThereTwice() throws Exception {
        byte[] twice = MsixBuilder.bundle(MsixBuilder.app())
                .replace("appxmetadata/appxbundlemanifest.xml", new byte[1])
                .bytes();
        assertRefused(folder, "a.msixbundle", twice, "appxbundlemanifest.xml twice");
    }

    @Test
    void noticesDamagedContent() throws Exception {
        byte[] stored = MsixBuilder.app().bytes();
        int at = new String(stored, UTF_8).indexOf("Tide tables");
        stored[at] = 'x';
        assertRefused(folder, "a.msix", stored, "AppxManifest.xml: is damaged, its checksum is wrong");
    }

    @Test
    void answersAnyDamageWithAMessage() throws Exception {
        byte[] good = MsixBuilder.bundle(MsixBuilder.app().compressed()).upload("b.msixbundle");
        Random random = new Random(42);
        int refused = 0;
        for (int round = 0; round < 500; round++) {
            byte[] damaged = good.clone();
            for (int i = 0; i <= round % 4; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("fuzz.msixupload"), damaged);
            try {
                assertThat(new PackageReader().read(file).manifests()).isNotEmpty();
            } catch (InvalidPackageException expected) {
                assertThat(expected).hasMessageContaining("fuzz.msixupload");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }
}
