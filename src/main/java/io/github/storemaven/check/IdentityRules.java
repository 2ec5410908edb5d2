package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.PackageIdentity;
import io.github.storemaven.msix.PackageInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who a package says that it is: listing rules, section 6.2. */
public final class IdentityRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{3,50}");
    private static final Pattern PAIR = Pattern.compile("(CN|L|OU|O|E|C|STREET|SERIALNUMBER|SN|S|T|G|I|DC|Description"
            + "|PostalCode|POBox|Phone|X21Address|dnQualifier|OID(\\.\\d{1,9})++)=([^,+=\"<>#;\\\\]++|\"[^\"]*+\")");
    private static final Pattern DEVICE = Pattern.compile("(?i)CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9]");
    private static final int LONGEST_PUBLISHER = 8192;
    private static final int LONGEST_RESOURCE_ID = 30;
    private static final String RESOURCE = "ms-resource:";

    private final ExpectedIdentity expected;
    private final OfPackage report;

    IdentityRules(ExpectedIdentity expected, OfPackage report) {
        this.expected = expected;
        this.report = report;
    }

    /** Checks the identity of a package or bundle. */
    void check(PackageInfo facts) {
        PackageIdentity identity = facts.identity();
        checkName(identity.name());
        checkPublisher(identity.publisher());
        compare("IDN-03", "", "identity name", "packageIdentityName", identity.name(), expected.packageIdentityName());
        compare("IDN-05", "", "publisher", "publisher", identity.publisher(), expected.publisher());
        compare("IDN-09", "", "family name", "packageFamilyName", identity.familyName(), expected.packageFamilyName());
    }

    /** Checks what every inner manifest says. */
    void checkManifest(AppxManifest manifest) {
        manifest.identity().resourceId().ifPresent(id -> checkResourceId(id, manifest.place()));
        String publisher = manifest.publisherDisplayName();
        if (!publisher.startsWith(RESOURCE)) {
            compare(
                    "IDN-06",
                    manifest.place(),
                    "PublisherDisplayName",
                    "publisherDisplayName",
                    publisher,
                    expected.publisherDisplayName());
        }
    }

    /** Whether a product can have this identity name. */
    public static boolean isName(String name) {
        return hasNameForm(name) && !DEVICE.matcher(name).matches();
    }

    private static boolean hasNameForm(String name) {
        return NAME.matcher(name).matches()
                && !name.endsWith(".")
                && !name.toLowerCase(Locale.ROOT).startsWith("xn--");
    }

    /** Whether it is the distinguished name of a publisher. */
    public static boolean isPublisher(String publisher) {
        return publisher.length() <= LONGEST_PUBLISHER && isDistinguishedName(publisher);
    }

    private void checkName(String name) {
        if (!hasNameForm(name)) {
            String remedy = "write 3 to 50 letters, digits, dots and hyphens, no dot at the end";
            report.error("IDN-01", "Identity", "the Name is " + Quote.of(name), remedy);
        } else if (DEVICE.matcher(name).matches()) {
            report.error("IDN-02", "Identity", "the Name is that of a device, " + name, "choose another");
        }
    }

    private void checkPublisher(String publisher) {
        String remedy = "write an X.500 name of 1 to " + LONGEST_PUBLISHER + " characters, such as CN=...";
        if (publisher.isEmpty() || publisher.length() > LONGEST_PUBLISHER) {
            report.error("IDN-04", "Identity", "the Publisher has " + publisher.length() + " characters", remedy);
        } else if (!isDistinguishedName(publisher)) {
            report.error("IDN-04", "Identity", "the Publisher is " + Quote.of(publisher), remedy);
        }
    }

    private void checkResourceId(String id, String place) {
        if (id.isEmpty()
                || id.length() > LONGEST_RESOURCE_ID
                || DEVICE.matcher(id).matches()) {
            report.error(
                    "IDN-08", place, "the ResourceId is " + Quote.of(id), "write 1 to 30 characters, no device name");
        }
    }

    private void compare(
            String rule, String place, String item, String parameter, String actual, Optional<String> wanted) {
        wanted.filter(value -> !value.equals(actual))
                .ifPresent(value -> report.error(
                        rule,
                        place,
                        "the package has the " + item + " " + Quote.of(actual) + ", and store." + parameter + " is "
                                + Quote.of(value),
                        "Partner Center shows the right one under Product identity; correct the other"));
    }

    /** {@code KEY=value} pairs between which are a comma and one blank, as the schema of manifests has them. */
    private static boolean isDistinguishedName(String publisher) {
        Matcher pair = PAIR.matcher(publisher);
        int at = 0;
        while (pair.region(at, publisher.length()).lookingAt()) {
            at = pair.end();
            if (at == publisher.length()) {
                return true;
            }
            if (!publisher.startsWith(", ", at)) {
                return false;
            }
            at += 2;
        }
        return false;
    }

    /**
     * What Partner Center shows as the product's identity; what is not known is not compared.
     *
     * @param packageIdentityName the manifest's {@code Identity/@Name} (IDN-03)
     * @param publisher the manifest's {@code Identity/@Publisher} (IDN-05)
     * @param publisherDisplayName the manifest's {@code PublisherDisplayName} (IDN-06)
     * @param packageFamilyName name, underscore and publisher hash (IDN-09)
     */
    public record ExpectedIdentity(
            Optional<String> packageIdentityName,
            Optional<String> publisher,
            Optional<String> publisherDisplayName,
            Optional<String> packageFamilyName) {
        /** Nothing is known. */
        public static ExpectedIdentity none() {
            return new ExpectedIdentity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
