//! The checker: records in, a report out.

mod batch;
mod budget;
mod columns;
mod desk;
mod feed;
mod lane;
mod one;
#[cfg(feature = "packages")]
mod package;
mod parallel;
mod table;
mod typed;
mod wrapped;

use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::civil;

use crate::dataset::{DEFAULT_MEMORY, Gathering};
use crate::divisions::DivisionTable;
use crate::error::{Error, Obstacle};
use crate::input::{self, Chunk, Chunks, Form, Origin, Source, Sources};
use crate::report::{Collector, Report};
use crate::rule::Scope;
use crate::rules::package::Terms;
use crate::rules::{Context, Settings};
use crate::{Kind, Record};

pub use self::columns::Columns;
use self::desk::{Desk, Room};
pub use self::feed::Feed;
pub use self::table::Rows;
pub use self::typed::{Records, Refusal};

/// How records are checked.
///
/// ```
/// use shequ::Options;
/// let options = Options::new().as_of(jiff::civil::date(2026, 6, 30)).threads(2).limit(100);
/// # let _ = options;
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    as_of: Option<civil::Date>,
    limit: usize,
    threads: usize,
    divisions: Option<Arc<DivisionTable>>,
    settings: Settings,
    form: Form,
    scope: Option<Scope>,
    memory: u64,
    #[cfg(feature = "packages")]
    limits: crate::package::Limits,
}

impl Default for Options {
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            as_of: None,
            limit: 1000,
            threads,
            divisions: None,
            settings: Settings::default(),
            form: Form::Auto,
            scope: None,
            memory: DEFAULT_MEMORY,
            #[cfg(feature = "packages")]
            limits: crate::package::Limits::default(),
        }
    }
}

impl Options {
    /// Today in +08:00, 1,000 findings kept per rule, as many threads as the machine runs at once.
    pub fn new() -> Self {
        Self::default()
    }

    /// The reference date; no clock is read where it is given.
    #[must_use]
    pub fn as_of(self, day: civil::Date) -> Self {
        Self { as_of: Some(day), ..self }
    }

    /// How many findings of each rule the report keeps; 0 for all. Counts are exact in any case.
    #[must_use]
    pub fn limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// How many threads check, 64 at most; the report is the same with any number.
    ///
    /// Where the system has none to give, the thread that calls does the work.
    #[must_use]
    pub fn threads(self, threads: usize) -> Self {
        Self { threads: threads.max(1), ..self }
    }

    /// A table in which division codes are looked up (IDN014, IDN015).
    #[must_use]
    pub fn divisions(self, table: DivisionTable) -> Self {
        Self { divisions: Some(Arc::new(table)), ..self }
    }

    /// Which rules are checked, how grave they are, and their parameters.
    #[must_use]
    pub fn settings(self, settings: Settings) -> Self {
        Self { settings, ..self }
    }

    /// How records lie in JSON; told from the text unless given. Neither the name of a file nor the
    /// way it comes in plays a part.
    #[must_use]
    pub fn form(self, form: Form) -> Self {
        Self { form, ..self }
    }

    /// Whether records are checked one by one, or as a dataset too. Unless told, a folder, a package and several inputs that
    /// are given together are a dataset, and one input is records alone.
    #[must_use]
    pub fn scope(self, scope: Scope) -> Self {
        Self { scope: Some(scope), ..self }
    }

    /// How many bytes a dataset may hold in memory, 512 MiB unless told; what is more goes to files that no other program
    /// can open. The report is the same with any number. Besides these some megabytes are needed for each thread.
    #[must_use]
    pub fn memory(self, bytes: u64) -> Self {
        Self { memory: bytes, ..self }
    }

    /// How much a package may cost.
    #[cfg(feature = "packages")]
    #[must_use]
    pub fn limits(self, limits: crate::package::Limits) -> Self {
        Self { limits, ..self }
    }
}

/// Checks records by the rules of the standard. It may be shared between threads.
#[derive(Clone, Debug)]
pub struct Checker {
    as_of: civil::Date,
    limit: usize,
    threads: usize,
    divisions: Option<Arc<DivisionTable>>,
    settings: Arc<Settings>,
    form: Form,
    scope: Option<Scope>,
    memory: u64,
    /// Where the facts of a dataset are gathered, while one is checked.
    gathering: Option<Arc<Gathering>>,
    /// What a package says of all its records.
    package: Option<Terms>,
    /// Whether the caller named the reference date.
    is_dated: bool,
    #[cfg(feature = "packages")]
    limits: crate::package::Limits,
}

impl Checker {
    /// A checker with these options.
    pub fn new(options: Options) -> Self {
        Self {
            as_of: options.as_of.unwrap_or_else(today),
            limit: options.limit,
            threads: options.threads,
            divisions: options.divisions,
            settings: Arc::new(options.settings),
            form: options.form,
            scope: options.scope,
            memory: options.memory,
            gathering: None,
            package: None,
            is_dated: options.as_of.is_some(),
            #[cfg(feature = "packages")]
            limits: options.limits,
        }
    }

    /// The reference date.
    pub const fn as_of(&self) -> civil::Date {
        self.as_of
    }

    /// Checks records of one type in memory: a JSON object, a JSON array or NDJSON, plain or
    /// compressed by gzip or zstd.
    ///
    /// ```
    /// use shequ::{Checker, Kind, Options};
    /// let checker = Checker::new(Options::new().as_of(jiff::civil::date(2026, 6, 30)));
    /// let report = checker.check(Kind::Community, br#"{"id": "c1"}"#);
    /// assert!(!report.is_ok());
    /// assert_eq!(report.findings()[0].rule.id, "STR003");
    /// assert_eq!(report.findings()[0].pointer, "/code");
    /// ```
    pub fn check(&self, kind: Kind, records: &[u8]) -> Report {
        self.check_reader(kind, "-", records)
    }

    /// Checks a stream of records of one type; the name is how the report calls it.
    pub fn check_reader(&self, kind: Kind, name: &str, records: impl Read + Send) -> Report {
        let mut collector = self.collector();
        collector.begin(name, Some(kind));
        let outcome = self.read(kind, name, records, &mut collector, &mut || true);
        if let Err(obstacle) = outcome {
            collector.fail(obstacle);
        }
        collector.finish()
    }

    /// Checks a stream of records as [`Checker::check_reader`] does; `progress` is told how many bytes were read by then,
    /// and may stop the work.
    ///
    /// # Errors
    /// [`Error::Stopped`].
    pub fn check_stream(
        &self,
        kind: Kind,
        name: &str,
        records: impl Read + Send,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Report, Error> {
        let mut collector = self.collector();
        collector.begin(name, Some(kind));
        let bytes = AtomicU64::new(0);
        let mut goes_on = true;
        let mut tick = || {
            goes_on = progress(bytes.load(Ordering::Relaxed)).is_continue();
            goes_on
        };
        let outcome =
            self.read(kind, name, Counted { input: records, bytes: &bytes }, &mut collector, &mut tick);
        if !goes_on {
            return Err(Error::Stopped);
        }
        if let Err(obstacle) = outcome {
            collector.fail(obstacle);
        }
        Ok(collector.finish())
    }

    /// Checks files and folders of records; `-` is standard input. Record types are known by `kind`
    /// or by the names of the files.
    ///
    /// What keeps one file from being read is said in the report, and the others are checked.
    ///
    /// # Errors
    /// Where a path does not exist, a folder holds no records, standard input is named twice, or
    /// the record type of all inputs together cannot be told.
    pub fn check_paths(&self, paths: &[PathBuf], kind: Option<Kind>) -> Result<Report, Error> {
        self.check_sources(&input::sources(paths, kind)?, &mut |_| ControlFlow::Continue(()))
    }

    /// Checks inputs; `progress` is told how many bytes were read by then, and may stop the work.
    ///
    /// # Errors
    /// Where there is one input and its record type is not known, and [`Error::Stopped`]: who stops it
    /// has no report, so that none can say of inputs that were not read that they are right.
    pub fn check_sources(
        &self,
        sources: &Sources,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Report, Error> {
        if let [
            Source {
                kind: None, name, obstacle: None, origin: Origin::File(_) | Origin::StandardInput, ..
            },
        ] = sources.inputs.as_slice()
            && input::unread_format(name).is_none()
        {
            return Err(Error::UnknownKind { name: name.clone() });
        }
        let mut checker = self.of_sources(sources);
        checker.gathering = checker.gathering(sources);
        checker.check_inputs(sources, progress)
    }

    /// The reference date of a package holds for it where the caller names none.
    #[cfg(feature = "packages")]
    fn of_sources(&self, sources: &Sources) -> Self {
        match sources.inputs.as_slice() {
            [Source { origin: Origin::Package(path), .. }] => self.as_of_package(path),
            _ => self.clone(),
        }
    }

    #[cfg(not(feature = "packages"))]
    fn of_sources(&self, _: &Sources) -> Self {
        self.clone()
    }

    fn check_inputs(
        &self,
        sources: &Sources,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Report, Error> {
        let mut collector = self.collector();
        collector.leave(&sources.left);
        let bytes = AtomicU64::new(0);
        let mut goes_on = true;
        for source in &sources.inputs {
            let mut tick = || {
                goes_on = progress(bytes.load(Ordering::Relaxed)).is_continue();
                goes_on
            };
            #[cfg(feature = "packages")]
            if let Origin::Package(path) = &source.origin {
                self.package(path, package::Depth::Records, &bytes, &mut collector, &mut tick);
                if !goes_on {
                    return Err(Error::Stopped);
                }
                continue;
            }
            collector.begin(&source.name, source.kind);
            if let Err(obstacle) = self.check_source(source, &bytes, &mut collector, &mut tick) {
                collector.fail(obstacle);
            }
            if !goes_on {
                return Err(Error::Stopped);
            }
        }
        let mut tick = || {
            goes_on = progress(bytes.load(Ordering::Relaxed)).is_continue();
            goes_on
        };
        self.check_across(&mut collector, &mut tick)?;
        if goes_on { Ok(collector.finish()) } else { Err(Error::Stopped) }
    }

    /// Judges how the records of a dataset go together.
    fn check_across(&self, collector: &mut Collector, tick: &mut dyn FnMut() -> bool) -> Result<(), Error> {
        if let Some(gathering) = &self.gathering {
            collector.as_dataset();
            let threads = self.threads.min(parallel::MOST_THREADS);
            gathering.judge(self.context(), threads, tick, &mut |across| collector.add_across(across))?;
        }
        Ok(())
    }

    /// Where the facts of a dataset are gathered; none where records are checked one by one.
    fn gathering(&self, sources: &Sources) -> Option<Arc<Gathering>> {
        if !self.scope.map_or(sources.is_dataset, |scope| scope == Scope::Dataset) {
            return None;
        }
        let (mut held, mut publisher) = (Vec::new(), None);
        for source in &sources.inputs {
            held.extend(source.kind);
            #[cfg(feature = "packages")]
            if let Origin::Package(path) = &source.origin
                && let Ok(package) = crate::package::Package::open(path, self.limits)
            {
                held.extend(package.kinds());
                publisher = publisher.or(package.publisher());
            }
        }
        Some(Arc::new(Gathering::new(held, publisher, self.memory)))
    }

    /// The findings of one record in the typed model.
    ///
    /// ```
    /// # use shequ::{Checker, Options, model::Community};
    /// let json = r#"{"id":"a","updated_at":"2026-06-30T09:00:00+08:00","code":"110101001001",
    ///     "name":"多福巷社区居委会","kind":"urban","status":"active"}"#;
    /// let community: Community = serde_json::from_str(json)?;
    /// assert!(Checker::new(Options::new()).check_record(&community).is_empty());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn check_record<T: Record>(&self, record: &T) -> Vec<crate::Finding> {
        // what the typed model can hold and the structure forbids, like a list that is too long, is
        // explained by the text that it writes
        let text = serde_json::to_string(record).unwrap_or_default();
        self.clone().single_threaded().check(T::KIND, text.as_bytes()).into_findings()
    }

    /// The records of a stream in the typed model, each or its findings.
    ///
    /// A record with warnings alone comes as a record; [`Checker::check_record`] tells them.
    pub fn records<'a, T: Record>(&'a self, records: impl Read + Send + 'a) -> Records<'a, T> {
        Records::new(self, Box::new(records))
    }

    fn single_threaded(self) -> Self {
        Self { threads: 1, ..self }
    }

    fn context(&self) -> Context<'_> {
        Context {
            as_of: self.as_of,
            divisions: self.divisions.as_deref(),
            settings: &self.settings,
            package: self.package,
        }
    }

    fn collector(&self) -> Collector {
        let divisions = self.divisions.as_deref().map(DivisionTable::description);
        Collector::new(self.as_of, self.limit, divisions, self.settings.changes().to_vec())
    }

    fn check_source(
        &self,
        source: &Source,
        bytes: &AtomicU64,
        collector: &mut Collector,
        tick: &mut dyn FnMut() -> bool,
    ) -> Result<(), Obstacle> {
        if let Some(obstacle) = source.obstacle.or_else(|| input::unread_format(&source.name)) {
            return Err(obstacle);
        }
        let kind = source.kind.ok_or(Obstacle::UnknownKind)?;
        let input: Box<dyn Read + Send + '_> = match &source.origin {
            Origin::File(path) => Box::new(File::open(path).map_err(|_| Obstacle::Unreadable)?),
            Origin::StandardInput => Box::new(io::stdin()),
            Origin::Memory(records) => Box::new(&records[..]),
            #[cfg(feature = "packages")]
            Origin::Package(_) => return Err(Obstacle::Archive),
        };
        self.read(kind, &source.name, Counted { input, bytes }, collector, tick)
    }

    /// Reads and checks one stream to its end, or to what stands in the way.
    fn read(
        &self,
        kind: Kind,
        name: &str,
        records: impl Read + Send,
        collector: &mut Collector,
        tick: &mut dyn FnMut() -> bool,
    ) -> Result<(), Obstacle> {
        let plain = input::decompressed(records).map_err(|error| Obstacle::of(&error))?;
        self.read_plain(kind, name, plain, collector, tick)
    }

    /// Reads and checks one stream that is not compressed.
    fn read_plain(
        &self,
        kind: Kind,
        name: &str,
        plain: impl Read + Send,
        collector: &mut Collector,
        tick: &mut dyn FnMut() -> bool,
    ) -> Result<(), Obstacle> {
        let mut chunks = Chunks::new(plain, name, self.form)?;
        collector.read_as(chunks.form());
        let (context, room) = (self.context(), Room::new());
        let gathering = self.gathering.as_deref();
        if let Some(gathering) = gathering {
            gathering.begin(collector.last(), kind);
        }
        let outcome = parallel::run(
            |chunk| {
                let is_more = chunks.next(chunk)?;
                chunk.number = gathering.map_or(0, Gathering::number);
                Ok(is_more)
            },
            self.threads,
            |chunk: &mut Chunk, emit| {
                let hearing = gathering.map(|gathering| gathering.hear(kind, chunk.number));
                batch::check(kind, chunk, context, Desk::new(&room).with(hearing), emit);
            },
            &mut |batch| collector.add(batch) && tick(),
        );
        outcome.map_err(|error| Obstacle::of(&error))
    }
}

/// Today in +08:00, where the standard's days are.
fn today() -> civil::Date {
    jiff::tz::offset(8).to_datetime(jiff::Timestamp::now()).date()
}

/// Counts what is read of a file, compressed as it lies there.
struct Counted<'a, R> {
    input: R,
    bytes: &'a AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.input.read(buffer)?;
        self.bytes.fetch_add(len as u64, Ordering::Relaxed);
        Ok(len)
    }
}
