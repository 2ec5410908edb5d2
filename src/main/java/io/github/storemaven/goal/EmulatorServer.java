package io.github.storemaven.goal;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.plugin.logging.Log;

/**
 * A Store that serves until somebody stops it, and tells a person and programs where it is reached and with which made-up
 * credentials.
 */
record EmulatorServer(EmbeddedStore store, String applicationId, Log log) {
    private static final String SETTINGS = "emulator-settings.xml";

    void tell(Path output, String submitGoal) throws IOException {
        Path file = output.resolve("emulator.json");
        OwnerOnlyFile.write(file, Json.indented(json()));
        OwnerOnlyFile.write(output.resolve(SETTINGS), settings());
        log.info("The embedded Store serves at " + store.serviceUrl() + " until you press Ctrl-C");
        log.info("  status page   " + store.serviceUrl() + "/");
        log.info("  tenant id     " + store.tenantId());
        log.info("  client id     " + store.clientId());
        log.info("  client secret " + store.clientSecret() + " (invented)");
        log.info("  all of it in  " + file);
        log.info("  faults by     curl -d @faults.json " + store.serviceUrl() + "/emulator/faults");
        log.info("Release to it from another terminal, in the folder with your packages:");
        log.info(command(output, submitGoal));
    }

    /** One line to copy, the same in every shell: no variables, slashes, and each argument in double quotes. */
    String command(Path output, String submitGoal) {
        String settings = output.toAbsolutePath().resolve(SETTINGS).toString().replace('\\', '/');
        return "mvn -s \"" + settings + "\" " + submitGoal + " \"-Dstore.serviceUrl=" + store.serviceUrl()
                + "\" \"-Dstore.loginUrl=" + store.loginUrl() + "\" \"-Dstore.applicationId=" + applicationId + "\"";
    }

    /** Nothing in it needs to be escaped: the ids are GUIDs, the secret is a word. */
    private String settings() {
        return """
            <settings>
              <servers>
                <server>
                  <id>microsoft-store</id>
                  <username>%s</username>
                  <password>%s</password>
                  <configuration><tenantId>%s</tenantId></configuration>
                </server>
              </servers>
            </settings>
            """.formatted(store.clientId(), store.clientSecret(), store.tenantId());
    }

    private JsonObject json() {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("serviceUrl", store.serviceUrl().toString())
                .add("loginUrl", store.loginUrl().toString())
                .add("tenantId", store.tenantId())
                .add("clientId", store.clientId())
                .add("clientSecret", store.clientSecret())
                .add("installerServiceUrl", store.installerServiceUrl().toString())
                .add("sellerId", store.sellerId())
                .add(
                        "productIds",
                        Json.PROVIDER.createArrayBuilder(store.installers().productIds()))
                .add("applicationIds", Json.PROVIDER.createArrayBuilder(store.applicationIds()))
                .build();
    }

    /** Returns after an interrupt of the thread; on Ctrl-C the JVM ends, and with it the Store in good order. */
    void untilStopped() {
        Thread ending = new Thread(this::stop, "store-emulate-end");
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        if (removed(ending)) {
            stop();
        }
    }

    private void stop() {
        long requests = store.requestCount();
        store.close();
        log.info("The embedded Store has stopped after " + requests + " requests");
    }

    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return false; // The hook runs already.
        }
    }
}
