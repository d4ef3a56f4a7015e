package io.baytap.local;

/**
 * A process of a service.
 *
 * @param number from 1 on
 */
record Replica(LineService service, int number) {

    /** Its directory, its log and its name in messages; the first is called as its service. */
    String name() {
        return number == 1 ? service.id() : host();
    }

    /** What it takes for the name of its host, as a pod has its own; by it the broker's group members are told apart. */
    String host() {
        return service.id() + "-" + number;
    }
}
