package io.github.storemaven.goal;

import io.github.storemaven.document.StoreDate;
import io.github.storemaven.submission.EverydayFields;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads the everyday fields, and refuses those that the product has not (reference, sections 6.5, 6.7 and 6.8). */
final class EverydayParameters {
    private static final List<String> MODES = List.of("Immediate", "Manual", "SpecificDate");
    private static final List<String> VISIBILITIES = List.of("Public", "Private", "Hidden");

    private final AbstractWantedMojo mojo;
    private final ProductChoice product;
    private final Problems problems;

    EverydayParameters(AbstractWantedMojo mojo, ProductChoice product, Problems problems) {
        this.mojo = mojo;
        this.product = product;
        this.problems = problems;
    }

    JsonObject patch() {
        Optional<String> mode = oneOf(MODES, mojo.targetPublishMode, "targetPublishMode");
        return new EverydayFields()
                .text(
                        "notesForCertification",
                        has(mojo.notesForCertification, "notesForCertification", !product.isAddon()))
                .text("targetPublishMode", mode)
                .text("targetPublishDate", date(mode))
                .text(
                        "visibility",
                        has(
                                oneOf(VISIBILITIES, mojo.visibility, "visibility")
                                        .orElse(null),
                                "visibility",
                                !product.isFlight()))
                .rollout(percentage())
                .patch();
    }

    private Optional<String> has(String value, String parameter, boolean known) {
        Optional<String> given = Problems.given(value);
        if (given.isPresent() && !known) {
            problems.add("store." + parameter + " is set, and a submission of "
                    + (product.isAddon() ? "an add-on" : "a flight") + " has no such member");
        }
        return given;
    }

    private Optional<String> oneOf(List<String> allowed, String value, String parameter) {
        Optional<String> given = Problems.given(value);
        Optional<String> known = given.flatMap(
                text -> allowed.stream().filter(text::equalsIgnoreCase).findFirst());
        if (given.isPresent() && known.isEmpty()) {
            problems.add("store." + parameter + " is \"" + given.get() + "\"; allowed values: "
                    + String.join(", ", allowed));
        }
        return known;
    }

    private Optional<String> date(Optional<String> mode) {
        Optional<String> given = Problems.given(mojo.targetPublishDate);
        given.flatMap(date -> StoreDate.of(date).problem())
                .ifPresent(problem -> problems.add("store.targetPublishDate is \"" + given.get() + "\", which "
                        + problem + "; set a moment such as " + StoreDate.EXAMPLE));
        boolean isDate = given.flatMap(date -> StoreDate.of(date).instant()).isPresent();
        mode.filter(other -> isDate && !other.equals("SpecificDate"))
                .ifPresent(other -> problems.add("store.targetPublishDate is set, and store.targetPublishMode is "
                        + other + ", which passes over the date; set SpecificDate, or leave the date out"));
        return given;
    }

    private Optional<BigDecimal> percentage() {
        Optional<String> given = has(mojo.rolloutPercentage, "rolloutPercentage", !product.isAddon());
        try {
            Optional<BigDecimal> percent = given.map(BigDecimal::new);
            if (percent.filter(p -> p.signum() > 0 && p.compareTo(BigDecimal.valueOf(100)) <= 0)
                            .isPresent()
                    || percent.isEmpty()) {
                return percent;
            }
        } catch (NumberFormatException e) {
            // Told below, as for every other number that will not do.
        }
        problems.add("store.rolloutPercentage is \"" + given.get()
                + "\"; it is a number above 0 and up to 100, which means no rollout");
        return Optional.empty();
    }
}
