//! What keeps the work from being done. Bad data is never an error: it is a finding.

use std::path::PathBuf;

use crate::Words;

/// Why the work could not be done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or a stream cannot be read.
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
    #[error("{}: no such file or folder", path.display())]
    NotFound {
        /// The path.
        path: PathBuf,
    },
    /// The record type of an input is not known.
    #[error(
        "{name}: the record type is not known; name it with --kind, or name the file after it, like volunteers.ndjson"
    )]
    UnknownKind {
        /// The input.
        name: String,
    },
    /// Standard input was named twice.
    #[error("standard input can be read once only")]
    RepeatedStandardInput,
    /// A folder holds no file of records.
    #[error("{}: the folder holds no file of records", path.display())]
    EmptyFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A rule that the standard does not have.
    #[error("no rule is called `{name}`{}`shequ rules` lists them", meant(*near))]
    NoSuchRule {
        /// The name.
        name: String,
        /// The id of the rule that was probably meant.
        near: Option<&'static str>,
    },
    /// A parameter that no rule has, or numbers that it does not take.
    #[error(
        "`{setting}` is no parameter with its numbers; write RULE.parameter=numbers as `shequ explain RULE` shows it"
    )]
    NoSuchParameter {
        /// What was asked for.
        setting: String,
    },
    /// A line that changes nothing about rules.
    #[error("`{line}` is no change to a rule: begin with select, ignore, severity or rule, and a space")]
    NoSuchChange {
        /// The line.
        line: String,
    },
    /// A parameter whose numbers must rise.
    #[error("`{setting}`: the numbers of this parameter must rise, each greater than the one before")]
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
    #[error("no record type is called `{name}`{}", perhaps(*near))]
    NoSuchKind {
        /// The name.
        name: String,
        /// The record type that was probably meant.
        near: Option<&'static str>,
    },
    /// A code table that the standard does not have.
    #[error("no code table is called `{name}`{}", perhaps(*near))]
    NoSuchTable {
        /// The name.
        name: String,
        /// The table that was probably meant.
        near: Option<&'static str>,
    },
    /// A field that a record type does not have.
    #[error("no field of {kind} is called `{name}`{}", perhaps(near.as_deref()))]
    NoSuchField {
        /// The record type.
        kind: &'static str,
        /// The name.
        name: String,
        /// The field that was probably meant.
        near: Option<String>,
    },
}

impl Error {
    /// The error in both languages; Chinese for those who use the command line.
    pub fn chinese(&self) -> String {
        match self {
            Self::Io(error) => format!("读写失败：{error}"),
            Self::DivisionTable { line, .. } => {
                format!(
                    "区划代码表第{line}行有误：应为带表头的 code、name、from、to、successors 各列，以逗号或制表符分隔"
                )
            }
            Self::NotFound { path } => format!("{}：文件或文件夹不存在，请核对路径", path.display()),
            Self::UnknownKind { name } => {
                format!(
                    "{name}：无法判断记录类型，请用 --kind 指明，或以记录类型命名文件，例如 volunteers.ndjson"
                )
            }
            Self::RepeatedStandardInput => "标准输入只能读取一次".to_owned(),
            Self::EmptyFolder { path } => format!("{}：文件夹中没有记录文件", path.display()),
            Self::NoSuchRule { name, near } => {
                let near = near.map_or_else(|| "；".to_owned(), |id| format!("，是否指 {id}？"));
                format!("没有名为“{name}”的规则{near}用 shequ rules 可列出全部规则")
            }
            Self::NoSuchParameter { setting } => {
                format!("“{setting}”不是有效的规则参数；请按 shequ explain 规则编号 所示写成 规则.参数=数值")
            }
            Self::NotRising { setting } => {
                format!("“{setting}”：该参数的各数值应依次递增，后一个须大于前一个")
            }
            Self::NoSuchChange { line } => {
                format!(
                    "“{line}”不是有效的规则设置；应以 select、ignore、severity 或 rule 开头，空一格后写内容"
                )
            }
            Self::NotAdjustable { rule } => {
                format!("{rule} 依据法律或数据格式制定，只能从严，不得放宽或关闭")
            }
            Self::Stopped => "已中途停止".to_owned(),
            Self::Stored(words) => words.zh.to_owned(),
            Self::NoSuchKind { name, near } => format!("没有名为“{name}”的记录类型{}", or(*near)),
            Self::NoSuchTable { name, near } => format!("没有名为“{name}”的代码表{}", or(*near)),
            Self::NoSuchField { kind, name, near } => {
                format!("记录类型 {kind} 没有名为“{name}”的字段{}", or(near.as_deref()))
            }
        }
    }
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
            Self::NoSuchRule { .. } | Self::NoSuchTable { .. } | Self::NoSuchField { .. } => {
                ErrorCode::NoSuchName
            }
            Self::UnknownKind { .. } | Self::NoSuchKind { .. } => ErrorCode::UnknownKind,
            Self::RepeatedStandardInput => ErrorCode::InvalidArgument,
            Self::Stopped => ErrorCode::Stopped,
            Self::Stored(_) => ErrorCode::Stored,
        }
    }
}

fn meant(near: Option<&str>) -> String {
    near.map_or_else(|| "; ".to_owned(), |id| format!("; did you mean {id}? "))
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
    const ALL: [Self; 7] = [
        Self::Unreadable,
        Self::BrokenCompression,
        Self::NoReader,
        Self::UnknownKind,
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
                "无法判断文件中的记录类型；请用 --kind 指明，或以记录类型命名文件，例如 volunteers.ndjson",
                "the record type is not known; name it with --kind, or name the file after it, like volunteers.ndjson",
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
