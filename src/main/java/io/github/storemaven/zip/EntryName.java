package io.github.storemaven.zip;

import io.github.storemaven.text.ForeignText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The rule for the names in the upload archive; it is asked offline and again when the archive is laid out. */
public final class EntryName {
    private static final int MAX_BYTES = 0xFFFF;
    private static final int SHOWN = 80;

    private EntryName() {}

    /** The name with forward slashes, as it is in the archive. */
    public static String normalized(String name) {
        return name.replace('\\', '/');
    }

    /** Why a name cannot name a file of the archive; empty where it can. */
    public static Optional<String> problem(String name) {
        String path = normalized(name);
        if (path.matches("(?s)[A-Za-z]:.*")
                || !Arrays.stream(path.split("/", -1)).allMatch(EntryName::isPlain)) {
            return Optional.of("\"" + ForeignText.cut(path, SHOWN)
                    + "\" cannot name a file of the upload archive: use a relative path without . and ..");
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("a name of the upload archive is longer than " + MAX_BYTES + " bytes: "
                    + ForeignText.cut(path, SHOWN));
        }
        return Optional.empty();
    }

    private static boolean isPlain(String step) {
        return !step.isEmpty() && !step.equals(".") && !step.equals("..");
    }
}
