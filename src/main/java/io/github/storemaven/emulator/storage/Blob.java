package io.github.storemaven.emulator.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One block blob on disk: what is committed, and blocks that wait for a block list. Guards itself. */
final class Blob {
    private final Path folder;
    private Optional<Path> data = Optional.empty();
    private List<Block> committed = List.of();
    private final Map<String, Block> uncommitted = new LinkedHashMap<>();
    private Instant modified = Instant.EPOCH;

    Blob(Path folder) {
        this.folder = folder;
    }

    /** A file for bytes that come in. */
    Path incoming() throws IOException {
        Files.createDirectories(folder);
        return folder.resolve("incoming-" + UUID.randomUUID());
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
        become(file, List.of(), now);
    }

    /** A block from a file, which replaces an uncommitted one of the same id. */
    synchronized void stage(String id, Path file, long size) throws IOException, StorageProblem {
        boolean otherLength = uncommitted.keySet().stream().anyMatch(other -> other.length() != id.length());
        if (otherLength) {
            Files.delete(file);
            throw new StorageProblem(
                    400,
                    "InvalidBlobOrBlock",
                    "The specified blob or block content is invalid: block ids differ in length.");
        }
        Path place = BlobFiles.ofBlock(folder, id);
        ReplacedFile.move(file, place);
        uncommitted.put(id, new Block(id, place, 0, size));
    }

    /** A block list: the blob becomes these blocks, all others go. */
    synchronized void commit(List<BlockChoice> list, Instant now) throws IOException, StorageProblem {
        List<Block> chosen = new ArrayList<>();
        for (BlockChoice choice : list) {
            chosen.add(find(choice));
        }
        Path whole = incoming();
        try {
            become(whole, joined(chosen, whole), now);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private List<Block> joined(List<Block> chosen, Path whole) throws IOException {
        List<Block> blocks = new ArrayList<>();
        try (FileChannel out = FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Block block : chosen) {
                blocks.add(new Block(block.id(), BlobFiles.data(folder), out.position(), block.size()));
                append(block, out);
            }
        }
        return blocks;
    }

    private Block find(BlockChoice choice) throws StorageProblem {
        Optional<Block> waiting = Optional.ofNullable(uncommitted.get(choice.id()));
        Optional<Block> there = committed.stream()
                .filter(block -> block.id().equals(choice.id()))
                .findFirst();
        Optional<Block> found = switch (choice.source()) {
            case COMMITTED -> there;
            case UNCOMMITTED -> waiting;
            case LATEST -> waiting.or(() -> there);
        };
        return found.orElseThrow(
                () -> new StorageProblem(400, "InvalidBlockList", "The specified block list is invalid."));
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

    private void become(Path file, List<Block> blocks, Instant now) throws IOException {
        Path place = BlobFiles.data(folder);
        ReplacedFile.move(file, place);
        BlobFiles.writeCommitted(folder, blocks);
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
        Path place = BlobFiles.data(folder);
        if (Files.exists(place)) {
            data = Optional.of(place);
            modified = Files.getLastModifiedTime(place).toInstant();
            committed = BlobFiles.readCommitted(folder);
        }
        BlobFiles.waiting(folder).forEach(block -> uncommitted.put(block.id(), block));
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
    static OutputStream writing(Path file) throws IOException {
        return Channels.newOutputStream(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }
}
