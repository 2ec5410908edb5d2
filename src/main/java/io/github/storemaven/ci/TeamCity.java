package io.github.storemaven.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** TeamCity: https://www.jetbrains.com/help/teamcity/service-messages.html. A build problem is none of these: it fails the build. */
public final class TeamCity extends CiService {
    private static final int ASCII = 0x7F;

    @Override
    public String sourcesVariable() {
        return "TEAMCITY_BUILD_CHECKOUTDIR";
    }

    @Override
    public List<String> commands(RunReport report, Map<String, Integer> shown) {
        List<String> commands = new ArrayList<>();
        report.annotations().forEach(one -> commands.add(message(one)));
        report.outputs()
                .forEach((name, value) -> commands.add(
                        "##teamcity[setParameter name='env." + escaped(name) + "' value='" + escaped(value) + "']"));
        return commands;
    }

    /** A message has no attribute for a file, so its text begins with it. */
    private static String message(Annotation one) {
        String line = one.line().isPresent() ? ":" + one.line().getAsLong() : "";
        String where = one.file().map(file -> file + line + ": ").orElse("");
        String status =
                one.level() == Annotation.Level.NOTICE ? "NORMAL" : one.level().name();
        return "##teamcity[message text='" + escaped(where + one.title() + ": " + one.text()) + "' status='" + status
                + "']";
    }

    private static String escaped(String text) {
        String marked = replaced(text, "|", "||", "'", "|'", "[", "|[", "]", "|]", "\n", "|n", "\r", "|r");
        StringBuilder ascii = new StringBuilder();
        marked.chars()
                .forEach(unit -> ascii.append(
                        unit > ASCII ? String.format(Locale.ROOT, "|0x%04X", unit) : String.valueOf((char) unit)));
        return ascii.toString();
    }
}
