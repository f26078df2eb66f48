//! A dataset as files of a folder.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;

use super::ledger::LedgerWriter;
use super::{Province, Summary};
use crate::Error;
use shequ::Kind;

/// The file of what must be found.
const LEDGER: &str = "ledger.json";

/// Bytes that are kept before they go to a file.
const BUFFER: usize = 1 << 18;

/// Makes the folder; one that holds something is left alone unless it may be written over.
pub(super) fn prepare(folder: &Path, overwrite: bool) -> Result<(), Error> {
    fs::create_dir_all(folder)?;
    if !overwrite && fs::read_dir(folder)?.next().is_some() {
        return Err(Error::FolderNotEmpty { path: folder.to_owned() });
    }
    match fs::remove_file(folder.join(LEDGER)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Writes one NDJSON file for each record type, and the ledger where defects were asked for.
pub(super) fn write(
    province: &Province,
    folder: &Path,
    progress: &mut dyn FnMut(&Summary) -> ControlFlow<()>,
) -> Result<Summary, Error> {
    let open =
        |name: String| File::create(folder.join(name)).map(|file| BufWriter::with_capacity(BUFFER, file));
    let mut files = Vec::new();
    for kind in Kind::all() {
        files.push((kind, open(format!("{}.ndjson", kind.plural()))?));
    }
    let mut ledger = match province.defects {
        Some(_) => {
            Some(LedgerWriter::new(open(LEDGER.to_owned())?, province.seed, &province.as_of.to_string())?)
        }
        None => None,
    };
    let mut summary = Summary::default();
    province.run(&mut |out| {
        for (kind, file) in &mut files {
            file.write_all(out.text(*kind))?;
            summary.add(*kind, out);
        }
        if let Some(ledger) = &mut ledger {
            ledger.add(out.expected())?;
        }
        super::go_on(progress(&summary))
    })?;
    for (_, mut file) in files {
        file.flush()?;
    }
    if let Some(ledger) = ledger {
        summary.findings = ledger.finish()?;
    }
    Ok(summary)
}
