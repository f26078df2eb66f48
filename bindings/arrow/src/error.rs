//! Why a table could not be checked.

/// Why a table could not be checked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A column has a type that no field takes.
    #[error(
        "column `{column}` is of type {kind}, which no field takes; convert it to text, a number or a date"
    )]
    Column {
        /// The column.
        column: String,
        /// Its type as Arrow calls it.
        kind: String,
    },
    /// The table cannot be read to its end.
    #[error("the table cannot be read: {0}")]
    Table(#[from] arrow_schema::ArrowError),
    /// The check itself.
    #[error(transparent)]
    Check(#[from] shequ::Error),
}

impl Error {
    /// The error in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            Self::Column { column, kind } => {
                format!("列“{column}”的类型为{kind}，没有字段可用；请先转换为文本、数值或日期")
            }
            Self::Table(error) => format!("表格无法读取：{error}"),
            Self::Check(error) => error.chinese(),
        }
    }
}
