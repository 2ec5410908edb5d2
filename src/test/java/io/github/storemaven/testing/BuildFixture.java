package io.github.storemaven.testing;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.EmbeddedStoreBuilder;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.catalog.StoreBehaviour.RawPlus;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the hook scripts of the builds under src/it need: a Store, a package, and a look for secrets. */
public final class BuildFixture {
    /** The app that the Store begins with. */
    public static final String APP = "9PAPPDEMO001";

    /** What must stand in no log and no file, plain and URL-encoded. */
    private static final List<String> SECRETS =
            List.of("it-client-secret", "it-client-secret%2B%2F%3D%7E", EmbeddedStore.MADE_UP, "sig=");

    private final Path folder;
    private final EmbeddedStore store;

    private BuildFixture(Path folder, EmbeddedStore store) {
        this.folder = folder;
        this.store = store;
    }

    /**
     * What most builds begin with: a package in the build directory, and a Store with the usual client secret. The script
     * that verifies finds this fixture as {@code context.fixture}.
     *
     * @param context of the hook script
     * @return true, with which a hook script says that the build may begin
     */
    public static boolean prepare(File basedir, Map<String, Object> context) throws IOException {
        writePackage(basedir, "tide-1.2.0.0.msix", "1.2.0.0");
        return prepareStore(basedir, context, "it-client-secret+/=~plain");
    }

    /** The same without a package, and with a client secret that may be another one. */
    @SuppressWarnings("unchecked") // What Groovy gives has no types.
    public static boolean prepareStore(File basedir, Map<String, Object> context, String clientSecret)
            throws IOException {
        context.put("fixture", start(basedir, (Map<String, String>) context.get("userProperties"), clientSecret));
        return true;
    }

    /** Starts a Store with the credentials of src/it/settings.xml, and tells the build where it is. */
    public static BuildFixture start(File basedir, Map<String, String> userProperties, String clientSecret)
            throws IOException {
        return start(basedir, userProperties, clientSecret, EmbeddedStore.builder());
    }

    /** The same, with a Store that has its own clock, say. */
    public static BuildFixture start(
            File basedir, Map<String, String> userProperties, String clientSecret, EmbeddedStoreBuilder builder)
            throws IOException {
        EmbeddedStore store = builder.tenantId("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")
                .clientId("11111111-2222-3333-4444-555555555555")
                .clientSecret(clientSecret)
                .with(Switch.AGE_RATINGS_DONE)
                .rawPlus(RawPlus.ALWAYS)
                .start();
        store.add(ApplicationSeed.published(APP));
        userProperties.put("store.serviceUrl", store.serviceUrl().toString());
        userProperties.put("store.loginUrl", store.loginUrl().toString());
        return new BuildFixture(basedir.toPath(), store);
    }

    /** A package in the build directory, where submit looks for it. */
    public static void writePackage(File basedir, String name, String version) throws IOException {
        Path target = basedir.toPath().resolve("target");
        Files.createDirectories(target);
        MsixBuilder.app().version(version).write(target.resolve(name));
    }

    public EmbeddedStore store() {
        return store;
    }

    /** How many requests were answered with success, by verb and a part of the path. */
    public long count(String method, String pathPart) {
        return store.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().contains(pathPart))
                .filter(request -> request.status() / 100 == 2)
                .count();
    }

    /** The files below the build's folder, its log included, that show a secret. */
    public List<String> leaks() throws IOException {
        List<String> leaks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (!file.toString().endsWith(".groovy") && SECRETS.stream().anyMatch(text::contains)) {
                    leaks.add(folder.relativize(file).toString());
                }
            }
        }
        return leaks;
    }

    public void close() {
        store.close();
    }
}
