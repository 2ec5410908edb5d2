package io.github.storemaven.testing;

import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A whole Maven in a process of its own, for the hook scripts under src/it: to be killed, interrupted or waited for. */
public final class MavenProcess {
    private static final long LONGEST_SECONDS = 300;

    /** As the POM has them for the other builds; where the archive of classes is not there, Java does without it. */
    private static final String OPTIONS =
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -XX:SharedArchiveFile=../../maven.jsa";

    private final Process process;
    private final Path log;

    private MavenProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * What it is started with: the hook scripts have variables of these names.
     *
     * @param basedir the build's folder
     * @param localRepositoryPath where the plugin is that is tested
     * @param mavenHome the Maven
     * @param javaHome the Java that it runs in
     */
    public record Launcher(File basedir, File localRepositoryPath, String mavenHome, String javaHome) {
        /**
         * Starts it in the build's folder; what it prints is in a log there.
         *
         * @param commandLine as in a shell, {@code mvn} with or without variables of the environment before it
         */
        public MavenProcess start(String logName, String commandLine) throws IOException {
            return MavenProcess.start(this, logName, commandLine);
        }
    }

    private static MavenProcess start(Launcher launcher, String logName, String commandLine) throws IOException {
        File basedir = launcher.basedir();
        // A background process of a shell may ignore SIGINT, and hands that on. The env of macOS cannot set it back.
        List<String> command =
                new ArrayList<>(List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV or die", "env"));
        command.addAll(Arrays.asList(commandLine
                .replace(" store:", " " + plugin() + ":")
                .replace("\"", "")
                .split(" ")));
        // Where the command names settings of its own, those of the builds come in as the global ones.
        command.addAll(options(commandLine.contains(" -s ") ? "-gs" : "-s", basedir, launcher.localRepositoryPath()));
        Path log = basedir.toPath().resolve(logName);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(basedir)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Path programs = Path.of(launcher.mavenHome(), "bin");
        builder.environment().put("JAVA_HOME", launcher.javaHome());
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        builder.environment().put("MAVEN_OPTS", OPTIONS);
        return new MavenProcess(builder.start(), log);
    }

    /** Group, artifact and version of the plugin. */
    private static String plugin() {
        try {
            return "io.github.storemaven:store-maven-plugin:"
                    + PluginDescriptor.read().version();
        } catch (Exception e) {
            throw new IllegalStateException("no plugin descriptor on the class path", e);
        }
    }

    /** What makes it find the plugin that is tested, and the credentials of the builds. */
    private static List<String> options(String settingsOption, File basedir, File localRepository) throws IOException {
        Path target = basedir.toPath().getParent().getParent();
        String settings = Files.readString(target.resolveSibling("src/it/settings.xml"))
                .replace("@localRepositoryUrl@", outerRepository().toUri().toString());
        Path file = target.resolve("settings-" + basedir.getName() + ".xml");
        Files.writeString(file, settings);
        return List.of("-B", settingsOption, file.toString(), "-Dmaven.repo.local=" + localRepository);
    }

    /** The local repository of the Maven that runs the builds: a library's jar lies five folders below it. */
    public static Path outerRepository() {
        Path place = Path.of(URI.create(JsonObject.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return place.getParent().getParent().getParent().getParent().getParent();
    }

    /** Waits for something to happen while this Maven lives. */
    public void await(String what, BooleanSupplier happened) throws InterruptedException {
        for (long left = LONGEST_SECONDS * 20; !happened.getAsBoolean(); left--) {
            if (left == 0 || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(what + " did not happen:\n" + output());
            }
        }
    }

    /** As by a power cut. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Presses Ctrl-C.
     *
     * @return the exit code
     */
    public int interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("Ctrl-C did not end it:\n" + output());
        }
        return process.exitValue();
    }

    /** Waits for its end and returns the exit code. */
    public int end() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("It did not end:\n" + output());
        }
        return process.exitValue();
    }

    /** What it has printed so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
