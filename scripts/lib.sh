# shellcheck shell=bash
# Shared by the scripts, which source it. Changes to the checkout's root, puts the checkout's own
# tools first on PATH and defines `say`, `die` and `have`.
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
