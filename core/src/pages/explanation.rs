//! Everything that is said about a rule in one language, before it has a form.

use super::example::{self, Breach, Example};
use super::source;
use crate::rule::{EnforcedBy, Rule, Scope};
use crate::{Kind, Lang, Words};

/// Everything that is said about a rule in one language.
pub(super) struct Explanation {
    pub(super) rule: &'static Rule,
    pub(super) lang: Lang,
    /// Label and value.
    pub(super) facts: Vec<(&'static str, String)>,
    /// What the rule rests on.
    pub(super) sources: Vec<Source>,
    /// Name and default of each parameter.
    pub(super) parameters: &'static [(&'static str, &'static str)],
    /// How options set a parameter, or that they may not; none where there are no parameters.
    pub(super) setting: Option<String>,
    /// One that passes, then one that fails.
    pub(super) examples: &'static [Example],
}

/// A document with the words of its clause.
pub(super) struct Source {
    pub(super) cited: String,
    pub(super) quotation: Option<&'static str>,
}

/// The headings of an explanation.
pub(super) mod heading {
    use crate::Words;

    pub(in crate::pages) const MESSAGE: Words = Words::new("问题说明", "Message");
    pub(in crate::pages) const WHY: Words = Words::new("设置理由", "Why it matters");
    pub(in crate::pages) const SOURCES: Words = Words::new("依据", "What it rests on");
    pub(in crate::pages) const ADVICE: Words = Words::new("改正办法", "How to fix it");
    pub(in crate::pages) const PARAMETERS: Words = Words::new("参数", "Parameters");
    pub(in crate::pages) const PASSES: Words = Words::new("符合要求的示例", "An example that passes");
    pub(in crate::pages) const FAILS: Words = Words::new("不符合要求的示例", "An example that fails");
    pub(in crate::pages) const FOUND: Words = Words::new("查出", "found");
    pub(in crate::pages) const NOTHING: Words = Words::new("无", "nothing");
    pub(in crate::pages) const DIVISIONS: Words = Words::new("已加载的区划代码表", "division table loaded");
}

impl Explanation {
    pub(super) fn new(rule: &'static Rule, lang: Lang) -> Self {
        let source = |basis| Source { cited: source::cite(basis, lang), quotation: source::quotation(basis) };
        Self {
            rule,
            lang,
            facts: facts(rule, lang),
            sources: rule.basis.iter().map(source).collect(),
            parameters: rule.parameters,
            setting: setting(rule, lang),
            examples: example::of(rule),
        }
    }

    /// A text in the language of the explanation.
    pub(super) fn say(&self, words: Words) -> &'static str {
        words.get(self.lang)
    }

    /// The message with the sentence that is said where its placeholders have a value.
    pub(super) fn message(&self) -> Vec<&'static str> {
        [Some(self.rule.message), self.rule.hint].into_iter().flatten().map(|words| self.say(words)).collect()
    }
}

impl Example {
    /// Over the excerpt: the record type and the reference date.
    pub(super) fn caption(&self, lang: Lang) -> String {
        let whole = match self.kind.as_str() {
            "dataset" => Words::new("数据集", "Dataset").get(lang),
            "package" => Words::new("数据包", "Package").get(lang),
            other => other,
        };
        let kind = Kind::parse(&self.kind).map_or(whole, |kind| kind.title().get(lang));
        match lang {
            Lang::Zh => format!("{kind}，基准日{}，只列出有关的字段", self.as_of),
            Lang::En => format!("{kind}, reference date {}, the fields that matter", self.as_of),
        }
    }

    /// What is found in it, line by line.
    pub(super) fn found(&self, lang: Lang) -> Vec<String> {
        let line = |breach: &Breach| {
            let words = breach.message(lang);
            let colon = if lang == Lang::Zh { "：" } else { ": " };
            let pointer = if breach.pointer.is_empty() { "" } else { " " };
            format!("{}{pointer}{}{colon}{words}", breach.rule, breach.pointer)
        };
        self.breaches.iter().map(line).collect()
    }
}

fn facts(rule: &Rule, lang: Lang) -> Vec<(&'static str, String)> {
    let fact = |label: Words, value: &str| (label.get(lang), value.to_owned());
    vec![
        fact(Words::new("级别", "severity"), rule.severity.words().get(lang)),
        fact(Words::new("适用", "applies to"), &kinds(rule, lang)),
        fact(Words::new("范围", "looks at"), scope(rule.scope).get(lang)),
        fact(Words::new("核查", "enforced by"), enforced_by(rule.enforced_by).get(lang)),
        fact(Words::new("施行", "in force"), &source::days(rule.in_force.0, rule.in_force.1, lang)),
        fact(Words::new("始于", "since"), &rule.versions.words(lang)),
        fact(Words::new("调整", "options"), adjustable(rule).get(lang)),
    ]
}

fn kinds(rule: &Rule, lang: Lang) -> String {
    if rule.is_on_package() {
        return Words::new("数据包", "the package").get(lang).to_owned();
    }
    let kinds = rule.kinds();
    if kinds.len() == Kind::all().len() {
        return Words::new("全部记录类型", "all record types").get(lang).to_owned();
    }
    let titles: Vec<&str> = kinds.iter().map(|kind| kind.title().get(lang)).collect();
    titles.join(Words::new("、", ", ").get(lang))
}

fn scope(scope: Scope) -> Words {
    match scope {
        Scope::Record => Words::new("单条记录", "one record"),
        Scope::Dataset => Words::new("整个数据集", "the whole dataset"),
        Scope::Package => Words::new("数据包", "the package"),
    }
}

fn enforced_by(who: EnforcedBy) -> Words {
    match who {
        EnforcedBy::Schema => Words::new("JSON Schema即可核查", "plain JSON Schema sees it"),
        EnforcedBy::Partly => Words::new(
            "JSON Schema可核查一部分，其余由本库核查",
            "plain JSON Schema sees some of it, the library all",
        ),
        EnforcedBy::Library => Words::new("只有本库能核查", "the library alone"),
    }
}

fn adjustable(rule: &Rule) -> Words {
    if rule.is_adjustable() {
        Words::new("可用选项关闭或改变级别", "can be turned off or given another severity")
    } else {
        Words::new("只能从严，不得关闭或降低级别", "can only be made stricter, never turned off")
    }
}

fn setting(rule: &Rule, lang: Lang) -> Option<String> {
    let (name, default) = rule.parameters.first()?;
    Some(match (rule.is_adjustable(), lang) {
        (true, Lang::Zh) => format!("可用选项改变，如 --rule {}.{name}={default}", rule.id),
        (true, Lang::En) => format!("options can change it: --rule {}.{name}={default}", rule.id),
        (false, Lang::Zh) => "不得用选项改变".to_owned(),
        (false, Lang::En) => "options cannot change it".to_owned(),
    })
}
