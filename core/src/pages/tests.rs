use self::trial::{Pay, Trial};
use super::{Form, catalogue, dictionary, entry, example, explain, index, page};
use crate::{Kind, Lang, rules};
use serde_json::json;

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

/// Every form of the pages of all code tables, record types and fields.
fn dictionary_pages(form: Form, lang: Lang) -> Vec<String> {
    let record = |kind: Kind| {
        let fields = entry::all(kind).into_iter().map(|entry| entry.name());
        let pages = fields.map(move |field| dictionary(Some(kind.name()), Some(&field), form, lang));
        pages.chain([dictionary(Some(kind.name()), None, form, lang)])
    };
    let tables = crate::codes::ALL.iter().map(|table| super::codes(Some(table.name), form, lang));
    let lists = [dictionary(None, None, form, lang), super::codes(None, form, lang)];
    Kind::all().flat_map(record).chain(tables).chain(lists).collect::<Result<_, _>>().unwrap()
}

/// What is declared of a field stands on its page and on that of its record type.
#[test]
fn the_dictionary_leaves_nothing_out() {
    for kind in Kind::all() {
        for lang in BOTH {
            let whole = dictionary::page(kind, lang).text();
            for entry in entry::all(kind) {
                let meta = entry.meta;
                let words = [meta.title, meta.description].into_iter().chain(meta.unit);
                let mut parts: Vec<String> = words.map(|words| words.get(lang).to_owned()).collect();
                parts.extend([entry.name(), entry.type_words(lang)]);
                parts.extend(entry.rules().iter().map(|rule| rule.id.to_owned()));
                let own = dictionary::field(&entry, lang).text();
                for part in parts {
                    assert!(whole.contains(&part) && own.contains(&part), "{kind}.{}: {part}", entry.name());
                }
                let codes = entry.table().into_iter().flat_map(|table| table.rows);
                for row in codes {
                    assert!(own.contains(row.label.get(lang)), "{kind}.{}: {}", entry.name(), row.code);
                }
            }
        }
    }
}

#[test]
fn what_json_says_of_fields_is_what_the_declaration_says() {
    let all = dictionary(None, None, Form::Json, Lang::Zh).unwrap();
    let all: serde_json::Value = serde_json::from_str(&all).unwrap();
    let records = all["records"].as_array().unwrap();
    assert_eq!(records.len(), Kind::all().len());
    for record in records {
        let kind = Kind::parse(record["name"].as_str().unwrap()).unwrap();
        for field in record["fields"].as_array().unwrap() {
            let pointer = field["pointer"].as_str().unwrap();
            let meta = kind.declaration().field(pointer).unwrap_or_else(|| panic!("{kind}{pointer}"));
            assert_eq!(field["required"], meta.required, "{kind}{pointer}");
            assert_eq!(field["title"]["zh"], meta.title.zh, "{kind}{pointer}");
            assert_eq!(field["description"]["en"], meta.description.en, "{kind}{pointer}");
            assert_eq!(field["unit"]["zh"].as_str(), meta.unit.map(|unit| unit.zh), "{kind}{pointer}");
        }
    }
    let field = dictionary(Some("志愿者"), Some("/guardian/consented_on"), Form::Json, Lang::Zh).unwrap();
    let field: serde_json::Value = serde_json::from_str(&field).unwrap();
    assert_eq!(field["class"], "sensitive", "of the guardian, in whom it lies");
    assert_eq!(field["rules"], serde_json::json!(["VOL003"]));
}

#[test]
fn types_are_said_with_their_limits() {
    for (kind, field, zh, en) in [
        (
            Kind::Community,
            "area_km2",
            "数值，0至10000000，最多两位小数",
            "a number, 0 to 10000000, at most two decimals",
        ),
        (Kind::Evaluation, "satisfaction", "数值，0至1", "a number, 0 to 1"),
        (Kind::Election, "term", "整数，1至10000000000", "an integer, 1 to 10000000000"),
        (Kind::Worker, "name", "文本，不超过50字", "a text of at most 50 characters"),
        (
            Kind::Worker,
            "posts",
            "列表，1至1000项，每项为对象（任职）",
            "a list of 1 to 1000, each an object (Post)",
        ),
        (
            Kind::Volunteer,
            "skills",
            "列表，不超过1000项，每项为代码（代码表 skill）",
            "a list of at most 1000, each a code of table skill",
        ),
        (
            Kind::Community,
            "code",
            "12位数字的社区（村）代码，末3位不得为000",
            "a community code of 12 digits whose last three are not 000",
        ),
    ] {
        let entry = entry::find(kind, field).unwrap();
        assert_eq!((entry.type_words(Lang::Zh).as_str(), entry.type_words(Lang::En).as_str()), (zh, en));
    }
}

#[test]
fn fields_go_by_path_pointer_and_title() {
    for name in [
        "posts[].starts_on",
        "posts.starts_on",
        "/posts/0/starts_on",
        "/posts/*/starts_on",
        "Posts.Starts-On",
        "任职日期",
    ] {
        assert_eq!(entry::find(Kind::Worker, name).unwrap().name(), "posts[].starts_on", "{name}");
    }
    assert_eq!(entry::find(Kind::Worker, "状态").unwrap().name(), "status");
    for (name, near) in [("post.title", Some("posts.title")), ("adress", None), ("", None)] {
        let error = entry::find(Kind::Worker, name).err().unwrap().to_string();
        assert_eq!(error.contains("did you mean"), near.is_some(), "{error}");
        assert!(error.contains(near.unwrap_or_default()), "{error}");
    }
}

/// Rules on identifiers stand wherever an identifier of their form does.
#[test]
fn rules_stand_at_the_fields_that_they_look_at() {
    for (kind, field, rules) in [
        (Kind::Statistics, "left_behind_children", &["COM009", "COM010"][..]),
        (Kind::Community, "source", &["IDN009", "IDN010", "IDN011", "IDN012"]),
        (Kind::Worker, "identity.number", &["IDN001"]),
    ] {
        let found: Vec<&str> = entry::find(kind, field).unwrap().rules().iter().map(|rule| rule.id).collect();
        assert!(rules.iter().all(|rule| found.contains(rule)), "{kind}.{field}: {found:?}");
    }
}

/// A table has as many cells in each row as in its head, whatever its texts hold.
#[test]
fn tables_hold_their_columns() {
    let pages =
        rules::all().map(page).chain(BOTH.map(|lang| catalogue(Form::Markdown, lang))).chain([index()]);
    let pages = pages.chain(BOTH.into_iter().flat_map(|lang| dictionary_pages(Form::Markdown, lang)));
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
    let catalogues = BOTH.map(|lang| catalogue(Form::Html, lang)).into_iter();
    for page in catalogues.chain(dictionary_pages(Form::Html, Lang::Zh)) {
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

/// What no record type and no table has yet.
#[allow(unreachable_pub, dead_code, reason = "as the library's own declarations are")]
mod trial {
    use shequ_macros::part;

    /// A part of fields that came, and went, after the first version; nothing of the standard has yet.
    ///
    /// 各字段先后增设、停用的组成部分；本标准目前尚无此类字段。
    #[part("试验", "Trial")]
    pub struct Trial {
        /// The way that it is paid.
        ///
        /// 支付方式。
        #[field("支付方式", "Way", public, "3.2", since("1.1"), deprecated("1.2", "pay"))]
        pub way: Option<Pay>,
        /// The pay.
        ///
        /// 报酬。
        #[field("报酬", "Pay", public, since("1.2"))]
        pub pay: Option<Pay>,
        /// The place.
        ///
        /// 地点。
        #[field("地点", "Place", public)]
        pub place: Option<Pay>,
    }

    crate::codes::macros::closed! {
        Pay {
            name: "pay",
            title: ("报酬", "Pay"),
            standard: "shequ 1.0",
            edition: None,
            origin: ("试验", "a trial"),
        }
        Nothing "nothing" "无" "Nothing" [];
        Coupon "coupon" "代金券" "Coupon" [] {since "1.0", deprecated "1.2" => "points"};
        Points "points" "积分" "Points" [] {since "1.1"};
    }

    impl schemars::JsonSchema for Pay {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "pay".into()
        }
        fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
            crate::field::schema::code(Self::TABLE)
        }
    }
}

#[test]
fn schemas_say_what_came_later_and_what_is_given_up() {
    let schema = crate::part_schema(Trial::DECLARATION, "https://example.org/");
    let [way, pay, place] = ["way", "pay", "place"].map(|name| &schema["properties"][name]);
    assert_eq!((&way["x-since"], &way["deprecated"]), (&json!("1.1"), &json!(true)));
    assert_eq!(way["x-deprecated"], json!({"since": "1.1", "deprecated": "1.2", "replacement": "pay"}));
    assert_eq!((&pay["x-since"], pay.get("deprecated")), (&json!("1.2"), None));
    assert!(place.get("x-since").is_none() && place.get("x-deprecated").is_none());
    assert_eq!(way["description"], "支付方式。标准1.1版新增。标准1.2版起停用。请改填pay。");
    let code = crate::code_schema(Pay::TABLE);
    assert_eq!(code["enum"], json!(["nothing", "coupon", "points"]), "what is given up stays valid");
    assert_eq!(
        code["x-code-versions"],
        json!({
            "points": {"since": "1.1"},
            "coupon": {"since": "1.0", "deprecated": "1.2", "replacement": "points"},
        })
    );
    assert!(crate::code_schema(crate::codes::Sex::TABLE).get("x-code-versions").is_none());
}

#[test]
fn pages_say_what_came_later_and_what_is_given_up() {
    let words = Trial::DECLARATION.fields[0].versions.words(Lang::En);
    assert_eq!(
        words,
        "version 1.1 of the standard, not to be relied on from version 1.2 on, replaced by pay"
    );
    let grid = super::codes::grid(Pay::TABLE, Lang::Zh);
    let column: Vec<&str> = grid.rows.iter().map(|row| row.cells[4].as_str()).collect();
    assert_eq!(grid.head[4], "始于");
    assert_eq!(column, ["标准1.0版", "标准1.0版，1.2版起不再使用，改用points", "标准1.1版"]);
    assert_eq!(super::codes::grid(crate::codes::Sex::TABLE, Lang::Zh).head.len(), 4);
}
