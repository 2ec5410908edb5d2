package io.github.storemaven.goal;

import io.github.storemaven.text.ForeignText;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * A module that has nothing for the Store, and is not asked for anything by its own POM, since a parent configures the
 * plugin for all. It is passed over, so that such a parent needs no exceptions. A goal of the command line is meant: Maven
 * runs one that needs no project once, for the project where it is called.
 */
record ModuleSkip(AbstractStoreMojo goal) {
    /** Whether the goal ends here, which is said. */
    boolean skips(boolean nothingIsThere) {
        boolean passed =
                nothingIsThere && goal.execution.getSource() != MojoExecution.Source.CLI && (isParent() || !isItsOwn());
        if (passed && goal.project.getPackaging().equals("pom")) {
            goal.getLog().debug(line());
        } else if (passed) {
            goal.getLog().info(line());
        }
        return passed;
    }

    /**
     * A goal that is called by its name runs for one project only, wherever the call is made: the other modules of the
     * build are not looked at, which is said.
     *
     * @param nothingIsThere whether this project has nothing for the Store
     * @throws MojoFailureException where nothing would be looked at at all
     */
    void warnOfModules(boolean nothingIsThere) throws MojoFailureException {
        List<MavenProject> others = goal.session.getProjects().stream()
                .filter(project -> !project.equals(goal.project))
                .toList();
        if (others.isEmpty() || goal.execution.getSource() != MojoExecution.Source.CLI) {
            return;
        }
        String name = goal.project.getArtifactId();
        String line = "store:" + goal.goal() + " was called by its name, so Maven runs it only for " + name
                + ": not looked at " + (others.size() == 1 ? "is the module " : "are the modules ")
                + ForeignText.list(
                        others.stream().map(MavenProject::getArtifactId).toList())
                + ". For one module add \"-pl :" + others.get(others.size() - 1).getArtifactId()
                + "\"; for all bind the goal to a phase, and run that";
        if (nothingIsThere) {
            throw new MojoFailureException(line + ". " + name + " itself has nothing for the Store");
        }
        goal.getLog().warn(line);
    }

    /** Whether the module's own POM gives one of these parameters a value; what a parent names is for all its modules. */
    boolean names(Set<String> parameters) {
        Model own = goal.project.getOriginalModel();
        if (own == null) {
            return false;
        }
        List<String> active =
                goal.project.getActiveProfiles().stream().map(Profile::getId).toList();
        List<Profile> profiles = own.getProfiles().stream()
                .filter(profile -> active.contains(profile.getId()))
                .toList();
        return Stream.concat(Stream.of(own.getProperties()), profiles.stream().map(Profile::getProperties))
                        .anyMatch(properties -> parameters.stream()
                                .anyMatch(name -> !properties
                                        .getProperty("store." + name, "")
                                        .isBlank()))
                || Stream.concat(Stream.of(own.getBuild()), profiles.stream().map(Profile::getBuild))
                        .flatMap(this::ours)
                        .flatMap(this::configurations)
                        .anyMatch(configuration -> Stream.of(configuration.getChildren())
                                .anyMatch(child -> parameters.contains(child.getName())));
    }

    private Stream<Plugin> ours(BuildBase build) {
        if (build == null) {
            return Stream.of();
        }
        Stream<Plugin> managed =
                build.getPluginManagement() == null ? Stream.of() : build.getPluginManagement().getPlugins().stream();
        return Stream.concat(build.getPlugins().stream(), managed).filter(this::isOurs);
    }

    /** What a plugin element configures for this goal. */
    private Stream<Xpp3Dom> configurations(Plugin plugin) {
        Stream<PluginExecution> execution =
                plugin.getExecutions().stream().filter(one -> one.getId().equals(goal.execution.getExecutionId()));
        return Stream.concat(Stream.of(plugin.getConfiguration()), execution.map(PluginExecution::getConfiguration))
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast);
    }

    private String line() {
        return "Nothing for store:" + goal.goal() + " in this module: no package, no file and no folder for the Store";
    }

    private boolean isParent() {
        return !goal.project.getModules().isEmpty();
    }

    /** Whether the module's POM asks for this goal. */
    private boolean isItsOwn() {
        List<Plugin> plugins = declared(goal.project.getOriginalModel()).toList();
        return plugins.stream().anyMatch(this::hasExecution) || (!plugins.isEmpty() && !isInherited());
    }

    /** Whether the parent runs this execution too; what it only manages runs where a module asks for it. */
    private boolean isInherited() {
        return goal.project.getParent() != null
                && declared(goal.project.getParent().getModel()).anyMatch(this::hasExecution);
    }

    private boolean hasExecution(Plugin plugin) {
        return plugin.getExecutionsAsMap().containsKey(goal.execution.getExecutionId());
    }

    /** This plugin, where a model or one of its profiles builds with it. */
    private Stream<Plugin> declared(Model model) {
        Stream<BuildBase> profiles = model.getProfiles().stream().map(Profile::getBuild);
        return Stream.concat(Stream.of(model).map(Model::getBuild), profiles)
                .flatMap(build -> build == null ? Stream.<Plugin>of() : build.getPlugins().stream())
                .filter(this::isOurs);
    }

    private boolean isOurs(Plugin plugin) {
        return plugin.getKey().equals(goal.execution.getPlugin().getKey());
    }
}
