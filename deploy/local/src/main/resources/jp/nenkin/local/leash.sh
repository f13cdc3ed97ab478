# Runs a command and ends it when standard input closes: by the one who started us, or because that one is gone.
#   sh -c leash.sh leash SIGNAL GRACE_SECONDS command…
# The command replaces this shell, so its process id is ours; only the watcher stays, as nobody's child, since a server
# may take an unknown child's end for a fault of its own.
signal=$1
grace=$2
shift 2
command=$$
exec 3<&0
(
    (
        cat <&3
        kill -s "$signal" "$command" || exit 0
        tenths=$((grace * 10))
        while [ "$tenths" -gt 0 ] && kill -0 "$command"; do
            tenths=$((tenths - 1))
            sleep 0.1
        done
        kill -s KILL -- "-$command"
    ) > /dev/null 2>&1 &
)
exec "$@" < /dev/null 3<&-
