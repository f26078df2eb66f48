//! JSON that keeps its order, its repeated keys and the spelling of its numbers, cut down to what matters.

use std::fmt::Write;

/// A value of JSON text; scalars and keys as they are written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    Scalar(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// Columns of a line before it is broken.
const WIDTH: usize = 80;
/// Deeper than any record of the standard; such a value is shown in one line.
const DEEP: usize = 8;

impl Tree {
    /// The tree of a text; none where it is no JSON.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parser = Parser { rest: text.trim_start() };
        let tree = parser.value()?;
        parser.rest.is_empty().then_some(tree)
    }

    /// In one line.
    pub(crate) fn flat(&self) -> String {
        match self {
            Self::Scalar(text) => text.clone(),
            Self::List(items) => format!("[{}]", items.iter().map(Self::flat).collect::<Vec<_>>().join(", ")),
            Self::Object(members) => {
                let members = members.iter().map(|(key, value)| format!("{key}: {}", value.flat()));
                format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Broken into lines where it is long.
    pub(crate) fn pretty(&self) -> String {
        let mut out = String::new();
        self.write(0, 0, &mut out);
        out
    }

    fn write(&self, indent: usize, used: usize, out: &mut String) {
        let flat = self.flat();
        if indent + used + columns(&flat) <= WIDTH || self.depth() > DEEP {
            out.push_str(&flat);
            return;
        }
        let pad = " ".repeat(indent + 2);
        let (open, close, members): (_, _, Vec<(String, &Self)>) = match self {
            Self::Scalar(_) => return out.push_str(&flat),
            Self::List(items) => ('[', ']', items.iter().map(|item| (String::new(), item)).collect()),
            Self::Object(members) => {
                ('{', '}', members.iter().map(|(key, value)| (format!("{key}: "), value)).collect())
            }
        };
        out.push(open);
        for (index, (key, value)) in members.iter().enumerate() {
            let _ = write!(out, "{}\n{pad}{key}", if index == 0 { "" } else { "," });
            value.write(indent + 2, columns(key), out);
        }
        let _ = write!(out, "\n{}{close}", " ".repeat(indent));
    }

    fn depth(&self) -> usize {
        match self {
            Self::Scalar(_) => 0,
            Self::List(items) => 1 + items.iter().map(Self::depth).max().unwrap_or(0),
            Self::Object(members) => 1 + members.iter().map(|row| row.1.depth()).max().unwrap_or(0),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Scalar(_) => 0,
            Self::List(items) => items.len(),
            Self::Object(members) => members.len(),
        }
    }

    fn child(&self, index: usize) -> &Self {
        match self {
            Self::List(items) => &items[index],
            Self::Object(members) => &members[index].1,
            Self::Scalar(_) => self,
        }
    }

    fn without(&self, index: usize) -> Option<Self> {
        let Self::Object(members) = self else { return None };
        let mut members = members.clone();
        members.remove(index);
        Some(Self::Object(members))
    }

    fn with(&self, index: usize, child: Self) -> Self {
        let mut tree = self.clone();
        match &mut tree {
            Self::List(items) => items[index] = child,
            Self::Object(members) => members[index].1 = child,
            Self::Scalar(_) => {}
        }
        tree
    }

    /// What is left when each member of an object is taken away without which a test still holds.
    /// Lists stay whole: a sum or an order rests on all of their items.
    pub(crate) fn shrunk(&self, holds: &dyn Fn(&Self) -> bool) -> Self {
        let mut tree = self.clone();
        for index in (0..tree.len()).rev() {
            let fewer = tree.without(index).filter(|fewer| holds(fewer));
            if let Some(fewer) = fewer {
                tree = fewer;
            } else {
                let child = tree.child(index).shrunk(&|child| holds(&tree.with(index, child.clone())));
                tree = tree.with(index, child);
            }
        }
        tree
    }

    /// The JSON Pointers of all values in it.
    pub(crate) fn pointers(&self) -> Vec<String> {
        let mut all = vec![String::new()];
        let steps: Vec<(String, &Self)> = match self {
            Self::Scalar(_) => Vec::new(),
            Self::List(items) => {
                items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
            }
            Self::Object(members) => {
                members.iter().map(|(key, value)| (key.trim_matches('"').to_owned(), value)).collect()
            }
        };
        for (step, value) in steps {
            all.extend(value.pointers().iter().map(|rest| format!("/{step}{rest}")));
        }
        all
    }
}

/// Columns in a terminal: Chinese takes two for each character.
fn columns(text: &str) -> usize {
    text.chars().map(|letter| if u32::from(letter) >= 0x1100 { 2 } else { 1 }).sum()
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn value(&mut self) -> Option<Tree> {
        match self.rest.chars().next()? {
            '{' => self
                .members('}', |parser| {
                    let key = parser.scalar()?;
                    parser.take(':')?;
                    Some((key, parser.value()?))
                })
                .map(Tree::Object),
            '[' => self.members(']', Self::value).map(Tree::List),
            _ => self.scalar().map(Tree::Scalar),
        }
    }

    fn members<T>(&mut self, close: char, member: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.skip(1);
        let mut all = Vec::new();
        if self.take(close).is_some() {
            return Some(all);
        }
        loop {
            all.push(member(self)?);
            if self.take(',').is_none() {
                return self.take(close).map(|()| all);
            }
        }
    }

    fn scalar(&mut self) -> Option<String> {
        let end = if self.rest.starts_with('"') {
            let mut escaped = false;
            let close = self.rest.char_indices().skip(1).find(|(_, letter)| {
                let is_end = *letter == '"' && !escaped;
                escaped = *letter == '\\' && !escaped;
                is_end
            });
            close?.0 + 1
        } else {
            self.rest.find([',', '}', ']', ' ', '\n', '\t', '\r']).unwrap_or(self.rest.len())
        };
        let text = self.rest[..end].to_owned();
        self.skip(end);
        (!text.is_empty()).then_some(text)
    }

    fn take(&mut self, letter: char) -> Option<()> {
        self.rest.starts_with(letter).then(|| self.skip(letter.len_utf8()))
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest[bytes..].trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Tree {
        Tree::parse(text).expect("the text is JSON")
    }

    #[test]
    fn order_repeated_keys_and_numbers_are_kept() {
        let text = r#"{"b": 1.50, "a": [1e2, "x\"]"], "b": {}}"#;
        assert_eq!(tree(text).flat(), text);
        assert_eq!(Tree::parse(r#"{"a": 1"#), None);
        assert_eq!(Tree::parse(r#"{"a": "1"#), None);
        assert_eq!(Tree::parse("[1] 2"), None);
    }

    #[test]
    fn what_does_not_matter_is_taken_away() {
        let whole = tree(r#"{"a": 1, "b": [{"c": 2, "d": 3}], "e": 4}"#);
        let shrunk = whole.shrunk(&|tree| tree.pointers().contains(&"/b/0/d".to_owned()));
        assert_eq!(shrunk.flat(), r#"{"b": [{"d": 3}]}"#);
    }

    #[test]
    fn long_values_are_broken() {
        let long = "x".repeat(70);
        let broken = tree(&format!(r#"{{"a": "{long}", "b": [1, 2]}}"#)).pretty();
        assert_eq!(broken, format!("{{\n  \"a\": \"{long}\",\n  \"b\": [1, 2]\n}}"));
    }
}
