# SPDX-License-Identifier: GPL-3.0-or-later
# What app/run and tests/run share; sourced by them. Expects `root`, the checkout.

packages_build=(
  g++ cmake ninja-build ccache pkg-config
  qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev qt6-translations-l10n libqt6svg6
  libqt6opengl6-dev libgl1-mesa-dev libvulkan-dev libxkbcommon-dev
  qtkeychain-qt6-dev libsecret-1-0 libsodium-dev libexpected-dev libboost1.81-dev rapidjson-dev libsqlite3-dev libzip-dev prometheus-cpp-dev
  fonts-noto-core fonts-wqy-microhei
)
packages_tests=(
  sqlite3 libxml2-utils gnome-keyring dbus dbus-daemon libsecret-tools librapidcheck-dev
  clang-format clang-tidy curl prometheus
)

say() { printf '== %s\n' "$*"; }
stop() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

installed() { dpkg -s "$1" 2> /dev/null | grep -q '^Status: install ok installed'; }

# A package that this release of the system names otherwise.
available_name() {
  case $1 in
    libboost1.81-dev) if apt-cache show "$1" > /dev/null 2>&1; then echo "$1"; else echo libboost-dev; fi ;;
    *) echo "$1" ;;
  esac
}

as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    stop "installing needs root and there is no sudo. As root: $*"
  fi
}

# Installs those of the named packages that are missing; asks nothing.
need_packages() {
  if [[ ${SITEBOOK_PACKAGES_INSTALLED:-} == 1 ]]; then
    return
  fi
  if ! command -v apt-get > /dev/null || ! command -v dpkg > /dev/null; then
    printf 'This system has no apt. Install what these Debian packages hold, then run again with\n' >&2
    printf 'SITEBOOK_PACKAGES_INSTALLED=1:\n  %s\n' "$*" >&2
    exit 1
  fi
  local package missing=()
  for package in "$@"; do
    if ! installed "$package" && ! { [[ $package == libboost1.81-dev ]] && installed libboost-dev; }; then
      missing+=("$package")
    fi
  done
  if [[ ${#missing[@]} == 0 ]]; then
    return
  fi
  say "Installing ${missing[*]}"
  as_root apt-get update -qq
  local names=()
  for package in "${missing[@]}"; do
    names+=("$(available_name "$package")")
  done
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${names[@]}" > /dev/null
}

# As many compilers as there are cores, and memory for (1.2 GB each).
jobs_here() {
  local cores memory
  cores=$(nproc 2> /dev/null || echo 2)
  memory=$(awk '/^MemAvailable:/ {print int($2 / 1258291)}' /proc/meminfo 2> /dev/null || echo "$cores")
  if ((memory < 1)); then memory=1; fi
  echo $((cores < memory ? cores : memory))
}

# configure PRESET [CMAKE-OPTION...]
configure() {
  local preset=$1
  shift
  say "Configuring ($preset)"
  (cd "$root" && cmake --preset "$preset" "$@" > "$root/build/configure.log" 2>&1) \
    || { tail -n 40 "$root/build/configure.log" >&2; stop "configuring failed; see build/configure.log"; }
}

# build_in FOLDER [TARGET...]; the whole house without targets
build_in() {
  local folder=$1 jobs
  shift
  jobs=$(jobs_here)
  say "Building with $jobs compilers"
  if (($# > 0)); then
    cmake --build "$folder" -j "$jobs" --target "$@"
  else
    cmake --build "$folder" -j "$jobs"
  fi
}
