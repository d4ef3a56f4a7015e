{{/* The five services, each over the defaults. */}}
{{- define "baytap.services" -}}
{{- $merged := dict -}}
{{- range $name, $service := .Values.services -}}
{{- $_ := set $merged $name (mergeOverwrite (deepCopy $.Values.defaults) (deepCopy ($service | default dict))) -}}
{{- end -}}
{{- toYaml $merged -}}
{{- end -}}

{{/* Call with (dict "root" $ "name" <service>). */}}
{{- define "baytap.fullname" -}}
{{- printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "baytap.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
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
