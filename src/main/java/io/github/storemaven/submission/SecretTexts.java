package io.github.storemaven.submission;

import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.json.Pointer;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Refuses a text that holds a secret of this build, however it came there; customers would read it. */
public final class SecretTexts {
    private static final String MESSAGE = "contains a secret of this build (client secret, passphrase or token);"
            + " take it out, and replace the secret if the text was published or committed";

    private final Secrets secrets;
    private final Origin origin;
    private final FileFindings findings;

    public SecretTexts(Secrets secrets, Origin origin, FileFindings findings) {
        this.secrets = secrets;
        this.origin = origin;
        this.findings = findings;
    }

    /** Looks at every text that is wanted, whatever file or parameter sets it. */
    public void check(ReleaseRequest wanted) {
        check("", wanted.ownDocument());
        wanted.listing().notes().stream()
                .flatMap(notes -> notes.texts().values().stream())
                .filter(notes -> secrets.wholeIn(notes.text()))
                .forEach(notes -> findings.add(notes.file().toString(), "", MESSAGE));
    }

    /** Looks at every text of a document, whose pointers the origin knows. */
    public void check(JsonValue document) {
        check("", document);
    }

    private void check(String pointer, JsonValue value) {
        if (value instanceof JsonString text && secrets.wholeIn(text.getString())) {
            findings.add(origin.where(pointer), pointer, MESSAGE);
        } else if (value instanceof JsonObject object) {
            object.forEach((name, member) -> check(Pointer.member(pointer, name), member));
        } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            for (int index = 0; index < value.asJsonArray().size(); index++) {
                check(Pointer.item(pointer, index), value.asJsonArray().get(index));
            }
        }
    }
}
