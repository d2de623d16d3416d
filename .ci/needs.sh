# shellcheck shell=bash
# What ./run and ./test have in common: a machine with the .NET SDK, and the Debian packages that are missing on it.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK=1
# Build nodes that wait for the next build would keep the pipe of a CI open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
# A user without a home directory has one here.
[[ -w ${HOME:-} ]] || export HOME=$PWD/.local/home

oldest_postgres=15

need_dotnet() {
  dotnet --version >/dev/null && return
  echo "The .NET SDK is missing, or is older than global.json asks for: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 1
}

build() {
  dotnet msbuild "$1" -restore -maxCpuCount -property:Configuration=Release -verbosity:quiet -nologo -terminalLogger:off
}

has() {
  local program
  case $1 in
    postgresql)
      for program in $(type -P postgres) /usr/lib/postgresql/*/bin/postgres; do
        [[ -x $program && $("$program" --version) =~ \)\ ([0-9]+) ]] && ((BASH_REMATCH[1] >= oldest_postgres)) && return
      done
      return 1 ;;
    chromium-headless-shell) [[ -x /usr/bin/chromium-headless-shell ]] ;;
    fonts-liberation) [[ -d /usr/share/fonts/truetype/liberation ]] ;;
    tzdata) [[ -e /usr/share/zoneinfo/Europe/Stockholm ]] ;;
  esac
}

# postgresql stands for the newest server that this release of Debian offers.
package() {
  [[ $1 == postgresql ]] || { echo "$1"; return; }
  local version
  version=$(apt-cache --names-only search '^postgresql-[0-9]+$' | grep -oE '^postgresql-[0-9]+' | grep -oE '[0-9]+' | sort -n | tail -n 1)
  echo "postgresql-$((${version:-0} > oldest_postgres ? version : oldest_postgres))"
}

# Installs what is missing of the things named, or says which and ends.
need_packages() {
  local thing missing=()
  for thing in "$@"; do has "$thing" || missing+=("$thing"); done
  ((${#missing[@]})) || return 0

  if ((EUID != 0)) || ! type -P apt-get >/dev/null; then
    local packages=()
    for thing in "${missing[@]}"; do packages+=("$(type -P apt-cache >/dev/null && package "$thing" || echo "$thing")"); done
    echo "Missing on this machine: ${missing[*]}. Install it, on Debian by" >&2
    echo "  sudo apt-get install --no-install-recommends ${packages[*]}" >&2
    exit 1
  fi

  echo "Installing ${missing[*]} ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  local packages=() no_server=/etc/postgresql-common/createcluster.d/referral-pathway.conf
  for thing in "${missing[@]}"; do packages+=("$(package "$thing")"); done
  # Debian's package would also start a server of its own, on a port.
  mkdir -p "${no_server%/*}"
  echo "create_main_cluster = false" >"$no_server"
  apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  rm "$no_server"
}
