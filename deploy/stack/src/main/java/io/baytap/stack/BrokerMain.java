package io.baytap.stack;

import java.util.Arrays;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** Main class of the broker's own process: formats the storage, then serves. Runs on the broker's class path. */
final class BrokerMain {

    private BrokerMain() {}

    /** The first argument is the file with the broker's settings, the others are StorageTool's {@code format} arguments. */
    public static void main(String[] arguments) {
        int status = StorageTool.execute(Arrays.copyOfRange(arguments, 1, arguments.length), System.out);
        if (status != 0) {
            System.exit(status);
        }
        Kafka.main(new String[] {arguments[0]});
    }
}
