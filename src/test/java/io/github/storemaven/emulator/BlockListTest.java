package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Blocks and their list (reference 8.6), row by row. */
class BlockListTest extends AbstractBlobTest {
    @TestFactory
    Iterable<DynamicTest> section8_6() {
        return new ReferenceRows()
                .row(
                        DOCUMENTED,
                        "8.6-12",
                        "List of 50,001 blocks",
                        "400 BlockListTooLong",
                        () -> list(fresh(), latest("1").repeat(50_001)))
                .row(
                        DOCUMENTED,
                        "8.6-11",
                        "Block id of 64 bytes",
                        "201",
                        () -> block(fresh(), id("x".repeat(64)), DATA, Map.of()))
                .row(
                        DOCUMENTED,
                        "8.6-11",
                        "Block id of 65 bytes",
                        "400 InvalidQueryParameterValue",
                        () -> block(fresh(), id("x".repeat(65)), DATA, Map.of()))
                .row(
                        DOCUMENTED,
                        "8.6-11",
                        "Block id that is no base64",
                        "400 InvalidQueryParameterValue",
                        () -> block(fresh(), "?", DATA, Map.of()))
                .row(DOCUMENTED, "8.6-11", "Block ids of two lengths", "400 InvalidBlobOrBlock", this::twoLengths)
                .row(
                        DOCUMENTED,
                        "8.6-18",
                        "Unknown block in the list",
                        "400 InvalidBlockList",
                        () -> list(fresh(), latest("1")))
                .row(
                        DOCUMENTED,
                        "8.6-10",
                        "List that is no XML",
                        "400 InvalidXmlDocument",
                        () -> list(fresh(), "<Latest>"))
                .row(
                        DOCUMENTED,
                        "8.6-10",
                        "List with a DTD",
                        "400 InvalidXmlDocument",
                        () -> verdict(send(
                                "PUT",
                                fresh() + "&comp=blocklist",
                                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><BlockList><Latest>&x;</Latest></BlockList>"
                                        .getBytes(StandardCharsets.UTF_8),
                                Map.of())))
                .row(DOCUMENTED, "8.6-9 8.6-10", "Blocks in the order of the list", "BA", this::ordered)
                .row(DOCUMENTED, "8.6-10", "Committed blocks may be used again", "AC", this::again)
                .row(DOCUMENTED, "8.6-10", "A list drops blocks that wait", "400 InvalidBlockList", this::dropped);
    }

    private String twoLengths() {
        String url = fresh();
        block(url, id("1"), DATA, Map.of());
        return block(url, id("1234"), DATA, Map.of());
    }

    private String staged() {
        String url = fresh();
        block(url, id("a"), "A".getBytes(StandardCharsets.UTF_8), Map.of());
        block(url, id("b"), "B".getBytes(StandardCharsets.UTF_8), Map.of());
        return url;
    }

    private String ordered() {
        String url = staged();
        list(url, latest("b"), latest("a"));
        return content(url);
    }

    private String again() {
        String url = staged();
        list(url, latest("a"), latest("b"));
        block(url, id("c"), "C".getBytes(StandardCharsets.UTF_8), Map.of());
        list(url, "<Committed>" + id("a") + "</Committed>", "<Uncommitted>" + id("c") + "</Uncommitted>");
        return content(url);
    }

    private String dropped() {
        String url = staged();
        list(url, latest("a"));
        return list(url, latest("b"));
    }

    @Test
    void blockListsAreHandedOut() {
        String url = staged();
        list(url, latest("a"));
        block(url, id("c"), DATA, Map.of());
        String all = send("GET", url + "&comp=blocklist&blocklisttype=all", new byte[0], Map.of())
                .text();
        assertThat(all)
                .contains(
                        "<CommittedBlocks><Block><Name>" + id("a") + "</Name><Size>1</Size></Block></CommittedBlocks>")
                .contains("<UncommittedBlocks><Block><Name>" + id("c")
                        + "</Name><Size>10</Size></Block></UncommittedBlocks>");
    }
}
