package io.github.storemaven.goal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows the goals; with a goal its parameters. What is needed every day comes first.
 *
 * @since 0.1.0
 */
@Mojo(name = "help", requiresProject = false, threadSafe = true)
public final class HelpMojo extends AbstractMojo {
    /** What a first release may need comes before all other parameters. */
    public static final List<String> EVERYDAY = List.of(
            "applicationId",
            "flightName",
            "addonProductId",
            "rehearse",
            "serverId",
            "packages",
            "storeDirectory",
            "submissionFile",
            "waitFor",
            "timeout",
            "commit",
            "onPending",
            "packageMode",
            "rolloutPercentage",
            "targetPublishMode",
            "targetPublishDate",
            "visibility",
            "notesForCertification",
            "images",
            "packageIdentityName",
            "publisher",
            "publisherDisplayName");

    /** In the order in which a release needs them; the others follow by name. */
    private static final List<String> GOALS = List.of(
            "submit", "validate", "plan", "preview", "package", "token", "pull", "status", "emulate", "doctor", "list");

    /** Of a terminal. */
    private static final int WIDTH = 80;

    private static final String INDENT = "    ";

    /**
     * The goal whose parameters are shown.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goal")
    String goal;

    /**
     * true: show the parameters of each goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "detail", defaultValue = "false")
    boolean detail;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    private final List<String> lines = new ArrayList<>();

    @Override
    public void execute() throws MojoFailureException {
        PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
        List<MojoDescriptor> all = plugin.getMojos().stream()
                .sorted(byUse(GOALS, MojoDescriptor::getGoal))
                .toList();
        List<MojoDescriptor> shown = all.stream()
                .filter(one -> goal == null || one.getGoal().equals(goal))
                .toList();
        if (shown.isEmpty()) {
            throw new MojoFailureException("There is no goal \"" + goal + "\". The goals are "
                    + all.stream().map(MojoDescriptor::getGoal).collect(Collectors.joining(", ")));
        }
        lines.add("Store Maven Plugin " + plugin.getVersion());
        for (MojoDescriptor one : shown) {
            lines.add("");
            lines.add("store:" + one.getGoal()
                    + Optional.ofNullable(one.getPhase())
                            .filter(phase -> !phase.isBlank())
                            .map(phase -> " (phase " + phase + ")")
                            .orElse(""));
            wrap(one.getDescription(), INDENT);
            if (detail || goal != null) {
                parameters(one);
            }
        }
        lines.add("");
        if (goal == null) {
            lines.add("The parameters of a goal:  mvn store:help \"-Ddetail\" \"-Dgoal=submit\"");
            lines.add("A release without account: mvn store:submit \"-Dstore.rehearse=true\"");
        } else {
            lines.add("Each parameter is a property too, for example \"-Dstore.rehearse=true\"");
        }
        getLog().info(String.join("\n", lines));
    }

    private void parameters(MojoDescriptor mojo) {
        var parameters = ParameterReader.parameters(mojo.getParameters()).stream()
                .sorted(byUse(EVERYDAY, org.apache.maven.plugin.descriptor.Parameter::getName))
                .collect(Collectors.partitioningBy(one -> EVERYDAY.contains(one.getName())));
        section("Parameters of every day:", mojo, parameters.get(true));
        section(
                parameters.get(true).isEmpty() ? "Parameters:" : "All other parameters, by name:",
                mojo,
                parameters.get(false));
    }

    private void section(
            String title, MojoDescriptor mojo, List<org.apache.maven.plugin.descriptor.Parameter> parameters) {
        if (!parameters.isEmpty()) {
            lines.addAll(List.of("", "  " + title));
        }
        for (var one : parameters) {
            lines.add(INDENT + one.getName() + notes(mojo, one));
            wrap(one.getDescription(), INDENT + INDENT);
        }
    }

    private static String notes(MojoDescriptor mojo, org.apache.maven.plugin.descriptor.Parameter parameter) {
        List<String> notes = new ArrayList<>();
        String value = mojo.getMojoConfiguration().getChild(parameter.getName()).getAttribute("default-value");
        if (value != null && !value.isEmpty()) {
            notes.add("default " + value);
        }
        String property = ParameterReader.property(parameter);
        if (!property.equals("store." + parameter.getName())) {
            notes.add("property " + property);
        }
        return notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")";
    }

    private static <T> Comparator<T> byUse(List<String> order, Function<T, String> name) {
        return Comparator.comparingInt(
                        (T one) -> order.contains(name.apply(one)) ? order.indexOf(name.apply(one)) : order.size())
                .thenComparing(name);
    }

    /** As many lines as a text needs. */
    private void wrap(String text, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
    }
}
