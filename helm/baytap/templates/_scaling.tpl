{{/* "hpa", "keda" or nothing: by what that service is scaled. */}}
{{- define "baytap.scaledBy" -}}
{{- if .service.autoscaling -}}
{{- if eq .root.Values.autoscaler.kind "hpa" -}}hpa
{{- else if eq .root.Values.autoscaler.kind "keda" -}}{{ if .service.autoscaling.lag }}keda{{ else }}hpa{{ end }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* How scaling keeps calm, the same for both. */}}
{{- define "baytap.scalingBehavior" -}}
scaleUp:
  stabilizationWindowSeconds: {{ .upAfterSeconds }}
  policies:
    - type: Pods
      value: 2
      periodSeconds: 120
scaleDown:
  stabilizationWindowSeconds: {{ .downAfterSeconds }}
  policies:
    - type: Pods
      value: 1
      periodSeconds: 300
{{- end -}}

{{/* A replica beyond the partitions of what it reads would have nothing to do. */}}
{{- define "baytap.checkMax" -}}
{{- $autoscaling := .service.autoscaling -}}
{{- if lt (int $autoscaling.max) (int $autoscaling.min) -}}
{{- fail (printf "services.%s.autoscaling.max is %v and has to be at least min, %v" .name $autoscaling.max $autoscaling.min) -}}
{{- end -}}
{{- if $autoscaling.lag -}}
{{- $partitions := dict -}}
{{- range .root.Files.Get "files/topics.yaml" | fromYamlArray -}}
{{- $_ := set $partitions .name .partitions -}}
{{- end -}}
{{- $most := 0 -}}
{{- range $topic := $autoscaling.lag.topics -}}
{{- if not (hasKey $partitions $topic) -}}
{{- fail (printf "services.%s.autoscaling.lag.topics: there is no topic %s" $.name $topic) -}}
{{- end -}}
{{- $most = max $most (get $partitions $topic) -}}
{{- end -}}
{{- if gt (int $autoscaling.max) (int $most) -}}
{{- fail (printf "services.%s.autoscaling.max is %v and has to be at most %v, the partitions that it reads" .name $autoscaling.max $most) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "baytap.kedaBootstrap" -}}
{{- if eq .Values.kafka.mode "strimzi" }}{{ include "baytap.bootstrapServers" . }}{{ else -}}
{{- required "autoscaler.bootstrapServers is missing: KEDA asks the broker by itself" .Values.autoscaler.bootstrapServers -}}
{{- end -}}
{{- end -}}

{{- define "baytap.kedaAuthentication" -}}
{{- if eq .Values.kafka.mode "strimzi" }}{{ include "baytap.fullname" (dict "root" . "name" "autoscaler") }}{{ else }}{{ .Values.autoscaler.triggerAuthentication }}{{ end -}}
{{- end -}}

{{/* Whether KEDA needs a user that this chart makes. */}}
{{- define "baytap.autoscalerUser" -}}
{{- and (eq .Values.autoscaler.kind "keda") (eq .Values.kafka.mode "strimzi") -}}
{{- end -}}
