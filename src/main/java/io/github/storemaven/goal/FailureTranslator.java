package io.github.storemaven.goal;

import io.github.storemaven.credential.CredentialException;
import io.github.storemaven.credential.TokenRefusedException;
import io.github.storemaven.installer.InstallerRefusedException;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ReleaseRefusedException;
import io.github.storemaven.text.FileFailure;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
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
    /** Where faults are reported. */
    static final String REPORT = "https://github.com/storemaven/store-maven-plugin/issues";

    /** What a goal does. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Fails with all problems so far. */
    static void failIfAny(ConfigurationProblems problems) throws MojoFailureException {
        fail(problems.message());
    }

    /** The same of a goal that only looks, and never sends. */
    static void failIfFound(ConfigurationProblems problems) throws MojoFailureException {
        fail(problems.message(""));
    }

    private static void fail(Optional<String> message) throws MojoFailureException {
        if (message.isPresent()) {
            throw new MojoFailureException(message.get());
        }
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
            if (isWithoutToken(no)) { // The Store could not be asked.
                throw new MojoExecutionException(secrets.lines(no.getMessage()), cause(no));
            }
            throw isHarmless(no) ? no : new MojoFailureException(secrets.lines(no.getMessage()), cause(no));
        }
    }

    private static boolean isWithoutToken(Throwable problem) {
        return problem != null
                && (problem instanceof TokenRefusedException
                        || problem instanceof CredentialException
                        || isWithoutToken(problem.getCause()));
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
        } catch (ReleaseRefusedException
                | InstallerRefusedException
                | StoreRefusedException
                | TokenRefusedException
                | CredentialException no) {
            throw new MojoFailureException(no.getMessage(), no);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted during store:" + goal, interrupt);
        } catch (UncheckedIOException problem) {
            throw new MojoExecutionException(FileFailure.sentence(problem.getCause()), problem);
        } catch (IOException problem) {
            throw new MojoExecutionException(FileFailure.sentence(problem), problem);
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
