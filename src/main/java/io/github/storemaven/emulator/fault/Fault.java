package io.github.storemaven.emulator.fault;

import static io.github.storemaven.emulator.fault.FaultParameter.Type.BODY;
import static io.github.storemaven.emulator.fault.FaultParameter.Type.END_STATE;
import static io.github.storemaven.emulator.fault.FaultParameter.Type.FAILED_STATE;
import static io.github.storemaven.emulator.fault.FaultParameter.Type.HTTP_STATUS;
import static io.github.storemaven.emulator.fault.FaultParameter.Type.PASSING_STATES;
import static io.github.storemaven.emulator.fault.FaultParameter.Type.PENDING_STATE;
import static io.github.storemaven.emulator.fault.FaultParameter.Type.WHEN;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fault that is switched on.
 *
 * @param kind what goes wrong
 * @param parameters for whom and how; {@code product}, {@code call} and {@code times} narrow it
 */
public record Fault(Kind kind, JsonObject parameters) {
    /** From the JSON form, in which {@code fault} is the name. @throws IllegalArgumentException for what it does not know */
    static Fault of(JsonObject json) {
        Kind kind = Kind.of(Json.text(json, "fault"));
        json.forEach((name, value) -> {
            if (!name.equals("fault")) {
                check(kind, name, value);
            }
        });
        if (kind == Kind.SKIP_STATES && !json.containsKey("states")) {
            throw new IllegalArgumentException("the fault \"skipStates\" needs \"states\", a list");
        }
        if (json.containsKey("product") && !Call.namesProduct(Json.text(json, "call"))) {
            throw new IllegalArgumentException("the call \"" + Json.text(json, "call")
                    + "\" names no product, so the fault would never strike; leave \"product\" out");
        }
        return new Fault(kind, json);
    }

    private static void check(Kind kind, String name, JsonValue value) {
        FaultParameter parameter = kind.parameters().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the fault \"" + kind.apiName() + "\" has no parameter \"" + name + "\"" + hint(kind, name)));
        parameter.problem(value).ifPresent(problem -> {
            throw new IllegalArgumentException("the fault \"" + kind.apiName() + "\": " + problem);
        });
    }

    private static String hint(Kind kind, String name) {
        return kind.parameters().isEmpty()
                ? ""
                : NearestName.hint(
                        name,
                        kind.parameters().stream().map(FaultParameter::name).toList());
    }

    boolean concerns(Call call, String product) {
        String wantedCall = text("call", "");
        String wantedProduct = text("product", "");
        return (wantedCall.isEmpty() || wantedCall.equals(call.apiName()))
                && (wantedProduct.isEmpty() || wantedProduct.equalsIgnoreCase(product));
    }

    /** A parameter as text. */
    public String text(String name, String standard) {
        return parameters.get(name) instanceof JsonString text ? text.getString() : standard;
    }

    /** A parameter as a number. */
    public int number(String name, int standard) {
        return parameters.get(name) instanceof JsonNumber number ? number.intValue() : standard;
    }

    /** A parameter as true or false. */
    public boolean flag(String name, boolean standard) {
        JsonValue value = parameters.get(name);
        return value == null ? standard : value == JsonValue.TRUE;
    }

    /** A parameter as texts. */
    public List<String> texts(String name) {
        return Json.strings(parameters, name);
    }

    /** The faults by the names that files, HTTP and tests use, with the parameters that each one knows. */
    public enum Kind {
        /** A call answers with {@code status}, {@code code}, {@code message}, {@code body} json, html, text, old or empty. */
        ANSWER(
                "answer",
                FaultParameter.call(),
                new FaultParameter("status", HTTP_STATUS),
                FaultParameter.text("code"),
                FaultParameter.text("message"),
                new FaultParameter("body", BODY),
                FaultParameter.number("retryAfter"),
                FaultParameter.flag("done")),
        /** The connection is lost, {@code when} before or after the effect. */
        DROP("drop", FaultParameter.call(), new FaultParameter("when", WHEN)),
        /** The response comes so many {@code milliseconds} later. */
        DELAY("delay", FaultParameter.call(), FaultParameter.number("milliseconds")),
        /** Headers and half of the body arrive, then nothing. */
        STALL("stall", FaultParameter.call()),
        /** 429 above so many {@code requestsPerMinute}, without {@code Retry-After} if {@code retryAfter} is false. */
        THROTTLE("throttle", FaultParameter.number("requestsPerMinute"), FaultParameter.flag("retryAfter")),
        /** All tokens end when the call comes. */
        END_TOKEN("endToken", FaultParameter.call()),
        /** Tokens live so many {@code seconds}. */
        TOKEN_LIFE("tokenLife", FaultParameter.number("seconds")),
        /** Raw control characters inside a string of the response. */
        CONTROL_CHARACTERS("controlCharacters", FaultParameter.call()),
        /** Numbers in unusual, valid forms. */
        ODD_NUMBERS("oddNumbers", FaultParameter.call()),
        /** {@code PackageFamilyName} instead of {@code packageFamilyName}. */
        CAPITAL_NAMES("capitalNames", FaultParameter.call()),
        /** A list's {@code @nextLink} is a whole address, and its {@code totalCount} a text. */
        ODD_PAGING("oddPaging", FaultParameter.call()),
        /** Members that nobody documented. */
        UNKNOWN_MEMBERS("unknownMembers", FaultParameter.call()),
        /** References with id "0" for submissions that are not there. */
        ZERO_REFERENCES("zeroReferences", FaultParameter.call()),
        /** The status response has no {@code statusDetails}. */
        STATUS_WITHOUT_DETAILS("statusWithoutDetails"),
        /** Create answers 500, but the submission is there. */
        GHOST_CREATE("ghostCreate"),
        /** Like a ghost, and the submission answers PUT with 200 and stores nothing. */
        ZOMBIE("zombie"),
        /** A commit stays in {@code CommitStarted}, with {@code errors} or without. */
        STUCK("stuck", FaultParameter.flag("errors")),
        /** A commit falls back to {@code PendingCommit}. */
        FALL_BACK("fallBack"),
        /** The submission passes {@code states} in no time. */
        SKIP_STATES("skipStates", new FaultParameter("states", PASSING_STATES)),
        /** The commit is accepted, its new packages are lost on the way, and the published ones stay. */
        DROP_PACKAGES("dropPackages"),
        /** The way ends in {@code state}, with an error {@code code}, {@code details} and a {@code report}'s address. */
        FAIL(
                "fail",
                new FaultParameter("state", FAILED_STATE),
                FaultParameter.text("code"),
                FaultParameter.text("details"),
                FaultParameter.text("report")),
        /** The upload URL of a new submission has expired. */
        EXPIRED_UPLOAD("expiredUpload"),
        /** A draft made in Partner Center is pending when somebody wants to create one. */
        PARTNER_CENTER_DRAFT("partnerCenterDraft"),
        /** The Store cannot take in the packages of an MSI or EXE product: {@code packageuploaderror} with a {@code message}. */
        PACKAGE_UPLOAD_ERROR("packageUploadError", FaultParameter.text("message")),
        /** The submission of an MSI or EXE product ends in {@code FAILED}. */
        PUBLISHING_FAILED("publishingFailed"),
        /** A success of the API for MSI and EXE products carries a warning with a {@code message} about a {@code target}. */
        WARNINGS("warnings", FaultParameter.call(), FaultParameter.text("target"), FaultParameter.text("message")),
        /**
         * Another client has a submission pending in {@code state}, which was asked for {@code polls} times, goes to {@code end}
         * (published, where it names none); its packages have {@code version}, and {@code manual} sets the publish mode.
         */
        OTHER_SUBMISSION(
                "otherSubmission",
                FaultParameter.call(),
                new FaultParameter("state", PENDING_STATE),
                FaultParameter.count("polls"),
                new FaultParameter("end", END_STATE),
                FaultParameter.text("version"),
                FaultParameter.flag("manual")),
        /** Another client deletes the draft and makes one of its own. */
        REPLACED_DRAFT("replacedDraft", FaultParameter.call()),
        /** Somebody edits the draft in Partner Center. */
        EDITED_DRAFT("editedDraft", FaultParameter.call()),
        /** The product uses a feature that the API does not support: 409 on every call. */
        UNSUPPORTED_FEATURE("unsupportedFeature");

        private final String apiName;
        private final List<FaultParameter> parameters;

        Kind(String apiName, FaultParameter... parameters) {
            this.apiName = apiName;
            this.parameters = List.of(parameters);
        }

        /** For example {@code ghostCreate}. */
        public String apiName() {
            return apiName;
        }

        /** The parameters, {@code product} and {@code times} among them where they mean something. */
        List<FaultParameter> parameters() {
            if (this == THROTTLE || this == TOKEN_LIFE) {
                return parameters; // They are for all calls of a time, not for some of them.
            }
            return Stream.concat(
                            Stream.of(FaultParameter.text("product"), FaultParameter.count("times")),
                            parameters.stream())
                    .toList();
        }

        /** The kind of a name. @throws IllegalArgumentException with the nearest name when there is none */
        static Kind of(String apiName) {
            return Arrays.stream(values())
                    .filter(kind -> kind.apiName.equals(apiName))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no fault \"" + apiName + "\""
                            + NearestName.hint(
                                    apiName,
                                    Arrays.stream(values()).map(Kind::apiName).toList())));
        }
    }
}
