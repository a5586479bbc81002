# Where an engine keeps its things, and whether it runs.
# shellcheck shell=bash disable=SC2154

# Under sudo the engines stay the invoking user's, who then reaches them without root.
invoking_home() { if [ -n "${SUDO_USER:-}" ]; then getent passwd "$SUDO_USER" | cut -d: -f6; else echo "$HOME"; fi; }

home=$(invoking_home)
engines=$(realpath --canonicalize-missing "${JCOMPOSE_DEV_ENGINES:-${XDG_CACHE_HOME:-$home/.cache}/jcompose/engines}")

select_engine() {
  name=$1
  state=$engines/$name
  rootfs=$state/rootfs
  init=$state/run/bin/init
  socket=$state/run/engine.sock
  # The kernel takes 108 bytes with the closing zero.
  [ ${#socket} -lt 108 ] || fail "the path of the socket is too long: $socket" "set JCOMPOSE_DEV_ENGINES to a shorter folder"
}

docker_host() { echo "unix://$socket"; }

# The engine's first process, if it is ours: a stale file may name a stranger's process.
engine_pid() {
  local pid
  pid=$(cat "$state/run/pid" 2>/dev/null) && [ -n "$pid" ] || return 1
  tr '\0' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qxF -- "$init" || return 1
  echo "$pid"
}

running() { engine_pid >/dev/null; }

in_engine() {
  local pid
  pid=$(engine_pid)
  nsenter --target "$pid" --mount --net --pid --ipc -- env --chdir="$PWD" "$@" 9>&-
}

# All of the engine's processes live in its process namespace, and its network, mounts and rules in namespaces that end with them.
end_engine() {
  local pid
  pid=$(engine_pid)
  kill -KILL "$pid"
  for _ in $(seq 100); do
    [ -e "/proc/$pid" ] || return 0
    sleep 0.1
  done
  fail "engine '$name' did not end: process $pid"
}

clear_remains() {
  remove_cgroups
  rm -rf --one-file-system "$state/run" "$state/data"
}
