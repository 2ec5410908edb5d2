package io.github.storemaven.json;

/** JSON as users write it and as the Store answers it. */
public final class JsonFuzz {
    private JsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            ParsedJson.of("submission.json", input);
        } catch (JsonSyntaxException expected) {
            // Refused with its place.
        }
        try {
            ParsedJson.ofResponse("the answer", input);
        } catch (JsonSyntaxException expected) {
            // Refused with its place.
        }
    }
}
