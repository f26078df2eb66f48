//! The accept lane: one pass over the text of a record that is right in every structural way.
//!
//! It only ever accepts. An escape, a strange number, an unknown key, any doubt at all, and it gives
//! none: the other lanes, which own every finding, then look at the record.

use super::number::Written;
use super::{Arena, Field, FieldMeta, ObjectMeta, Slot, Source};

/// A place in the JSON text of one record.
pub(crate) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    arena: &'a Arena,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str, arena: &'a Arena) -> Self {
        Self { text, at: 0, arena }
    }

    /// Whether nothing but white space is left.
    pub(crate) fn is_at_end(&mut self) -> bool {
        self.peek().is_none()
    }

    /// The next byte that is no white space.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.at += 1,
                next => return next.copied(),
            }
        }
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Passes a byte where it comes next.
    #[inline]
    fn takes(&mut self, byte: u8) -> bool {
        self.expect(byte).is_some()
    }

    /// Whether a comma goes on, or the bracket closes.
    #[inline]
    fn goes_on(&mut self, close: u8) -> Option<bool> {
        let byte = self.peek()?;
        self.at += 1;
        match byte {
            b',' => Some(true),
            byte if byte == close => Some(false),
            _ => None,
        }
    }

    /// The position of the field that the next key names, the one expected being tried first.
    #[inline]
    fn key(&mut self, object: &'static ObjectMeta, expected: usize) -> Option<usize> {
        let key = self.string()?;
        self.expect(b':')?;
        match object.fields.get(expected) {
            Some(field) if field.name == key => Some(expected),
            _ => object.fields.iter().position(|field| field.name == key),
        }
    }

    /// A string without escapes.
    #[inline]
    fn string(&mut self) -> Option<&'a str> {
        self.expect(b'"')?;
        let start = self.at;
        let end = start + plain_length(&self.text.as_bytes()[start..]);
        self.at = end + 1;
        (self.text.as_bytes().get(end) == Some(&b'"')).then(|| &self.text[start..end])
    }

    /// The text of a number without exponent.
    fn digits_of_number(&mut self) -> Option<&'a str> {
        self.peek()?;
        let start = self.at;
        self.at += usize::from(self.text.as_bytes()[start] == b'-');
        let whole = self.digits();
        let leading_zero = self.text.as_bytes().get(self.at - whole) == Some(&b'0');
        if whole == 0 || leading_zero && whole > 1 {
            return None;
        }
        if self.text.as_bytes().get(self.at) == Some(&b'.') {
            self.at += 1;
            if self.digits() == 0 {
                return None;
            }
        }
        let ends = !matches!(self.text.as_bytes().get(self.at), Some(b'e' | b'E' | b'.' | b'+' | b'-'));
        ends.then(|| &self.text[start..self.at])
    }

    fn digits(&mut self) -> usize {
        let digits = self.text.as_bytes()[self.at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += digits;
        digits
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.text[self.at..].starts_with(word).then(|| self.at += word.len())
    }

    /// The text of an object, whatever is in it.
    fn text_of_object(&mut self) -> Option<&'a str> {
        if self.peek()? != b'{' {
            return None;
        }
        let (start, mut open) = (self.at, 0_usize);
        loop {
            match self.text.as_bytes().get(self.at)? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(&self.text[start..self.at]);
            }
        }
    }
}

impl<'a> Source<'a> for Cursor<'a> {
    fn arena(&self) -> &'a Arena {
        self.arena
    }

    #[inline]
    fn text(&mut self) -> Option<&'a str> {
        self.string()
    }

    fn number(&mut self, decimals: u32) -> Option<f64> {
        let written = Written::parse(self.digits_of_number()?);
        (written.decimals <= i64::from(decimals)).then_some(written.value)
    }

    fn boolean(&mut self) -> Option<bool> {
        match self.peek()? {
            b't' => self.word("true").map(|()| true),
            _ => self.word("false").map(|()| false),
        }
    }

    #[inline]
    fn value<T: Field>(&mut self, meta: &'static FieldMeta) -> Option<Slot<T::View<'a>>> {
        if self.peek()? == b'n' {
            return if meta.required { None } else { self.word("null").map(|()| Slot::Absent) };
        }
        T::scan(self, meta)
    }

    #[inline]
    fn members(
        &mut self,
        object: &'static ObjectMeta,
        mut each: impl FnMut(usize, &mut Self) -> Option<()>,
    ) -> Option<u64> {
        let (mut seen, mut next) = (0_u64, 0_usize);
        self.expect(b'{')?;
        let mut goes_on = !self.takes(b'}');
        while goes_on {
            let index = self.key(object, next)?;
            if seen & 1 << index != 0 {
                return None;
            }
            (seen, next) = (seen | 1 << index, index + 1);
            each(index, self)?;
            goes_on = self.goes_on(b'}')?;
        }
        Some(seen)
    }

    #[inline]
    fn items(&mut self, mut each: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.expect(b'[')?;
        let mut goes_on = !self.takes(b']');
        while goes_on {
            each(self)?;
            goes_on = self.goes_on(b']')?;
        }
        Some(())
    }

    fn begin(&mut self) -> usize {
        self.peek();
        self.at
    }

    /// Without escapes two values are the same where they are written the same.
    fn text_since(&mut self, begin: usize) -> Option<&'a str> {
        self.text.get(begin..self.at)
    }

    fn free_object<R>(&mut self, show: impl FnOnce(&str) -> Option<R>) -> Option<R> {
        show(self.text_of_object()?)
    }
}

/// How many bytes stand before the first quotation mark, backslash or control character; eight at a
/// time.
#[inline]
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const QUOTE: u64 = ONES * 0x22;
    const BACKSLASH: u64 = ONES * 0x5C;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let has_zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let (words, _) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let quote = has_zero(word ^ QUOTE);
        let escape = has_zero(word ^ BACKSLASH);
        let control = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
        let found = quote | escape | control;
        if found != 0 {
            return index * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let start = words.len() * 8;
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\') || *byte < 0x20;
    bytes[start..].iter().position(is_special).map_or(bytes.len(), |rest| start + rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_fast_search_finds_what_the_plain_one_finds(bytes in prop::collection::vec(prop_oneof![Just(b'a'), Just(b'"'), Just(b'\\'), any::<u8>()], 0..40)) {
            let plain = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\') || *byte < 0x20).unwrap_or(bytes.len());
            prop_assert_eq!(plain_length(&bytes), plain);
        }

        #[test]
        fn a_number_is_one_of_json(text in "-?[0-9]{0,3}(\\.[0-9]{0,2})?[eE+.-]?[0-9]?") {
            let arena = Arena::new();
            let mut cursor = Cursor::new(&text, &arena);
            if cursor.number(u32::MAX).is_some() && cursor.is_at_end() {
                prop_assert!(serde_json::from_str::<f64>(&text).is_ok(), "{}", text);
            }
        }
    }
}
