{{/* Pods by the labels of their namespace and of themselves, or addresses. */}}
{{- define "baytap.peers" -}}
{{- range . }}
{{- if .cidr }}
- ipBlock:
    cidr: {{ .cidr }}
    {{- with .except }}
    except:
      {{- toYaml . | nindent 6 }}
    {{- end }}
{{- else }}
- {{ with .namespaceLabels -}}
  namespaceSelector:
    matchLabels:
      {{- toYaml . | nindent 6 }}
  {{- end }}
  {{- with .podLabels }}
  podSelector:
    matchLabels:
      {{- toYaml . | nindent 6 }}
  {{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* One way out: what the chart itself puts there is known by its labels, all else stands in the values. */}}
{{- define "baytap.egress" -}}
{{- $values := .root.Values }}
{{- $to := get $values.networkPolicy.to .destination }}
- ports:
    {{- if and (eq .destination "kafka") (eq $values.kafka.mode "strimzi") }}
    - { port: {{ include "baytap.bootstrapServers" .root | regexFind "[0-9]+$" }}, protocol: TCP }
  to:
    - podSelector:
        matchLabels: { strimzi.io/cluster: {{ $values.kafka.strimzi.cluster }}, strimzi.io/kind: Kafka }
    {{- else if and (eq .destination "database") (eq $values.database.mode "cnpg") }}
    - { port: 5432, protocol: TCP }
  to:
    - podSelector:
        matchLabels: { cnpg.io/cluster: {{ include "baytap.fullname" . }}-db }
    {{- else if and (eq .destination "registry") (eq $values.registry.mode "deployed") }}
    - { port: 8080, protocol: TCP }
  to:
    - podSelector:
        matchLabels:
          {{- include "baytap.selector" (dict "root" .root "name" "registry") | nindent 10 }}
    {{- else }}
    {{- range $to.ports }}
    - { port: {{ . }}, protocol: TCP }
    {{- end }}
    {{- with $to.peers }}
  to:
    {{- include "baytap.peers" . | trim | nindent 4 }}
    {{- end }}
    {{- end }}
{{- end -}}

{{- define "baytap.egressDns" -}}
- ports:
    - { port: 53, protocol: UDP }
    - { port: 53, protocol: TCP }
  to:
    {{- include "baytap.peers" .Values.networkPolicy.dns | trim | nindent 4 }}
{{- end -}}

{{/* Who may come to a service: Prometheus, what stands at the entry if it is exposed, and services and a test that ask it. */}}
{{- define "baytap.visitors" -}}
{{- $policy := .root.Values.networkPolicy }}
{{- include "baytap.peers" $policy.from.metrics }}
{{- if and .service.expose (ne .root.Values.expose.by "none") }}
{{- include "baytap.peers" $policy.from.entry }}
{{- end }}
{{- range $asker, $other := .root.Values.services }}
{{- if has $.name (($other | default dict).neighbours | default list) }}
- podSelector:
    matchLabels:
      {{- include "baytap.selector" (dict "root" $.root "name" $asker) | nindent 6 }}
{{- end }}
{{- end }}
{{- if and .root.Values.check.enabled (has .name (include "baytap.checked" .root | fromYaml | values)) }}
- podSelector:
    matchLabels:
      {{- include "baytap.selector" (dict "root" .root "name" "check") | nindent 6 }}
{{- end }}
{{- end -}}
