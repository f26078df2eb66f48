//! What is wrong with a column that another library hands over.

/// What is wrong with a column that another library hands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Lengths, buffers or children are not those of its type.
    Layout,
    /// Offsets fall or are negative.
    Offsets,
    /// Offsets, keys, views or run ends point beyond what is there.
    Beyond,
    /// The number of nulls is not that of the validity bits.
    Nulls,
    /// A buffer does not lie where numbers of its type may lie.
    Aligned,
    /// A name or a format is missing or not UTF-8.
    Schema,
    /// The columns are nested too deeply.
    Deep,
}

impl Fault {
    /// In Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Layout => "长度、缓冲区或子列与其类型不符",
            Self::Offsets => "偏移量为负或未按顺序递增",
            Self::Beyond => "偏移量、字典索引或视图超出数据范围",
            Self::Nulls => "空值个数与有效位不一致",
            Self::Aligned => "缓冲区未按类型对齐",
            Self::Schema => "列名和列类型应为UTF-8编码的文本，列名为GBK编码的请先转换",
            Self::Deep => "嵌套层数过多",
        }
    }

    /// In English.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Layout => "its lengths, buffers or children are not those of its type",
            Self::Offsets => "its offsets are negative or do not rise",
            Self::Beyond => "its offsets, keys or views point beyond what it holds",
            Self::Nulls => "its number of nulls is not that of its validity bits",
            Self::Aligned => "a buffer is not aligned for its type",
            Self::Schema => {
                "names and formats of columns must be text in UTF-8; convert names from GBK first"
            }
            Self::Deep => "it is nested too deeply",
        }
    }
}
