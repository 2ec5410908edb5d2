package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What submit receives from {@code -Dstore.x=...}. */
@MojoTest
class CommandLineTest {
    @Inject
    MavenSession session;

    @BeforeEach
    void commandLine() {
        Properties given = session.getUserProperties();
        given.setProperty("store.applicationId", "9PCOMMANDLIN");
        given.setProperty("store.packages", "target/one.msix,target/two/*.msixbundle");
        given.setProperty("store.commit", "false");
        given.setProperty("store.requestsPerMinute", "5");
        given.setProperty("store.onPending", "fail");
    }

    @Test
    @Basedir("/parameters/defaults")
    @InjectMojo(goal = "submit", pom = "pom.xml")
    void fillsWhatThePomLeavesOpen(SubmitMojo submit) {
        assertThat(submit.applicationId).isEqualTo("9PCOMMANDLIN");
        assertThat(submit.packages).containsExactly("target/one.msix", "target/two/*.msixbundle");
        assertThat(submit.commit).isFalse();
        assertThat(submit.requestsPerMinute).isEqualTo("5");
        assertThat(submit.onPending).isEqualTo("fail");
    }

    @Test
    @Basedir("/parameters/everything")
    @InjectMojo(goal = "submit", pom = "pom.xml")
    void losesAgainstThePom(SubmitMojo submit) {
        assertThat(submit.applicationId).isEqualTo("9PAPPDEMO001");
        assertThat(submit.onPending).isEqualTo("resume");
    }
}
