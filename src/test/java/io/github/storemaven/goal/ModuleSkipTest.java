package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which modules without anything for the Store are passed over, and which have to say what is missing. */
class ModuleSkipTest {
    private final SubmitMojo goal = new SubmitMojo(null, null);
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void begin() {
        goal.project = module(withPlugin());
        goal.execution = new MojoExecution(withPlugin(), "submit", "store");
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                said.add(line.toString());
            }
        });
    }

    private static Plugin withPlugin(String... executions) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.storemaven");
        plugin.setArtifactId("store-maven-plugin");
        for (String id : executions) {
            PluginExecution execution = new PluginExecution();
            execution.setId(id);
            plugin.addExecution(execution);
        }
        return plugin;
    }

    private static MavenProject module(Plugin... plugins) {
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setPlugins(new ArrayList<>(List.of(plugins)));
        model.setPackaging("jar");
        MavenProject module = new MavenProject(model);
        module.setOriginalModel(model);
        module.setFile(new File("pom.xml"));
        return module;
    }

    private static MojoExecution called() {
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setGoal("submit");
        descriptor.setPluginDescriptor(new PluginDescriptor());
        descriptor.getPluginDescriptor().setPlugin(withPlugin());
        return new MojoExecution(descriptor, "default-cli", Source.CLI);
    }

    private boolean passedOver() {
        return new ModuleSkip(goal).skips(true);
    }

    @Test
    void aModuleThatAsksForItHasToHaveSomething() {
        assertThat(passedOver()).isFalse();
        goal.project.setParent(module(withPlugin("store")));
        goal.project.getOriginalModel().getBuild().setPlugins(List.of(withPlugin("store")));
        assertThat(passedOver()).isFalse();
    }

    @Test
    void whatAParentRunsForAllIsNotAskedForByAnotherExecution() {
        goal.project.setParent(module(withPlugin("store")));
        goal.project.getOriginalModel().getBuild().setPlugins(List.of(withPlugin("add-on")));
        assertThat(passedOver()).isTrue();
        assertThat(said).singleElement().asString().contains("Nothing for store:submit in this module");
    }

    @Test
    void aModuleThatOnlyInheritsIsPassedOverUnlessSomethingIsThere() {
        goal.project = module();
        assertThat(passedOver()).isTrue();
        assertThat(new ModuleSkip(goal).skips(false)).isFalse();
    }

    @Test
    void aParentIsPassedOverWithoutALine() {
        goal.project.getModel().setPackaging("pom");
        goal.project.getModel().addModule("app");
        assertThat(passedOver()).isTrue();
        assertThat(said).isEmpty();
    }

    @Test
    void aGoalOfTheCommandLineIsMeant() {
        goal.project.getModel().addModule("app");
        goal.execution = called();
        assertThat(passedOver()).isFalse();
    }

    private boolean names() {
        return new ModuleSkip(goal).names(Set.of("packages", "applicationId"));
    }

    @Test
    void aModuleThatNamesSomethingByAPropertyIsMeant() {
        assertThat(names()).isFalse();
        goal.project.getOriginalModel().addProperty("store.packages", "target/*.msixbundle");
        assertThat(names()).isTrue();
        goal.project.getOriginalModel().addProperty("store.packages", " ");
        assertThat(names()).isFalse();
    }

    @Test
    void aModuleThatNamesSomethingInItsConfigurationIsMeant() {
        Plugin plugin = goal.project.getOriginalModel().getBuild().getPlugins().get(0);
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(new Xpp3Dom("skip"));
        plugin.setConfiguration(configuration);
        assertThat(names()).isFalse();
        configuration.addChild(new Xpp3Dom("packages"));
        assertThat(names()).isTrue();
    }

    @Test
    void whatAParentNamesIsNoSign() {
        MavenProject parent = module(withPlugin("store"));
        parent.getModel().addProperty("store.applicationId", "9PAPPDEMO001");
        goal.project.setParent(parent);
        goal.project.getProperties().setProperty("store.other", "x");
        assertThat(names()).isFalse();
    }

    @Test
    void aProfileCountsWhereItIsActive() {
        Profile profile = new Profile();
        profile.setId("windows");
        profile.addProperty("store.packages", "target/*.msix");
        goal.project.getOriginalModel().addProfile(profile);
        assertThat(names()).isFalse();
        goal.project.setActiveProfiles(List.of(profile));
        assertThat(names()).isTrue();
    }
}
