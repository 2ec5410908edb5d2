package io.github.storemaven.emulator.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One block blob on disk: what is committed, and blocks that wait for a block list. Its files are so named that a later
 * run finds blocks and their ids again. Guards itself.
 */
final class BlockBlob {
    private static final String BLOCK = "block-";
    private static final String INCOMING = "incoming-";

    private final Path folder;
    private Optional<Path> data = Optional.empty();
    private List<Block> committed = List.of();
    private final Map<String, Block> uncommitted = new LinkedHashMap<>();
    private Instant modified = Instant.EPOCH;

    BlockBlob(Path folder) {
        this.folder = folder;
    }

    /** A file for bytes that come in. */
    Path incoming() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(INCOMING + UUID.randomUUID());
    }

    /** The committed bytes; empty before the first upload. */
    synchronized Optional<Path> data() {
        return data;
    }

    synchronized List<Block> committed() {
        return committed;
    }

    synchronized List<Block> uncommitted() {
        return List.copyOf(uncommitted.values());
    }

    synchronized Instant modified() {
        return modified;
    }

    /** A single PUT: replaces everything, uncommitted blocks too. */
    synchronized void replace(Path file, Instant now) throws IOException {
        replaceBy(file, List.of(), now);
    }

    /** A block from a file, which replaces an uncommitted one of the same id. */
    synchronized void stage(String id, Path file, long size) throws IOException, StorageErrorException {
        boolean otherLength = uncommitted.keySet().stream().anyMatch(other -> other.length() != id.length());
        if (otherLength) {
            Files.delete(file);
            throw StorageErrorException.blockIdsDifferInLength();
        }
        Path place = blockFile(id);
        ReplacedFile.move(file, place);
        uncommitted.put(id, new Block(id, place, 0, size));
    }

    /** A block list: the blob becomes these blocks, all others are removed. */
    synchronized void commit(List<BlockList.Entry> list, Instant now) throws IOException, StorageErrorException {
        List<Block> chosen = new ArrayList<>();
        for (BlockList.Entry entry : list) {
            chosen.add(find(entry));
        }
        Path whole = incoming();
        try {
            replaceBy(whole, joined(chosen, whole), now);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private List<Block> joined(List<Block> chosen, Path whole) throws IOException {
        List<Block> blocks = new ArrayList<>();
        try (FileChannel out = FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Block block : chosen) {
                blocks.add(new Block(block.id(), dataFile(), out.position(), block.size()));
                append(block, out);
            }
        }
        return blocks;
    }

    private Block find(BlockList.Entry entry) throws StorageErrorException {
        Optional<Block> waiting = Optional.ofNullable(uncommitted.get(entry.id()));
        Optional<Block> there = committed.stream()
                .filter(block -> block.id().equals(entry.id()))
                .findFirst();
        Optional<Block> uncommittedFirst =
                entry.source() == BlockList.Source.LATEST ? waiting.or(() -> there) : waiting;
        Optional<Block> found = entry.source() == BlockList.Source.COMMITTED ? there : uncommittedFirst;
        return found.orElseThrow(StorageErrorException::invalidBlockList);
    }

    private static void append(Block block, FileChannel out) throws IOException {
        try (FileChannel in = FileChannel.open(block.file(), StandardOpenOption.READ)) {
            long done = 0;
            while (done < block.size()) {
                long count = in.transferTo(block.offset() + done, block.size() - done, (WritableByteChannel) out);
                if (count <= 0) {
                    throw new IOException("a block of the blob is shorter than it was");
                }
                done += count;
            }
        }
    }

    private void replaceBy(Path file, List<Block> blocks, Instant now) throws IOException {
        Path place = dataFile();
        ReplacedFile.move(file, place);
        writeCommitted(blocks);
        data = Optional.of(place);
        committed = List.copyOf(blocks);
        modified = now;
        for (Block block : uncommitted.values()) {
            Files.deleteIfExists(block.file());
        }
        uncommitted.clear();
    }

    /** Takes over what an earlier run left in the folder. */
    synchronized void restore() throws IOException {
        Path place = dataFile();
        if (Files.exists(place)) {
            data = Optional.of(place);
            modified = Files.getLastModifiedTime(place).toInstant();
            committed = readCommitted();
        }
        readUncommitted().forEach(block -> uncommitted.put(block.id(), block));
    }

    /** Removes every file. */
    synchronized void delete() throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
        data = Optional.empty();
        uncommitted.clear();
    }

    /** Writes the bytes of a file that is not there yet. */
    static OutputStream newFile(Path file) throws IOException {
        return Channels.newOutputStream(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** The committed bytes. */
    private Path dataFile() {
        return folder.resolve("data");
    }

    /** An uncommitted block; in hex, since not every file system knows capital letters. */
    private Path blockFile(String id) {
        return folder.resolve(BLOCK + HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8)));
    }

    /** Keeps ids and sizes of the committed blocks. */
    private void writeCommitted(List<Block> blocks) throws IOException {
        Files.write(
                folder.resolve("blocks"),
                blocks.stream().map(block -> block.id() + " " + block.size()).toList());
    }

    private List<Block> readCommitted() throws IOException {
        List<Block> blocks = new ArrayList<>();
        long offset = 0;
        for (String line : Files.readAllLines(folder.resolve("blocks"))) {
            int space = line.indexOf(' ');
            long size = Long.parseLong(line.substring(space + 1));
            blocks.add(new Block(line.substring(0, space), dataFile(), offset, size));
            offset += size;
        }
        return blocks;
    }

    /** The uncommitted blocks; what had not come in whole is removed. */
    private List<Block> readUncommitted() throws IOException {
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
                } else if (name.startsWith(INCOMING)) {
                    Files.delete(file);
                }
            }
        }
        return blocks;
    }

    /**
     * A block of a blob.
     *
     * @param id base64, as the client gave it
     * @param file where its bytes are
     * @param offset where they begin there
     * @param size in bytes
     */
    record Block(String id, Path file, long offset, long size) {}
}
