package io.baytap.fx.domain;

import java.util.List;
import java.util.function.Function;

/** Where proposals are kept, so that one decision counts however many replicas are asked at once. */
public interface Proposals {

    /**
     * All that are kept, in no order.
     *
     * @throws RatePublisher.NotStored if they cannot be read now
     */
    List<Proposal> all();

    /**
     * Decides on what is kept now and stores what comes of it, all or nothing, before anybody else can decide.
     *
     * @param step from all that are kept to what is to be written
     * @throws RatePublisher.NotStored if it was not stored: somebody else was faster, or Kafka is away
     */
    <T> T change(Function<List<Proposal>, Change<T>> step);

    /**
     * What comes of a step.
     *
     * @param proposals in place of those with their ids
     * @param rates to be published with them
     * @param outcome for the caller
     */
    record Change<T>(List<Proposal> proposals, Sifting rates, T outcome) {

        public static <T> Change<T> nothing(T outcome) {
            return new Change<>(List.of(), new Sifting(List.of(), List.of()), outcome);
        }
    }
}
