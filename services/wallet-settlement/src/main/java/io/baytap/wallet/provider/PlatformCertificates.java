package io.baytap.wallet.provider;

import com.wechat.pay.java.core.util.PemUtil;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that one provider may sign with, by serial number. The provider replaces them from time to time: it lists
 * the next one beside the present one, and for a while both sign. A serial number that is not known leads to a look at the
 * list; with a pause in between, so that whoever makes serial numbers up cannot make us ask without end.
 */
final class PlatformCertificates {

    private final Duration pause;
    private final InstantSource time;
    private final Supplier<Optional<List<X509Certificate>>> list;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Map<String, X509Certificate> bySerial;
    private @Nullable Instant askedAt;

    /**
     * Begins with the certificate we were given.
     *
     * @param pause between two looks at the list for serial numbers that are not known
     * @param list asks the provider; empty if that came to nothing
     */
    PlatformCertificates(
            X509Certificate first, Duration pause, InstantSource time, Supplier<Optional<List<X509Certificate>>> list) {
        this.pause = pause;
        this.time = time;
        this.list = list;
        this.bySerial = bySerial(List.of(first));
    }

    /** The certificate, if it is listed and its time has come and is not over; asks the provider for one that is not known. */
    Optional<X509Certificate> find(String serial) {
        if (!bySerial.containsKey(serial)) {
            askAgain();
        }
        Instant now = time.instant();
        return Optional.ofNullable(bySerial.get(serial))
                .filter(certificate -> !now.isBefore(certificate.getNotBefore().toInstant())
                        && !now.isAfter(certificate.getNotAfter().toInstant()));
    }

    /**
     * Asks for the list. What is no longer listed is no longer believed; if the answer cannot be used, everything stays.
     *
     * @return whether there is a new list
     */
    boolean refresh() {
        asking.lock();
        try {
            askedAt = time.instant();
            Optional<List<X509Certificate>> listed = list.get().filter(certificates -> !certificates.isEmpty());
            listed.ifPresent(certificates -> bySerial = bySerial(certificates));
            return listed.isPresent();
        } finally {
            asking.unlock();
        }
    }

    private void askAgain() {
        asking.lock();
        try {
            Instant last = askedAt;
            if (last == null || !time.instant().isBefore(last.plus(pause))) {
                refresh();
            }
        } finally {
            asking.unlock();
        }
    }

    private static Map<String, X509Certificate> bySerial(List<X509Certificate> certificates) {
        return certificates.stream()
                .collect(Collectors.toUnmodifiableMap(
                        PemUtil::getSerialNumber, Function.identity(), (first, _) -> first));
    }
}
