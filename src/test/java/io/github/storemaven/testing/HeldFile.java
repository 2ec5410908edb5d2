package io.github.storemaven.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** A file as an editor or a virus scanner of Windows has it open: until it is closed, nobody else can read or replace it. */
public final class HeldFile implements AutoCloseable {
    private final FileChannel channel;
    private final String name;

    private HeldFile(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    /** Opens a file of Windows. */
    public static HeldFile open(Path file) throws IOException {
        Set<OpenOption> options = new HashSet<>(Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
        Collections.addAll(options, notShared());
        return new HeldFile(FileChannel.open(file, options), file.toString());
    }

    /** The JDK's own options, which the compiler warns of. */
    private static OpenOption[] notShared() {
        try {
            return (OpenOption[])
                    Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this JDK is not OpenJDK", e);
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
