//! From a folder of records to a package: the same data gives the same bytes.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::civil;
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, ZipArchiveWriter, ZipDataWriterConfig, ZipEntryWriter};

use super::digest::Digests;
use super::draft::Draft;
use super::look::Look;
use super::manifest::{MANIFEST, Manifest, Resource};
use super::read::{Stated, StatedFile};
use super::terms::Terms;
use super::transfer::{self, Halt, Squeeze};
use super::word::{
    Bytes, Compression, Format, RecordType, Secrecy, Sha256Digest, Sm3Digest, StandardVersion,
};
use super::{Limits, Package, path};
use crate::error::{Error, Left, Obstacle};
use crate::field::{Count, Date, DateTime, Text};
use crate::ids::CreditCode;
use crate::input::{self, Chunks, Form, Origin, Source};
use crate::{Kind, Words};

/// What was packed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Packed {
    /// The manifest.
    pub manifest: Manifest,
    /// Files of the folder that were left alone, in order of names.
    pub left: Vec<Left>,
}

/// Packs the records of a folder into a zip file with a manifest. The file is there when it is whole, and not before. An
/// earlier package of that name is replaced, any other file is not.
///
/// Files of lines go in as they are; a JSON array or a single record is written as lines. `progress` is told how many bytes
/// were read by then, and may stop the work.
///
/// ```
/// use std::ops::ControlFlow;
/// use shequ::package::{Terms, pack};
///
/// let folder = std::env::temp_dir().join(format!("shequ-{}", std::process::id()));
/// std::fs::create_dir_all(&folder)?;
/// let record = r#"{"id": "c1", "updated_at": "2026-06-30T09:00:00+08:00", "code": "370102007010",
///     "name": "山师大社区", "kind": "urban", "status": "active"}"#;
/// std::fs::write(folder.join("communities.json"), record)?;
/// let packed = pack(&folder, &folder.join("a.zip"), &Terms::default(), &mut |_| ControlFlow::Continue(()))?;
/// assert_eq!(packed.manifest.resources[0].path.as_str(), "communities.ndjson");
/// assert_eq!(packed.manifest.created.to_string(), "2026-06-30T09:00:00+08:00");
/// std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Where a file cannot be read to its end or its record type is not known, nothing tells when the package is made, or it
/// cannot be written.
pub fn pack(
    from: &Path,
    to: &Path,
    terms: &Terms,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Packed, Error> {
    if !from.is_dir() {
        return Err(Error::NotFound { path: from.to_owned() });
    }
    let stated = Package::open(from, Limits::default()).ok().and_then(|package| package.stated.ok());
    let (sources, left) = sources(from, to, stated.as_ref())?;
    refuse_other_file(to)?;
    let failed = |source| Error::Write { path: to.to_owned(), source };
    let draft = Draft::begin(to).map_err(failed)?;
    let mut work = Work {
        archive: ZipArchiveWriter::new(draft),
        to,
        look: Look::default(),
        resources: Vec::new(),
        names: HashSet::new(),
        read: AtomicU64::new(0),
        progress,
    };
    for source in &sources {
        work.add(from, source)?;
    }
    let manifest = manifest(from, terms, stated.as_ref(), &work.look, std::mem::take(&mut work.resources))?;
    work.write_manifest(&manifest).map_err(failed)?;
    let draft = work.archive.finish().map_err(|error| failed(io::Error::other(error)))?;
    draft.finish().map_err(failed)?;
    Ok(Packed { manifest, left })
}

/// The files of records, in the order of record types and names.
fn sources(from: &Path, to: &Path, stated: Option<&Stated>) -> Result<(Vec<Source>, Vec<Left>), Error> {
    let mut sources = input::files_of(from)?;
    for source in &mut sources.inputs {
        if let Origin::File(file) = &source.origin {
            source.kind = stated_kind(from, file, stated).or(source.kind);
        }
    }
    sources.inputs.sort_by_key(|source| (source.kind.is_none(), source.kind));
    // the package may go into the folder that it is made of
    let same = |path: &Path| {
        let real = |path: &Path| path.canonicalize().ok();
        path == to || real(path).is_some_and(|path| Some(path) == real(to))
    };
    sources.inputs.retain(|source| !matches!(&source.origin, Origin::File(path) if same(path)));
    if sources.inputs.is_empty() {
        return Err(Error::EmptyFolder { path: from.to_owned() });
    }
    Ok((sources.inputs, sources.left))
}

/// The record type that an earlier manifest gives a file.
fn stated_kind(from: &Path, file: &Path, stated: Option<&Stated>) -> Option<Kind> {
    let inner = inner_path(from, file)?;
    let is_file = |file: &&StatedFile| matches!(&file.path, Some(Ok(path)) if *path == inner);
    stated?.files.iter().find(is_file)?.kind
}

/// An earlier package may be replaced; whatever else lies there is somebody's.
fn refuse_other_file(to: &Path) -> Result<(), Error> {
    let is_package = || Package::open(to, Limits::default()).is_ok_and(|package| package.stated.is_ok());
    if std::fs::symlink_metadata(to).is_ok() && (to.is_dir() || !is_package()) {
        let why = Words::new(
            "已有同名文件，且不是数据包，未予覆盖；请换一个文件名，或先移走该文件",
            "a file of that name is there and is no package, so that it is not replaced; take another name or move it away",
        );
        return Err(Error::Pack { path: to.to_owned(), why });
    }
    Ok(())
}

struct Work<'a> {
    archive: ZipArchiveWriter<Draft>,
    to: &'a Path,
    look: Look,
    resources: Vec<Resource>,
    names: HashSet<String>,
    read: AtomicU64,
    progress: &'a mut dyn FnMut(u64) -> ControlFlow<()>,
}

impl Work<'_> {
    fn add(&mut self, from: &Path, source: &Source) -> Result<(), Error> {
        let Origin::File(file) = &source.origin else { return Ok(()) };
        let fails = |why: Words| refused(file, why);
        if let Some(obstacle) = source.obstacle.or_else(|| input::unread_format(&source.name)) {
            return Err(fails(obstacle.words()));
        }
        let kind = source.kind.ok_or_else(|| fails(Obstacle::UnknownKind.words()))?;
        let inner = inner_path(from, file).ok_or_else(|| fails(NO_PATH))?;
        let lay = lay_of(file, &source.name).map_err(|obstacle| fails(obstacle.words()))?;
        let inner = if lay.is_lines { inner } else { self.unique(stem(&inner).to_owned(), ".ndjson") };
        let mut look = Look::default();
        let digests = self.write(kind, file, &inner, lay, &mut look)?;
        self.look.join(&look);
        let resource = Resource::builder()
            .name(text(self.name_of(&inner)))
            .path(Text::new(inner).map_err(|_| fails(NO_PATH))?)
            .kind(RecordType(kind))
            .format(Format::Ndjson)
            .bytes(Bytes(digests.bytes))
            .records(Count::new(look.records).ok_or_else(|| fails(TOO_MANY))?)
            .hash(Sha256Digest(digests.sha256))
            .sm3(Sm3Digest(digests.sm3));
        let resource = match lay.compression.filter(|_| lay.is_lines) {
            Some(compression) => resource.compression(compression),
            None => resource,
        };
        self.resources.extend(resource.build());
        Ok(())
    }

    /// Writes a file while its records are looked at.
    fn write(
        &mut self,
        kind: Kind,
        file: &Path,
        inner: &str,
        lay: Lay,
        look: &mut Look,
    ) -> Result<Digests, Error> {
        let failed = |source| Error::Write { path: self.to.to_owned(), source };
        let is_packed = lay.compression.is_some() && lay.is_lines;
        let method = if is_packed { CompressionMethod::STORE } else { CompressionMethod::DEFLATE };
        let begun = begin(&mut self.archive, inner, method);
        let (mut entry, config) = begun.map_err(failed)?;
        let mut out = config.wrap(Squeeze::new(&mut entry, is_packed));
        let input = File::open(file).map_err(|_| refused(file, Obstacle::Unreadable.words()))?;
        let mut input = Counted { input, read: &self.read };
        let mut tick = || (self.progress)(self.read.load(Ordering::Relaxed)).is_continue();
        let outcome = transfer::transfer(kind, &mut input, lay.is_lines, &mut out, look, &mut tick);
        let digests = outcome.map_err(|halt| match halt {
            Halt::Stopped => Error::Stopped,
            Halt::Read(why) => refused(file, why),
            Halt::Write(source) => failed(source),
        })?;
        let (squeeze, descriptor) = out.finish().map_err(|error| failed(io::Error::other(error)))?;
        squeeze.finish().map_err(failed)?;
        entry.finish(descriptor).map_err(|error| failed(io::Error::other(error)))?;
        Ok(digests)
    }

    fn write_manifest(&mut self, manifest: &Manifest) -> io::Result<()> {
        let (mut entry, config) = begin(&mut self.archive, MANIFEST, CompressionMethod::DEFLATE)?;
        let mut out = config.wrap(Squeeze::new(&mut entry, false));
        out.write_all(manifest.to_text().as_bytes())?;
        let (squeeze, descriptor) = out.finish().map_err(io::Error::other)?;
        squeeze.finish()?;
        entry.finish(descriptor).map_err(io::Error::other)?;
        Ok(())
    }

    /// A name for a file that no other has.
    fn name_of(&mut self, inner: &str) -> String {
        let base: String = stem(inner).replace('/', "-").chars().take(LONGEST_NAME).collect();
        self.unique(base, "")
    }

    fn unique(&mut self, base: String, ending: &str) -> String {
        let numbered = |number: u32| match number {
            1 => format!("{base}{ending}"),
            _ => format!("{base}-{number}{ending}"),
        };
        let mut names = (1..).map(numbered);
        let name = names.find(|name| !self.names.contains(name)).unwrap_or(base.clone());
        self.names.insert(name.clone());
        name
    }
}

/// Begins a file of the archive, on the first day that a zip file can name and readable for all.
fn begin<'a>(
    archive: &'a mut ZipArchiveWriter<Draft>,
    name: &str,
    method: CompressionMethod,
) -> io::Result<(ZipEntryWriter<'a, Draft>, ZipDataWriterConfig)> {
    let first_day = UtcDateTime::from_unix(FIRST_DAY);
    let file = archive.new_file(name).compression_method(method);
    file.last_modified(first_day).unix_permissions(MODE).start().map_err(io::Error::other)
}

/// 1980-01-01 in seconds from 1970.
const FIRST_DAY: i64 = 315_532_800;
/// What files in the archive are to others.
const MODE: u32 = 0o644;
/// Letters of a name that are kept.
const LONGEST_NAME: usize = 90;

const NO_PATH: Words = Words::new(
    "文件名不能用于数据包（须为UTF-8，且不含冒号、反斜杠和控制字符），请改名后再打包",
    "the name cannot stand in a package: it has to be UTF-8 without colons, backslashes and control characters; rename the file",
);
const TOO_MANY: Words = Words::new("记录数超过100亿", "more than 10,000,000,000 records");
const UNDATED: Words = Words::new(
    "记录中没有可用的更新时间，无法确定制作时间；请指明制作时间或基准日",
    "no record has a time of update, so that nothing tells when the package is made; name that time or the reference date",
);

fn refused(path: &Path, why: Words) -> Error {
    Error::Pack { path: path.to_owned(), why }
}

/// How the records of a file lie in it.
#[derive(Clone, Copy)]
struct Lay {
    is_lines: bool,
    compression: Option<Compression>,
}

/// Looks at the beginning of a file.
fn lay_of(path: &Path, name: &str) -> Result<Lay, Obstacle> {
    let file = File::open(path).map_err(|_| Obstacle::Unreadable)?;
    let (packing, plain) = input::unpacked(file).map_err(|error| Obstacle::of(&error))?;
    let form = Chunks::new(plain, name, Form::Auto)?.form();
    let is_lines = match form {
        Some(form) => form == Form::Ndjson,
        // an empty file of lines is one; an empty array is written as one
        None => !stem(name).is_empty() && !is_one_text(name),
    };
    let compression = packing.map(|packing| match packing {
        input::Packing::Gzip => Compression::Gzip,
        input::Packing::Zstd => Compression::Zstd,
    });
    Ok(Lay { is_lines, compression })
}

/// The path in the package; none where it cannot stand there.
fn inner_path(from: &Path, file: &Path) -> Option<String> {
    let steps: Option<Vec<&str>> =
        file.strip_prefix(from).ok()?.components().map(|step| step.as_os_str().to_str()).collect();
    path::safe(&steps?.join("/")).ok()
}

/// Endings of files of records, the longer ones first.
const ENDINGS: [&str; 3] = [".ndjson", ".jsonl", ".json"];

fn without_compression(name: &str) -> &str {
    name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(name)
}

fn is_one_text(name: &str) -> bool {
    let plain = without_compression(name);
    plain.len() >= 5
        && plain.is_char_boundary(plain.len() - 5)
        && plain[plain.len() - 5..].eq_ignore_ascii_case(".json")
}

/// The name without its endings.
fn stem(name: &str) -> &str {
    let plain = without_compression(name);
    ENDINGS.iter().find_map(|ending| plain.strip_suffix(ending)).unwrap_or(plain)
}

/// Counts what is read.
struct Counted<'a, R> {
    input: R,
    read: &'a AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.input.read(buffer)?;
        self.read.fetch_add(len as u64, Ordering::Relaxed);
        Ok(len)
    }
}

/// The manifest of what was packed.
fn manifest(
    from: &Path,
    terms: &Terms,
    stated: Option<&Stated>,
    look: &Look,
    resources: Vec<Resource>,
) -> Result<Manifest, Error> {
    let undated = || refused(from, UNDATED);
    let of_day = |day: civil::Date| DateTime::in_china(day.at(0, 0, 0, 0));
    let stated_day = stated.and_then(|stated| stated.as_of).map(Date::civil);
    let day = terms.as_of.or(stated_day);
    let created = terms.created.or(look.latest).or_else(|| day.and_then(of_day)).ok_or_else(undated)?;
    let as_of = day.unwrap_or_else(|| created.day());
    let class =
        terms.class.or(stated.and_then(|stated| stated.class)).unwrap_or_else(|| look.class_on(as_of));
    let publisher = terms
        .publisher
        .or_else(|| stated.and_then(|stated| stated.publisher.as_deref()).and_then(CreditCode::of_form))
        .or_else(|| look.source());
    let name = terms.name.clone().or_else(|| stated.and_then(|stated| stated.name.clone()));
    let name =
        Text::new(name.unwrap_or_else(|| format!("shequ-{as_of}"))).map_err(|_| refused(from, BAD_NAME))?;
    let builder = Manifest::builder()
        .profile(text("data-package".to_owned()))
        .name(name)
        .created(created)
        .standard(StandardVersion::OWN)
        .as_of(Date::new(as_of).ok_or_else(undated)?)
        .class(Secrecy(class))
        .resources(resources);
    let builder = match publisher {
        Some(publisher) => builder.publisher(publisher),
        None => builder,
    };
    builder.build().map_err(|_| undated())
}

const BAD_NAME: Words = Words::new(
    "数据包名称应为1至100个字符，首尾不得有空白",
    "the name of a package has 1 to 100 characters without white space at an end",
);

/// A text that is known to be one.
fn text<const MAX: usize>(text: String) -> Text<MAX> {
    Text::new(text).unwrap_or_else(|_| Text::new("records").expect("a text"))
}
