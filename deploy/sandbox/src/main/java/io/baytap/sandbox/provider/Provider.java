package io.baytap.sandbox.provider;

import java.time.Clock;

/** One of the providers: its keys, its hands and its ledger. */
record Provider(Scheme scheme, PlatformHands hands, ResponseSigner signer, SchemeLedger ledger) {

    static Provider open(Scheme scheme, ProviderConfig config) {
        Clock clock = config.clock();
        SchemeKeys keys = new KeyFolder(config.keys().resolve(scheme.folder())).open(scheme, clock);
        var hands = new PlatformHands(scheme, keys, clock);
        return new Provider(
                scheme, hands, new ResponseSigner(hands, clock), new SchemeLedger(scheme, config.anyContract()));
    }

    /** The keys in use. */
    SchemeKeys keys() {
        return hands.current().keys();
    }

    SignatureDesk signatures() {
        return hands.current().desk();
    }
}
