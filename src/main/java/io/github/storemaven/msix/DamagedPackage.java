package io.github.storemaven.msix;

import java.io.IOException;

/** What the readers of this package throw among themselves; {@link PackageReader} turns it into its public kin. */
final class DamagedPackage extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * A fault at one place.
     *
     * @param place the file, with the parts inside it, for example "App.msixbundle > App_x64.msix"
     * @param fault what is wrong, without a full stop
     * @param remedy what to do, without a full stop
     */
    DamagedPackage(String place, String fault, String remedy) {
        super(place + ": " + fault + "; " + remedy);
    }
}
