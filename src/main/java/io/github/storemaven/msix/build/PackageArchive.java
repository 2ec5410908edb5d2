package io.github.storemaven.msix.build;

import io.github.storemaven.msix.PartName;
import io.github.storemaven.text.ReplacedFile;
import io.github.storemaven.zip.ZipDirectory;
import io.github.storemaven.zip.ZipHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;

/**
 * The ZIP that a package or bundle is, in the making, in a file beside its place: reference of packages, sections 1 and 2.
 * The caller's thread reads the files and writes what becomes of them, in order; between both are the threads of
 * {@link BlockDeflater}.
 */
final class PackageArchive implements AutoCloseable {
    /** Sizes from here on have eight bytes: they are written behind the data, so that the header keeps its length. */
    private static final long LARGE = 0xFFFFFFFFL;

    /** An empty block with the mark of the last one. */
    private static final byte[] END_OF_DEFLATED = {3, 0};

    private final Path target;
    private final Path fresh;
    private final FileChannel out;
    private final int time;
    private final BlockDeflater deflater;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final XmlText blockMap = new XmlText();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long count;

    /** A block of an entry, or its end. */
    private record Step(EntryWriter entry, Optional<Future<BlockDeflater.Block>> block) {}

    /** Begins an archive whose entries have one time. */
    PackageArchive(Path target, Instant time, int parallelism) throws IOException {
        this.target = target;
        this.time = ZipHeaders.time(time);
        Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
        fresh = folder.resolve("." + target.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        deflater = new BlockDeflater(parallelism);
        blockMap.begin("BlockMap")
                .attribute("xmlns", "http://schemas.microsoft.com/appx/2010/blockmap")
                .attribute("HashMethod", "http://www.w3.org/2001/04/xmlenc#sha256");
    }

    /** Adds a file, which the block map lists. */
    void add(PackagePart part) throws IOException {
        read(part, new EntryWriter(part, true, false));
    }

    /**
     * Adds a package to a bundle, as it is.
     *
     * @return the offset of its first byte
     */
    long addPackage(PackagePart part) throws IOException {
        drain(0);
        EntryWriter entry = new EntryWriter(part, false, true);
        entry.copy();
        entry.end();
        return entry.dataOffset();
    }

    /** Adds the block map and the list of types, and moves the whole file to its place. */
    void finish(byte[] contentTypes) throws IOException {
        drain(0);
        addOwn(PartName.BLOCK_MAP, blockMap.end("BlockMap").bytes());
        addOwn(PartName.CONTENT_TYPES, contentTypes);
        drain(0);
        long start = out.position();
        write(directory.toByteArray());
        write(ZipHeaders.end64(count, start, directory.size()));
        out.close();
        ReplacedFile.move(fresh, target);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        deflater.close();
        out.close();
        Files.deleteIfExists(fresh);
    }

    private void addOwn(String name, byte[] content) throws IOException {
        PackagePart part = PackagePart.of(name, content);
        read(part, new EntryWriter(part, false, false));
    }

    private void read(PackagePart part, EntryWriter entry) throws IOException {
        try (InputStream in = part.open()) {
            for (byte[] content = next(in); content.length > 0; content = next(in)) {
                steps.add(new Step(entry, Optional.of(entry.submit(content))));
                drain(deflater.capacity());
            }
        }
        steps.add(new Step(entry, Optional.empty()));
    }

    private static byte[] next(InputStream in) throws IOException {
        return in.readNBytes(BlockDeflater.BLOCK_SIZE);
    }

    /** Writes what comes next, until no more steps than a number are left. */
    private void drain(int left) throws IOException {
        while (steps.size() > left) {
            Step step = steps.remove();
            if (step.block().isPresent()) {
                step.entry().write(BlockDeflater.take(step.block().get()));
            } else {
                step.entry().end();
            }
        }
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    private void write(byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer, position + buffer.position());
        }
    }

    /** Writes one entry: its data, then the header in front of it, whose values are known then. */
    private final class EntryWriter {
        private static final int HEADER_SIZE = 30;

        private final PackagePart part;
        private final String name;
        private final boolean listed;
        private final long size;
        private final CRC32 crc = new CRC32();
        private final AtomicBoolean stored;
        private long sizeRead;
        private long offset = -1;
        private long packedSize;
        private int mapStart;

        EntryWriter(PackagePart part, boolean listed, boolean stored) throws IOException {
            this.part = part;
            this.listed = listed;
            name = part.name().equals(PartName.CONTENT_TYPES) ? part.name() : PartName.encode(part.name());
            size = part.size();
            this.stored = new AtomicBoolean(stored || size == 0);
        }

        long dataOffset() {
            return offset + HEADER_SIZE + name.length();
        }

        Future<BlockDeflater.Block> submit(byte[] content) {
            boolean first = sizeRead == 0;
            crc.update(content);
            sizeRead += content.length;
            return deflater.submit(content, first, stored);
        }

        /** Writes all of the file as it is. */
        void copy() throws IOException {
            begin();
            try (InputStream in = part.open()) {
                for (byte[] content = next(in); content.length > 0; content = next(in)) {
                    crc.update(content);
                    sizeRead += content.length;
                    writeData(content);
                }
            }
        }

        void write(BlockDeflater.Block block) throws IOException {
            begin();
            if (stored.get()) {
                writeStored(block.content(), block.hash());
                return;
            }
            writeData(block.packed());
            if (listed) {
                beginBlock(block.hash())
                        .attribute("Size", block.packed().length)
                        .end("Block");
            }
        }

        void end() throws IOException {
            begin();
            if (!stored.get()) {
                writeData(END_OF_DEFLATED);
                if (packedSize >= size) {
                    storeAfterAll();
                }
            }
            requireUnchanged(sizeRead == size);
            if (listed) {
                blockMap.end("File");
            }
            ZipHeaders.Entry entry = records();
            PackageArchive.this.write(entry.localHeader(), offset);
            PackageArchive.this.write(entry.descriptor());
            directory.writeBytes(entry.centralRecord());
            count++;
        }

        private void begin() throws IOException {
            if (offset < 0) {
                offset = out.position();
                mapStart = blockMap.length();
                beginData();
            }
        }

        private void beginData() throws IOException {
            out.position(dataOffset());
            packedSize = 0;
            if (listed) {
                blockMap.begin("File")
                        .attribute("Name", part.name().replace('/', '\\'))
                        .attribute("Size", size)
                        .attribute("LfhSize", HEADER_SIZE + name.length());
            }
        }

        /** The first block became smaller, but all together did not. */
        private void storeAfterAll() throws IOException {
            stored.set(true);
            blockMap.cut(mapStart);
            beginData();
            CRC32 again = new CRC32();
            try (InputStream in = part.open()) {
                for (byte[] content = next(in); content.length > 0; content = next(in)) {
                    again.update(content);
                    writeStored(content, BlockDeflater.hash(content));
                }
            }
            out.truncate(out.position());
            requireUnchanged(again.getValue() == crc.getValue());
        }

        private void writeStored(byte[] content, byte[] hash) throws IOException {
            writeData(content);
            if (listed) {
                beginBlock(hash).end("Block");
            }
        }

        private void writeData(byte[] bytes) throws IOException {
            PackageArchive.this.write(bytes);
            packedSize += bytes.length;
        }

        private XmlText beginBlock(byte[] hash) {
            return blockMap.begin("Block").attribute("Hash", Base64.getEncoder().encodeToString(hash));
        }

        private void requireUnchanged(boolean unchanged) throws IOException {
            if (!unchanged) {
                throw new IOException(part + " changed while it was packed; build again when nothing writes to it");
            }
        }

        private ZipHeaders.Entry records() {
            return new ZipHeaders.Entry(
                    name,
                    size >= LARGE ? ZipHeaders.Sizes.BEHIND : ZipHeaders.Sizes.IN_FRONT,
                    stored.get() ? ZipDirectory.Entry.STORED : ZipDirectory.Entry.DEFLATED,
                    time,
                    (int) crc.getValue(),
                    packedSize,
                    size,
                    offset);
        }
    }
}
