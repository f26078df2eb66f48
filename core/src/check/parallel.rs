//! One thread reads, some check, one gathers in order: the outcome does not depend on how many.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::batch::Batch;
use crate::input::{Chunk, Chunks};

/// Runs `work` on every chunk and hands the outcomes to `gather` in order, until it says false.
///
/// # Errors
/// Where the stream cannot be read further; what came before has been gathered.
pub(crate) fn run<R: Read + Send>(
    chunks: &mut Chunks<R>,
    threads: usize,
    work: impl Fn(&Chunk) -> Batch + Sync,
    gather: &mut dyn FnMut(Batch) -> bool,
) -> io::Result<()> {
    let mut chunk = Chunk::default();
    if threads <= 1 {
        while chunks.next(&mut chunk)? && gather(work(&chunk)) {}
        return Ok(());
    }
    // most inputs end with their first chunk, and to start threads takes longer than to check it
    if !chunks.next(&mut chunk)? || !gather(work(&chunk)) || !chunks.next(&mut chunk)? {
        return Ok(());
    }
    // as many chunks as there are buffers are under way at once: memory does not grow
    let (free, buffers) = channel();
    for _ in 0..=(threads * 2) {
        free.send(Chunk::default()).expect("the receiver is in scope");
    }
    let (todo, jobs) = channel();
    let (done, outcomes) = channel();
    todo.send((0, chunk)).expect("the receiver is in scope");
    let jobs = Mutex::new(jobs);
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let stop = &stop;
        let reader = scope.spawn(move || read(chunks, &buffers, &todo, stop));
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

fn read<R: Read>(
    chunks: &mut Chunks<R>,
    buffers: &Receiver<Chunk>,
    todo: &Sender<Numbered<Chunk>>,
    stop: &AtomicBool,
) -> io::Result<()> {
    for number in 1.. {
        let Ok(mut chunk) = buffers.recv() else { break };
        if stop.load(Ordering::Relaxed) || !chunks.next(&mut chunk)? || todo.send((number, chunk)).is_err() {
            break;
        }
    }
    Ok(())
}

fn check(
    jobs: &Mutex<Receiver<Numbered<Chunk>>>,
    done: &Sender<Numbered<(Chunk, Batch)>>,
    work: impl Fn(&Chunk) -> Batch,
) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, chunk)) = job else { return };
        let batch = work(&chunk);
        if done.send((number, (chunk, batch))).is_err() {
            return;
        }
    }
}

fn in_order(
    outcomes: &Receiver<Numbered<(Chunk, Batch)>>,
    free: &Sender<Chunk>,
    gather: &mut dyn FnMut(Batch) -> bool,
    stop: &AtomicBool,
) {
    let (mut waiting, mut next) = (BTreeMap::new(), 0);
    for (number, outcome) in outcomes {
        waiting.insert(number, outcome);
        while let Some((chunk, batch)) = waiting.remove(&next) {
            next += 1;
            if !stop.load(Ordering::Relaxed) && !gather(batch) {
                stop.store(true, Ordering::Relaxed);
            }
            // the reader may have ended
            let _ = free.send(chunk);
        }
    }
}
