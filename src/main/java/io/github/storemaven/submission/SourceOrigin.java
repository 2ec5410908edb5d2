package io.github.storemaven.submission;

import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.json.ParsedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells which file of the folder, which line of the submission file or which parameter sets a path. */
public record SourceOrigin(FolderListing listing, Optional<ParsedJson> patch) implements Origin {
    private static final Pattern ITEM = Pattern.compile("/(\\d{1,6})$");

    /** Of a list's file that is read again for a line. */
    private static final int MAX_BYTES = 32 * 1024;

    @Override
    public String where(String pointer) {
        return listing.origin()
                .apply(pointer)
                .map(file -> withLine(file, pointer))
                .orElseGet(() -> patch.filter(read -> read.locations().containsKey(pointer) || pointer.isEmpty())
                        .map(read -> read.locationOf(pointer))
                        .orElseGet(() -> nearest(pointer)));
    }

    /** With the line of an item in the file of a list, which has an item in each line that is not blank. */
    private static String withLine(Path file, String pointer) {
        Matcher item = ITEM.matcher(pointer);
        if (item.find() && file.toString().endsWith(".txt") && file.toFile().length() <= MAX_BYTES) {
            try {
                List<String> lines = Files.readAllLines(file);
                return IntStream.range(0, lines.size())
                        .filter(index -> !lines.get(index).isBlank())
                        .skip(Long.parseLong(item.group(1)))
                        .mapToObj(index -> file + ", line " + (index + 1))
                        .findFirst()
                        .orElse(file.toString());
            } catch (IOException unreadable) {
                return file.toString(); // It is told when it is read.
            }
        }
        return file.toString();
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
