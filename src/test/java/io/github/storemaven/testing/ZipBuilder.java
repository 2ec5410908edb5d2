package io.github.storemaven.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small ZIP files in memory, by the JDK's writer. */
public final class ZipBuilder {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final int method;
    private final int level;

    private ZipBuilder(int method, int level) {
        this.method = method;
        this.level = level;
    }

    public static ZipBuilder stored() {
        return new ZipBuilder(ZipEntry.STORED, Deflater.NO_COMPRESSION);
    }

    public static ZipBuilder deflated() {
        return new ZipBuilder(ZipEntry.DEFLATED, Deflater.BEST_SPEED);
    }

    /** Deflated in form only: for noise, of which a compressor makes nothing less, and takes its time. */
    public static ZipBuilder deflatedNoise() {
        return new ZipBuilder(ZipEntry.DEFLATED, Deflater.NO_COMPRESSION);
    }

    public ZipBuilder with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(header(entry.getKey(), entry.getValue()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private ZipEntry header(String name, byte[] content) {
        ZipEntry header = new ZipEntry(name);
        header.setMethod(method);
        header.setTimeLocal(LocalDateTime.of(2026, 11, 23, 0, 0));
        if (method == ZipEntry.STORED) {
            CRC32 checksum = new CRC32();
            checksum.update(content);
            header.setSize(content.length);
            header.setCrc(checksum.getValue());
        }
        return header;
    }
}
