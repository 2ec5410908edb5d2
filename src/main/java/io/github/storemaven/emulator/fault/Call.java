package io.github.storemaven.emulator.fault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a request asks for, over all types of product, by the names of fault switches and of the log of requests. */
public enum Call {
    LIST_APPLICATIONS,
    GET_APPLICATION,
    LIST_APPLICATION_ADDONS,
    LIST_FLIGHTS,
    LIST_ADDONS,
    GET_ADDON,
    CREATE_ADDON,
    DELETE_ADDON,
    CREATE_FLIGHT,
    GET_FLIGHT,
    DELETE_FLIGHT,
    CREATE_SUBMISSION,
    GET_SUBMISSION,
    GET_STATUS,
    UPDATE_SUBMISSION,
    COMMIT_SUBMISSION,
    DELETE_SUBMISSION,
    GET_ROLLOUT,
    UPDATE_ROLLOUT,
    HALT_ROLLOUT,
    FINALIZE_ROLLOUT,
    GET_METADATA,
    GET_METADATA_MODULE,
    REPLACE_METADATA,
    PATCH_METADATA,
    GET_PACKAGES,
    GET_PACKAGE,
    REPLACE_PACKAGES,
    PATCH_PACKAGE,
    COMMIT_PACKAGES,
    GET_ASSETS,
    CREATE_ASSETS,
    COMMIT_ASSETS,
    GET_DRAFT_STATUS,
    SUBMIT_DRAFT,
    GET_PUBLISHING_STATUS,
    TOKEN,
    GET_MANAGED_IDENTITY,
    PUT_BLOB,
    PUT_BLOCK,
    PUT_BLOCK_LIST,
    GET_BLOB,
    GET_BLOCK_LIST,
    OTHER;

    /** All names, as fault switches use them, for example {@code createSubmission}. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(Call::apiName).toList();

    private static final Set<Call> WITHOUT_PRODUCT = EnumSet.of(
            LIST_APPLICATIONS,
            LIST_ADDONS,
            CREATE_ADDON,
            TOKEN,
            GET_MANAGED_IDENTITY,
            PUT_BLOB,
            PUT_BLOCK,
            PUT_BLOCK_LIST,
            GET_BLOB,
            GET_BLOCK_LIST,
            OTHER);

    /** Whether the answer is a page of a list. */
    boolean isList() {
        return name().startsWith("LIST_");
    }

    /** Whether the path of a call names a product; true for a name that is none of a call. */
    static boolean namesProduct(String apiName) {
        return WITHOUT_PRODUCT.stream().noneMatch(call -> call.apiName().equals(apiName));
    }

    /** For example {@code createSubmission}. */
    public String apiName() {
        StringBuilder name = new StringBuilder();
        for (String part : name().split("_", -1)) {
            name.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
