# What each engine is: the Debian release it comes from, its packages, its variable and its addresses.
# shellcheck shell=bash

engine_names() { echo docker docker-26 docker-old podman podman-old; }

engine_summary() {
  case $1 in
    docker) echo 'Docker Engine 28 with docker-compose and buildx (forky)' ;;
    docker-26) echo 'Docker Engine 26 (trixie)' ;;
    docker-old) echo 'Docker Engine 20.10 (bookworm)' ;;
    podman) echo "Podman 5 behind Docker's API (forky)" ;;
    podman-old) echo "Podman 4.3 behind Docker's API (bookworm)" ;;
  esac
}

engine_suite() {
  case $1 in
    docker | podman) echo forky ;;
    docker-26) echo trixie ;;
    docker-old | podman-old) echo bookworm ;;
  esac
}

engine_packages() {
  local common=busybox-static,ca-certificates,iproute2,iptables,procps,slirp4netns
  case $1 in
    docker) echo "$common,docker.io,docker-cli,docker-compose,docker-buildx" ;;
    docker-26) echo "$common,docker.io,docker-cli" ;;
    docker-old) echo "$common,docker.io" ;;
    podman) echo "$common,podman,netavark,aardvark-dns,crun,nftables,catatonit,jq" ;;
    podman-old) echo "$common,podman,netavark,aardvark-dns,crun,catatonit,jq" ;;
  esac
}

engine_variable() { echo "JCOMPOSE_TEST_$(tr a-z- A-Z_ <<<"$1")"; }

# The second byte of the engine's network addresses and the first port of the 2000 it may choose from.
engine_number() {
  case $1 in
    docker) echo 201 ;;
    docker-26) echo 202 ;;
    docker-old) echo 203 ;;
    podman) echo 204 ;;
    podman-old) echo 205 ;;
  esac
}

engine_family() { echo "${1%%-*}"; }
