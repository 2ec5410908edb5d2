package io.github.storemaven.goal;

import io.github.storemaven.goal.CommandLine.Property;
import io.github.storemaven.submission.ConfigurationProblems;
import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Reads the parameters of a goal as text, so that each one is absent, right or refused. Maven makes {@code false} of every
 * switch that is not {@code true}, nothing of an expression without a value, and the project's folder of an empty file name,
 * without a word; what was written is still in the execution's configuration.
 */
final class ParameterReader {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");
    /** What a torn command line puts behind a path; a secret may be in it. */
    private static final Pattern SWALLOWED_ARGUMENT = Pattern.compile("(?s)\\s-D.*");

    /** Set by goals of this plugin during the build, so that a goal that is skipped may find it unset. */
    private static final String CREATED = "store.created.";
    /** What a decoder writes for bytes or letters that it cannot represent. */
    private static final int LOST_LETTER = 0xFFFD;

    private static final String ENVIRONMENT = "env.";
    private static final String REHEARSE = "STORE_REHEARSE";

    private final AbstractStoreMojo mojo;
    private final CommandLine commandLine;
    private final PomText pom;
    private final FileSystem system;
    private final PluginParameterExpressionEvaluator evaluator;

    /** @param system whose rules paths have to keep */
    ParameterReader(AbstractStoreMojo mojo, CommandLine commandLine, FileSystem system) {
        this.mojo = mojo;
        this.commandLine = commandLine;
        this.pom = new PomText(mojo.project, mojo.execution);
        this.system = system;
        this.evaluator = new PluginParameterExpressionEvaluator(mojo.session, mojo.execution);
    }

    /**
     * What a parameter was given.
     *
     * @param texts one, or those of a list; empty where nothing was given
     * @param said whether the command line gave it, not the POM
     * @param unresolved the first expression that has no value, as it was written
     */
    private record Given(
            Parameter parameter, List<String> texts, Optional<Property> said, Optional<String> unresolved) {
        String name() {
            return property(parameter);
        }

        /** Whether there is nothing; Maven 3 leaves nothing of an empty element. */
        boolean isBlank() {
            return texts.stream().allMatch(String::isBlank);
        }

        boolean isList() {
            return parameter.getType().equals(List.class.getName());
        }

        /** For the field of a text or a list; its default where there is nothing. */
        Object value() {
            return isList() && !texts.isEmpty()
                    ? texts
                    : texts.stream().findFirst().orElse(parameter.getDefaultValue());
        }

        boolean isSwitch() {
            return parameter.getType().equals("boolean");
        }

        boolean isFile() {
            return parameter.getType().equals(File.class.getName());
        }

        boolean isText() {
            return parameter.getType().equals(String.class.getName());
        }
    }

    /** Looks at each parameter of the goal, and gives switches and blank ones the value that they have by our rules. */
    void read(ConfigurationProblems problems) {
        boolean rehearseIsSet = false;
        for (Parameter parameter : parameters(mojo.execution.getMojoDescriptor().getParameters())) {
            boolean isOwn = mojo.ownParameters().contains(parameter.getName());
            Given given = isOwn ? own(parameter) : given(parameter);
            if (isOwn) {
                set(parameter, given.value());
            }
            if (given.unresolved().isPresent()) {
                problems.add(given.name() + " is " + given.unresolved().get()
                        + ", which has no value here; give it one, or set that property empty where it is not wanted");
            } else if (given.isBlank()) {
                blank(given, problems);
            } else {
                filled(given, problems);
                rehearseIsSet |= parameter.getName().equals("rehearse");
            }
        }
        environment(rehearseIsSet, problems);
    }

    /** Those that a user may set; a property of ours belongs to each. */
    static List<Parameter> parameters(List<Parameter> all) {
        return all.stream()
                .filter(parameter ->
                        parameter.isEditable() && property(parameter).startsWith("store."))
                .toList();
    }

    /** The property of a parameter, {@code store.rehearse}; empty where it has none. */
    static String property(Parameter parameter) {
        String expression = parameter.getExpression() == null ? "" : parameter.getExpression();
        return EXPRESSION.matcher(expression).matches() ? expression.substring(2, expression.length() - 1) : "";
    }

    private Given given(Parameter parameter) {
        String property = property(parameter);
        Xpp3Dom written = PomText.child(mojo.execution.getConfiguration(), parameter.getName());
        boolean open = written == null || ("${" + property + "}").equals(written.getValue());
        Optional<Property> said = commandLine.property(property).filter(unused -> open);
        if (said.isPresent()) {
            return evaluated(parameter, elements(parameter, said.get().value()), said);
        }
        if (written != null && written.getChildCount() > 0) {
            return evaluated(parameter, children(written), said);
        }
        String text = open ? mojo.project.getProperties().getProperty(property) : written.getValue();
        if (!open && text == null) {
            text = "";
        }
        return evaluated(parameter, text == null ? List.of() : elements(parameter, text), said);
    }

    /** Of a text or a list that counts on the command line and in an execution of the goal's own, and nowhere else. */
    private Given own(Parameter parameter) {
        Optional<Property> said = commandLine
                .property(property(parameter))
                .filter(property -> property.place() != CommandLine.Place.SETTINGS);
        if (said.isPresent()) {
            return evaluated(parameter, elements(parameter, said.get().value()), said);
        }
        Xpp3Dom written = PomText.child(mojo.execution.getConfiguration(), parameter.getName());
        if (written != null && pom.isSetByOwnExecution(parameter.getName())) {
            return evaluated(
                    parameter,
                    written.getChildCount() > 0
                            ? children(written)
                            : elements(parameter, written.getValue() == null ? "" : written.getValue()),
                    said);
        }
        if (!given(parameter).texts().isEmpty()) {
            mojo.getLog()
                    .debug(parameter.getName() + " belongs to store:submit and is ignored: store:" + mojo.goal()
                            + " takes it from the command line, or from an execution of its own");
        }
        return new Given(parameter, List.of(), Optional.empty(), Optional.empty());
    }

    private static List<String> children(Xpp3Dom written) {
        return Arrays.stream(written.getChildren())
                .map(child -> child.getValue() == null ? "" : child.getValue())
                .toList();
    }

    private static List<String> elements(Parameter parameter, String text) {
        return parameter.getType().equals(List.class.getName()) ? List.of(text.split(",", -1)) : List.of(text);
    }

    private Given evaluated(Parameter parameter, List<String> texts, Optional<Property> said) {
        List<String> values = new ArrayList<>();
        for (String text : texts) {
            Optional<String> value = evaluate(text);
            if (value.isEmpty()) {
                return text.contains("${" + CREATED)
                        ? new Given(parameter, List.of(), said, Optional.empty())
                        : new Given(parameter, List.of(), said, Optional.of(text));
            }
            values.add(value.get());
        }
        return new Given(parameter, values, said, Optional.empty());
    }

    /** The text with the values of its expressions; empty where one has none. */
    private Optional<String> evaluate(String text) {
        if (!text.contains("${")) {
            return Optional.of(text);
        }
        try {
            return Optional.ofNullable(evaluator.evaluate(text, String.class))
                    .map(Object::toString)
                    .filter(value -> !value.contains("${"));
        } catch (ExpressionEvaluationException e) {
            return Optional.empty();
        }
    }

    /** In the POM a blank value means "not set"; on the command line somebody meant something, and it is not there. */
    private void blank(Given given, ConfigurationProblems problems) {
        Optional<Property> empty = given.said().or(() -> emptySource(given.parameter()));
        if (empty.isPresent()) {
            problems.add(given.name() + " is empty " + empty.get().place()
                    + (empty.get().name().equals(given.name())
                            ? ""
                            : " (by its property " + empty.get().name() + ")")
                    + "; give it a value, or leave it out");
        } else if (given.isSwitch() && !given.texts().isEmpty()) {
            set(given.parameter(), isTrue(given.parameter().getDefaultValue()).orElse(false));
        } else if (given.isFile() && !given.texts().isEmpty()) {
            set(given.parameter(), null);
        } else if (given.isText() && !given.texts().isEmpty()) {
            set(given.parameter(), given.parameter().getDefaultValue());
        }
    }

    /** The property of the command line that made the POM's value empty. */
    private Optional<Property> emptySource(Parameter parameter) {
        return pom.sources(pom.written(parameter.getName(), property(parameter))).stream()
                .flatMap(name -> commandLine.property(name).stream())
                .filter(Property::isBlank)
                .findFirst();
    }

    private void filled(Given given, ConfigurationProblems problems) {
        if (given.texts().stream().anyMatch(String::isBlank)) {
            problems.add(given.name() + " has an empty element; remove it, or give it a value");
        }
        if (given.texts().stream().anyMatch(text -> text.indexOf(LOST_LETTER) >= 0)) {
            problems.add(
                    given.name() + " contains U+FFFD, the sign for a letter that was lost: the encoding of the console"
                            + " or of the process does not have it. Write the text into a file or into the POM");
        }
        String text = given.texts().get(0);
        if (given.isSwitch()) {
            isTrue(text)
                    .ifPresentOrElse(
                            value -> set(given.parameter(), value),
                            () -> problems.add(given.name() + " is \"" + text + "\"; allowed values: true, false"));
        } else if (given.isFile()) {
            checkPath(given.name(), text, problems);
        }
    }

    private void checkPath(String name, String text, ConfigurationProblems problems) {
        try {
            system.getPath(text);
        } catch (InvalidPathException e) {
            String shown = SWALLOWED_ARGUMENT.matcher(text).replaceFirst("...").replace("\0", "\\0");
            problems.add(name + " is \"" + shown + "\", which is not a path of this system: " + e.getReason());
        }
    }

    /** The environment reaches a Maven that another Maven starts, which a property of the outer one does not. */
    private void environment(boolean rehearseIsSet, ConfigurationProblems problems) {
        if (!(mojo instanceof AbstractServiceMojo service)) {
            return;
        }
        commandLine.properties().stream()
                .map(Property::name)
                .filter(name -> name.startsWith(ENVIRONMENT))
                .map(name -> name.substring(ENVIRONMENT.length()))
                .filter(name -> !name.equals(REHEARSE) && ParameterNames.isNearlyRehearse(name))
                .forEach(name -> problems.add("The environment variable " + name + " has no effect; " + REHEARSE
                        + " is the one that rehearses. Rename it, or unset it"));
        String text = mojo.session.getSystemProperties().getProperty(ENVIRONMENT + REHEARSE);
        if (text != null) {
            isTrue(text)
                    .ifPresentOrElse(
                            wanted -> service.rehearseByEnvironment(wanted, rehearseIsSet),
                            () -> problems.add("The environment variable " + REHEARSE + " is \"" + text
                                    + "\"; allowed values: true, false"));
        }
    }

    /** True and false in any case, with blanks around, which cmd leaves; empty for all else. */
    private static Optional<Boolean> isTrue(String text) {
        return Optional.ofNullable(Map.of("true", true, "false", false)
                .get(text == null ? "" : text.strip().toLowerCase(Locale.ROOT)));
    }

    private void set(Parameter parameter, Object value) {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(parameter.getName())) {
                    set(field, value);
                    return;
                }
            }
        }
        throw new IllegalStateException("no field " + parameter.getName());
    }

    private void set(Field field, Object value) {
        try {
            field.set(mojo, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
