package io.github.storemaven.goal;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.text.ReplacedFile;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine-readable result of a release: {@code submission.json} is the last product's, and each product of a build has
 * its own besides.
 *
 * @param output the folder for result files
 */
record ResultFile(Path output) {
    /** Where the result of the last product is. */
    Path last() {
        return output.resolve("submission.json");
    }

    /** Where the result of this product is, whatever others the build releases. */
    Path of(Product product) {
        return output.resolve("submission-" + product.id() + ".json");
    }

    /** Deletes the result of an earlier release, which would be taken for that of one that the build never comes to. */
    void forget() throws IOException {
        Files.deleteIfExists(last());
    }

    /** Where a result is written: at both places, only at the last one where the product is not known. */
    List<Path> of(Optional<Product> product) {
        return Stream.concat(product.map(this::of).stream(), Stream.of(last())).toList();
    }

    static void write(Path file, JsonObject result) throws IOException {
        write(file, result, new Secrets());
    }

    /** Writes what texts of others are in, without the secrets of this run. */
    static void write(Path file, JsonObject result, Secrets secrets) throws IOException {
        ReplacedFile.write(file, secrets.mask(Json.indented(result)));
    }
}
