//! A package as a whole: its manifest, its files against it, and the records in them.

use std::collections::HashSet;
use std::io::Read;
use std::path::Path;
use std::sync::atomic::AtomicU64;

use super::{Checker, Counted};
use crate::error::{Error, Left, LeftOut, Obstacle};
use crate::input::{self, Chunk, Chunks, Form, Packing};
use crate::package::{
    Compression, Digesting, Digests, Entry, EntryFault, Format, MANIFEST, NoManifest, Package, PathFault,
    Stated, StatedFile,
};
use crate::report::{Collector, Report};
use crate::rules::Sink;
use crate::rules::package as rules;
use crate::{Kind, Words};

/// How far a package is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Manifest, digests and counts.
    Files,
    /// The records too.
    Records,
}

impl Checker {
    /// Verifies packages: whether each holds what its manifest says, without a look at what its records say.
    ///
    /// ```no_run
    /// use std::ops::ControlFlow;
    /// use shequ::{Checker, Options};
    /// let report = Checker::new(Options::new()).verify("志愿者.zip".as_ref(), &mut |_| ControlFlow::Continue(()))?;
    /// assert!(report.is_ok());
    /// # Ok::<(), shequ::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where the path does not exist, and [`Error::Stopped`].
    pub fn verify(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(u64) -> std::ops::ControlFlow<()>,
    ) -> Result<Report, Error> {
        if !path.exists() {
            return Err(Error::NotFound { path: path.to_owned() });
        }
        let checker = self.as_of_package(path);
        let (bytes, mut goes_on, mut collector) = (AtomicU64::new(0), true, checker.collector());
        let mut tick = || {
            goes_on = progress(bytes.load(std::sync::atomic::Ordering::Relaxed)).is_continue();
            goes_on
        };
        collector.verify_only();
        checker.package(path, Depth::Files, &bytes, &mut collector, &mut tick);
        if goes_on { Ok(collector.finish()) } else { Err(Error::Stopped) }
    }

    /// The checker with the reference date that a manifest names, where the caller names none.
    pub(super) fn as_of_package(&self, path: &Path) -> Self {
        let stated = Package::open(path, self.limits).ok().and_then(|package| package.stated.ok());
        match stated.and_then(|stated| stated.as_of) {
            Some(day) if !self.is_dated => Self { as_of: day.civil(), ..self.clone() },
            _ => self.clone(),
        }
    }

    /// Looks at a package.
    pub(super) fn package(
        &self,
        path: &Path,
        depth: Depth,
        bytes: &AtomicU64,
        collector: &mut Collector,
        tick: &mut dyn FnMut() -> bool,
    ) {
        let package = match Package::open(path, self.limits) {
            Ok(package) => package,
            Err(obstacle) => {
                collector.begin(&path.display().to_string(), None);
                collector.fail(obstacle);
                return;
            }
        };
        let settings = self.settings.clone();
        let mut visit = Visit {
            checker: self.clone(),
            package: &package,
            path,
            depth,
            bytes,
            sink: Sink::new(self.as_of, &settings),
        };
        let manifest = collector.begin_manifest(&visit.name(MANIFEST));
        match &package.stated {
            Ok(stated) => visit.by_manifest(stated, collector, tick),
            Err(why) => visit.by_names(*why, collector, tick),
        }
        let found = visit.sink.finish();
        collector.add_package(manifest, found);
    }
}

struct Visit<'a> {
    checker: Checker,
    package: &'a Package,
    path: &'a Path,
    depth: Depth,
    bytes: &'a AtomicU64,
    sink: Sink<'a>,
}

/// A file that can be read, with its number in the manifest.
struct Listed<'a> {
    number: usize,
    kind: Kind,
    entry: &'a Entry,
    stated: &'a StatedFile,
}

impl Visit<'_> {
    /// How the report calls a file of the package.
    fn name(&self, inner: &str) -> String {
        self.path.join(inner).display().to_string()
    }

    fn by_manifest(&mut self, stated: &Stated, collector: &mut Collector, tick: &mut dyn FnMut() -> bool) {
        self.manifest(stated);
        self.unlisted(stated);
        self.checker.package = Some(rules::Terms { created: stated.created, class: stated.class });
        let mut files: Vec<Listed<'_>> = Vec::new();
        for (number, file) in stated.files.iter().enumerate() {
            if let Some(entry) = Self::listed(self.package, number, file, &mut self.sink)
                && let Some(kind) = file.kind
                && files.iter().all(|other| other.entry.name != entry.name)
            {
                files.push(Listed { number, kind, entry, stated: file });
            }
        }
        files.sort_by(|a, b| (a.kind, &a.entry.name).cmp(&(b.kind, &b.entry.name)));
        for file in &files {
            if !self.file(file, collector, tick) {
                return;
            }
        }
    }

    fn manifest(&mut self, stated: &Stated) {
        for fault in &stated.faults {
            rules::manifest_fault(fault, &mut self.sink);
        }
        for (pointer, words) in &stated.repeated {
            rules::repeated(pointer.clone(), *words, &mut self.sink);
        }
        if let Some(version) = stated.standard
            && format!("{}.{}", version.major, version.minor) != crate::STANDARD
        {
            rules::unknown_standard(version.major, version.minor, &mut self.sink);
        }
    }

    /// What keeps a listed file from being read is said.
    fn listed<'p>(
        package: &'p Package,
        number: usize,
        file: &StatedFile,
        sink: &mut Sink<'_>,
    ) -> Option<&'p Entry> {
        let path = match file.path.as_ref()? {
            Ok(path) => path,
            Err(fault) => {
                rules::unsafe_path(number, fault.words(), sink);
                return None;
            }
        };
        if path == MANIFEST {
            rules::unreadable_file(number, ITSELF, sink);
            return None;
        }
        let found = package.store.find(path);
        let entry = found.or_else(|| package.store.link_before(path));
        match entry.map(|entry| entry.fault) {
            None => rules::unreadable_file(number, MISSING, sink),
            Some(Some(EntryFault::Unsafe(fault))) => rules::unsafe_path(number, fault.words(), sink),
            Some(Some(fault)) => rules::unreadable_file(number, fault.words(), sink),
            Some(None) => return entry,
        }
        None
    }

    /// What lies in the package besides; a path that leads out is worse than one that is not listed.
    fn unlisted(&mut self, stated: &Stated) {
        let paths: HashSet<&str> =
            stated.files.iter().filter_map(|file| file.path.as_ref()?.as_deref().ok()).collect();
        let is_listed = |entry: &&Entry| entry.name != MANIFEST && !paths.contains(entry.name.as_str());
        let rest: Vec<&Entry> = self.package.store.entries.iter().filter(is_listed).collect();
        let (mut unsafe_ones, mut others) = (Vec::new(), Vec::new());
        for entry in rest {
            match entry.fault {
                Some(EntryFault::Unsafe(fault)) => unsafe_ones.push((entry.name.as_str(), fault)),
                _ => others.push(entry.name.as_str()),
            }
        }
        rules::unlisted(&others, &mut self.sink);
        self.unsafe_files(&unsafe_ones);
    }

    fn unsafe_files(&mut self, files: &[(&str, PathFault)]) {
        let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        if let Some((_, fault)) = files.first() {
            rules::unsafe_files(&names, fault.words(), &mut self.sink);
        }
    }

    /// Reads a file that the manifest lists; false where the caller stops.
    fn file(&mut self, file: &Listed<'_>, collector: &mut Collector, tick: &mut dyn FnMut() -> bool) -> bool {
        collector.begin(&self.name(&file.entry.name), Some(file.kind));
        let mut goes_on = true;
        let mut tick = || {
            goes_on = tick();
            goes_on
        };
        let outcome = self.read(file, collector, &mut tick);
        if !goes_on {
            return false;
        }
        let (read, digests) = match outcome {
            Ok((read, digests)) => (read, Some(digests)),
            Err((obstacle, digests)) => {
                collector.fail(obstacle);
                rules::unreadable_file(file.number, obstacle.words(), &mut self.sink);
                (None, digests)
            }
        };
        if let Some(digests) = digests {
            self.compare(file, digests);
        }
        if let (Some(stated), Some(read)) = (file.stated.records, read)
            && stated != read
        {
            rules::other_records(file.number, stated, read, &mut self.sink);
        }
        true
    }

    /// The number of records and the digests of a file, or what stands in the way, with the digests where its bytes can
    /// be had all the same.
    #[allow(clippy::type_complexity)] // a name for it would say no more
    fn read(
        &mut self,
        file: &Listed<'_>,
        collector: &mut Collector,
        tick: &mut dyn FnMut() -> bool,
    ) -> Result<(Option<u64>, Digests), (Obstacle, Option<Digests>)> {
        let stream = self.package.store.read(file.entry).map_err(|error| (Obstacle::of(&error), None))?;
        let mut bytes = Digesting::new(Counted { input: stream, bytes: self.bytes });
        let outcome = self.records(file, &mut bytes, collector, tick);
        let digests = bytes.finish();
        match (outcome, digests) {
            (Ok(read), Ok(digests)) => Ok((read, digests)),
            (Ok(_), Err(error)) => Err((Obstacle::of(&error), None)),
            (Err(obstacle), digests) => Err((obstacle, digests.ok())),
        }
    }

    /// How many records a file has; none where that is not known.
    fn records(
        &mut self,
        file: &Listed<'_>,
        bytes: &mut (impl Read + Send),
        collector: &mut Collector,
        tick: &mut dyn FnMut() -> bool,
    ) -> Result<Option<u64>, Obstacle> {
        let Some(format) = file.stated.format else { return Ok(None) };
        let (packing, plain) = input::unpacked(bytes).map_err(|error| Obstacle::of(&error))?;
        let is_stated = match file.stated.compression {
            Compression::None => packing.is_none(),
            Compression::Gzip => packing == Some(Packing::Gzip),
            Compression::Zstd => packing == Some(Packing::Zstd),
        };
        if !is_stated {
            rules::unreadable_file(file.number, OTHER_COMPRESSION, &mut self.sink);
        }
        let plain: Box<dyn Read + Send + '_> =
            if packing.is_some() { Box::new(self.package.store.watch(plain)) } else { plain };
        let checker = Checker { form: Form::Ndjson, ..self.checker.clone() };
        match (format, self.depth) {
            (Format::Ndjson, Depth::Records) => {
                checker.read_plain(file.kind, &file.entry.name, plain, collector, tick)?;
            }
            (Format::Ndjson, Depth::Files) => count_lines(plain, collector, tick)?,
            _ => return Err(Obstacle::NoReader),
        }
        Ok(Some(collector.read_of_last()))
    }

    fn compare(&mut self, file: &Listed<'_>, digests: Digests) {
        let StatedFile { bytes, sha256, sm3, .. } = file.stated;
        if let Some(bytes) = bytes.filter(|bytes| *bytes != digests.bytes) {
            rules::other_bytes(file.number, bytes, digests.bytes, &mut self.sink);
        }
        if sha256.is_some_and(|stated| stated != digests.sha256) {
            rules::other_digest(file.number, "hash", "SHA-256", &mut self.sink);
        }
        if sm3.is_some_and(|stated| stated != digests.sm3) {
            rules::other_digest(file.number, "sm3", "SM3", &mut self.sink);
        }
    }

    /// Without a manifest files are known by their names, as in a folder.
    fn by_names(&mut self, why: NoManifest, collector: &mut Collector, tick: &mut dyn FnMut() -> bool) {
        rules::no_manifest(why.words(), &mut self.sink);
        let (mut files, mut left) = (Vec::new(), Vec::new());
        let mut unsafe_ones = Vec::new();
        for entry in self.package.store.entries.iter().filter(|entry| entry.name != MANIFEST) {
            if let Some(EntryFault::Unsafe(fault)) = entry.fault {
                unsafe_ones.push((entry.name.as_str(), fault));
                continue;
            }
            match judged(&entry.name) {
                Some(Ok(())) => files.push((Kind::of_file_name(&entry.name), entry)),
                Some(Err(why)) => left.push(Left { name: self.name(&entry.name), why }),
                None => {}
            }
        }
        self.unsafe_files(&unsafe_ones);
        collector.leave_more(left);
        files.sort_by(|a, b| (a.0.is_none(), a.0, &a.1.name).cmp(&(b.0.is_none(), b.0, &b.1.name)));
        for (kind, entry) in files {
            collector.begin(&self.name(&entry.name), kind);
            if let Err(obstacle) = self.unlisted_file(kind, entry, collector, tick) {
                collector.fail(obstacle);
            }
        }
    }

    fn unlisted_file(
        &self,
        kind: Option<Kind>,
        entry: &Entry,
        collector: &mut Collector,
        tick: &mut dyn FnMut() -> bool,
    ) -> Result<(), Obstacle> {
        if let Some(obstacle) = input::unread_format(&entry.name) {
            return Err(obstacle);
        }
        let kind = kind.ok_or(Obstacle::UnknownKind)?;
        if entry.fault.is_some() {
            return Err(Obstacle::Unreadable);
        }
        let stream = self.package.store.read(entry).map_err(|error| Obstacle::of(&error))?;
        let counted = Counted { input: stream, bytes: self.bytes };
        let plain = input::decompressed(counted).map_err(|error| Obstacle::of(&error))?;
        match self.depth {
            Depth::Records => self.checker.read_plain(kind, &entry.name, plain, collector, tick),
            Depth::Files => count(Chunks::new(plain, &entry.name, self.checker.form)?, collector, tick),
        }
    }
}

const MISSING: Words = Words::new("数据包中没有该文件", "the package does not hold it");
const ITSELF: Words =
    Words::new("所列为清单本身，不是数据文件", "it is the manifest itself, which holds no records");
const OTHER_COMPRESSION: Words =
    Words::new("压缩方式与清单所列不符", "it is not compressed as the manifest says");

/// What a name says of a file, and of the folders on the way to it.
fn judged(name: &str) -> Option<Result<(), LeftOut>> {
    let mut folders = name.split('/');
    let file = folders.next_back().unwrap_or(name);
    if folders.any(|folder| folder.starts_with('.') || folder == "__MACOSX") {
        return Some(Err(LeftOut::Hidden));
    }
    input::judged(file)
}

/// Counts lines that are no blank ones.
fn count_lines(
    plain: impl Read,
    collector: &mut Collector,
    tick: &mut dyn FnMut() -> bool,
) -> Result<(), Obstacle> {
    count(Chunks::new(plain, "-", Form::Ndjson)?, collector, tick)
}

fn count<R: Read>(
    mut chunks: Chunks<R>,
    collector: &mut Collector,
    tick: &mut dyn FnMut() -> bool,
) -> Result<(), Obstacle> {
    collector.read_as(chunks.form());
    let mut chunk = Chunk::default();
    while chunks.next(&mut chunk).map_err(|error| Obstacle::of(&error))? {
        collector.count(chunk.records().count() as u64 + u64::from(chunk.is_unread()));
        if !tick() {
            break;
        }
    }
    Ok(())
}
