package io.github.storemaven.check;

import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.Node;
import io.github.storemaven.zip.EntryName;
import jakarta.json.JsonObject;
import java.util.function.Predicate;

/** Files that a document announces have to be in the upload: rows IMG-41 and UPD-02. */
public final class PendingFileRules {
    private final Predicate<String> exists;

    /** @param exists whether the upload has a file of exactly that name, with slashes */
    public PendingFileRules(Predicate<String> exists) {
        this.exists = exists;
    }

    /** Checks all entries that are {@code PendingUpload}, and trailers that have no id yet. */
    public void check(JsonObject document, Origin origin, Report findings) {
        DocumentReport report = new DocumentReport(findings, origin);
        FileEntry.of(document).stream()
                .filter(FileEntry::isNew)
                .forEach(entry -> check(
                        entry.kind() == FileEntry.Kind.PACKAGE ? "UPD-02" : "IMG-41", entry.nameMember(), report));
    }

    private void check(String rule, Node name, DocumentReport report) {
        String text = EntryName.normalized(name.text().orElse(""));
        if (report.full()) {
            return;
        }
        if (!text.isEmpty() && EntryName.problem(text).isPresent()) {
            String message = Quote.of(text) + " cannot name a file of the upload archive";
            report.error(rule, name, message, "a relative path without . and ..");
        } else if (!exists.test(text)) {
            report.error(rule, name, "the upload has no file " + Quote.of(text), "a file of exactly that name");
        }
    }
}
