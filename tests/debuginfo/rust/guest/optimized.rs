//! A Rust program for the optimizer: a generic function, a method that is inlined, statics.

use std::sync::atomic::{AtomicU32, Ordering};

static OBSERVED: AtomicU32 = AtomicU32::new(5);

struct Account {
    number: u32,
    balance: i64,
}

impl Account {
    fn change(&mut self, amount: i64) {
        self.balance += amount;
        OBSERVED.fetch_add(1, Ordering::SeqCst);
    }
}

#[inline(never)]
fn transfer(from: &mut Account, to: &mut Account, amount: i64) {
    from.change(-amount);
    to.change(amount);
}

#[inline(never)]
fn largest<T: PartialOrd + Copy>(values: &[T]) -> T {
    let mut result = values[0];
    for value in values {
        OBSERVED.fetch_add(1, Ordering::SeqCst);
        if *value > result {
            result = *value;
        }
    }
    result
}

fn main() {
    let mut first = Account { number: 1, balance: 100 };
    let mut second = Account { number: 2, balance: 200 };
    transfer(&mut first, &mut second, 50);
    let whole = largest(&[3, 9, 4]);
    let real = largest(&[2.5, 1.5]);
    println!("{} {} {whole} {real} {}", first.balance, second.balance, first.number + second.number);
}
