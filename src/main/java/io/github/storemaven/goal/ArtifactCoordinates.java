package io.github.storemaven.goal;

import io.github.storemaven.msix.PackageKind;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.ForeignText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Where a package is in a Maven repository. Unlike Maven's own coordinates they need the extension, which Maven takes for
 * {@code jar} without a word, and a version that is the same tomorrow.
 *
 * @param classifier empty where there is none
 */
record ArtifactCoordinates(String groupId, String artifactId, String extension, String classifier, String version) {
    private static final String FORM = "groupId:artifactId:extension[:classifier]:version";
    private static final Pattern PART = Pattern.compile("[\\w.-]+");
    private static final Pattern VERSION = Pattern.compile("[\\w.+-]+");
    private static final Pattern MOVING = Pattern.compile("LATEST|RELEASE", Pattern.CASE_INSENSITIVE);

    /** What a parameter names; what is wrong with it is a problem. */
    static Optional<ArtifactCoordinates> read(String text, String parameter, ConfigurationProblems problems) {
        List<String> parts = List.of(text.strip().split(":", -1));
        Optional<String> problem = problem(parts);
        if (problem.isPresent()) {
            problems.add("store." + parameter + " names \"" + ForeignText.oneLine(text) + "\", " + problem.get());
            return Optional.empty();
        }
        String classifier = parts.size() == 5 ? parts.get(3) : "";
        return Optional.of(new ArtifactCoordinates(
                parts.get(0), parts.get(1), parts.get(2), classifier, parts.get(parts.size() - 1)));
    }

    private static Optional<String> problem(List<String> parts) {
        if (parts.size() == 3) {
            return Optional.of("which does not have the extension, such as msix; write " + FORM);
        }
        boolean isWhole = parts.size() == 4 || parts.size() == 5;
        if (!isWhole
                || !parts.subList(0, parts.size() - 1).stream()
                        .allMatch(part -> PART.matcher(part).matches())) {
            return Optional.of("which is not " + FORM);
        }
        String version = parts.get(parts.size() - 1);
        if (MOVING.matcher(version).matches() || !VERSION.matcher(version).matches()) {
            return Optional.of("whose version is not one version; write it out, so that the release can be repeated");
        }
        return PackageKind.ofName("." + parts.get(2)).isPresent()
                ? Optional.empty()
                : Optional.of("which has the extension " + parts.get(2)
                        + "; allowed values: msixupload, msixbundle, msix, appxupload, appxbundle, appx");
    }

    /** The same for Maven's resolver. */
    Artifact artifact() {
        return new DefaultArtifact(groupId, artifactId, classifier, extension, version);
    }

    @Override
    public String toString() {
        return groupId + ":" + artifactId + ":" + extension + (classifier.isEmpty() ? "" : ":" + classifier) + ":"
                + version;
    }
}
