package io.github.storemaven.submission;

import io.github.storemaven.zip.FileContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The SHA-256 of packages, made in the background while they are sent: the ranges of an upload come in no order. */
public final class PackageDigests {
    private final Map<Path, FutureTask<Optional<String>>> digests = new ConcurrentHashMap<>();

    /** Begins with those that nobody has begun with. */
    public void begin(List<PackageFile> packages) {
        for (PackageFile one : packages) {
            FutureTask<Optional<String>> task = new FutureTask<>(() -> read(one.file()));
            if (digests.putIfAbsent(one.file(), task) == null) {
                Thread thread = new Thread(task, "store-digest");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    /** In hexadecimal digits, waited for where it was begun with; empty for a file that was not, or cannot be read. */
    public Optional<String> of(PackageFile one) throws InterruptedException {
        FutureTask<Optional<String>> task = digests.get(one.file());
        try {
            return task == null ? Optional.empty() : task.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }

    /** The same without a wait: empty where it is not known yet. */
    public Optional<String> known(PackageFile one) throws InterruptedException {
        FutureTask<Optional<String>> task = digests.get(one.file());
        return task != null && task.isDone() ? of(one) : Optional.empty();
    }

    /** A file that cannot be read is told by whoever sends it. */
    private static Optional<String> read(Path file) {
        try {
            return FileContent.of(file, Long.MAX_VALUE).sha256();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
