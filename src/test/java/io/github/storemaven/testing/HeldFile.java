package io.github.storemaven.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/** A file that another program of Windows has open. */
public final class HeldFile implements AutoCloseable {
    private final FileChannel channel;
    private final String name;

    private HeldFile(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    /** As an indexer has it open: it is read by others, but neither replaced nor deleted. */
    public static HeldFile undeletable(Path file) throws IOException {
        return open(file, "NOSHARE_DELETE");
    }

    /** As a program has it that wants it for itself. Wine never frees one that somebody has tried to replace meanwhile. */
    public static HeldFile unreadable(Path file) throws IOException {
        return open(file, "NOSHARE_READ");
    }

    private static HeldFile open(Path file, String notShared) throws IOException {
        return new HeldFile(
                FileChannel.open(file, Set.of(StandardOpenOption.READ, option(notShared))), file.toString());
    }

    /** One of the JDK's own, which the compiler warns of. */
    private static OpenOption option(String name) throws IOException {
        try {
            return Arrays.stream(
                            Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants())
                    .map(OpenOption.class::cast)
                    .filter(option -> option.toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IOException("this JDK has no such options", e);
        }
    }

    public String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
