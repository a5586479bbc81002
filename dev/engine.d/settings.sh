# The settings files of each engine, written anew at each start.
# shellcheck shell=bash disable=SC2154

write_settings() {
  local number
  number=$(engine_number "$name")
  case $name in
    docker*) docker_settings "$number" >"$state/run/daemon.json" ;;
    podman*)
      podman_settings "$number" >"$rootfs/etc/containers/containers.conf"
      storage_settings >"$rootfs/etc/containers/storage.conf"
      echo 'unqualified-search-registries = ["docker.io"]' >"$rootfs/etc/containers/registries.conf"
      ;;
  esac
}

# The host's gateway: the address at which the way out shows the host's own 127.0.0.1 (see init).
docker_settings() {
  cat <<END
{
  "group": "root",
  "hosts": ["unix://$socket"],
  "data-root": "$state/data",
  "exec-opts": ["native.cgroupdriver=cgroupfs"],
  "bip": "172.31.$1.1/24",
  "default-address-pools": [{"base": "10.$1.0.0/16", "size": 24}],
  "host-gateway-ip": "10.$1.255.2",
  "userland-proxy-path": "$state/run/bin/forward"
}
END
}

# Without systemd there are no timers, journal or slices. 
podman_settings() {
  cat <<END
[containers]
log_driver = "k8s-file"
default_ulimits = [$(podman_limits)]
host_containers_internal_ip = "10.$1.255.2"

[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "crun"
helper_binaries_dir = ["$state/run/bin", "/usr/libexec/podman", "/usr/lib/podman", "/usr/bin"]

[network]
network_backend = "netavark"
default_subnet = "172.31.$1.0/24"
default_subnet_pools = [{base = "10.$1.0.0/16", size = 24}]
END
}

# Podman's own limits may be above those which the machine allows.
podman_limits() {
  local files processes
  files=$(ulimit -Hn)
  processes=$(ulimit -Hu)
  printf '"nofile=%s:%s"' "$files" "$files"
  [ "$processes" = unlimited ] || printf ', "nproc=%s:%s"' "$processes" "$processes"
}

storage_settings() {
  cat <<END
[storage]
driver = "overlay"
graphroot = "$state/data"
runroot = "/run/containers/storage"
END
}
