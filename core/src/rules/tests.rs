//! What holds for every rule of the catalogue.

use std::collections::BTreeSet;

use super::*;
use crate::finding::placeholders;
use crate::rule::Document;

#[test]
fn ids_and_names_are_unique() {
    let ids: BTreeSet<&str> = all().map(|rule| rule.id).collect();
    let names: BTreeSet<&str> = all().map(|rule| rule.name).collect();
    assert_eq!(ids.len(), all().count());
    assert_eq!(names.len(), all().count());
}

#[test]
fn every_rule_belongs_to_a_family() {
    for rule in all() {
        assert!(FAMILIES.iter().any(|family| family.0 == &rule.id[..3]), "{}", rule.id);
    }
}

#[test]
fn placeholders_are_declared_and_the_same_in_both_languages() {
    for rule in all() {
        let texts = [Some(rule.message), Some(rule.advice), rule.hint];
        let mut used = BTreeSet::new();
        for text in texts.into_iter().flatten() {
            let (zh, en): (BTreeSet<_>, BTreeSet<_>) =
                (placeholders(text.zh).collect(), placeholders(text.en).collect());
            assert_eq!(zh, en, "{}", rule.id);
            used.extend(zh);
        }
        assert_eq!(used, rule.params.iter().copied().collect(), "{}", rule.id);
    }
}

#[test]
fn every_rule_rests_on_something() {
    for rule in all() {
        assert!(!rule.basis.is_empty(), "{}", rule.id);
    }
}

/// The standard's own word is the whole basis of a rule, or none of it.
#[test]
fn no_rule_rests_on_a_document_and_on_nothing() {
    for rule in all() {
        let own = rule.basis.iter().filter(|basis| basis.document == Document::Standard).count();
        assert!(own == 0 || rule.basis.len() == 1, "{}", rule.id);
    }
}

/// A rule that is no longer to be relied on names the one in its place, which is in force.
#[test]
fn replacements_are_rules() {
    for rule in all() {
        assert!(rule.versions.replacement.is_none() || rule.versions.deprecated.is_some(), "{}", rule.id);
        let replacement =
            rule.versions.replacement.map(|id| find(id).unwrap_or_else(|| panic!("{}: {id}", rule.id)));
        assert!(replacement.is_none_or(|rule| rule.versions.deprecated.is_none()), "{}", rule.id);
    }
}

#[test]
fn texts_follow_the_house_style() {
    for rule in all() {
        for text in [rule.title, rule.message, rule.advice].into_iter().chain(rule.hint) {
            assert!(!text.en.ends_with('.') && !text.zh.ends_with('。'), "{}", rule.id);
            assert!(!text.en.starts_with(|first: char| first.is_uppercase()), "{}: {}", rule.id, text.en);
        }
    }
}
