//! Texts in another encoding than UTF-8, known by their bytes.

/// An encoding that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-16 or UTF-32, of either byte order.
    Wide,
    /// GB18030, GBK among it.
    Gb18030,
}

/// The encoding of a text that begins so, where it is another than UTF-8. A text of UTF-8 in which
/// some bytes are damaged is one of UTF-8.
pub(super) fn foreign(head: &[u8]) -> Option<Encoding> {
    if is_wide(head) {
        return Some(Encoding::Wide);
    }
    if simdutf8::basic::from_utf8(head).is_ok() {
        return None;
    }
    let (mut right, mut wrong) = (0, 0);
    for part in head.utf8_chunks() {
        right += part.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        wrong += part.invalid().len();
    }
    (wrong > right && is_gb18030(head)).then_some(Encoding::Gb18030)
}

/// With a byte order mark, or with a null byte in every other place.
fn is_wide(head: &[u8]) -> bool {
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) {
        return true;
    }
    let begins = |byte: u8| matches!(byte, b'{' | b'[' | b'"' | b' ' | b'\r' | b'\n' | b'\t');
    matches!(head, [0, first, 0, _, ..] | [first, 0, _, 0, ..] if begins(*first))
        || matches!(head, [0, 0, 0, first, ..] | [first, 0, 0, 0, ..] if begins(*first))
}

/// Whether all that is not ASCII is of two or four bytes as GB18030 has them.
fn is_gb18030(text: &[u8]) -> bool {
    let (mut at, mut letters) = (0, 0);
    while let Some(byte) = text.get(at) {
        if byte.is_ascii() {
            at += 1;
            continue;
        }
        let after = |distance: usize| text.get(at + distance).copied();
        at += match (byte, after(1), after(2), after(3)) {
            (0x81..=0xFE, Some(0x40..=0x7E | 0x80..=0xFE), ..) => 2,
            (0x81..=0xFE, Some(0x30..=0x39), Some(0x81..=0xFE), Some(0x30..=0x39)) => 4,
            // a letter may be cut where the look ends
            (0x81..=0xFE, None, ..) | (0x81..=0xFE, Some(0x30..=0x39), None | Some(0x81..=0xFE), None) => 4,
            _ => return false,
        };
        letters += 1;
    }
    letters > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `{"name":"张三"}` in GBK.
    const GBK: &[u8] = b"{\"name\":\"\xd5\xc5\xc8\xfd\"}";

    #[test]
    fn gb18030_is_known_by_its_bytes() {
        assert_eq!(foreign(GBK), Some(Encoding::Gb18030));
        assert_eq!(foreign(&GBK[..GBK.len() - 3]), Some(Encoding::Gb18030));
        // a letter of four bytes
        assert_eq!(foreign(b"\"\x82\x35\x8f\x33\xd5\xc5\""), Some(Encoding::Gb18030));
    }

    #[test]
    fn damaged_utf_8_is_utf_8() {
        let text = "{\"name\":\"张三\",\"address\":\"多福巷\"}".as_bytes();
        assert_eq!(foreign(text), None);
        let mut damaged = text.to_vec();
        damaged.remove(9);
        assert!(std::str::from_utf8(&damaged).is_err());
        assert_eq!(foreign(&damaged), None);
        assert_eq!(foreign(b"{\"id\":\"\xff\xfe\"}"), None);
        assert_eq!(foreign(b"{\"id\":\"caf\xe9\"}"), None);
        assert_eq!(foreign("{\"id\":\"一".as_bytes().split_last().unwrap().1), None);
    }

    #[test]
    fn wide_letters_are_known_with_and_without_a_mark() {
        let text = "{\"id\":\"一\"}";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let widest: Vec<u8> = text.chars().flat_map(|letter| u32::from(letter).to_be_bytes()).collect();
        for bytes in [&little, &big, &widest, &[&[0xFF, 0xFE], &little[..]].concat()] {
            assert_eq!(foreign(bytes), Some(Encoding::Wide));
        }
        assert_eq!(foreign(b"\0\0\0\0"), None);
        assert_eq!(foreign(b"{\0"), None);
    }
}
