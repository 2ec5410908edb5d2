package io.github.storemaven.msix.build;

import io.github.storemaven.text.ReplacedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes packages aside, has them looked at, and moves them to their places; and knows from a record whether all that is
 * done already.
 */
public final class PackageBuild {
    private static final String RECORD = "package.digest";

    private final PackageOutput output;
    private final Path record;
    private final Path aside;

    /**
     * @param output where the packages are to be
     * @param work a folder for what this build remembers, and for packages that are not whole
     */
    public PackageBuild(PackageOutput output, Path work) {
        this.output = output;
        this.record = work.resolve(RECORD);
        // Three levels below the build directory, where a release does not look for packages.
        this.aside = work.resolve("package").resolve("unchecked");
    }

    /** Looks at the finished files before they are moved to their places. */
    @FunctionalInterface
    public interface Check<E extends Exception> {
        /** @param released the bundle, or the only package; when it throws, nothing is kept */
        void check(Path released) throws E, IOException;
    }

    /** Whether the packages are there, as they were made from sources of this digest. */
    public boolean isDone(String digest) throws IOException {
        return lines().equals(state(digest));
    }

    /** Writes the packages; on failure those that were there stay. */
    public <E extends Exception> void write(List<PackagePlan> plans, String digest, Check<E> check)
            throws E, IOException {
        List<String> before = lines();
        clear();
        try {
            PackageOutput fresh = output.in(Files.createDirectories(aside));
            for (PackagePlan plan : plans) {
                PackageWriter.write(plan.parts(), fresh.packageFile(plan.image().architecture()), output.time());
            }
            if (output.isBundle()) {
                BundleWriter.write(
                        output.architectures().stream().map(fresh::packageFile).toList(),
                        fresh.bundleFile(),
                        output.time());
            }
            check.check(fresh.released());
            Files.deleteIfExists(record);
            for (Path file : fresh.files()) {
                ReplacedFile.move(file, output.directory().resolve(file.getFileName()));
            }
        } finally {
            clear();
        }
        forget(before);
        ReplacedFile.write(record, String.join("\n", state(digest)) + "\n");
    }

    /** Files of an earlier build that this one does not make, which a release would find. */
    private void forget(List<String> before) throws IOException {
        for (String line : before) {
            String[] parts = line.split("\t", -1);
            Path file = output.directory().resolve(parts[0]);
            if (parts.length == 3 && !output.files().contains(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** What a build that was stopped may have left. */
    private void clear() throws IOException {
        if (Files.isDirectory(aside)) {
            try (Stream<Path> files = Files.list(aside)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(aside);
        }
    }

    /** The digest, and each file with its size and time. */
    private List<String> state(String digest) throws IOException {
        List<String> lines = new ArrayList<>(List.of(digest));
        for (Path file : output.files()) {
            lines.add(
                    Files.isRegularFile(file)
                            ? file.getFileName() + "\t" + Files.size(file) + "\t"
                                    + Files.getLastModifiedTime(file).toMillis()
                            : file.getFileName() + " is missing");
        }
        return lines;
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(record, StandardCharsets.UTF_8);
        } catch (NoSuchFileException firstTime) {
            return List.of();
        }
    }
}
