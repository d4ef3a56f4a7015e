package io.baytap.bench.taps;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import io.baytap.sandbox.gates.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Verifies a signature as tap-ingest does: a new verifier each time, and a key that was read before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignatureBenchmark {

    /** The provider that tap-ingest uses where it can. */
    static final String CORRETTO = "AmazonCorrettoCryptoProvider";

    /** The one it uses otherwise. */
    static final String JDK = "SunEC";

    private static final String ALGORITHM = "Ed25519";

    /** Whose code. */
    @Param({CORRETTO, JDK})
    public String provider = JDK;

    /** Length of what is signed. */
    @Param("200")
    public int bytes;

    private byte[] message = {};
    private byte[] signature = {};
    private Provider code = Security.getProvider(JDK);
    private @Nullable PublicKey key;

    /** Signs it. */
    @Setup
    public void sign() throws GeneralSecurityException {
        var signing = SigningKey.of("bench");
        message = new byte[bytes];
        signature = signing.sign(message);
        code = provider.equals(JDK) ? Security.getProvider(JDK) : AmazonCorrettoCryptoProvider.INSTANCE;
        key = KeyFactory.getInstance(ALGORITHM, JDK).generatePublic(new X509EncodedKeySpec(signing.publicKey()));
        if (!verify()) {
            throw new IllegalStateException("the signature is wrong");
        }
    }

    /** One signature. */
    @Benchmark
    public boolean verify() throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(ALGORITHM, code);
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
    }
}
