package io.github.storemaven.preview;

import io.github.storemaven.check.Findings;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.PackageInfo;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a page is made of.
 *
 * @param product how a message names it, for example {@code app 9PTIDETABLE1}
 * @param document as a release would send it, or what the files of this machine ask for where the Store was not asked
 * @param published what the Store has published, an empty object where nothing was; empty where the Store was not asked
 * @param basis sentences that tell what the page is made of
 * @param files of this machine, by their path in the upload archive
 * @param packages to send, by their path in the upload archive
 * @param findings with files named from the folder
 * @param folder that the findings name files from
 * @param mask takes the secrets of this build out of a text
 */
public record PreviewRequest(
        ProductType type,
        String product,
        JsonObject document,
        Optional<JsonObject> published,
        String basis,
        Function<String, Optional<Path>> files,
        Map<String, PackageInfo> packages,
        Findings findings,
        Path folder,
        UnaryOperator<String> mask) {}
