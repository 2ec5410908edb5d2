package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.StubImage;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** A project with an icon and an app image, and the goal that makes its package. */
final class PackageFixture {
    final PackageMojo mojo = new PackageMojo(helper(), null);
    final Path folder;
    final Path image;
    private final GoalFixture<PackageMojo> goal;

    PackageFixture(Path folder) throws Exception {
        this.folder = folder;
        this.image = folder.resolve("target/image/Demo");
        goal = new GoalFixture<>(mojo, "package").in(folder);
        goal.model.setGroupId("example");
        goal.model.setArtifactId("demo");
        goal.model.setVersion("1.4.0");
        goal.model.setName("Demo");
        goal.model.setDescription("Shows what\n  is packed");
        goal.model.getBuild().setFinalName("demo-1.4.0");
        mojo.packageIdentityName = "12345Example.Demo";
        mojo.publisher = "CN=11111111-2222-3333-4444-555555555555";
        mojo.publisherDisplayName = "Example";
        mojo.backgroundColor = "transparent";
        mojo.bundle = "auto";
        mojo.minimumWindows = "10.0.17763.0";
        mojo.testedWindows = "10.0.26100.0";
        StubImage.write(image, "Demo", StubImage.X64);
        StubImage.plainIcon(folder.resolve("src/store/icon.png"), 320);
    }

    PackageFixture version(String version) {
        goal.model.setVersion(version);
        return this;
    }

    /** A second image, for another processor. */
    void addArmImage() throws Exception {
        StubImage.write(folder.resolve("target/arm/Demo"), "Demo", StubImage.ARM64);
    }

    /** Runs the goal, which has to come to its end. */
    void assertRuns() throws Exception {
        assertThat(failure()).isEmpty();
    }

    /** The message of the failure; what earlier runs said is forgotten. */
    Optional<String> failure() throws Exception {
        goal.said.clear();
        return goal.failure();
    }

    List<String> said() {
        return goal.said;
    }

    Path target(String name) {
        return folder.resolve("target").resolve(name);
    }

    JsonObject result() throws Exception {
        return ParsedJson.ofFile(target("store/package.json")).object();
    }

    /** Packages that are anywhere below the build directory. */
    List<String> packages() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("target"))) {
            return files.map(file ->
                            folder.resolve("target").relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.matches(".*\\.msix.*"))
                    .sorted()
                    .toList();
        }
    }

    /** A file of a package. */
    byte[] content(String target, String name) throws IOException {
        try (ZipFile zip = new ZipFile(target(target).toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    /** What is attached, as {@code type classifier file}. */
    List<String> attached() {
        List<String> attached = new ArrayList<>();
        mojo.project
                .getAttachedArtifacts()
                .forEach(artifact -> attached.add(artifact.getType() + " " + artifact.getClassifier() + " "
                        + artifact.getFile().getName()));
        return attached;
    }

    /** Maven's own helper adds artifacts in this way, too. */
    @SuppressWarnings("deprecation")
    private static MavenProjectHelper helper() {
        return (MavenProjectHelper) Proxy.newProxyInstance(
                PackageFixture.class.getClassLoader(),
                new Class<?>[] {MavenProjectHelper.class},
                (proxy, method, with) -> {
                    MavenProject project = (MavenProject) with[0];
                    String type = (String) with[1];
                    DefaultArtifact artifact = new DefaultArtifact(
                            "example",
                            "demo",
                            "1",
                            null,
                            type,
                            with.length == 4 ? (String) with[2] : null,
                            new DefaultArtifactHandler(type));
                    artifact.setFile((File) with[with.length - 1]);
                    project.addAttachedArtifact(artifact);
                    return null;
                });
    }
}
