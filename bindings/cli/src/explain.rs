//! `shequ explain`

use shequ::{Lang, Words, pages, rules};

use crate::output;

pub(crate) fn run(name: &str, lang: Lang) -> u8 {
    match rules::known(name) {
        Ok(rule) => output::print(&(pages::explain(rule, lang) + more(rule.id, lang)), lang),
        Err(error) => output::fail(lang, &error),
    }
}

/// Where this command line shows what the rule is about.
fn more(rule: &str, lang: Lang) -> &'static str {
    let words = match rule {
        "STR005" | "STR013" => Words::new(
            "\n各代码表可用 shequ codes 查看，例如 shequ codes education\n",
            "\nshequ codes shows the code tables: shequ codes education\n",
        ),
        "STR003" | "STR004" => Words::new(
            "\n各记录类型的字段可用 shequ dictionary 查看，例如 shequ dictionary volunteer\n",
            "\nshequ dictionary shows the fields of record types: shequ dictionary volunteer\n",
        ),
        _ => Words::new("", ""),
    };
    words.get(lang)
}
