package io.github.storemaven.goal;

import io.github.storemaven.json.JsonProblem;
import io.github.storemaven.json.JsonReading;
import io.github.storemaven.json.ReadJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the submission file that is named, or the usual one where it exists. */
final class SubmissionFile {
    private final AbstractWantedMojo mojo;
    private final Problems problems;
    private final FileFindings findings;

    SubmissionFile(AbstractWantedMojo mojo, Problems problems, FileFindings findings) {
        this.findings = findings;
        this.mojo = mojo;
        this.problems = problems;
    }

    /** The file's object with the place of each member; empty where there is no file, or after a finding. */
    Optional<ReadJson> read(Optional<Path> usual) {
        if (mojo.submissionFile == null) {
            return usual.filter(Files::isRegularFile).flatMap(this::read);
        }
        Path file = mojo.submissionFile.toPath().toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            problems.add("store.submissionFile names " + file + ", which is no file");
            return Optional.empty();
        }
        return read(file);
    }

    private Optional<ReadJson> read(Path file) {
        try {
            ReadJson read = JsonReading.file(file);
            read.object();
            return Optional.of(read);
        } catch (JsonProblem problem) {
            findings.add(problem);
        } catch (IOException e) {
            findings.add(file.toString(), "", "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }
}
