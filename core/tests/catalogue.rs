//! What people read about rules, in both languages, and that links to it lead somewhere.

use shequ::{Lang, pages, rules};

use crate::support::root;

/// A rule of structure, one of identifiers, one of the policy, one with parameters, one that the day
/// selects, one whose message depends on a loaded table.
const READ: [&str; 6] = ["STR014", "IDN015", "SVC002", "VOL005", "ORG009", "FAC005"];

fn explained(lang: Lang) -> String {
    let pages = READ.map(|id| pages::explain(rules::find(id).unwrap(), lang));
    pages.join("\n----\n\n")
}

#[test]
fn rules_are_explained_in_chinese() {
    insta::assert_snapshot!("explain_zh", explained(Lang::Zh));
}

#[test]
fn rules_are_explained_in_english() {
    insta::assert_snapshot!("explain_en", explained(Lang::En));
}

/// A finding's address is that of a page, and the page is about the rule.
#[test]
fn the_address_of_each_rule_is_a_page_about_it() {
    for rule in rules::all() {
        let path = root().join("schemas/v1").join(rule.url());
        let page =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(page.contains(&format!("\n# {} ", rule.id)), "{}", path.display());
    }
}

/// Each line of the index leads to a page beside it.
#[test]
fn the_index_leads_to_every_page() {
    let folder = root().join("schemas/v1/rules");
    let index = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let links: Vec<&str> =
        index.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link).collect();
    assert_eq!(links.len(), rules::all().count());
    assert!(links.iter().all(|link| folder.join(link).is_file()), "{links:?}");
}

#[test]
fn a_rule_goes_by_its_id_or_name_in_any_case() {
    for name in ["idn001", " IDN001 ", "Resident-ID-check-character"] {
        assert_eq!(rules::known(name).unwrap().id, "IDN001", "{name}");
    }
    let error = rules::known("IDN01").unwrap_err();
    assert_eq!(error.to_string(), "no rule is called `IDN01`; did you mean IDN001?");
    assert_eq!(error.chinese(), "没有名为“IDN01”的规则，是否指 IDN001？");
    // what may be a name or a number of a person is not repeated
    assert_eq!(rules::known("张三").unwrap_err().to_string(), "no rule is called so");
    assert_eq!(rules::known("110105194912310021").unwrap_err().chinese(), "没有这样的规则");
}
