//! `shequ explain`

use std::fmt::Write;

use shequ::{Basis, EnforcedBy, Error, Lang, Rule, Scope, rules};

use crate::USAGE;
use crate::output::{self, complain};

pub(crate) fn run(name: &str, lang: Lang) -> u8 {
    let Some(rule) = rules::find(name) else {
        let error = Error::NoSuchRule { name: name.to_owned() };
        complain(lang, &error.chinese(), &error.to_string());
        return USAGE;
    };
    output::print(&page(rule, lang))
}

/// Everything that the catalogue says about a rule.
fn page(rule: &Rule, lang: Lang) -> String {
    let zh = lang == Lang::Zh;
    let mut out = String::new();
    let kinds: Vec<&str> = rule.kinds().into_iter().map(|kind| kind.title().get(lang)).collect();
    let kinds = match (rule.records.is_empty(), zh) {
        (true, true) => "全部记录类型".to_owned(),
        (true, false) => "all record types".to_owned(),
        (false, true) => kinds.join("、"),
        (false, false) => kinds.join(", "),
    };
    let rows = [
        (("级别", "severity"), rule.severity.words().get(lang).to_owned()),
        (("适用", "applies to"), kinds),
        (("范围", "looks at"), scope(rule.scope, lang).to_owned()),
        (("问题", "message"), rule.message.get(lang).to_owned()),
        (("原因", "why"), rule.why.get(lang).to_owned()),
        (("办法", "what to do"), rule.advice.get(lang).to_owned()),
        (
            ("依据", "rests on"),
            rule.basis.iter().map(|basis| cite(basis, lang)).collect::<Vec<_>>().join(if zh {
                "；"
            } else {
                "; "
            }),
        ),
        (("核查", "enforced by"), enforced_by(rule.enforced_by, lang).to_owned()),
        (("施行", "in force"), in_force(rule, lang)),
        (("始于", "since"), rule.since.to_owned()),
    ];
    let _ = writeln!(out, "{} {}（{}）\n", rule.id, rule.title.get(lang), rule.name);
    for ((label_zh, label_en), text) in rows {
        let label = if zh { label_zh.to_owned() } else { format!("{label_en:<11}") };
        let _ = writeln!(out, "{label}  {text}");
    }
    for (name, default) in rule.parameters {
        let label = if zh { "参数" } else { "parameter  " };
        let _ = writeln!(out, "{label}  {name} = {default}");
    }
    out
}

/// The days between which the rule holds.
fn in_force(rule: &Rule, lang: Lang) -> String {
    match (rule.in_force, lang) {
        ((None, None), Lang::Zh) => "一直有效".to_owned(),
        ((None, None), Lang::En) => "at all times".to_owned(),
        ((from, to), _) => format!("[{}, {})", from.unwrap_or(""), to.unwrap_or("")),
    }
}

fn cite(basis: &Basis, lang: Lang) -> String {
    let zh = lang == Lang::Zh;
    let mut out = basis.document.to_owned();
    if let Some(clause) = basis.clause {
        let _ = if zh { write!(out, " 第{clause}条") } else { write!(out, ", {clause}") };
    }
    if let Some(quote) = basis.quote {
        let _ = if zh { write!(out, "：“{quote}”") } else { write!(out, ": \"{quote}\"") };
    }
    match (basis.from, basis.to) {
        (None, None) => {}
        (from, to) => {
            let (from, to) = (from.unwrap_or(""), to.unwrap_or(""));
            let _ = write!(out, " [{from}, {to})");
        }
    }
    out
}

fn scope(scope: Scope, lang: Lang) -> &'static str {
    match (scope, lang) {
        (Scope::Record, Lang::Zh) => "单条记录",
        (Scope::Record, Lang::En) => "one record",
        (Scope::Dataset, Lang::Zh) => "整个数据集",
        (Scope::Dataset, Lang::En) => "the whole dataset",
        (Scope::Package, Lang::Zh) => "数据包",
        (Scope::Package, Lang::En) => "the package",
    }
}

fn enforced_by(who: EnforcedBy, lang: Lang) -> &'static str {
    match (who, lang) {
        (EnforcedBy::Schema, Lang::Zh) => "JSON Schema即可核查",
        (EnforcedBy::Schema, Lang::En) => "plain JSON Schema sees it",
        (EnforcedBy::Partly, Lang::Zh) => "JSON Schema可核查一部分，其余由本库核查",
        (EnforcedBy::Partly, Lang::En) => "plain JSON Schema sees some of it, the library all",
        (EnforcedBy::Library, Lang::Zh) => "只有本库能核查",
        (EnforcedBy::Library, Lang::En) => "the library alone",
    }
}
