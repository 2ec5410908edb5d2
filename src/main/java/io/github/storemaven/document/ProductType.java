package io.github.storemaven.document;

import java.util.Optional;

/** What a submission is of; each type has members of its own (submission API, sections 6.5, 6.7 and 6.8). */
public enum ProductType {
    APP("app", "an app", "applicationPackages"),
    ADDON("add-on", "an add-on", null),
    FLIGHT("flight", "a flight", "flightPackages");

    private final String word;
    private final String words;
    private final Optional<String> packagesMember;

    ProductType(String word, String words, String packagesMember) {
        this.word = word;
        this.words = words;
        this.packagesMember = Optional.ofNullable(packagesMember);
    }

    /** "app", "add-on" or "flight". */
    public String word() {
        return word;
    }

    /** The same with its article. */
    public String words() {
        return words;
    }

    /** The member of a submission that lists its packages; an add-on has none. */
    public Optional<String> packagesMember() {
        return packagesMember;
    }
}
