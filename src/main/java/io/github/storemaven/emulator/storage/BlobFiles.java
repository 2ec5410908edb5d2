package io.github.storemaven.emulator.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The files of a blob's folder, so named that a later run finds blocks and their ids again. */
final class BlobFiles {
    private static final String BLOCK = "block-";

    private BlobFiles() {}

    /** The committed bytes. */
    static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** An uncommitted block; in hex, since not every file system knows capital letters. */
    static Path ofBlock(Path folder, String id) {
        return folder.resolve(BLOCK + HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8)));
    }

    /** Keeps ids and sizes of the committed blocks. */
    static void writeCommitted(Path folder, List<Block> blocks) throws IOException {
        Files.write(
                folder.resolve("blocks"),
                blocks.stream().map(block -> block.id() + " " + block.size()).toList());
    }

    static List<Block> readCommitted(Path folder) throws IOException {
        List<Block> blocks = new ArrayList<>();
        long offset = 0;
        for (String line : Files.readAllLines(folder.resolve("blocks"))) {
            int space = line.indexOf(' ');
            long size = Long.parseLong(line.substring(space + 1));
            blocks.add(new Block(line.substring(0, space), data(folder), offset, size));
            offset += size;
        }
        return blocks;
    }

    /** The uncommitted blocks; what had not come in whole is removed. */
    static List<Block> waiting(Path folder) throws IOException {
        List<Block> blocks = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return blocks;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(BLOCK)) {
                    byte[] id = HexFormat.of().parseHex(name.substring(BLOCK.length()));
                    blocks.add(new Block(new String(id, StandardCharsets.UTF_8), file, 0, Files.size(file)));
                } else if (name.startsWith("incoming-")) {
                    Files.delete(file);
                }
            }
        }
        return blocks;
    }
}
