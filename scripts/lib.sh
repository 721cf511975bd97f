# shellcheck shell=bash
# What the scripts share: sourced by them, never run. Changes to the checkout's root, puts the checkout's own
# tools first on PATH and defines `say`, `die` and `have`.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
# The last place is where `cargo install` puts programs, for shells that do not have it on PATH.
export PATH="$root/.tools/bin:$root/node_modules/.bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
# Trunk 0.21 reads NO_COLOR as a flag of its own and stops at the usual value, 1.
unset NO_COLOR

say() { printf '== %s\n' "$*"; }
die() {
  printf '\nStopped: %s\n' "$*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# need_node: Node and npm are there, and Node is new enough.
need_node() {
  have node || die "Node.js is missing: install Node 20 or newer, then run this again."
  have npm || die "npm is missing: install it (it comes with most builds of Node.js), then run this again."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || die "Node.js $(node --version) is too old: install Node 20 or newer, then run this again."
}

# need_npm_packages build|all: node_modules holds what package-lock.json says, without or with the tests' packages.
# The copy of the lock file that is kept beside them says what was installed.
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
