package io.github.storemaven.check;

import static io.github.storemaven.testing.VideoFile.box;
import static io.github.storemaven.testing.VideoFile.index;
import static io.github.storemaven.testing.VideoFile.join;
import static io.github.storemaven.testing.VideoFile.number;
import static io.github.storemaven.testing.VideoFile.text;
import static io.github.storemaven.testing.VideoFile.type;
import static io.github.storemaven.testing.VideoFile.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.storemaven.testing.PngImage;
import io.github.storemaven.testing.VideoFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows TRL-02 to TRL-04 and TRL-09 on files, and files that are none. */
class TrailerRulesTest {
    private static final byte[] DATA = box("mdat", new byte[10]);
    private static final byte[] GOOD = index(1920, 1080, 60, new byte[0]);

    @TempDir
    private Path folder;

    private final FindingCollector report = new FindingCollector();
    private final TrailerRules rules = new TrailerRules(report);

    static List<Arguments> cases() {
        return List.of(
                arguments("TRL-02", join(type("isom"), GOOD, DATA), join(type("heic"), GOOD, DATA)),
                arguments("TRL-02", join(type("qt  "), GOOD, DATA), join(type("3gp4"), GOOD, DATA)),
                arguments("TRL-02", join(GOOD, DATA), join(box("abcd", new byte[4]), GOOD, DATA)),
                arguments("TRL-02", join(type("mp42"), GOOD), join(type("mp42"), DATA)),
                arguments("TRL-03", video(1920, 1080, 60), video(1920, 1080, 61)),
                arguments("TRL-04", video(1920, 1080, 1), video(1920, 1088, 1)),
                arguments("TRL-04", video(1920, 1080, 1), video(1080, 1920, 1)),
                arguments("TRL-09", join(type("mp41"), GOOD, DATA), join(type("mp41"), DATA, GOOD)),
                arguments(
                        "TRL-09",
                        join(type("mp41"), GOOD),
                        join(type("mp41"), index(1920, 1080, 1, box("edts", new byte[0])))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsAtItsLimit(String rule, byte[] passes, byte[] fails) throws IOException {
        rules.video(VideoFile.write(folder.resolve("good.mp4"), passes));
        assertThat(report.findings().all()).isEmpty();
        rules.video(VideoFile.write(folder.resolve("bad.mp4"), fails));
        assertThat(report.findings().all()).extracting(Finding::rule).containsExactly(rule);
    }

    @Test
    void nameTellsTheContainer() throws IOException {
        rules.video(VideoFile.write(folder.resolve("a.MOV"), GOOD));
        assertThat(report.findings().all()).isEmpty();
        rules.video(VideoFile.write(folder.resolve("a.avi"), GOOD));
        assertThat(report.findings().errors()).extracting(Finding::rule).containsExactly("TRL-02");
    }

    /** The data are a hole in the file, behind a box with a length of 64 bits or without one. */
    @Test
    void twoGigabytesAreTheMost() throws IOException {
        long most = 2L << 30;
        Path file = VideoFile.write(folder.resolve("a.mp4"), type("mp42"), GOOD, number(0), text("mdat"));
        rules.video(PngImage.lengthen(file, most));
        assertThat(report.findings().all()).isEmpty();
        rules.video(PngImage.lengthen(file, most + 1));
        assertThat(report.findings().errors()).extracting(Finding::rule).containsExactly("TRL-03");
    }

    static List<byte[]> damaged() {
        byte[] tooMany = new byte[8 * 20_000];
        for (int at = 0; at < tooMany.length; at += 8) {
            System.arraycopy(box("free", new byte[0]), 0, tooMany, at, 8);
        }
        return List.of(
                new byte[0],
                new byte[5],
                Arrays.copyOf(video(1920, 1080, 1), 200),
                join(type("mp42"), number(4), text("moov")),
                join(type("mp42"), number(1), text("moov"), number(-1), number(-1)),
                join(type("mp42"), number(1), text("moov"), number(0), number(8)),
                join(type("mp42"), number(Integer.MAX_VALUE), text("moov")),
                join(type("mp42"), box("moov", join(number(0x7FFFFFFF), text("trak")))),
                tooMany,
                join(type("mp42"), box("moov", box("trak", tooMany))));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void damagedFileIsToldInOneLine(byte[] content) throws IOException {
        rules.video(VideoFile.write(folder.resolve("a.mp4"), content));
        assertThat(report.findings().all()).extracting(Finding::rule).containsExactly("TRL-02");
    }

    /** A track header that ends early has no size. */
    @Test
    void shortHeaderHasNoSize() throws IOException {
        byte[] track = box("trak", box("tkhd", new byte[3]));
        rules.video(VideoFile.write(folder.resolve("a.mp4"), box("moov", join(box("mvhd", new byte[0]), track))));
        assertThat(report.findings().all()).extracting(Finding::rule).containsExactly("TRL-04");
    }
}
