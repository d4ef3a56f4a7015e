{{/* The pods of a service, of either kind: (dict "root" $ "name" <service> "service" <its values>). */}}
{{- define "baytap.pod" -}}
{{- $service := .service }}
{{- $clientFiles := include "baytap.clientFiles" . | fromYamlArray }}
metadata:
  labels:
    {{- include "baytap.labels" . | nindent 4 }}
  annotations:
    # A changed setting starts the pods anew.
    checksum/config: {{ include "baytap.settings" . | sha256sum }}
    {{- if not .root.Values.serviceMonitor.enabled }}
    prometheus.io/scrape: "true"
    prometheus.io/path: /q/metrics
    prometheus.io/port: "8080"
    {{- end }}
spec:
  serviceAccountName: {{ include "baytap.fullname" . }}
  automountServiceAccountToken: {{ include "baytap.asksCluster" $service | default "false" }}
  enableServiceLinks: false
  terminationGracePeriodSeconds: 30
  {{- with .root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  securityContext:
    {{- include "baytap.podSecurity" . | nindent 4 }}
  topologySpreadConstraints:
    {{- include "baytap.spread" (dict "root" .root "name" .name "mode" $service.spread) | trim | nindent 4 }}
  containers:
    - name: {{ .name }}
      image: {{ include "baytap.image" . }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      securityContext:
        {{- include "baytap.containerSecurity" . | nindent 8 }}
      ports:
        - name: http
          containerPort: 8080
          protocol: TCP
      env:
        {{- include "baytap.env" . | trim | nindent 8 }}
      startupProbe:
        httpGet:
          path: /q/health/started
          port: http
        periodSeconds: 2
        failureThreshold: 60
      livenessProbe:
        httpGet:
          path: /q/health/live
          port: http
        periodSeconds: 10
        timeoutSeconds: 3
        failureThreshold: 6
      readinessProbe:
        httpGet:
          path: /q/health/ready
          port: http
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 2
      resources:
        {{- toYaml $service.resources | nindent 8 }}
      volumeMounts:
        - name: config
          mountPath: /etc/baytap
          readOnly: true
        - name: tmp
          mountPath: /tmp
        {{- with $service.storage | default $service.state }}
        - name: {{ if $service.state }}state{{ else }}storage{{ end }}
          mountPath: {{ .mountPath }}
        {{- end }}
        {{- range concat $clientFiles ($service.files | default list) }}
        - name: {{ .name }}
          mountPath: {{ .mountPath }}
          readOnly: true
        {{- end }}
  volumes:
    - name: config
      configMap:
        name: {{ include "baytap.fullname" . }}
    - name: tmp
      emptyDir:
        sizeLimit: 256Mi
    {{- with $service.storage }}
    - name: storage
      emptyDir:
        sizeLimit: {{ .size }}
    {{- end }}
    {{- range concat $clientFiles ($service.files | default list) }}
    - name: {{ .name }}
      {{- if .secret }}
      secret:
        secretName: {{ .secret }}
        defaultMode: 0440
        {{- with .key }}
        items:
          - { key: {{ . }}, path: {{ . }} }
        {{- end }}
      {{- else if .configMap }}
      configMap:
        name: {{ .configMap }}
      {{- else }}
      persistentVolumeClaim:
        claimName: {{ .claim }}
        readOnly: true
      {{- end }}
    {{- end }}
{{- end -}}

{{- define "baytap.image" -}}
{{- $image := .root.Values.image -}}
{{- with $image.registry }}{{ . }}/{{ end }}{{ printf "%s/%s:%s" $image.repository .name ($image.tag | default .root.Chart.AppVersion) -}}
{{- end -}}

{{- define "baytap.env" -}}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: POD_IP
  valueFrom:
    fieldRef:
      fieldPath: status.podIP
- name: SMALLRYE_CONFIG_LOCATIONS
  value: /etc/baytap/application.properties
- name: JAVA_TOOL_OPTIONS
  value: {{ .service.javaOptions | quote }}
{{ include "baytap.kafkaEnv" . | trim }}
{{ include "baytap.registryEnv" .root | trim }}
{{- with .root.Values.tracing }}
{{- if .endpoint }}
- name: QUARKUS_OTEL_SDK_DISABLED
  value: "false"
- name: QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ .endpoint }}
- name: BAYTAP_TRACES_RATIO
  value: {{ .ratio | quote }}
{{- end }}
{{- end }}
{{- if .service.database }}
{{ include "baytap.databaseEnv" . | trim }}
{{- end }}
{{- range $variable, $reference := .service.secretEnv }}
{{ include "baytap.secretEnv" (dict "name" $variable "secret" $reference.secret "key" $reference.key "optional" $reference.optional) }}
{{- end }}
{{- end -}}
