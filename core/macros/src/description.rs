//! A description in two languages, from a doc comment of two paragraphs.

use syn::{Attribute, Error, Expr, ExprLit, Ident, Lit, Meta, Result};

/// What a type or field is, in both languages.
#[derive(Debug, PartialEq)]
pub(crate) struct Description {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Description {
    /// The English paragraph of a doc comment and, after a blank line, the Chinese one.
    pub(crate) fn read(docs: &[Attribute], of: &Ident) -> Result<Self> {
        Self::parse(&lines(docs)).map_err(|message| Error::new_spanned(of, message))
    }

    fn parse(lines: &[String]) -> std::result::Result<Self, &'static str> {
        let paragraphs: Vec<&[String]> =
            lines.split(String::is_empty).filter(|lines| !lines.is_empty()).collect();
        match paragraphs[..] {
            // lines of Chinese meet without a blank
            [en, zh] if zh.iter().any(|line| is_chinese(line)) => {
                Ok(Self { zh: zh.concat(), en: en.join(" ") })
            }
            _ => Err(
                "a doc comment has two paragraphs: the English description, a blank line, the Chinese one",
            ),
        }
    }
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

/// The lines of a doc comment.
fn lines(docs: &[Attribute]) -> Vec<String> {
    let text = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) => Some(line.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    };
    docs.iter().filter_map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<Description> {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        Description::parse(&lines).ok()
    }

    #[test]
    fn the_first_paragraph_is_english_and_the_second_chinese() {
        let found = parse("People who live\nthere.\n\n居住在本社区\n半年以上的人。").unwrap();
        let (zh, en) = ("居住在本社区半年以上的人。".to_owned(), "People who live there.".to_owned());
        assert_eq!(found, Description { zh, en });
    }

    #[test]
    fn neither_may_be_missing() {
        for text in ["", "People.", "人口。", "People.\n\nWho live there.", "People.\n\n人口。\n\nMore."]
        {
            assert!(parse(text).is_none(), "{text}");
        }
    }
}
