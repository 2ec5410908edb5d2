package io.github.storemaven.submission;

import io.github.storemaven.document.ProductType;
import io.github.storemaven.document.StoreDate;
import io.github.storemaven.document.Visibility;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The fields that are set often enough to be parameters, as they were written; those that a product does not have are
 * refused (reference, sections 6.5, 6.7 and 6.8).
 */
public record PublishSettings(
        Optional<String> notesForCertification,
        Optional<String> targetPublishMode,
        Optional<String> targetPublishDate,
        Optional<String> visibility,
        Optional<String> rolloutPercentage) {
    private static final List<String> MODES = List.of("Immediate", "Manual", "SpecificDate");
    private static final List<String> VISIBILITIES = Visibility.choices();
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Whether none is set. */
    public boolean isEmpty() {
        return notesForCertification.isEmpty()
                && targetPublishMode.isEmpty()
                && targetPublishDate.isEmpty()
                && visibility.isEmpty()
                && rolloutPercentage.isEmpty();
    }

    /** What is wrong with them for a product of this type. */
    public void check(ProductType type, ConfigurationProblems problems) {
        checkMember(notesForCertification, "notesForCertification", type, type != ProductType.ADDON, problems);
        checkChoice(MODES, targetPublishMode, "targetPublishMode", problems);
        checkDate(problems);
        checkChoice(VISIBILITIES, visibility, "visibility", problems);
        checkMember(known(VISIBILITIES, visibility), "visibility", type, type != ProductType.FLIGHT, problems);
        checkMember(rolloutPercentage, "rolloutPercentage", type, type != ProductType.ADDON, problems);
        if (rolloutPercentage.isPresent() && percentage().isEmpty()) {
            String given = rolloutPercentage.get();
            problems.add("store.rolloutPercentage is \"" + given + "\"; "
                    + (given.matches("[1-9]\\d?\\s*%")
                            ? "write " + given.replaceAll("\\D", "")
                            : "use a number above 0 and up to 100; 100 means no rollout"));
        }
    }

    /** The patch on a document that they are; what is wrong is left out. */
    public JsonObject patch() {
        JsonObjectBuilder patch = Json.PROVIDER.createObjectBuilder();
        notesForCertification.ifPresent(notes -> patch.add("notesForCertification", notes));
        known(MODES, targetPublishMode).ifPresent(mode -> patch.add("targetPublishMode", mode));
        targetPublishDate.ifPresent(date -> patch.add("targetPublishDate", date));
        known(VISIBILITIES, visibility).ifPresent(found -> patch.add("visibility", found));
        percentage().ifPresent(percent -> patch.add("packageDeliveryOptions", delivery(percent)));
        return patch.build();
    }

    /** The percentage of customers who get the new packages; 100 means no gradual rollout (reference, section 11). */
    Optional<BigDecimal> percentage() {
        try {
            return rolloutPercentage
                    .map(BigDecimal::new)
                    .filter(percent -> percent.signum() > 0 && percent.compareTo(ALL) <= 0);
        } catch (NumberFormatException e) {
            return Optional.empty(); // A problem of its own.
        }
    }

    private static void checkMember(
            Optional<String> value,
            String parameter,
            ProductType type,
            boolean isMember,
            ConfigurationProblems problems) {
        if (value.isPresent() && !isMember) {
            problems.add("store." + parameter + " is set, and a submission of " + type.words() + " has no such member");
        }
    }

    private static void checkChoice(
            List<String> allowed, Optional<String> value, String parameter, ConfigurationProblems problems) {
        if (value.isPresent() && known(allowed, value).isEmpty()) {
            problems.add("store." + parameter + " is \"" + value.get() + "\"; allowed values: "
                    + String.join(", ", allowed));
        }
    }

    private static Optional<String> known(List<String> allowed, Optional<String> value) {
        return value.flatMap(
                text -> allowed.stream().filter(text::equalsIgnoreCase).findFirst());
    }

    private void checkDate(ConfigurationProblems problems) {
        targetPublishDate
                .flatMap(date -> StoreDate.of(date).problem())
                .ifPresent(problem -> problems.add("store.targetPublishDate is \"" + targetPublishDate.get()
                        + "\", which " + problem + "; set a moment such as " + StoreDate.EXAMPLE));
        boolean isDate =
                targetPublishDate.flatMap(date -> StoreDate.of(date).instant()).isPresent();
        known(MODES, targetPublishMode)
                .filter(other -> isDate && !other.equals("SpecificDate"))
                .ifPresent(other -> problems.add("store.targetPublishDate is set, and store.targetPublishMode is "
                        + other + ", which ignores the date; set SpecificDate, or leave the date out"));
    }

    private static JsonObject delivery(BigDecimal percent) {
        boolean gradual = percent.compareTo(ALL) < 0;
        return Json.PROVIDER
                .createObjectBuilder()
                .add(
                        "packageRollout",
                        Json.PROVIDER
                                .createObjectBuilder()
                                .add("isPackageRollout", gradual)
                                .add("packageRolloutPercentage", gradual ? percent : new BigDecimal("0.0")))
                .build();
    }
}
