{{/* The five services, each over the defaults. */}}
{{- define "baytap.services" -}}
{{- $merged := dict -}}
{{- range $name, $service := .Values.services -}}
{{- $_ := set $merged $name (mergeOverwrite (deepCopy $.Values.defaults) (deepCopy ($service | default dict))) -}}
{{- end -}}
{{- toYaml $merged -}}
{{- end -}}

{{/* "true" of a service, called with its values, that asks the cluster's API for something; else nothing. */}}
{{- define "baytap.asksCluster" -}}
{{- if or .leaderElection .readsConfigMaps }}true{{ end -}}
{{- end -}}

{{/* Call with (dict "root" $ "name" <service>). */}}
{{- define "baytap.fullname" -}}
{{- printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "baytap.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{/* Of the release's own pods, and of no pod that an operator makes for it. */}}
{{- define "baytap.releaseSelector" -}}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: baytap
{{- end -}}

{{- define "baytap.labels" -}}
{{ include "baytap.selector" . }}
app.kubernetes.io/part-of: baytap
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* A variable from a key of a Secret: (dict "name" … "secret" … "key" … "optional" …). */}}
{{- define "baytap.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
      {{- if .optional }}
      optional: true
      {{- end }}
{{- end -}}

{{/* A setting as it stands in application.properties; it may name the release: {{ .Release.Name }}. */}}
{{- define "baytap.setting" -}}
{{- if kindIs "string" .value }}{{ tpl .value .root }}{{ else }}{{ toJson .value }}{{ end -}}
{{- end -}}

{{/* All settings of a service: (dict "root" $ "service" <service>). */}}
{{- define "baytap.settings" -}}
{{- range $setting, $value := .service.config }}
{{ $setting }}={{ include "baytap.setting" (dict "root" $.root "value" $value) }}
{{- end }}
{{- end -}}

{{/* What a service that keeps its state on a volume is called by those who scale it. */}}
{{- define "baytap.kind" -}}
{{ if .state }}StatefulSet{{ else }}Deployment{{ end }}
{{- end -}}

{{- define "baytap.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "baytap.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/* Pods of a service on different nodes and in different zones. */}}
{{- define "baytap.spread" -}}
{{- range $key, $mode := dict "kubernetes.io/hostname" .mode "topology.kubernetes.io/zone" .mode }}
- maxSkew: 1
  topologyKey: {{ $key }}
  whenUnsatisfiable: {{ $mode }}
  labelSelector:
    matchLabels:
      {{- include "baytap.selector" $ | nindent 6 }}
{{- end }}
{{- end -}}
