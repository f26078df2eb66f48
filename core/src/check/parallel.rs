//! One thread reads, some check, one gathers in order: the outcome does not depend on how many.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Runs `work` on every piece that `next` gives and hands the outcomes to `gather` in order, until
/// one of the two says false.
///
/// # Errors
/// Where the input cannot be read further; what came before has been gathered.
pub(crate) fn run<P: Default + Send, O: Send>(
    mut next: impl FnMut(&mut P) -> io::Result<bool> + Send,
    threads: usize,
    work: impl Fn(&mut P) -> O + Sync,
    gather: &mut dyn FnMut(O) -> bool,
) -> io::Result<()> {
    let mut piece = P::default();
    if threads <= 1 {
        while next(&mut piece)? && gather(work(&mut piece)) {}
        return Ok(());
    }
    // most inputs end with their first piece, and to start threads takes longer than to check it
    if !next(&mut piece)? || !gather(work(&mut piece)) || !next(&mut piece)? {
        return Ok(());
    }
    // as many pieces as there are buffers are under way at once: memory does not grow
    let (free, buffers) = channel();
    for _ in 0..=(threads * 2) {
        free.send(P::default()).expect("the receiver is in scope");
    }
    let (todo, jobs) = channel();
    let (done, outcomes) = channel();
    todo.send((0, piece)).expect("the receiver is in scope");
    let jobs = Mutex::new(jobs);
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let stop = &stop;
        let reader = scope.spawn(move || read(next, &buffers, &todo, stop));
        for _ in 0..threads {
            let (jobs, done, work) = (&jobs, done.clone(), &work);
            scope.spawn(move || check(jobs, &done, work));
        }
        drop(done);
        in_order(&outcomes, &free, gather, stop);
        drop(free);
        reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

type Numbered<T> = (u64, T);

fn read<P>(
    mut next: impl FnMut(&mut P) -> io::Result<bool>,
    buffers: &Receiver<P>,
    todo: &Sender<Numbered<P>>,
    stop: &AtomicBool,
) -> io::Result<()> {
    for number in 1.. {
        let Ok(mut piece) = buffers.recv() else { break };
        if stop.load(Ordering::Relaxed) || !next(&mut piece)? || todo.send((number, piece)).is_err() {
            break;
        }
    }
    Ok(())
}

fn check<P, O>(
    jobs: &Mutex<Receiver<Numbered<P>>>,
    done: &Sender<Numbered<(P, O)>>,
    work: impl Fn(&mut P) -> O,
) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, mut piece)) = job else { return };
        let outcome = work(&mut piece);
        if done.send((number, (piece, outcome))).is_err() {
            return;
        }
    }
}

fn in_order<P, O>(
    outcomes: &Receiver<Numbered<(P, O)>>,
    free: &Sender<P>,
    gather: &mut dyn FnMut(O) -> bool,
    stop: &AtomicBool,
) {
    let (mut waiting, mut next) = (BTreeMap::new(), 0);
    for (number, outcome) in outcomes {
        waiting.insert(number, outcome);
        while let Some((piece, outcome)) = waiting.remove(&next) {
            next += 1;
            if !stop.load(Ordering::Relaxed) && !gather(outcome) {
                stop.store(true, Ordering::Relaxed);
            }
            // the reader may have ended
            let _ = free.send(piece);
        }
    }
}
