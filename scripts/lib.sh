# shellcheck shell=bash
# Shared by the scripts, which source it. Changes to the checkout's root, puts the checkout's own
# tools first on PATH and defines what the scripts have in common.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
# `cargo install` puts programs into the last directory, which some shells do not have on PATH.
export PATH="$root/.tools/bin:$root/node_modules/.bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
# Trunk 0.21 reads NO_COLOR as its own flag and rejects the usual value, 1.
unset NO_COLOR

say() { printf '== %s\n' "$*"; }
die() {
  printf '\nStopped: %s\n' "$*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }
# is_debian: whether this is Debian, which has every judge and every browser.
is_debian() { grep -qs '^ID="\{0,1\}debian"\{0,1\}$' /etc/os-release; }

# need_node: stops unless npm and a Node that is new enough are installed.
need_node() {
  have node || die "Node.js is missing: install Node 20 or newer, then run this again."
  have npm || die "npm is missing: install it (it comes with most builds of Node.js), then run this again."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || die "Node.js $(node --version) is too old: install Node 20 or newer, then run this again."
}

# need_npm_packages build|all: installs the packages of package-lock.json, without or with those of the tests. A copy of
# the lock file in node_modules records what was installed.
need_npm_packages() {
  cmp -s package-lock.json node_modules/.installed-all && return
  [ "$1" = build ] && cmp -s package-lock.json node_modules/.installed-build && return
  need_node
  say "npm packages ($1): installing into node_modules"
  if [ "$1" = build ]; then
    npm ci --omit=dev --no-audit --no-fund || die "npm could not install the packages of package-lock.json (see above)."
  else
    npm ci --no-audit --no-fund || die "npm could not install the packages of package-lock.json (see above)."
  fi
  cp package-lock.json "node_modules/.installed-$1"
}

# cargo_tool PACKAGE PROGRAM VERSION [FLAG…]: puts PROGRAM in VERSION on PATH. Leaves another installed version alone
# and installs ours into .tools of this checkout.
cargo_tool() {
  local package=$1 program=$2 version=$3 found place=() note=""
  shift 3
  if have "$program"; then
    found=$("$program" --version 2>/dev/null | awk 'NR == 1 { print $2 }' || true)
    [ "$found" = "$version" ] && return
    place=(--root "$root/.tools" --force)
    note=" into .tools (this machine has ${found:-another version})"
  fi
  if have cargo-binstall; then
    say "$package $version: looking for a ready-made program$note"
    # Only binaries that the package's own authors built.
    cargo binstall --no-confirm --disable-strategies quick-install,compile ${place[@]+"${place[@]}"} \
      "$package@$version" || true
  fi
  hash -r
  if [ "$("$program" --version 2>/dev/null | awk 'NR == 1 { print $2 }')" != "$version" ]; then
    say "$package $version: compiling$note; this takes some minutes, once"
    # Less optimisation than these packages ask for halves the compile time and costs us nothing at run time.
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      cargo install "$package" --version "$version" "$@" ${place[@]+"${place[@]}"} ||
      die "cargo could not install $package $version (see above)."
  fi
  hash -r
  [ "$("$program" --version 2>/dev/null | awk 'NR == 1 { print $2 }')" = "$version" ] ||
    die "$package $version was installed, but \`$program\` on PATH is another version."
}
