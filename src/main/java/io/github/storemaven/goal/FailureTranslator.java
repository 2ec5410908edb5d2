package io.github.storemaven.goal;

import io.github.storemaven.credential.CredentialException;
import io.github.storemaven.credential.TokenRefusedException;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ReleaseRefusedException;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Turns whatever a goal throws into one of Maven's two exceptions: a failure is a no, an execution exception means that
 * the answer could not be had. The message is a sentence in any case.
 *
 * @param goal its name, such as {@code submit}
 * @param secrets of this build, which no message shows
 */
record FailureTranslator(String goal, Secrets secrets) {
    private static final int LONGEST_PATH = 1000;
    private static final String REPORT = "https://github.com/storemaven/store-maven-plugin/issues";

    /** What a goal does. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Does some work, and ends as Maven wants it. */
    void run(Work work) throws MojoExecutionException, MojoFailureException {
        try {
            translated(work);
        } catch (MojoExecutionException problem) {
            throw isHarmless(problem)
                    ? problem
                    : new MojoExecutionException(secrets.lines(problem.getMessage()), cause(problem));
        } catch (MojoFailureException no) {
            throw isHarmless(no) ? no : new MojoFailureException(secrets.lines(no.getMessage()), cause(no));
        }
    }

    private boolean isHarmless(Throwable problem) {
        return HarmlessFailure.of(problem, secrets) == problem;
    }

    private Throwable cause(Throwable problem) {
        return HarmlessFailure.of(problem.getCause(), secrets);
    }

    private void translated(Work work) throws MojoExecutionException, MojoFailureException {
        try {
            work.run();
        } catch (MojoExecutionException | MojoFailureException told) {
            throw told;
        } catch (ReleaseRefusedException | StoreRefusedException | TokenRefusedException | CredentialException no) {
            throw new MojoFailureException(no.getMessage(), no);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted during store:" + goal, interrupt);
        } catch (UncheckedIOException problem) {
            throw new MojoExecutionException(sentence(problem.getCause()), problem);
        } catch (IOException problem) {
            throw new MojoExecutionException(sentence(problem), problem);
        } catch (OutOfMemoryError | StackOverflowError full) {
            throw new MojoExecutionException(full(full), full);
        } catch (LinkageError missing) {
            throw new MojoExecutionException(
                    "store:" + goal + " cannot load a class of the plugin (" + text(missing) + "). If the plugin was"
                            + " updated while this"
                            + " build was running,"
                            + " run the same command"
                            + " again; else delete it"
                            + " from the local"
                            + " repository, so that"
                            + " Maven fetches it"
                            + " again",
                    missing);
        } catch (Exception fault) {
            throw new MojoExecutionException(
                    "store:" + goal + " failed by a fault of the plugin: " + text(fault)
                            + ". Run the same command with -e" + " and report what it prints at " + REPORT,
                    masked(fault));
        }
    }

    private String full(VirtualMachineError error) {
        return error instanceof OutOfMemoryError
                ? "store:" + goal + " needs more memory than Java may use (" + text(error)
                        + "). Give Maven more, for example with -Xmx2g in the environment variable MAVEN_OPTS"
                : "store:" + goal + " met a file or an answer that is nested too deeply (StackOverflowError). Look for"
                        + " objects or folders within each other, hundreds of levels deep; if there are"
                        + " none, report it at "
                        + REPORT;
    }

    /** What is wrong with a file, in words: Java's own message is its path only. */
    static String sentence(IOException problem) {
        if (!(problem instanceof FileSystemException trouble)) {
            return problem.getMessage() == null ? text(problem) : problem.getMessage();
        }
        String file = trouble.getFile() == null ? "a file" : name(trouble.getFile());
        String other = trouble.getOtherFile() == null ? "" : " (or " + name(trouble.getOtherFile()) + ")";
        return "Cannot read or write " + file + other + ": " + reason(trouble);
    }

    private static String name(String file) {
        return ForeignText.oneLine(file, LONGEST_PATH);
    }

    private static String reason(FileSystemException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return "there is no such file or folder. It may have been moved or deleted during the build; run the same"
                    + " command again";
        }
        if (trouble instanceof AccessDeniedException) {
            return "access is denied, or it is open in another program. Look at its permissions, close the other"
                    + " program, and run the same command again";
        }
        if (trouble instanceof FileAlreadyExistsException || trouble instanceof DirectoryNotEmptyException) {
            return "there is a file or a folder of that name already. Move it away, and run the same command again";
        }
        if (trouble instanceof NotDirectoryException) {
            return "it is a file, where a folder is needed. Move it away, and run the same command again";
        }
        if (trouble instanceof FileSystemLoopException) {
            return "a link in it leads back to one of its own parents. Remove the link";
        }
        return (trouble.getReason() == null ? trouble.getClass().getSimpleName() : trouble.getReason())
                + ". It may be open in another program; close that, and run the same command again";
    }

    /** For {@code -e}: where it happened, without what its message may hold. */
    private static Exception masked(Exception fault) {
        Exception masked = new IllegalStateException(text(fault));
        masked.setStackTrace(fault.getStackTrace());
        return masked;
    }

    private static String text(Throwable problem) {
        String message = problem.getMessage();
        String kind = problem instanceof InvalidPathException
                ? "no path of this system"
                : problem.getClass().getSimpleName();
        return kind + (message == null ? "" : ", " + ForeignText.oneLine(message));
    }
}
