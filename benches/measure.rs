//! Wall time and peak memory of a child process.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What one run took.
pub struct Figures {
    /// Seconds.
    pub wall: f64,
    /// Largest resident set, as far as it was seen, in MiB.
    pub peak_mib: f64,
}

/// Runs a program to its end, which must be a success.
pub fn run(program: &str, arguments: &[&str]) -> Figures {
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0;
    loop {
        // The kernel keeps the high-water mark, so a look now and then misses only the very end.
        if let Some(seen) = high_water(&status) {
            peak = seen;
        }
        if let Some(code) = child.try_wait().expect("the program can be waited for") {
            assert!(code.success(), "{program} {arguments:?} failed");
            return Figures { wall: start.elapsed().as_secs_f64(), peak_mib: peak };
        }
        std::thread::sleep(Duration::from_micros(500));
    }
}

fn high_water(status: &str) -> Option<f64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}

/// The middle one of some figures.
pub fn median(figures: &[Figures], of: impl Fn(&Figures) -> f64) -> f64 {
    let mut values: Vec<f64> = figures.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
