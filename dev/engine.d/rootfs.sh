# The root file system: a minimal Debian with the engine's packages, made once and kept.
# shellcheck shell=bash disable=SC2154

debootstrap_script=/usr/share/debootstrap/scripts/sid

# The address from which this machine has its own Debian packages.
debian_mirror() {
  local mirror=${JCOMPOSE_DEV_MIRROR:-}
  # shellcheck disable=SC2016
  [ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk '$1 == "Debian" { print $2; exit }')
  [ -n "$mirror" ] || return 1
  echo "${mirror%/}"
}

ensure_debootstrap() {
  export DEBIAN_FRONTEND=noninteractive
  [ -e "$debootstrap_script" ] && debian_mirror >/dev/null && return
  apt-get update -q >&2 </dev/null
  apt-get install -q -y --no-install-recommends debootstrap debian-archive-keyring >&2 </dev/null
  debian_mirror >/dev/null || fail "apt has no Debian source" "set JCOMPOSE_DEV_MIRROR to a Debian mirror"
}

# Makes DIR a Debian of release SUITE with PACKAGES (separated by commas).
debian() {
  local dir=$1 suite=$2 packages=$3 log=$1.log proxy=
  ensure_debootstrap
  eval "$(apt-config shell proxy Acquire::http::Proxy)"
  rm -rf --one-file-system "$dir"
  http_proxy=${proxy:-${http_proxy:-}} debootstrap --variant=minbase --include="$packages" \
    "$suite" "$dir" "$(debian_mirror)" "$debootstrap_script" >"$log" 2>&1 </dev/null 9>&- ||
    { tail -20 "$log" >&2; fail "debootstrap of $suite failed, its output is in $log"; }
  rm -rf "$log" "$dir"/var/cache/apt/*.bin "$dir"/var/cache/apt/archives/*.deb "$dir"/var/lib/apt/lists/*
}

ensure_rootfs() {
  local wanted
  wanted="$(engine_suite "$name") $(engine_packages "$name")"
  [ "$(cat "$rootfs.made" 2>/dev/null)" != "$wanted" ] || return 0
  say "making the root file system of '$name': Debian $(engine_suite "$name") with its packages"
  rm -f "$rootfs.made"
  rm -rf --one-file-system "$rootfs"
  debian "$rootfs.new" "$(engine_suite "$name")" "$(engine_packages "$name")"
  if [ "$(engine_suite "$name")" = bookworm ]; then replace_busybox "$rootfs.new"; fi
  mv "$rootfs.new" "$rootfs"
  echo "$wanted" >"$rootfs.made"
}

# The busybox of bookworm crashes at 'wget -T': takes that of trixie.
replace_busybox() {
  echo "deb $(debian_mirror) trixie main" >"$1/tmp/trixie.list"
  # shellcheck disable=SC2016
  chroot "$1" sh -c '
    set -e
    cd /tmp
    mkdir -p lists/partial
    only="-o Dir::Etc::sourcelist=/tmp/trixie.list -o Dir::Etc::sourceparts=- -o Dir::State::lists=/tmp/lists -o APT::Sandbox::User=root"
    apt-get $only update
    apt-get $only download busybox-static
    dpkg-deb --extract busybox-static_*.deb unpacked
    mv unpacked/usr/bin/busybox /bin/busybox
    rm -rf lists unpacked trixie.list busybox-static_*.deb' >"$1.log" 2>&1 </dev/null 9>&- ||
    { tail -20 "$1.log" >&2; fail "trixie's busybox cannot be fetched, the output is in $1.log"; }
  rm "$1.log"
}
