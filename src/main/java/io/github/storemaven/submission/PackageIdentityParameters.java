package io.github.storemaven.submission;

import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values of Partner Center's page on product identity. They look alike, so one in another's place is told as that, and
 * not as a fault of the package. A value that is not set is null or blank.
 */
public record PackageIdentityParameters(
        String packageIdentityName, String publisher, String publisherDisplayName, String packageFamilyName) {
    private static final Pattern FAMILY_NAME = Pattern.compile("[-.A-Za-z0-9]+_[a-z0-9]{13}");
    private static final Pattern DISTINGUISHED_NAME =
            Pattern.compile("(?i)\\s*(CN|O|OU|C|L|S|ST|STREET|OID[.0-9]+)\\s*=.*");

    /** What the packages' identity has to be; without the values that have another one's form. */
    public ExpectedIdentity expected() {
        return new ExpectedIdentity(
                right(packageIdentityName, isFamilyName(packageIdentityName) || isPublisher(packageIdentityName)),
                right(publisher, !isPublisher(publisher)),
                right(publisherDisplayName, isPublisher(publisherDisplayName)),
                right(packageFamilyName, !isFamilyName(packageFamilyName)));
    }

    /** Tells each value that has another one's form. */
    public void check(ConfigurationProblems problems) {
        if (isFamilyName(packageIdentityName)) {
            exchanged("packageIdentityName", packageIdentityName, "the form of packageFamilyName", problems);
        } else if (isPublisher(packageIdentityName)) {
            exchanged("packageIdentityName", packageIdentityName, "the form of publisher", problems);
        }
        if (ConfigurationProblems.given(publisher).isPresent() && !isPublisher(publisher)) {
            exchanged(
                    "publisher",
                    publisher,
                    isFamilyName(publisher)
                            ? "the form of packageFamilyName"
                            : "no CN=...; is it the value of publisherDisplayName",
                    problems);
        }
        if (isPublisher(publisherDisplayName)) {
            exchanged("publisherDisplayName", publisherDisplayName, "the form of publisher", problems);
        }
        if (ConfigurationProblems.given(packageFamilyName).isPresent() && !isFamilyName(packageFamilyName)) {
            exchanged(
                    "packageFamilyName",
                    packageFamilyName,
                    isPublisher(packageFamilyName)
                            ? "the form of publisher"
                            : "no \"_\" with 13 letters and digits behind it; is it the value of packageIdentityName",
                    problems);
        }
    }

    private static void exchanged(String parameter, String value, String form, ConfigurationProblems problems) {
        problems.add("store." + parameter + " is \"" + value.strip() + "\", which has " + form
                + (form.startsWith("no ") ? "?" : ". Partner Center shows all of them under product identity"));
    }

    private static Optional<String> right(String value, boolean isWrong) {
        return ConfigurationProblems.given(value).filter(unused -> !isWrong);
    }

    private static boolean isFamilyName(String value) {
        return ConfigurationProblems.given(value)
                .filter(text -> FAMILY_NAME.matcher(text).matches())
                .isPresent();
    }

    private static boolean isPublisher(String value) {
        return ConfigurationProblems.given(value)
                .filter(text -> DISTINGUISHED_NAME.matcher(text).matches())
                .isPresent();
    }
}
