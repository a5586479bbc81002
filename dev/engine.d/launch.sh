# Starts an engine in its namespaces and waits until it answers.
# shellcheck shell=bash disable=SC2154

launch() {
  local folders
  rm -f "$state/engine.log"
  mkdir -p "$state/run/bin" "$state/data"
  cp "$parts"/{enter,init,forward,netavark} "$state/run/bin/"
  write_settings
  make_cgroups
  mapfile -t folders < <(shared_folders)
  setsid unshare --mount --propagation slave --pid --fork --kill-child=KILL \
    bash "$state/run/bin/enter" "$init" "$name" "$state" "$(engine_number "$name")" "${folders[@]}" \
    </dev/null >"$state/run/engine.log" 2>&1 9>&- &
  wait_until_it_answers $!
  [ -z "${SUDO_UID:-}" ] || chown "${SUDO_UID}:${SUDO_GID:-}" "$socket"
  provide_compose
}

# Host folders that the engine has at their own paths, because tests mount them into containers.
shared_folders() {
  local folder folders
  IFS=: read -r -a folders <<<"${JCOMPOSE_DEV_MOUNTS:-}"
  for folder in "$HOME" "$home" /home /tmp /var/tmp "$(outermost "$repository")" "$state" "${folders[@]}"; do
    [ ! -d "$folder" ] || realpath "$folder"
  done | grep -vx / | LC_ALL=C sort -u | awk 'last == "" || index($0, last "/") != 1 { print; last = $0 }'
}

# The top folder above PATH, so that other worktrees are there too, unless it belongs to the system.
outermost() {
  local top
  top=/$(cut -d/ -f2 <<<"$1")
  case $top in
    /bin | /boot | /dev | /etc | /lib* | /proc | /run | /sbin | /sys | /usr | /var) echo "$1" ;;
    *) echo "$top" ;;
  esac
}

# wait_until_it_answers PID-OF-UNSHARE
wait_until_it_answers() {
  for _ in $(seq 600); do
    [ -d "/proc/$1" ] || break
    ! versions >/dev/null 2>&1 || return 0
    sleep 0.1
  done
  tail -40 "$state/run/engine.log" >&2
  end_engine
  mv "$state/run/engine.log" "$state/engine.log"
  clear_remains
  fail "engine '$name' did not start, its output is in $state/engine.log"
}

# The engine's docker-compose for the host, which may have an older C library.
provide_compose() {
  local program=$rootfs/usr/libexec/docker/cli-plugins/docker-compose link=$state/run/bin/docker-compose loader libraries
  [ -e "$program" ] || return 0
  if "$program" version >/dev/null 2>&1; then
    ln -s "$program" "$link"
  else
    loader=$(find "$rootfs"/usr/lib*/ -name 'ld-linux*' -print -quit)
    libraries=$(dirname "$(find "$rootfs/usr/lib" -name libc.so.6 -print -quit)")
    printf '#!/bin/sh\nexec %s --library-path %s %s "$@"\n' "$loader" "$libraries" "$program" >"$link"
    chmod +x "$link"
  fi
}
