package io.github.storemaven.transfer;

import java.io.IOException;
import java.nio.file.Path;

/** A file was changed or removed while it was uploaded; the archive would hold a mixture. */
public final class FileChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    FileChangedException(Path file) {
        super(file + " was changed while it was uploaded; let nothing write to it and run again");
    }
}
