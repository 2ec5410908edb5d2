package io.github.storemaven.goal;

import io.github.storemaven.text.ForeignText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.ArtifactRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;

/** Finds packages by Maven's resolver: other modules, the local repository, the repositories of the build. */
final class ArtifactResolver {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;
    private final Log log;

    /** @param repositories that are asked, in this order */
    ArtifactResolver(
            RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories, Log log) {
        this.system = system;
        this.session = session;
        this.repositories = List.copyOf(repositories);
        this.log = log;
    }

    /**
     * The files of those that are there, in their order.
     *
     * @param problems take a text for each other one, with the repositories that were asked
     */
    List<Path> resolve(Collection<ArtifactCoordinates> wanted, Consumer<String> problems) {
        List<ArtifactResult> results = results(wanted.stream()
                .map(one -> new ArtifactRequest(one.artifact(), repositories, null))
                .toList());
        results.stream()
                .filter(result -> !result.isResolved())
                .map(this::problem)
                .forEach(problems);
        return results.stream()
                .filter(ArtifactResult::isResolved)
                .map(this::found)
                .toList();
    }

    private List<ArtifactResult> results(List<ArtifactRequest> requests) {
        try {
            return system.resolveArtifacts(session, requests);
        } catch (ArtifactResolutionException e) {
            return e.getResults();
        }
    }

    private Path found(ArtifactResult result) {
        log.info("Artifact " + result.getArtifact() + " from " + described(result.getRepository()));
        return result.getArtifact().getFile().toPath();
    }

    /** Maven's own message names the first repository only. */
    private String problem(ArtifactResult result) {
        String asked = result.getExceptions().stream()
                .map(ArtifactResolver::line)
                .distinct()
                .collect(Collectors.joining());
        String artifact = "The artifact " + result.getRequest().getArtifact();
        if (session.isOffline()) {
            return artifact + " is not on this machine as one of these repositories has it, and Maven is offline (-o);"
                    + " run once without -o:" + asked;
        }
        return artifact + " was not found; deploy it, correct the coordinates, or add its repository to pom.xml or to a"
                + " profile of settings.xml. Asked were:" + asked;
    }

    private static String line(Exception problem) {
        if (!(problem instanceof ArtifactTransferException transfer) || transfer.getRepository() == null) {
            return "\n  " + ForeignText.oneLine(withoutLogin(problem.toString()));
        }
        String reason = problem instanceof ArtifactNotFoundException ? "not there" : problem.getMessage();
        return "\n  " + described(transfer.getRepository()) + ": " + ForeignText.oneLine(withoutLogin(reason))
                + (transfer.isFromCache() ? ", by an earlier build (-U asks again)" : "");
    }

    private static String described(ArtifactRepository repository) {
        return repository instanceof RemoteRepository remote
                ? remote.getId() + " (" + withoutLogin(remote.getUrl()) + ")"
                : "this machine";
    }

    /** Some write user and password into the address of a repository. */
    private static String withoutLogin(String text) {
        return text.replaceAll("(?<=://)[^/@\\s]*@", "");
    }
}
