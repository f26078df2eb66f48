//! HTML that needs nothing else: text escaped, and the page around a body.

use std::fmt::Write;

use crate::shown::shown;
use crate::{Lang, Words};

/// Text that HTML shows, between tags or in an attribute; what would act or hide stands by its number.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in shown(text).chars() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            _ => out.push(letter),
        }
    }
    out
}

/// The code of a language as HTML names it.
pub(crate) const fn lang_code(lang: Lang) -> &'static str {
    Words::new("zh-CN", "en").get(lang)
}

/// A whole page: its title, its style, and a body of HTML.
pub(crate) fn page(lang: Lang, title: &str, style: &str, body: &str) -> String {
    let mut out = String::with_capacity(style.len() + body.len() + 300);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        lang_code(lang),
        escaped(title),
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_html_would_read_is_escaped() {
        assert_eq!(escaped("\u{202e}<\u{1b}"), "\\u{202e}&lt;\\u{1b}");
        assert_eq!(escaped(r#"<a href="x">'&"#), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
    }
}
