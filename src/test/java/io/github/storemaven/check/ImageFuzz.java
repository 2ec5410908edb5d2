package io.github.storemaven.check;

import io.github.storemaven.check.VideoHeader.DamagedVideoException;
import io.github.storemaven.testing.FuzzFile;
import io.github.storemaven.zip.FileContent;
import java.io.IOException;
import java.nio.file.Path;

/** The headers of images and videos. */
public final class ImageFuzz {
    private ImageFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Path file = FuzzFile.of("image", input);
            PngHeader.of(FileContent.startOf(file).start());
            VideoHeader.read(file);
        } catch (IOException | DamagedVideoException expected) {
            // Refused with a message.
        }
    }
}
