//! Division codes, and the six-digit codes that are known.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::set;
use crate::ids::division::{is_known, known_prefix, periods};
use crate::ids::{CommunityCode, DivisionCode, Issue, Issues, Level};

/// Codes of the history that no source package holds: `core/data/divisions/README.md` says why.
const MISSING: [u32; 3] = [230_834, 370_719, 370_819];

#[test]
fn levels() {
    for (text, level, gap) in [
        ("370000000000", Level::Province, None),
        ("370100000000", Level::Prefecture, None),
        ("370102000000", Level::County, None),
        ("370102001000", Level::Township, None),
        ("370102001001", Level::Village, None),
        ("370002000000", Level::County, Some(Level::Prefecture)),
        ("370100001000", Level::Township, Some(Level::County)),
        ("370102000001", Level::Village, Some(Level::Township)),
        ("370000000001", Level::Village, Some(Level::Prefecture)),
        ("441900003000", Level::Township, None),
        ("441900003001", Level::Village, None),
        ("441900000001", Level::Village, Some(Level::Township)),
        ("460400100000", Level::Township, None),
        ("100000000000", Level::Province, Some(Level::Province)),
        ("000000000000", Level::Province, Some(Level::Province)),
        ("990102001000", Level::Township, Some(Level::Province)),
    ] {
        let code = DivisionCode::of_form(text).unwrap();
        assert_eq!(code.level(), level, "{text}");
        assert_eq!(code.gap(&super::super::division::CITIES_WITHOUT_COUNTIES), gap, "{text}");
        let expected = if gap.is_some() { set(&[Issue::Level]) } else { Issues::NONE };
        assert_eq!(DivisionCode::inspect(text), expected, "{text}");
        assert_eq!(DivisionCode::from_u64(code.as_u64()), Some(code));
    }
}

#[test]
fn forms() {
    for text in ["", "37010200100", "3701020010000", "37010200100X", "３70102001000"] {
        assert!(DivisionCode::inspect(text).contains(Issue::Form), "{text}");
        assert!(CommunityCode::inspect(text).contains(Issue::Form), "{text}");
    }
    for text in ["3.70102E+11", "3e11"] {
        assert_eq!(DivisionCode::inspect(text), set(&[Issue::SpreadsheetDamage]), "{text}");
        assert_eq!(CommunityCode::inspect(text), set(&[Issue::SpreadsheetDamage]), "{text}");
    }
    assert_eq!(CommunityCode::inspect("370102001000"), set(&[Issue::Form]));
    assert_eq!(CommunityCode::inspect("370100001001"), set(&[Issue::Level]));
    assert_eq!(CommunityCode::of_form("370100001001").unwrap().serial(), 1);
}

#[test]
fn ancestors() {
    let code = DivisionCode::parse("370102001001").unwrap();
    let above: Vec<String> =
        std::iter::successors(code.parent(), DivisionCode::parent).map(|code| code.to_string()).collect();
    assert_eq!(above, ["370102001000", "370102000000", "370100000000", "370000000000"]);
    let city = CommunityCode::parse("441900003001").unwrap();
    assert_eq!(city.county(), None);
    assert_eq!(city.township().parent(), city.prefecture());
    assert_eq!(city.as_division().ancestor(Level::Village), Some(city.as_division()));
    assert!(city.as_division().is_within(city.province()));
    assert!(!city.province().is_within(city.as_division()));
}

/// Every code of the history kept beside the project is known.
#[test]
#[ignore = "needs the history of the codes beside the project"]
fn history() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/gb2260-history.tsv");
    let table = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let codes: BTreeSet<u32> =
        table.lines().skip(1).filter_map(|line| line.split('\t').next()?.parse().ok()).collect();
    let unknown: Vec<u32> =
        codes.iter().copied().filter(|code| !is_known(*code) && known_prefix(*code).is_none()).collect();
    eprintln!("{} codes, {} known", codes.len(), codes.len() - unknown.len());
    assert!(codes.len() > 6000);
    assert_eq!(unknown, MISSING);
}

#[test]
fn names_over_time() {
    let names: Vec<_> = periods(140_105).map(|period| (period.name, period.to)).collect();
    assert_eq!(names.last().map(|(_, to)| *to), Some(None));
    let reused: Vec<_> = periods(362_324).map(|period| period.name).collect();
    assert!(reused.contains(&"丰城县") && reused.contains(&"铅山县"));
    for (code, name) in [(110_000, "北京市"), (441_900, "东莞市"), (370_102, "历下区"), (710_000, "台湾省")]
    {
        let prefix = known_prefix(code).unwrap();
        assert_eq!((prefix.name, prefix.to), (name, None), "{code}");
    }
}

#[test]
fn the_lineage_is_that_of_the_ancestors() {
    for text in [
        "370000000000",
        "370100000000",
        "370102000000",
        "370102001000",
        "370102001001",
        "441900003000",
        "441900003001",
    ] {
        let code = DivisionCode::parse(text).unwrap();
        let ancestors = Level::ALL.map(|level| code.ancestor(level).map(u64::from));
        assert_eq!(code.lineage(), ancestors, "{text}");
        let own = ancestors.iter().rposition(Option::is_some).unwrap();
        assert_eq!(code.level(), Level::ALL[own], "{text}");
        let parent = ancestors[..own].iter().rev().flatten().next();
        assert_eq!(code.parent().map(u64::from).as_ref(), parent, "{text}");
    }
}
