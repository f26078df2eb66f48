//! How far a JSON value goes, by brackets, strings and commas; nothing is built.

/// How far a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// To this byte, which is no longer its own.
    Whole(usize),
    /// The text ends before it does.
    Cut,
    /// It stops being JSON at this byte.
    Broken(usize),
}

/// What a look at a value tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scanned {
    pub(crate) reach: Reach,
    /// A text in it holds a raw line feed. JSON forbids that, and it may be the end of a broken line.
    pub(crate) is_torn: bool,
}

#[derive(Clone, Copy)]
enum Expected {
    Value,
    /// After the bracket that opens a list.
    ValueOrEnd,
    Key,
    /// After the bracket that opens an object.
    KeyOrEnd,
    Colon,
    CommaOrEnd,
}

/// Looks at the value that begins at a byte, white space aside.
pub(crate) fn value(text: &[u8], start: usize) -> Scanned {
    let mut is_torn = false;
    let reach = reach(text, start, &mut is_torn);
    Scanned { reach, is_torn }
}

fn reach(text: &[u8], mut at: usize, is_torn: &mut bool) -> Reach {
    // the brackets that are to close what is open
    let mut open = Vec::new();
    let mut expected = Expected::Value;
    loop {
        at = skip_white_space(text, at);
        let Some(byte) = text.get(at) else { return Reach::Cut };
        let ends = match (expected, byte) {
            (Expected::Value | Expected::ValueOrEnd, b'{' | b'[') => {
                (at, expected) =
                    (at + 1, if *byte == b'{' { Expected::KeyOrEnd } else { Expected::ValueOrEnd });
                open.push(if *byte == b'{' { b'}' } else { b']' });
                false
            }
            (Expected::Value | Expected::ValueOrEnd, b'"') => {
                let Some(end) = string(text, at, is_torn) else { return Reach::Cut };
                at = end;
                true
            }
            (Expected::Key | Expected::KeyOrEnd, b'"') => {
                let Some(end) = string(text, at, is_torn) else { return Reach::Cut };
                (at, expected) = (end, Expected::Colon);
                false
            }
            (Expected::ValueOrEnd | Expected::KeyOrEnd | Expected::CommaOrEnd, b']' | b'}')
                if open.last() == Some(byte) =>
            {
                open.pop();
                at += 1;
                true
            }
            (Expected::Colon, b':') => {
                (at, expected) = (at + 1, Expected::Value);
                false
            }
            (Expected::CommaOrEnd, b',') => {
                let is_object = open.last() == Some(&b'}');
                (at, expected) = (at + 1, if is_object { Expected::Key } else { Expected::Value });
                false
            }
            (Expected::Value | Expected::ValueOrEnd, _) => {
                let word = text[at..].iter().take_while(|byte| is_of_word(**byte)).count();
                if at + word == text.len() {
                    return Reach::Cut;
                }
                if !is_word(&text[at..at + word]) {
                    return Reach::Broken(at);
                }
                at += word;
                true
            }
            _ => return Reach::Broken(at),
        };
        if ends {
            if open.is_empty() {
                return Reach::Whole(at);
            }
            expected = Expected::CommaOrEnd;
        }
    }
}

/// The end of the string that begins at a quotation mark.
pub(crate) fn string(text: &[u8], start: usize, is_torn: &mut bool) -> Option<usize> {
    let mut at = start + 1;
    loop {
        at += memchr::memchr3(b'"', b'\\', b'\n', text.get(at..)?)?;
        match text[at] {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => {
                *is_torn = true;
                at += 1;
            }
        }
    }
}

/// The next byte that is no white space of JSON.
pub(crate) fn skip_white_space(text: &[u8], start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    start + rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count()
}

const fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')
}

fn is_word(word: &[u8]) -> bool {
    match word.first() {
        Some(byte) if byte.is_ascii_digit() || *byte == b'-' => true,
        _ => matches!(word, b"true" | b"false" | b"null"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_whole_cut_or_broken() {
        for (text, reach) in [
            ("{\"a\":[1,{},[]],\"b\":\"]}\\\"\"} x", Reach::Whole(26)),
            (" [ ] ", Reach::Whole(4)),
            ("\"\\\\\"", Reach::Whole(4)),
            ("true,", Reach::Whole(4)),
            ("", Reach::Cut),
            ("1", Reach::Cut),
            ("{\"a\":", Reach::Cut),
            ("[\"a\\", Reach::Cut),
            ("{\"a\" 1}", Reach::Broken(5)),
            ("{\"a\":1,}", Reach::Broken(7)),
            ("[1}", Reach::Broken(2)),
            ("[INFO]", Reach::Broken(1)),
            ("{\"a\":1\n{\"b\":2}", Reach::Broken(7)),
        ] {
            assert_eq!(value(text.as_bytes(), 0), Scanned { reach, is_torn: false }, "{text}");
        }
    }

    #[test]
    fn a_line_feed_in_a_text_is_noticed() {
        let scanned = value(b"{\"a\":\"one\ntwo\"}", 0);
        assert_eq!(scanned, Scanned { reach: Reach::Whole(15), is_torn: true });
        assert!(!value(b"{\"a\":\n\"one\"}", 0).is_torn);
    }

    #[test]
    fn any_depth_is_looked_through() {
        let text = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
        assert_eq!(value(text.as_bytes(), 0).reach, Reach::Whole(400_000));
    }
}
