#!/usr/bin/env bash
# The README's first command on a fresh machine, and then a program for all targets: run by hand, as root, on Debian.
#
# It exists because no suite can see what a developer's machine has and a user's does not, such as a second Rust or a
# `core` for another processor. The machine is a root file system of Debian 12 with gcc, git and this machine's Rust and
# nothing else. The commands in it run without a network: crates are fetched before. Nothing outside the temporary folder
# may change, but for cargo's own cache.
#
# It needs debootstrap, and for running the programs qemu-user and the compilers in tests/macho/packages.txt. A root
# file system that was made before can be given as the first argument.
set -euo pipefail
cd "$(dirname "$0")/.."

targets='x86_64,aarch64,riscv64,aarch64-macos,x86_64-macos'
place=$(mktemp -d)
trap 'rm -rf --one-file-system "$place"' EXIT
machine=$place/machine

if [ $# -gt 0 ]; then
    cp -a "$1" "$machine"
else
    debootstrap --variant=minbase --include=ca-certificates,gcc,libc6-dev,git bookworm "$machine"
fi

# Rust, the crates of the lock file, and a clean clone.
mkdir -p "$machine/rust" "$machine/cargo"
cp -a "$(rustc --print sysroot)"/{bin,lib} "$machine/rust/"
host=$(rustc -vV | sed -n 's/^host: //p')
find "$machine/rust/lib/rustlib" -mindepth 1 -maxdepth 1 -type d ! -name "$host" ! -name etc -exec rm -r {} +
cargo fetch --quiet --locked
cp -a "${CARGO_HOME:-$HOME/.cargo}/registry" "$machine/cargo/"
git clone --quiet --no-hardlinks . "$machine/wasmc"

cat >"$machine/hello.wat" <<'END'
(module
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\08\00\00\00\06\00\00\00hello\n")
  (func (export "_start") (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))))
END
cat >"$machine/session.sh" <<END
set -e
cd /wasmc
rustc --version; ls /rust/lib/rustlib
echo '==> the first command of the README'
time cargo run --release --bin wasmc -- run examples/wordcount.wat < LICENSE
echo '==> all targets in one call'
mkdir /out
time target/release/wasmc build /hello.wat --target $targets -o /out/
ls -l /out target/release/wasmc
target/release/wasmc targets
END
unshare --mount --net --pid --fork --mount-proc="$machine/proc" chroot "$machine" \
    env -i PATH=/rust/bin:/usr/bin:/bin HOME=/root CARGO_HOME=/cargo CARGO_NET_OFFLINE=true bash /session.sh

echo '==> the programs run'
out=$machine/out
for cpu in aarch64 x86_64; do
    "$cpu-linux-gnu-gcc" -std=gnu11 -O1 -static -o "$place/loader-$cpu" tests/macho/loader/*.c tests/macho/loader/*.S
done
run() {
    local name=$1
    shift
    printf '%s: ' "$name"
    "$@" | tee "$place/output"
    grep --quiet --line-regexp hello "$place/output"
}
run x86_64 "$out/hello-x86_64"
run aarch64 qemu-aarch64 "$out/hello-aarch64"
run riscv64 qemu-riscv64 "$out/hello-riscv64"
run aarch64-macos qemu-aarch64 "$place/loader-aarch64" --arg0 hello "$out/hello-aarch64-macos"
run x86_64-macos "$place/loader-x86_64" --arg0 hello "$out/hello-x86_64-macos"
