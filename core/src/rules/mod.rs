//! The rules of the standard: each is declared in one block, with its check beneath.

mod activity;
mod admission;
mod age;
mod agreement;
mod case;
mod code;
mod community;
mod compare;
pub(crate) mod dataset;
mod disclosure;
mod election;
mod evaluation;
mod facility;
mod fields;
mod fund;
mod id;
mod identity;
mod issue;
mod meeting;
mod organisation;
mod organisation_form;
pub(crate) mod package;
mod person;
mod recognition;
mod service;
mod service_record;
mod settings;
mod sink;
mod statistics;
mod structure;
mod subdivision;
mod text;
mod unreadable;
mod volunteer;
mod worker;

use std::sync::LazyLock;

use jiff::civil;

use crate::Words;
use crate::divisions::DivisionTable;
use crate::error::Error;
use crate::field::{Faults, Path, Record};
use crate::rule::{Rule, Severity};

pub use self::issue::Reported;
pub use self::settings::Settings;
pub(crate) use self::sink::Sink;
pub(crate) use self::structure::{STR001, STR015, exchanged_coordinates};
pub(crate) use self::unreadable::{NO_FURTHER, Unreadable};

/// What a rule may know besides the record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    /// The reference date.
    pub(crate) as_of: civil::Date,
    /// The division table, where one is loaded.
    pub(crate) divisions: Option<&'a DivisionTable>,
    /// Which rules are checked, and their parameters.
    pub(crate) settings: &'a Settings,
    /// What the manifest says of all records, where they lie in a package.
    pub(crate) package: Option<package::Terms>,
}

impl Context<'_> {
    /// How much a finding of a rule matters; none where the rule is not checked, or not in force on the reference date.
    pub(crate) fn severity(&self, rule: &Rule) -> Option<Severity> {
        in_force_severity(rule, self.as_of, self.settings)
    }
}

/// As [`Context::severity`].
fn in_force_severity(rule: &Rule, as_of: civil::Date, settings: &Settings) -> Option<Severity> {
    let in_force = rule.in_force == (None, None) || rule.is_in_force(&as_of.to_string());
    settings.effective(rule).filter(|_| in_force)
}

/// A record type with the rules that look at it.
pub(crate) trait Ruled: Record + dataset::Emits + validator::Validate {
    /// The rules that look at more than one field, or at fields of this type alone.
    fn check(view: &Self::View<'_>, context: Context<'_>, sink: &mut Sink<'_>);
}

macro_rules! plain {
    ({} $(($name:ident $module:ident $plural:literal $number:literal $($plain:ident)?))*) => {
        $($(
            const _: &str = stringify!($plain);

            impl Ruled for crate::model::$name {
                fn check(_: &Self::View<'_>, _: Context<'_>, _: &mut Sink<'_>) {}
            }

            impl dataset::Emits for crate::model::$name {}
        )?)*
    };
}

crate::for_each_kind!([plain] {});

/// Runs every rule on what could be read of a record.
pub(crate) fn check<T: Ruled>(view: &T::View<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    let mut visitor = fields::FieldRules { context, sink };
    T::walk(*view, &mut Path::default(), &mut visitor);
    T::check(view, context, sink);
    if let Some(terms) = context.package {
        package::check_record::<T>(view, terms, context, sink);
    }
}

/// Reports the faults that reading found.
pub(crate) fn report_faults(faults: Faults, sink: &mut Sink<'_>) {
    for fault in faults.kept {
        structure::report(fault, sink);
    }
    for (example, more) in faults.more {
        structure::report_more(&example, more, sink);
    }
}

/// Rules on one subject; their ids begin with its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Family {
    /// Three capitals: `IDN`.
    pub code: &'static str,
    /// What its rules are about.
    pub title: Words,
}

impl Family {
    /// Its rules by id.
    pub fn rules(self) -> impl Iterator<Item = &'static Rule> {
        all().filter(move |rule| rule.id.starts_with(self.code))
    }
}

/// The families in the order of the standard.
const FAMILIES: [(&str, Words); 18] = [
    ("STR", Words::new("记录结构", "Structure")),
    ("TXT", Words::new("文本", "Text")),
    ("IDN", Words::new("证件号码和代码", "Identifiers")),
    ("PER", Words::new("人员信息", "Persons")),
    ("COM", Words::new("社区、统计和下设单元", "Communities, statistics, subdivisions")),
    ("FAC", Words::new("服务设施", "Facilities")),
    ("EVA", Words::new("创建评估", "Evaluations")),
    ("ORG", Words::new("社区组织", "Organisations")),
    ("WRK", Words::new("社区工作者", "Workers")),
    ("ELE", Words::new("选举", "Elections")),
    ("AGR", Words::new("协议", "Agreements")),
    ("VOL", Words::new("志愿服务", "Volunteers, activities, service records, recognitions")),
    ("SVC", Words::new("服务事项和办件", "Services and cases")),
    ("MTG", Words::new("民主议事", "Meetings")),
    ("PUB", Words::new("村（居）务公开", "Disclosure")),
    ("FND", Words::new("社区经费", "Funds")),
    ("REF", Words::new("引用和重复", "References and duplicates")),
    ("PKG", Words::new("数据包", "Packages")),
];

/// The families in the order of the standard.
///
/// ```
/// let first = shequ::rules::families().next().unwrap();
/// assert_eq!((first.code, first.rules().next().unwrap().id), ("STR", "STR001"));
/// ```
pub fn families() -> impl Iterator<Item = Family> {
    FAMILIES.iter().map(|(code, title)| Family { code, title: *title })
}

static CATALOGUE: LazyLock<Vec<&Rule>> = LazyLock::new(|| {
    let mut rules = [
        structure::ALL,
        text::ALL,
        identity::ALL,
        code::ALL,
        id::ALL,
        person::ALL,
        community::ALL,
        statistics::ALL,
        subdivision::ALL,
        facility::ALL,
        evaluation::ALL,
        organisation::ALL,
        organisation_form::ALL,
        worker::ALL,
        election::ALL,
        agreement::ALL,
        volunteer::ALL,
        activity::ALL,
        service_record::ALL,
        recognition::ALL,
        admission::ALL,
        service::ALL,
        case::ALL,
        meeting::ALL,
        disclosure::ALL,
        fund::ALL,
        package::ALL,
    ]
    .into_iter()
    .chain(dataset::ALL.iter().copied())
    .collect::<Vec<_>>()
    .concat();
    rules.sort_by_key(|rule| (FAMILIES.iter().position(|family| rule.id.starts_with(family.0)), rule.id));
    rules
});

/// All rules, by family as in the standard and by id within each.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    CATALOGUE.iter().copied()
}

/// The rule of an id or a name, in any case.
///
/// ```
/// assert_eq!(shequ::rules::find("idn001").unwrap().name, "resident-id-check-character");
/// assert!(shequ::rules::find("XYZ999").is_none());
/// ```
pub fn find(name: &str) -> Option<&'static Rule> {
    let name = name.trim();
    all().find(|rule| rule.id.eq_ignore_ascii_case(name) || rule.name.eq_ignore_ascii_case(name))
}

/// The rule of an id or a name, in any case.
///
/// # Errors
/// Where there is none; the error names the rule that was probably meant.
pub fn known(name: &str) -> Result<&'static Rule, Error> {
    find(name).ok_or_else(|| no_such_rule(name))
}

fn no_such_rule(name: &str) -> Error {
    Error::NoSuchRule { name: name.to_owned(), near: nearest(name).map(|rule| rule.id) }
}

/// The least likeness at which a rule is suggested.
const NEAR: f64 = 0.6;
/// Letters from which the beginning of a name is enough.
const MIN_BEGINNING: usize = 5;
/// Longer than any name of a rule; whatever is longer was not meant as one.
const MAX_NAME: usize = 100;

/// The rule that was probably meant by a name that none has.
///
/// ```
/// use shequ::rules::nearest;
/// assert_eq!(nearest("IDN01").unwrap().id, "IDN001");
/// assert_eq!(nearest("resident-id-check").unwrap().id, "IDN001");
/// assert!(nearest("杭州").is_none());
/// ```
pub fn nearest(name: &str) -> Option<&'static Rule> {
    let name = name.trim().to_ascii_lowercase();
    if name.len() > MAX_NAME {
        return None;
    }
    let likeness = |text: &str| strsim::normalized_damerau_levenshtein(&name, &text.to_ascii_lowercase());
    let begins = |rule: &Rule| name.len() >= MIN_BEGINNING && rule.name.starts_with(&name);
    let score = |rule: &Rule| if begins(rule) { 1.0 } else { likeness(rule.id).max(likeness(rule.name)) };
    let scored = all().map(|rule| (score(rule), rule));
    // of equals the first in the catalogue
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    (best.0 >= NEAR).then_some(best.1)
}

#[cfg(test)]
mod tests;
