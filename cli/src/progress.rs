//! The progress bar of long compilations, on stderr if that is a terminal. A short compilation must finish before the
//! bar appears: a bar that only flashes says nothing.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::resolve::Verbosity;

/// The time from the start of a compilation to the appearance of the bar.
const PATIENCE: Duration = Duration::from_millis(500);
/// The time between its movements.
const TICK: Duration = Duration::from_millis(100);

/// A bar that is cleared when it is dropped.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// Dropped to end `timer`.
    stop: Option<Sender<()>>,
    timer: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts the time until the bar appears. Without a terminal, or if the user asked for quiet, it never does.
    pub(crate) fn start(verbosity: Verbosity) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if verbosity == Verbosity::Quiet || !io::stderr().is_terminal() {
            return Progress { bar, stop: None, timer: None };
        }
        let (stop, stopped) = mpsc::channel::<()>();
        let shown = bar.clone();
        let wait = move || {
            if stopped.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(TICK);
            }
        };
        // If no thread can be started there is no bar, and the compilation goes on.
        let timer = thread::Builder::new().name("progress".into()).spawn(wait).ok();
        Progress { bar, stop: Some(stop), timer }
    }

    /// A phase begins, with this number of steps if that is known.
    pub(crate) fn phase(&self, name: &'static str, steps: Option<u64>) {
        let template = match steps {
            Some(_) => "{spinner} {msg:<10} {wide_bar} {percent:>3}% {elapsed:>4}",
            None => "{spinner} {msg:<10} {elapsed:>4}",
        };
        self.bar.set_style(ProgressStyle::with_template(template).expect("a template that is spelled right"));
        self.bar.set_position(0);
        if let Some(steps) = steps {
            self.bar.set_length(steps);
        }
        self.bar.set_message(name);
    }

    /// Steps of the phase are done.
    pub(crate) fn advance(&self, steps: u64) {
        self.bar.inc(steps);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(timer) = self.timer.take() {
            let _ = timer.join();
        }
        self.bar.finish_and_clear();
    }
}
