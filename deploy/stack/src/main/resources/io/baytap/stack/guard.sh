# Outlives the launcher by a moment. Makes the directory, then waits for the pipe on its standard input to close, which happens when the
# launcher closes it or dies, however it dies. Then ends every process that registered or that works inside the directory, and removes it.
trap '' INT TERM HUP QUIT PIPE TSTP
directory=$1
umask 022
mkdir -p "$directory/house" && echo ready || exit 1
while read -r line; do :; done
cd /
# From here on no child can register: it finds no place to write to and exits before it becomes anything.
mv "$directory/house" "$directory/closing"

# Succeeds if process $1 lives and is the one that started at $2.
lives() {
  { read -r stat < "/proc/$1/stat"; } 2>/dev/null || return 1
  born "$2" ${stat##*) }
}
born() { [ "$2" != Z ] && [ "${21}" = "$1" ]; }

# Sends each registered process that still lives signal $1, or, if that is empty, the one it asked for.
tell() {
  left=
  while read -r pid start signal; do
    if lives "$pid" "$start"; then
      left=yes
      case ${1:-$signal} in
        KILL) kill -KILL "-$pid" "$pid" ;;
        CHECK) ;;
        *) kill -"${1:-$signal}" "$pid" ;;
      esac
    fi
  done < "$directory/closing/pids"
} 2>/dev/null

if [ -f "$directory/closing/pids" ]; then
  tell ""
  rounds=0
  while tell CHECK; [ -n "$left" ] && [ $rounds -lt 60 ]; do sleep 0.1; rounds=$((rounds + 1)); done
  tell KILL
fi

# What never registered, or was started by something that did: whoever works inside the directory.
quiet=0
rounds=0
while [ $quiet -lt 2 ] && [ $rounds -lt 100 ]; do
  found=$(find /proc -mindepth 2 -maxdepth 2 -name cwd -printf '%h %l\n' 2>/dev/null | while read -r process cwd; do
    case $cwd in "$directory" | "$directory/"* | "$directory (deleted)") kill -KILL "${process#/proc/}" 2>/dev/null && echo yes ;; esac
  done)
  if [ -z "$found" ]; then quiet=$((quiet + 1)); else quiet=0; fi
  rm -rf "$directory" 2>/dev/null
  sleep 0.05
  rounds=$((rounds + 1))
done
rm -rf "$directory"
