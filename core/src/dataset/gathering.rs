//! Facts of records as they stream by, and what they come to.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::directory::{Directory, Register, number};
use super::memory::Memory;
use super::parts::{self, PARTS, part_of};
use super::store::Store;
use crate::Kind;
use crate::finding::{Finding, Found, Place};
use crate::ids::CreditCode;
use crate::report::Across;
use crate::rule::Rule;
use crate::rules::dataset::{
    self as rules, Counts, Facts, Held, Keys, Run, STAGES, Source, Verdict, Verdicts,
};
use crate::rules::{self as catalogue, Context};

/// Facts of records as they stream by.
#[derive(Debug)]
pub(crate) struct Gathering {
    run: Run,
    memory: Arc<Memory>,
    stages: [Store; STAGES],
    found: Store,
    directory: Mutex<Directory>,
    /// How many chunks were numbered.
    chunks: AtomicU64,
    counts: Mutex<Counts>,
    /// What went wrong in a thread.
    fault: Mutex<Option<io::Error>>,
    is_broken: AtomicBool,
}

/// Findings are kept in parts by the numbers of their records, so many chunks to a part.
const FOUND_PARTS: usize = 1 << 12;
const CHUNKS_PER_PART: u64 = 64;

impl Gathering {
    /// Prepares for inputs of these record types, of a publisher where one is known, with so much memory.
    pub(crate) fn new(
        held: impl IntoIterator<Item = Kind>,
        publisher: Option<CreditCode>,
        memory: u64,
    ) -> Self {
        let memory = Arc::new(Memory::new(memory));
        Self {
            run: Run { keys: Keys::random(), held: Held::of(held), publisher },
            stages: std::array::from_fn(|_| Store::new(PARTS, Arc::clone(&memory))),
            found: Store::new(FOUND_PARTS, Arc::clone(&memory)),
            directory: Mutex::new(Directory::new()),
            chunks: AtomicU64::new(0),
            counts: Mutex::default(),
            fault: Mutex::default(),
            is_broken: AtomicBool::new(false),
            memory,
        }
    }

    /// Begins the next input.
    pub(crate) fn begin(&self, file: usize, kind: Kind) {
        lock(&self.directory).begin(self.chunks.load(Ordering::Relaxed), file, kind);
    }

    /// The number of the next chunk; chunks are numbered in the order of the input.
    pub(crate) fn number(&self) -> u64 {
        self.chunks.fetch_add(1, Ordering::Relaxed)
    }

    /// Hears the records of a chunk.
    pub(crate) fn hear(&self, kind: Kind, chunk: u64) -> Hearing<'_> {
        let mut facts = Facts::new(&self.run, kind);
        facts.begin(number(chunk, 0));
        Hearing { gathering: self, chunk, register: Register::default(), facts }
    }

    fn keep(&self, chunk: u64, facts: Facts<'_>, register: &Register) {
        if self.is_broken.load(Ordering::Relaxed) {
            return;
        }
        let kept = lock(&self.directory)
            .add(chunk, register)
            .and_then(|()| self.keep_facts(0, &facts.rows))
            .and_then(|()| self.keep_found(&facts.found));
        lock(&self.counts).add(facts.counts);
        if let Err(error) = kept {
            self.fail(error);
        }
    }

    fn fail(&self, error: io::Error) {
        self.is_broken.store(true, Ordering::Relaxed);
        lock(&self.fault).get_or_insert(error);
    }

    fn keep_facts(&self, stage: usize, mut bytes: &[u8]) -> io::Result<()> {
        for row in rules::rows(bytes) {
            let (own, rest) = bytes.split_at(row.length());
            self.stages[stage].add(part_of(row.key, 0), own)?;
            bytes = rest;
        }
        Ok(())
    }

    fn keep_found(&self, found: &[Verdict]) -> io::Result<()> {
        for verdict in found {
            let bytes = postcard::to_allocvec(verdict).map_err(io::Error::other)?;
            let length = u32::try_from(bytes.len()).unwrap_or_default().to_le_bytes();
            self.found.add(found_part(verdict.source), &[&length[..], &bytes].concat())?;
        }
        Ok(())
    }

    /// Judges all that was gathered; `tick` may stop the work. Findings are shown in the order of their records.
    ///
    /// # Errors
    /// Where the folder for what does not fit into memory has no room, or cannot be read.
    pub(crate) fn judge(
        &self,
        context: Context<'_>,
        threads: usize,
        tick: &mut dyn FnMut() -> bool,
        show: &mut dyn FnMut(Across),
    ) -> io::Result<()> {
        for stage in 0..STAGES {
            self.judge_stage(stage, context, threads);
            if !tick() {
                return Ok(());
            }
            if let Some(error) = lock(&self.fault).take() {
                return Err(error);
            }
        }
        self.show_counts(context, show);
        for part in 0..FOUND_PARTS {
            if !tick() {
                return Ok(());
            }
            self.show_part(part, context, show)?;
        }
        Ok(())
    }

    fn judge_stage(&self, stage: usize, context: Context<'_>, threads: usize) {
        let (next, fund_years) = (AtomicUsize::new(0), lock(&self.counts).fund_years);
        let work = || {
            let (held, keys) = (self.run.held, self.run.keys);
            let mut verdicts =
                Verdicts { context, held, keys, fund_years, found: Vec::new(), later: Default::default() };
            loop {
                let part = next.fetch_add(1, Ordering::Relaxed);
                if part >= PARTS || self.is_broken.load(Ordering::Relaxed) {
                    return;
                }
                let judged = parts::judge(
                    &self.stages[stage],
                    part,
                    0,
                    &self.memory,
                    &mut verdicts,
                    &mut |verdicts| self.hand_on(verdicts, false),
                );
                if let Err(error) = judged.and_then(|()| self.hand_on(&mut verdicts, true)) {
                    self.fail(error);
                }
            }
        };
        thread::scope(|scope| {
            for _ in 1..threads {
                if thread::Builder::new().spawn_scoped(scope, work).is_err() {
                    break;
                }
            }
            work();
        });
    }

    /// Keeps what groups came to, where it is much or the last.
    fn hand_on(&self, verdicts: &mut Verdicts<'_>, is_last: bool) -> io::Result<()> {
        const MUCH: usize = 1 << 10;
        if is_last || verdicts.found.len() >= MUCH {
            self.keep_found(&verdicts.found)?;
            verdicts.found.clear();
        }
        for (at, later) in verdicts.later.iter_mut().enumerate() {
            if is_last || later.len() >= 64 * MUCH {
                self.keep_facts(at + 1, later)?;
                later.clear();
            }
        }
        Ok(())
    }

    /// REF006 and REF007: of each record type and field, on the first input of the type.
    fn show_counts(&self, context: Context<'_>, show: &mut dyn FnMut(Across)) {
        let counts = std::mem::take(&mut lock(&self.counts).unanswered);
        for ((rule, (kind, pointer)), count) in counts {
            let Some((rule, severity)) = effective(rule, context) else { continue };
            let Some(file) = lock(&self.directory).first_of(kind) else { continue };
            let number = usize::try_from(count).unwrap_or(usize::MAX);
            let mut params = vec![("count", number.into())];
            if let Some(target) = kind.declaration().field(&pointer).and_then(|field| field.value.target()) {
                params.push(("target", target.title().into()));
            }
            let found = Found { more: Some(count), ..Found::new(rule, severity, pointer, params) };
            let finding = Finding::new(found, kind, None, Place { file, line: 0 });
            show(Across { finding, spoils: false, is_of_next: true });
        }
    }

    fn show_part(&self, part: usize, context: Context<'_>, show: &mut dyn FnMut(Across)) -> io::Result<()> {
        let bytes = self.found.take(part)?;
        let mut verdicts = Vec::new();
        let mut rest = bytes.as_slice();
        while let Some((length, after)) = rest.split_first_chunk::<4>() {
            let (verdict, after) = after.split_at(u32::from_le_bytes(*length) as usize);
            verdicts.push(postcard::from_bytes::<Verdict<&str>>(verdict).map_err(io::Error::other)?);
            rest = after;
        }
        verdicts.sort_by(|a, b| {
            let key = |verdict: &Verdict<&str>| verdict.source;
            let pointers = || crate::field::compare_pointers(&a.pointer, &b.pointer);
            key(a).cmp(&key(b)).then_with(pointers).then_with(|| a.rule.cmp(b.rule))
        });
        verdicts.dedup_by(|a, b| (a.source, a.rule, &a.pointer) == (b.source, b.rule, &b.pointer));
        let mut directory = lock(&self.directory);
        let (mut last, mut has_error) = (None::<Source>, false);
        for verdict in verdicts {
            let Some((rule, severity)) = effective(verdict.rule, context) else { continue };
            let known = directory.look_up(verdict.source)?;
            let is_of_next = last != Some(verdict.source);
            if is_of_next {
                (last, has_error) = (Some(verdict.source), known.is_bad);
            }
            let is_error = severity == crate::rule::Severity::Error;
            let spoils = is_error && !has_error;
            has_error |= is_error;
            let found = Found::new(rule, severity, verdict.pointer, verdict.said.params());
            let mut finding = Finding::new(found, known.kind, known.id, known.place);
            for related in verdict.related {
                finding.related.push(directory.look_up(related)?.related());
            }
            show(Across { finding, spoils, is_of_next });
        }
        Ok(())
    }
}

/// Hears the records of one chunk, in their order.
pub(crate) struct Hearing<'g> {
    gathering: &'g Gathering,
    chunk: u64,
    register: Register,
    facts: Facts<'g>,
}

impl<'g> Hearing<'g> {
    /// Takes what the record says that is looked at.
    pub(crate) fn facts(&mut self) -> &mut Facts<'g> {
        &mut self.facts
    }

    /// Notes where the record stands, and whether a rule on records found an error in it; then it is the next one's turn.
    pub(crate) fn note(&mut self, line: u64, is_bad: bool) {
        self.register.add(line, is_bad, self.facts.id());
        self.facts.begin(number(self.chunk, self.register.count()));
    }

    /// Keeps what was heard.
    pub(crate) fn end(self) {
        self.gathering.keep(self.chunk, self.facts, &self.register);
    }
}

/// A rule by its id with its severity, where it is checked.
fn effective(rule: &str, context: Context<'_>) -> Option<(&'static Rule, crate::rule::Severity)> {
    static RULES: std::sync::LazyLock<BTreeMap<&'static str, &'static Rule>> =
        std::sync::LazyLock::new(|| catalogue::all().map(|rule| (rule.id, rule)).collect());
    let rule = *RULES.get(rule)?;
    Some((rule, context.severity(rule)?))
}

fn found_part(source: Source) -> usize {
    let chunk = super::directory::chunk_of(source);
    usize::try_from(chunk / CHUNKS_PER_PART).unwrap_or(usize::MAX).min(FOUND_PARTS - 1)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
