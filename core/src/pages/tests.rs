use super::{Form, catalogue, example, explain, index, page};
use crate::{Lang, rules};

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

#[test]
fn every_rule_has_an_example_that_passes_and_one_that_fails() {
    for rule in rules::all() {
        let fails: Vec<bool> = example::of(rule).iter().map(|example| example.fails).collect();
        assert_eq!(fails, [false, true], "{}", rule.id);
        for example in example::of(rule) {
            let found = example.breaches.iter().any(|breach| breach.rule == rule.id);
            assert_eq!(found, example.fails, "{}", rule.id);
            assert!(!example.json.is_empty() && !example.shows.is_empty(), "{}", rule.id);
        }
    }
}

/// Everything that the catalogue says of a rule stands in each form that explains it.
#[test]
fn an_explanation_leaves_nothing_out() {
    for rule in rules::all() {
        for lang in BOTH {
            let text = explain(rule, lang);
            let parts = [rule.id, rule.name].into_iter();
            let parts =
                parts.chain([rule.title, rule.why, rule.message, rule.advice].map(|words| words.get(lang)));
            let parts = parts.chain(rule.basis.iter().filter_map(|basis| basis.quote));
            let parts = parts.chain(rule.basis.iter().filter_map(|basis| basis.from));
            let parts = parts.chain(rule.parameters.iter().flat_map(|row| [row.0, row.1]));
            for part in parts {
                assert!(text.contains(part), "{} {lang:?}: {part}", rule.id);
            }
        }
    }
}

#[test]
fn every_rule_stands_in_every_form() {
    for lang in BOTH {
        for form in [Form::Text, Form::Json, Form::Markdown, Form::Html] {
            let text = catalogue(form, lang);
            let missing: Vec<&str> =
                rules::all().map(|rule| rule.id).filter(|id| !text.contains(id)).collect();
            assert!(missing.is_empty(), "{form:?} {lang:?}: {missing:?}");
        }
    }
    assert!(rules::all().all(|rule| index().contains(&format!("]({}.md)", rule.id))));
}

/// A table has as many cells in each row as in its head, whatever its texts hold.
#[test]
fn tables_hold_their_columns() {
    let pages =
        rules::all().map(page).chain(BOTH.map(|lang| catalogue(Form::Markdown, lang))).chain([index()]);
    for page in pages {
        let mut columns = None;
        for line in page.lines() {
            let cells = line.replace(r"\|", "").matches('|').count();
            columns = line.starts_with('|').then(|| *columns.get_or_insert(cells));
            assert!(columns.is_none_or(|columns| columns == cells), "{line}");
        }
    }
}

/// The page opens no connection and each of its tags is closed.
#[test]
fn the_html_page_stands_alone_and_is_well_formed() {
    for lang in BOTH {
        let page = catalogue(Form::Html, lang);
        for outside in ["http://", "https://", "src=", "<link", "<script", "@import", "url("] {
            assert!(!page.contains(outside), "{outside}");
        }
        let mut open = Vec::new();
        let body = page.split_once("<html").map(|(_, rest)| format!("<html{rest}")).unwrap_or_default();
        for tag in body.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
            let name = tag.split(' ').next().unwrap_or_default();
            match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{tag}"),
                None if ["meta", "br"].contains(&name) => {}
                None => open.push(name),
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }
}
