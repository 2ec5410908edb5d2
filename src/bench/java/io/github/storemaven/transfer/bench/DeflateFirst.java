package io.github.storemaven.transfer.bench;

import io.github.storemaven.transfer.UploadArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What Microsoft's own tool does: a temporary archive, deflated, then the Azure SDK. */
final class DeflateFirst implements Contender.Way {
    @Override
    public void send(Sources sources, String address) throws Exception {
        Path archive = Files.createTempFile(sources.folder(), "deflated", ".zip");
        try {
            write(sources, archive);
            new AzureUpload(0, 0).send(archive, address);
        } finally {
            Files.delete(archive);
        }
    }

    private static void write(Sources sources, Path archive) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (UploadArchive.Entry entry : sources.entries()) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                Files.copy(entry.file(), zip);
                zip.closeEntry();
            }
        }
    }
}
