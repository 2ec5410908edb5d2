package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogTest {
    @TempDir
    Path root;

    private String notes(String version, String changelog) throws Exception {
        return Changelog.section(Files.writeString(root.resolve("CHANGELOG.md"), changelog), version, false)
                .text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## 1.2.0",
                "## [1.2.0] - 2026-11-23",
                "# Version 1.2.0",
                "### v1.2.0: the big one ###",
                "## [1.2.0](https://example.invalid/compare/v1.1.0...v1.2.0) (2026-11-23)",
                "   ## Release 1.2.0.",
                "1.2.0\n-----",
                "Version 1.2.0\n=====",
                "## 1.2.0 / 2026",
                "## release-1.2.0",
                "## _1.2.0_ (today)",
                "## __Version 1.2.0__",
                "## 1\\.2\\.0",
                "## \\[1.2.0\\]",
                "## v.1.2.0"
            })
    void aHeadingNamesTheVersion(String heading) throws Exception {
        assertThat(notes("1.2.0", "intro\n\n" + heading + "\nNew things.\n")).isEqualTo("New things.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## 1.2.0.1",
                "## 11.2.0",
                "## 1.2.0-rc1",
                "## 1.2.01",
                "## 0.1.2.0",
                "## 1a2b0",
                "## 1.2.0+5",
                "## [1.3.0](https://example.invalid/compare/v1.2.0...v1.3.0)",
                "1.2.0",
                "- 1.2.0\n---",
                "```\n## 1.2.0\n```",
                "#1.2.0",
                "## 1.2.0_2"
            })
    void anyOtherHeadingDoesNot(String heading) {
        assertThatThrownBy(() -> notes("1.2.0", heading + "\nNew things.\n"))
                .isInstanceOf(InvalidListingException.class)
                .hasMessageContaining("CHANGELOG.md: no heading names version 1.2.0; its first headings: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Changes since 1.2.0\n\n## 1.3.0\nother",
                "## 1.3.0, not compatible with 1.2.0\nother",
                "## Removed in 1.3.0: files of 1.2.0\nother",
                "## How to come from 1.2.0\nother"
            })
    void theHeadingThatBeginsWithTheVersionIsMeant(String before) throws Exception {
        assertThat(notes("1.2.0", before + "\n\n## 1.2.0\nNew things.\n")).isEqualTo("New things.");
    }

    @Test
    void aDateMayComeBeforeTheVersion() throws Exception {
        assertThat(notes("1.2.0", "## 23.11.2026: 1.2.0\nNew things.\n")).isEqualTo("New things.");
    }

    @Test
    void aDateIsNoVersion() {
        assertThatThrownBy(() -> notes("11", "## 12 - 2026-11-23\nx")).hasMessageContaining("version 11");
    }

    @Test
    void theSectionEndsAtTheNextHeadingOfItsLevelOrAbove() throws Exception {
        String changelog = """
            # Changes

            ## 1.3.0
            - later

            ## 1.2.0

            ### Added

            - one

            ### Fixed

            - two

            ## 1.1.0
            - before
            """;
        assertThat(notes("1.2.0", changelog)).isEqualTo("Added\n\n- one\n\nFixed\n\n- two");
        assertThat(notes("1.1.0", changelog)).isEqualTo("- before");
        assertThat(notes("1.2.0", "1.2.0\n===\nx\n\n1.1.0\n===\ny")).isEqualTo("x");
    }

    @Test
    void markdownBecomesPlainText() throws Exception {
        String section = """
            \uFEFF## 1.2.0

            * **Bold** and *slanted*, __both__ _ways_; `code`, snake_case_name, 2 * 3 * 4
              + [a link](https://example.invalid) and [another][ref] and [#12](x)
            > quoted
            <!-- not
            shown -->
            ![picture](x.png)


            1. Escaped \\*stars\\* <https://example.invalid>

            [ref]: https://example.invalid
            """;
        assertThat(notes("1.2.0", section.replace("\n", "\r\n"))).isEqualTo("""
            - Bold and slanted, both ways; code, snake_case_name, 2 * 3 * 4
              - a link and another and #12
            quoted

            1. Escaped *stars* https://example.invalid\
            """);
    }

    @Test
    void whatIsMissingOrEmptyIsAProblem() {
        assertThatThrownBy(() -> notes("2.0", "## 2.0\n\n## 1.0\nx")).hasMessageEndingWith("the section 2.0 is empty");
        assertThatThrownBy(() -> notes("2.0", "nothing here")).hasMessageEndingWith("no heading at all");
        assertThatThrownBy(() -> notes("9", "# a\n# b\n# c\n# d\n# e\n# f"))
                .hasMessageEndingWith("its first headings: a; b; c; d; e");
        assertThatThrownBy(() -> Changelog.section(root.resolve("missing.md"), "1", false))
                .isInstanceOf(InvalidListingException.class)
                .hasMessageContaining("missing.md: this has to be a file");
    }

    @Test
    void aChangelogThatIsNotUtf8IsAProblem() throws Exception {
        Path file = Files.write(root.resolve("CHANGELOG.md"), new byte[] {'#', ' ', '1', '\n', (byte) 0xE4});
        assertThatThrownBy(() -> Changelog.section(file, "1", false)).hasMessageContaining("this is not UTF-8");
    }

    @Test
    void codeIsAsItIsAndEndsWithItsOwnFence() throws Exception {
        String changelog = """
            ## 1.2.0

            Run this:

            ```sh
            ## no heading ~~~
            ~~~
            ## 0.9
            # *all* _of_ it
            ```

            Done.

            ## 1.1.0
            """;
        assertThat(notes("1.2.0", changelog))
                .isEqualTo("Run this:\n\n## no heading ~~~\n~~~\n## 0.9\n# *all* _of_ it\n\nDone.");
        assertThatThrownBy(() -> notes("0.9", changelog)).hasMessageContaining("no heading names version 0.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: Changes\nversion: 1.2.0\n---\n## 1.2.0\nNew\n",
                "---\r\nversion: 1.2.0\r\ntags:\r\n  - a\r\n# comment\r\n...\r\n\r\n## 1.2.0\r\nNew\r\n",
                "---\n\n## 1.2.0\nNew\n\n---\n",
            })
    void frontMatterIsNoHeading(String changelog) throws Exception {
        assertThat(notes("1.2.0", changelog)).isEqualTo("New");
    }

    @Test
    void headingsInCommentsQuotesAndListsEndNoSection() throws Exception {
        String section = "<!--\n## 1.0\n-->\n> ## 1.0\n\n- ## 1.0\n  text\n\n    ## code\n";
        assertThat(notes("1.2.0", "## 1.2.0\n" + section + "## 1.0\nold")).isEqualTo("1.0\n\n- 1.0\n  text\n\n  code");
    }

    @Test
    void htmlIsLeftOutAndItsWordsStay() throws Exception {
        String section = """
            <details>
            <summary>More</summary>

            Some <b>bold</b><br>words &amp; 1 < 2

            </details>
            """;
        assertThat(notes("1", "# 1\n" + section)).isEqualTo("More\n\nSome bold\nwords & 1 < 2");
    }

    @Test
    void listsKeepTheirNumbersAndDepth() throws Exception {
        assertThat(notes("1", "# 1\n3. three\n4. four\n   - a\n     more\n\n   para\n5. five"))
                .isEqualTo("3. three\n4. four\n   - a\n     more\n\n   para\n5. five");
    }

    @Test
    void aSectionBeyondAnyMeasureIsAProblem() {
        assertThatThrownBy(() -> notes("1", "# 1\n" + "word ".repeat(20_000)))
                .hasMessageContaining("the section 1 has 100000 characters; the Store takes release notes of 1,500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "<!--",
                "*a ",
                "[a](",
                ">",
                "> ",
                "`",
                "``a",
                "_a ",
                "![",
                "<a ",
                "&",
                "\\",
                "- ",
                "#",
                "*",
                "<",
                "a*",
                "[a][",
                "[a]: ",
                "[a]: b\n",
                "\n",
                "\n>",
                " ",
                "~~~\n",
                "1. ",
                "**a ",
                "](",
                "[](<",
                "]",
                "# a\n",
                "a\n-\n",
                "a: b\n"
            })
    void timeGrowsWithTheChangelogOnly(String repeated) {
        for (int size : new int[] {60_000, 200_000}) {
            String changelog = "## 1.0.0\n\n" + repeated.repeat(size / repeated.length());
            long before = cpuSeconds();
            try {
                assertThat(notes("1.0.0", changelog)).isNotEmpty();
            } catch (Exception problem) {
                assertThat(problem).isInstanceOf(InvalidListingException.class);
            }
            assertThat(cpuSeconds() - before).isLessThan(2);
        }
    }

    /** Of this thread, so that a busy machine does not count. */
    private static long cpuSeconds() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime())
                .toSeconds();
    }
}
