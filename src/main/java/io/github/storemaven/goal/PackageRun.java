package io.github.storemaven.goal;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.check.PackageRules;
import io.github.storemaven.check.Severity;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.msix.build.AppImage;
import io.github.storemaven.msix.build.PackageBuild;
import io.github.storemaven.msix.build.PackageOutput;
import io.github.storemaven.msix.build.PackagePlan;
import io.github.storemaven.msix.build.PackageSources;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProjectHelper;

/** Makes the packages of a project unless they are made already, attaches them and tells what they are. */
final class PackageRun {
    private final PackageMojo mojo;
    private final Log log;
    private final PackageSources sources;
    private final PackageOutput output;
    private final ExpectedIdentity expected;

    PackageRun(PackageMojo mojo, PackageSources sources, PackageOutput output, ExpectedIdentity expected) {
        this.mojo = mojo;
        this.log = mojo.getLog();
        this.sources = sources;
        this.output = output;
        this.expected = expected;
    }

    /**
     * Writes what is not there yet.
     *
     * @throws MojoFailureException with all that is wrong; then nothing is written
     */
    void make(ConfigurationProblems problems) throws MojoFailureException, IOException {
        sources.images()
                .forEach(image -> log.info("Image " + mojo.named(image.folder()) + ": " + image.architecture()
                        + ", starts with " + image.launcher()));
        PackageBuild build = new PackageBuild(output, mojo.output());
        String digest = problems.lines().isEmpty() ? sources.digest(more()) : "";
        if (problems.lines().isEmpty() && build.isDone(digest)) {
            log.info("Nothing has changed since the packages were made");
        } else {
            List<PackagePlan> plans = PackagePlan.of(sources, problems::add, log::warn, log::info);
            checkManifests(plans, problems);
            FailureTranslator.failIfAny(problems);
            build.write(plans, digest, this::checkFile);
        }
        sources.images().forEach(this::warnOfSockets);
    }

    /** What decides besides the sources: this plugin, and the form of the output. */
    private String more() {
        return mojo.execution.getPlugin().getVersion() + " " + output;
    }

    private void checkManifests(List<PackagePlan> plans, ConfigurationProblems problems) {
        FindingCollector found = new FindingCollector();
        PackageRules rules = new PackageRules(expected, found);
        plans.forEach(plan ->
                rules.checkManifest(plan.manifest(), Path.of(sources.manifest().place())));
        addErrors(found.findings(), problems);
    }

    /** As validate looks at it. */
    private void checkFile(Path released) throws MojoFailureException, IOException {
        FindingCollector found = new FindingCollector();
        PackageRules rules = new PackageRules(expected, found);
        rules.read(released).ifPresent(info -> rules.check(List.of(info)));
        ConfigurationProblems problems = new ConfigurationProblems();
        addErrors(found.findings(), problems);
        FailureTranslator.failIfAny(problems);
    }

    private void addErrors(Findings findings, ConfigurationProblems problems) {
        findings.relativeTo(mojo.folder()).lines(Severity.ERROR).forEach(problems::add);
    }

    private void warnOfSockets(AppImage image) {
        image.socketTrap()
                .ifPresent(version -> log.warn("The image " + mojo.named(image.folder()) + " has Java "
                        + ForeignText.oneLine(version)
                        + ", whose selectors use a UNIX-domain socket in the folder for temporary files. In a package"
                        + " that fails (\"Unable to establish loopback connection\"), and with it HttpClient and most"
                        + " HTTP. Give jpackage --java-options \"-Djdk.net.unixdomain.tmpdir=$APPDIR\": Java takes TCP"
                        + " then"));
    }

    /** For install and deploy, and for the goals after this one. An artifact of an earlier execution gets the new file. */
    void attach(MavenProjectHelper helper) {
        for (String architecture : output.architectures()) {
            attach(helper, "msix", architecture, output.packageFile(architecture));
        }
        if (output.isBundle()) {
            attach(helper, "msixbundle", null, output.bundleFile());
        }
    }

    private void attach(MavenProjectHelper helper, String type, String classifier, Path file) {
        Optional<Artifact> attached = mojo.project.getAttachedArtifacts().stream()
                .filter(artifact ->
                        artifact.getType().equals(type) && Objects.equals(artifact.getClassifier(), classifier))
                .findFirst();
        if (attached.isPresent()) {
            attached.get().setFile(file.toFile());
        } else if (classifier == null) {
            helper.attachArtifact(mojo.project, type, file.toFile());
        } else {
            helper.attachArtifact(mojo.project, type, classifier, file.toFile());
        }
    }

    /** Tells what the packages are, in the log and in {@code package.json}. */
    void report(Optional<Path> previous) throws IOException {
        List<PackageInfo> packages = new ArrayList<>();
        for (Path file : output.files()) {
            packages.add(new PackageReader().read(file));
        }
        PackageResult result = new PackageResult(mojo.folder(), packages, previous);
        result.lines(expected.packageFamilyName().isPresent()).forEach(log::info);
        result.warnings().forEach(log::warn);
        ResultFile.write(mojo.output().resolve("package.json"), result.json());
    }
}
