package io.github.storemaven.msix;

import java.nio.file.Path;

/** A file that is not the package that its name promises; the message names the file, the fault and the remedy. */
public final class UnreadablePackage extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String fault;
    private final String remedy;

    UnreadablePackage(Path file, DamagedPackage damage) {
        super(
                file + (damage.place().isEmpty() ? "" : ", " + damage.place()) + ": " + damage.fault() + "; "
                        + damage.remedy(),
                damage);
        place = damage.place();
        fault = damage.fault();
        remedy = damage.remedy();
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
