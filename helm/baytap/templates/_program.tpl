{{/* What a pod is that runs a program of tap-ingest's image to its end: (dict "root" $ "name" … "restart" … "command" … "env" … "envFrom" …). */}}
{{- define "baytap.program" -}}
restartPolicy: {{ .restart }}
serviceAccountName: {{ include "baytap.fullname" . }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  {{- include "baytap.podSecurity" .root | nindent 2 }}
containers:
  - name: {{ .name }}
    image: {{ include "baytap.image" (dict "root" .root "name" "tap-ingest") }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    command: {{ toJson .command }}
    securityContext:
      {{- include "baytap.containerSecurity" .root | nindent 6 }}
    env:
      - name: JAVA_TOOL_OPTIONS
        value: -XX:MaxRAMPercentage=60
      {{- .env | trim | nindent 6 }}
    {{- with .envFrom }}
    envFrom:
      {{- . | trim | nindent 6 }}
    {{- end }}
    resources:
      requests: { cpu: 100m, memory: 256Mi }
      limits: { memory: 256Mi }
    volumeMounts:
      - name: tmp
        mountPath: /tmp
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: 64Mi
{{- end -}}
