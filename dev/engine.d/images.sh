# Images for tests, made of Debian packages: no registry is needed.
# shellcheck shell=bash disable=SC2154

# busybox, also under the names that compose files use most for a small image.
import_busybox() {
  local tree=$state/run/busybox
  mkdir -p "$tree"/{bin,dev,etc,home,proc,root,run,sys,tmp,usr/bin,usr/sbin,var/log,var/spool,var/www}
  ln -s bin "$tree/sbin"
  ln -s ../run "$tree/var/run"
  chmod 1777 "$tree/tmp"
  cp "$rootfs/bin/busybox" "$tree/bin/"
  chroot "$tree" /bin/busybox --install -s /bin
  printf '%s:x:%s:%s:%s\n' root 0 0 root:/root:/bin/sh nobody 65534 65534 nobody:/home:/bin/false >"$tree/etc/passwd"
  printf '%s:x:%s:\n' root 0 nogroup 65534 >"$tree/etc/group"
  import_tree "$tree" 'CMD ["sh"]' busybox:latest busybox:1.36 alpine:latest
  rm -rf "$tree"
}

# Imports the files of a folder, with one Dockerfile instruction, under all given names.
import_tree() {
  local tree=$1 change=$2 image=$3
  tar -C "$tree" --create --numeric-owner . | import_tar "$change" "$image"
  for tag in "${@:4}"; do client tag "$image" "$tag"; done
}

import_tar() {
  client import --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' --change "$1" - "$2" >/dev/null
}

client() {
  case $name in
    docker*) in_engine docker --host "$(docker_host)" "$@" ;;
    podman*) in_engine podman "$@" ;;
  esac
}

import_java() { :; }
