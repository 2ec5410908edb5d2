package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.XmlElement;
import java.util.regex.Pattern;

/**
 * What an attribute of a manifest has to look like: reference on MSIX packages, section 3.4.
 *
 * @param attribute by its name without a prefix
 * @param required whether MakeAppx refuses an element without it
 * @param form of the whole value
 * @param allowed the form in words
 */
record ManifestForm(String attribute, boolean required, Pattern form, String allowed) {
    private static final String PICTURE = "[^<>\":%|?*]+\\.(png|jpg|jpeg)|ms-resource:.+|ms-appx:///.+";

    static ManifestForm required(String attribute, String form, String allowed) {
        return new ManifestForm(attribute, true, Pattern.compile(form), allowed);
    }

    static ManifestForm optional(String attribute, String form, String allowed) {
        return new ManifestForm(attribute, false, Pattern.compile(form), allowed);
    }

    /** A name that is shown, without blanks around it. */
    static ManifestForm name(String attribute) {
        return required(
                attribute,
                "\\S(.{0,254}\\S)?|ms-resource:.{1,256}",
                "1 to 256 characters in one line, no blank around them");
    }

    static ManifestForm description(boolean required) {
        Pattern form = Pattern.compile("[^\\t\\r\\n]{1,2048}");
        return new ManifestForm("Description", required, form, "1 to 2048 characters in one line");
    }

    static ManifestForm picture(String attribute, boolean required) {
        return new ManifestForm(
                attribute, required, Pattern.compile(PICTURE), "a .png, .jpg or .jpeg, in small letters");
    }

    /** Looks at an attribute of an element: APX-02 where it is missing, APX-03 where it has another form. */
    void check(XmlElement element, String place, OfPackage report) {
        String value = element.find(attribute).orElse(null);
        if (value == null) {
            if (required) {
                missing("the attribute " + attribute, element, place, report);
            }
            return;
        }
        checkValue(attribute + " of " + element.name(), value, element, place, report);
    }

    /** The same for the text of an element inside. */
    void checkInside(XmlElement element, String place, OfPackage report) {
        XmlElement inner = element.first(attribute).orElse(null);
        if (inner == null) {
            if (required) {
                missing("an element " + attribute, element, place, report);
            }
            return;
        }
        checkValue(attribute, inner.text(), inner, place, report);
    }

    private void checkValue(String what, String value, XmlElement element, String place, OfPackage report) {
        if (!form.matcher(value).matches()) {
            String fact = value.isEmpty() ? "the " + what + " is empty" : "the " + what + " is " + Quote.of(value);
            report.error("APX-03", place + ", line " + element.line(), fact, "write " + allowed);
        }
    }

    private void missing(String what, XmlElement element, String place, OfPackage report) {
        report.error(
                "APX-02",
                place + ", line " + element.line(),
                element.name() + " does not have " + what,
                "add " + allowed);
    }
}
