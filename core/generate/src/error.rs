//! Why data could not be made.

use std::path::{Path, PathBuf};

use shequ::Words;

/// Why data could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file cannot be written.
    #[error("{}: cannot be written: {source}", path_of(path))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A folder that should be written to holds something already.
    #[error("{}: the folder is not empty", path_of(path))]
    FolderNotEmpty {
        /// The path.
        path: PathBuf,
    },
    /// What was asked for cannot be made; the words say what can.
    #[error("{}", .0.en)]
    Plan(Words),
    /// The caller stopped the work.
    #[error("the work was stopped before its end")]
    Stopped,
}

impl Error {
    /// The error in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            Self::Write { path, source } => format!("{}：写入失败：{source}", path_of(path)),
            Self::FolderNotEmpty { path } => format!("{}：文件夹不为空", path_of(path)),
            Self::Plan(words) => words.zh.to_owned(),
            Self::Stopped => "已中途停止".to_owned(),
        }
    }
}

/// A path as it may be shown in a terminal.
fn path_of(path: &Path) -> String {
    shequ::shown(&path.to_string_lossy()).into_owned()
}
