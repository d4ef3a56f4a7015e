package io.baytap.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the chart does not know, or what cannot be, is refused by its name. */
class WrongValuesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        replica' not allowed                                       | defaults: { replica: 2 }
        /defaults/replicas                                         | defaults: { replicas: 0 }
        /services/fx-conversion/replicas                           | services: { fx-conversion: { replicas: two } }
        /defaults/spread                                           | defaults: { spread: Sometimes }
        fx-converter' not allowed                                  | services: { fx-converter: {} }
        /image/pullPolicy                                          | image: { pullPolicy: Sometimes }
        /image/registry                                            | image: { registry: "HTTP://here" }
        /image/tag                                                 | image: { tag: "a b" }
        /image/pullSecrets/0                                       | image: { pullSecrets: ["Not A Name"] }
        /services/fx-conversion/storage/size                       | services: { fx-conversion: { storage: { size: lots } } }
        bootstrapServers' not allowed                              | kafka: { bootstrapServers: "broker:9092" }
        /kafka/secret                                              | kafka: { secret: "Not A Name" }
        /kafka/mode                                                | kafka: { mode: kraft }
        /kafka/strimzi/authentication                              | kafka: { strimzi: { authentication: plain } }
        /kafka/strimzi/minInSyncReplicas                           | kafka: { strimzi: { minInSyncReplicas: 0 } }
        minInSyncReplicas                                          | kafka: { mode: strimzi, strimzi: { replicas: 2, minInSyncReplicas: 3 } }
        /registry/mode                                             | registry: { mode: confluent }
        /registry/deployed/image                                   | registry: { deployed: { image: "" } }
        /database/mode                                             | database: { mode: mysql }
        /database/cnpg/instances                                   | database: { cnpg: { instances: 0 } }
        /database/cnpg/size                                        | database: { cnpg: { size: 50GB } }
        /database/cnpg/backup/schedule                             | database: { cnpg: { backup: { schedule: "0 18 * * *" } } }
        /database/cnpg/backup/restored/wallet-settlement/generation | database: { cnpg: { backup: { restored: { wallet-settlement: { generation: 1 } } } } }
        /database/cnpg/backup/restored/wallet-settlement/until     | database: { cnpg: { backup: { restored: { wallet-settlement: { generation: 2, until: yesterday } } } } }
        invalid propertyName 'shared-buffers'                      | database: { cnpg: { parameters: { shared-buffers: 1GB } } }
        /autoscaler/kind                                           | autoscaler: { kind: vpa }
        /autoscaler/downAfterSeconds                               | autoscaler: { downAfterSeconds: 5 }
        autoscaler.bootstrapServers                                | autoscaler: { kind: keda }
        /services/tap-ingest/autoscaling/cpuPercent                | services: { tap-ingest: { autoscaling: { cpuPercent: 200 } } }
        services.fx-conversion.autoscaling.max                     | services: { fx-conversion: { autoscaling: { max: 9 } } }
        services.tap-ingest.autoscaling.max                        | services: { tap-ingest: { autoscaling: { max: 1 } } }
        taps.v1                                                    | services: { fare-calculation: { autoscaling: { lag: { topics: [taps.v1] } } } }
        /services/fare-calculation/autoscaling/lag/perReplica      | services: { fare-calculation: { autoscaling: { lag: { perReplica: 0 } } } }
        /expose/by                                                 | expose: { by: nodeport }
        expose.gateway.name                                        | { expose: { by: gateway }, services: { tap-ingest: { expose: { host: a.example, paths: [/v1] } } } }
        /services/tap-ingest/expose/host                           | services: { tap-ingest: { expose: { host: localhost, paths: [/v1] } } }
        /services/tap-ingest/expose                                | services: { tap-ingest: { expose: { host: a.example } } }
        /services/tap-ingest/expose/paths/0                        | services: { tap-ingest: { expose: { host: a.example, paths: [v1] } } }
        /networkPolicy/to/kafka/peers/0/cidr                       | networkPolicy: { to: { kafka: { peers: [{ cidr: everywhere }] } } }
        /networkPolicy/to/kafka/ports/0                            | networkPolicy: { to: { kafka: { ports: [99999] } } }
        internet' not allowed                                      | networkPolicy: { to: { internet: { ports: [443], peers: [] } } }
        /services/tap-ingest/reaches/0                             | services: { tap-ingest: { reaches: [internet] } }
        /services/fx-conversion                                    | services: { fx-conversion: { reaches: [kafka, registry, rates, identity] } }
        /services/fare-calculation/reaches                         | services: { fare-calculation: { readsConfigMaps: true } }
        /services/tap-ingest/neighbours/0                          | services: { tap-ingest: { neighbours: [registry] } }
        /tracing/endpoint                                          | tracing: { endpoint: collector }
        /tracing/ratio                                             | tracing: { ratio: 2 }
        sampler' not allowed                                       | tracing: { sampler: all }
        /check/secret                                              | check: { secret: "Not A Name" }
        /check/deadline                                            | check: { deadline: 2m }
        token' not allowed                                         | check: { token: abc }
        /serviceMonitor/interval                                   | serviceMonitor: { interval: often }
        /defaults/resources/limits/memory                          | defaults: { resources: { limits: { memory: 512mb } } }
        missing property 'mountPath'                               | services: { fare-calculation: { files: [{ name: tariffs, claim: tariffs }] } }
        /services/tap-ingest/files/0/name                          | services: { tap-ingest: { files: [{ name: tmp, mountPath: /x, claim: a }] } }
        /services/fare-calculation                                 | services: { fare-calculation: { storage: { mountPath: /a, size: 1Gi } } }
        /services/wallet-settlement/config/quarkus.datasource.password | services: { wallet-settlement: { config: { quarkus.datasource.password: hunter2 } } }
        /services/tap-ingest/config/tap.pseudonym-keys.hong-kong   | services: { tap-ingest: { config: { tap.pseudonym-keys.hong-kong: c2VjcmV0 } } }
        /services/tap-ingest/config/tap.registry-token             | services: { tap-ingest: { config: { tap.registry-token: abc } } }
        invalid propertyName 'other.setting'                       | services: { tap-ingest: { config: { other.setting: 1 } } }
        /services/tap-ingest/config/tap.late-after                 | services: { tap-ingest: { config: { tap.late-after: [5m] } } }
        invalid propertyName 'tap-key'                             | services: { tap-ingest: { secretEnv: { tap-key: { secret: a, key: b } } } }
        value' not allowed                                         | services: { tap-ingest: { secretEnv: { TAP_KEY: { value: abc } } } }
        """)
    void aWrongValueIsRefusedByName(String name, String values) {
        assertThatThrownBy(() -> Chart.render(values)).hasMessageContaining(name);
    }
}
