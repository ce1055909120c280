#!/usr/bin/env bash
# Runs everything that has to pass before a change is merged. CI runs the same script.
#
# It needs Rust 1.95 with clippy and rustfmt, and Debian 12. If root runs it, it installs the compilers and tools for the
# tests' guest programs; for other users it prints the command that does. A step that fails ends the script with a failure;
# no step may be skipped silently.
#
# All steps use one profile, so that nothing large is compiled twice.
set -euo pipefail
cd "$(dirname "$0")"
# These variables would let tests rewrite expectations, or use a wasmc that is not what the tree describes.
unset WASMC_BLESS WASMC_REFERENCE WASMC_RUNTIME WASMC_RUNTIME_TARGETS

# Debian packages in addition to those of the suites (their packages.txt), in the same form: a package, and one of its
# files. Debian's own Rust comes with the sources of `core`; it builds the runtime libraries of all targets for comparison.
packages='
gcc /usr/bin/gcc
libc6-dev /usr/include/stdio.h
bsdutils /usr/bin/script
strace /usr/bin/strace
rustc-web /usr/libexec/rust-analyzer-proc-macro-srv
cargo-web /usr/share/doc/cargo-web/copyright
rust-web-src /usr/lib/rustlib/src/rust/library/std/src/lib.rs
'

current='start'
times=''
runtimes='the committed ones, equal to what their sources give'
WASMC_CACHE=$(mktemp -d)
export WASMC_CACHE
finish() {
    local status=$?
    rm -rf "$WASMC_CACHE"
    [ "$status" -eq 0 ] || echo "test.sh: failed: $current" >&2
}
trap finish EXIT

# Runs a command under a title, and records how long it took.
step() {
    current=$1
    shift
    printf '\n==> %s\n' "$current"
    local start=$SECONDS
    "$@"
    times+=$(printf '%6d s  %s' $((SECONDS - start)) "$current")$'\n'
}

require_rust() {
    local tool
    for tool in 'cargo --version' 'cargo fmt --version' 'cargo clippy --version'; do
        if ! $tool; then
            echo "test.sh: '$tool' does not work: install Rust 1.95 with rustfmt and clippy" >&2
            return 1
        fi
    done
    # Debian's cargo, which the packages above install, has neither. This cargo must stay the first in PATH.
    PATH=$(dirname "$(command -v cargo)"):$PATH
    export PATH
}

# Prints the packages whose file is missing.
missing_packages() {
    cat tests/*/packages.txt spec-tests/packages.txt - <<<"$packages" | while read -r package file; do
        case $package in '' | '#'*) continue ;; esac
        [ -e "$file" ] || echo "$package"
    done | sort -u
}

install_packages() {
    local missing
    missing=$(missing_packages | xargs)
    if [ -z "$missing" ]; then
        echo 'nothing is missing'
        return
    fi
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get; then
        echo "test.sh: missing packages (names as in Debian 12); install them with" >&2
        echo "    sudo apt-get update && sudo apt-get install --no-install-recommends $missing" >&2
        return 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update --quiet
    # shellcheck disable=SC2086 # a list of words
    if ! apt-get install --quiet --yes --no-install-recommends $missing; then
        echo "test.sh: the tests are made for the packages of Debian 12; this is $(grep PRETTY_NAME /etc/os-release)" >&2
        return 1
    fi
    missing=$(missing_packages | xargs)
    if [ -n "$missing" ]; then
        echo "test.sh: installed, but their files are not where Debian 12 has them: $missing" >&2
        return 1
    fi
}

check_format() {
    cargo fmt --all --check
    # Outside the workspace: see Cargo.toml.
    cargo fmt --check --manifest-path runtime-lib/archive/Cargo.toml
}

# Builds the runtime libraries from source and compares them with the committed ones. If this machine's Rust is not the
# one that made those, which happens when Debian updates its package, the bytes cannot be compared. Then all later steps
# use libraries that are built from source.
check_runtimes() {
    local status=0
    cargo runtimes --check || status=$?
    if [ "$status" -eq 3 ]; then
        echo 'test.sh: all later steps use runtime libraries that are built from source (WASMC_RUNTIME=source)'
        export WASMC_RUNTIME=source
        runtimes='built from source; the committed ones were not compared (see above)'
    elif [ "$status" -ne 0 ]; then
        return 1
    fi
}

# Builds everything that the later steps run, and finds the path of wasmc in cargo's messages.
build() {
    local messages
    messages=$(cargo build --release --locked --workspace --all-targets --message-format=json-render-diagnostics)
    # The unit tests of wasmc have another name (wasmc-HASH) in another folder.
    WASMC_BIN=$(grep -o '"executable":"[^"]*/wasmc"' <<<"$messages" | tail -n 1 | cut -d '"' -f 4)
    export WASMC_BIN
    "$WASMC_BIN" --version
}

check_lints() {
    cargo clippy --release --locked --workspace --all-targets -- -D warnings
}

check_documentation() {
    RUSTDOCFLAGS='-D warnings' cargo doc --release --locked --workspace --no-deps
}

# The expected files were made by the reference engine.
check_examples() {
    "$WASMC_BIN" run examples/wordcount.wat <LICENSE | diff examples/expected/wordcount.txt -
    "$WASMC_BIN" run examples/mandelbrot.wat | diff examples/expected/mandelbrot.txt -
}

run_tests() {
    cargo test --release --locked --workspace
}

step 'Rust' require_rust
step 'packages' install_packages
step 'format' check_format
step 'runtime libraries' check_runtimes
step 'build' build
step 'lints' check_lints
step 'documentation' check_documentation
step 'examples' check_examples
step 'tests' run_tests

printf '\n%s\nruntime libraries: %s\ntest.sh: everything passed in %d s\n' "$times" "$runtimes" "$SECONDS"
