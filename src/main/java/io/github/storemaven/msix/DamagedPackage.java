package io.github.storemaven.msix;

import java.io.IOException;

/** What the readers of this package throw among themselves; {@link PackageReader} turns it into its public kin. */
final class DamagedPackage extends IOException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String fault;
    private final String remedy;

    /**
     * A fault at one place.
     *
     * @param place inside the file, for example "App_x64.msix > AppxManifest.xml"; empty for the file itself
     * @param fault what is wrong, without a full stop
     * @param remedy what to do, without a full stop
     */
    DamagedPackage(String place, String fault, String remedy) {
        super(place + ": " + fault + "; " + remedy);
        this.place = place;
        this.fault = fault;
        this.remedy = remedy;
    }

    String place() {
        return place;
    }

    String fault() {
        return fault;
    }

    String remedy() {
        return remedy;
    }
}
