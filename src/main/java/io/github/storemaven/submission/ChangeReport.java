package io.github.storemaven.submission;

import io.github.storemaven.document.CertificationNotes;
import io.github.storemaven.document.Change;
import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Pointer;
import io.github.storemaven.service.Rollout;
import io.github.storemaven.text.ByteSize;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The changes of a plan as people know them: grouped by language, packages and properties, an item for each text, list, image
 * and package, whatever the form of the document. {@link ChangeRenderer} makes lines of it.
 */
final class ChangeReport {
    private static final String LISTINGS = "listings";
    private static final Set<String> PACKAGES =
            Set.of("applicationpackages", "flightpackages", "packagedeliveryoptions");
    private static final String DELIVERY = "/packagedeliveryoptions/";
    private static final String ROLLOUT = DELIVERY + "packagerollout/";
    private static final Set<String> REACH = Set.of(ROLLOUT + "ispackagerollout", ROLLOUT + "packagerolloutpercentage");

    /** What becomes of an item. */
    enum Sign {
        ADDED('+'),
        CHANGED('~'),
        REMOVED('-');

        private final char character;

        Sign(char character) {
            this.character = character;
        }

        char character() {
            return character;
        }

        private static Sign of(boolean wasThere, boolean isThere) {
            return !wasThere ? ADDED : isThere ? CHANGED : REMOVED;
        }
    }

    /** How the values of an item are to be read. */
    enum Form {
        /** Prose, which may have several lines. */
        TEXT,
        /** An item a line. */
        LIST,
        /** A word, a number, or JSON that nobody reads. */
        VALUE,
        /** A file with what is known of it. */
        FILE
    }

    /**
     * One thing that changes.
     *
     * @param name of the member, the image type, or the package
     * @param from empty for what is new
     * @param to empty for what is removed
     */
    record Item(Sign sign, String name, String from, String to, Form form) {
        /** The one value of what is new or removed. */
        String value() {
            return sign == Sign.REMOVED ? from : to;
        }
    }

    /**
     * What belongs together.
     *
     * @param title a language, or for example {@code packages}
     * @param fate of a language as a whole
     */
    record Group(String title, Fate fate, List<Item> items) {}

    /** What becomes of a language. */
    enum Fate {
        NEW(" (new language)"),
        REMOVED(" (removed)"),
        KEPT("");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The groups in the order in which they are shown. */
    private enum Kind {
        LANGUAGE,
        TRAILERS,
        PACKAGES,
        PRICING,
        PROPERTIES
    }

    private record Key(Kind kind, String title) {}

    private static final Comparator<Key> SHOWN_ORDER =
            Comparator.comparing(Key::kind).thenComparing(Key::title);

    private final Plan plan;
    private final Map<String, Plan.PlannedFile> files;
    private final Set<String> shownFiles = new TreeSet<>();
    private final Map<Key, List<Item>> items = new TreeMap<>(SHOWN_ORDER);
    private boolean isRolloutShown;

    private ChangeReport(Plan plan) {
        this.plan = plan;
        this.files = plan.files().stream()
                .collect(Collectors.toMap(Plan.PlannedFile::name, file -> file, (one, other) -> one, TreeMap::new));
    }

    static ChangeReport of(Plan plan) {
        ChangeReport report = new ChangeReport(plan);
        plan.changes().forEach(report::add);
        return report;
    }

    List<Group> groups() {
        return items.entrySet().stream()
                .map(group -> new Group(group.getKey().title(), fate(group.getKey()), List.copyOf(group.getValue())))
                .toList();
    }

    /** How many items have a sign. */
    long count(Sign sign) {
        return items.values().stream()
                .flatMap(List::stream)
                .filter(item -> item.sign() == sign)
                .count();
    }

    /** What is uploaded, in bytes. */
    long bytes() {
        return plan.files().stream().mapToLong(Plan.PlannedFile::bytes).sum();
    }

    /** The files to upload that no item names, such as a ready archive. */
    List<String> otherFiles() {
        return files.values().stream()
                .filter(file -> !shownFiles.contains(file.name()))
                .map(file -> file.localName() + " (" + ByteSize.of(file.bytes()) + ")")
                .toList();
    }

    private void add(Change change) {
        List<String> steps = Pointer.steps(change.path());
        boolean isOfRollout = REACH.contains(lower(change.path()));
        if (isOfRollout && !reach(plan.published()).equals(reach(plan.merged()))) {
            addRollout(steps);
        } else if (isFile(change.from()) || isFile(change.to())) {
            change.from().ifPresent(value -> addWhole(steps, change, value, Sign.REMOVED));
            change.to().ifPresent(value -> addWhole(steps, change, value, Sign.ADDED));
        } else if (!isUnset(change)) {
            addMember(steps, change);
        }
    }

    /** Of a delivery that is new and not used, as the Store writes it into the first draft. */
    private boolean isUnset(Change change) {
        return Members.value(plan.published(), "packageDeliveryOptions").isEmpty()
                && lower(change.path()).startsWith(DELIVERY)
                && change.to()
                        .filter(value -> value == JsonValue.FALSE
                                || (value instanceof JsonNumber number && number.doubleValue() == 0))
                        .isPresent();
    }

    private void add(List<String> steps, Item item) {
        items.computeIfAbsent(key(steps), any -> new ArrayList<>()).add(item);
    }

    /** Two members are one setting to a person. */
    private void addRollout(List<String> steps) {
        if (!isRolloutShown) {
            add(steps, new Item(Sign.CHANGED, "rollout", reach(plan.published()), reach(plan.merged()), Form.VALUE));
            isRolloutShown = true;
        }
    }

    private static String reach(JsonObject document) {
        boolean isGradual = Members.object(document, "packageDeliveryOptions")
                .flatMap(options -> Members.object(options, "packageRollout"))
                .flatMap(rollout -> Members.value(rollout, "isPackageRollout"))
                .filter(JsonValue.TRUE::equals)
                .isPresent();
        return isGradual
                ? Rollout.ofDocument(document).map(Rollout::share).orElse("") + " of the customers"
                : "all customers";
    }

    /** What is removed and what is added at one place are two things. */
    private void addWhole(List<String> steps, Change change, JsonValue value, Sign sign) {
        if (isFile(Optional.of(value))) {
            JsonObject file = value.asJsonObject();
            add(steps, file(FileStatus.PENDING_DELETE.isOf(file) ? Sign.REMOVED : sign, steps, file));
        } else {
            String text = text(change, value);
            add(
                    steps,
                    sign == Sign.ADDED
                            ? new Item(sign, name(steps), "", text, Form.VALUE)
                            : new Item(sign, name(steps), text, "", Form.VALUE));
        }
    }

    private void addMember(List<String> steps, Change change) {
        Optional<JsonObject> file = fileAbove(change.path());
        boolean isStatus = lower(change.member()).equals(lower(FileStatus.MEMBER));
        if (file.isPresent() && isStatus && FileStatus.PENDING_DELETE.isOf(file.get())) {
            add(steps, file(Sign.REMOVED, steps.subList(0, steps.size() - 1), file.get()));
            return;
        }
        Sign sign = Sign.of(change.from().isPresent(), change.to().isPresent());
        String name = file.map(one -> label(one) + " " + memberOfFile(change.member()))
                .orElseGet(() -> name(steps));
        Form form = form(change);
        if (isOrder(change)) {
            add(steps, new Item(sign, "order of " + name(steps), order(change.from()), order(change.to()), Form.LIST));
        } else {
            add(
                    steps,
                    new Item(
                            sign,
                            name,
                            change.from().map(value -> text(change, value)).orElse(""),
                            change.to().map(value -> text(change, value)).orElse(""),
                            form));
        }
    }

    /** The entry of the new document that a path leads into; the nearest one. */
    private Optional<JsonObject> fileAbove(String path) {
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            Optional<JsonValue> above = Members.find(plan.merged(), path.substring(0, end));
            if (isFile(above)) {
                return above.map(JsonValue::asJsonObject);
            }
        }
        return Optional.empty();
    }

    private static boolean isFile(Optional<JsonValue> value) {
        return value.filter(JsonObject.class::isInstance)
                .flatMap(entry -> FileEntry.name(entry.asJsonObject()))
                .isPresent();
    }

    /** Whether files are only shown in another order. */
    private boolean isOrder(Change change) {
        return change.from().isPresent()
                && Members.find(plan.merged(), change.path())
                        .filter(JsonArray.class::isInstance)
                        .filter(files -> isFile(files.asJsonArray().stream().findFirst()))
                        .isPresent();
    }

    private String order(Optional<JsonValue> names) {
        return names.filter(JsonArray.class::isInstance).stream()
                .flatMap(list -> list.asJsonArray().stream())
                .map(name -> local(string(name).orElse("")))
                .collect(Collectors.joining("\n"));
    }

    private Item file(Sign sign, List<String> steps, JsonObject file) {
        String name = FileEntry.name(file).orElse("");
        shownFiles.add(name);
        boolean isPackage = key(steps).kind() == Kind.PACKAGES;
        String about = isPackage ? packageDetails(name, file) : imageDetails(name, file);
        String title = isPackage ? name : fileKind(steps, file);
        return sign == Sign.REMOVED
                ? new Item(sign, title, about, "", Form.FILE)
                : new Item(sign, title, "", about, Form.FILE);
    }

    private String packageDetails(String name, JsonObject file) {
        Optional<PackageFile> built = plan.wanted().packages().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        return Stream.of(
                        Members.text(file, "version").or(() -> built.map(PackageFile::version)),
                        Members.text(file, "architecture").or(() -> built.map(PackageFile::architecture)),
                        size(name))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** A trailer has files of its own. */
    private String imageDetails(String name, JsonObject file) {
        String caption = Members.text(file, "description").map(": "::concat).orElse("");
        String others = FileEntry.of(file).stream()
                .flatMap(entry -> entry.name().stream())
                .filter(other -> !other.equals(name))
                .map(this::sized)
                .collect(Collectors.joining(", "));
        return sized(name) + caption + (others.isEmpty() ? "" : ", with " + others);
    }

    private String sized(String name) {
        shownFiles.add(name);
        return local(name) + size(name).map(size -> " (" + size + ")").orElse("");
    }

    private Optional<String> size(String name) {
        return Optional.ofNullable(files.get(name)).map(file -> ByteSize.of(file.bytes()));
    }

    /** The name that its author gave a file, where the upload calls it by its digest. */
    private String local(String name) {
        Plan.PlannedFile file = files.get(name);
        return file == null ? name : file.localName();
    }

    private String label(JsonObject file) {
        return local(FileEntry.name(file).orElse(""));
    }

    private static String memberOfFile(String member) {
        return member.equalsIgnoreCase("description") ? "caption" : member;
    }

    private static String fileKind(List<String> steps, JsonObject file) {
        return Members.text(file, "imageType").orElseGet(() -> switch (lower(lastName(steps))) {
            case "trailers" -> "trailer";
            case "imagelist" -> "thumbnail";
            default -> lastName(steps);
        });
    }

    private static String lastName(List<String> steps) {
        return steps.stream()
                .filter(step -> !isIndex(step))
                .reduce((first, second) -> second)
                .orElse("");
    }

    private static boolean isIndex(String step) {
        return step.matches("\\d{1,9}");
    }

    private static Key key(List<String> steps) {
        String first = lower(steps.isEmpty() ? "" : steps.get(0));
        if (first.equals(LISTINGS) && steps.size() > 1) {
            return new Key(Kind.LANGUAGE, steps.get(1));
        }
        if (PACKAGES.contains(first)) {
            return new Key(Kind.PACKAGES, "packages");
        }
        return switch (first) {
            case "trailers" -> new Key(Kind.TRAILERS, "trailers");
            case "pricing" -> new Key(Kind.PRICING, "pricing");
            default -> new Key(Kind.PROPERTIES, "properties");
        };
    }

    /** The steps that the group and the usual place do not tell already. */
    private static String name(List<String> steps) {
        List<String> told = switch (key(steps).kind()) {
            case LANGUAGE -> steps.subList(2, steps.size());
            case PROPERTIES -> steps;
            default -> steps.subList(1, steps.size());
        };
        boolean isUsual =
                told.size() > 1 && Set.of("baselisting", "platformoverrides").contains(lower(told.get(0)));
        String name = String.join(" ", isUsual ? told.subList(1, told.size()) : told);
        return name.isBlank() ? '"' + name + '"' : name;
    }

    private Fate fate(Key key) {
        if (key.kind() != Kind.LANGUAGE) {
            return Fate.KEPT;
        }
        if (!hasLanguage(plan.published(), key.title())) {
            return Fate.NEW;
        }
        return hasLanguage(plan.merged(), key.title()) ? Fate.KEPT : Fate.REMOVED;
    }

    private static boolean hasLanguage(JsonObject document, String language) {
        return Members.value(Members.objectOrEmpty(document, LISTINGS), language)
                .isPresent();
    }

    private static Form form(Change change) {
        if (isText(change.from()) && isText(change.to())) {
            return Form.TEXT;
        }
        return isList(change.from()) && isList(change.to()) ? Form.LIST : Form.VALUE;
    }

    private static boolean isText(Optional<JsonValue> value) {
        return value.isEmpty() || value.get() instanceof JsonString;
    }

    private static boolean isList(Optional<JsonValue> value) {
        return value.isEmpty()
                || (value.get() instanceof JsonArray list && list.stream().allMatch(JsonString.class::isInstance));
    }

    private static String text(Change change, JsonValue value) {
        return CertificationNotes.lengthIn(change, value)
                .or(() -> string(value))
                .orElseGet(() -> isList(Optional.of(value)) ? lines(value.asJsonArray()) : value.toString());
    }

    private static String lines(JsonArray list) {
        return list.stream()
                .map(item -> string(item).orElse("").replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> string(JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
