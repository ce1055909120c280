//! The Rust program: structures, enumerations with values, strings, vectors, boxes, closures, traits and generics.

use std::collections::{BTreeMap, HashMap};
use std::hint::black_box;
use std::rc::Rc;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Color {
    Red,
    Green = 5,
    Blue,
}

#[derive(Debug)]
enum Shape {
    Empty,
    Circle(u32),
    Rectangle { width: u32, height: u32 },
}

#[derive(Debug)]
struct Node {
    value: i32,
    next: Option<Box<Node>>,
}

struct Pair<T> {
    first: T,
    second: T,
}

trait Area {
    fn area(&self) -> u32;
}

impl Area for Shape {
    fn area(&self) -> u32 {
        let result = match self {
            Shape::Empty => 0,
            Shape::Circle(radius) => 3 * radius * radius,
            Shape::Rectangle { width, height } => width * height,
        };
        result
    }
}

static GREETING: &str = "hello";
static COUNTER: u32 = 41;

fn add(a: i32, b: i32) -> i32 {
    let sum = a + b;
    sum
}

fn factorial(n: u64) -> u64 {
    if n <= 1 {
        return 1;
    }
    n * factorial(n - 1)
}

fn sum_list(list: &Node) -> i32 {
    let mut sum = 0;
    let mut here = Some(list);
    while let Some(node) = here {
        sum += node.value;
        here = node.next.as_deref();
    }
    sum
}

fn larger<T: PartialOrd + Copy>(pair: &Pair<T>) -> T {
    if pair.first < pair.second { pair.second } else { pair.first }
}

fn change(values: &mut Vec<i32>, by: i32) {
    let before = values.len();
    for value in values.iter_mut() {
        *value += by;
    }
    values.push(before as i32);
}

fn scalars() -> i64 {
    let small: i8 = -5;
    let byte: u8 = 200;
    let half: i16 = -30000;
    let word: u32 = 4_000_000_000;
    let wide: i64 = -1_234_567_890_123_456_789;
    let huge: u64 = u64::MAX;
    let single: f32 = 0.5;
    let real: f64 = 3.25;
    let letter: char = 'x';
    let yes: bool = true;
    let tuple: (i32, f64) = (7, 2.5);
    let array: [i32; 4] = [1, 2, 3, 4];
    let matrix: [[u8; 2]; 2] = [[1, 2], [3, 4]];
    let slice: &[i32] = &array[1..3];
    let unit_pair: (u8, u16) = (1, 2);
    black_box((small, byte, half, word, huge, single, letter, yes, matrix, unit_pair));
    wide + i64::from(slice[0]) + tuple.0 as i64 + real as i64
}

fn containers() -> usize {
    let text: &str = "a slice";
    let owned = String::from("owned text");
    let empty = String::new();
    let numbers = vec![3, 1, 4, 1, 5];
    let words = vec![String::from("alpha"), String::from("beta")];
    let some: Option<u32> = Some(7);
    let none: Option<u32> = None;
    let some_box: Option<Box<i32>> = Some(Box::new(42));
    let good: Result<u8, String> = Ok(9);
    let bad: Result<u8, String> = Err(String::from("bad"));
    let boxed = Box::new(99);
    let shared = Rc::new(5);
    let circle = Shape::Circle(2);
    let rectangle = Shape::Rectangle { width: 3, height: 4 };
    let nothing = Shape::Empty;
    let color = Color::Green;
    let ages: BTreeMap<String, i32> = [(String::from("Ada"), 36), (String::from("Alan"), 41)].into_iter().collect();
    let map: HashMap<u32, u32> = [(1, 10)].into_iter().collect();
    black_box((&some, &none, &some_box, &good, &bad, &shared, &circle, &rectangle, &nothing, &color, &ages, &map));
    text.len() + owned.len() + empty.len() + numbers.len() + words.len()
}

fn main() {
    let third = Node { value: 9, next: None };
    let second = Node { value: 8, next: Some(Box::new(third)) };
    let list = Node { value: 7, next: Some(Box::new(second)) };
    let mut total = add(2, 3);
    total += factorial(4) as i32;
    total += sum_list(&list);
    let ints = Pair { first: 5, second: 8 };
    let reals = Pair { first: 2.5, second: 1.5 };
    total += larger(&ints);
    total += larger(&reals) as i32;
    let mut values = vec![10, 20, 30];
    change(&mut values, 5);
    let shapes: Vec<Box<dyn Area>> = vec![Box::new(Shape::Circle(1)), Box::new(Shape::Circle(2))];
    for shape in &shapes {
        total += shape.area() as i32;
    }
    let mut calls = 0;
    let mut closure = |amount: i32| {
        calls += 1;
        amount * 2 + calls
    };
    total += closure(20);
    total += (scalars() % 1000) as i32 + containers() as i32;
    total += [Color::Red, Color::Blue].len() as i32 + GREETING.len() as i32;
    let counted = COUNTER + 1;
    println!("{total} {counted}");
}
