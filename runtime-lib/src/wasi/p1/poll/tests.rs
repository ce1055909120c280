//! Tests of `poll_oneoff` as a guest calls it: subscriptions in guest memory, events out of it.
//!
//! They are beside the function, because clocks and pipes take more room than the code under test. What must not happen
//! here: a wait of more than a few milliseconds.

use rustix::time::ClockId;

use super::*;
use crate::memory::guest::test_memory;
use crate::wasi::host::descriptor::{HostFd, OpenMode};

const IN: u32 = 0;
const OUT: u32 = 8192;
const COUNT: u32 = 60000;

fn put_clock(index: u32, userdata: u64, id: u32, timeout: u64, flags: u16) {
    let mut bytes = [0; SUBSCRIPTION_BYTES];
    bytes[0..8].copy_from_slice(&userdata.to_le_bytes());
    bytes[16..20].copy_from_slice(&id.to_le_bytes());
    bytes[24..32].copy_from_slice(&timeout.to_le_bytes());
    bytes[40..42].copy_from_slice(&flags.to_le_bytes());
    test_memory::put(IN + index * SUBSCRIPTION_BYTES as u32, &bytes);
}

fn put_fd(index: u32, userdata: u64, fd: u32, tag: u8) {
    let mut bytes = [0; SUBSCRIPTION_BYTES];
    bytes[0..8].copy_from_slice(&userdata.to_le_bytes());
    bytes[8] = tag;
    bytes[16..20].copy_from_slice(&fd.to_le_bytes());
    test_memory::put(IN + index * SUBSCRIPTION_BYTES as u32, &bytes);
}

fn userdata(count: u32) -> Vec<u64> {
    assert_eq!(wasmc_wasi_poll_oneoff(IN, OUT, count, COUNT), 0);
    let events = test_memory::get_u32(COUNT);
    (0..events).map(|event| test_memory::get_u64(OUT + event * EVENT_BYTES as u32)).collect()
}

fn add_pipe() -> (u32, u32) {
    let (read, write) = rustix::pipe::pipe().expect("a pipe");
    process_table::with(|table| {
        [(read, true), (write, false)].map(|(fd, read)| {
            let mode = OpenMode { read, write: !read };
            let host = HostFd::Owned(fd);
            let kind = Kind::File(FileType::Unknown);
            table.insert(Descriptor::new(host, kind, mode, Default::default())).expect("room")
        })
    })
    .into()
}

#[test]
fn clocks_that_are_due_are_all_reported() {
    test_memory::install();
    put_clock(0, 10, 1, 2_000_000, 0);
    put_clock(1, 11, 0, 3_600 * NANOSECONDS, 0);
    put_clock(2, 12, 1, 0, 1);
    assert_eq!(userdata(3), [12]);
    put_clock(2, 12, 0, 1_000_000, 0);
    put_clock(1, 11, 0, 1, 1);
    put_clock(0, 10, 1, 0, 0);
    assert_eq!(userdata(2), [10, 11]);
    let before = now(ClockId::Monotonic);
    put_clock(0, 10, 0, 5_000_000, 0);
    put_clock(1, 11, 0, now(ClockId::Realtime) + 3_600 * NANOSECONDS, 1);
    assert_eq!(userdata(2), [10]);
    assert!(now(ClockId::Monotonic) - before >= 5_000_000);
}

#[test]
fn bad_arguments() {
    test_memory::install();
    assert_eq!(wasmc_wasi_poll_oneoff(IN, OUT, 0, COUNT), Errno::Inval as u32);
    assert_eq!(wasmc_wasi_poll_oneoff(IN, OUT, 1 << 31, COUNT), Errno::Fault as u32);
    put_clock(0, 10, 2, 0, 0);
    assert_eq!(wasmc_wasi_poll_oneoff(IN, OUT, 1, COUNT), Errno::Inval as u32);
    put_fd(0, 10, u32::MAX, 1);
    put_fd(1, 11, 77, 2);
    assert_eq!(wasmc_wasi_poll_oneoff(IN, OUT, 2, COUNT), Errno::Badf as u32);
    put_clock(2, 12, 1, 3_600 * NANOSECONDS, 0);
    assert_eq!(userdata(3), [10, 11]);
    assert_eq!(test_memory::get_u32(OUT + 8), 8 | 1 << 16);
}

#[test]
fn pipes() {
    test_memory::install();
    let (read, write) = add_pipe();
    put_fd(0, 1, read, 1);
    put_fd(1, 2, write, 2);
    assert_eq!(userdata(2), [2]);
    process_table::with(|table| rustix::io::write(&table.get(write).expect("open").host, b"12345")).expect("room");
    assert_eq!(userdata(2), [1, 2]);
    assert_eq!(test_memory::get_u64(OUT + 16), 5);
    // Many subscriptions of one descriptor are one to the host.
    for index in 0..150 {
        put_fd(index, u64::from(index), read, 1);
    }
    assert_eq!(userdata(150).len(), 150);
    process_table::with(|table| table.close(write)).expect("open");
    process_table::with(|table| rustix::io::read(&table.get(read).expect("open").host, &mut [0; 8])).expect("5 bytes");
    assert_eq!(userdata(1), [0]);
    assert_eq!((test_memory::get_u64(OUT + 16), test_memory::get_u32(OUT + 24)), (0, 1));
}
