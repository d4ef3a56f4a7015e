package io.baytap.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Mosquitto for a {@code @QuarkusTest}, beside {@link StackResource}; sets {@code tap.mqtt.url}. */
public final class MosquittoResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable Warden warden;

    @Override
    public Map<String, String> start() {
        Warden opened = Warden.open();
        warden = opened;
        return Map.of("tap.mqtt.url", MosquittoBroker.start(opened).url().toString());
    }

    @Override
    public void stop() {
        if (warden != null) {
            warden.close();
            warden = null;
        }
    }
}
