//! What rules rest on: how a document is cited, and the words of its clause.

use std::sync::LazyLock;

use crate::rule::Basis;
use crate::{Lang, Words};

/// How the clauses of a document are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbering {
    /// 三（二）, as in official opinions and notices.
    Policy,
    /// 第三条, as in laws.
    Article,
    /// Sections of a standard.
    Section,
}

/// A document under the name by which rules cite it.
#[derive(Debug)]
struct Document {
    name: &'static str,
    numbering: Numbering,
    /// The full title; empty where the name is title enough.
    title: Words,
}

/// A sentence of a clause.
#[derive(Debug)]
struct Clause {
    document: &'static str,
    number: &'static str,
    text: &'static str,
}

static DOCUMENTS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let document = |[name, numbering, zh, en]: [&'static str; 4]| Document {
        name,
        numbering: match numbering {
            "policy" => Numbering::Policy,
            "article" => Numbering::Article,
            _ => Numbering::Section,
        },
        title: Words::new(zh, en),
    };
    rows(include_str!("../../data/documents.tsv")).map(document).collect()
});

static CLAUSES: LazyLock<Vec<Clause>> = LazyLock::new(|| {
    rows(include_str!("../../data/clauses.tsv"))
        .map(|[document, number, text]| Clause { document, number, text })
        .collect()
});

/// The rows of a table below its header.
fn rows<const COLUMNS: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    table.lines().skip(1).filter_map(|line| line.split('\t').collect::<Vec<_>>().try_into().ok())
}

/// The document, its clause and the days of its validity.
pub(super) fn cite(basis: &Basis, lang: Lang) -> String {
    let document = DOCUMENTS.iter().find(|document| document.name == basis.document);
    let numbering = document.map_or(Numbering::Section, |document| document.numbering);
    let title = document.map_or("", |document| document.title.get(lang));
    let is_own = basis.document.starts_with("shequ ");
    let mut out = match (lang, title.is_empty(), is_own) {
        (_, true, _) => basis.document.to_owned(),
        (Lang::Zh, _, true) => format!("{title}（{}）", basis.document),
        (Lang::Zh, _, false) if numbering == Numbering::Policy => {
            format!("《{title}》（{}）", basis.document)
        }
        (Lang::Zh, _, false) => format!("{}《{title}》", basis.document),
        (Lang::En, ..) => format!("{title} ({})", basis.document),
    };
    if let Some(number) = basis.clause {
        out += &clause(number, numbering, lang);
    }
    let (from, to) = (basis.from, basis.to);
    if (from, to) != (None, None) {
        let (open, close) = if lang == Lang::Zh { ("（", "）") } else { (" (", ")") };
        out += &[open, &days(from, to, lang), close].concat();
    }
    out
}

/// A clause of the policy by its number alone: 三（二）.
pub(super) fn policy_clause(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => clause(number, Numbering::Policy, lang),
        Lang::En => number.to_owned(),
    }
}

fn clause(number: &str, numbering: Numbering, lang: Lang) -> String {
    match (numbering, lang) {
        (Numbering::Policy, Lang::Zh) => {
            let mut steps = number.split('.').map(numeral);
            let part = steps.next().unwrap_or_default().to_owned();
            steps.fold(part, |part, step| part + "（" + step + "）")
        }
        (Numbering::Article, Lang::Zh) => format!("第{number}条"),
        (Numbering::Section, Lang::Zh) => format!(" {number}节"),
        (Numbering::Article, Lang::En) if number.contains('-') => format!(", articles {number}"),
        (Numbering::Article, Lang::En) => format!(", article {number}"),
        (_, Lang::En) => format!(", section {number}"),
    }
}

fn numeral(step: &str) -> &str {
    const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let number = step.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    number.and_then(|index| NUMERALS.get(index).copied()).unwrap_or(step)
}

/// The words of the clause: its sentence where the repository has it, else the phrase that the rule
/// names, else nothing.
pub(super) fn quotation(basis: &Basis) -> Option<&'static str> {
    let phrase = basis.quote?;
    Some(sentence(basis, phrase).unwrap_or(phrase))
}

fn sentence(basis: &Basis, phrase: &str) -> Option<&'static str> {
    let is_meant = |clause: &&Clause| {
        clause.document == basis.document
            && Some(clause.number) == basis.clause
            && clause.text.contains(phrase)
    };
    CLAUSES.iter().find(is_meant).map(|clause| clause.text)
}

/// From a first day on and before the first day after.
pub(super) fn days(from: Option<&str>, to: Option<&str>, lang: Lang) -> String {
    match (lang, from, to) {
        (Lang::Zh, None, None) => "一直有效".to_owned(),
        (Lang::Zh, Some(from), None) => format!("自{from}起"),
        (Lang::Zh, None, Some(to)) => format!("{to}之前"),
        (Lang::Zh, Some(from), Some(to)) => format!("自{from}起，{to}之前"),
        (Lang::En, None, None) => "at all times".to_owned(),
        (Lang::En, Some(from), None) => format!("from {from}"),
        (Lang::En, None, Some(to)) => format!("before {to}"),
        (Lang::En, Some(from), Some(to)) => format!("from {from}, before {to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn every_row_of_both_tables_is_read() {
        let lines = |table: &str| table.lines().count() - 1;
        assert_eq!(DOCUMENTS.len(), lines(include_str!("../../data/documents.tsv")));
        assert_eq!(CLAUSES.len(), lines(include_str!("../../data/clauses.tsv")));
    }

    /// The policy's own words stand behind each of its citations, and no sentence stands for nothing.
    #[test]
    fn every_policy_clause_is_quoted_and_every_sentence_is_used() {
        const POLICY: &str = "民发〔2009〕165号";
        let mut used = Vec::new();
        for rule in rules::all() {
            for basis in rule.basis.iter().filter(|basis| basis.document == POLICY) {
                let sentence = basis.quote.and_then(|phrase| sentence(basis, phrase));
                used.push(sentence.unwrap_or_else(|| panic!("{}: {basis:?}", rule.id)));
            }
        }
        for clause in CLAUSES.iter() {
            assert!(used.contains(&clause.text), "{}", clause.text);
        }
    }

    #[test]
    fn every_document_is_known_and_every_document_is_cited() {
        let cited: Vec<&str> =
            rules::all().flat_map(|rule| rule.basis.iter().map(|basis| basis.document)).collect();
        for name in &cited {
            assert!(DOCUMENTS.iter().any(|document| document.name == *name), "{name}");
        }
        for document in DOCUMENTS.iter() {
            assert!(cited.contains(&document.name), "{}", document.name);
        }
    }

    #[test]
    fn clauses_are_numbered_as_their_documents_do() {
        let cited = |document, number, lang| cite(&Basis::new(document, Some(number)), lang);
        let policy = cited("民发〔2009〕165号", "3.2", Lang::Zh);
        assert_eq!(policy, "《民政部关于进一步推进和谐社区建设工作的意见》（民发〔2009〕165号）三（二）");
        assert_eq!(cited("民法典", "18", Lang::Zh), "民法典第18条");
        assert_eq!(cited("个人信息保护法", "13-15", Lang::Zh), "个人信息保护法第13-15条");
        assert_eq!(cited("民法典", "18", Lang::En), "Civil Code (民法典), article 18");
        assert_eq!(cited("RFC 8259", "8.1", Lang::Zh), "RFC 8259 8.1节");
        assert_eq!(cited("shequ 1.0 DOMAIN", "1.4", Lang::Zh), "本标准·领域说明（shequ 1.0 DOMAIN） 1.4节");
    }
}
