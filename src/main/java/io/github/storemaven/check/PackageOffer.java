package io.github.storemaven.check;

import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.AppxManifest.DeviceFamily;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A package as the Store chooses among those of a submission: each device gets the highest version that it can run.
 *
 * @param name for messages
 * @param targets the devices that can run it
 */
record PackageOffer(String name, PackageVersion version, List<Target> targets) {
    static final String ALL_FAMILIES = "Windows.Universal";
    private static final PackageVersion WINDOWS_11 = new PackageVersion("10.0.22000.0");

    /** Devices of a family with an architecture's packages, from a system on. */
    record Target(String family, String architecture, PackageVersion least) {
        /** The processors that its packages are made for. */
        Set<String> processors() {
            return switch (architecture) {
                case "neutral" -> Set.of("x86", "x64", "arm", "arm64");
                case "x86" -> Set.of("x86", "x64", "arm64");
                case "arm" -> Set.of("arm", "arm64");
                default -> Set.of(architecture);
            };
        }

        /** The processors that run its packages; ARM64 runs those for x64 since Windows 11. */
        Set<String> runners() {
            boolean emulated = architecture.equals("x64") && least.compareTo(WINDOWS_11) >= 0;
            return emulated ? Set.of("x64", "arm64") : processors();
        }
    }

    static PackageOffer of(PackageInfo facts) {
        List<Target> targets = new ArrayList<>();
        for (AppxManifest app : facts.apps()) {
            for (DeviceFamily family : app.deviceFamilies()) {
                String architecture = app.identity().architecture().toLowerCase(Locale.ROOT);
                targets.add(new Target(family.name(), architecture, family.minVersion()));
            }
        }
        String name = String.valueOf(facts.file().getFileName());
        return new PackageOffer(name, facts.identity().version(), List.copyOf(targets));
    }

    boolean isNewer(PackageOffer other) {
        return version.compareTo(other.version) > 0;
    }

    /** Whether every device of a target can run this one. */
    boolean serves(Target target) {
        return targets.stream()
                .anyMatch(own -> (own.family.equals(target.family) || own.family.equals(ALL_FAMILIES))
                        && own.least.compareTo(target.least) <= 0
                        && own.runners().containsAll(target.processors()));
    }
}
