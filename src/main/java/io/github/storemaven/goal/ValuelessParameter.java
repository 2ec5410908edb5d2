package io.github.storemaven.goal;

import io.github.storemaven.submission.ConfigurationProblems;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * A parameter that a POM sets to an expression without a value. Maven leaves it out without a word, and where it names an
 * add-on or a flight, the app would be released in its place.
 */
record ValuelessParameter(MojoExecution execution, ConfigurationProblems problems) {
    /** A problem where the POM says something and nothing has come of it. */
    void check(String value, String parameter) {
        String written = written(parameter);
        if (ConfigurationProblems.given(value).isEmpty()
                && written.contains("${")
                && !written.equals("${store." + parameter + "}")) {
            problems.add("store." + parameter + " is " + written
                    + ", which has no value here; give it one, or an empty one where it is not wanted");
        }
    }

    private String written(String parameter) {
        Xpp3Dom configuration = execution == null ? null : execution.getConfiguration();
        Xpp3Dom one = configuration == null ? null : configuration.getChild(parameter);
        return one == null || one.getValue() == null ? "" : one.getValue();
    }
}
