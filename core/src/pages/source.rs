//! What rules rest on: how a document is cited, and the words of its clause.

use std::sync::LazyLock;

use crate::Lang;
use crate::rule::{Basis, Numbering};

/// A sentence of a clause.
#[derive(Debug)]
struct Clause {
    document: &'static str,
    number: &'static str,
    text: &'static str,
}

static CLAUSES: LazyLock<Vec<Clause>> = LazyLock::new(|| {
    rows(include_str!("../../data/clauses.tsv"))
        .map(|[document, number, text]| Clause { document, number, text })
        .collect()
});

/// The rows of a table below its header.
fn rows<const COLUMNS: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    table.lines().skip(1).filter_map(|line| line.split('\t').collect::<Vec<_>>().try_into().ok())
}

/// The document, its clause and the days of its validity, as readers of such documents cite them.
pub(super) fn cite(basis: &Basis, lang: Lang) -> String {
    let mut out = document(basis, lang);
    if let Some(number) = basis.clause {
        out += &clause(number, basis.document.numbering(), lang);
    }
    let (from, to) = (basis.from, basis.to);
    if (from, to) != (None, None) {
        let (open, close) = if lang == Lang::Zh { ("（", "）") } else { (" (", ")") };
        out += &[open, &days(from, to, lang), close].concat();
    }
    out
}

/// The document with its edition: 《中华人民共和国村民委员会组织法》（2018年修正）.
fn document(basis: &Basis, lang: Lang) -> String {
    let document = basis.document;
    let (name, title, edition) = (document.name(), document.title().get(lang), document.edition());
    match (lang, document.numbering()) {
        _ if title.is_empty() => name.to_owned(),
        (Lang::Zh, _) if document.is_own() => format!("{title}（{name}）"),
        (Lang::Zh, Numbering::Policy) => format!("《{title}》（{name}）"),
        (Lang::Zh, Numbering::Article) if edition.is_empty() => format!("《{title}》"),
        (Lang::Zh, Numbering::Article) => format!("《{title}》（{edition}）"),
        (Lang::Zh, Numbering::Section) => format!("{name}《{title}》"),
        (Lang::En, _) => format!("{title} ({name})"),
    }
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
            let part = steps.next().unwrap_or_default();
            steps.fold(part, |part, step| part + "（" + &step + "）")
        }
        (Numbering::Article, Lang::Zh) => {
            let articles: Vec<String> =
                number.split('-').map(|article| format!("第{}条", numeral(article))).collect();
            articles.join("至")
        }
        (Numbering::Section, Lang::Zh) => format!(" {number}节"),
        (Numbering::Article, Lang::En) if number.contains('-') => format!(", articles {number}"),
        (Numbering::Article, Lang::En) => format!(", article {number}"),
        (_, Lang::En) => format!(", section {number}"),
    }
}

/// A number below 1,000 as articles are numbered: 十五, 一百零一; what is no number stays as it is.
fn numeral(step: &str) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let Some(number) = step.parse::<usize>().ok().filter(|number| (1..1000).contains(number)) else {
        return step.to_owned();
    };
    let [hundreds, tens, ones] = [number / 100, number / 10 % 10, number % 10];
    let hundred = if hundreds > 0 { [DIGITS[hundreds], "百"].concat() } else { String::new() };
    let ten = match (hundreds, tens) {
        (0, 0) => String::new(),
        (0, 1) => "十".to_owned(),
        (_, 0) if ones > 0 => "零".to_owned(),
        (_, 0) => String::new(),
        _ => [DIGITS[tens], "十"].concat(),
    };
    [&hundred, &ten, DIGITS[ones]].concat()
}

/// The words of the clause: its sentence where the repository has it, else the phrase that the rule
/// names, else nothing.
pub(super) fn quotation(basis: &Basis) -> Option<&'static str> {
    let phrase = basis.quote?;
    Some(sentence(basis, phrase).unwrap_or(phrase))
}

fn sentence(basis: &Basis, phrase: &str) -> Option<&'static str> {
    let is_meant = |clause: &&Clause| {
        clause.document == basis.document.name()
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
    use crate::rule::Document;
    use crate::rules;

    #[test]
    fn every_row_of_the_table_is_read() {
        let lines = include_str!("../../data/clauses.tsv").lines().count() - 1;
        assert_eq!(CLAUSES.len(), lines);
    }

    /// The policy's own words stand behind each of its citations, and no sentence stands for nothing.
    #[test]
    fn every_policy_clause_is_quoted_and_every_sentence_is_used() {
        let mut used = Vec::new();
        for rule in rules::all() {
            for basis in rule.basis.iter().filter(|basis| basis.document == Document::Policy2009) {
                let sentence = basis.quote.and_then(|phrase| sentence(basis, phrase));
                used.push(sentence.unwrap_or_else(|| panic!("{}: {basis:?}", rule.id)));
            }
        }
        for clause in CLAUSES.iter() {
            assert!(used.contains(&clause.text), "{}", clause.text);
        }
    }

    #[test]
    fn every_document_is_cited() {
        let cited: Vec<Document> =
            rules::all().flat_map(|rule| rule.basis.iter().map(|basis| basis.document)).collect();
        for document in Document::ALL {
            assert!(cited.contains(document), "{document:?}");
        }
    }

    #[test]
    fn clauses_are_numbered_as_their_documents_do() {
        let cited = |document, number, lang| cite(&Basis::clause(document, number), lang);
        let policy = cited(Document::Policy2009, "3.2", Lang::Zh);
        assert_eq!(policy, "《民政部关于进一步推进和谐社区建设工作的意见》（民发〔2009〕165号）三（二）");
        let zh = [
            (Document::Residents2018, "15", "《中华人民共和国城市居民委员会组织法》（2018年修正）第十五条"),
            (Document::CivilCode, "101", "《中华人民共和国民法典》第一百零一条"),
            (Document::PersonalInformation, "13-15", "《中华人民共和国个人信息保护法》第十三条至第十五条"),
            (Document::Rfc8259, "8.1", "RFC 8259 8.1节"),
            (Document::Gb11643, "4", "GB 11643-1999《公民身份号码》 4节"),
            (Document::Domain, "1.4", "本标准·领域说明（shequ 1.0 DOMAIN） 1.4节"),
        ];
        for (document, number, expected) in zh {
            assert_eq!(cited(document, number, Lang::Zh), expected);
        }
        assert_eq!(cited(Document::CivilCode, "18", Lang::En), "Civil Code (民法典), article 18");
    }

    #[test]
    fn articles_are_numbered_in_words() {
        let numbers = [
            ("1", "一"),
            ("9", "九"),
            ("10", "十"),
            ("15", "十五"),
            ("20", "二十"),
            ("96", "九十六"),
            ("100", "一百"),
            ("101", "一百零一"),
            ("110", "一百一十"),
            ("278", "二百七十八"),
            ("937", "九百三十七"),
            ("十二", "十二"),
            ("1260", "1260"),
            ("0", "0"),
        ];
        for (number, expected) in numbers {
            assert_eq!(numeral(number), expected, "{number}");
        }
    }
}
