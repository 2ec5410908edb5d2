package io.github.storemaven.goal;

import io.github.storemaven.text.ReplacedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/** A file that its owner alone can read: by POSIX permissions or, on Windows, by an access control list. */
final class OwnerOnlyFile {
    private OwnerOnlyFile() {}

    /** Writes the text; at no moment can anybody else read it. */
    static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = create(folder, file.getFileName().toString());
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            ReplacedFile.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Path create(Path folder, String name) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.createTempFile(
                    folder,
                    name,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Path file = Files.createTempFile(folder, name, ".new");
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view == null) {
            Files.delete(file);
            throw new IOException(folder + " is on a file system without permissions; a token cannot be kept there");
        }
        view.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(view.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
        return file;
    }
}
