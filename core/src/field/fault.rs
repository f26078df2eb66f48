//! Structural faults, as reading finds them.

use std::cmp::Ordering;
use std::mem::{Discriminant, discriminant};

use super::{FieldMeta, Sorted, compare_pointers};
use crate::Words;
use crate::codes::{Suggestion, Table};

/// Something in a record that is not of the model's form, and where.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) pointer: String,
    /// The field's declaration; none for unknown keys and the record as a whole.
    pub(crate) meta: Option<&'static FieldMeta>,
    pub(crate) kind: FaultKind,
}

impl Sorted for Fault {
    type Sort = Discriminant<FaultKind>;

    fn sort(&self) -> Self::Sort {
        discriminant(&self.kind)
    }

    fn order(&self, other: &Self) -> Ordering {
        compare_pointers(&self.pointer, &other.pointer)
    }
}

/// The structural faults of one record.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    pub(crate) kept: Vec<Fault>,
    /// How many faults there are besides, with one of the same sort that was kept.
    pub(crate) more: Vec<(Fault, u64)>,
}

/// What is wrong. It holds limits, names and codes of the standard, never a value of the record.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FaultKind {
    WrongType {
        expected: Words,
    },
    Missing,
    UnknownField {
        near: Option<&'static str>,
    },
    NotACode {
        table: &'static Table,
        suggestion: Option<Suggestion>,
    },
    BadText {
        fault: TextFault,
        limit: usize,
    },
    BadForm {
        expected: Words,
    },
    OutOfRange {
        min: Words,
        max: Words,
    },
    TooManyDecimals {
        limit: u32,
    },
    BadDate {
        fault: Words,
        expected: Words,
    },
    BadList(ListFault),
    ControlCharacter(char),
    RepeatedKey,
    /// A code that a spreadsheet turned into a number.
    SpreadsheetDamage,
}

/// What is wrong with a text as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextFault {
    Empty,
    Blank,
    Edge,
    TooLong,
}

/// What is wrong with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListFault {
    TooShort,
    TooLong,
    Repeated,
}
