import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the app image: {@code java MakeImage.java <name> <folder of jars> <main jar> <folder for the image>}. On Windows
 * jpackage does; elsewhere the same files are written with stubs for the programs, so that the way to the Store can be
 * rehearsed on any system.
 */
public final class MakeImage {
    /** The numbers of Windows' processors in the header of a program. */
    public static final int X64 = 0x8664;

    public static final int ARM64 = 0xAA64;

    /** Else Java's selectors fail inside a package: the folder of the app is read-only, so Java takes TCP. */
    private static final String SOCKETS = "-Djdk.net.unixdomain.tmpdir=$APPDIR";

    public static void main(String[] arguments) throws IOException {
        String name = arguments[0];
        Path jars = Path.of(arguments[1]);
        Path images = Path.of(arguments[3]);
        delete(images.resolve(name));
        if (System.getProperty("os.name").startsWith("Windows")) {
            jpackage(name, jars, arguments[2], images);
        } else {
            System.out.println(
                    "The image has stubs for its programs, because this is not Windows: for rehearsals only");
            write(images.resolve(name), name, X64, List.of(SOCKETS));
            copy(jars, images.resolve(name).resolve("app"));
        }
    }

    private static void jpackage(String name, Path jars, String mainJar, Path images) throws IOException {
        String[] command = {
            "--type",
            "app-image",
            "--name",
            name,
            "--dest",
            images.toString(),
            "--input",
            jars.toString(),
            "--main-jar",
            mainJar,
            "--java-options",
            SOCKETS
        };
        if (ToolProvider.findFirst("jpackage").orElseThrow().run(System.out, System.err, command) != 0) {
            throw new IOException("jpackage could not make the image");
        }
    }

    /** Writes an image in the layout that jpackage has on Windows, without a jar. */
    public static void write(Path image, String name, int machine, List<String> javaOptions) throws IOException {
        Files.createDirectories(image.resolve("app"));
        Files.createDirectories(image.resolve("runtime/bin/server"));
        Files.write(image.resolve(name + ".exe"), program(machine));
        Files.write(image.resolve("runtime/bin/server/jvm.dll"), program(machine));
        Files.writeString(image.resolve("runtime/release"), "JAVA_VERSION=\"17.0.15\"\nMODULES=\"java.base\"\n");
        StringBuilder configuration =
                new StringBuilder("[Application]\napp.classpath=$APPDIR\\" + name + ".jar\n" + "\n[JavaOptions]\n");
        javaOptions.forEach(option -> configuration.append("java-options=" + option + "\n"));
        Files.writeString(image.resolve("app").resolve(name + ".cfg"), configuration);
        Files.writeString(
                image.resolve("app/.jpackage.xml"),
                "<?xml version=\"1.0\" ?>\n<jpackage-state version=\"17.0.15\" platform=\"windows\">\n"
                        + "  <main-launcher>" + name + "</main-launcher>\n</jpackage-state>\n");
    }

    /** The header of a program with windows, and no code behind it. */
    public static byte[] program(int machine) {
        int start = 0x80;
        ByteBuffer file = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, (byte) 'M').put(1, (byte) 'Z').putInt(0x3C, start);
        file.putInt(start, 'P' | 'E' << 8).putShort(start + 4, (short) machine);
        file.putShort(start + 20, (short) 240).putShort(start + 24, (short) 0x20B);
        file.putShort(start + 24 + 68, (short) 2).putInt(start + 24 + 108, 16);
        return file.array();
    }

    private static void copy(Path jars, Path target) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
