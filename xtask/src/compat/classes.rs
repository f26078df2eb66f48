//! The classes of changes. A number is never given another meaning.

/// For whom a change breaks something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Effect {
    /// Data that was right is refused.
    Writers,
    /// A program that reads the data or calls the library must change.
    Readers,
    /// Nothing breaks; older versions do not know what came.
    Growth,
    /// Texts for people.
    Words,
}

impl Effect {
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Writers => "breaks writers",
            Self::Readers => "breaks readers",
            Self::Growth => "growth",
            Self::Words => "words",
        }
    }
}

/// A class of changes.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Class {
    pub(super) number: u16,
    pub(super) effect: Effect,
    pub(super) what: &'static str,
}

const fn class(number: u16, effect: Effect, what: &'static str) -> Class {
    Class { number, effect, what }
}

use Effect::{Growth, Readers, Words, Writers};

/// All classes: 1 schemas, 2 codes, 3 rules, 4 C, 5 Python, 6 the report.
pub(super) static ALL: &[Class] = &[
    class(101, Writers, "the record type is gone"),
    class(102, Growth, "the record type is new"),
    class(103, Writers, "the field is gone"),
    class(104, Growth, "the field is new and optional"),
    class(105, Writers, "the field is new and required"),
    class(106, Writers, "the field has become required"),
    class(107, Readers, "the field has become optional"),
    class(108, Writers, "a type is taken no more"),
    class(109, Readers, "another type is taken"),
    class(110, Writers, "a limit is narrower"),
    class(111, Readers, "a limit is wider"),
    class(112, Writers, "the form has changed"),
    class(113, Writers, "a condition is new or has changed"),
    class(114, Readers, "a condition is gone"),
    class(115, Readers, "the personal-data class is lower"),
    class(116, Writers, "the personal-data class is higher"),
    class(117, Words, "title or description has changed"),
    class(118, Readers, "the unit has changed"),
    class(119, Writers, "the reference goes elsewhere"),
    class(120, Growth, "the field is deprecated"),
    class(201, Writers, "the code is gone"),
    class(202, Growth, "the code is new"),
    class(203, Words, "a label, an alias or the origin has changed"),
    class(204, Readers, "the table has become open"),
    class(205, Writers, "the table has become closed, or its pattern has changed"),
    class(206, Writers, "the table is gone"),
    class(207, Growth, "the table is new"),
    class(208, Growth, "the code is deprecated"),
    class(301, Readers, "the rule is gone"),
    class(302, Writers, "the rule is new, and an error"),
    class(303, Growth, "the rule is new, a warning or for information"),
    class(304, Writers, "the severity has been raised to error"),
    class(305, Readers, "the severity has changed"),
    class(306, Writers, "the rule looks at more record types"),
    class(307, Readers, "the rule looks at fewer record types"),
    class(308, Readers, "the name or the scope has changed"),
    class(309, Writers, "a parameter is gone or has another default"),
    class(310, Growth, "a parameter is new"),
    class(311, Words, "texts or basis have changed"),
    class(312, Writers, "the days in force have changed"),
    class(313, Readers, "options may no longer change the rule"),
    class(314, Growth, "the rule is deprecated"),
    class(315, Growth, "options may change the rule"),
    class(401, Readers, "the function is gone"),
    class(402, Readers, "the function takes or returns something else"),
    class(403, Growth, "the function is new"),
    class(404, Readers, "the constant is gone or has another value"),
    class(405, Growth, "the constant is new"),
    class(406, Readers, "the type is gone, or its members have changed"),
    class(407, Growth, "the struct has more members at its end"),
    class(408, Growth, "the type is new"),
    class(409, Readers, "the symbol is gone"),
    class(410, Growth, "the symbol is new"),
    class(501, Readers, "the name is gone"),
    class(502, Growth, "the name is new"),
    class(503, Readers, "the call takes other arguments"),
    class(504, Growth, "the call takes one more optional argument"),
    class(505, Readers, "a type has changed"),
    class(601, Readers, "the member of the report is gone"),
    class(602, Growth, "the member of the report is new"),
    class(603, Readers, "the member of the report has another type"),
];

/// The class of a number.
///
/// # Panics
/// Where there is none.
pub(super) fn find(number: u16) -> &'static Class {
    ALL.iter().find(|class| class.number == number).expect("the class stands in the list")
}
