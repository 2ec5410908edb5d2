package io.github.storemaven.goal;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Publishes. */
@Mojo(name = "submit")
public final class SubmitMojo extends AbstractMojo {
    @Override
    public void execute() {
        getLog().info("hello");
    }
}
