# Where an engine keeps its things, and whether it runs.
# shellcheck shell=bash disable=SC2034,SC2154

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
  [ ${#socket} -lt 108 ] || fail "the socket's path is too long: $socket" "set JCOMPOSE_DEV_ENGINES to a shorter folder"
  case $state in
    *[!A-Za-z0-9/._+@-]*) fail "the folder's name has unusual characters: $state" "set JCOMPOSE_DEV_ENGINES to another folder" ;;
  esac
}

make_state_folder() {
  [ -z "${SUDO_UID:-}" ] || setpriv --reuid "$SUDO_UID" --regid "${SUDO_GID:-}" --clear-groups mkdir -p "$engines" 2>/dev/null || true
  mkdir -p "$state"
}

docker_host() { echo "unix://$socket"; }

# The engine's first process, if it is ours: a stale file may name a stranger's process.
engine_pid() {
  local pid
  pid=$(cat "$state/run/pid" 2>/dev/null) && [ -n "$pid" ] || return 1
  tr '\0' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qxF -- "$init" || return 1
  awk '/^NSpid:/ { exit !(NF > 2 && $NF == 1) }' "/proc/$pid/status" 2>/dev/null || return 1
  echo "$pid"
}

running() { engine_pid >/dev/null 2>&1; }

versions() { perl "$parts/ask" "$socket"; }

# Runs a command in the engine's files, network and processes, in the current folder if the engine has it.
in_engine() {
  # shellcheck disable=SC2016
  nsenter --target "$(engine_pid)" --mount --net --pid --ipc -- env DOCKER_HOST="$(docker_host)" PODMAN_IGNORE_CGROUPSV1_WARNING=yes \
    sh -c 'cd "$1" 2>/dev/null || cd /; shift; exec "$@"' sh "$PWD" "$@" 9>&-
}

# All of the engine's processes are in its process namespace and end with its first one; its mounts, interfaces and rules are in
# namespaces that end with the last process.
end_engine() {
  local pid
  pid=$(engine_pid 2>/dev/null) || return 0
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

# The images' cache is shared by the engines and goes with the last of them.
purge_state() {
  rm -rf --one-file-system "$state"
  [ -n "$(find "$engines" -mindepth 1 -maxdepth 1 ! -name images)" ] || rm -rf --one-file-system "$engines"
}
