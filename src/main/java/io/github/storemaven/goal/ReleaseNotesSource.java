package io.github.storemaven.goal;

import io.github.storemaven.listing.Changelog;
import io.github.storemaven.listing.InvalidListingException;
import io.github.storemaven.submission.CommonReleaseNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the section of the changelog that is about the project's version. */
final class ReleaseNotesSource {
    private final AbstractWantedMojo mojo;
    private final Problems problems;
    private final FileFindings findings;

    ReleaseNotesSource(AbstractWantedMojo mojo, Problems problems, FileFindings findings) {
        this.mojo = mojo;
        this.problems = problems;
        this.findings = findings;
    }

    /** The notes; empty where no changelog is named, or with a problem. */
    Optional<CommonReleaseNotes> read() throws IOException {
        if (mojo.releaseNotesFile == null) {
            return Optional.empty();
        }
        Path changelog = mojo.releaseNotesFile.toPath();
        if (!mojo.hasProject()) {
            problems.add("store.releaseNotesFile tells about the version of a project, and here is no pom.xml");
        } else if (!Files.isRegularFile(changelog)) {
            problems.add("store.releaseNotesFile names " + changelog + ", which is no file");
        } else {
            return section(changelog, mojo.project.getVersion().replaceFirst("-SNAPSHOT$", ""));
        }
        return Optional.empty();
    }

    private Optional<CommonReleaseNotes> section(Path changelog, String version) throws IOException {
        try {
            return Optional.of(new CommonReleaseNotes(Changelog.section(changelog, version), changelog));
        } catch (InvalidListingException wrong) {
            wrong.problems().forEach(findings::add);
            return Optional.empty();
        }
    }
}
