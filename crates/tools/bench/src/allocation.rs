//! `allocation`: compares our allocation with OR-Tools and `HiGHS`, on the same files in the same run, one core each.

mod wishes;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

use crate::program::{Scratch, release_binary};
use wishes::{Files, KINDS, LARGE, Size, write};

/// The core on which each solver runs.
const CORE: &str = "0";
/// The time limit of the integer programme, in seconds.
const SOLVER_SECONDS: u32 = 60;

/// Measures and compares all sizes.
///
/// # Errors
/// If another solver cannot be installed, a result differs, or a limit is missed.
pub(crate) fn run() -> anyhow::Result<()> {
    let scratch = Scratch::new("allocation")?;
    let python = opponents(scratch.path())?;
    let mut problems = Vec::new();
    println!(
        "{:<34} {:<12} {:>10} {:>10} {:>8} {:>7}",
        "people × sessions × rounds", "solver", "cost", "bound", "seconds", "MB"
    );
    for size in [Size::new(40_000, 200, 1, 5), Size::new(600, 6, 2, 4), LARGE] {
        problems.extend(compare(scratch.path(), &python, size)?);
    }
    println!("\nother wishes, 5,000 × 35 × 6");
    for (name, size) in KINDS {
        let solved = ours(&write(scratch.path(), size)?)?;
        solved.print(name, "ours");
        problems.extend(solved.is_far(name));
    }
    println!("\ngrowth with the number of people, 200 sessions, one round");
    for people in [2_500, 5_000, 10_000, 20_000, 40_000, 80_000] {
        grow(scratch.path(), Size::new(people, 200, 1, 5))?;
    }
    println!("\ngrowth with the number of people, 6 sessions, two rounds");
    for people in [150, 300, 600, 1_200, 2_400, 4_800] {
        grow(scratch.path(), Size::new(people, 6, 2, 4))?;
    }
    println!("\ngrowth with the number of people, 35 sessions, six rounds");
    for people in [625, 1_250, 2_500, 5_000, 10_000] {
        grow(scratch.path(), Size::new(people, 35, 6, 10))?;
    }
    ensure!(problems.is_empty(), "limits exceeded:\n{}", problems.join("\n"));
    Ok(())
}

/// Measures one point of a curve.
fn grow(folder: &Path, size: Size) -> anyhow::Result<()> {
    ours(&write(folder, size)?)?.print(&size.to_string(), "ours");
    Ok(())
}

/// The result of a solver.
#[derive(Debug, Clone, Copy)]
struct Solved {
    cost: f64,
    bound: f64,
    seconds: f64,
    megabytes: f64,
}

impl Solved {
    fn print(self, name: &str, solver: &str) {
        let Self { cost, bound, seconds, megabytes } = self;
        println!("{name:<34} {solver:<12} {cost:>10.0} {bound:>10.0} {seconds:>8.3} {megabytes:>7.0}");
    }

    /// A problem if the gap exceeds half a per cent, or the time ten seconds.
    fn is_far(self, name: &str) -> Option<String> {
        let Self { cost, bound, seconds, .. } = self;
        let is_far = cost > bound * 1.005 || seconds > 10.0;
        is_far.then(|| format!("{name}: {cost} with bound {bound} in {seconds:.1} s"))
    }
}

fn compare(folder: &Path, python: &Path, size: Size) -> anyhow::Result<Vec<String>> {
    let files = write(folder, size)?;
    let is_flow = size.rounds == 1;
    let mut problems = Vec::new();
    // In turns, and the best of three: other work on the machine can only make a run slower.
    let (mut us, mut them): (Option<Solved>, Option<Solved>) = (None, None);
    for _ in 0..3 {
        let ours = ours(&files)?;
        us = us.filter(|us| us.seconds <= ours.seconds).or(Some(ours));
        if them.is_none_or(|them| them.seconds < 20.0) {
            let theirs = if is_flow { flow(python, &files)? } else { programme(python, &files)? };
            them = them.filter(|them| them.seconds <= theirs.seconds).or(Some(theirs));
        }
    }
    let (us, them) = (us.context("measured")?, them.context("measured")?);
    us.print(&size.to_string(), "ours");
    them.print(&size.to_string(), if is_flow { "OR-Tools" } else { "HiGHS" });
    let is_proven = us.bound >= us.cost;
    if size.people < 5_000 || is_flow {
        if !is_proven || (us.cost - them.cost).abs() > 0.5 {
            problems.push(format!("{size}: {} beside {}", us.cost, them.cost));
        }
        if us.seconds > them.seconds {
            problems.push(format!("{size}: {:.3} s beside {:.3} s", us.seconds, them.seconds));
        }
    } else {
        problems.extend(us.is_far(&size.to_string()));
    }
    Ok(problems)
}

/// The command line of the product, measured from the start of the process to its end.
fn ours(files: &Files) -> anyhow::Result<Solved> {
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", CORE]).arg(release_binary()?).arg("allocate");
    command.arg("--sessions").arg(&files.sessions).arg("--preferences").arg(&files.wishes);
    command.arg("-o").arg(files.sessions.with_file_name("A.csv")).stdout(Stdio::piped()).stderr(Stdio::piped());
    let start = Instant::now();
    let mut child = command.spawn()?;
    let mut megabytes = 0.0_f64;
    while child.try_wait()?.is_none() {
        megabytes = megabytes.max(peak(child.id()).unwrap_or(0.0));
        std::thread::sleep(Duration::from_millis(1));
    }
    let seconds = start.elapsed().as_secs_f64();
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "allocate: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout)?;
    let number = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    let cost: f64 = number("total cost").context("no cost")?.parse()?;
    let bound: f64 = number("lower bound").context("no bound")?.parse()?;
    Ok(Solved { cost, bound, seconds, megabytes })
}

/// The peak memory of a process, in MB.
fn peak(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

/// OR-Tools, measured for reading, modelling and solving, without the start of Python.
fn flow(python: &Path, files: &Files) -> anyhow::Result<Solved> {
    let numbers = script(python, "flow.py", files, None)?;
    Ok(Solved { cost: numbers[0], bound: numbers[0], seconds: numbers[1], megabytes: numbers[3] })
}

/// `HiGHS`, measured in the same way.
fn programme(python: &Path, files: &Files) -> anyhow::Result<Solved> {
    let numbers = script(python, "ilp.py", files, Some(SOLVER_SECONDS))?;
    Ok(Solved { cost: numbers[0], bound: numbers[1], seconds: numbers[2], megabytes: numbers[3] })
}

fn script(python: &Path, name: &str, files: &Files, limit: Option<u32>) -> anyhow::Result<Vec<f64>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("opponents").join(name);
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", CORE]).arg(python).arg(script).arg(&files.sessions).arg(&files.wishes);
    command.args(limit.map(|limit| limit.to_string()));
    let output = command.output()?;
    ensure!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout)?;
    // Solvers may print other lines before the result.
    let last = text.lines().last().unwrap_or_default();
    Ok(last.split_whitespace().map(str::parse).collect::<Result<_, _>>()?)
}

/// Installs the other solvers in a virtual environment.
fn opponents(folder: &Path) -> anyhow::Result<PathBuf> {
    let home = folder.join("python");
    let made = Command::new("python3").args(["-m", "venv"]).arg(&home).status()?;
    ensure!(made.success(), "python3 -m venv failed: install python3-venv");
    let python = home.join("bin/python");
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "ortools", "highspy", "pandas"]);
    ensure!(pip.status()?.success(), "ortools and highspy could not be installed");
    let tell = "from importlib.metadata import version as v; print('OR-Tools', v('ortools'), '· HiGHS', v('highspy'))";
    ensure!(Command::new(&python).args(["-c", tell]).status()?.success(), "the opponents cannot be started");
    Ok(python)
}
