package io.github.storemaven.submission;

import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.Submissions;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a certified or published submission has the packages that were sent: a Store was seen that took a commit,
 * dropped the new package without a word and published the old one.
 */
final class SentPackages {
    private final ProductType type;
    private final List<PackageFile> packages;

    SentPackages(ReleaseRequest request) {
        this.type = request.type();
        this.packages = request.packages();
    }

    /**
     * Asks for the document once and compares; a release without packages asks nothing.
     *
     * @throws ReleaseRefusedException when a package is missing
     */
    void compare(Submissions submissions, ReleaseResult result, ReleaseLog log)
            throws ReleaseRefusedException, InterruptedException {
        if (packages.isEmpty()) {
            return;
        }
        List<String> missing;
        try {
            missing = missing(submissions.get(result.submissionId()));
        } catch (StoreRefusedException | IOException unanswered) {
            log.packagesUnknown(result.submissionId(), unanswered);
            return;
        }
        if (!missing.isEmpty()) {
            throw new ReleaseRefusedException("The Store took submission " + result.submissionId() + " of "
                    + result.product() + " ("
                    + result.status().name() + ") and does not have in it what was sent: "
                    + String.join(", ", missing) + ". See "
                    + PartnerCenter.page(result.product(), result.submissionId()));
        }
    }

    private List<String> missing(JsonObject document) {
        List<JsonObject> held = Members.objects(document, type.packagesMember().orElse("")).stream()
                .filter(entry -> !FileStatus.PENDING_DELETE.isOf(entry))
                .toList();
        return packages.stream()
                .filter(file -> held.stream().noneMatch(entry -> isSame(entry, file)))
                .map(file ->
                        "package " + file.name() + " (version " + file.version() + ", " + file.architecture() + ")")
                .toList();
    }

    /** A name alone tells nothing where the Store knows the version: each release may call its package the same. */
    private static boolean isSame(JsonObject entry, PackageFile file) {
        boolean named = FileEntry.name(entry).equals(Optional.of(file.name()));
        Optional<String> version = Members.text(entry, "version");
        if (version.isEmpty()) {
            return named;
        }
        return version.get().equals(file.version())
                && (named
                        || Members.text(entry, "architecture")
                                .filter(file.architecture()::equalsIgnoreCase)
                                .isPresent());
    }
}
