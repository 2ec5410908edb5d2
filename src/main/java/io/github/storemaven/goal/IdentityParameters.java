package io.github.storemaven.goal;

import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values of Partner Center's page on product identity. They look alike, so one in another's place is told as that, and
 * not as a fault of the package.
 */
record IdentityParameters(AbstractWantedMojo mojo) {
    private static final Pattern FAMILY_NAME = Pattern.compile("[-.A-Za-z0-9]+_[a-z0-9]{13}");
    private static final Pattern DISTINGUISHED_NAME =
            Pattern.compile("(?i)\\s*(CN|O|OU|C|L|S|ST|STREET|OID[.0-9]+)\\s*=.*");

    /** What the packages' identity has to be; without the values that have another one's form. */
    ExpectedIdentity expected() {
        return new ExpectedIdentity(
                right(
                        mojo.packageIdentityName,
                        isFamilyName(mojo.packageIdentityName) || isPublisher(mojo.packageIdentityName)),
                right(mojo.publisher, !isPublisher(mojo.publisher)),
                right(mojo.publisherDisplayName, isPublisher(mojo.publisherDisplayName)),
                right(mojo.packageFamilyName, !isFamilyName(mojo.packageFamilyName)));
    }

    void check(Problems problems) {
        if (isFamilyName(mojo.packageIdentityName)) {
            exchanged("packageIdentityName", mojo.packageIdentityName, "the form of packageFamilyName", problems);
        } else if (isPublisher(mojo.packageIdentityName)) {
            exchanged("packageIdentityName", mojo.packageIdentityName, "the form of publisher", problems);
        }
        if (Problems.given(mojo.publisher).isPresent() && !isPublisher(mojo.publisher)) {
            exchanged(
                    "publisher",
                    mojo.publisher,
                    isFamilyName(mojo.publisher)
                            ? "the form of packageFamilyName"
                            : "no CN=...; is it the value of publisherDisplayName",
                    problems);
        }
        if (isPublisher(mojo.publisherDisplayName)) {
            exchanged("publisherDisplayName", mojo.publisherDisplayName, "the form of publisher", problems);
        }
        if (Problems.given(mojo.packageFamilyName).isPresent() && !isFamilyName(mojo.packageFamilyName)) {
            exchanged(
                    "packageFamilyName",
                    mojo.packageFamilyName,
                    isPublisher(mojo.packageFamilyName)
                            ? "the form of publisher"
                            : "no \"_\" with 13 letters and digits behind it; is it the value of packageIdentityName",
                    problems);
        }
    }

    private static void exchanged(String parameter, String value, String form, Problems problems) {
        problems.add("store." + parameter + " is \"" + value.strip() + "\", which has " + form
                + (form.startsWith("no ") ? "?" : ". Partner Center shows all of them under product identity"));
    }

    private static Optional<String> right(String value, boolean isWrong) {
        return Problems.given(value).filter(unused -> !isWrong);
    }

    private static boolean isFamilyName(String value) {
        return Problems.given(value)
                .filter(text -> FAMILY_NAME.matcher(text).matches())
                .isPresent();
    }

    private static boolean isPublisher(String value) {
        return Problems.given(value)
                .filter(text -> DISTINGUISHED_NAME.matcher(text).matches())
                .isPresent();
    }
}
