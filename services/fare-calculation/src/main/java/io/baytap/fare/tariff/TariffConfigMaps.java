package io.baytap.fare.tariff;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Files of tariffs out of Kubernetes ConfigMaps, all that have a label: each key is the name of a file, as a
 * {@link TariffDirectory} has them, feeds among the binary data. A watch keeps them; they are copied to a directory of this
 * replica, and read from there like any others. A ConfigMap holds 1 MiB at most.
 */
public final class TariffConfigMaps implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TariffConfigMaps.class);
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*\\.(zip|yaml)");
    private static final int FIRST_LIST_SECONDS_MAX = 10;

    private final SharedIndexInformer<ConfigMap> watch;
    private final Path copies;

    /** As what each ConfigMap was copied. */
    private Map<String, String> copied = Map.of();

    /**
     * @param selector of labels, such as {@code baytap.io/tariffs=true}
     * @param copies a directory that nothing else writes to
     */
    public TariffConfigMaps(KubernetesClient kubernetes, String namespace, String selector, Path copies) {
        this.copies = copies;
        this.watch = kubernetes
                .configMaps()
                .inNamespace(namespace)
                .withLabelSelector(selector)
                .runnableInformer(0)
                // Again and again, at the start too.
                .exceptionHandler((_, _) -> true);
    }

    /** Begins to watch, and waits a little for the first list. */
    public void start() {
        try {
            Files.createDirectories(copies);
            watch.start().toCompletableFuture().get(FIRST_LIST_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the directory " + copies, e);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("the ConfigMaps of tariffs are not here yet: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the first list is here it is not known which tariffs there are. */
    public Optional<String> obstacle() {
        return watch.hasSynced() ? Optional.empty() : Optional.of("the ConfigMaps of tariffs cannot be read");
    }

    /** Copies what has changed. While the cluster cannot be asked nothing changes. */
    public synchronized void refresh() {
        List<ConfigMap> maps = watch.getStore().list().stream()
                .sorted(Comparator.comparing(TariffConfigMaps::name))
                .toList();
        Map<String, String> now = maps.stream()
                .collect(Collectors.toMap(
                        TariffConfigMaps::name, map -> map.getMetadata().getResourceVersion()));
        if (!watch.hasSynced() || now.equals(copied)) {
            return;
        }
        try {
            copy(files(maps));
            copied = now;
        } catch (IOException e) {
            throw new UncheckedIOException("the ConfigMaps of tariffs cannot be copied to " + copies, e);
        }
    }

    @Override
    public void close() {
        watch.stop();
    }

    private static Map<String, byte[]> files(List<ConfigMap> maps) {
        Map<String, byte[]> files = new HashMap<>();
        for (ConfigMap map : maps) {
            Map<String, byte[]> own = new HashMap<>();
            map.getData().forEach((key, text) -> own.put(key, text.getBytes(StandardCharsets.UTF_8)));
            map.getBinaryData()
                    .forEach((key, base64) -> own.put(key, Base64.getDecoder().decode(base64)));
            own.forEach((key, bytes) -> {
                if (!FILE.matcher(key).matches()) {
                    LOG.warnf("%s of ConfigMap %s is no file of a tariff", key, name(map));
                } else if (files.putIfAbsent(key, bytes) != null) {
                    LOG.errorf("%s of ConfigMap %s is refused: another ConfigMap has it", key, name(map));
                }
            });
        }
        return files;
    }

    private void copy(Map<String, byte[]> files) throws IOException {
        Set<Path> gone = new HashSet<>();
        try (Stream<Path> there = Files.list(copies)) {
            there.forEach(gone::add);
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path copy = copies.resolve(file.getKey());
            boolean there = gone.remove(copy);
            if (!there || !Arrays.equals(Files.readAllBytes(copy), file.getValue())) {
                Files.write(copy, file.getValue());
            }
        }
        for (Path file : gone) {
            Files.delete(file);
        }
    }

    private static String name(ConfigMap map) {
        return map.getMetadata().getName();
    }
}
