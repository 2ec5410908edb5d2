package io.github.storemaven.msix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
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
            byte[] hostile = MsixFixture.app()
                    .manifest(xml ->
                            xml.replace("<Package ", doctype + "<Package ").replace("Tide Table", "&e;&b;"))
                    .bytes();
            assertThat(refused("a.msix", hostile, "has a DOCTYPE or an entity")).doesNotContain("password");
        }
    }

    @Test
    void refusesAManifestNestedTooDeep() throws Exception {
        byte[] deep = MsixFixture.app().manifest(xml -> "<a>".repeat(100_000)).bytes();
        refused("a.msix", deep, "is nested more than 100 deep");
    }

    @Test
    void refusesAHugeManifestBeforeUnpackingIt() throws Exception {
        byte[] huge = MsixFixture.app()
                .replace("AppxManifest.xml", new byte[17 * 1024 * 1024])
                .compressed()
                .bytes();
        refused("a.msix", huge, "AppxManifest.xml: is larger than 16 MiB");
    }

    @Test
    void stopsUnpackingAZipBomb() throws Exception {
        byte[] bomb = ZipFixture.deflated()
                .with("b.msix", new byte[300 * 1024 * 1024])
                .bytes();
        assertThat(bomb.length).isLessThan(2 * 1024 * 1024);
        refused("a.msixupload", bomb, "a.msixupload: holds far more when unpacked than its size allows");
    }

    @Test
    void refusesAPartThatIsThereTwice() throws Exception {
        byte[] twice = MsixFixture.app().file("appxmanifest.xml", new byte[1]).bytes();
        refused("a.msix", twice, "has AppxManifest.xml twice");
    }

    @Test
    void noticesDamagedContent() throws Exception {
        byte[] stored = MsixFixture.app().bytes();
        int at = new String(stored, UTF_8).indexOf("Tide tables");
        stored[at] = 'x';
        refused("a.msix", stored, "AppxManifest.xml: is damaged, its checksum is wrong");
    }

    @Test
    void answersAnyDamageWithAMessage() throws Exception {
        byte[] good = MsixFixture.bundle(MsixFixture.app().compressed()).upload("b.msixbundle");
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
            } catch (UnreadablePackage expected) {
                assertThat(expected).hasMessageStartingWith("fuzz.msixupload");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private String refused(String name, byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        UnreadablePackage problem = Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> Assertions.assertThrows(UnreadablePackage.class, () -> new PackageReader().read(file)));
        assertThat(problem).hasMessageStartingWith(name).hasMessageContaining(message);
        return problem.getMessage();
    }
}
