# Images for tests, made of Debian packages: no registry is needed.
# shellcheck shell=bash disable=SC2154

java_image=eclipse-temurin:17-jdk
java_home=/opt/java/openjdk
system_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

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
  archive "$tree" | import_archive busybox:latest "ENV PATH=$system_path" 'CMD ["sh"]'
  rm -rf "$tree"
  client tag busybox:latest busybox:1.36
  client tag busybox:latest alpine:latest
}

# A JDK where the image's real one has it. Its file system takes a minute and is kept for all engines.
import_java() {
  local tar=$engines/images/java.tar
  ! client image inspect "$java_image" >/dev/null 2>&1 || return 0
  mkdir -p "$engines/images"
  exec 8>"$engines/images/lock"
  flock 8
  [ -e "$tar" ] || make_java "$tar"
  exec 8>&-
  import_archive "$java_image" "ENV JAVA_HOME=$java_home" "ENV PATH=$java_home/bin:$system_path" 'CMD ["jshell"]' <"$tar"
}

make_java() {
  local tree=$engines/images/java java
  say "making the file system of $java_image: Debian bookworm with its JDK 17"
  debian "$tree" bookworm ca-certificates,openjdk-17-jdk-headless
  java=$(find "$tree/usr/lib/jvm" -mindepth 1 -maxdepth 1 -type d -name 'java-17-*' -printf '%f')
  rm -rf "$tree"/usr/share/{doc,info,locale,man} "$tree"/var/cache/{apt,debconf} "$tree/usr/lib/jvm/$java"/{jmods,man}
  mkdir -p "$tree$(dirname "$java_home")"
  ln -s "/usr/lib/jvm/$java" "$tree$java_home"
  archive "$tree" >"$1.new"
  mv "$1.new" "$1"
  rm -rf --one-file-system "$tree"
}

archive() { tar -C "$1" --create --numeric-owner --exclude='./dev/*' .; }

# import_archive IMAGE DOCKERFILE-INSTRUCTION... <TAR
import_archive() {
  local image=$1 changes=() change
  for change in "${@:2}"; do changes+=(--change "$change"); done
  client import "${changes[@]}" - "$image" >/dev/null 2>"$state/run/import.log" || fail "import of $image failed: $(cat "$state/run/import.log")"
}

client() { in_engine "$(engine_family "$name")" "$@"; }
