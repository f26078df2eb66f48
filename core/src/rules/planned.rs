//! Rules of the standard that this version does not check yet: those on a package.

use crate::Words;
use crate::error::Error;

macro_rules! planned {
    ($($id:literal $zh:literal / $en:literal,)*) => {
        /// Id and title; a rule leaves the list when it enters the catalogue.
        pub(super) const PLANNED: &[(&str, Words)] = &[$(($id, Words::new($zh, $en)),)*];
    };
}

planned! {
    "PKG001" "清单缺失或格式不符" / "the manifest is missing or not of its form",
    "PKG002" "清单所列文件缺失或无法读取" / "a listed file is missing or cannot be read",
    "PKG003" "文件摘要不符" / "a digest differs",
    "PKG004" "记录数或字节数不符" / "the number of records or bytes differs",
    "PKG005" "标准版本未知" / "an unknown version of the standard",
    "PKG006" "有文件未列入清单" / "a file that the manifest does not list",
    "PKG007" "记录更新时间晚于打包时间" / "a record updated after the package was made",
    "PKG008" "含有超出数据包级别的字段" / "a field of a class above the package's",
    "PKG009" "文件路径不安全" / "an unsafe path",
}

/// The error that says that a rule is planned, where the id is of one.
pub(super) fn planned(name: &str) -> Option<Error> {
    let name = name.trim();
    let (id, title) = PLANNED.iter().find(|(id, _)| id.eq_ignore_ascii_case(name))?;
    Some(Error::PlannedRule { id, title: *title })
}
