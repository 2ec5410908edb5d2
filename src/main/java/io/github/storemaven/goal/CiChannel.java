package io.github.storemaven.goal;

import io.github.storemaven.ci.Annotation;
import io.github.storemaven.ci.AzurePipelines;
import io.github.storemaven.ci.CiService;
import io.github.storemaven.ci.GitHubActions;
import io.github.storemaven.ci.RunReport;
import io.github.storemaven.ci.TeamCity;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.FileFailure;
import io.github.storemaven.text.ForeignText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The channel to the CI service that runs the build: commands on standard output, texts in the files that it names. What
 * cannot be written is a warning and never another end of the build.
 */
final class CiChannel {
    /** What the parameter {@code ciReport} may be. */
    enum Report {
        /** The environment tells. */
        AUTO,
        NONE,
        GITHUB,
        AZURE,
        TEAMCITY
    }

    private final AbstractStoreMojo mojo;
    private final Optional<CiService> service;

    private CiChannel(AbstractStoreMojo mojo, Optional<CiService> service) {
        this.mojo = mojo;
        this.service = service;
    }

    /** The channel of a goal; to nowhere, after a problem, for what is no service. */
    static CiChannel of(AbstractStoreMojo mojo, String ciReport, ConfigurationProblems problems) {
        Report wanted = ConfigurationProblems.given(ciReport)
                .map(text -> new ParameterValues(problems).of(Report.class, text, "ciReport"))
                .orElse(Report.AUTO);
        boolean isRight = problems.lines().stream().noneMatch(line -> line.startsWith("store.ciReport "));
        return new CiChannel(mojo, isRight ? service(mojo, wanted) : Optional.empty());
    }

    private static Optional<CiService> service(AbstractStoreMojo mojo, Report wanted) {
        return switch (wanted) {
            case AUTO -> CiService.of(name -> variable(mojo, name));
            case NONE -> Optional.empty();
            case GITHUB -> Optional.of(new GitHubActions());
            case AZURE -> Optional.of(new AzurePipelines());
            case TEAMCITY -> Optional.of(new TeamCity());
        };
    }

    private static Optional<String> variable(AbstractStoreMojo mojo, String name) {
        return Optional.ofNullable(mojo.session)
                .map(session -> session.getSystemProperties().getProperty("env." + name))
                .filter(value -> !value.isBlank());
    }

    /** The folder of the repository, which files are named from. */
    Path repository() {
        try {
            return service.flatMap(one -> variable(mojo, one.sourcesVariable()))
                    .map(Path::of)
                    .orElseGet(mojo::folder);
        } catch (InvalidPathException noPath) {
            return mojo.folder();
        }
    }

    /** Tells a service, if there is one. */
    void publish(RunReport report) {
        service.ifPresent(one -> {
            Map<String, Integer> shown = mojo.shared().shared("annotations", ConcurrentHashMap::new);
            List<String> commands;
            synchronized (shown) {
                commands = one.commands(harmless(report), shown);
            }
            write(commands);
            one.appendices(report).forEach(this::append);
        });
    }

    /** Of what is shown in the log, each text in one line, without secrets and commands of its own. */
    private RunReport harmless(RunReport report) {
        return new RunReport(
                report.annotations().stream()
                        .map(one -> new Annotation(one.level(), one.title(), shown(one.text()), one.file(), one.line()))
                        .toList(),
                report.summary(),
                report.summaryFile(),
                report.outputs(),
                report.isTolerated());
    }

    private String shown(String text) {
        return mojo.shared().secrets().oneLine(text, ForeignText.LONGEST_MESSAGE);
    }

    /**
     * Past Maven, which puts a prefix or a colour before what goes to System.out; each command at the start of a line, in
     * one call, so that no other text gets into it.
     */
    private void write(List<String> commands) {
        System.out.flush();
        try {
            for (String command : commands) {
                mojo.console.write(
                        ("\n" + mojo.shared().secrets().mask(command) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            mojo.console.flush();
        } catch (IOException problem) {
            mojo.getLog().warn("The CI service is not told of this run: " + FileFailure.sentence(problem));
        }
    }

    private void append(String variable, String text) {
        Optional<String> file = variable(mojo, variable);
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(file.get()),
                    mojo.shared().secrets().mask(text),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException problem) {
            warn(variable, FileFailure.sentence(problem));
        } catch (InvalidPathException noPath) {
            warn(variable, ForeignText.oneLine(file.get()) + " is not a path of this system");
        }
    }

    private void warn(String variable, String problem) {
        mojo.getLog()
                .warn("The CI service is not told all of this run, since the file that " + variable
                        + " names cannot be written. " + problem);
    }

    /** Everybody's standard output, which is never closed. */
    static OutputStream console() {
        return new FileOutputStream(FileDescriptor.out);
    }
}
