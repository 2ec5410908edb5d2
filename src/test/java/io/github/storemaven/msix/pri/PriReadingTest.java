package io.github.storemaven.msix.pri;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what a reader of the format finds: random images, each with random qualifiers. */
class PriReadingTest {
    private static final List<String> FOLDERS = List.of("Assets", "Assets/sub", "Assets/Bär", "x.y", "img");

    /** Folders that are qualifiers, with what they say. */
    private static final Map<String, String> QUALIFIED = Map.of(
            "de-DE", "language DE-DE",
            "lang-en-GB", "language EN-GB",
            "contrast-black", "contrast BLACK",
            "en-US_theme-light", "language EN-US theme LIGHT");

    private static final List<String> NAMES =
            List.of("Logo.png", "logo_2.png", "a.b.png", "Größe.png", "日本語のロゴ.png", "9.jpg", "Wide310x150Logo.png");

    private static final List<String> PARTS = List.of(
            "scale-100",
            "scale-0200",
            "Scale-400",
            "targetsize-16",
            "targetsize-256",
            "targetsize-300_altform-unplated",
            "altform-lightunplated_TargetSize-16",
            "lang-fr-FR_scale-150",
            "dxfl-dx10",
            "config-Debug",
            "layoutdir-rtl_homeregion-us",
            "custom-",
            "devicefamily-Desktop");

    private static final Map<String, String> FULL_KINDS = Map.of(
            "lang",
            "language",
            "altform",
            "alternateform",
            "dxfl",
            "dxfeaturelevel",
            "config",
            "configuration",
            "layoutdir",
            "layoutdirection");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void findsEachImageByItsResourceAndQualifiers(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, Map<Map<String, String>, String>> expected = new TreeMap<>();
        List<String> paths = new ArrayList<>();
        for (int image = random.nextInt(60); image >= 0; image--) {
            add(random, expected, paths);
        }
        Collections.shuffle(paths, random);
        PriReader read = new PriReader(PriWriter.write("Example.App", "en-US", paths));
        assertThat(read.images).isEqualTo(expected);
    }

    private static void add(Random random, Map<String, Map<Map<String, String>, String>> expected, List<String> paths) {
        String folder = FOLDERS.get(random.nextInt(FOLDERS.size()));
        String name = NAMES.get(random.nextInt(NAMES.size()));
        Map<String, String> qualifiers = new HashMap<>();
        String path = folder;
        if (random.nextInt(3) == 0) {
            List<String> qualified = QUALIFIED.keySet().stream().sorted().toList();
            String of = qualified.get(random.nextInt(qualified.size()));
            String[] words = QUALIFIED.get(of).split(" ", -1);
            for (int word = 0; word < words.length; word += 2) {
                qualifiers.put(words[word], words[word + 1]);
            }
            path += "/" + of;
        }
        String file = name;
        if (random.nextBoolean()) {
            String part = PARTS.get(random.nextInt(PARTS.size()));
            if (part.startsWith("lang") && qualifiers.containsKey("language")) {
                return;
            }
            int dot = name.lastIndexOf('.');
            file = name.substring(0, dot) + "." + part + name.substring(dot);
            for (String token : part.toLowerCase(Locale.ROOT).split("_", -1)) {
                String[] sides = token.split("-", 2);
                qualifiers.put(FULL_KINDS.getOrDefault(sides[0], sides[0]), sides[1].toUpperCase(Locale.ROOT));
            }
        }
        String whole = path + "/" + file;
        String before = expected.computeIfAbsent("Files/" + folder + "/" + name, resource -> new HashMap<>())
                .putIfAbsent(qualifiers, whole.replace('/', '\\'));
        if (before == null) {
            paths.add(whole);
        }
    }

    @Test
    void manyImagesInOneFolderNeedTheLargeForm() throws IOException {
        List<String> paths = new ArrayList<>();
        for (int at = 0; at < 1000; at++) {
            paths.add("Assets/" + "a-rather-long-name-of-an-image-that-fills-the-section-" + at + ".png");
        }
        PriReader read = new PriReader(PriWriter.write("Example.App", "en-US", paths));
        assertThat(read.images).hasSize(1000);
        read.images.forEach((resource, images) -> assertThat(images.values())
                .containsExactly(resource.replace("Files/", "").replace('/', '\\')));
    }

    @Test
    void scoresAreThoseOfTheReference() throws IOException {
        Map<Integer, Integer> scales = Map.of(
                50, 500, 80, 650, 100, 1000, 125, 937, 140, 900, 150, 875, 180, 800, 200, 750, 300, 468, 400, 437);
        List<String> paths = new ArrayList<>(List.of("Logo.targetsize-16.png", "Logo.targetsize-257.png"));
        scales.keySet().forEach(scale -> paths.add("Logo.scale-" + scale + ".png"));
        PriReader read = new PriReader(PriWriter.write("Example.App", "en-US", paths));
        scales.forEach((scale, score) -> assertThat(read.scores).containsEntry("scale-" + scale, score));
        assertThat(read.scores).containsEntry("targetsize-16", 500).containsEntry("targetsize-257", 750);
    }
}
