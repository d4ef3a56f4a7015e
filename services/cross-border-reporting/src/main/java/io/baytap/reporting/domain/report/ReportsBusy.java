package io.baytap.reporting.domain.report;

/** As many reports are being read, or sent, as may be at once: asked again later, this one is given. */
public final class ReportsBusy extends RuntimeException {

    public ReportsBusy(int atOnceMax) {
        super(atOnceMax + " such reports are being made, and no more are made at once");
    }
}
