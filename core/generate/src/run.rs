//! The work in units, on any number of threads, gathered in order.

use std::iter::StepBy;
use std::ops::Range;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use super::defects::Injector;
use super::output::Output;
use super::plan::Plan;
use super::records::{self, volunteer};
use super::site::Site;
use crate::Error;

/// Volunteers of one unit: few enough that memory stays small, many enough that a community is not made anew often.
const BLOCK: u32 = 500;

/// Makes units of work, each the same whoever makes it.
pub(super) struct Maker<'p> {
    plan: &'p Plan,
    /// Of a million records those that get a defect.
    rate: u32,
    site: Option<Site<'p>>,
    served: Vec<volunteer::Served>,
}

impl<'p> Maker<'p> {
    fn new(plan: &'p Plan, rate: u32) -> Self {
        Self { plan, rate, site: None, served: Vec::new() }
    }

    /// Writes the records of a unit: of a community, or of some of its volunteers.
    fn make(&mut self, unit: u64, out: &mut Output) {
        let plan = self.plan;
        let injector = (self.rate > 0).then(|| Injector::new(plan.seed, self.rate, plan.as_of, unit));
        out.begin(injector);
        let blocks = u64::from(blocks(plan));
        let narrow = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let (index, block) = (narrow(unit / blocks), narrow(unit % blocks));
        let site = match self.site.take().filter(|site| site.index == index) {
            Some(site) => site,
            None => Site::new(plan, index),
        };
        if block == 0 {
            records::write(&site, out);
        }
        for number in block * BLOCK..((block + 1) * BLOCK).min(plan.volunteers) {
            volunteer::write(&site, number, &mut self.served, out);
        }
        self.site = Some(site);
    }
}

/// Units of one community.
fn blocks(plan: &Plan) -> u32 {
    plan.volunteers.div_ceil(BLOCK).max(1)
}

/// Makes all units and hands them over in order.
///
/// # Errors
/// What `take` could not do; the rest is not made then.
pub(super) fn run(
    plan: &Plan,
    rate: u32,
    threads: usize,
    take: &mut dyn FnMut(&Output) -> Result<(), Error>,
) -> Result<(), Error> {
    run_by(&|_| true, plan, rate, threads, take)
}

/// As [`run`]; tests say how many threads the system gives.
fn run_by(
    may_have: &dyn Fn(usize) -> bool,
    plan: &Plan,
    rate: u32,
    threads: usize,
    take: &mut dyn FnMut(&Output) -> Result<(), Error>,
) -> Result<(), Error> {
    let units = u64::from(plan.gazetteer.len()) * u64::from(blocks(plan));
    let wanted = threads.min(usize::try_from(units).unwrap_or(usize::MAX));
    thread::scope(|scope| {
        let mut lanes: Vec<Lane> = Vec::new();
        while wanted > 1 && lanes.len() < wanted && may_have(lanes.len()) {
            let (lane, worker) = Lane::new();
            let started =
                thread::Builder::new().spawn_scoped(scope, move || worker.work(Maker::new(plan, rate)));
            // with fewer threads than were asked for the bytes are the same
            if started.is_err() {
                break;
            }
            lanes.push(lane);
        }
        if lanes.is_empty() {
            return alone(Maker::new(plan, rate), units, take);
        }
        for (first, lane) in lanes.iter().enumerate() {
            // the thread waits for it
            let _ = lane.start.send((first as u64..units).step_by(lanes.len()));
        }
        let number = lanes.len() as u64;
        for unit in 0..units {
            let lane = &lanes[usize::try_from(unit % number).unwrap_or_default()];
            let Ok(out) = lane.done.recv() else { break };
            take(&out)?;
            // the thread may have come to its end
            let _ = lane.free.send(out);
        }
        Ok(())
    })
}

/// On the thread of the caller.
fn alone(
    mut maker: Maker<'_>,
    units: u64,
    take: &mut dyn FnMut(&Output) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut out = Output::default();
    for unit in 0..units {
        maker.make(unit, &mut out);
        take(&out)?;
    }
    Ok(())
}

/// The units of a thread: one in so many.
type Units = StepBy<Range<u64>>;

/// Each thread has two outputs in turn, so that memory does not grow.
struct Lane {
    start: Sender<Units>,
    done: Receiver<Output>,
    free: Sender<Output>,
}

/// The other end of a lane.
struct Worker {
    start: Receiver<Units>,
    done: SyncSender<Output>,
    free: Receiver<Output>,
}

impl Lane {
    fn new() -> (Self, Worker) {
        let (start, units) = channel();
        let (done, outputs) = sync_channel(1);
        let (free, empty) = channel();
        for _ in 0..2 {
            // the receiver is there
            let _ = free.send(Output::default());
        }
        (Self { start, done: outputs, free }, Worker { start: units, done, free: empty })
    }
}

impl Worker {
    fn work(self, mut maker: Maker<'_>) {
        let Ok(units) = self.start.recv() else { return };
        for unit in units {
            let Ok(mut out) = self.free.recv() else { return };
            maker.make(unit, &mut out);
            if self.done.send(out).is_err() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;

    #[test]
    fn with_fewer_threads_than_were_asked_for_the_work_is_the_same() {
        let plan = Plan::new(5, &[], 700, 1, Day::new(2026, 6, 30));
        let made = |given: usize| {
            let mut text = Vec::new();
            let mut take = |out: &Output| {
                shequ::Kind::all().for_each(|kind| text.extend_from_slice(out.text(kind)));
                Ok(())
            };
            run_by(&|number| number < given, &plan, 1000, 4, &mut take).unwrap();
            text
        };
        let all = made(4);
        assert!(all.len() > 1_000_000);
        for given in 0..4 {
            assert!(made(given) == all, "{given} threads");
        }
    }
}
