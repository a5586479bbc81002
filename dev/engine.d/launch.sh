# Starts an engine in its namespaces and waits until it answers.
# shellcheck shell=bash disable=SC2154

# Host folders that the engine sees at their own paths, because tests mount them into containers.
shared_folders() {
  local folder
  for folder in "$home" "$HOME" /home /tmp /var/tmp "$(outermost "$repository")" "$state" ${JCOMPOSE_DEV_MOUNTS:+${JCOMPOSE_DEV_MOUNTS//:/ }}; do
    [ ! -d "$folder" ] || realpath "$folder"
  done | sort -u
}

# The top folder above PATH, so that other worktrees are seen too, unless it belongs to the system.
outermost() {
  local top=/${1#/}
  top=/$(cut -d/ -f2 <<<"$top")
  case $top in
    /bin | /boot | /dev | /etc | /lib* | /proc | /run | /sbin | /sys | /usr | /var) echo "$1" ;;
    *) echo "$top" ;;
  esac
}

launch() {
  mkdir -p "$state/run/bin" "$state/data"
  cp "$parts"/{enter,init,forward,netavark} "$state/run/bin/"
  write_settings
  make_cgroups
  local folders
  mapfile -t folders < <(shared_folders)
  setsid unshare --mount --propagation slave --pid --fork --kill-child=KILL \
    bash "$state/run/bin/enter" "$init" "$name" "$state" "$(engine_number "$name")" "${folders[@]}" \
    </dev/null >"$state/run/engine.log" 2>&1 9>&- &
  wait_until_it_answers $!
  compose_program
}

wait_until_it_answers() {
  for _ in $(seq 600); do
    [ -d "/proc/$1" ] || break
    ! versions >/dev/null 2>&1 || return 0
    sleep 0.1
  done
  tail -40 "$state/run/engine.log" >&2
  if running; then end_engine; fi
  cp "$state/run/engine.log" "$state/engine.log"
  clear_remains
  fail "engine '$name' did not start, its output is in $state/engine.log"
}

versions() { perl "$parts/ask" "$socket"; }

# docker-compose is built against Debian's C library: where the host's is older, the engine's own loads it.
compose_program() {
  local program=$rootfs/usr/libexec/docker/cli-plugins/docker-compose loader
  [ -e "$program" ] || return 0
  if "$program" version >/dev/null 2>&1; then
    ln -sfn "$program" "$state/run/bin/docker-compose"
  else
    loader=$(find "$rootfs/lib64" "$rootfs/lib" -maxdepth 1 -name 'ld-linux*' -print -quit 2>/dev/null)
    printf '#!/bin/sh\nexec %q --library-path %q %q "$@"\n' "$loader" "$(dirname "$(find "$rootfs/usr/lib" -name libc.so.6)")" "$program" \
      >"$state/run/bin/docker-compose"
    chmod +x "$state/run/bin/docker-compose"
  fi
}
