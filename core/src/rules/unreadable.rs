//! Why something cannot be read as a record, in words.

use crate::Words;
use crate::finding::Param;
use crate::input::{Encoding, Unread};
use crate::shown::is_word;

/// Why something cannot be read as a record.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unreadable<'k> {
    /// It is no JSON.
    Malformed,
    /// It is no UTF-8.
    NotUtf8,
    /// It is an object with a list of records under this key.
    Wraps(&'k str),
    /// As the reader of the input says.
    Input(Unread),
}

/// What is said of a record behind which nothing is read.
pub(crate) const NO_FURTHER: Words =
    Words::new("只读到此处，其后的内容未核对", "nothing behind it was read or checked");

impl From<Unreadable<'_>> for Param {
    fn from(why: Unreadable<'_>) -> Self {
        let words = match why {
            Unreadable::Wraps(key) => return wraps(key),
            Unreadable::Malformed
            | Unreadable::Input(Unread::BrokenRecord | Unread::LongLine | Unread::LongItem) => {
                Words::new("JSON不完整或有误", "broken JSON")
            }
            Unreadable::NotUtf8 => {
                Words::new("数据已损坏，或编码不是UTF-8", "damaged data, or an encoding other than UTF-8")
            }
            Unreadable::Input(Unread::BrokenArray) => Words::new(
                "JSON有误，数组只读到此处，其后的内容未核对",
                "broken JSON; the array was read no further, and nothing behind it was checked",
            ),
            Unreadable::Input(Unread::AfterRecord) => Words::new(
                "一条记录之后还有其他内容，未读取；多条记录请每行写一条（NDJSON），或放入一个JSON数组",
                "something follows the one record and was not read; write one record per line (NDJSON), or all of them as one JSON array",
            ),
            Unreadable::Input(Unread::AfterArray) => Words::new(
                "JSON数组结束之后还有其他内容，未读取",
                "something follows the end of the JSON array and was not read",
            ),
            Unreadable::Input(Unread::NoArray) => {
                Words::new("按JSON数组读取，但内容不是数组", "it should be a JSON array and is none")
            }
            Unreadable::Input(Unread::Nothing) => {
                Words::new("文件中没有任何内容", "nothing stands in the file")
            }
            Unreadable::Input(Unread::Foreign(Encoding::Wide)) => Words::new(
                "文件编码为UTF-16或UTF-32，未核对；请另存为UTF-8编码后再核对",
                "the file is in UTF-16 or UTF-32 and was not checked; save it as UTF-8 and check again",
            ),
            Unreadable::Input(Unread::Foreign(Encoding::Gb18030)) => Words::new(
                "文件编码应为GB18030或GBK，未核对；请转换为UTF-8编码后再核对（如 iconv -f GB18030 -t UTF-8）",
                "the file seems to be in GB18030 or GBK and was not checked; convert it to UTF-8, as by iconv -f GB18030 -t UTF-8, and check again",
            ),
        };
        words.into()
    }
}

/// The key is named where keys of the input may be.
fn wraps(key: &str) -> Param {
    let (zh, en) = if is_word(key) || crate::model::is_field(key) {
        (format!("在“{key}”之下"), format!("under {key}"))
    } else {
        ("在它的一个字段之下".to_owned(), "under one of its keys".to_owned())
    };
    Param::Phrase(
        format!("这是一个对象，记录列表{zh}；请只提交该列表（JSON数组），或每行写一条记录（NDJSON）"),
        format!(
            "it is one object with a list of records {en}; hand over the list alone, as a JSON array or one record per line (NDJSON)"
        ),
    )
}
