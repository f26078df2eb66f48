//! Packages: a dataset in a folder or a zip file, with `datapackage.json`.

mod digest;
mod draft;
mod folder;
mod limits;
mod look;
mod manifest;
mod pack;
mod path;
mod read;
mod store;
mod terms;
mod transfer;
mod word;
mod zip;

pub use self::limits::Limits;
pub use self::manifest::{MANIFEST, Manifest, ManifestBuilder, Resource, ResourceBuilder};
pub use self::pack::{Packed, pack};
pub use self::terms::Terms;
pub use self::word::{
    Bytes, Compression, Format, RecordType, Secrecy, Sha256Digest, Sm3Digest, StandardVersion,
};

pub(crate) use self::digest::{Digesting, Digests};
pub(crate) use self::path::PathFault;
pub(crate) use self::read::{NoManifest, Stated, StatedFile};
pub(crate) use self::store::{Entry, EntryFault, Store};

use std::io::Read;
use std::path::Path;

use crate::Kind;
use crate::error::Obstacle;
use crate::ids::CreditCode;

/// An opened package.
#[derive(Debug)]
pub(crate) struct Package {
    pub(crate) store: Store,
    pub(crate) stated: Result<Stated, NoManifest>,
}

impl Package {
    /// Opens a folder or a zip file and reads its manifest.
    ///
    /// # Errors
    /// Where it cannot be read at all, or is beyond the limits.
    pub(crate) fn open(path: &Path, limits: Limits) -> Result<Self, Obstacle> {
        let store = Store::open(path, limits)?;
        let stated = stated(&store);
        Ok(Self { store, stated })
    }

    /// The record types of its files, by the manifest, or by their names where there is none.
    pub(crate) fn kinds(&self) -> Vec<Kind> {
        match &self.stated {
            Ok(stated) => stated.files.iter().filter_map(|file| file.kind).collect(),
            Err(_) => self.store.entries.iter().filter_map(|entry| Kind::of_file_name(&entry.name)).collect(),
        }
    }

    /// Who published it.
    pub(crate) fn publisher(&self) -> Option<CreditCode> {
        CreditCode::of_form(self.stated.as_ref().ok()?.publisher.as_deref()?)
    }
}

fn stated(store: &Store) -> Result<Stated, NoManifest> {
    let entry = store.find(MANIFEST).ok_or(NoManifest::Missing)?;
    match entry.fault {
        None => {}
        Some(EntryFault::Repeated) => return Err(NoManifest::Repeated),
        Some(_) => return Err(NoManifest::Unreadable),
    }
    let mut bytes = Vec::new();
    let input = store.read(entry).map_err(|_| NoManifest::Unreadable)?;
    let len =
        input.take(read::MAX_MANIFEST + 1).read_to_end(&mut bytes).map_err(|_| NoManifest::Unreadable)?;
    if len as u64 > read::MAX_MANIFEST {
        return Err(NoManifest::TooLarge);
    }
    read::manifest(&bytes)
}
