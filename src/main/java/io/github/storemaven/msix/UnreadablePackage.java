package io.github.storemaven.msix;

/** A file that is not the package that its name promises; the message names the file, the fault and the remedy. */
public final class UnreadablePackage extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadablePackage(DamagedPackage damage) {
        super(damage.getMessage(), damage);
    }
}
