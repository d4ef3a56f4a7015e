{{/* How a service finds the broker, the registry and its database, and who it is there: variables, mounts, volumes. */}}

{{- define "baytap.kafkaEnv" -}}
{{- $kafka := .root.Values.kafka }}
{{- if eq $kafka.mode "strimzi" }}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ include "baytap.bootstrapServers" .root }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/kafka-ca/ca.crt
{{- if eq $kafka.strimzi.authentication "tls" }}
- name: KAFKA_SECURITY_PROTOCOL
  value: SSL
- name: KAFKA_SSL_KEYSTORE_TYPE
  value: PKCS12
- name: KAFKA_SSL_KEYSTORE_LOCATION
  value: /etc/kafka-user/user.p12
{{ include "baytap.secretEnv" (dict "name" "KAFKA_SSL_KEYSTORE_PASSWORD" "secret" (include "baytap.fullname" .) "key" "user.password") }}
{{- else }}
- name: KAFKA_SECURITY_PROTOCOL
  value: SASL_SSL
- name: KAFKA_SASL_MECHANISM
  value: SCRAM-SHA-512
{{ include "baytap.secretEnv" (dict "name" "KAFKA_SASL_JAAS_CONFIG" "secret" (include "baytap.fullname" .) "key" "sasl.jaas.config") }}
{{- end }}
{{- else }}
{{ include "baytap.secretEnv" (dict "name" "KAFKA_BOOTSTRAP_SERVERS" "secret" $kafka.secret "key" "bootstrap-servers") }}
{{- range $variable, $key := dict "KAFKA_SECURITY_PROTOCOL" "security-protocol" "KAFKA_SASL_MECHANISM" "sasl-mechanism" "KAFKA_SASL_JAAS_CONFIG" "sasl-jaas-config" }}
{{ include "baytap.secretEnv" (dict "name" $variable "secret" $kafka.secret "key" $key "optional" true) }}
{{- end }}
{{- if $kafka.caSecret }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/kafka-ca/ca.crt
{{- end }}
{{- end }}
{{- end -}}

{{- define "baytap.bootstrapServers" -}}
{{ .Values.kafka.strimzi.bootstrapServers | default (printf "%s-kafka-bootstrap:9093" .Values.kafka.strimzi.cluster) }}
{{- end -}}

{{/* The Secret with the certificate of who signed the broker's, if it has to be named. */}}
{{- define "baytap.kafkaCa" -}}
{{- $kafka := .Values.kafka -}}
{{- if eq $kafka.mode "strimzi" }}{{ printf "%s-cluster-ca-cert" $kafka.strimzi.cluster }}{{ else }}{{ $kafka.caSecret }}{{ end -}}
{{- end -}}

{{- define "baytap.registryEnv" -}}
{{- if eq .Values.registry.mode "deployed" }}
- name: APICURIO_REGISTRY_URL
  value: http://{{ include "baytap.fullname" (dict "root" . "name" "registry") }}/apis/registry/v3
{{- else }}
{{ include "baytap.secretEnv" (dict "name" "APICURIO_REGISTRY_URL" "secret" .Values.registry.secret "key" "url") }}
{{- range $variable, $key := dict "USERNAME" "username" "PASSWORD" "password" "SERVICE_TOKEN_ENDPOINT" "token-endpoint" "CLIENT_ID" "client-id" "CLIENT_SECRET" "client-secret" }}
{{ include "baytap.secretEnv" (dict "name" (printf "APICURIO_REGISTRY_AUTH_%s" $variable) "secret" $.Values.registry.secret "key" $key "optional" true) }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Whom helm test asks: variables and services. */}}
{{- define "baytap.checked" -}}
CHECK_TAP_INGEST: tap-ingest
CHECK_WALLET_SETTLEMENT: wallet-settlement
CHECK_REPORTING: cross-border-reporting
{{- end -}}

{{- define "baytap.checkEnv" -}}
{{- range $variable, $service := include "baytap.checked" . | fromYaml }}
- name: {{ $variable }}
  value: http://{{ include "baytap.fullname" (dict "root" $ "name" $service) }}
{{- end }}
- name: CHECK_DEADLINE
  value: {{ .Values.check.deadline }}
{{- end -}}

{{/* The operator names a Cluster's Secret with the owner's name and password after the Cluster. */}}
{{- define "baytap.databaseEnv" -}}
{{- $cluster := printf "%s-db" (include "baytap.fullname" .) }}
{{- if eq .root.Values.database.mode "cnpg" }}
{{ include "baytap.secretEnv" (dict "name" "QUARKUS_DATASOURCE_USERNAME" "secret" (printf "%s-app" $cluster) "key" "username") }}
{{ include "baytap.secretEnv" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "secret" (printf "%s-app" $cluster) "key" "password") }}
- name: QUARKUS_DATASOURCE_REACTIVE_URL
  value: postgresql://{{ $cluster }}-rw:5432/app
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: jdbc:postgresql://{{ $cluster }}-rw:5432/app?sslmode=verify-full&sslrootcert=/etc/database-ca/ca.crt
- name: QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE
  value: verify-full
- name: QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM
  value: HTTPS
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM
  value: "true"
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS
  value: /etc/database-ca/ca.crt
{{- else }}
{{- $secret := .service.database.secret }}
{{- range $variable, $key := dict "QUARKUS_DATASOURCE_USERNAME" "username" "QUARKUS_DATASOURCE_PASSWORD" "password" "QUARKUS_DATASOURCE_REACTIVE_URL" "reactive-url" "QUARKUS_DATASOURCE_JDBC_URL" "jdbc-url" }}
{{ include "baytap.secretEnv" (dict "name" $variable "secret" $secret "key" $key) }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Secrets that hold files of clients: a list of name, mountPath, secret and, if not all of it is wanted, key. */}}
{{- define "baytap.clientFiles" -}}
{{- with include "baytap.kafkaCa" .root }}
- { name: kafka-ca, mountPath: /etc/kafka-ca, secret: {{ . }}, key: ca.crt }
{{- end }}
{{- if and (eq .root.Values.kafka.mode "strimzi") (eq .root.Values.kafka.strimzi.authentication "tls") }}
- { name: kafka-user, mountPath: /etc/kafka-user, secret: {{ include "baytap.fullname" . }}, key: user.p12 }
{{- end }}
{{- if and .service.database (eq .root.Values.database.mode "cnpg") }}
- { name: database-ca, mountPath: /etc/database-ca, secret: {{ include "baytap.fullname" . }}-db-ca, key: ca.crt }
{{- end }}
{{- end -}}
