//! The table of `--time`: wall time and processor time of each phase of the library and each step of a command around
//! it. Measuring must cost nothing that shows: a phase is marked once, at its start.

use std::fs;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The marks so far, in order.
pub(crate) struct Times {
    marks: Mutex<Vec<Mark>>,
}

#[derive(Clone, Copy)]
struct Mark {
    name: &'static str,
    at: Instant,
    /// Processor time of the process until then.
    cpu: Option<Duration>,
}

impl Mark {
    fn now(name: &'static str) -> Mark {
        Mark { name, at: Instant::now(), cpu: processor_time() }
    }
}

impl Times {
    /// No marks yet.
    pub(crate) fn new() -> Times {
        Times { marks: Mutex::new(Vec::new()) }
    }

    /// From now on, time counts for this name: a phase of the library or a step of a command.
    pub(crate) fn mark(&self, name: &'static str) {
        if let Ok(mut marks) = self.marks.lock() {
            marks.push(Mark::now(name));
        }
    }

    /// A line for each mark and one for the sum. Processor time is that of all threads.
    pub(crate) fn table(&self) -> String {
        let mut marks = self.marks.lock().map(|marks| marks.clone()).unwrap_or_default();
        marks.push(Mark::now("end"));
        let mut table = String::from("phase             wall        cpu\n");
        for span in marks.windows(2) {
            table.push_str(&row(span[0].name, span[0], span[1]));
        }
        table.push_str(&row("total", marks[0], marks[marks.len() - 1]));
        table
    }
}

fn row(name: &str, from: Mark, to: Mark) -> String {
    let cpu = to.cpu.zip(from.cpu).map(|(to, from)| to.saturating_sub(from));
    format!("{name:<11} {:>10} {:>10}\n", seconds(to.at - from.at), cpu.map_or_else(|| "-".into(), seconds))
}

fn seconds(time: Duration) -> String {
    format!("{:.3} s", time.as_secs_f64())
}

/// Processor time of all threads, in ticks of a hundredth of a second: fields `utime` and `stime` of proc_pid_stat(5).
fn processor_time() -> Option<Duration> {
    let status = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the program's name in parentheses, which may hold anything; the third is the state.
    let (_, fields) = status.rsplit_once(") ")?;
    let ticks: u64 = fields.split(' ').skip(11).take(2).map(|field| field.parse().unwrap_or(0)).sum();
    Some(Duration::from_millis(ticks * 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_has_a_line_and_all_have_one_together() {
        let start = Instant::now();
        let mark = |name, wall: u64, cpu| Mark {
            name,
            at: start + Duration::from_millis(wall),
            cpu: Some(Duration::from_millis(cpu)),
        };
        let (read, compile, end) = (mark("read", 0, 0), mark("codegen", 1500, 0), mark("end", 3750, 4010));
        assert_eq!(row(read.name, read, compile), "read           1.500 s    0.000 s\n");
        assert_eq!(row(compile.name, compile, end), "codegen        2.250 s    4.010 s\n");
        let times = Times::new();
        times.mark("read");
        times.mark("write");
        let table = times.table();
        let names: Vec<_> = table.lines().filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(names, ["phase", "read", "write", "total"]);
        assert!(processor_time().is_some());
    }
}
