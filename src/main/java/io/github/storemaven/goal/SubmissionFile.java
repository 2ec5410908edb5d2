package io.github.storemaven.goal;

import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.listing.FolderBoundary;
import io.github.storemaven.listing.PlainFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

    /**
     * The file's object with the place of each member; empty where there is no file, or after a finding.
     *
     * @param usual where the file is that nobody has to name
     * @param boundary that the usual file may not lead out of
     */
    Optional<ParsedJson> read(Optional<Path> usual, Path boundary) throws IOException {
        if (mojo.submissionFile == null) {
            return usual.isEmpty() ? Optional.empty() : usual(usual.get(), boundary);
        }
        Path file = mojo.submissionFile.toPath().toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            problems.add("store.submissionFile names " + file + ", which is no file");
            return Optional.empty();
        }
        return read(file);
    }

    /** Refused before it is read: what it contains would be shown by what is wrong with it. */
    private Optional<ParsedJson> usual(Path file, Path boundary) throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS) || !isHeld(file, boundary)) {
            return Optional.empty(); // The folder's own reading tells what leads out of it.
        }
        return read(file);
    }

    private static boolean isHeld(Path file, Path boundary) {
        try {
            return FolderBoundary.of(boundary).wouldHold(file);
        } catch (IOException leadsNowhere) {
            return false;
        }
    }

    private Optional<ParsedJson> read(Path file) {
        try {
            Optional<String> wrong = PlainFile.problem(file);
            if (wrong.isPresent()) {
                findings.add(file.toString(), "", wrong.get());
                return Optional.empty();
            }
            ParsedJson read = ParsedJson.ofFile(file);
            read.object();
            return Optional.of(read);
        } catch (JsonSyntaxException problem) {
            findings.add(problem);
        } catch (IOException e) {
            findings.add(file.toString(), "", "cannot be read: " + FailureTranslator.sentence(e));
        }
        return Optional.empty();
    }
}
