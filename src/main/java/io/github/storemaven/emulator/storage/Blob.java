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
    private String md5 = "";
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

    /** Base64 of the MD5 that came with a single PUT, empty otherwise. */
    synchronized String md5() {
        return md5;
    }

    synchronized Instant modified() {
        return modified;
    }

    /** A single PUT: replaces everything, uncommitted blocks too. */
    synchronized void replace(Path file, String digest, Instant now) throws IOException {
        become(file, List.of(), digest, now);
    }

    /** A block, which replaces an uncommitted one of the same id. */
    synchronized void stage(Block block) throws IOException, StorageProblem {
        boolean otherLength = uncommitted.keySet().stream()
                .anyMatch(id -> id.length() != block.id().length());
        if (otherLength) {
            Files.delete(block.file());
            throw new StorageProblem(
                    400,
                    "InvalidBlobOrBlock",
                    "The specified blob or block content is invalid: block ids differ in length.");
        }
        Block old = uncommitted.put(block.id(), block);
        if (old != null) {
            Files.deleteIfExists(old.file());
        }
    }

    /** A block list: the blob becomes these blocks, all others go. */
    synchronized void commit(List<BlockChoice> list, Instant now) throws IOException, StorageProblem {
        List<Block> chosen = new ArrayList<>();
        for (BlockChoice choice : list) {
            chosen.add(find(choice));
        }
        Path whole = incoming();
        List<Block> blocks = new ArrayList<>();
        try (FileChannel out = FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Block block : chosen) {
                blocks.add(new Block(block.id(), whole, out.position(), block.size()));
                append(block, out);
            }
        }
        become(whole, blocks, "", now);
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

    private void become(Path file, List<Block> blocks, String digest, Instant now) throws IOException {
        Optional<Path> old = data;
        data = Optional.of(file);
        committed = List.copyOf(blocks);
        md5 = digest;
        modified = now;
        for (Block block : uncommitted.values()) {
            Files.deleteIfExists(block.file());
        }
        uncommitted.clear();
        if (old.isPresent()) {
            Files.deleteIfExists(old.get());
        }
    }

    /** Takes over a file that an earlier run committed. */
    synchronized void restore(Path file, Instant then) {
        data = Optional.of(file);
        modified = then;
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

    /** Writes a text beside the bytes. */
    static OutputStream writing(Path file) throws IOException {
        return Channels.newOutputStream(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }
}
