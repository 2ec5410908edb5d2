package io.github.storemaven.goal;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Where a running Store is reached and with which made-up credentials, for a person and for a program. */
record EmulatorFacts(EmbeddedStore store, String applicationId) {
    void tell(Log log, Path output, String submitGoal) throws IOException {
        Path file = output.resolve("emulator.json");
        ResultFile.write(file, json());
        log.info("The embedded Store serves at " + store.serviceUrl() + " until you press Ctrl-C");
        log.info("  status page   " + store.serviceUrl() + "/");
        log.info("  tenant id     " + store.tenantId());
        log.info("  client id     " + store.clientId());
        log.info("  client secret " + store.clientSecret() + " (made up)");
        log.info("  all of it in  " + file);
        log.info("Release to it from another terminal, in the folder with your packages:");
        log.info(command(submitGoal, File.separatorChar == '\\'));
    }

    /** One line to copy; it names a server that nobody has, since one of settings.xml would win over the environment. */
    String command(String submitGoal, boolean windows) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("AZURE_TENANT_ID", store.tenantId());
        environment.put("AZURE_CLIENT_ID", store.clientId());
        environment.put("AZURE_CLIENT_SECRET", store.clientSecret());
        String set = environment.entrySet().stream()
                .map(one -> windows ? "set \"" + one + "\" && " : one + " ")
                .collect(Collectors.joining());
        return set + "mvn " + submitGoal + " -Dstore.serviceUrl=" + store.serviceUrl() + " -Dstore.loginUrl="
                + store.loginUrl() + " -Dstore.serverId=emulator -Dstore.applicationId=" + applicationId;
    }

    private JsonObject json() {
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
