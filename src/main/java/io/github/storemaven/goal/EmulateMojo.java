package io.github.storemaven.goal;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.EmbeddedStoreBuilder;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ProductSelector;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Serves the embedded Store on loopback until it is stopped (Ctrl-C), for rehearsals with any client.
 *
 * @since 0.1.0
 */
@Mojo(name = "emulate", requiresProject = false, threadSafe = true)
public final class EmulateMojo extends AbstractStoreMojo {
    private static final int MAX_PORT = 65_535;

    /** The MSI product that the Store begins with. */
    private static final String INSTALLER_PRODUCT = "00000000-0000-4000-8000-00000000e003";

    /**
     * Port on the loopback address; 0 for any that is free.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.port", defaultValue = "0")
    String port;

    /**
     * How long a submission stays in each state, such as PT3S.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.pace", defaultValue = "PT5S")
    String pace;

    /**
     * Folder that keeps the state of the embedded Store, so that it can be resumed later. Without it nothing is kept.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.emulatorDirectory")
    File emulatorDirectory;

    /**
     * Store ID of the app that the embedded Store begins with.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.applicationId", defaultValue = "9PAPPDEMO001")
    String applicationId;

    /**
     * Document that the app has published, as pull writes it. Default: a built-in one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.rehearseDocument")
    File rehearseDocument;

    /**
     * JSON file of faults that are switched on from the beginning, such as a refused certification.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.faults")
    File faults;

    /**
     * Choices of the embedded Store where the real one differs by account or is not known, as name=value with commas
     * between them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "store.switches")
    String switches;

    @Override
    void run() throws MojoFailureException, IOException {
        ConfigurationProblems problems = new ConfigurationProblems();
        Duration stay = new ParameterValues(problems).duration(pace, "pace").orElse(Duration.ZERO);
        int number = new ParameterValues(problems).number(port, "port", 0, MAX_PORT);
        ProductSelector.storeId(ConfigurationProblems.given(applicationId), "applicationId", id -> false, problems);
        Optional<JsonObject> document = SeedFile.read(rehearseDocument, problems);
        SeedFile.switches(switches, problems);
        FailureTranslator.failIfAny(problems);
        EmulatorServer server = new EmulatorServer(start(stay, number), applicationId, getLog());
        try {
            fill(server.store(), document);
            server.tell(output(), submit());
        } catch (MojoFailureException | IOException e) {
            server.store().close();
            throw e;
        }
        server.untilStopped();
    }

    private EmbeddedStore start(Duration stay, int number) throws MojoFailureException, IOException {
        EmbeddedStoreBuilder builder = EmbeddedStore.builder()
                .port(number)
                .pace(stay)
                .remarks(remark -> getLog().warn(SeedFile.remark(remark)));
        ConfigurationProblems.given(switches).ifPresent(builder::switches);
        try {
            return (emulatorDirectory == null ? builder : builder.directory(emulatorDirectory.toPath())).start();
        } catch (BindException e) {
            throw new MojoFailureException("store.port is " + number
                    + ", which another program uses; name another one, or 0 for any that is free");
        } catch (IOException e) {
            throw new IOException(RehearsalStore.notStarted(Optional.ofNullable(emulatorDirectory), e), e);
        }
    }

    private void fill(EmbeddedStore store, Optional<JsonObject> document) throws MojoFailureException, IOException {
        SeedFile.faults(store, faults);
        if (!store.installers().holds(INSTALLER_PRODUCT)) {
            store.installers().add(INSTALLER_PRODUCT);
        }
        if (store.holds(applicationId, applicationId)) {
            document.ifPresent(unused -> getLog().warn("store.rehearseDocument is not used: app " + applicationId
                    + " is in " + emulatorDirectory + " already"));
            return;
        }
        ApplicationSeed seed = ApplicationSeed.published(applicationId);
        try {
            store.add(document.map(seed::document).orElse(seed));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(SeedFile.wrong(rehearseDocument, e), e);
        }
    }

    /** The goal by its full name, which needs neither a project nor a plugin group. */
    private String submit() {
        return execution.getGroupId() + ":" + execution.getArtifactId() + ":" + execution.getVersion() + ":submit";
    }
}
