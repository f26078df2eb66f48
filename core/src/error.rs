//! What keeps the work from being done. Bad data is never an error: it is a finding.
//!
//! Texts are facts: they name no option and no command, since who reads them may sit before a program of
//! another language. Each front end adds the hint in its own words.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::Words;
use crate::shown::{may_be_repeated, shown};

/// Why the work could not be done.
///
/// Texts show paths with control characters escaped, and repeat what a caller wrote only where it cannot be a name or
/// a number of a person; so does `Debug`, which a panic shows.
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or a stream cannot be read or written.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// A division table is not of its form.
    #[error("division table, line {line}: {reason}")]
    DivisionTable {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A path that was named does not exist.
    #[error("{}: no such file or folder", path_of(path))]
    NotFound {
        /// The path.
        path: PathBuf,
    },
    /// The record type of an input is not known.
    #[error(
        "{}: the record type is not known; a file is named after what it holds, like volunteers.ndjson",
        shown(name)
    )]
    UnknownKind {
        /// The input.
        name: String,
    },
    /// Standard input was named twice.
    #[error("standard input can be read once only")]
    RepeatedStandardInput,
    /// A folder holds no file of records.
    #[error("{}: the folder holds no file of records", path_of(path))]
    EmptyFolder {
        /// The path.
        path: PathBuf,
    },
    /// A rule that the standard does not have.
    #[error("no rule is called {}{}", quoted(name, "so"), near.map_or_else(String::new, |id| format!("; did you mean {id}?")))]
    NoSuchRule {
        /// The name.
        name: String,
        /// The id of the rule that was probably meant.
        near: Option<&'static str>,
    },
    /// A rule of the standard that this version does not check yet.
    #[error("{id} ({}) is planned: the standard has it, this version does not check it yet", title.en)]
    PlannedRule {
        /// The id.
        id: &'static str,
        /// What it is about.
        title: Words,
    },
    /// A parameter that no rule has, or numbers that it does not take.
    #[error(
        "{} is no parameter with its numbers, which are written RULE.parameter=numbers",
        quoted(setting, "the setting")
    )]
    NoSuchParameter {
        /// What was asked for.
        setting: String,
    },
    /// A line that changes nothing about rules.
    #[error(
        "{} is no change to a rule: one begins with select, ignore, severity or rule, and a space",
        quoted(line, "the line")
    )]
    NoSuchChange {
        /// The line.
        line: String,
    },
    /// A parameter whose numbers must rise.
    #[error(
        "{}: the numbers of this parameter must rise, each greater than the one before",
        quoted(setting, "the setting")
    )]
    NotRising {
        /// What was asked for.
        setting: String,
    },
    /// A rule that options may only make stricter.
    #[error("{rule} rests on a law or on the form of the data and can only be made stricter")]
    NotAdjustable {
        /// The rule.
        rule: &'static str,
    },
    /// The caller stopped the work.
    #[error("the work was stopped before its end")]
    Stopped,
    /// A stored report that cannot be read back.
    #[error("{}", .0.en)]
    Stored(Words),
    /// A record type that the standard does not have.
    #[error("no record type is called {}{}", quoted(name, "so"), perhaps(*near))]
    NoSuchKind {
        /// The name.
        name: String,
        /// The record type that was probably meant.
        near: Option<&'static str>,
    },
    /// A code table that the standard does not have.
    #[error("no code table is called {}{}", quoted(name, "so"), perhaps(*near))]
    NoSuchTable {
        /// The name.
        name: String,
        /// The table that was probably meant.
        near: Option<&'static str>,
    },
    /// A field that a record type does not have.
    #[error("no field of {kind} is called {}{}", quoted(name, "so"), perhaps(near.as_deref()))]
    NoSuchField {
        /// The record type.
        kind: &'static str,
        /// The name.
        name: String,
        /// The field that was probably meant.
        near: Option<String>,
    },
}

impl fmt::Debug for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?}({self})", self.code())
    }
}

impl Error {
    /// The error in Chinese; `Display` has it in English.
    pub fn chinese(&self) -> String {
        match self {
            Self::Io(error) => format!("读写失败：{error}"),
            Self::DivisionTable { line, .. } => {
                format!(
                    "区划代码表第{line}行有误：应为带表头的 code、name、from、to、successors 各列，以逗号或制表符分隔"
                )
            }
            Self::NotFound { path } => format!("{}：文件或文件夹不存在，请核对路径", path_of(path)),
            Self::UnknownKind { name } => {
                format!("{}：无法判断记录类型；文件应以记录类型命名，例如 volunteers.ndjson", shown(name))
            }
            Self::RepeatedStandardInput => "标准输入只能读取一次".to_owned(),
            Self::EmptyFolder { path } => format!("{}：文件夹中没有记录文件", path_of(path)),
            Self::NoSuchRule { name, near } => {
                let name = if may_be_repeated(name) {
                    format!("名为“{name}”的")
                } else {
                    "这样的".to_owned()
                };
                let near = near.map_or_else(String::new, |id| format!("，是否指 {id}？"));
                format!("没有{name}规则{near}")
            }
            Self::PlannedRule { id, title } => {
                format!("{id}（{}）是标准已列入的规则，本版本尚未核查", title.zh)
            }
            Self::NoSuchParameter { setting } => {
                format!("{}不是有效的规则参数，应写成 规则.参数=数值", quoted_zh(setting, "该设置"))
            }
            Self::NotRising { setting } => {
                format!("{}：该参数的各数值应依次递增，后一个须大于前一个", quoted_zh(setting, "该设置"))
            }
            Self::NoSuchChange { line } => {
                format!(
                    "{}不是有效的规则设置，应以 select、ignore、severity 或 rule 开头，空一格后写内容",
                    quoted_zh(line, "该行")
                )
            }
            Self::NotAdjustable { rule } => {
                format!("{rule} 依据法律或数据格式制定，只能从严，不得放宽或关闭")
            }
            Self::Stopped => "已中途停止".to_owned(),
            Self::Stored(words) => words.zh.to_owned(),
            Self::NoSuchKind { name, near } => format!("没有{}记录类型{}", named(name), or(*near)),
            Self::NoSuchTable { name, near } => format!("没有{}代码表{}", named(name), or(*near)),
            Self::NoSuchField { kind, name, near } => {
                format!("记录类型 {kind} 没有{}字段{}", named(name), or(near.as_deref()))
            }
        }
    }
}

fn path_of(path: &Path) -> String {
    shown(&path.to_string_lossy()).into_owned()
}

/// What the caller wrote, or words that stand for it.
fn quoted(text: &str, instead: &str) -> String {
    if may_be_repeated(text) { format!("`{text}`") } else { instead.to_owned() }
}

/// `名为“…”的`, or words that stand for it.
fn named(text: &str) -> String {
    if may_be_repeated(text) { format!("名为“{text}”的") } else { "这样的".to_owned() }
}

fn quoted_zh(text: &str, instead: &str) -> String {
    if may_be_repeated(text) { format!("“{text}”") } else { instead.to_owned() }
}

/// Of which kind an [`Error`] is: what wrappers turn into a number or a class of their own. The list is closed, so that
/// a wrapper that leaves one out does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    /// A file or a stream cannot be read.
    Io,
    /// An option or a setting cannot be what it is.
    InvalidOption,
    /// A path does not exist, or holds nothing of ours.
    NotFound,
    /// A rule, a code table or a field that the standard does not have.
    NoSuchName,
    /// The record type is not known.
    UnknownKind,
    /// Arguments that do not go together.
    InvalidArgument,
    /// The caller stopped the work.
    Stopped,
    /// A stored report that cannot be read back.
    Stored,
}

impl Error {
    /// Of which kind it is.
    ///
    /// ```
    /// use shequ::{ErrorCode, rules};
    /// assert_eq!(rules::known("IDN999").unwrap_err().code(), ErrorCode::NoSuchName);
    /// ```
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::Io(_) => ErrorCode::Io,
            Self::DivisionTable { .. }
            | Self::NoSuchParameter { .. }
            | Self::NoSuchChange { .. }
            | Self::NotRising { .. }
            | Self::NotAdjustable { .. } => ErrorCode::InvalidOption,
            Self::NotFound { .. } | Self::EmptyFolder { .. } => ErrorCode::NotFound,
            Self::NoSuchRule { .. }
            | Self::PlannedRule { .. }
            | Self::NoSuchTable { .. }
            | Self::NoSuchField { .. } => ErrorCode::NoSuchName,
            Self::UnknownKind { .. } | Self::NoSuchKind { .. } => ErrorCode::UnknownKind,
            Self::RepeatedStandardInput => ErrorCode::InvalidArgument,
            Self::Stopped => ErrorCode::Stopped,
            Self::Stored(_) => ErrorCode::Stored,
        }
    }
}

/// Letters beyond which nothing was meant as a name.
const MAX_NAME: usize = 100;
/// The least likeness at which a name is suggested.
const NEAR: f64 = 0.6;

/// The name that was probably meant.
pub(crate) fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > MAX_NAME {
        return None;
    }
    let scored = names.map(|other| (strsim::normalized_damerau_levenshtein(name, other), other));
    // of equals the first
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (best.0 >= NEAR).then_some(best.1)
}

fn perhaps(near: Option<&str>) -> String {
    near.map_or_else(String::new, |name| format!("; did you mean {name}?"))
}

fn or(near: Option<&str>) -> String {
    near.map_or_else(String::new, |name| format!("，是否指 {name}？"))
}

/// Why an input could not be read to its end; the others are still checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Obstacle {
    /// The system did not let it be read.
    Unreadable,
    /// The compressed data ends early or is damaged.
    BrokenCompression,
    /// No reader for this format yet.
    NoReader,
    /// Neither the name nor the caller says which records it holds.
    UnknownKind,
    /// An archive, whose files have to be taken out first.
    Archive,
    /// What lies in a folder where a file should is none: a folder, a pipe, a socket, a device.
    NoFile,
    /// A link that leads nowhere.
    DanglingLink,
    /// A folder whose files cannot be listed.
    UnreadableFolder,
    /// A link to a folder, which is not followed within a folder.
    LinkedFolder,
    /// A folder that lies too deep in others.
    TooDeep,
    /// The compressed data needs a window that is too large to keep in memory.
    LargeWindow,
    /// The caller stopped before the end.
    Stopped,
    /// The data is compressed, and this build reads no compressed data.
    Compressed,
}

impl Obstacle {
    /// What a fault of reading means.
    pub(crate) fn of(error: &std::io::Error) -> Self {
        // the decoders of compressed data say so in this way
        match error.kind() {
            std::io::ErrorKind::InvalidData => Self::BrokenCompression,
            std::io::ErrorKind::OutOfMemory => Self::LargeWindow,
            std::io::ErrorKind::Unsupported => Self::Compressed,
            _ => Self::Unreadable,
        }
    }

    /// All of them.
    const ALL: [Self; 13] = [
        Self::Unreadable,
        Self::BrokenCompression,
        Self::NoReader,
        Self::UnknownKind,
        Self::Archive,
        Self::NoFile,
        Self::DanglingLink,
        Self::UnreadableFolder,
        Self::LinkedFolder,
        Self::TooDeep,
        Self::LargeWindow,
        Self::Stopped,
        Self::Compressed,
    ];

    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::BrokenCompression => "broken-compression",
            Self::NoReader => "no-reader",
            Self::UnknownKind => "unknown-kind",
            Self::Archive => "archive",
            Self::NoFile => "no-file",
            Self::DanglingLink => "dangling-link",
            Self::UnreadableFolder => "unreadable-folder",
            Self::LinkedFolder => "linked-folder",
            Self::TooDeep => "too-deep",
            Self::LargeWindow => "large-window",
            Self::Stopped => "stopped",
            Self::Compressed => "compressed",
        }
    }

    /// The obstacle of a name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|obstacle| obstacle.name() == name)
    }

    /// What stood in the way and what to do.
    pub const fn words(self) -> Words {
        match self {
            Self::Unreadable => Words::new(
                "文件无法读取，请检查文件权限或磁盘后重试",
                "the file cannot be read; check its permissions or the disk and try again",
            ),
            Self::Compressed => Words::new(
                "文件已压缩，而本程序未带解压功能；请先解压再核查",
                "the file is compressed, and this program was built without decompression; unpack it first",
            ),
            Self::BrokenCompression => Words::new(
                "压缩数据不完整或已损坏，此前的记录已核对；请重新取得完整的文件",
                "the compressed data is damaged or ends early; the records before were checked; get the whole file again",
            ),
            Self::NoReader => Words::new(
                "目前还不能读取这种格式（CSV、Excel等表格）；请先导出为JSON或NDJSON（每行一条记录）",
                "this format (CSV, Excel and other tables) cannot be read yet; export it as JSON or NDJSON, one record per line",
            ),
            Self::UnknownKind => Words::new(
                "无法判断文件中的记录类型，未予核查；请以记录类型命名文件，例如 volunteers.ndjson",
                "the record type is not known and the file was not checked; name the file after what it holds, like volunteers.ndjson",
            ),
            Self::Archive => Words::new(
                "这是压缩包（zip等），未予核查；请先解压，再核查其中的文件",
                "this is an archive (zip or the like) and was not checked; unpack it and check the files in it",
            ),
            Self::NoFile => Words::new(
                "这不是普通文件（而是文件夹、管道或设备等），未予核查；请换成记录文件，或将其移出该文件夹",
                "this is no regular file but a folder, a pipe, a device or the like and was not checked; put a file of records in its place or take it out of the folder",
            ),
            Self::DanglingLink => Words::new(
                "链接指向的文件不存在，未予核查；请补上该文件，或删除该链接",
                "the link leads to no file and nothing was checked; put the file there or remove the link",
            ),
            Self::UnreadableFolder => Words::new(
                "无法读取该文件夹，其中的文件未予核查；请检查文件夹权限后重试",
                "the folder cannot be read and no file in it was checked; check its permissions and try again",
            ),
            Self::LinkedFolder => Words::new(
                "这是指向文件夹的链接，其中的文件未予核查；需要核查的，请直接指定该文件夹",
                "this is a link to a folder and no file in it was checked; name that folder itself to have it checked",
            ),
            Self::TooDeep => Words::new(
                "文件夹嵌套过深，其中的文件未予核查；请直接指定该文件夹",
                "the folder lies too deep in others and no file in it was checked; name it itself to have it checked",
            ),
            Self::LargeWindow => Words::new(
                "压缩窗口超过128 MiB，为保护内存不予解压；请先用 zstd -d --long=31 解压，再核对解压后的文件",
                "the compression window is beyond 128 MiB, which memory is not given for; unpack it by zstd -d --long=31 and check the file that it gives",
            ),
            Self::Stopped => Words::new(
                "核对中途停止，其后的内容未核对",
                "the check was stopped; what follows was not checked",
            ),
        }
    }
}

/// A file of a folder that was left alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Left {
    /// Its path.
    pub name: String,
    /// Why.
    pub why: LeftOut,
}

/// Why a file of a folder was left alone. It may hold no records, so the verdict does not hang on it; it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LeftOut {
    /// Its name begins with a dot.
    Hidden,
    /// What an office program keeps beside an open workbook: its name begins with `~$`.
    LockFile,
    /// Its name is not that of a file of records.
    Other,
}

impl LeftOut {
    /// All of them.
    const ALL: [Self; 3] = [Self::Hidden, Self::LockFile, Self::Other];

    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::LockFile => "lock-file",
            Self::Other => "other",
        }
    }

    /// The reason of a name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }

    /// What it is.
    pub const fn words(self) -> Words {
        match self {
            Self::Hidden => Words::new("隐藏文件", "hidden"),
            Self::LockFile => Words::new("表格软件打开文件时的临时文件", "lock file of an office program"),
            Self::Other => Words::new("不是记录文件", "no file of records"),
        }
    }
}
