//! `datapackage.json`: what a package is, and the files that it holds.

use shequ_macros::part;

use super::word::{
    Bytes, Compression, Format, RecordType, Secrecy, Sha256Digest, Sm3Digest, StandardVersion,
};
use crate::field::{Count, Date, DateTime, List, Text};
use crate::ids::CreditCode;

/// The name of the manifest in a package.
pub const MANIFEST: &str = "datapackage.json";

/// What a dataset is and which files it consists of: a Data Package v2 descriptor.
///
/// 数据包的说明：由谁发布、依据哪一版标准、包含哪些文件；采用 Data Package v2 的描述格式。
#[part("数据包清单", "Package manifest")]
pub struct Manifest {
    /// The profile of the descriptor; data-package.
    ///
    /// 描述文件所用的格式名称，一般为 data-package。
    #[field("描述格式", "Profile", public)]
    pub profile: Option<Text<200>>,
    /// A short name, best in lower-case letters, digits and dashes.
    ///
    /// 数据包的简短名称，宜用小写字母、数字和连字符。
    #[field("名称", "Name", public)]
    pub name: Text<100>,
    /// When the package was made; no record in it was updated later.
    ///
    /// 数据包的制作时间，须带时区；包内记录的更新时间不得晚于该时间。
    #[field("制作时间", "Created", public)]
    pub created: DateTime,
    /// Credit code of the body that is answerable for records without a source of their own.
    ///
    /// 发布单位的统一社会信用代码；未注明来源单位的记录由该单位负责。
    #[field("发布单位", "Publisher", public)]
    pub publisher: Option<CreditCode>,
    /// The version of the standard that the records follow.
    ///
    /// 包内记录所依据的标准版本。
    #[field("标准版本", "Standard", public)]
    pub standard: StandardVersion,
    /// The day as of which the records hold.
    ///
    /// 数据的基准日，包内数据反映该日的情况。
    #[field("基准日", "As of", public)]
    pub as_of: Date,
    /// The highest personal-data class that the package may hold.
    ///
    /// 数据包允许包含的最高个人信息级别：公开、内部、个人信息、敏感个人信息。
    #[field("数据级别", "Class", public)]
    pub class: Secrecy,
    /// The files, each with one record type.
    ///
    /// 数据文件，每个文件存放一种记录。
    #[field("数据文件", "Resources", public)]
    #[validate(length(min = 1, max = 10_000), nested)]
    pub resources: List<Resource>,
}

/// A file of records.
///
/// 一个数据文件。
#[part("数据文件", "Resource")]
pub struct Resource {
    /// A name, unique in the package.
    ///
    /// 文件的名称，包内不得重复。
    #[field("名称", "Name", public)]
    pub name: Text<100>,
    /// Where the file lies, relative to the manifest, with slashes.
    ///
    /// 文件相对于清单的路径，用斜杠分隔，不得为绝对路径，不得含“..”。
    #[field("路径", "Path", public)]
    pub path: Text<500>,
    /// The record type that it holds.
    ///
    /// 文件存放的记录类型。
    #[field("记录类型", "Record type", public)]
    pub kind: RecordType,
    /// How the records lie in it.
    ///
    /// 文件的格式。
    #[field("格式", "Format", public)]
    pub format: Format,
    /// How it is compressed; not at all where absent.
    ///
    /// 文件的压缩方式；不填的，视为未压缩。
    #[field("压缩方式", "Compression", public)]
    pub compression: Option<Compression>,
    /// Its size as it lies in the package.
    ///
    /// 文件在数据包中的字节数（压缩的，为压缩后的字节数）。
    #[field("字节数", "Bytes", public, unit("字节", "bytes"))]
    pub bytes: Bytes,
    /// How many records it holds.
    ///
    /// 文件中的记录条数。
    #[field("记录数", "Records", public, unit("条", "records"))]
    pub records: Count,
    /// SHA-256 of the file as it lies in the package.
    ///
    /// 文件的SHA-256摘要（压缩的，为压缩后的摘要）。
    #[field("SHA-256摘要", "SHA-256", public)]
    pub hash: Sha256Digest,
    /// SM3 of the file as it lies in the package.
    ///
    /// 文件的SM3摘要（压缩的，为压缩后的摘要），算法见GB/T 32905。
    #[field("SM3摘要", "SM3", public)]
    pub sm3: Sm3Digest,
}

/// What other tools know a descriptor of this form by.
const SCHEMA: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

impl Manifest {
    /// The text of the manifest, as it stands in a package.
    pub fn to_text(&self) -> String {
        let members = serde_json::to_string_pretty(self).unwrap_or_default();
        let rest = members.strip_prefix('{').unwrap_or_default();
        format!("{{\n  \"$schema\": \"{SCHEMA}\",{rest}\n")
    }
}
