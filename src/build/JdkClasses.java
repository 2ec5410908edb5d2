import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the JDK's classes that the plugin uses into a ZIP for ProGuard; JDK 24 and later may come without jmods. */
final class JdkClasses {
    private static final List<String> MODULES = 
            List.of("java.base", "java.logging", "java.naming", "java.net.http", "java.xml", "jdk.httpserver");

    private JdkClasses() {}

    /** Argument: the ZIP. */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        Files.createDirectories(target.getParent());
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (String module : MODULES) {
                copy(modules.resolve(module), zip);
            }
        }
    }

    private static void copy(Path module, ZipOutputStream zip) throws IOException {
        try (Stream<Path> files = Files.walk(module)) {
            for (Path file : (Iterable<Path>) files.filter(JdkClasses::isClass)::iterator) {
                zip.putNextEntry(new ZipEntry(module.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
    }
}
