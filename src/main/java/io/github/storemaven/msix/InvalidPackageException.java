package io.github.storemaven.msix;

import io.github.storemaven.zip.InvalidZipException;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is not the package that its name promises; the message names the file, the fault and the remedy. */
public final class InvalidPackageException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String fault;
    private final String remedy;

    /**
     * A fault inside a file whose path the reader does not know.
     *
     * @param place inside the file, for example "App_x64.msix > AppxManifest.xml"; empty for the file itself
     * @param fault what is wrong, without a full stop
     * @param remedy what to do, without a full stop
     */
    public InvalidPackageException(String place, String fault, String remedy) {
        super(place + ": " + fault + "; " + remedy);
        this.place = place;
        this.fault = fault;
        this.remedy = remedy;
    }

    private InvalidPackageException(Path file, String place, String fault, String remedy, IOException cause) {
        super(file + (place.isEmpty() ? "" : ", " + place) + ": " + fault + "; " + remedy, cause);
        this.place = place;
        this.fault = fault;
        this.remedy = remedy;
    }

    /** The same fault, with the path of the file. */
    InvalidPackageException of(Path file) {
        return new InvalidPackageException(file, place, fault, remedy, this);
    }

    /** A fault of the ZIP that a file is, or of one inside it. */
    static InvalidPackageException of(Path file, InvalidZipException damage) {
        return new InvalidPackageException(file, damage.place(), damage.fault(), damage.remedy(), damage);
    }

    /** The part inside the file; empty for the file itself. */
    public String place() {
        return place;
    }

    /** What is wrong, without a full stop. */
    public String fault() {
        return fault;
    }

    /** What to do, without a full stop. */
    public String remedy() {
        return remedy;
    }
}
