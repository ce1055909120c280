//! Rust's threads: 64 of them at work on a queue, and everything in `std::sync`, with variables of threads that are destroyed,
//! and with panics that end a thread and poison what it held.
//!
//! What is printed does not depend on who came first; the output is that of the same program built natively.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicI8, AtomicI64, AtomicU16, AtomicU32, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Condvar, LazyLock, Mutex, Once, OnceLock, RwLock, mpsc};
use std::thread::{self, Builder, JoinHandle};
use std::time::{Duration, Instant};

const THREADS: usize = 64;

/// A bounded queue.
struct Queue<T> {
    state: Mutex<(VecDeque<T>, bool)>,
    not_empty: Condvar,
    not_full: Condvar,
}

impl<T> Queue<T> {
    fn new() -> Queue<T> {
        Queue { state: Mutex::default(), not_empty: Condvar::new(), not_full: Condvar::new() }
    }

    fn put(&self, item: T) {
        let mut state = self.not_full.wait_while(self.state.lock().unwrap(), |state| state.0.len() == 8).unwrap();
        state.0.push_back(item);
        self.not_empty.notify_one();
    }

    fn take(&self) -> Option<T> {
        let wait = |state: &mut (VecDeque<T>, bool)| state.0.is_empty() && !state.1;
        let item = self.not_empty.wait_while(self.state.lock().unwrap(), wait).unwrap().0.pop_front();
        self.not_full.notify_one();
        item
    }

    fn close(&self) {
        self.state.lock().unwrap().1 = true;
        self.not_empty.notify_all();
    }
}

/// The length of the sequence that ends at 1.
fn collatz(start: u64) -> u64 {
    std::iter::successors(Some(start), |&n| (n != 1).then(|| if n % 2 == 0 { n / 2 } else { 3 * n + 1 })).count() as u64
}

fn queue() {
    let queue = Arc::new(Queue::new());
    let longest = Arc::new(Mutex::new((0, 0)));
    let (sum, bits) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let spawn = |_| -> JoinHandle<(usize, BTreeMap<u64, u64>)> {
        let (queue, longest, sum, bits) = (queue.clone(), longest.clone(), sum.clone(), bits.clone());
        thread::spawn(move || {
            let (mut taken, mut lengths) = (0, BTreeMap::new());
            while let Some(item) = queue.take() {
                let length = collatz(item);
                *lengths.entry(length / 50).or_default() += 1;
                sum.fetch_add(length, Ordering::Relaxed);
                bits.fetch_xor(item.rotate_left(length as u32), Ordering::AcqRel);
                let mut longest = longest.lock().unwrap();
                *longest = (*longest).max((length, item));
                taken += 1;
            }
            (taken, lengths)
        })
    };
    let threads: Vec<_> = (0..THREADS).map(spawn).collect();
    (1..=20_000).for_each(|item| queue.put(item));
    queue.close();
    let (mut taken, mut lengths) = (0, BTreeMap::<u64, u64>::new());
    for thread in threads {
        let (count, found) = thread.join().unwrap();
        taken += count;
        found.into_iter().for_each(|(length, count)| *lengths.entry(length).or_default() += count);
    }
    println!("queue: {taken} items, {} steps, {:x}, longest {:?}", sum.load(Ordering::SeqCst), bits.load(Ordering::SeqCst), longest.lock().unwrap());
    println!("  {lengths:?}");
}

fn atomics() {
    let (a, b, c, d) = (AtomicI8::new(0), AtomicU16::new(0), AtomicU32::new(1), AtomicI64::new(i64::MAX - 5));
    let (flag, least, swapped) = (AtomicBool::new(false), AtomicI64::new(0), AtomicU64::new(0));
    let plain = Cell::new(0u64);
    struct Guarded<'c>(&'c Cell<u64>);
    // SAFETY: the cell is only reached under the lock below.
    unsafe impl Sync for Guarded<'_> {}
    let (guarded, lock) = (Guarded(&plain), AtomicBool::new(false));
    thread::scope(|scope| {
        for index in 0..THREADS as i64 {
            let (a, b, c, d, flag, least, swapped, guarded, lock) = (&a, &b, &c, &d, &flag, &least, &swapped, &guarded, &lock);
            scope.spawn(move || {
                for turn in 0..100 {
                    a.fetch_add(3, Ordering::SeqCst);
                    b.fetch_sub(7, Ordering::SeqCst);
                    c.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| Some(n.wrapping_mul(5))).unwrap();
                    d.fetch_add(1, Ordering::SeqCst);
                    flag.fetch_xor(true, Ordering::SeqCst);
                    least.fetch_min(-(index * 100 + turn), Ordering::SeqCst);
                    while lock.compare_exchange_weak(false, true, Ordering::Acquire, Ordering::Relaxed).is_err() {
                        thread::yield_now();
                    }
                    guarded.0.set(guarded.0.get() + 1);
                    lock.store(false, Ordering::Release);
                }
                swapped.fetch_or(1 << index, Ordering::SeqCst);
            });
        }
    });
    println!("atomics: {a:?} {b:?} {c:?} {d:?} {flag:?} {least:?} {:x} {}", swapped.load(Ordering::SeqCst), plain.get());
}

/// Counts those that are destroyed.
struct Counted(usize);

static DESTROYED: AtomicUsize = AtomicUsize::new(0);
static ONCE: Once = Once::new();
static STARTED: AtomicUsize = AtomicUsize::new(0);
static LAZY: LazyLock<Vec<u32>> = LazyLock::new(|| {
    STARTED.fetch_add(1, Ordering::SeqCst);
    (0..100).map(|n| n * n).collect()
});
static SET: OnceLock<usize> = OnceLock::new();

impl Drop for Counted {
    fn drop(&mut self) {
        DESTROYED.fetch_add(self.0, Ordering::SeqCst);
    }
}

thread_local! {
    static OWN: Cell<u64> = const { Cell::new(17) };
    static OWN_LIST: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
    static OWN_COUNTED: Counted = Counted(OWN_LIST.with_borrow(Vec::len));
}

fn own() {
    let barrier = Barrier::new(THREADS);
    let leaders = AtomicUsize::new(0);
    let wrong = AtomicUsize::new(0);
    thread::scope(|scope| {
        for index in 0..THREADS {
            let (barrier, leaders, wrong) = (&barrier, &leaders, &wrong);
            scope.spawn(move || {
                let check = |right: bool| _ = wrong.fetch_add(usize::from(!right), Ordering::SeqCst);
                check(OWN.get() == 17);
                OWN.set(index as u64);
                OWN_LIST.with_borrow_mut(|list| list.extend(0..index));
                ONCE.call_once(|| _ = STARTED.fetch_add(100, Ordering::SeqCst));
                check(ONCE.is_completed() && LAZY[index] == (index * index) as u32);
                SET.get_or_init(|| STARTED.fetch_add(10_000, Ordering::SeqCst));
                for _ in 0..10 {
                    if barrier.wait().is_leader() {
                        leaders.fetch_add(1, Ordering::SeqCst);
                    }
                }
                check(OWN.get() == index as u64 && OWN_LIST.with_borrow(|list| list.len() == index));
                OWN_COUNTED.with(|counted| check(counted.0 == index));
            });
        }
    });
    let numbers = (wrong.into_inner(), leaders.into_inner(), STARTED.load(Ordering::SeqCst));
    // The scope ends before the variables of its threads do.
    while DESTROYED.load(Ordering::SeqCst) != THREADS * (THREADS - 1) / 2 {
        thread::yield_now();
    }
    println!("own: {numbers:?} {} {}", DESTROYED.load(Ordering::SeqCst), OWN.get());
}

fn channels() {
    let (sender, receiver) = mpsc::sync_channel(3);
    let senders: Vec<_> = (0..THREADS).map(|index| {
        let sender = sender.clone();
        Builder::new().name(format!("sender {index}")).stack_size(64 << 10).spawn(move || {
            for turn in 0..20 {
                sender.send((index, turn, thread::current().name().unwrap().to_owned())).unwrap();
            }
        }).unwrap()
    }).collect();
    drop(sender);
    let mut received: Vec<_> = receiver.iter().collect();
    senders.into_iter().for_each(|sender| sender.join().unwrap());
    // Each sender's in the order in which it sent them.
    let in_order = (0..THREADS).all(|index| received.iter().filter(|one| one.0 == index).map(|one| one.1).eq(0..20));
    received.sort();
    println!("channels: {} {in_order} {:?} {:?}", received.len(), received[333], receiver.try_recv());
    let (sender, receiver) = mpsc::channel::<u32>();
    println!("  {:?} {:?}", receiver.recv_timeout(Duration::from_millis(20)), sender.send(1));
}

fn locks() {
    let lock = RwLock::new(vec![0u64; 500]);
    let torn = AtomicUsize::new(0);
    thread::scope(|scope| {
        for index in 0..THREADS as u64 {
            let (lock, torn) = (&lock, &torn);
            scope.spawn(move || {
                for turn in 0..40 {
                    if turn % 4 == index % 4 {
                        lock.write().unwrap().iter_mut().for_each(|word| *word += index);
                    } else if lock.read().unwrap().windows(2).any(|pair| pair[0] != pair[1]) {
                        torn.fetch_add(1, Ordering::SeqCst);
                    }
                }
            });
        }
    });
    println!("locks: {} {}", torn.into_inner(), lock.into_inner().unwrap()[499]);
    let parked = thread::spawn(|| {
        thread::park();
        let start = Instant::now();
        thread::park_timeout(Duration::from_millis(20));
        thread::sleep(Duration::from_millis(5));
        start.elapsed() >= Duration::from_millis(5)
    });
    parked.thread().unpark();
    println!("  {:?}", parked.join().unwrap());
    let (lock, signal) = (Mutex::new(()), Condvar::new());
    let (_guard, result) = signal.wait_timeout(lock.lock().unwrap(), Duration::from_millis(20)).unwrap();
    println!("  timed out {}", result.timed_out());
}

fn panics() {
    std::panic::set_hook(Box::new(|_| ()));
    let held = Arc::new(Mutex::new(5));
    let threads: Vec<_> = (0..THREADS).map(|index| {
        let held = held.clone();
        thread::spawn(move || {
            let _counted = Counted(1000);
            if index == 7 {
                let _guard = held.lock();
                panic!("thread {index}");
            }
            assert!(index % 3 != 0, "a third: {index}");
            index
        })
    }).collect();
    let (mut ended, mut messages) = (0, BTreeSet::new());
    for thread in threads {
        match thread.join() {
            Ok(index) => ended += index,
            Err(payload) => drop(messages.insert(payload.downcast_ref::<String>().cloned().unwrap_or_default())),
        }
    }
    println!("panics: {ended} {} {:?} {:?}", messages.len(), messages.first(), messages.last());
    println!("  {} {}", held.is_poisoned(), DESTROYED.load(Ordering::SeqCst));
    let scoped = std::panic::catch_unwind(|| thread::scope(|scope| drop(scope.spawn(|| panic!("in a scope")))));
    println!("  {:?}", scoped.unwrap_err().downcast_ref::<&str>());
    drop(std::panic::take_hook());
}

fn allocations() {
    let threads: Vec<_> = (0..THREADS as u64).map(|index| {
        thread::spawn(move || {
            let mut kept = Vec::new();
            let mut state = index + 1;
            for turn in 0..500 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                kept.push(vec![turn; (state >> 56) as usize]);
                if turn % 3 == 0 {
                    kept.swap_remove((state >> 33) as usize % kept.len());
                }
            }
            kept.iter().map(|list| list.iter().map(|n: &u64| n * list.len() as u64).sum::<u64>()).sum::<u64>()
        })
    }).collect();
    println!("allocations: {}", threads.into_iter().map(|thread| thread.join().unwrap()).sum::<u64>());
}

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("exit") => {
            thread::spawn(|| std::process::exit(6));
            loop {
                thread::park();
            }
        }
        Some("detached") => {
            thread::spawn(|| loop {
                thread::park();
            });
            println!("main ends");
        }
        _ => {
            queue();
            atomics();
            own();
            channels();
            locks();
            panics();
            allocations();
        }
    }
}
