package io.github.storemaven.listing;

import io.github.storemaven.testing.FuzzFile;
import java.io.IOException;

/** The section of a version in a changelog. */
public final class ChangelogFuzz {
    private ChangelogFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Changelog.section(FuzzFile.of("CHANGELOG.md", input), "1.0.0", true);
        } catch (InvalidListingException | IOException expected) {
            // Refused with a message.
        }
    }
}
