# Registers itself with the guard, by process id and start time, before it becomes the command.
pids=$1 signal=$2
shift 2
read -r stat < "/proc/$$/stat" || exit 1
line() { echo "$$ ${20} $signal"; }
line ${stat##*) } >> "$pids" || exit 1
exec "$@"
