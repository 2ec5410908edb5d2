package io.github.storemaven.goal;

import io.github.storemaven.goal.CommandLine.Property;
import io.github.storemaven.submission.ConfigurationProblems;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Names that no goal of this plugin knows: properties, and elements of the POM. One that is near a known one stops the
 * build, since Maven passes it over and the goal would do something else than what was meant.
 */
final class UnknownParameters {
    /** What goals of this plugin set for later ones. */
    private static final String CREATED = "store.created.";

    private static final String FOREIGN = " If another plugin uses it, name it in store.ignoredProperties";

    private final AbstractStoreMojo mojo;
    private final CommandLine commandLine;
    private final ParameterNames known;
    private final PomText pom;
    private final ConfigurationProblems problems;
    private final List<String> ignored;

    UnknownParameters(AbstractStoreMojo mojo, CommandLine commandLine, ConfigurationProblems problems) {
        this.mojo = mojo;
        this.commandLine = commandLine;
        this.problems = problems;
        this.ignored = ConfigurationProblems.given(mojo.ignoredProperties);
        this.pom = new PomText(mojo.project, mojo.execution);
        this.known = ParameterNames.of(
                mojo.execution.getMojoDescriptor().getPluginDescriptor().getMojos());
    }

    void check() {
        commandLine.properties().forEach(this::given);
        elements().forEach(this::element);
        Properties own = pom.own();
        own.stringPropertyNames().stream().sorted().forEach(this::own);
        mojo.project.getProperties().stringPropertyNames().stream()
                .filter(name ->
                        !own.containsKey(name) && commandLine.property(name).isEmpty())
                .sorted()
                .forEach(this::inherited);
    }

    /** The JVM's own properties are passed over, since each system has others. */
    private void given(Property property) {
        if (isForeign(property.name())) {
            return;
        }
        Optional<ParameterNames.Name> near = known.nearProperty(property.name());
        if ((near.isEmpty() && !ParameterNames.isOurs(property.name())) || isUsed(property.name())) {
            return;
        }
        near.ifPresent(name -> problems.add("There is no property " + property.name() + ", which is set "
                + property.place() + "; did you mean \"-D" + name.property() + "=...\"?" + FOREIGN));
        if (near.isEmpty()) {
            warn("No goal has the property " + property.name() + ", which is set " + property.place()
                    + "; it has no effect");
        }
    }

    private void element(String element) {
        Optional<ParameterNames.Name> near = known.near(element);
        near.ifPresent(name -> problems.add("There is no parameter <" + element + "> (" + pom.place(element)
                + "); write <" + name.parameter() + ">"));
        if (near.isEmpty()) {
            warn("No goal has the parameter <" + element + "> (" + pom.place(element) + "); it has no effect");
        }
    }

    private void own(String name) {
        Optional<ParameterNames.Name> near = isForeign(name) ? Optional.empty() : known.nearProperty(name);
        boolean looksOurs = near.isPresent() || (ParameterNames.isOurs(name) && !isForeign(name));
        if (looksOurs && !isUsed(name)) {
            near.ifPresent(one -> problems.add("There is no property " + name + ", which is in <properties> of "
                    + mojo.project.getFile() + "; did you mean <" + one.property() + ">?" + FOREIGN));
            if (near.isEmpty()) {
                warn("No goal has the property " + name + ", which is in <properties> of " + mojo.project.getFile()
                        + "; it has no effect");
            }
        }
    }

    private void inherited(String name) {
        if (ParameterNames.isOurs(name) && !isForeign(name) && !isUsed(name)) {
            warn("No goal has the property " + name + ", which the project inherits; it has no effect"
                    + known.nearProperty(name)
                            .map(one -> ". Is " + one.property() + " meant?")
                            .orElse(""));
        }
    }

    private boolean isForeign(String property) {
        return known.hasProperty(property)
                || property.startsWith(CREATED)
                || property.startsWith("env.")
                || ignored.contains(property);
    }

    /** A property that a POM of this build uses has an effect, however it is called. */
    private boolean isUsed(String property) {
        return PomText.isUsed(property, mojo.session.getProjects()) || PomText.isUsed(property, List.of(mojo.project));
    }

    private Set<String> elements() {
        Set<String> unknown = new TreeSet<>();
        pom.effective().stream()
                .flatMap(configuration -> Stream.of(configuration.getChildren()))
                .map(Xpp3Dom::getName)
                .forEach(unknown::add);
        unknown.removeAll(known.parameters());
        return unknown;
    }

    /** Once a build, however many goals and modules it has. */
    private void warn(String line) {
        if (new BuildState(mojo.session.getRepositorySession()).isFirst("unknown names", line)) {
            mojo.getLog().warn(line);
        }
    }

    /** The names that were given and may have been meant for a parameter that is missing. */
    static List<String> meantFor(String parameter, CommandLine commandLine, Properties properties) {
        return Stream.concat(
                        commandLine.properties().stream().map(Property::name),
                        properties.stringPropertyNames().stream())
                .filter(name -> ParameterNames.isSpellingOf(name, parameter))
                .distinct()
                .sorted()
                .toList();
    }
}
