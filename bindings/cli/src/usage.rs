//! What is wrong with how the command was called, in Chinese or English.

use std::error::Error as _;
use std::fmt;
use std::num::{ParseFloatError, ParseIntError};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use shequ::{Lang, may_be_repeated, shown};

/// Why a value is refused, in both languages.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.en)
    }
}

impl std::error::Error for Refused {}

/// What is wrong, and what was probably meant. What was typed is repeated where it can be no name and no number of a person.
pub(crate) fn explained(error: &clap::Error, lang: Lang) -> String {
    let argument = texts(error, ContextKind::InvalidArg);
    let value = texts(error, ContextKind::InvalidValue);
    let (first, value) =
        (argument.first().map_or("", String::as_str), value.first().map_or("", String::as_str));
    let (zh, en) = match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = near(error, ContextKind::SuggestedArg);
            (
                format!("没有这样的选项或参数{}{}", quoted(first, lang), near.0),
                format!("no such option or argument{}{}", quoted(first, lang), near.1),
            )
        }
        ErrorKind::InvalidSubcommand => {
            let typed = texts(error, ContextKind::InvalidSubcommand).concat();
            let near = near(error, ContextKind::SuggestedSubcommand);
            (
                format!("没有这样的命令{}{}", quoted(&typed, lang), near.0),
                format!("no such command{}{}", quoted(&typed, lang), near.1),
            )
        }
        ErrorKind::MissingRequiredArgument => {
            (format!("缺少 {}", argument.join("、")), format!("{} is missing", argument.join(", ")))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("缺少命令".to_owned(), "a command is missing".to_owned())
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            (format!("{first} 缺少取值"), format!("{first} needs a value"))
        }
        ErrorKind::InvalidValue => {
            let valid = texts(error, ContextKind::ValidValue);
            (
                format!("{first} 的取值无效{}；可选 {}", quoted(value, lang), valid.join("、")),
                format!(
                    "{first} does not take this value{}; it takes {}",
                    quoted(value, lang),
                    valid.join(", ")
                ),
            )
        }
        ErrorKind::ValueValidation => {
            let why = refusal(error);
            (
                format!("{first} 的取值无效{}：{}", quoted(value, lang), why.zh),
                format!("{first} does not take this value{}: {}", quoted(value, lang), why.en),
            )
        }
        ErrorKind::ArgumentConflict => {
            let prior = texts(error, ContextKind::PriorArg);
            if prior.iter().all(|prior| prior == first) {
                (format!("{first} 只能使用一次"), format!("{first} can be given once only"))
            } else {
                (
                    format!("{first} 不能与 {} 同时使用", prior.join("、")),
                    format!("{first} cannot be used with {}", prior.join(", ")),
                )
            }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            (format!("{first} 的取值个数不符"), format!("{first} takes another number of values"))
        }
        ErrorKind::NoEquals => {
            (format!("{first} 的取值应以等号连接"), format!("{first} takes its value after an equals sign"))
        }
        ErrorKind::InvalidUtf8 => {
            ("有参数不是有效的UTF-8文本".to_owned(), "an argument is no UTF-8 text".to_owned())
        }
        _ => ("用法有误".to_owned(), "wrong use".to_owned()),
    };
    if lang == Lang::Zh { zh } else { en }
}

/// What was typed, where it may be repeated.
fn quoted(text: &str, lang: Lang) -> String {
    match (may_be_repeated(text), lang) {
        (false, _) => String::new(),
        (true, Lang::Zh) => format!("“{}”", shown(text)),
        (true, Lang::En) => format!(" `{}`", shown(text)),
    }
}

fn near(error: &clap::Error, kind: ContextKind) -> (String, String) {
    match texts(error, kind).first() {
        Some(near) => (format!("，是否指 {near}？"), format!("; did you mean {near}?")),
        None => (String::new(), String::new()),
    }
}

fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

fn refusal(error: &clap::Error) -> Refused {
    let why = |zh: &str, en: &str| Refused { zh: zh.to_owned(), en: en.to_owned() };
    match error.source() {
        Some(source) => match source.downcast_ref::<Refused>() {
            Some(Refused { zh, en }) => why(zh, en),
            None if source.is::<ParseIntError>() => {
                why("应为整数，且不得过大", "a whole number is expected that is not too large")
            }
            None if source.is::<ParseFloatError>() => why("应为数字", "a number is expected"),
            None => why("应为规定范围内的数值", "a number within its range is expected"),
        },
        None => why("应为规定的形式", "another form is expected"),
    }
}
