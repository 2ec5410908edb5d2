package io.github.storemaven.goal;

import io.github.storemaven.emulator.ApplicationSeed;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.plugin.MojoExecutionException;
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
    /** The port on loopback; 0 for any that is free. */
    @Parameter(property = "store.port", defaultValue = "0")
    int port;

    /** How long a submission stays in each state, as in ISO 8601. */
    @Parameter(property = "store.pace", defaultValue = "PT5S")
    String pace;

    /** A folder that keeps the state, so that a rehearsal can go on tomorrow; without it nothing is kept. */
    @Parameter(property = "store.emulatorDirectory")
    File emulatorDirectory;

    /** Store ID of the app that the Store begins with. */
    @Parameter(property = "store.applicationId", defaultValue = "9PAPPDEMO001")
    String applicationId;

    @Override
    void run() throws MojoExecutionException, MojoFailureException, IOException, InterruptedException {
        Problems problems = new Problems();
        Duration stay = new Choice(problems).duration(pace, "pace").orElse(Duration.ZERO);
        if (port < 0 || port > 65_535) {
            problems.add("store.port is " + port + "; it is a number from 0 to 65535");
        }
        problems.failIfAny();
        try (EmbeddedStore store = start(stay)) {
            if (!store.applicationIds().contains(applicationId)) {
                store.addApplication(ApplicationSeed.published(applicationId));
            }
            tell(store);
            new CountDownLatch(1).await();
        }
    }

    private EmbeddedStore start(Duration stay) throws IOException {
        EmbeddedStore.Builder builder = EmbeddedStore.builder().port(port).pace(stay);
        return (emulatorDirectory == null ? builder : builder.directory(emulatorDirectory.toPath())).start();
    }

    private void tell(EmbeddedStore store) throws IOException {
        ResultFile.write(output().resolve("emulator.json"), facts(store));
        getLog().info("The embedded Store serves at " + store.serviceUrl() + " until you press Ctrl-C");
        getLog().info("  tenant id     " + store.tenantId());
        getLog().info("  client id     " + store.clientId());
        getLog().info("  client secret " + store.clientSecret() + " (made up)");
        getLog().info("Release to it from another terminal:");
        getLog().info("  AZURE_TENANT_ID=" + store.tenantId() + " AZURE_CLIENT_ID=" + store.clientId()
                + " AZURE_CLIENT_SECRET=" + store.clientSecret());
        getLog().info("  mvn store:submit -Dstore.serviceUrl=" + store.serviceUrl() + " -Dstore.loginUrl="
                + store.loginUrl() + " -Dstore.applicationId=" + applicationId);
    }

    private static JsonObject facts(EmbeddedStore store) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("serviceUrl", store.serviceUrl().toString())
                .add("loginUrl", store.loginUrl().toString())
                .add("tenantId", store.tenantId())
                .add("clientId", store.clientId())
                .add("clientSecret", store.clientSecret())
                .add("applicationIds", Json.PROVIDER.createArrayBuilder(store.applicationIds()))
                .build();
    }
}
