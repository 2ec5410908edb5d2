package io.github.storemaven.goal;

import io.github.storemaven.listing.TextSource;
import java.io.File;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;

/**
 * Replaces {@code ${...}} in texts by values of the project. Maven's own evaluator answers for settings, session and
 * environment too, so whoever may change a text could publish a password with it; here these are refused, and the
 * refusal shows no value.
 */
final class ProjectFilter implements TextSource {
    /** What Maven's expressions begin with that belongs to the machine or to whoever runs the build. */
    private static final Set<String> FOREIGN = Set.of("settings", "session", "env", "user", "mojo", "mojoexecution");

    private static final String TIMESTAMP = "maven.build.timestamp";
    private static final String ISO_8601 = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private static final int MAX_NESTING = 5;
    private static final int MAX_SHOWN = 80;

    private final MavenProject project;
    private final Properties userProperties;
    private final Settings settings;
    private final Date buildTime;

    /**
     * @param userProperties what the command line gives; it wins over a property that the POM has
     * @param settings whose profiles' properties are refused, since they often are passwords
     */
    ProjectFilter(MavenProject project, Properties userProperties, Settings settings, Date buildTime) {
        this.project = project;
        this.userProperties = userProperties;
        this.settings = settings;
        this.buildTime = buildTime;
    }

    static ProjectFilter of(MavenSession session, MavenProject project) {
        return new ProjectFilter(project, session.getUserProperties(), session.getSettings(), session.getStartTime());
    }

    @Override
    public String text(String written, LineProblems problems) {
        return filtered(written, 0, problems);
    }

    /** One pass, whatever the text holds: an expression ends in its line, or is none. */
    private String filtered(String written, int nesting, LineProblems problems) {
        StringBuilder filtered = new StringBuilder();
        int line = 1;
        int copied = 0;
        int open = -1;
        for (int index = 0; index < written.length(); index++) {
            char character = written.charAt(index);
            if (character == '\n') {
                line++;
                open = -1;
            } else if (open < 0 && written.startsWith("${", index)) {
                open = index;
            } else if (index == open + 2 && character == '}') {
                open = -1; // An expression without a name is none.
            } else if (open >= 0 && character == '}') {
                filtered.append(written, copied, open);
                filtered.append(replacement(written.substring(open + 2, index), line, nesting, problems));
                copied = index + 1;
                open = -1;
            }
        }
        return filtered.append(written, copied, written.length()).toString();
    }

    private String replacement(String name, int line, int nesting, LineProblems problems) {
        if (isForeign(name)) {
            problems.add(line, shown(name) + " is not a value of the project: " + ALLOWED);
            return "";
        }
        Optional<String> value = value(name);
        if (value.isEmpty() || nesting == MAX_NESTING) {
            problems.add(line, shown(name) + " has no value in this project: " + ALLOWED);
            return "";
        }
        // Maven leaves what it cannot resolve in a property as it is; the same rules hold for that.
        return filtered(value.get(), nesting + 1, (ignored, message) -> problems.add(line, message));
    }

    private static final String ALLOWED =
            "use ${project.version} or another member of the POM, a property of the POM, or ${" + TIMESTAMP + "}";

    private boolean isForeign(String name) {
        String root = name.split("[.\\[(]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return FOREIGN.contains(root) || isOfSettings(name);
    }

    /** A profile of settings.xml puts its properties among those of the POM. */
    private boolean isOfSettings(String name) {
        boolean active = project.getActiveProfiles().stream()
                .filter(profile -> Profile.SOURCE_SETTINGS.equals(profile.getSource()))
                .anyMatch(profile -> profile.getProperties().containsKey(name));
        String value = project.getProperties().getProperty(name);
        return active
                || settings.getProfiles().stream()
                        .map(profile -> profile.getProperties().getProperty(name))
                        .anyMatch(theirs -> theirs != null && theirs.equals(value));
    }

    private Optional<String> value(String name) {
        if (project.getProperties().containsKey(name)) {
            return Optional.ofNullable(
                    userProperties.getProperty(name, project.getProperties().getProperty(name)));
        }
        if (name.equals(TIMESTAMP)) {
            return timestamp();
        }
        if (name.equals("basedir") || name.equals("project.basedir")) {
            return Optional.ofNullable(project.getBasedir()).map(File::toString);
        }
        return name.startsWith("project.") || name.startsWith("pom.")
                ? PomMember.of(project.getModel(), List.of(name.split("\\.", -1)))
                : Optional.empty();
    }

    /** As Maven writes it into the POM. */
    private Optional<String> timestamp() {
        String format = project.getProperties().getProperty(TIMESTAMP + ".format", ISO_8601);
        try {
            SimpleDateFormat written = new SimpleDateFormat(format, Locale.ROOT);
            written.setCalendar(new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT));
            return Optional.of(written.format(buildTime));
        } catch (IllegalArgumentException noFormat) {
            return Optional.empty();
        }
    }

    private static String shown(String name) {
        return "${" + (name.length() > MAX_SHOWN ? name.substring(0, MAX_SHOWN) + "..." : name) + "}";
    }

    /** A single value of the POM by the names of its elements; no list, no free configuration. */
    private static final class PomMember {
        private PomMember() {}

        /** @param path {@code project}, then a name for each step */
        static Optional<String> of(Model model, List<String> path) {
            Object value = model;
            for (String name : path.subList(1, path.size())) {
                value = value == null ? null : get(value, name);
            }
            boolean single = value instanceof String || value instanceof File || value instanceof Boolean;
            return single ? Optional.of(value.toString()) : Optional.empty();
        }

        private static Object get(Object of, String name) {
            boolean ofThePom = of.getClass().getPackageName().equals(Model.class.getPackageName());
            if (!ofThePom || name.isEmpty()) {
                return null;
            }
            String getter = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            try {
                return of.getClass().getMethod(getter).invoke(of);
            } catch (ReflectiveOperationException none) {
                return null;
            }
        }
    }
}
