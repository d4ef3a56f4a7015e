package io.baytap.wallet.domain;

/** The database did not do it; whether it is away or refused, the same call may be made again later. */
public final class StorageOutage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageOutage(String what, Throwable cause) {
        super(what, cause);
    }
}
