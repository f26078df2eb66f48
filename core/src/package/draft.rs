//! A file that is whole or not there.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Bytes that are kept before they go to the file.
const BUFFER: usize = 1 << 18;

/// A file that gets its name when it is whole. Until then it lies beside it under a hidden name, which is taken away where the
/// work fails; where the work is killed it stays there, and is taken for nothing else.
pub(super) struct Draft {
    output: Option<BufWriter<File>>,
    part: PathBuf,
    path: PathBuf,
}

impl Draft {
    pub(super) fn begin(path: &Path) -> io::Result<Self> {
        let name = path.file_name().ok_or(ErrorKind::InvalidInput)?.to_string_lossy();
        for number in 1..=MOST {
            let part = path.with_file_name(format!(".{name}.{number}.part"));
            match File::create_new(&part) {
                Ok(file) => {
                    let output = Some(BufWriter::with_capacity(BUFFER, file));
                    return Ok(Self { output, part, path: path.to_owned() });
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// Gives the file its name.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let Some(output) = self.output.take() else { return Ok(()) };
        let file = output.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&self.part, &self.path)
    }
}

/// How many works that were killed may have left something.
const MOST: u32 = 1000;

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.output.as_mut().map_or(Err(ErrorKind::BrokenPipe.into()), |output| output.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // nothing is written any more, and after `finish` there is nothing of that name
        if let Some(output) = self.output.take() {
            drop(output.into_parts());
        }
        let _ = fs::remove_file(&self.part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zip");
        let names = || {
            let mut names: Vec<_> = fs::read_dir(folder.path())
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        };
        let mut killed = Draft::begin(&path).unwrap();
        killed.write_all(b"half").unwrap();
        std::mem::forget(killed);
        assert_eq!(names(), [".a.zip.1.part"]);
        let mut failed = Draft::begin(&path).unwrap();
        failed.write_all(b"half").unwrap();
        drop(failed);
        assert_eq!(names(), [".a.zip.1.part"]);
        let mut whole = Draft::begin(&path).unwrap();
        whole.write_all(b"whole").unwrap();
        whole.finish().unwrap();
        assert_eq!(names(), [".a.zip.1.part", "a.zip"]);
        assert_eq!(fs::read(&path).unwrap(), b"whole");
    }
}
