package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.submission.ConfigurationProblems;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages by their coordinates in Maven repositories: reference maven-2, section 4. */
class ArtifactResolverTest {
    private static final RemoteRepository CENTRAL = repository("central", "https://repo.invalid/maven2");
    private static final RemoteRepository COMPANY = repository("company", "https://user:word@company.invalid/maven");

    @SuppressWarnings("deprecation") // The constructor that all Mavens from 3.6.3 on have.
    private final DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();

    private final Map<String, RemoteRepository> there = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean isOutOfOrder;

    private static RemoteRepository repository(String id, String url) {
        return new RemoteRepository.Builder(id, "default", url).build();
    }

    private List<Path> resolve(String... texts) {
        ConfigurationProblems wrong = new ConfigurationProblems();
        List<ArtifactCoordinates> wanted = List.of(texts).stream()
                .flatMap(text -> ArtifactCoordinates.read(text, "artifacts", wrong).stream())
                .toList();
        assertThat(wrong.lines()).isEmpty();
        SystemStreamLog log = new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                lines.add(line.toString());
            }
        };
        return new ArtifactResolver(system(), session, List.of(COMPANY, CENTRAL), log).resolve(wanted, problems::add);
    }

    /** Maven's resolver with a repository that holds what this test says. */
    private RepositorySystem system() {
        return (RepositorySystem) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RepositorySystem.class}, (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("resolveArtifacts");
                    List<ArtifactResult> results = ((List<?>) arguments[1])
                            .stream()
                                    .map(ArtifactRequest.class::cast)
                                    .map(this::result)
                                    .toList();
                    if (!results.stream().allMatch(ArtifactResult::isResolved)) {
                        throw new ArtifactResolutionException(results);
                    }
                    return results;
                });
    }

    private ArtifactResult result(ArtifactRequest request) {
        ArtifactResult result = new ArtifactResult(request);
        Artifact artifact = request.getArtifact();
        for (RemoteRepository repository : request.getRepositories()) {
            if (repository.equals(there.get(artifact.toString()))) {
                File file = new File(artifact.getArtifactId() + "-" + artifact.getVersion() + ".msix");
                result.setArtifact(artifact.setFile(file)).setRepository(repository);
            } else {
                result.addException(
                        isOutOfOrder
                                ? new ArtifactTransferException(
                                        artifact, repository, "401 from " + repository.getUrl() + "/tide")
                                : new ArtifactNotFoundException(artifact, repository));
            }
        }
        return result;
    }

    @Test
    void eachIsAFileAndTheLogNamesItsRepository() {
        there.put("org.example:tide:msix:x64:1.2.0", CENTRAL);
        there.put("org.example:tide:msixbundle:1.2.0", COMPANY);
        assertThat(resolve("org.example:tide:msix:x64:1.2.0", " org.example:tide:msixbundle:1.2.0 "))
                .containsExactly(Path.of("tide-1.2.0.msix"), Path.of("tide-1.2.0.msix"));
        assertThat(lines)
                .containsExactly(
                        "Artifact org.example:tide:msix:x64:1.2.0 from central (https://repo.invalid/maven2)",
                        "Artifact org.example:tide:msixbundle:1.2.0 from company (https://company.invalid/maven)");
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsMissingNamesAllRepositoriesThatWereAsked() {
        there.put("org.example:tide:msix:x64:1.2.0", CENTRAL);
        assertThat(resolve("org.example:tide:msix:x64:1.2.0", "org.example:tide:msix:arm64:1.2.0"))
                .containsExactly(Path.of("tide-1.2.0.msix"));
        assertThat(problems)
                .containsExactly("The artifact org.example:tide:msix:arm64:1.2.0 was not found; deploy it, correct the"
                        + " coordinates, or add its repository to pom.xml or to a profile of settings.xml. Asked were:\n"
                        + "  company (https://company.invalid/maven): not there\n"
                        + "  central (https://repo.invalid/maven2): not there");
    }

    @Test
    void aRepositoryThatDoesNotAnswerTellsItsReasonWithoutItsLogin() {
        isOutOfOrder = true;
        assertThat(resolve("org.example:tide:msix:x64:1.2.0")).isEmpty();
        assertThat(problems.get(0))
                .contains("company (https://company.invalid/maven): 401 from https://company.invalid/maven/tide")
                .doesNotContain("word");
    }

    @Test
    void offlineIsTheReason() {
        session.setOffline(true);
        assertThat(resolve("org.example:tide:msix:x64:1.2.0")).isEmpty();
        assertThat(problems.get(0)).contains("Maven is offline (-o); run once without -o", "company", "central");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | which is not groupId:artifactId:extension[:classifier]:version",
                "org.example:tide | which is not groupId",
                "org.example:tide:1.2.0 | which does not have the extension, such as msix",
                "org.example:tide:msix:x64:1.2.0:more | which is not groupId",
                "org.example::msix:1.2.0 | which is not groupId",
                "org.example:../tide:msix:1.2.0 | which is not groupId",
                "org.example:tide:jar:1.2.0 | which has the extension jar; allowed values: msixupload",
                "org.example:tide:msix:LATEST | whose version is not one version",
                "org.example:tide:msix:x64:release | whose version is not one version",
                "'org.example:tide:msix:[1.0,2.0)' | whose version is not one version",
                "org.example:tide:msix: | whose version is not one version",
            })
    void whatIsNoCoordinatesIsAProblem(String text, String reason) {
        ConfigurationProblems wrong = new ConfigurationProblems();
        assertThat(ArtifactCoordinates.read(text, "artifacts", wrong)).isEmpty();
        assertThat(wrong.message().orElse("")).startsWith("store.artifacts names \"" + text + "\", " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.example:tide:msix:1.2.0",
                "org.example:tide:msixupload:x64:1.2.0-SNAPSHOT",
                "org.example:tide_2:appxbundle:1.2.0+build.5"
            })
    void coordinatesAreWhatMavenCallsThem(String text) {
        Optional<ArtifactCoordinates> read = ArtifactCoordinates.read(text, "artifacts", new ConfigurationProblems());
        assertThat(read).map(ArtifactCoordinates::toString).contains(text);
        assertThat(read).map(one -> one.artifact().toString()).contains(text);
    }
}
