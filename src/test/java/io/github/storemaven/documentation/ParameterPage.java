package io.github.storemaven.documentation;

import io.github.storemaven.goal.HelpMojo;
import io.github.storemaven.testing.PluginDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The site's page of parameters, made from the plugin descriptor: a section for the goal that a reader looks for one in. */
final class ParameterPage {
    private static final String START = """
            # Parameters

            Each parameter is a property too: `store.` and its name, where nothing else is named. The
            [command line and the POM](usage.html#The_command_line_and_the_POM) has what wins, and how to quote.
            `mvn store:help "-Ddetail" "-Dgoal=submit"` shows the same for a goal. This page is generated from the plugin.
            """;

    /** What most goals have is told once. */
    private static final int MOST_GOALS = 12;

    /** A parameter is told at the first of these goals that has it; goals that are not named follow by name. */
    private static final List<String> ORDER = List.of(
            "submit", "package", "submit-addons", "submit-installer", "create-flight", "create-addon", "status");

    private final Map<String, Set<String>> goals = new TreeMap<>();
    private final Map<String, Map<String, Element>> mojos = new TreeMap<>();
    private final PluginDescriptor descriptor;

    private ParameterPage(PluginDescriptor descriptor) {
        this.descriptor = descriptor;
        for (Element mojo : descriptor.mojos()) {
            Map<String, Element> parameters = new TreeMap<>();
            for (Element parameter : PluginDescriptor.parameters(mojo)) {
                parameters.put(text(parameter, "name"), parameter);
                goals.computeIfAbsent(text(parameter, "name"), name -> new TreeSet<>())
                        .add(text(mojo, "goal"));
            }
            mojos.put(text(mojo, "goal"), parameters);
        }
    }

    static String of(PluginDescriptor descriptor) {
        return new ParameterPage(descriptor).text();
    }

    private String text() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        goalsInOrder().forEach(goal -> sections.put(goal, new ArrayList<>()));
        List<String> common = new ArrayList<>();
        goals.keySet().stream().sorted(byUse()).forEach(parameter -> {
            if (goals.get(parameter).size() >= MOST_GOALS) {
                common.add(parameter);
            } else {
                sections.get(owner(parameter)).add(parameter);
            }
        });
        StringBuilder page = new StringBuilder(START).append(section("Most goals", "submit", common));
        sections.forEach((goal, parameters) -> page.append(section("`" + goal + "`", goal, parameters)));
        return page.toString();
    }

    private List<String> goalsInOrder() {
        List<String> ordered = new ArrayList<>(ORDER);
        ordered.retainAll(mojos.keySet());
        mojos.keySet().stream().filter(goal -> !ORDER.contains(goal)).forEach(ordered::add);
        return ordered;
    }

    private String owner(String parameter) {
        return goalsInOrder().stream()
                .filter(goals.get(parameter)::contains)
                .findFirst()
                .orElseThrow();
    }

    private static Comparator<String> byUse() {
        return Comparator.comparingInt((String parameter) -> HelpMojo.EVERYDAY.contains(parameter)
                        ? HelpMojo.EVERYDAY.indexOf(parameter)
                        : HelpMojo.EVERYDAY.size())
                .thenComparing(Comparator.naturalOrder());
    }

    private String section(String heading, String goal, List<String> parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        String rows =
                parameters.stream().map(parameter -> row(goal, parameter)).collect(Collectors.joining("\n", "", "\n"));
        return "\n## " + heading + "\n\n| parameter | default | meaning | also of |\n|---|---|---|---|\n" + rows;
    }

    private String row(String goal, String name) {
        Element parameter = mojos.get(goal).get(name);
        String property = descriptor.property(goal, name);
        String shown = property.equals("store." + name) ? "`" + name + "`" : "`" + name + "`, `" + property + "`";
        String value = descriptor.defaults().get(name);
        Set<String> others = new TreeSet<>(goals.get(name));
        others.remove(goal);
        String also = others.size() >= MOST_GOALS - 1 ? "" : String.join(", ", others);
        return "| %s | %s | %s | %s |"
                .formatted(shown, value.isEmpty() ? "" : "`" + value + "`", meaning(parameter), also)
                .replace("|  |", "| |")
                .replace("|  |", "| |");
    }

    /** Markdown takes an angle bracket for markup, and a bar for the end of a cell. */
    private static String meaning(Element parameter) {
        return text(parameter, "description").replace("<", "&lt;").replace("|", "\\|");
    }

    private static String text(Element parent, String child) {
        return parent.getElementsByTagName(child).item(0).getTextContent();
    }
}
