//! Rust's standard library on WASI: collections, files, threads that cannot be, and panics.

use std::cell::RefCell;
use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet, VecDeque};
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, Read, Seek, SeekFrom, Write};
use std::rc::Rc;
use std::sync::{mpsc, Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String {
        "shape".into()
    }
}
struct Square(f64);
struct Circle(f64);
impl Shape for Square {
    fn area(&self) -> f64 {
        self.0 * self.0
    }
    fn name(&self) -> String {
        format!("square {}", self.0)
    }
}
impl Shape for Circle {
    fn area(&self) -> f64 {
        std::f64::consts::PI * self.0.powi(2)
    }
}

struct Loud(&'static str);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("dropped {}", self.0);
    }
}

fn collections() {
    let text = "it was the best of times it was the worst of times";
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word).or_default() += 1;
    }
    let sorted: BTreeMap<_, _> = counts.iter().collect();
    println!("{sorted:?}");
    let mut heap: BinaryHeap<u32> = (0..1000).map(|n: u32| n.wrapping_mul(2_654_435_761) % 997).collect();
    let top: Vec<u32> = std::iter::from_fn(|| heap.pop()).take(5).collect();
    let unique: HashSet<char> = text.chars().collect();
    let mut ring: VecDeque<i32> = (0..10).collect();
    ring.rotate_left(3);
    ring.push_front(-1);
    println!("{top:?} {} {ring:?}", unique.len());
    let mut numbers: Vec<u64> = (1..=100_000u64).scan(1u64, |state, _| {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        Some(*state)
    }).collect();
    numbers.sort_unstable();
    println!("{} {} {:?}", numbers[0], numbers[50_000], numbers.binary_search(&numbers[77]));
    numbers.sort_by_key(|n| n.count_ones());
    println!("{} {}", numbers[0].count_ones(), numbers[99_999].count_ones());
    let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Square(1.5)), Box::new(Circle(0.5))];
    println!("{:?}", shapes.iter().map(|s| format!("{} {:.5}", s.name(), s.area())).collect::<Vec<_>>());
    let shared = Rc::new(RefCell::new(vec![1]));
    let other = Rc::clone(&shared);
    other.borrow_mut().push(2);
    println!("{:?} {} {}", shared.borrow(), Rc::strong_count(&shared), shared.try_borrow_mut().is_ok());
}

fn formatting() {
    println!("[{:>8}|{:<8}|{:^8}|{:+}|{:#x}|{:#010b}|{:e}|{:08.3}|{:?}|{:#?}]", "r", "l", "c", 5, 255, 5, 1234.5, -3.14159, "q\"\n\u{1f600}", Some(1));
    println!("{} {} {} {:?} {:?} {}", f64::MAX, f64::MIN_POSITIVE, 1e21, 0.1 + 0.2, f32::EPSILON, f64::NAN);
    println!("{:?} {:?} {:?}", "12x".parse::<i32>(), "1e-3".parse::<f64>(), "256".parse::<u8>());
    println!("{:?} {:?} {} {}", i32::MAX.checked_add(1), 200u8.saturating_add(100), i64::MIN.wrapping_abs(), (-7i32).rem_euclid(3));
    println!("{} {} {}", 300.7f64 as u8, -5.5f32 as u32, f64::NAN as i64);
    println!("{} {}", u128::MAX / 12_345_678_901_234_567, i128::MIN % 1_000_000_007);
    println!("{:?}", "grüße, 世界".char_indices().filter(|(_, c)| !c.is_ascii()).collect::<Vec<_>>());
    println!("{} {:?}", "ǅ ß İ".to_lowercase(), String::from_utf8(vec![b'a', 0xff]).map_err(|e| e.to_string()));
    let mut text = String::new();
    write!(text, "{:?}", (1, "two", [3.0; 2])).unwrap();
    println!("{text}");
    let total: f64 = (1..2000).map(f64::from).map(|x| x.sin() * (-x / 500.0).exp() + x.ln() + x.cbrt() + x.atan2(3.0) + x.powf(0.3) + (x / 100.0).tanh() + x.mul_add(x, -1.0)).sum();
    println!("{total:?} {:x}", total.to_bits());
}

fn files() -> io::Result<()> {
    fs::create_dir_all("/made/inner")?;
    let mut file = OpenOptions::new().read(true).write(true).create_new(true).open("/made/lines.txt")?;
    for line in 0..5000 {
        writeln!(file, "line {line}")?;
    }
    file.seek(SeekFrom::End(-10))?;
    let mut tail = String::new();
    file.read_to_string(&mut tail)?;
    file.set_len(20)?;
    file.rewind()?;
    let mut head = Vec::new();
    file.read_to_end(&mut head)?;
    println!("{tail:?} {:?} {}", String::from_utf8_lossy(&head), file.metadata()?.len());
    drop(file);
    fs::rename("/made/lines.txt", "/made/inner/moved.txt")?;
    println!("{}", fs::copy("/made/inner/moved.txt", "/made/copy.txt")?);
    let mut names: Vec<_> = fs::read_dir("/made")?.map(|entry| entry.map(|e| (e.file_name(), e.file_type().map(|t| t.is_dir()).ok()))).collect::<io::Result<_>>()?;
    names.sort();
    println!("{names:?}");
    OpenOptions::new().append(true).open("/made/copy.txt")?.write_all(b"appended")?;
    println!("{:?}", fs::read_to_string("/made/copy.txt")?);
    fs::remove_file("/made/inner/moved.txt")?;
    fs::remove_dir("/made/inner")?;
    for path in ["/none", "/etc/passwd", "../escape"] {
        println!("{path}: {:?}", File::open(path).map(drop).map_err(|error| error.kind()));
    }
    println!("{:?} {:?}", fs::create_dir("/made").map_err(|e| e.kind()), fs::remove_dir("/made").map_err(|e| e.raw_os_error()));
    println!("{:?}", fs::metadata("/made/copy.txt")?.modified()? > SystemTime::UNIX_EPOCH);
    Ok(())
}

fn threads() {
    println!("{:?}", std::thread::Builder::new().spawn(|| 1).map(drop).map_err(|error| (error.kind(), error.to_string())));
    let (sender, receiver) = mpsc::channel();
    for value in 0..5 {
        sender.send(value).unwrap();
    }
    drop(sender);
    println!("{:?}", receiver.iter().collect::<Vec<i32>>());
    let counter = Arc::new(Mutex::new(0));
    *counter.lock().unwrap() += 1;
    println!("{counter:?}");
    let start = Instant::now();
    std::thread::sleep(Duration::from_millis(5));
    println!("{}", start.elapsed() >= Duration::from_millis(5));
}

fn main() {
    let _first = Loud("at the end of main");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    println!("{arguments:?} {:?} {:?}", std::env::var("GIVEN"), std::env::var("ABSENT"));
    for line in io::stdin().lock().lines() {
        println!("stdin: {}", line.unwrap());
    }
    collections();
    formatting();
    files().unwrap();
    threads();
    eprintln!("to stderr");
    match arguments.first().map(String::as_str) {
        Some("panic") => {
            let _second = Loud("never, since a panic aborts");
            panic!("asked to panic with {}", arguments.len());
        }
        Some("index") => println!("{}", [1, 2, 3][arguments.len() + 5]),
        Some("unwrap") => drop(File::open("/none").unwrap()),
        Some("thread") => drop(std::thread::spawn(|| ())),
        Some("exit") => std::process::exit(9),
        Some("abort") => std::process::abort(),
        _ => {}
    }
}
