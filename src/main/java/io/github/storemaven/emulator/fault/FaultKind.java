package io.github.storemaven.emulator.fault;

import static io.github.storemaven.emulator.fault.FaultParameter.Type.BODY;
import static io.github.storemaven.emulator.fault.FaultParameter.Type.FAILED_STATE;
import static io.github.storemaven.emulator.fault.FaultParameter.Type.HTTP_STATUS;
import static io.github.storemaven.emulator.fault.FaultParameter.Type.PASSING_STATES;
import static io.github.storemaven.emulator.fault.FaultParameter.Type.WHEN;
import static io.github.storemaven.emulator.fault.FaultParameter.call;
import static io.github.storemaven.emulator.fault.FaultParameter.count;
import static io.github.storemaven.emulator.fault.FaultParameter.flag;
import static io.github.storemaven.emulator.fault.FaultParameter.number;
import static io.github.storemaven.emulator.fault.FaultParameter.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The faults by the names that files, HTTP and tests use, with the parameters that each one knows. */
public enum FaultKind {
    /** A call answers with {@code status}, {@code code}, {@code message}, {@code body} json, html, text, old or empty. */
    ANSWER(
            "answer",
            call(),
            new FaultParameter("status", HTTP_STATUS),
            text("code"),
            text("message"),
            new FaultParameter("body", BODY),
            number("retryAfter"),
            flag("done")),
    /** The connection is lost, {@code when} before or after the effect. */
    DROP("drop", call(), new FaultParameter("when", WHEN)),
    /** The answer comes so many {@code milliseconds} later. */
    DELAY("delay", call(), number("milliseconds")),
    /** Headers and half of the body arrive, then nothing. */
    STALL("stall", call()),
    /** 429 above so many {@code requestsPerMinute}, without {@code Retry-After} if {@code retryAfter} is false. */
    THROTTLE("throttle", number("requestsPerMinute"), flag("retryAfter")),
    /** All tokens end when the call comes. */
    END_TOKEN("endToken", call()),
    /** Tokens live so many {@code seconds}. */
    TOKEN_LIFE("tokenLife", number("seconds")),
    /** Raw control characters inside a string of the answer. */
    CONTROL_CHARACTERS("controlCharacters", call()),
    /** Numbers in unusual, valid forms. */
    ODD_NUMBERS("oddNumbers", call()),
    /** {@code PackageFamilyName} instead of {@code packageFamilyName}. */
    CAPITAL_NAMES("capitalNames", call()),
    /** Members that nobody documented. */
    UNKNOWN_MEMBERS("unknownMembers", call()),
    /** References with id "0" for submissions that are not there. */
    ZERO_REFERENCES("zeroReferences", call()),
    /** The status answer has no {@code statusDetails}. */
    STATUS_WITHOUT_DETAILS("statusWithoutDetails"),
    /** Create answers 500, but the submission is there. */
    GHOST_CREATE("ghostCreate"),
    /** Like a ghost, and the submission answers PUT with 200 and stores nothing. */
    ZOMBIE("zombie"),
    /** A commit stays in {@code CommitStarted}, with {@code errors} or without. */
    STUCK("stuck", flag("errors")),
    /** A commit falls back to {@code PendingCommit}. */
    FALL_BACK("fallBack"),
    /** The submission passes {@code states} in no time. */
    SKIP_STATES("skipStates", new FaultParameter("states", PASSING_STATES)),
    /** The commit is accepted, its new packages are lost on the way, and the published ones stay. */
    DROP_PACKAGES("dropPackages"),
    /** The way ends in {@code state}, with an error {@code code}, {@code details} and a {@code report}'s address. */
    FAIL("fail", new FaultParameter("state", FAILED_STATE), text("code"), text("details"), text("report")),
    /** The upload URL of a new submission has expired. */
    EXPIRED_UPLOAD("expiredUpload"),
    /** A draft made in Partner Center is pending when somebody wants to create one. */
    PARTNER_CENTER_DRAFT("partnerCenterDraft"),
    /** The product uses a feature that the API does not support: 409 on every call. */
    UNSUPPORTED_FEATURE("unsupportedFeature");

    private final String word;
    // A list that nobody changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<FaultParameter> parameters;

    FaultKind(String word, FaultParameter... parameters) {
        this.word = word;
        this.parameters = List.of(parameters);
    }

    /** For example {@code ghostCreate}. */
    public String word() {
        return word;
    }

    /** The parameters, {@code product} and {@code times} among them where they mean something. */
    List<FaultParameter> parameters() {
        if (this == THROTTLE || this == TOKEN_LIFE) {
            return parameters; // They are for all calls of a time, not for some of them.
        }
        return Stream.concat(Stream.of(text("product"), count("times")), parameters.stream())
                .toList();
    }

    /** The kind of a name. @throws IllegalArgumentException with the nearest name when there is none */
    static FaultKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fault \"" + word + "\""
                        + Nearest.hint(
                                word,
                                Arrays.stream(values()).map(FaultKind::word).toList())));
    }
}
