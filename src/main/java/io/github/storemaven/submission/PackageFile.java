package io.github.storemaven.submission;

import java.nio.file.Path;

/**
 * A package to release.
 *
 * @param name its path in the upload archive
 * @param version as the Store shows it, four numbers
 * @param architecture as the Store shows it, for example {@code x64} or {@code Neutral}
 */
public record PackageFile(String name, Path file, String version, String architecture) {}
