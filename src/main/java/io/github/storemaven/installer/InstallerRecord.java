package io.github.storemaven.installer;

import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.text.ReplacedFile;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What this project knows of the draft since its last run, since the API tells neither who changed it nor whether it was
 * submitted: {@code installer-draft.json}.
 *
 * @param productId whose draft it is
 * @param digest of the request that was released last
 * @param submissionId what the draft was submitted as; empty where a run has begun and not submitted
 * @param before the draft before that run
 * @param target the draft that the run wanted
 * @param images the digest of what we uploaded, by the id that the Store gave it
 * @param installers the digest of each installer that was built here, by the address that the Store fetched it from
 */
public record InstallerRecord(
        String productId,
        String digest,
        String submissionId,
        JsonObject before,
        JsonObject target,
        Map<String, String> images,
        Map<String, String> installers) {
    public InstallerRecord {
        images = Map.copyOf(images);
        installers = Map.copyOf(installers);
    }

    /** Reads the record of a product; empty where there is none, or one of another product. @throws IOException when it is none */
    public static Optional<InstallerRecord> read(Path file, String productId) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            JsonObject json = ParsedJson.ofFile(file).object();
            if (!json.containsKey("productId") || !json.containsKey("target")) {
                throw new IOException(file + " is not the record of a release, and would be overwritten; name another"
                        + " file in store.recordFile");
            }
            InstallerRecord record = new InstallerRecord(
                    text(json, "productId"),
                    text(json, "digest"),
                    text(json, "submissionId"),
                    Members.objectOrEmpty(json, "before"),
                    Members.objectOrEmpty(json, "target"),
                    texts(Members.objectOrEmpty(json, "images")),
                    texts(Members.objectOrEmpty(json, "installers")));
            return Optional.of(record).filter(one -> one.productId().equalsIgnoreCase(productId));
        } catch (JsonSyntaxException problem) {
            throw new IOException(
                    "The record of the last release is damaged: " + problem.getMessage()
                            + ". Delete the file; the next run then takes the draft as it is",
                    problem);
        }
    }

    private static String text(JsonObject json, String name) {
        return Members.text(json, name).orElse("");
    }

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new TreeMap<>();
        json.forEach((name, value) -> {
            if (value instanceof JsonString text) {
                texts.put(name, text.getString());
            }
        });
        return texts;
    }

    private static JsonObjectBuilder object(Map<String, String> texts) {
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        new TreeMap<>(texts).forEach(object::add);
        return object;
    }

    /** Writes it, as a whole or not at all. */
    public void write(Path file) throws IOException {
        JsonObject json = Json.PROVIDER
                .createObjectBuilder()
                .add("productId", productId)
                .add("digest", digest)
                .add("submissionId", submissionId)
                .add("before", before)
                .add("target", target)
                .add("images", object(images))
                .add("installers", object(installers))
                .build();
        ReplacedFile.write(file, Json.indented(json));
    }

    /** Whether a run has begun to change the draft, and has not submitted it. */
    boolean isUnfinished() {
        return submissionId.isEmpty();
    }

    InstallerRecord submitted(String submission, JsonObject held) {
        return new InstallerRecord(productId, digest, submission, held, held, images, installers);
    }

    /** The same with images that were uploaded. */
    InstallerRecord with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(images);
        all.putAll(more);
        return new InstallerRecord(productId, digest, submissionId, before, target, all, installers);
    }

    /** The paths of a draft that are neither as the last run found them nor as it wanted them: somebody else's doing. */
    List<String> editsIn(InstallerDraft draft) {
        JsonObject now = draft.document();
        NavigableSet<String> unwanted = new TreeSet<>(paths(target, now));
        return paths(before, now).stream()
                .filter(path -> isWithin(unwanted, path))
                .filter(path -> !isOurImages(now, path))
                .toList();
    }

    private static List<String> paths(JsonObject from, JsonObject to) {
        return Difference.between(from, to).stream().map(Change::path).toList();
    }

    /** Whether a path, one above it or one below it is among some. */
    private static boolean isWithin(NavigableSet<String> paths, String path) {
        String below = paths.ceiling(path + "/");
        boolean found = paths.contains(path) || (below != null && below.startsWith(path + "/"));
        for (int end = path.lastIndexOf('/'); end > 0 && !found; end = path.lastIndexOf('/', end - 1)) {
            found = paths.contains(path.substring(0, end));
        }
        return found;
    }

    private static JsonValue value(JsonObject document, String path) {
        return Members.find(document, path).orElse(JsonValue.NULL);
    }

    /** A set in which each image is one that we uploaded, or that was there. */
    private boolean isOurImages(JsonObject now, String path) {
        if (!path.startsWith("/assets/") || !(value(now, path) instanceof JsonString ids)) {
            return false;
        }
        String earlier = value(before, path) instanceof JsonString text ? " " + text.getString() + " " : "";
        return List.of(ids.getString().split(" ", -1)).stream()
                .allMatch(id -> images.containsKey(id) || earlier.contains(" " + id + " "));
    }
}
