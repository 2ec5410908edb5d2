package io.github.storemaven.goal;

import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;

/**
 * A module that has nothing for the Store, and is not asked for anything by its own POM, since a parent configures the
 * plugin for all. It is passed over, so that such a parent needs no exceptions. A goal of the command line is meant: Maven
 * runs one that needs no project once, for the project where it is called.
 */
record QuietModule(AbstractStoreMojo goal) {
    /** Whether the goal ends here, which is said. */
    boolean passesOver(boolean nothingIsThere) {
        boolean passed =
                nothingIsThere && goal.execution.getSource() != MojoExecution.Source.CLI && (isParent() || !isItsOwn());
        if (passed && goal.project.getPackaging().equals("pom")) {
            goal.getLog().debug(line());
        } else if (passed) {
            goal.getLog().info(line());
        }
        return passed;
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
                .filter(plugin ->
                        plugin.getKey().equals(goal.execution.getPlugin().getKey()));
    }
}
