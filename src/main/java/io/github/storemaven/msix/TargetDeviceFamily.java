package io.github.storemaven.msix;

/**
 * A kind of device that a package runs on: listing rules, section 6.5.
 *
 * @param name for example {@code Windows.Desktop}
 * @param minVersion the oldest system
 * @param maxVersionTested the newest system that it was tested on
 */
public record TargetDeviceFamily(String name, PackageVersion minVersion, PackageVersion maxVersionTested) {}
