package io.github.storemaven.goal;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.submission.ReleaseRequest;
import java.util.List;

/**
 * All that a release is made of, read from this machine.
 *
 * @param packages the facts of the packages to release
 * @param report what could not be read
 * @param origin which file, line or parameter sets a path
 */
record Sources(ReleaseRequest wanted, List<PackageInfo> packages, Origin origin, FindingCollector report) {}
