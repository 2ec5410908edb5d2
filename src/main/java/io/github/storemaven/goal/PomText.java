package io.github.storemaven.goal;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What the POM and its parents say about a goal, as it is written there, with its expressions. */
record PomText(MavenProject project, MojoExecution execution) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");

    /** An element of a configuration; null where there is none. */
    static Xpp3Dom child(Object configuration, String name) {
        return configuration instanceof Xpp3Dom dom ? dom.getChild(name) : null;
    }

    /** The texts that set a parameter: the elements of its name, and the properties of its own name. */
    List<String> written(String parameter, String property) {
        return models().flatMap(model -> Stream.concat(
                        configurations(model)
                                .map(configuration -> child(configuration, parameter))
                                .flatMap(PomText::texts),
                        properties(model).map(some -> some.getProperty(property))))
                .filter(text -> text != null)
                .toList();
    }

    private static Stream<String> texts(Xpp3Dom element) {
        return element == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.ofNullable(element.getValue()),
                        Stream.of(element.getChildren()).map(Xpp3Dom::getValue));
    }

    /** The properties that such texts are made of, those of properties among them. */
    Set<String> sources(Collection<String> texts) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(texts);
        while (!open.isEmpty()) {
            EXPRESSION
                    .matcher(open.removeFirst())
                    .results()
                    .map(expression -> expression.group(1))
                    .filter(found::add)
                    .flatMap(name -> models().flatMap(this::properties).map(some -> some.getProperty(name)))
                    .filter(text -> text != null)
                    .forEach(open::add);
        }
        return found;
    }

    /** The properties that the configuration of this execution is made of. */
    Set<String> sources() {
        List<String> texts = new ArrayList<>();
        models().forEach(model -> {
            configurations(model)
                    .filter(Xpp3Dom.class::isInstance)
                    .flatMap(configuration -> Stream.of(((Xpp3Dom) configuration).getChildren()))
                    .flatMap(PomText::texts)
                    .forEach(texts::add);
            properties(model)
                    .flatMap(some -> some.stringPropertyNames().stream()
                            .filter(ParameterNames::isOurs)
                            .map(some::getProperty))
                    .forEach(texts::add);
        });
        return sources(texts.stream().filter(text -> text != null).toList());
    }

    /** Whether the POM of one of these projects, or a parent, uses a property in any place. */
    static boolean isUsed(String property, Collection<MavenProject> projects) {
        return projects.stream()
                .flatMap(PomText::models)
                .distinct()
                .anyMatch(model -> whole(model).contains("${" + property + "}"));
    }

    private static String whole(Model model) {
        StringWriter text = new StringWriter();
        try {
            new MavenXpp3Writer().write(text, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Stream<Model> models() {
        return models(project);
    }

    /** A project's model and those of its parents; none without a POM. */
    private static Stream<Model> models(MavenProject project) {
        return Stream.iterate(project, one -> one != null, MavenProject::getParent)
                .map(MavenProject::getOriginalModel)
                .filter(model -> model != null);
    }

    /** What an inactive profile makes of a property does not count. */
    private Stream<Profile> active(Model model) {
        Set<String> ids = Stream.iterate(project, one -> one != null, MavenProject::getParent)
                .flatMap(one -> Stream.concat(
                        one.getActiveProfiles().stream().map(Profile::getId),
                        one.getInjectedProfileIds().values().stream().flatMap(Collection::stream)))
                .collect(Collectors.toUnmodifiableSet());
        return model.getProfiles().stream().filter(profile -> ids.contains(profile.getId()));
    }

    private Stream<Properties> properties(Model model) {
        return Stream.concat(Stream.of(model.getProperties()), active(model).map(Profile::getProperties));
    }

    /** This plugin as a POM and its active profiles have it. */
    private Stream<Plugin> written(Model model) {
        return Stream.concat(
                        Stream.ofNullable(model.getBuild()),
                        active(model).map(Profile::getBuild).filter(build -> build != null))
                .flatMap(PomText::plugins)
                .filter(plugin -> plugin.getKey().equals(execution.getPlugin().getKey()));
    }

    private Stream<Object> configurations(Model model) {
        return written(model)
                .flatMap(plugin -> Stream.concat(
                        plugin.getExecutions().stream()
                                .filter(one -> one.getId().equals(execution.getExecutionId())),
                        Stream.of(plugin)))
                .map(ConfigurationContainer::getConfiguration);
    }

    private static Stream<Plugin> plugins(BuildBase build) {
        return Stream.concat(
                build.getPlugins().stream(),
                build.getPluginManagement() == null
                        ? Stream.empty()
                        : build.getPluginManagement().getPlugins().stream());
    }

    /**
     * Whether an execution of this goal, and of no other one, sets a parameter itself; in the configuration that Maven gives
     * to it the common one is merged.
     */
    boolean isSetByOwnExecution(String element) {
        List<PluginExecution> own = models().flatMap(this::written)
                .flatMap(plugin -> plugin.getExecutions().stream())
                .filter(one -> one.getId().equals(execution.getExecutionId()))
                .toList();
        Set<String> goals = own.stream().flatMap(one -> one.getGoals().stream()).collect(Collectors.toSet());
        return goals.equals(Set.of(execution.getGoal()))
                && own.stream().anyMatch(one -> child(one.getConfiguration(), element) != null);
    }

    /** This plugin with all that POM and parents configure; Maven takes what they manage too where a goal is called by its name. */
    private Optional<Plugin> plugin() {
        String key = execution.getPlugin().getKey();
        return Optional.ofNullable(project.getPlugin(key))
                .or(() -> Optional.ofNullable(project.getPluginManagement())
                        .map(managed -> managed.getPluginsAsMap().get(key)))
                .or(() -> Optional.ofNullable(execution.getPlugin()));
    }

    /** The configurations that count for this execution, the common one among them. */
    List<Xpp3Dom> effective() {
        return plugin().stream()
                .flatMap(plugin -> Stream.concat(
                        Stream.of(plugin.getConfiguration()),
                        Stream.ofNullable(plugin.getExecutionsAsMap().get(execution.getExecutionId()))
                                .map(PluginExecution::getConfiguration)))
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast)
                .toList();
    }

    /** An element of the common configuration or of any execution of this plugin, whatever its goal. */
    Optional<String> ofAnyExecution(String element) {
        return plugin().stream()
                .flatMap(plugin -> Stream.concat(Stream.of(plugin), plugin.getExecutions().stream()))
                .map(ConfigurationContainer::getConfiguration)
                .map(configuration -> child(configuration, element))
                .filter(child -> child != null && child.getValue() != null)
                .map(Xpp3Dom::getValue)
                .findFirst();
    }

    /** The properties of this POM alone, and of its active profiles. */
    Properties own() {
        Properties own = new Properties();
        if (project.getOriginalModel() != null) {
            own.putAll(project.getOriginalModel().getProperties());
        }
        project.getActiveProfiles().stream()
                .filter(profile -> Profile.SOURCE_POM.equals(profile.getSource()))
                .forEach(profile -> own.putAll(profile.getProperties()));
        return own;
    }

    /** The file that has an element of this plugin's configuration, and its line as far as Maven tells. */
    String place(String element) {
        Optional<Model> writer = models().filter(
                        model -> configurations(model).anyMatch(configuration -> child(configuration, element) != null))
                .findFirst();
        return writer.map(Model::getPomFile)
                .filter(file -> !file.equals(project.getFile()))
                .map(this::shown)
                .orElseGet(this::place);
    }

    /** The file and line of this plugin's configuration, as far as Maven tells. */
    String place() {
        Optional<InputLocation> location = plugin().map(plugin -> plugin.getLocation("configuration"));
        String file = location.map(InputLocation::getSource)
                .map(source -> shown(new File(source.getLocation())))
                .orElseGet(() -> project.getFile() == null ? "the POM" : shown(project.getFile()));
        return file + location.map(one -> ", line " + one.getLineNumber()).orElse("");
    }

    /** The project's own file is named as users call it. */
    private String shown(File pom) {
        return pom.equals(project.getFile()) ? pom.getName() : pom.toString();
    }
}
