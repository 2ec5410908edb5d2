package io.github.storemaven.ci;

import io.github.storemaven.ci.Annotation.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * GitHub Actions, and Gitea and Forgejo, which have the same:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands.
 */
public final class GitHubActions extends CiService {
    /** Of a level and step; GitHub shows no more. */
    private static final int MOST = 10;

    @Override
    public String sourcesVariable() {
        return "GITHUB_WORKSPACE";
    }

    @Override
    public List<String> commands(RunReport report, Map<String, Integer> shown) {
        List<String> commands = new ArrayList<>();
        for (Level level : Level.values()) {
            List<Annotation> some = report.annotations().stream()
                    .filter(one -> one.level() == level)
                    .toList();
            int before = shown.getOrDefault(level.name(), 0);
            int free = MOST - before;
            boolean all = some.size() <= free;
            some.stream().limit(all ? free : Math.max(0, free - 1)).forEach(one -> commands.add(command(one)));
            if (!all && free > 0) {
                int more = some.size() - free + 1;
                commands.add(command(Annotation.of(
                        level,
                        "Microsoft Store",
                        more + " more " + level.name().toLowerCase(Locale.ROOT) + (more == 1 ? "" : "s")
                                + (more == 1 ? " is" : " are") + " in the log and in the result files")));
            }
            shown.put(level.name(), Math.min(MOST, before + some.size()));
        }
        return commands;
    }

    private static String command(Annotation one) {
        StringBuilder command = new StringBuilder("::")
                .append(one.level().name().toLowerCase(Locale.ROOT))
                .append(' ');
        one.file()
                .ifPresent(
                        file -> command.append("file=").append(property(file)).append(','));
        one.line().ifPresent(line -> command.append("line=").append(line).append(','));
        return command.append("title=")
                .append(property(one.title()))
                .append("::")
                .append(data(one.text()))
                .toString();
    }

    /** What follows the two colons. */
    private static String data(String text) {
        return replaced(text, "%", "%25", "\r", "%0D", "\n", "%0A");
    }

    /** A value before them, where colon and comma separate. */
    private static String property(String text) {
        return replaced(data(text), ":", "%3A", ",", "%2C");
    }

    @Override
    public Map<String, String> appendices(RunReport report) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!report.summary().isEmpty()) {
            texts.put("GITHUB_STEP_SUMMARY", report.summary().stripTrailing() + "\n\n");
        }
        StringBuilder outputs = new StringBuilder();
        report.outputs().forEach((name, value) -> outputs.append(output(name, value)));
        if (!outputs.isEmpty()) {
            texts.put("GITHUB_OUTPUT", outputs.toString());
        }
        return texts;
    }

    private static String output(String name, String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
            return name + "=" + value + "\n";
        }
        String delimiter = "store_" + UUID.randomUUID();
        return name + "<<" + delimiter + "\n" + value + "\n" + delimiter + "\n";
    }
}
