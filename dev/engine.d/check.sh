# Tries on a running engine what tests rely on, and prints one line for each.
# shellcheck shell=bash disable=SC2034,SC2154

check_engine() {
  prefix=jcompose-check-$$
  failures=0
  client network create "$prefix" >/dev/null
  trap remove_check EXIT
  client run -d --name "$prefix-web" --network "$prefix" -p 127.0.0.1::80 busybox httpd -f -p 80 -h /etc >/dev/null
  client run -d --name "$prefix-healthy" --health-cmd true --health-interval 1s busybox sleep 60 >/dev/null
  client run -d --name "$prefix-restarting" --restart on-failure:2 busybox false >/dev/null

  attempt 'a container runs and its output is logged' '*logged*' logs_of "$prefix-log"
  attempt 'a command runs in a running container' '*executed*' client exec "$prefix-web" echo executed
  attempt 'containers of a network find one another by name' '*root:x:0*' \
    client run --rm --network "$prefix" busybox wget -q -T 5 -O - "http://$prefix-web/passwd"
  attempt 'a published port answers on the host' '*root:x:0*' fetch "$(client port "$prefix-web" 80/tcp)"
  attempt 'a folder of the host is mounted' '*engine*' client run --rm -v "$repository:/r:ro" busybox ls /r/dev
  attempt 'a failed container is started again' 2 eventually 2 '{{.RestartCount}}' "$prefix-restarting"
  case $name in
    # Podman leaves health checks to timers of systemd.
    podman*) attempt 'a health check passes' '' client healthcheck run "$prefix-healthy" ;;
    *) attempt 'a health check passes' healthy eventually healthy '{{.State.Health.Status}}' "$prefix-healthy" ;;
  esac
  [ "$failures" = 0 ] || fail "engine '$name' failed $failures checks"
}

# attempt CLAIM EXPECTED-PATTERN COMMAND...
attempt() {
  local claim=$1 expected=$2 output
  # shellcheck disable=SC2053
  if output=$("${@:3}" 2>&1) && [[ $output == $expected ]]; then
    echo "ok    $claim"
  else
    echo "FAIL  $claim: $output"
    failures=$((failures + 1))
  fi
}

logs_of() {
  client run --name "$1" busybox echo logged >/dev/null
  client logs "$1"
}

# fetch HOST:PORT, from the host.
fetch() {
  exec 3<>"/dev/tcp/${1%:*}/${1##*:}"
  printf 'GET /passwd HTTP/1.0\r\n\r\n' >&3
  cat <&3
}

# eventually VALUE TEMPLATE CONTAINER: the last value seen.
eventually() {
  local seen
  for _ in $(seq 100); do
    seen=$(client inspect --format "$2" "$3")
    [ "$seen" != "$1" ] || break
    sleep 0.1
  done
  echo "$seen"
}

remove_check() {
  client rm -f "$prefix"-{web,healthy,restarting,log} >/dev/null 2>&1 || true
  client network rm "$prefix" >/dev/null 2>&1 || true
}
