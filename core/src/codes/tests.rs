use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::Lang;

/// Calls a function with every type.
macro_rules! each_type {
    ({$check:ident} $($name:ident)+) => { [$($check::<$name>()),+] };
}

fn round_trip<C: Code + Serialize + DeserializeOwned>() -> &'static str {
    let table = C::table();
    assert_eq!(C::all().len(), table.rows.len(), "{}", table.name);
    for (code, row) in C::all().iter().zip(table.rows) {
        assert_eq!(code.code(), row.code);
        assert_eq!(C::parse(row.code), Some(*code));
        assert_eq!(code.row(), Some(row));
        assert_eq!(code.to_string(), row.code);
        assert_eq!((code.label(Lang::Zh), code.label(Lang::En)), (row.label.zh, row.label.en));
        let json = serde_json::to_string(code).expect("a code is a string");
        assert_eq!(json, format!("\"{}\"", row.code));
        assert_eq!(serde_json::from_str::<C>(&json).ok(), Some(*code));
    }
    assert!(C::all().is_sorted());
    for wrong in ["", " ", "no such code", "９", "男"] {
        assert_eq!(C::parse(wrong), None, "{}", table.name);
    }
    table.name
}

#[test]
fn every_code_comes_back() {
    let names = for_each_code!([each_type] {round_trip});
    assert!(ALL.iter().map(|table| table.name).eq(names), "ALL holds every table once, in order");
    assert!(names.is_sorted());
    for name in names {
        assert_eq!(table(name).map(|table| table.name), Some(name));
    }
}

fn errors_without_values<C: Code + DeserializeOwned>() {
    let expected = format!("not a code of table {}", C::table().name);
    for json in
        ["\"31415926\"", "31415926", "-31415926", "3141.5926", "true", "[31415926]", "{\"3\":1415926}"]
    {
        let error = serde_json::from_str::<C>(json).expect_err("no code").to_string();
        assert!(error.starts_with(&expected), "{error}");
        assert!(!error.contains("31") && !error.contains("true"), "{error}");
    }
    let cut = serde_json::from_str::<C>("\"").expect_err("not closed");
    assert!(cut.is_eof(), "{cut}");
}

#[test]
fn no_error_quotes_the_value() {
    for_each_code!([each_type] {errors_without_values});
}

#[test]
fn errors_keep_their_place() {
    #[derive(Debug, serde::Deserialize)]
    struct Person {
        #[expect(dead_code, reason = "only read")]
        sex: Sex,
    }
    let error = serde_json::from_str::<Person>("{\n\"sex\": 2}").expect_err("a number");
    assert_eq!((error.line(), error.to_string().as_str()), (2, "not a code of table sex at line 2 column 9"));
}

#[test]
fn codes_take_one_byte() {
    assert_eq!((size_of::<Option<Ethnicity>>(), size_of::<Option<Country>>()), (1, 1));
    assert_eq!(size_of::<VolunteerService>(), 4);
}

#[test]
fn volunteer_service_is_open_to_its_form_alone() {
    for number in 0..=9999 {
        let code = format!("{number:04}");
        let parsed = VolunteerService::parse(&code);
        let listed = (1..=20).contains(&number) || number == 99;
        assert_eq!(parsed.is_some(), listed || number >= 1000, "{code}");
        assert_eq!(parsed.is_some(), VolunteerService::TABLE.accepts(&code), "{code}");
        assert!(parsed.is_none_or(|value| value.is_local() != listed && value.code() == code), "{code}");
    }
    for wrong in ["110", "11011", "1a01", "１１０１", "1101\n", "-101"] {
        assert_eq!(VolunteerService::parse(wrong), None, "{wrong:?}");
    }
    assert_eq!(format!("{:?}", VolunteerService::TAX_SERVICE), "VolunteerService(\"0020\")");
    assert_eq!(format!("{:>6}|", VolunteerService::TAX_SERVICE), "  0020|");
}

#[test]
fn every_name_leads_to_its_code() {
    for table in ALL {
        for row in table.rows {
            for name in [row.label.zh, row.label.en].into_iter().chain(row.aliases.iter().copied()) {
                let expected = (!table.accepts(name)).then_some(Suggestion { row, why: Why::Alias });
                assert_eq!(suggest(table, name), expected, "{} {name}", table.name);
            }
            assert_eq!(suggest(table, row.code), None);
        }
    }
    for row in &Ethnicity::TABLE.rows[..56] {
        let short = row.label.zh.strip_suffix('族').expect("an ethnic group");
        assert_eq!(suggest(Ethnicity::TABLE, short).map(|found| found.row), Some(row));
    }
}

#[test]
fn what_clerks_write() {
    use Why::{Alias, LeadingZeros, Near};
    let cases = [
        ("sex", "男", "1", Alias),
        ("sex", " 女 ", "2", Alias),
        ("sex", "f", "2", Alias),
        ("sex", "２", "2", Near),
        ("sex", "1.0", "1", Near),
        ("sex", "01", "1", Near),
        ("ethnicity", "汉", "01", Alias),
        ("ethnicity", "汉　族", "01", Alias),
        ("ethnicity", "撤拉族", "35", Alias),
        ("ethnicity", "zang", "04", Alias),
        ("ethnicity", "'8", "08", LeadingZeros),
        ("ethnicity", "8.0", "08", LeadingZeros),
        ("political_status", "党员", "01", Alias),
        ("political_status", "群众（普通居民）", "13", Alias),
        ("political_status", "3", "03", LeadingZeros),
        ("education", "本科", "20", Alias),
        ("education", "大专", "30", Alias),
        ("education", "50", "47", Alias),
        ("employment", "退（离）休人员", "80", Alias),
        ("employment", "离退休", "80", Alias),
        ("country", "4", "004", LeadingZeros),
        ("country", "香港", "344", Alias),
        ("country", "taiwan, china", "158", Alias),
        ("country", "CHN", "156", Alias),
        ("country", "736", "729", Alias),
        ("identity_type", "身份证", "resident_id", Alias),
        ("identity_type", "1", "resident_id", Alias),
        ("identity_type", "414", "passport", Alias),
        ("identity_type", "回乡证", "hk_macao_travel_permit", Alias),
        ("volunteer_service", "1", "0001", LeadingZeros),
        ("star", "★★★", "3", Alias),
        ("organisation_kind", "业委会", "owners_committee", Alias),
        ("organisation_kind", "OwnersComittee", "owners_committee", Near),
        ("facility_kind", "service-center", "service_centre", Near),
        ("facility_kind", "居民食堂（就餐点）", "canteen", Alias),
        ("community_kind", "URBAN", "urban", Near),
        ("activity_kind", "neighbor", "neighbour", Near),
        ("fee", "fee", "free", Near),
    ];
    for (table_name, value, code, why) in cases {
        let found =
            suggest(table(table_name).expect(table_name), value).map(|found| (found.row.code, found.why));
        assert_eq!(found, Some((code, why)), "{table_name} {value:?}");
    }
}

#[test]
fn nothing_is_suggested_from_afar() {
    let long = "一".repeat(100_000);
    let cases = [
        ("sex", ""),
        ("sex", "   "),
        ("sex", "3"),
        ("ethnicity", "57"),
        ("ethnicity", "汉满"),
        ("fee", "o"),
        ("fee", "price"),
        ("community_kind", "suburb"),
        ("volunteer_service", "0021"),
        ("volunteer_service", "1101"),
        ("organisation_kind", long.as_str()),
    ];
    for (table_name, value) in cases {
        assert_eq!(suggest(table(table_name).expect(table_name), value), None, "{table_name} {value:?}");
    }
}

#[test]
fn ties_go_to_the_first_of_the_table() {
    let row = |code| Row {
        code,
        variant: "First",
        label: crate::Words::new("甲", "first"),
        aliases: &[],
        versions: Sex::TABLE.rows[0].versions,
    };
    let rows: &'static [Row] = Vec::leak(vec![row("word_a"), row("word_b")]);
    let table = Table { rows, ..*Sex::TABLE };
    assert_eq!(suggest(&table, "word_c").map(|found| found.row.code), Some("word_a"));
}

/// A file of the folder that may lie beside the project.
fn beside(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
#[ignore = "needs the pages of the standard beside the project"]
fn tables_are_those_of_the_standard() {
    let text = beside("standard/CODES.md");
    let mut names = Vec::new();
    for section in text.split("\n### ").skip(1) {
        let (head, body) = section.split_once('\n').expect("a body below the heading");
        let name = head.split(' ').next().expect("a name");
        names.push(name);
        compare(table(name).unwrap_or_else(|| panic!("no table {name}")), head, body);
    }
    names.sort_unstable();
    assert!(ALL.iter().map(|table| table.name).eq(names), "the same tables");
}

fn compare(table: &Table, head: &str, body: &str) {
    assert_eq!(table.is_open(), !head.trim_end().ends_with("closed"), "{}", table.name);
    assert!(table.pattern.is_none_or(|pattern| head.contains(pattern)), "{}", table.name);
    let listed: Vec<(&str, &str)> =
        body.split([':', '\n']).flat_map(|part| part.split(" · ")).filter_map(item).collect();
    for (code, label) in &listed {
        let row = table.find(code).unwrap_or_else(|| panic!("{} lacks {code}", table.name));
        assert_eq!(row.label.zh, *label, "{}", table.name);
    }
    let spelled_out = !["…", "DOMAIN.md", "committed list"].iter().any(|word| body.contains(word));
    if spelled_out {
        assert!(
            table.rows.iter().map(|row| row.code).eq(listed.iter().map(|(code, _)| *code)),
            "{}",
            table.name
        );
    }
}

/// `code label`, perhaps with an English label behind.
fn item(text: &str) -> Option<(&str, &str)> {
    let mut words = text.trim().split(' ');
    let (code, label) = (words.next()?, words.next()?.trim_end_matches('.'));
    let is_code = code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (is_code && label.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))).then_some((code, label))
}

#[test]
#[ignore = "needs the collected lists beside the project"]
fn national_codes_are_those_of_the_collected_lists() {
    let files = [
        ("gbt2261_1_sex", Sex::TABLE),
        ("gbt2261_4_employment", Employment::TABLE),
        ("gbt3304_ethnic", Ethnicity::TABLE),
        ("gbt4658_education", Education::TABLE),
        ("gbt4762_political", PoliticalStatus::TABLE),
    ];
    // The lists also hold values that systems added; the standard's own are a part of them.
    for (file, table) in files {
        let text = beside(&format!("data/codes/{file}.tsv"));
        let codes: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
        for row in table.rows {
            assert!(codes.contains(&row.code), "{file} lacks {}", row.code);
        }
    }
}
