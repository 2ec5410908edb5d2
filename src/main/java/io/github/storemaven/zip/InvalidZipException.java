package io.github.storemaven.zip;

import java.util.zip.ZipException;

/** A ZIP that is damaged, or that holds more than it may; with its place inside the file, the fault and the remedy. */
public final class InvalidZipException extends ZipException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String fault;
    private final String remedy;

    InvalidZipException(String place, String fault, String remedy) {
        super(place + ": " + fault + "; " + remedy);
        this.place = place;
        this.fault = fault;
        this.remedy = remedy;
    }

    /** Inside the file, for example {@code App_x64.msix > AppxManifest.xml}; empty for the file itself. */
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
