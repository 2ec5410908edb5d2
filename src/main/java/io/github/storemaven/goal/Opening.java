package io.github.storemaven.goal;

import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;

/** A connection to the Store that can be opened: nothing is wrong with its parameters. */
@FunctionalInterface
interface Opening {
    Connection open() throws MojoFailureException, IOException;
}
