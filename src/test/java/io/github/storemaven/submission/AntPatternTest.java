package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results are those of plexus-utils 4.1.0, by which Maven's own plugins match. */
class AntPatternTest {
    private static final String FILES =
            "p.x P.X ab.x a.b.x a/p.x A/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x x/a/y/p.x %regex[.]/p.x";
    private static final String FOLDERS = "a A x a/b x/a a/b/c";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | p.x P.X ab.x a.b.x | a A x",
                "*.x | p.x ab.x a.b.x | ''",
                "** | p.x P.X ab.x a.b.x a/p.x A/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x x/a/y/p.x %regex[.]/p.x | a A x a/b x/a a/b/c",
                "**/*.x | p.x ab.x a.b.x a/p.x A/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x x/a/y/p.x %regex[.]/p.x | a A x a/b x/a a/b/c",
                "**/ | p.x P.X ab.x a.b.x a/p.x A/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x x/a/y/p.x %regex[.]/p.x | a A x a/b x/a a/b/c",
                "*/ | p.x P.X ab.x a.b.x | a A x",
                "**.x | p.x ab.x a.b.x | ''",
                "**/p.x | p.x a/p.x A/p.x a/b/p.x a/b/c/p.x x/a/y/p.x %regex[.]/p.x | a A x a/b x/a a/b/c",
                "**/**/p.x | p.x a/p.x A/p.x a/b/p.x a/b/c/p.x x/a/y/p.x %regex[.]/p.x | a A x a/b x/a a/b/c",
                "a/*.x | a/p.x a/.x a/é.x a/É.x | a",
                "a/** | a/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x | a a/b a/b/c",
                "a/**/*.x | a/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x | a a/b a/b/c",
                "**/a/**/*.x | a/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x x/a/y/p.x | a A x a/b x/a a/b/c",
                "**/a/**/a/** | a/a/a.x | a A x a/b x/a a/b/c",
                "a/*/*.x | a/a/a.x a/b/p.x | a a/b",
                "a//b/*.x | a/b/p.x | a a/b",
                "**/b/*.x | a/b/p.x | a A x a/b x/a a/b/c",
                "**/c/* | a/b/c/p.x | a A x a/b x/a a/b/c",
                "a/**/b/**/p.x | a/b/p.x a/b/c/p.x | a a/b a/b/c",
                "a/***/p.x | a/b/p.x | a a/b",
                "a/b/p.x/** | a/b/p.x | a a/b",
                "**/a/a* | a/a/a.x | a A x a/b x/a a/b/c",
                "*/*/* | a/a/a.x a/b/p.x | a A x a/b x/a a/b/c",
                "?.x | p.x | ''",
                "??.x | ab.x | ''",
                "p?.x | '' | ''",
                "*a*b*.x | ab.x a.b.x | ''",
                "a**b.x | ab.x a.b.x | ''",
                "P.* | P.X | ''",
                "A/*.x | A/p.x | A",
                "*/?.x | a/p.x A/p.x a/é.x a/É.x %regex[.]/p.x | a A x",
                "*/.* | a/.x | a A x",
                "*/é.* | a/é.x | a A x",
                "./*.x | '' | ''",
                "[ab]*.x | '' | ''",
                "%regex[.*]/p.x | %regex[.]/p.x | ''",
                "a/b/c/d | '' | a a/b a/b/c",
                "x/*/y/*.x | x/a/y/p.x | x x/a",
            })
    void matchesAsMavensPluginsDo(String pattern, String files, String folders) {
        assertMatches(new AntPattern(pattern, true), files, folders);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.x | p.x P.X ab.x a.b.x | ''",
                "**/*.x | p.x P.X ab.x a.b.x a/p.x A/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x x/a/y/p.x %regex[.]/p.x | a A x a/b x/a a/b/c",
                "**.x | p.x P.X ab.x a.b.x | ''",
                "**/p.x | p.x P.X a/p.x A/p.x a/b/p.x a/b/c/p.x x/a/y/p.x %regex[.]/p.x | a A x a/b x/a a/b/c",
                "**/**/p.x | p.x P.X a/p.x A/p.x a/b/p.x a/b/c/p.x x/a/y/p.x %regex[.]/p.x | a A x a/b x/a a/b/c",
                "a/*.x | a/p.x A/p.x a/.x a/é.x a/É.x | a A",
                "a/** | a/p.x A/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x | a A a/b a/b/c",
                "a/**/*.x | a/p.x A/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x | a A a/b a/b/c",
                "**/a/**/*.x | a/p.x A/p.x a/.x a/é.x a/É.x a/a/a.x a/b/p.x a/b/c/p.x x/a/y/p.x | a A x a/b x/a a/b/c",
                "a/*/*.x | a/a/a.x a/b/p.x | a A a/b",
                "a//b/*.x | a/b/p.x | a A a/b",
                "a/**/b/**/p.x | a/b/p.x a/b/c/p.x | a A a/b a/b/c",
                "a/***/p.x | a/b/p.x | a A a/b",
                "a/b/p.x/** | a/b/p.x | a A a/b",
                "?.x | p.x P.X | ''",
                "P.* | p.x P.X | ''",
                "A/*.x | a/p.x A/p.x a/.x a/é.x a/É.x | a A",
                "*/é.* | a/é.x a/É.x | a A x",
                "a/b/c/d | '' | a A a/b a/b/c",
            })
    void matchesInAnyCaseWhereTheFileSystemDoes(String pattern, String files, String folders) {
        assertMatches(new AntPattern(pattern, false), files, folders);
    }

    private static void assertMatches(AntPattern pattern, String files, String folders) {
        assertThat(those(FILES, pattern::matches)).isEqualTo(files);
        assertThat(those(FOLDERS, pattern::leadsInto)).isEqualTo(folders);
    }

    private static String those(String paths, Predicate<String> which) {
        return Stream.of(paths.split(" ")).filter(which).collect(Collectors.joining(" "));
    }
}
