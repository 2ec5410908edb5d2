package io.github.storemaven.goal;

import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.ForeignText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;

/** The package of the version before: a file, or an artifact of a repository. What cannot be found is a warning. */
record PreviousPackage(PackageMojo mojo, RepositorySystem system) {
    Optional<Path> find() {
        return ConfigurationProblems.given(mojo.previousPackage)
                .flatMap(text -> file(text).or(() -> artifact(text)));
    }

    private Optional<Path> file(String text) {
        try {
            return Optional.of(mojo.folder().resolve(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private Optional<Path> artifact(String text) {
        ConfigurationProblems problems = new ConfigurationProblems();
        Optional<ArtifactCoordinates> coordinates =
                text.contains(":") ? ArtifactCoordinates.read(text, "previousPackage", problems) : Optional.empty();
        if (!text.contains(":")) {
            problems.add("store.previousPackage names " + ForeignText.oneLine(text) + ", which is not a file");
        }
        Optional<Path> found = coordinates.flatMap(wanted -> new ArtifactResolver(
                        system,
                        mojo.session.getRepositorySession(),
                        mojo.project.getRemoteProjectRepositories(),
                        mojo.getLog())
                .resolve(List.of(wanted), problems::add).stream().findFirst());
        problems.message()
                .ifPresent(why -> mojo.getLog().warn(why + ". So the download of an update from it is not known"));
        return found;
    }
}
