package io.github.storemaven.ci;

import io.github.storemaven.ci.Annotation.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Azure Pipelines: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands. */
public final class AzurePipelines extends CiService {
    @Override
    public String sourcesVariable() {
        return "BUILD_SOURCESDIRECTORY";
    }

    /** Messages are errors or warnings there; others are not shown. */
    @Override
    public List<String> commands(RunReport report, Map<String, Integer> shown) {
        List<String> commands = new ArrayList<>();
        report.annotations().stream()
                .filter(one -> one.level() != Level.NOTICE)
                .map(AzurePipelines::issue)
                .forEach(commands::add);
        Optional<Path> summary =
                report.summaryFile().filter(file -> !report.summary().isEmpty());
        summary.ifPresent(file -> commands.add(
                "##vso[task.uploadsummary]" + data(file.toAbsolutePath().toString())));
        report.outputs()
                .forEach((name, value) -> commands.add(
                        "##vso[task.setvariable variable=" + property(name) + ";isOutput=true]" + data(value)));
        if (report.isTolerated()) {
            commands.add("##vso[task.complete result=SucceededWithIssues;]");
        }
        return commands;
    }

    private static String issue(Annotation one) {
        StringBuilder command = new StringBuilder("##vso[task.logissue type=")
                .append(one.level().name().toLowerCase(Locale.ROOT));
        one.file().ifPresent(file -> command.append(";sourcepath=").append(property(file)));
        one.line().ifPresent(line -> command.append(";linenumber=").append(line));
        return command.append(']').append(data(one.title() + ": " + one.text())).toString();
    }

    private static String data(String text) {
        return replaced(text, "%", "%AZP25", "\r", "%0D", "\n", "%0A");
    }

    private static String property(String text) {
        return replaced(data(text), ";", "%3B", "]", "%5D");
    }
}
