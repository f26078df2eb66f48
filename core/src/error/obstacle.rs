//! What keeps one input from being read to its end, and what is left alone.

use crate::Words;

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
    /// A package with more files than the limits allow.
    TooManyFiles,
    /// A zip file that is damaged or none.
    BrokenArchive,
    /// A zip file whose files share bytes, as those of a zip bomb do.
    Overlapping,
    /// A package that unpacks to more than the limits allow.
    TooLarge,
}

impl Obstacle {
    /// What a fault of reading means.
    pub(crate) fn of(error: &std::io::Error) -> Self {
        // the decoders of compressed data say so in this way
        match error.kind() {
            std::io::ErrorKind::InvalidData => Self::BrokenCompression,
            std::io::ErrorKind::OutOfMemory => Self::LargeWindow,
            std::io::ErrorKind::Unsupported => Self::Compressed,
            std::io::ErrorKind::FileTooLarge => Self::TooLarge,
            _ => Self::Unreadable,
        }
    }

    /// All of them.
    const ALL: [Self; 17] = [
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
        Self::TooManyFiles,
        Self::BrokenArchive,
        Self::Overlapping,
        Self::TooLarge,
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
            Self::TooManyFiles => "too-many-files",
            Self::BrokenArchive => "broken-archive",
            Self::Overlapping => "overlapping",
            Self::TooLarge => "too-large",
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
            Self::TooManyFiles => Words::new(
                "数据包中的文件过多，未予核查；请核对来源，确需如此的，请调高文件数上限",
                "the package holds too many files and was not checked; make sure where it comes from, and raise the limit of files where it is right",
            ),
            Self::BrokenArchive => Words::new(
                "这不是完整的zip压缩包，未予核查；请重新取得完整的文件",
                "this is no whole zip file and nothing was checked; get the whole file again",
            ),
            Self::Overlapping => Words::new(
                "压缩包中的文件相互重叠，属于“压缩包炸弹”的特征，未予核查；请核对来源",
                "files in the archive share bytes, as those of a zip bomb do, and nothing was checked; make sure where it comes from",
            ),
            Self::TooLarge => Words::new(
                "解压后的内容超过上限，为保护系统不再读取；请核对来源，确需如此的，请调高解压上限",
                "unpacked it is beyond the limits and was read no further; make sure where it comes from, and raise the limits of unpacking where it is right",
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
