package io.github.storemaven.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;

/** App images for tests, by the writer of the sample app of {@code src/it}, so that there is one. */
public final class StubImage {
    public static final int X64 = 0x8664;
    public static final int ARM64 = 0xAA64;

    private static final String SAFE_SOCKETS = "-Djdk.net.unixdomain.tmpdir=$APPDIR";

    private StubImage() {}

    /** An image with one jar, whose Java has no trap. */
    public static Path write(Path image, String name, int machine) throws IOException {
        return write(image, name, machine, List.of(SAFE_SOCKETS));
    }

    /** The same with other options for Java. */
    public static Path write(Path image, String name, int machine, List<String> javaOptions) throws IOException {
        call(
                "write",
                new Class<?>[] {Path.class, String.class, int.class, List.class},
                image,
                name,
                machine,
                javaOptions);
        Files.writeString(image.resolve("app").resolve(name + ".jar"), "stands for a jar");
        return image;
    }

    /** A program without code. */
    public static byte[] program(int machine) {
        return (byte[]) call("program", new Class<?>[] {int.class}, machine);
    }

    /** A disc on transparent ground. */
    public static Path icon(Path file, int size) throws IOException {
        return write(file, size, pen -> pen.fillOval(0, 0, size, size));
    }

    /** A square of one colour, whose logos are made sooner than those of a disc. */
    public static Path plainIcon(Path file, int size) throws IOException {
        return write(file, size, pen -> pen.fillRect(0, 0, size, size));
    }

    private static Path write(Path file, int size, Consumer<Graphics2D> shape) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x2E, 0x86, 0xAB));
        shape.accept(pen);
        pen.dispose();
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static Object call(String method, Class<?>[] types, Object... arguments) {
        Assumptions.assumeTrue(ToolProvider.getSystemJavaCompiler() != null, "this Java has no compiler");
        try {
            return Compiled.WRITER.getMethod(method, types).invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class of the sample app, compiled when it is wanted first. */
    private static final class Compiled {
        private static final Path SOURCE = Path.of("src/it/sample-app/packaging/MakeImage.java");
        private static final Class<?> WRITER = writer();

        private static Class<?> writer() {
            try {
                Path classes = Files.createTempDirectory("stub-image");
                Path source = Path.of(System.getProperty("basedir", "")).resolve(SOURCE);
                JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
                if (compiler.run(null, null, null, "-d", classes.toString(), source.toString()) != 0) {
                    throw new IllegalStateException(source + " does not compile");
                }
                try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
                    return Class.forName("MakeImage", true, loader);
                } finally {
                    Files.delete(classes.resolve("MakeImage.class"));
                    Files.delete(classes);
                }
            } catch (IOException | ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
