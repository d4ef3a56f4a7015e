package io.baytap.wallet.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wechat.pay.java.core.util.PemUtil;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeFacts;
import io.baytap.wallet.domain.Notifications.Notification;
import io.baytap.wallet.domain.Notifications.Signed;
import io.baytap.wallet.domain.Provider;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.Refund;
import io.baytap.wallet.domain.reconciliation.ProviderBooks;
import io.baytap.wallet.provider.Exchange.Reply;
import io.vertx.core.Vertx;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** WeChat Pay v3: debits without a password, by contract. All schemes speak it, each with its own access and way of debiting. */
public final class WeChatPay implements Provider {

    private static final Logger LOG = Logger.getLogger(WeChatPay.class);
    private static final String REFUNDS = "/v3/global/refunds";
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** Refusals that are about the rider's wallet or contract. Any other says nothing about the debit. */
    private static final Set<String> WALLET_REFUSALS = Set.of(
            "NOT_ENOUGH",
            "ACCOUNT_ERROR",
            "RULE_LIMIT",
            "CONTRACT_NOT_EXIST",
            "RESOURCE_NOT_EXISTS",
            "USER_ACCOUNT_ABNORMAL");

    private final ProviderAccess access;
    private final DebitProtocol protocol;
    private final ObjectMapper json;
    private final Decryption key;
    private final PlatformCertificates certificates;
    private final Seal seal;
    private final Exchange exchange;

    /**
     * Reads the key files.
     *
     * @throws IllegalArgumentException if one is not what it should be
     */
    public WeChatPay(ProviderAccess access, ObjectMapper json, InstantSource time, Vertx vertx) {
        this.access = access;
        this.protocol = access.appId().isEmpty()
                ? new DebitProtocol.Papay(access.merchantCategoryCode())
                : new DebitProtocol.RideService(access.appId(), access);
        this.json = json;
        this.key = new Decryption(access.apiV3Key());
        this.certificates = new PlatformCertificates(
                PemUtil.loadX509FromPath(access.platformCertificate().toString()),
                access.certificatePause(),
                time,
                this::listCertificates);
        this.seal = new Seal(access, certificates, time);
        this.exchange = new Exchange(vertx, access, seal, json);
    }

    /** What the provider tells of whole days. */
    public ProviderBooks books() {
        return new StatementClient(access, seal, json);
    }

    @Override
    public ProviderAnswer debit(Charge charge, String contractId) {
        Optional<String> subMchid = subMchid(charge.facts());
        if (subMchid.isEmpty()) {
            return new ProviderAnswer.Undecided("OPERATOR_NOT_CONFIGURED");
        }
        ObjectNode body = protocol.body(
                json.createObjectNode(),
                charge,
                subMchid.get(),
                contractId,
                access.notifyUrl().toString());
        return switch (exchange.post(protocol.transactions(), body)) {
            case Reply.Silence silence -> new ProviderAnswer.Undecided(silence.reason());
            case Reply.Answer answer when answer.code().isEmpty() -> Trades.read(answer.body());
            case Reply.Answer answer
            when WALLET_REFUSALS.contains(answer.code()) -> new ProviderAnswer.Declined(answer.code());
            case Reply.Answer answer -> undecided(answer);
        };
    }

    @Override
    public ProviderAnswer query(Charge charge) {
        Optional<String> subMchid = subMchid(charge.facts());
        if (subMchid.isEmpty()) {
            return new ProviderAnswer.Undecided("OPERATOR_NOT_CONFIGURED");
        }
        String target = protocol.transactions() + "/out-trade-no/" + number(charge) + "?sub_mchid=" + subMchid.get();
        return switch (exchange.get(target)) {
            case Reply.Silence silence -> new ProviderAnswer.Undecided(silence.reason());
            case Reply.Answer answer when answer.code().isEmpty() -> Trades.read(answer.body());
            case Reply.Answer answer when answer.status() == NOT_FOUND -> new ProviderAnswer.NotFound();
            case Reply.Answer answer -> undecided(answer);
        };
    }

    @Override
    public ProviderAnswer giveBack(Refund refund) {
        Optional<String> subMchid = subMchid(refund.charge());
        if (subMchid.isEmpty()) {
            return new ProviderAnswer.Undecided("OPERATOR_NOT_CONFIGURED");
        }
        ObjectNode body = json.createObjectNode()
                .put("sp_mchid", access.spMchid())
                .put("sub_mchid", subMchid.get())
                .put("out_trade_no", refund.outTradeNo())
                .put("out_refund_no", refund.outRefundNo())
                .put("reason", "fare corrected");
        body.putObject("amount")
                .put("refund", refund.amount().minor())
                .put("total", refund.total().minor())
                .put("currency", refund.amount().currency().getCurrencyCode());
        return switch (exchange.post(REFUNDS, body)) {
            case Reply.Silence silence -> new ProviderAnswer.Undecided(silence.reason());
            case Reply.Answer answer when answer.code().isEmpty() -> Trades.refund(answer.body());
            case Reply.Answer answer when isRefusal(answer) -> new ProviderAnswer.Declined(code(answer));
            case Reply.Answer answer -> undecided(answer);
        };
    }

    @Override
    public ProviderAnswer query(Refund refund) {
        Optional<String> subMchid = subMchid(refund.charge());
        if (subMchid.isEmpty()) {
            return new ProviderAnswer.Undecided("OPERATOR_NOT_CONFIGURED");
        }
        String target = REFUNDS + "/out-refund-no/" + refund.outRefundNo() + "?sub_mchid=" + subMchid.get();
        return switch (exchange.get(target)) {
            case Reply.Silence silence -> new ProviderAnswer.Undecided(silence.reason());
            case Reply.Answer answer when answer.code().isEmpty() -> Trades.refund(answer.body());
            case Reply.Answer answer when answer.status() == NOT_FOUND -> new ProviderAnswer.NotFound();
            case Reply.Answer answer -> undecided(answer);
        };
    }

    /** Verifies, decrypts and reads a notification. */
    public Notification read(Signed signed) {
        return seal.doubt(signed)
                .<Notification>map(Notification.Refused::new)
                .orElseGet(() -> Trades.notification(json, key, signed.body()));
    }

    /** Looks whether the provider has a new certificate, before it signs with it. */
    public void refreshCertificates() {
        if (!certificates.refresh()) {
            LOG.warnf("the list of certificates of %s cannot be used; those we have stay", access.spMchid());
        }
    }

    private Optional<List<X509Certificate>> listCertificates() {
        return exchange.getUnjudged(CertificateList.TARGET)
                .flatMap(said -> CertificateList.read(said.signed(), said.body(), key));
    }

    private Optional<String> subMchid(ChargeFacts charge) {
        return Optional.ofNullable(access.subMchids().get(charge.operatorId()));
    }

    /** About what was asked for. That we are not believed, or ask too often, says nothing about it. */
    private static boolean isRefusal(Reply.Answer answer) {
        return switch (answer.status()) {
            case BAD_REQUEST, FORBIDDEN, NOT_FOUND -> true;
            default -> false;
        };
    }

    private static ProviderAnswer undecided(Reply.Answer answer) {
        return new ProviderAnswer.Undecided(code(answer));
    }

    private static String code(Reply.Answer answer) {
        return answer.code().isEmpty() ? "STATUS_" + answer.status() : answer.code();
    }

    private static String number(Charge charge) {
        String number = charge.state().outTradeNo();
        if (number == null) {
            throw new IllegalArgumentException(charge.id() + " was never submitted");
        }
        return number;
    }
}
