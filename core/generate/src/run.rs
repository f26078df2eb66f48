//! The work in units, on any number of threads, gathered in order.

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
    let units = u64::from(plan.gazetteer.len()) * u64::from(blocks(plan));
    let threads = u64::try_from(threads).unwrap_or(1).clamp(1, units.max(1));
    if threads == 1 {
        let (mut maker, mut out) = (Maker::new(plan, rate), Output::default());
        for unit in 0..units {
            maker.make(unit, &mut out);
            take(&out)?;
        }
        return Ok(());
    }
    thread::scope(|scope| {
        let mut lanes: Vec<Lane> = Vec::new();
        for first in 0..threads {
            let (lane, done, free) = Lane::new();
            lanes.push(lane);
            scope.spawn(move || {
                work(Maker::new(plan, rate), (first..units).step_by(step(threads)), &done, &free);
            });
        }
        for unit in 0..units {
            let lane = &lanes[usize::try_from(unit % threads).unwrap_or_default()];
            let Ok(out) = lane.done.recv() else { break };
            take(&out)?;
            // the thread may have come to its end
            let _ = lane.free.send(out);
        }
        Ok(())
    })
}

fn step(threads: u64) -> usize {
    usize::try_from(threads).unwrap_or(1)
}

/// Each thread makes one unit in so many and has two outputs in turn, so that memory does not grow.
struct Lane {
    done: Receiver<Output>,
    free: Sender<Output>,
}

impl Lane {
    fn new() -> (Self, SyncSender<Output>, Receiver<Output>) {
        let (done, outputs) = sync_channel(1);
        let (free, empty) = channel();
        for _ in 0..2 {
            // the receiver is there
            let _ = free.send(Output::default());
        }
        (Self { done: outputs, free }, done, empty)
    }
}

fn work(
    mut maker: Maker<'_>,
    units: impl Iterator<Item = u64>,
    done: &SyncSender<Output>,
    free: &Receiver<Output>,
) {
    for unit in units {
        let Ok(mut out) = free.recv() else { return };
        maker.make(unit, &mut out);
        if done.send(out).is_err() {
            return;
        }
    }
}
