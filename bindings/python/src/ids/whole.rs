//! Whole columns of identifiers: masked, and told apart.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{Array, ArrayRef, RecordBatch};
use pyo3::prelude::*;
use shequ_arrow::Texts;

use super::check::Fault;
use super::column;
use super::kind::kind;
use crate::guard;
use crate::table::Table;

/// How many rows a piece of the table has: few enough that no text column outgrows 32 bits.
const PIECE: usize = 1 << 20;

/// A column with stars for what must not be shown, as a table of the one column `masked`.
#[pyfunction]
pub(crate) fn mask_ids(py: Python<'_>, kind_name: &str, column: &Bound<'_, PyAny>) -> PyResult<Table> {
    let kind = kind(py, kind_name)?;
    let arrays = guard::run(py, || column::read(column))?;
    let pieces = guard::detached(py, || masked(&arrays, kind.mask))?.map_err(|fault| fault.raised(py))?;
    Ok(Table::of(pieces[0].schema(), pieces))
}

fn masked(arrays: &[ArrayRef], mask: fn(&str) -> String) -> Result<Vec<RecordBatch>, Fault> {
    // also of nothing, so that the column is known
    let mut pieces = Vec::new();
    for array in arrays {
        let texts = Texts::new(array.as_ref()).ok_or_else(|| Fault::Type(array.data_type().to_string()))?;
        for start in (0..array.len()).step_by(PIECE) {
            let rows = start..(start + PIECE).min(array.len());
            pieces.push(piece(rows.map(|row| texts.get(row).map(|text| mask(&text))))?);
        }
    }
    if pieces.is_empty() {
        pieces.push(piece(std::iter::empty())?);
    }
    Ok(pieces)
}

fn piece(texts: impl Iterator<Item = Option<String>>) -> Result<RecordBatch, Fault> {
    let mut column = StringBuilder::new();
    texts.for_each(|text| column.append_option(text));
    let column: ArrayRef = Arc::new(column.finish());
    RecordBatch::try_from_iter_with_nullable([("masked", column, true)]).map_err(Fault::Table)
}

/// A number that stands for the texts of a column in their order (FNV-1a, the same in every process and version); none
/// where it holds no texts.
#[pyfunction]
pub(crate) fn digest_ids(py: Python<'_>, column: &Bound<'_, PyAny>) -> PyResult<Option<u64>> {
    let arrays = guard::run(py, || column::read(column))?;
    guard::detached(py, || digest(&arrays))
}

fn digest(arrays: &[ArrayRef]) -> Option<u64> {
    let mut digest = 0xCBF2_9CE4_8422_2325;
    let mut take = |byte: u8| digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    for array in arrays {
        let texts = Texts::new(array.as_ref())?;
        for row in 0..array.len() {
            // bytes that no text of UTF-8 has tell where one ends, and where there is none
            match texts.get(row) {
                Some(text) => text.bytes().chain([0xFF]).for_each(&mut take),
                None => take(0xFE),
            }
        }
    }
    Some(digest)
}
