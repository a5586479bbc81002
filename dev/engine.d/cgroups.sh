# A control group of its own for each engine, in every hierarchy there is: the engine's cgroup namespace starts there, so
# nothing that it makes can lie elsewhere.
# shellcheck shell=bash disable=SC2154

cgroup_name() { echo "jcompose-$name-$(cksum <<<"$state" | cut -d' ' -f1)"; }

# Mount points of the control groups: version 2 alone, or those of version 1, perhaps with version 2 beside them.
cgroup_mounts() { awk '$3 == "cgroup" || $3 == "cgroup2" { print $2 }' /proc/mounts; }

make_cgroups() {
  local mount group
  : >"$state/run/cgroups"
  for mount in $(cgroup_mounts); do
    group=$mount/$(cgroup_name)
    mkdir -p "$group" 2>/dev/null || continue
    if [ -e "$group/cpuset.mems" ]; then
      cat "$mount/cpuset.cpus" >"$group/cpuset.cpus"
      cat "$mount/cpuset.mems" >"$group/cpuset.mems"
    fi
    # Beside version 1, version 2 has no controllers worth having, and crun refuses any.
    if [ "$mount" = /sys/fs/cgroup ]; then delegate_controllers; fi
    echo "$group" >>"$state/run/cgroups"
  done
}

# Each alone: one that the kernel refuses must not take the others with it.
delegate_controllers() {
  local controller
  for controller in cpuset cpu io memory hugetlb pids; do
    echo "+$controller" >/sys/fs/cgroup/cgroup.subtree_control || true
  done 2>/dev/null
}

# Processes that were just ended leave their groups a little later.
remove_cgroups() {
  local mount group
  for mount in $(cgroup_mounts); do
    group=$mount/$(cgroup_name)
    for _ in $(seq 50); do
      [ -d "$group" ] || break
      find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || sleep 0.1
    done
    [ ! -d "$group" ] || say "control group $group cannot be removed, its processes are: $(xargs <"$group/cgroup.procs")"
  done
}
