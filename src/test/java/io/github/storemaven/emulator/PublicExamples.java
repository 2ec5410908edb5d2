package io.github.storemaven.emulator;

import io.github.storemaven.testing.ExternalProgram;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A client in Python that releases an app, an add-on and a flight, as the public examples do. */
public final class PublicExamples {
    /** What it prints when all went well. */
    public static final List<String> ALL_PUBLISHED =
            List.of("app Published", "add-on Published", "flight Published", "lists 1 1");

    private PublicExamples() {}

    /** The lines that it prints after its releases to app 9PAPPDEMO001 of a Store. */
    public static List<String> run(URI root, String tenantId, String clientId, String clientSecret, Path folder)
            throws Exception {
        Files.write(folder.resolve("app.zip"), Zips.zip("new.msix", Zips.msix("2.0.0.0", "x64")));
        Files.write(folder.resolve("addon.zip"), Zips.zip("icon.png", Zips.PNG));
        Files.write(folder.resolve("flight.zip"), Zips.zip("new.msix", Zips.msix("3.0.0.0", "x64")));
        return ExternalProgram.run(
                        Path.of("."),
                        "python3",
                        Path.of("src", "test", "python", "public_examples.py").toString(),
                        root.getHost(),
                        Integer.toString(root.getPort()),
                        tenantId,
                        clientId,
                        clientSecret,
                        "9PAPPDEMO001",
                        folder.toString())
                .strip()
                .lines()
                .toList();
    }
}
