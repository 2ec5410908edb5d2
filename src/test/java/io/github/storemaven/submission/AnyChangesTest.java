package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever two documents are, their changes are lines that fit, in our own signs, and counted. */
class AnyChangesTest {
    private static final List<String> NAMES = List.of(
            "listings",
            "en-us",
            "de-de",
            "baseListing",
            "platformOverrides",
            "Windows80",
            "description",
            "title",
            "keywords",
            "features",
            "images",
            "icon",
            "applicationPackages",
            "flightPackages",
            "trailers",
            "trailerAssets",
            "imageList",
            "pricing",
            "marketSpecificPricings",
            "packageDeliveryOptions",
            "packageRollout",
            "isPackageRollout",
            "packageRolloutPercentage",
            "visibility",
            "notesForCertification",
            "",
            "a/b",
            "~",
            "0",
            "fileStatus",
            "x".repeat(90));
    private static final List<String> TEXTS = List.of(
            "",
            "Public",
            "+ no sign of ours",
            "- nor this",
            "one\ntwo\nthree",
            "one\n2\nthree\n\nfour",
            "(12 characters)",
            "Tide Table shows when the water is high and when it is low, for one harbour. ".repeat(4),
            "Tide Table shows when the water is low and when it is high, for one harbour. ".repeat(5),
            "\ud83c\udf0a".repeat(200),
            "x".repeat(400),
            "\ud83c\udf0a" + "y".repeat(117) + "\ud83c\udf0a",
            "~~~");
    private static final Pattern TOTAL = Pattern.compile(
            "(\\d+) to add, (\\d+) to change, (\\d+) to remove; (nothing|\\d.* (bytes|KB)) to upload\\.");

    @RepeatedTest(300)
    void anyTwoDocumentsHaveLinesThatFitAndAreCounted(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        JsonObject from = object(random, 5);
        JsonObject to = random.nextInt(3) == 0 ? object(random, 5) : edited(from, random);
        Plan plan = Plan.of(ReleaseFixture.APP, request(to), from);

        List<String> lines = plan.lines(false);

        assertThat(lines).allMatch(line -> line.length() <= ChangeRenderer.MAX_LINE, "fits");
        assertThat(ourOwn(lines)).matches("\\p{ASCII}*");
        assertThat(plan.lines(true)).noneMatch(line -> line.contains("\n"));
        assertThat(PlanMarkdown.of(plan, false)).contains("ompared with what the Store has");
        if (!plan.isEmpty()) {
            assertCounted(plan);
        }
    }

    /** Where nothing is summed up, each sign is one. */
    private static void assertCounted(Plan plan) {
        List<String> lines = plan.lines(true);
        Matcher total = TOTAL.matcher(lines.get(lines.size() - 1));
        assertThat(total.matches()).as(lines.get(lines.size() - 1)).isTrue();
        for (Map.Entry<String, Integer> sign : Map.of("+ ", 1, "~ ", 2, "- ", 3).entrySet()) {
            assertThat(lines.stream().filter(line -> line.startsWith(sign.getKey())))
                    .hasSize(Integer.parseInt(total.group(sign.getValue())));
        }
        List<String> shortLines = plan.lines(false);
        assertThat(shortLines.get(shortLines.size() - 1)).isEqualTo(total.group());
    }

    /** Without the texts of the documents. */
    private static String ourOwn(List<String> lines) {
        return String.join("\n", lines).replace("\ud83c\udf0a", "").replaceAll("\\\\u\\w{4}", "");
    }

    private static ReleaseRequest request(JsonObject patch) {
        return new ReleaseRequest(
                ReleaseFixture.APP.type(),
                patch,
                FolderListing.none(),
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(),
                PackageMode.KEEP,
                new UploadFiles(Map.of(), Map.of(), Optional.<Path>empty(), Optional.empty()));
    }

    private static JsonObject edited(JsonObject object, Random random) {
        JsonObjectBuilder edited = Json.PROVIDER.createObjectBuilder(object);
        object.forEach((name, value) -> {
            switch (random.nextInt(4)) {
                case 0 -> edited.addNull(name);
                case 1 -> edited.add(name, value(random, 3));
                default -> {
                    if (value instanceof JsonObject inner) {
                        edited.add(name, edited(inner, random));
                    }
                }
            }
        });
        return edited.build();
    }

    private static JsonObject object(Random random, int depth) {
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        IntStream.range(0, 1 + random.nextInt(6))
                .forEach(at -> object.add(any(NAMES, random), value(random, depth - 1)));
        return object.build();
    }

    private static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 4)) {
            case 0 -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.NULL;
            case 1 -> Json.PROVIDER.createValue(random.nextInt(200));
            case 2, 3 -> Json.PROVIDER.createValue(any(TEXTS, random));
            case 4 -> file(random);
            case 5, 6 -> array(random, depth);
            default -> object(random, depth);
        };
    }

    private static JsonValue array(Random random, int depth) {
        JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
        int kind = random.nextInt(3);
        IntStream.range(0, random.nextInt(4))
                .forEach(at -> array.add(
                        kind == 0
                                ? file(random)
                                : kind == 1
                                        ? Json.PROVIDER.createValue(any(TEXTS, random))
                                        : value(random, depth - 1)));
        return array.build();
    }

    private static JsonObject file(Random random) {
        String status = any(List.of("Uploaded", "PendingUpload", "PendingDelete", "None"), random);
        return json("{'id':'" + random.nextInt(4) + "','fileName':'"
                + any(List.of("a.png", "b/c.msix", "\ud83c\udf0a.png"), random)
                + "','fileStatus':'" + status + "','imageType':'Screenshot','description':'"
                + any(List.of("", "Old", "New"), random) + "','version':'1.0." + random.nextInt(3) + ".0'}");
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
