package io.github.storemaven.submission;

import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.json.ParsedJson;
import java.util.Optional;

/** Tells which file of the folder, which line of the submission file or which parameter sets a path. */
public record SourceOrigin(FolderListing listing, Optional<ParsedJson> patch) implements Origin {
    @Override
    public String where(String pointer) {
        return listing.origin()
                .apply(pointer)
                .map(Object::toString)
                .orElseGet(() -> patch.filter(read -> read.locations().containsKey(pointer) || pointer.isEmpty())
                        .map(read -> read.locationOf(pointer))
                        .orElseGet(() -> nearest(pointer)));
    }

    @Override
    public Origin ofSubmissionFile() {
        return new SourceOrigin(FolderListing.none(), patch);
    }

    /** The nearest member above that some source sets, or the parameters. */
    private String nearest(String pointer) {
        int slash = pointer.lastIndexOf('/');
        if (slash > 0) {
            return where(pointer.substring(0, slash));
        }
        return patch.map(ParsedJson::source).orElse("the parameters");
    }
}
