package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.submission.FolderListing;
import io.github.storemaven.submission.SourceOrigin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceOriginTest {
    private static final Path TITLE = Path.of("listings", "en-us", "title.txt");

    private final FolderListing listing = new FolderListing(
            false,
            document -> document,
            Map.of(),
            pointer -> Optional.of(TITLE).filter(file -> pointer.endsWith("/title")),
            Optional.empty());

    @Test
    void aTextIsOfItsFile() throws Exception {
        assertThat(origin().where("/listings/en-us/baseListing/title")).isEqualTo(TITLE.toString());
    }

    @Test
    void aMemberIsOfItsLine() throws Exception {
        assertThat(origin().where("/pricing/priceId")).isEqualTo("submission.json, line 3");
    }

    @Test
    void whatIsMissingIsOfTheNearestMemberAround() throws Exception {
        assertThat(origin().where("/pricing/trialPeriod")).isEqualTo("submission.json, line 2");
        assertThat(origin().where("/visibility")).isEqualTo("submission.json");
    }

    @Test
    void whatNoFileSetsIsOfTheParameters() {
        assertThat(new SourceOrigin(listing, Optional.empty()).where("/visibility"))
                .isEqualTo("the parameters");
    }

    private SourceOrigin origin() throws Exception {
        String text = "{\n\"pricing\": {\n\"priceId\": \"Free\"}}";
        ParsedJson read = ParsedJson.of("submission.json", text.getBytes(StandardCharsets.UTF_8));
        return new SourceOrigin(listing, Optional.of(read));
    }
}
