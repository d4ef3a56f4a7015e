package io.baytap.sandbox.provider;

import java.time.Clock;

/** One of the two providers: its keys, its hand and its ledger. */
record Provider(Scheme scheme, SchemeKeys keys, SignatureDesk signatures, ResponseSigner signer, SchemeLedger ledger) {

    static Provider open(Scheme scheme, ProviderConfig config) {
        Clock clock = config.clock();
        SchemeKeys keys = new KeyFolder(config.keys().resolve(scheme.folder())).open(scheme, clock);
        var signatures = new SignatureDesk(keys);
        return new Provider(
                scheme,
                keys,
                signatures,
                new ResponseSigner(keys, signatures, clock),
                new SchemeLedger(scheme, config.anyContract()));
    }
}
