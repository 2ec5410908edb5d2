package io.github.storemaven.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who finds an app or an add-on in the Store: submission API, 7.2. */
public enum Visibility {
    PUBLIC("Public", "Everybody finds it"),
    PRIVATE("Private", "Only with its link"),
    HIDDEN("Hidden", "Nobody new gets it, except with a promotional code"),
    /** StoreBroker writes it and the service takes it; it cannot be asked for. */
    NOT_SET("NotSet", "Not set");

    private final String storeName;
    private final String meaning;

    Visibility(String storeName, String meaning) {
        this.storeName = storeName;
        this.meaning = meaning;
    }

    /** The value of {@code visibility}, in the case that the service wants. */
    public String storeName() {
        return storeName;
    }

    /** For people. */
    public String meaning() {
        return meaning;
    }

    /** The names of all that a document may have. */
    public static List<String> storeNames() {
        return Arrays.stream(values()).map(Visibility::storeName).toList();
    }

    /** The names of those that a release may ask for. */
    public static List<String> choices() {
        return storeNames().stream()
                .filter(name -> !name.equals(NOT_SET.storeName))
                .toList();
    }

    /** By its name in a document. */
    public static Optional<Visibility> of(String storeName) {
        return Arrays.stream(values())
                .filter(each -> each.storeName.equals(storeName))
                .findFirst();
    }
}
