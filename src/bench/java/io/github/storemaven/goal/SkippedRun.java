package io.github.storemaven.goal;

import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;

/** One run of submit that is skipped, in a JVM of its own; prints how long the plugin took, in microseconds. */
final class SkippedRun {
    private SkippedRun() {}

    public static void main(String[] arguments) throws Exception {
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setGoal("submit");
        MojoExecution execution = new MojoExecution(descriptor);
        long start = System.nanoTime();
        SubmitMojo mojo = new SubmitMojo(null, null);
        mojo.execution = execution;
        mojo.skip = true;
        mojo.execute();
        System.out.println((System.nanoTime() - start) / 1000);
    }
}
