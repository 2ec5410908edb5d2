package io.github.storemaven.msix.build;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Icons to make logos from, and their reading by the JDK, which shares no code with ours. */
final class IconFixture {
    private IconFixture() {}

    /** A red disc with a hard edge on a transparent ground whose hidden colour is green. */
    static Path disc(Path file, int side) throws IOException {
        return write(file, disc(side, side));
    }

    static BufferedImage disc(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int at = 0; at < width * height; at++) {
            double x = at % width + 0.5 - width / 2.0;
            int row = at / width;
            double y = row + 0.5 - height / 2.0;
            boolean inside = x * x + y * y < width * width / 5.0;
            image.setRGB(at % width, at / width, inside ? Color.RED.getRGB() : 0x0000FF00);
        }
        return image;
    }

    static Path write(Path file, BufferedImage image) throws IOException {
        return Files.write(file, png(image));
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage read(PackagePart part) throws IOException {
        try (var bytes = part.open()) {
            return read(bytes.readAllBytes());
        }
    }
}
