package io.github.storemaven.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Variants of an image for scales, sizes, languages and the like, which a resources.pri finds: {@code
 * Logo.scale-200.png}, {@code Logo.targetsize-44_altform-unplated.png}, {@code de-de/Logo.png}.
 */
final class QualifiedNames {
    private static final Pattern QUALIFIER = Pattern.compile("(scale|targetsize|altform|contrast|theme|language|lang|"
            + "layoutdirection|layoutdir|homeregion|dxfeaturelevel|dxfl|configuration|config|devicefamily)-[a-z0-9-]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}");

    private QualifiedNames() {}

    /** Whether a file is a variant of the image of that name; both with slashes. */
    static boolean isVariant(String file, String image) {
        String candidate = file.toLowerCase(Locale.ROOT);
        String wanted = image.toLowerCase(Locale.ROOT);
        return !candidate.equals(wanted) && withoutQualifiers(candidate).equals(wanted);
    }

    private static String withoutQualifiers(String path) {
        List<String> segments = Arrays.asList(path.split("/", -1));
        StringBuilder plain = new StringBuilder();
        for (String folder : segments.subList(0, segments.size() - 1)) {
            if (!isQualifier(folder)) {
                plain.append(folder).append('/');
            }
        }
        return plain.append(name(segments.get(segments.size() - 1))).toString();
    }

    /** {@code logo.scale-200_contrast-black.png} is {@code logo.png}. */
    private static String name(String fileName) {
        int extension = fileName.lastIndexOf('.');
        int middle = extension <= 0 ? -1 : fileName.lastIndexOf('.', extension - 1);
        return middle > 0 && isQualifier(fileName.substring(middle + 1, extension))
                ? fileName.substring(0, middle) + fileName.substring(extension)
                : fileName;
    }

    private static boolean isQualifier(String text) {
        return LANGUAGE.matcher(text).matches()
                || Arrays.stream(text.split("_", -1))
                        .allMatch(part -> QUALIFIER.matcher(part).matches());
    }
}
