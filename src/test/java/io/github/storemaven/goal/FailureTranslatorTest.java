package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.storemaven.submission.ReleaseRefusedException;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** Whatever is thrown, the user gets one of Maven's two exceptions with a sentence. */
class FailureTranslatorTest {
    private static Secrets secrets() {
        Secrets secrets = new Secrets();
        secrets.add("Qx8Q~3vK_9mN.pLw2RtY7uZb");
        return secrets;
    }

    private static Throwable translated(Throwable thrown) {
        return catchThrowable(() -> new FailureTranslator("submit", secrets()).run(() -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        }));
    }

    private static String message(Throwable thrown) {
        Throwable translated = translated(thrown);
        assertThat(translated).isInstanceOf(MojoExecutionException.class).hasCause(thrown);
        return translated.getMessage();
    }

    @Test
    void aNoIsAFailureAndWhatIsTranslatedAlreadyStays() {
        assertThat(translated(new ReleaseRefusedException("There is none")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("There is none");
        MojoFailureException told = new MojoFailureException("told");
        assertThat(translated(told)).isSameAs(told);
    }

    @Test
    void aFileThatIsDeniedOrOpenElsewhereIsASentence() {
        assertThat(message(new AccessDeniedException("target/store")))
                .isEqualTo(
                        "Cannot read or write target/store: access is denied, or it is open in another program. Look at"
                                + " its permissions, close the other program, and run the same command again");
        assertThat(message(new FileSystemException("C:\\p\\plan.md", null, "Sharing violation")))
                .isEqualTo("Cannot read or write C:\\p\\plan.md: Sharing violation. It may be open in another program;"
                        + " close that, and run the same command again");
    }

    @Test
    void aFilesNameGivesNoCommandInMessageAndChain() {
        for (String name :
                new String[] {"a\n::error title=x::y", "a\u0085##vso[task.complete]", "a\r\n::stop-commands::x"}) {
            Throwable translated = translated(new UncheckedIOException(new NoSuchFileException(name)));
            assertThat(stackTrace(translated))
                    .contains("NoSuchFileException", "FailureTranslatorTest")
                    .doesNotContain("##vso[", "\u0085")
                    .doesNotContainPattern("(?m)^\\s*::");
        }
    }

    @Test
    void noSecretIsInMessageOrChain() {
        String echo = "Illegal character in https://x/?sig=abcdefghijkl and qx8q~3vk_9mn.plw2rty7uzb";
        IOException cause = new IOException("outer", new IllegalArgumentException(echo));
        cause.addSuppressed(new IOException(echo));
        for (Exception thrown : new Exception[] {
            cause,
            new IOException(echo),
            new ReleaseRefusedException(echo),
            new MojoFailureException(echo),
            new IllegalStateException(cause)
        }) {
            assertThat(stackTrace(translated(thrown)))
                    .doesNotContain("abcdefghijkl")
                    .doesNotContainIgnoringCase("9mn.plw");
        }
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void otherTroubleWithFilesIsASentenceToo() {
        assertThat(message(new NoSuchFileException("a.msix"))).contains("a.msix: there is no such file");
        assertThat(message(new FileAlreadyExistsException("target/store"))).contains("that name already");
        assertThat(message(new NotDirectoryException("target"))).contains("it is a file, where a folder is needed");
    }

    @Test
    void aFolderThatCannotBeReadWhileItIsWalkedIsNamed() {
        assertThat(message(new UncheckedIOException(new AccessDeniedException("src/store/listings"))))
                .startsWith("Cannot read or write src/store/listings: access is denied");
    }

    @Test
    void anIoProblemWithoutWordsGivesItsKind() {
        assertThat(message(new IOException())).isEqualTo("IOException");
        assertThat(message(new IOException("the line is down"))).isEqualTo("the line is down");
    }

    @Test
    void memoryAndDepthSayWhatToDo() {
        assertThat(message(new OutOfMemoryError("Java heap space"))).contains("Java heap space", "-Xmx", "MAVEN_OPTS");
        assertThat(message(new StackOverflowError())).contains("nested too deeply");
        assertThat(message(new NoClassDefFoundError("io/github/X"))).contains("io/github/X", "again");
    }

    @Test
    void aFaultOfOursIsNamedAsOneWithoutSecrets() {
        Throwable translated = translated(
                new IllegalArgumentException("Illegal character: https://x.invalid/a?sig=topsecret123&\n::error"));
        assertThat(translated)
                .isInstanceOf(MojoExecutionException.class)
                .message()
                .contains(
                        "store:submit failed by a fault of the plugin: IllegalArgumentException, Illegal character",
                        "-e")
                .doesNotContain("topsecret123")
                .doesNotContain("\n");
        assertThat(translated.getCause()).hasMessageNotContaining("topsecret123");
        assertThat(translated.getCause().getStackTrace()).isNotEmpty();
    }

    @Test
    void anInterruptStaysOne() {
        Throwable translated = translated(new InterruptedException());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(translated).isInstanceOf(MojoExecutionException.class).hasMessage("Interrupted during store:submit");
    }
}
