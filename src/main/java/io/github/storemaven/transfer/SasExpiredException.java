package io.github.storemaven.transfer;

/** The storage takes nothing more under the upload address and the service has no other: a new draft is needed. */
public final class SasExpiredException extends UploadException {
    private static final long serialVersionUID = 1L;

    SasExpiredException(SasUrl address) {
        super(
                "the storage no longer accepts the upload address " + address
                        + address.expiry()
                                .map(moment -> " (valid until " + moment + ")")
                                .orElse("")
                        + " and the service gave no other; check the clock of this machine, or delete the draft and submit again");
    }
}
