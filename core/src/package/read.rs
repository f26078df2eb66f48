//! From the text of a manifest to what it states, with every fault and its place.

use std::collections::HashSet;

use super::manifest::{Manifest, ResourceView};
use super::path::{PathFault, safe};
use super::word::{Bytes, Compression, Format, StandardVersion};
use crate::field::{
    Arena, Class, Date, DateTime, Fault, FaultKind, Faults, Field, FieldMeta, Node, Reader, Slot, depth,
};
use crate::{Kind, Words};

/// The greatest size of a manifest in bytes.
pub(super) const MAX_MANIFEST: u64 = 16 << 20;

/// How deep objects and lists may lie in one another, as in records.
const MAX_DEPTH: usize = 64;

/// Why a manifest cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoManifest {
    Missing,
    Repeated,
    Unreadable,
    TooLarge,
    NotUtf8,
    Malformed,
    TooDeep,
}

impl NoManifest {
    /// Why, in words.
    pub(crate) const fn words(self) -> Words {
        match self {
            Self::Missing => {
                Words::new("数据包中没有清单 datapackage.json", "the package has no datapackage.json")
            }
            Self::Repeated => Words::new(
                "压缩包中有多个 datapackage.json，无法确定以哪个为准",
                "datapackage.json stands more than once in the archive, and nothing says which counts",
            ),
            Self::Unreadable => Words::new("清单无法读取", "the manifest cannot be read"),
            Self::TooLarge => Words::new("清单超过16 MiB", "the manifest is larger than 16 MiB"),
            Self::NotUtf8 => Words::new("清单的编码不是UTF-8", "the manifest is not in UTF-8"),
            Self::Malformed => Words::new("清单的JSON不完整或有误", "the manifest is broken JSON"),
            Self::TooDeep => Words::new("清单的嵌套超过64层", "the manifest is nested deeper than 64 levels"),
        }
    }
}

/// What could be read of a manifest.
#[derive(Debug, Default)]
pub(crate) struct Stated {
    pub(crate) created: Option<DateTime>,
    pub(crate) standard: Option<StandardVersion>,
    pub(crate) as_of: Option<Date>,
    pub(crate) class: Option<Class>,
    pub(crate) publisher: Option<String>,
    pub(crate) name: Option<String>,
    /// As many as the manifest lists.
    pub(crate) files: Vec<StatedFile>,
    pub(crate) faults: Vec<Fault>,
    /// Names and paths that stand there before, by their pointers.
    pub(crate) repeated: Vec<(String, Words)>,
}

/// What could be read of one file in a manifest.
#[derive(Debug, Default)]
pub(crate) struct StatedFile {
    /// The path, or why it may not be followed; none where it cannot be read.
    pub(crate) path: Option<Result<String, PathFault>>,
    pub(crate) kind: Option<Kind>,
    pub(crate) format: Option<Format>,
    pub(crate) compression: Compression,
    pub(crate) bytes: Option<u64>,
    pub(crate) records: Option<u64>,
    pub(crate) sha256: Option<[u8; 32]>,
    pub(crate) sm3: Option<[u8; 32]>,
}

/// The manifest as a whole, as if it were a field.
static ROOT: FieldMeta = FieldMeta::whole(Words::new("数据包清单", "Package manifest"));

/// Reads a manifest.
///
/// # Errors
/// Where there is nothing to be read.
pub(crate) fn manifest(bytes: &[u8]) -> Result<Stated, NoManifest> {
    let text = simdutf8::basic::from_utf8(bytes).map_err(|_| NoManifest::NotUtf8)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if serde_json::from_str::<serde::de::IgnoredAny>(text).is_err() {
        return Err(NoManifest::Malformed);
    }
    if depth(text) > MAX_DEPTH {
        return Err(NoManifest::TooDeep);
    }
    let arena = Arena::new();
    let root = Node::parse(text, &arena).map_err(|_| NoManifest::Malformed)?;
    let mut reader = Reader::new(&arena, |_| false);
    let view = <Manifest as Field>::read(root, &ROOT, &mut reader);
    let mut stated = Stated::default();
    if let Slot::Known(view) = view {
        stated.created = view.created.known();
        stated.standard = view.standard.known();
        stated.as_of = view.as_of.known();
        stated.class = view.class.known().map(|class| class.0);
        stated.publisher = view.publisher.known().map(|code| code.as_str().to_owned());
        stated.name = view.name.known().map(str::to_owned);
        if let Slot::Known(resources) = view.resources {
            stated.take_files(resources.iter());
        }
    }
    stated.take_faults(reader.into_faults());
    Ok(stated)
}

impl Stated {
    fn take_files<'a>(&mut self, resources: impl Iterator<Item = Slot<ResourceView<'a>>>) {
        let (mut names, mut paths) = (HashSet::new(), HashSet::new());
        for (number, resource) in resources.enumerate() {
            let Slot::Known(resource) = resource else {
                self.files.push(StatedFile::default());
                continue;
            };
            let file = StatedFile {
                path: resource.path.known().map(safe),
                kind: resource.kind.known().map(|kind| kind.0),
                format: resource.format.known(),
                compression: resource.compression.known().unwrap_or_default(),
                bytes: resource.bytes.known().map(|Bytes(bytes)| bytes),
                records: resource.records.known().map(crate::field::Count::get),
                sha256: resource.hash.known().map(|digest| digest.0),
                sm3: resource.sm3.known().map(|digest| digest.0),
            };
            if resource.name.known().is_some_and(|name| !names.insert(name)) {
                let words = Words::new("与前面文件的名称重复", "is the name of a file before it");
                self.repeated.push((format!("/resources/{number}/name"), words));
            }
            if let Some(Ok(path)) = &file.path
                && !paths.insert(path.clone())
            {
                let words = Words::new("与前面文件的路径重复", "is the path of a file before it");
                self.repeated.push((format!("/resources/{number}/path"), words));
            }
            self.files.push(file);
        }
    }

    /// A descriptor may say more than the standard asks for.
    fn take_faults(&mut self, faults: Faults) {
        self.faults = faults.kept;
        self.faults.retain(|fault| !matches!(fault.kind, FaultKind::UnknownField { .. }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointers(text: &str) -> Vec<String> {
        let mut stated = manifest(text.as_bytes()).unwrap();
        let mut pointers: Vec<String> = stated.faults.drain(..).map(|fault| fault.pointer).collect();
        pointers.extend(stated.repeated.into_iter().map(|row| row.0));
        pointers
    }

    #[test]
    fn each_fault_has_its_place() {
        assert_eq!(pointers("[]"), [""]);
        let all = ["/name", "/created", "/standard", "/as_of", "/class", "/resources"];
        let mut found = pointers("{\"title\": \"anything else\"}");
        found.sort();
        assert_eq!(found, {
            let mut all = all.to_vec();
            all.sort_unstable();
            all
        });
        let text = r#"{"name": "a", "created": "2026-06-30", "standard": "1", "as_of": "2026-02-30", "class": "secret",
            "publisher": "x", "resources": [{"name": "a", "path": "a.ndjson", "kind": "person", "format": "xml",
            "compression": "rar", "bytes": -1, "records": 1.5, "hash": "md5:0", "sm3": "0"}, 1]}"#;
        assert_eq!(pointers(text).len(), 13, "{:?}", pointers(text));
    }

    #[test]
    fn what_is_no_manifest_says_why() {
        for (bytes, why) in [
            (&b"\xff"[..], NoManifest::NotUtf8),
            (b"{", NoManifest::Malformed),
            (b"", NoManifest::Malformed),
            (b"{\"a\":\"\\ud800\"}", NoManifest::Malformed),
        ] {
            assert_eq!(manifest(bytes).unwrap_err(), why);
        }
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(70), "]".repeat(70));
        assert_eq!(manifest(deep.as_bytes()).unwrap_err(), NoManifest::TooDeep);
        assert_eq!(manifest("[".repeat(1_000_000).as_bytes()).unwrap_err(), NoManifest::Malformed);
    }
}
