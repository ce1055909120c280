//! Panics that are caught: what runs on the way, in which order, and what arrives.
//!
//! The output does not depend on the platform: natively, the same program prints the same. Locations of panics are part of
//! it, so that a line which moves shows.

use std::any::Any;
use std::backtrace::Backtrace;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo, UnwindSafe, catch_unwind, panic_any, resume_unwind};
use std::rc::Rc;
use std::sync::Mutex;

/// Says when it is dropped, and whether that is because of a panic.
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("  dropped {}{}", self.0, if std::thread::panicking() { ", panicking" } else { "" });
    }
}

/// A payload that is not text.
#[derive(Debug, PartialEq)]
struct Payload {
    code: u64,
    words: Vec<String>,
}

fn describe(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        format!("str {text:?}")
    } else if let Some(text) = payload.downcast_ref::<String>() {
        format!("String {text:?}")
    } else if let Some(value) = payload.downcast_ref::<Payload>() {
        format!("{value:?}")
    } else if let Some(value) = payload.downcast_ref::<i128>() {
        format!("i128 {value}")
    } else {
        "something else".into()
    }
}

fn attempt<T: fmt::Debug>(title: &str, work: impl FnOnce() -> T + UnwindSafe) {
    println!("{title}:");
    match catch_unwind(work) {
        Ok(value) => println!("  returned {value:?}"),
        Err(payload) => println!("  caught {}", describe(&*payload)),
    }
}

fn quiet<T>(work: impl FnOnce() -> T) -> Result<T, Box<dyn Any + Send>> {
    catch_unwind(AssertUnwindSafe(work))
}

#[inline(never)]
fn deep(depth: u32, trail: &mut Vec<u32>) -> u32 {
    let _guard = (depth % 50 == 0).then_some(Loud("a guard in the deep"));
    let owned = vec![depth; 3];
    if depth == 0 {
        panic!("at the bottom of {} frames", trail.len());
    }
    trail.push(owned[0]);
    deep(depth - 1, trail) + owned[2]
}

fn payloads() {
    attempt("a value", || 7);
    attempt("a literal", || -> () { panic!("literal") });
    attempt("a formatted text", || -> () { panic!("{} and {:>4}", 1, "two") });
    attempt("a struct", || -> () {
        panic_any(Payload { code: u64::MAX, words: vec!["many".into(), "words".into()] })
    });
    attempt("a number", || -> () { panic_any(i128::MIN) });
    attempt("an assertion", || assert_eq!(1 + 1, 3, "arithmetic"));
    attempt("an index", || {
        let index = std::hint::black_box(5);
        [1, 2, 3][index]
    });
    attempt("an overflow", || std::hint::black_box(i32::MAX) + std::hint::black_box(1));
    attempt("a division", || 1 / std::hint::black_box(0));
    attempt("an unwrap", || "x".parse::<i32>().unwrap());
    attempt("an expect", || None::<u8>.expect("a byte"));
    attempt("a slice", || std::hint::black_box("grüße")[..3].len());
    attempt("a borrow", || {
        let cell = RefCell::new(1);
        let _first = cell.borrow_mut();
        let second = *cell.borrow();
        second
    });
}

fn order() {
    attempt("the order of drops", || {
        let _a = Loud("a");
        let _b = Loud("b");
        let pair = (Loud("pair.0"), Loud("pair.1"));
        let boxed: Box<dyn Any> = Box::new([Loud("array 0"), Loud("array 1")]);
        let moved = move || {
            let _kept = &pair;
            panic!("with {}", boxed.is::<[Loud; 2]>());
        };
        moved();
        drop(Loud("never made"));
    });
    attempt("half a vector", || {
        let made: Vec<Loud> = ["first", "second", "third"].into_iter().enumerate().map(|(at, name)| {
            assert!(at < 2, "no third");
            Loud(name)
        }).collect();
        made.len()
    });
    attempt("half a loop", || {
        for name in ["one", "two", "three"] {
            let _turn = Loud(name);
            if name == "two" {
                panic!("in the loop");
            }
        }
    });
    attempt("in an argument", || {
        fn three(_: Loud, _: Loud, _: Loud) {}
        three(Loud("argument 1"), Loud("argument 2"), panic!("before the call"));
    });
}

fn nested() {
    attempt("caught inside", || {
        let _outer = Loud("outer");
        let inner = quiet(|| {
            let _inner = Loud("inner");
            panic!("inner panic");
        });
        println!("  inside: {}", describe(&*inner.unwrap_err()));
        "went on"
    });
    attempt("resumed", || {
        let _outer = Loud("outer");
        let payload = quiet(|| -> () { panic_any(Payload { code: 1, words: vec![] }) }).unwrap_err();
        let mut payload = payload.downcast::<Payload>().unwrap();
        payload.words.push("changed".into());
        resume_unwind(payload);
    });
    attempt("another from the handler", || {
        if quiet(|| panic!("first")).is_err() {
            panic!("second, after the first");
        }
    });
    attempt("caught while another is on its way", || {
        struct Catches;
        impl Drop for Catches {
            fn drop(&mut self) {
                println!("  panicking {}", std::thread::panicking());
                let caught = quiet(|| {
                    let _guard = Loud("in the second");
                    resume_unwind(Box::new("without the hook"));
                });
                println!("  caught in drop: {}", describe(&*caught.map(drop).unwrap_err()));
            }
        }
        let _catches = Catches;
        panic!("the first");
    });
    attempt("ten levels", || {
        fn level(depth: u32) -> String {
            let caught = quiet(|| if depth == 0 { panic!("level 0") } else { level(depth - 1) });
            let text = describe(&*caught.unwrap_err());
            if depth < 10 { resume_unwind(Box::new(format!("{depth}<{text}"))) } else { text }
        }
        level(10)
    });
    attempt("five hundred frames", || {
        let mut trail = Vec::new();
        let result = quiet(|| deep(500, &mut trail));
        println!("  {}", describe(&*result.unwrap_err()));
        trail.iter().sum::<u32>()
    });
}

trait Step {
    fn step(&mut self, value: u32) -> u32;
}

struct Adds(u32);
struct Refuses(u32, Rc<Cell<u32>>);

impl Step for Adds {
    fn step(&mut self, value: u32) -> u32 {
        self.0 += value;
        self.0
    }
}

impl Step for Refuses {
    fn step(&mut self, value: u32) -> u32 {
        self.1.set(self.1.get() + 1);
        assert!(value % 7 != self.0, "{value} refused");
        value + 1
    }
}

impl<F: FnMut(u32) -> u32> Step for F {
    fn step(&mut self, value: u32) -> u32 {
        self(value)
    }
}

fn objects() {
    println!("trait objects:");
    let asked = Rc::new(Cell::new(0));
    let mut outer = 0;
    let mut steps: Vec<Box<dyn Step + '_>> = vec![
        Box::new(Adds(3)),
        Box::new(Refuses(5, Rc::clone(&asked))),
        Box::new(|value: u32| {
            outer += value;
            if outer % 11 == 0 { panic_any(Payload { code: outer.into(), words: vec!["closure".into()] }) }
            outer
        }),
    ];
    let mut counts = BTreeMap::<String, u32>::new();
    let mut last = 1;
    for turn in 0..3000 {
        let result = quiet(|| steps.iter_mut().fold(turn, |value, step| step.step(value) % 1000));
        match result {
            Ok(value) => last = last * 31 % 65_521 + value,
            Err(payload) => *counts.entry(describe(&*payload).chars().take(9).collect()).or_default() += 1,
        }
    }
    drop(steps);
    println!("  {counts:?} {last} {} {outer} {}", asked.get(), Rc::strong_count(&asked));
}

fn state() {
    println!("state that a panic leaves:");
    let lock = Mutex::new(vec![1]);
    let result = quiet(|| {
        let mut guard = lock.lock().unwrap();
        guard.push(2);
        panic!("with the lock held");
    });
    println!("  {} poisoned {} {:?}", result.is_err(), lock.is_poisoned(), lock.lock().map_err(|e| e.into_inner().clone()).err());
    lock.clear_poison();
    println!("  {:?}", lock.lock().unwrap());
    let mut items: Vec<String> = (0..10).map(|n| format!("item {n}")).collect();
    let result = quiet(|| items.retain(|item| if item == "item 6" { panic!("at 6") } else { !item.ends_with(['1', '3']) }));
    println!("  {} {items:?}", result.is_err());
    let mut numbers: Vec<i32> = (0..50).map(|n| n * 37 % 50).collect();
    let mut compared = 0;
    let result = quiet(|| numbers.sort_by(|a, b| {
        compared += 1;
        assert!(compared < 100, "enough");
        a.cmp(b)
    }));
    numbers.sort();
    println!("  {} {}", result.is_err(), numbers == (0..50).collect::<Vec<_>>());
}

fn many() {
    println!("many:");
    let (mut caught, mut sum) = (0u32, 0u64);
    for turn in 0..20_000u64 {
        let result = quiet(|| {
            let owned = vec![turn; (turn % 17) as usize];
            if turn % 3 == 0 {
                resume_unwind(Box::new(owned.iter().sum::<u64>()));
            }
            owned.len() as u64
        });
        match result {
            Ok(length) => sum += length,
            Err(payload) => {
                caught += 1;
                sum ^= *payload.downcast::<u64>().unwrap();
            }
        }
    }
    println!("  {caught} {sum}");
}

/// A panic in a drop while another is on its way aborts; this one looks first.
struct Guarded;

impl Drop for Guarded {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("  one panic is enough");
        } else {
            panic!("in a drop");
        }
    }
}

/// Says where, but not by how many threads or with which paths.
fn hook(info: &PanicHookInfo<'_>) {
    let location = info.location().map_or(0, |location| if location.file().ends_with("unwind.rs") { location.line() } else { 0 });
    println!("  panic {} at line {location}", describe(info.payload()));
}

fn main() {
    let argument = std::env::args().nth(1);
    match argument.as_deref() {
        // By the standard hook, on standard error.
        Some("uncaught") => {
            let _guard = Loud("guard of main");
            panic!("uncaught {}", 1);
        }
        Some("twice") => {
            struct Panics;
            impl Drop for Panics {
                fn drop(&mut self) {
                    panic!("the second");
                }
            }
            let _caught = quiet(|| {
                let _panics = Panics;
                panic!("the first");
            });
            println!("after two panics");
        }
        Some("boundary") => {
            extern "C" fn no_unwind(value: u32) -> u32 {
                assert!(value > 10, "{value} is too small");
                value
            }
            let no_unwind = std::hint::black_box(no_unwind as extern "C" fn(u32) -> u32);
            println!("{:?}", quiet(|| no_unwind(11)).is_ok());
            println!("{:?}", quiet(|| no_unwind(10)).is_ok());
        }
        _ => {
            panic::set_hook(Box::new(hook));
            payloads();
            order();
            nested();
            objects_quietly();
            state();
            attempt("a drop that panics", || {
                let _first = Loud("before it");
                let _guarded = Guarded;
                let _second = Loud("after it");
            });
            attempt("a drop that would panic", || {
                let _guarded = Guarded;
                panic!("already");
            });
            many();
            println!("{:?}", Backtrace::disabled().status());
            drop(panic::take_hook());
        }
    }
}

/// Thousands of panics, without a line for each.
fn objects_quietly() {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| ()));
    objects();
    panic::set_hook(hook);
}
