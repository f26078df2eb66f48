//! Looks at the bytes of a text, eight at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The number of characters, where no byte can belong to a control character: those of U+0080-009F
/// begin with C2, U+2028 and U+2029 with E2.
#[inline]
pub(super) fn plain_letters(text: &str) -> Option<usize> {
    let (mut doubt, mut inner) = (0, 0);
    for word in words(text) {
        doubt |= has_control(word) | has(word, 0x7F) | has(word, 0xC2) | has(word, 0xE2);
        // what is inside a character is 10xxxxxx
        inner += count(word & !(word << 1) & HIGH);
    }
    // the filling counts as inside too
    (doubt == 0).then(|| text.len().next_multiple_of(8) - inner)
}

/// Whether all is ASCII or common Chinese, U+4000-9FFF, which begins with E4 to E9.
#[inline]
pub(crate) fn is_common(text: &str) -> bool {
    words(text).all(|word| {
        let (first, low) = (word & (word << 1) & HIGH, word & !HIGH);
        let is_from = |byte: u64| (low + ONES * (0x100 - byte)) & HIGH;
        first & !(is_from(0xE4) & !is_from(0xEA)) == 0
    })
}

/// The bytes as words; the last is filled up with 80, which stands inside characters alone.
#[inline]
fn words(text: &str) -> impl Iterator<Item = u64> {
    let (whole, rest) = text.as_bytes().as_chunks::<8>();
    let last = rest.iter().rev().fold(HIGH, |word, byte| word << 8 | u64::from(*byte));
    whole.iter().map(|bytes| u64::from_le_bytes(*bytes)).chain((!rest.is_empty()).then_some(last))
}

/// Not 0 where a byte of the word is this one.
#[inline]
const fn has(word: u64, byte: u64) -> u64 {
    let word = word ^ (ONES * byte);
    word.wrapping_sub(ONES) & !word & HIGH
}

/// Not 0 where a byte of the word is below 0x20.
#[inline]
const fn has_control(word: u64) -> u64 {
    word.wrapping_sub(ONES * 0x20) & !word & HIGH
}

/// How many of the high bits are set.
#[inline]
const fn count(high_bits: u64) -> usize {
    ((high_bits >> 7).wrapping_mul(ONES) >> 56) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(
            prop_oneof![
                Just('a'),
                prop::char::range('\u{3FF0}', '\u{4010}'),
                prop::char::range('\u{9FF0}', '\u{A010}'),
                prop::char::range('\u{0}', '\u{A0}'),
                prop::char::range('\u{2020}', '\u{2030}'),
                any::<char>(),
            ],
            0..12,
        )
        .prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn letters_are_counted_and_controls_seen(text in text()) {
            let letters = text.chars().count();
            match plain_letters(&text) {
                Some(plain) => {
                    prop_assert_eq!(plain, letters);
                    prop_assert!(!text.chars().any(crate::field::text::is_control), "{:?}", text);
                }
                None => prop_assert!(text.bytes().any(|byte| byte < 0x20 || matches!(byte, 0x7F | 0xC2 | 0xE2))),
            }
        }

        #[test]
        fn common_is_ascii_or_chinese(text in text()) {
            let common = |letter: char| letter.is_ascii() || matches!(letter, '\u{4000}'..='\u{9FFF}');
            prop_assert_eq!(is_common(&text), text.chars().all(common), "{:?}", text);
        }
    }
}
