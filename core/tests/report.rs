//! What a report looks like: for a person in both languages, and as JSON of its published form.

use serde_json::{Value, json};
use shequ::{BASE_URI, Checker, HtmlForm, Kind, Lang, Report, Severity, Style, report_schema};

use crate::schemas::properties;
use crate::support::{compile, example, options};

/// Volunteers with one fault of each sort: of structure, of numbers, of a warning, of information.
fn mixed() -> String {
    let right = example(Kind::Volunteer);
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut record = right.clone();
        change(&mut record);
        format!("{record}\n")
    };
    let local = |record: &mut Value| record["service_categories"] = json!(["0001", "1101"]);
    [
        changed(&|_| ()),
        changed(&|record| record["identity"]["number"] = "370102200904180017".into()),
        changed(&|record| record["name"] = "\u{200b}阿依古丽•买买提".into()),
        changed(&|record| record["sex"] = "女".into()),
        changed(&|record| record[concat!("organi", "zation")] = "org-1".into()),
        changed(&|record| record["trainings"][0]["hours"] = json!(-1)),
        changed(&|record| drop(record.as_object_mut().unwrap().remove("community"))),
        changed(&|record| drop(record.as_object_mut().unwrap().remove("community"))),
        changed(&local),
        changed(&local),
        changed(&local),
        "{\"id\": \"vol-1\",\n".to_owned(),
    ]
    .concat()
}

fn check(limit: usize) -> Report {
    let checker = Checker::new(options().limit(limit));
    checker.check_reader(Kind::Volunteer, "volunteers.ndjson", mixed().as_bytes())
}

fn text(report: &Report, lang: Lang) -> String {
    let text = report.to_text(Style { lang, places: 2, ..Style::default() });
    // a new version of the library is no other report
    text.replace(shequ::VERSION, "VERSION")
}

#[test]
fn a_report_reads_in_chinese() {
    insta::assert_snapshot!("text_zh", text(&check(1000), Lang::Zh));
}

#[test]
fn a_report_reads_in_english() {
    insta::assert_snapshot!("text_en", text(&check(1000), Lang::En));
}

#[test]
fn a_report_is_json() {
    let json = serde_json::to_string_pretty(&check(1000).to_json()).unwrap();
    insta::assert_snapshot!("json", json.replace(shequ::VERSION, "VERSION"));
}

/// The HTML without its style, which is no text.
fn html(report: &Report, lang: Lang, form: HtmlForm) -> String {
    let html = report.to_html(lang, form).replace(shequ::VERSION, "VERSION");
    let (head, rest) = html.split_once("<style>").unwrap();
    format!("{head}<style>{}", &rest[rest.find("</style>").unwrap()..])
}

#[test]
fn a_report_is_a_page_in_chinese() {
    insta::assert_snapshot!("html_zh", html(&check(1000), Lang::Zh, HtmlForm::Page));
}

#[test]
fn a_report_is_html_in_english() {
    insta::assert_snapshot!("html_en", html(&check(1000), Lang::En, HtmlForm::Fragment));
}

/// Elements are closed in the order in which they are opened, and nothing is loaded or run.
#[test]
fn html_is_whole_and_needs_nothing_else() {
    let unread = Checker::new(options()).check(Kind::Case, b"PK\x03\x04");
    for report in [check(1000), check(1), unread] {
        for (lang, form) in [(Lang::Zh, HtmlForm::Page), (Lang::En, HtmlForm::Fragment)] {
            let html = html(&report, lang, form);
            let mut open = Vec::new();
            for tag in html.split('<').skip(1).filter_map(|part| part.split_once('>')).map(|part| part.0) {
                let name = tag.split(' ').next().unwrap();
                match name.strip_prefix('/') {
                    Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
                    None if ["!doctype", "meta", "wbr", "br"].contains(&name) => {}
                    None => open.push(name),
                }
            }
            assert!(open.is_empty(), "{open:?}");
            for word in ["script", "src=", "http:", "https:", "@import", "url("] {
                assert!(!report.to_html(lang, form).contains(word), "{word}");
            }
            for link in html.split(" href=\"").skip(1).map(|part| part.split_once('"').unwrap().0) {
                let id = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leads out of the page"));
                assert!(html.contains(&format!(" id=\"{id}\"")), "{link} leads nowhere");
            }
        }
    }
}

#[test]
fn html_shows_some_findings_and_counts_the_others() {
    let records = "{}\n".repeat(100);
    let report = Checker::new(options()).check_reader(Kind::Case, "a.ndjson", records.as_bytes());
    let html = report.to_html(Lang::Zh, HtmlForm::Fragment);
    let rows = html.matches("<tr><td>a.ndjson:").count();
    let all = report.count(Severity::Error);
    assert!(rows == 20 && all > 100, "{rows} of {all}");
    assert!(html.contains(&format!("还有 {} 条", all - 20)), "{html}");
}

#[test]
fn names_are_no_markup() {
    let record = br#"{"<script>alert(1)</script>": 1, "id": "<b>"}"#;
    let report = Checker::new(options()).check_reader(Kind::Case, "<i>&\"'", &record[..]);
    assert!(report.findings().iter().any(|finding| finding.pointer == "/*1"));
    for lang in [Lang::Zh, Lang::En] {
        let html = report.to_html(lang, HtmlForm::Page);
        assert!(html.contains("&lt;i&gt;&amp;&quot;&#39;"), "{html}");
        assert!(!html.contains("<script") && !html.contains("<i>"), "{html}");
    }
}

#[test]
fn a_clean_report_is_short() {
    let bytes = example(Kind::Case).to_string();
    let report = Checker::new(options()).check_reader(Kind::Case, "cases.json", bytes.as_bytes());
    insta::assert_snapshot!("text_clean", text(&report, Lang::En));
}

#[test]
fn colours_are_the_only_difference_that_they_make() {
    let report = check(1000);
    let plain = report.to_text(Style::default());
    let coloured = report.to_text(Style { colour: true, ..Style::default() });
    let mut stripped = String::new();
    for (index, part) in coloured.split('\x1b').enumerate() {
        stripped += if index == 0 { part } else { part.split_once('m').unwrap().1 };
    }
    assert_ne!(plain, coloured);
    assert_eq!(plain, stripped);
}

#[test]
fn every_report_is_of_the_published_form() {
    let schema = compile(&report_schema(BASE_URI));
    let unread = Checker::new(options()).check(Kind::Case, b"PK\x03\x04");
    let empty = Checker::new(options()).check(Kind::Case, b"");
    for report in [check(0), check(1), unread, empty] {
        let value = serde_json::to_value(report.to_json()).unwrap();
        let errors: Vec<String> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn every_property_of_a_report_is_described() {
    let mut count = 0;
    properties(&report_schema(BASE_URI), "", &mut |place, property| {
        count += 1;
        assert!(property["description"].as_str().is_some_and(|text| !text.is_empty()), "{place}");
    });
    assert!(count > 30, "{count}");
}

#[test]
fn a_local_code_is_one_finding_with_a_count() {
    let report = check(1000);
    let local: Vec<_> = report.findings().iter().filter(|finding| finding.rule.id == "STR013").collect();
    assert_eq!(local.len(), 1);
    assert_eq!(local[0].count, Some(3));
    assert_eq!((local[0].place.line, local[0].pointer.as_str()), (9, "/service_categories/1"));
    assert_eq!(report.rules()["STR013"], 1);
    assert_eq!(report.count(Severity::Info), 1);
    let json = serde_json::to_value(report.to_json()).unwrap();
    let counts: Vec<&Value> =
        json["findings"].as_array().unwrap().iter().map(|item| &item["count"]).collect();
    assert_eq!(counts.into_iter().filter(|count| !count.is_null()).collect::<Vec<_>>(), [&json!(3)]);
}

/// Another value and another field are other findings; another place in the list is not.
#[test]
fn local_codes_are_told_apart_by_field_and_value() {
    let mut text = String::new();
    for codes in [json!(["1101"]), json!(["0001", "1101"]), json!(["1102", "1101"])] {
        let mut record = example(Kind::Volunteer);
        record["service_categories"] = codes;
        text += &format!("{record}\n");
    }
    let report = Checker::new(options()).check(Kind::Volunteer, text.as_bytes());
    let counts: Vec<Option<u64>> = report.findings().iter().map(|finding| finding.count).collect();
    assert_eq!(counts, [Some(3), Some(1)]);
}

#[test]
fn what_to_fix_first_frees_most_records() {
    let report = check(1000);
    let causes: Vec<(Severity, u64)> =
        report.causes().iter().map(|cause| (cause.first.severity, cause.records)).collect();
    assert!(causes.is_sorted_by_key(|(severity, records)| (*severity, std::cmp::Reverse(*records))));
    assert_eq!(report.causes()[0].first.pointer, "/community");
    let kept = report.findings().len() as u64;
    assert_eq!(report.causes().iter().map(|cause| cause.findings).sum::<u64>(), kept);
}

#[test]
fn findings_stand_in_order() {
    let report = check(0);
    let places: Vec<_> = report.findings().iter().map(|finding| finding.place).collect();
    assert!(places.is_sorted());
}
