package io.github.storemaven.goal;

import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ExpectedPackages;
import io.github.storemaven.submission.ExpectedVersion;
import io.github.storemaven.text.ForeignText;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads which version and architectures a release has to have, from parameters, project and CI service. */
record ExpectedPackagesReader(AbstractReleaseMojo mojo, ConfigurationProblems problems) {
    private static final String PACKAGE_VERSION = "packageVersion";

    ExpectedPackages read() {
        Optional<String> wanted = ConfigurationProblems.given(mojo.expectedVersion);
        return new ExpectedPackages(wanted.flatMap(this::version), architectures(), project());
    }

    private Optional<ExpectedVersion> version(String wanted) {
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "tag" -> ofTag();
            case "project" -> ofProject();
            default -> {
                if (!ExpectedVersion.isVersion(wanted)) {
                    problems.add("store.expectedVersion is \"" + wanted
                            + "\"; allowed values: tag, project, and a version such as 1.4.0");
                    yield Optional.empty();
                }
                yield Optional.of(new ExpectedVersion("store.expectedVersion is " + wanted, wanted));
            }
        };
    }

    private Optional<ExpectedVersion> ofTag() {
        Optional<String> tag = ReleaseTag.of(mojo.session);
        if (tag.isEmpty()) {
            problems.add("store.expectedVersion is tag, and this build is of no tag: none of "
                    + ReleaseTag.VARIABLES + " names one. Run the job for a tag, or name the version:"
                    + " \"-Dstore.expectedVersion=1.4.0\"");
            return Optional.empty();
        }
        String version = ReleaseTag.version(tag.get(), mojo.project.getArtifactId());
        if (!ExpectedVersion.isVersion(version)) {
            problems.add("store.expectedVersion is tag, and the tag " + ForeignText.oneLine(tag.get())
                    + " has no version such as v1.4.0. Name the version: \"-Dstore.expectedVersion=1.4.0\"");
            return Optional.empty();
        }
        return Optional.of(new ExpectedVersion(
                "the tag " + ForeignText.oneLine(tag.get()) + " has " + ForeignText.oneLine(version), version));
    }

    private Optional<ExpectedVersion> ofProject() {
        Optional<ExpectedVersion> mapped =
                packageVersion().map(version -> new ExpectedVersion("store.packageVersion is " + version, version));
        if (mapped.isPresent()) {
            return mapped;
        }
        if (!mojo.hasProject()) {
            problems.add("store.expectedVersion is project, and there is no pom.xml here; name the version:"
                    + " \"-Dstore.expectedVersion=1.4.0\"");
            return Optional.empty();
        }
        if (project().isEmpty()) {
            problems.add("store.expectedVersion is project, and the project's version "
                    + ForeignText.oneLine(mojo.project.getVersion())
                    + " does not begin with one to four numbers; name the version: \"-Dstore.expectedVersion=1.4.0\"");
        }
        return project();
    }

    /** The project's version where packages have it; with a version of their own by store:package they need not. */
    private Optional<ExpectedVersion> project() {
        return mojo.hasProject()
                ? Optional.ofNullable(mojo.project.getVersion())
                        .filter(ExpectedVersion::isVersion)
                        .filter(version -> packageVersion().isEmpty())
                        .map(version -> new ExpectedVersion("the project has " + ForeignText.oneLine(version), version))
                : Optional.empty();
    }

    private Optional<String> packageVersion() {
        String property = "store." + PACKAGE_VERSION;
        return new CommandLine(mojo.session, mojo.project)
                .property(property)
                .map(CommandLine.Property::value)
                .or(() -> new PomText(mojo.project, mojo.execution).ofAnyExecution(PACKAGE_VERSION))
                .or(() -> Optional.ofNullable(mojo.project.getProperties().getProperty(property)))
                .filter(ExpectedVersion::isVersion);
    }

    private Set<String> architectures() {
        Set<String> known = new LinkedHashSet<>();
        for (String architecture : ConfigurationProblems.given(mojo.architectures)) {
            if (ExpectedPackages.ARCHITECTURES.contains(architecture.toLowerCase(Locale.ROOT))) {
                known.add(architecture.toLowerCase(Locale.ROOT));
            } else {
                problems.add("store.architectures has \"" + architecture + "\"; allowed values: "
                        + String.join(", ", ExpectedPackages.ARCHITECTURES));
            }
        }
        return known;
    }
}
