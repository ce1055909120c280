//! One span per phase: what `--time` prints and what a progress bar follows.

use std::time::{Duration, Instant};

/// How long one phase took.
#[derive(Clone, Copy, Debug)]
pub struct PhaseTime {
    /// The phase, by the name of its folder.
    pub name: &'static str,
    /// Elapsed time.
    pub wall: Duration,
}

/// Follows a compilation. Called from several threads.
pub trait Observer: Sync {
    /// A phase begins; `steps` is how far [`Observer::advance`] will go in it, where that is known.
    fn phase(&self, name: &'static str, steps: Option<u64>);
    /// Work was done in the current phase.
    fn advance(&self, steps: u64);
}

/// Watches nothing.
impl Observer for () {
    fn phase(&self, _name: &'static str, _steps: Option<u64>) {}
    fn advance(&self, _steps: u64) {}
}

/// Measures phases that follow one another.
pub(crate) struct Stopwatch<'o> {
    observer: &'o dyn Observer,
    current: Option<(&'static str, Instant)>,
    phases: Vec<PhaseTime>,
}

impl<'o> Stopwatch<'o> {
    /// Nothing measured yet.
    pub(crate) fn new(observer: &'o dyn Observer) -> Self {
        Stopwatch { observer, current: None, phases: Vec::new() }
    }

    /// Ends the phase before and begins this one.
    pub(crate) fn phase(&mut self, name: &'static str, steps: Option<u64>) {
        self.end();
        self.observer.phase(name, steps);
        self.current = Some((name, Instant::now()));
    }

    /// Ends the last phase and gives all of them.
    pub(crate) fn finish(mut self) -> Vec<PhaseTime> {
        self.end();
        self.phases
    }

    fn end(&mut self) {
        if let Some((name, start)) = self.current.take() {
            self.phases.push(PhaseTime { name, wall: start.elapsed() });
        }
    }
}
