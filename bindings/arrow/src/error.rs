//! Why a table could not be checked.

use arrow_schema::ArrowError;

use crate::Fault;

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
    /// A column does not hold together, as where a file was damaged on its way.
    #[error("{}{}; write the file anew or get it once more from its source", of(column), fault.english())]
    Damaged {
        /// The column; empty for the table itself.
        column: String,
        /// What is wrong with it.
        fault: Fault,
    },
    /// Two columns stand for one field.
    #[error("two columns of the table are called `{column}`, or hold it and parts of it; rename or drop one")]
    Repeated {
        /// The field.
        column: String,
    },
    /// The table cannot be read to its end.
    #[error("the table cannot be read: {0}")]
    Table(ArrowError),
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
            Self::Damaged { column, fault } => {
                let of = if column.is_empty() { "表格".to_owned() } else { format!("列“{column}”") };
                format!("{of}已损坏：{}；请重新生成文件，或从来源处重新获取", fault.chinese())
            }
            Self::Repeated { column } => {
                format!("表格中“{column}”一列重复，或同时以整列和分列给出；请改名或去掉一列")
            }
            Self::Table(error) => format!("表格无法读取：{error}"),
            Self::Check(error) => error.chinese(),
        }
    }
}

fn of(column: &str) -> String {
    if column.is_empty() {
        "the table is damaged: ".to_owned()
    } else {
        format!("column `{column}` is damaged: ")
    }
}

impl From<ArrowError> for Error {
    fn from(error: ArrowError) -> Self {
        match error {
            // what `Tables` says of a batch comes as such
            ArrowError::ExternalError(inner) => match inner.downcast::<Self>() {
                Ok(error) => *error,
                Err(inner) => Self::Table(ArrowError::ExternalError(inner)),
            },
            error => Self::Table(error),
        }
    }
}
