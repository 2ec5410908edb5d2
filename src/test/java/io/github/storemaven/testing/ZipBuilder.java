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

    private ZipBuilder(int method) {
        this.method = method;
    }

    public static ZipBuilder stored() {
        return new ZipBuilder(ZipEntry.STORED);
    }

    public static ZipBuilder deflated() {
        return new ZipBuilder(ZipEntry.DEFLATED);
    }

    public ZipBuilder with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
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
