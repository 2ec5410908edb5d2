package example.tidetable;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Draws the screenshots of the listings and the package's icon again, without a screen:
 * {@code java -Djava.awt.headless=true -cp target/classes packaging/DrawPictures.java}.
 */
final class DrawPictures {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    public static void main(String[] arguments) throws IOException {
        for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY}) {
            String language = locale.toLanguageTag().toLowerCase(Locale.ROOT);
            Path folder = Path.of("src/store/listings", language, "images/Screenshot");
            write(screenshot(1, locale), folder.resolve("01-day.png"));
            write(screenshot(7, locale), folder.resolve("02-week.png"));
            write(screenshot(3, locale), folder.resolve("03-weekend.png"));
            write(screenshot(14, locale), folder.resolve("04-fortnight.png"));
            write(logo(300), folder.resolveSibling("Icon").resolve("icon.png"));
        }
        write(logo(1024), Path.of("src/store/icon.png"));
    }

    private static BufferedImage screenshot(int days, Locale locale) {
        TideChart chart = new TideChart(DAY, days, locale);
        chart.setSize(1366, 768);
        BufferedImage image = new BufferedImage(1366, 768, BufferedImage.TYPE_INT_RGB);
        chart.paint(image.createGraphics());
        return image;
    }

    /** A moon over water. */
    private static BufferedImage logo(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x10, 0x24, 0x3E));
        pen.fill(new Ellipse2D.Double(0, 0, size, size));
        pen.setColor(new Color(0x2E, 0x86, 0xAB));
        pen.fill(new Arc2D.Double(0, 0, size, size, 200, 140, Arc2D.CHORD));
        pen.setColor(new Color(0xF1, 0xF7, 0xFA));
        pen.fill(new Ellipse2D.Double(size * 0.5, size * 0.18, size * 0.28, size * 0.28));
        return image;
    }

    /** As small as PNG gets. */
    private static void write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        }
    }
}
