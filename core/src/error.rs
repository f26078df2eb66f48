//! What keeps the work from being done. Bad data is never an error: it is a finding.
//!
//! Texts are facts: they name no option and no command, since who reads them may sit before a program of
//! another language. Each front end adds the hint in its own words.

mod obstacle;

use std::fmt;
use std::path::{Path, PathBuf};

pub use self::obstacle::{Left, LeftOut, Obstacle};

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
    /// A file cannot be written.
    #[error("{}: cannot be written: {source}", path_of(path))]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Data that cannot be packed, or where its package cannot go; the words say why.
    #[error("{}: {}", path_of(path), why.en)]
    Pack {
        /// The file.
        path: PathBuf,
        /// Why.
        why: Words,
    },
    /// What a manifest shall say, in a form that it does not have.
    #[error("{}", .0.en)]
    Term(Words),
    /// A rule that the standard does not have.
    #[error("no rule is called {}{}", quoted(name, "so"), near.map_or_else(String::new, |id| format!("; did you mean {id}?")))]
    NoSuchRule {
        /// The name.
        name: String,
        /// The id of the rule that was probably meant.
        near: Option<&'static str>,
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
            Self::Write { path, source } => format!("{}：写入失败：{source}", path_of(path)),
            Self::Pack { path, why } => format!("{}：{}", path_of(path), why.zh),
            Self::NoSuchRule { name, near } => {
                let name = if may_be_repeated(name) {
                    format!("名为“{name}”的")
                } else {
                    "这样的".to_owned()
                };
                let near = near.map_or_else(String::new, |id| format!("，是否指 {id}？"));
                format!("没有{name}规则{near}")
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
            Self::Stored(words) | Self::Term(words) => words.zh.to_owned(),
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
            Self::Io(_) | Self::Write { .. } => ErrorCode::Io,
            Self::DivisionTable { .. }
            | Self::NoSuchParameter { .. }
            | Self::NoSuchChange { .. }
            | Self::NotRising { .. }
            | Self::NotAdjustable { .. }
            | Self::Term(_) => ErrorCode::InvalidOption,
            Self::NotFound { .. } | Self::EmptyFolder { .. } => ErrorCode::NotFound,
            Self::NoSuchRule { .. } | Self::NoSuchTable { .. } | Self::NoSuchField { .. } => {
                ErrorCode::NoSuchName
            }
            Self::UnknownKind { .. } | Self::NoSuchKind { .. } => ErrorCode::UnknownKind,
            Self::RepeatedStandardInput | Self::Pack { .. } => ErrorCode::InvalidArgument,
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
