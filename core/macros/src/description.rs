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
            lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty()).collect();
        match paragraphs[..] {
            // until all are written, the English one stands for both
            [en] => Ok(Self { zh: en.join(" "), en: en.join(" ") }),
            // lines of Chinese meet without a blank
            [en, zh] => Ok(Self { zh: zh.concat(), en: en.join(" ") }),
            _ => Err("a doc comment has two paragraphs: the English and the Chinese description"),
        }
    }
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
