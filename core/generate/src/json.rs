//! Records as JSON text, written straight into a buffer that is used again.

use super::day::Day;

/// Writes one value after another, with commas between them.
pub(super) struct Json<'a> {
    out: &'a mut Vec<u8>,
}

impl<'a> Json<'a> {
    /// Writes one record as a line.
    pub(super) fn line(out: &'a mut Vec<u8>, members: impl FnOnce(&mut Json<'_>)) {
        out.push(b'{');
        members(&mut Json { out });
        out.extend_from_slice(b"}\n");
    }

    fn comma(&mut self) {
        if !matches!(self.out.last(), Some(b'{' | b'[')) {
            self.out.push(b',');
        }
    }

    fn key(&mut self, key: &str) {
        self.comma();
        self.quoted(key.as_bytes());
        self.out.push(b':');
    }

    fn quoted(&mut self, text: &[u8]) {
        debug_assert!(text.iter().all(|byte| *byte >= b' ' && !matches!(byte, b'"' | b'\\')));
        self.out.push(b'"');
        self.out.extend_from_slice(text);
        self.out.push(b'"');
    }

    pub(super) fn text(&mut self, key: &str, text: impl AsRef<[u8]>) {
        self.key(key);
        self.quoted(text.as_ref());
    }

    /// A text that is put together of parts.
    pub(super) fn joined(&mut self, key: &str, parts: &[&str]) {
        self.key(key);
        self.out.push(b'"');
        for part in parts {
            debug_assert!(part.bytes().all(|byte| byte >= b' ' && !matches!(byte, b'"' | b'\\')));
            self.out.extend_from_slice(part.as_bytes());
        }
        self.out.push(b'"');
    }

    pub(super) fn day(&mut self, key: &str, day: Day) {
        self.text(key, day.written());
    }

    /// A moment by its minute of the day, in +08:00; a minute beyond midnight is on the next day.
    pub(super) fn moment(&mut self, key: &str, day: Day, minute: i32) {
        let (day, minute) = (day.plus(minute.div_euclid(1440)), minute.rem_euclid(1440));
        self.key(key);
        self.out.push(b'"');
        self.out.extend_from_slice(&day.written());
        let digit = |number: i32| b'0' + u8::try_from(number % 10).unwrap_or_default();
        let [hour, minute] = [minute / 60, minute % 60];
        self.out.extend_from_slice(&[
            b'T',
            digit(hour / 10),
            digit(hour),
            b':',
            digit(minute / 10),
            digit(minute),
        ]);
        self.out.extend_from_slice(b":00+08:00\"");
    }

    pub(super) fn number(&mut self, key: &str, number: impl itoa::Integer) {
        self.key(key);
        self.out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
    }

    /// A number of hundredths, without zeros at its end.
    pub(super) fn hundredths(&mut self, key: &str, hundredths: i64) {
        self.decimal(key, hundredths, 2);
    }

    /// A number of thousandths, of ten-thousandths ..., not below 0, without zeros at its end.
    pub(super) fn decimal(&mut self, key: &str, number: i64, places: u32) {
        let unit = 10_i64.pow(places);
        self.number(key, number / unit);
        let (mut rest, mut places) = (number % unit, places as usize);
        while places > 0 && rest % 10 == 0 {
            (rest, places) = (rest / 10, places - 1);
        }
        if places > 0 {
            self.out.push(b'.');
            let mut buffer = itoa::Buffer::new();
            let digits = buffer.format(rest);
            self.out.extend(std::iter::repeat_n(b'0', places - digits.len()));
            self.out.extend_from_slice(digits.as_bytes());
        }
    }

    pub(super) fn flag(&mut self, key: &str, flag: bool) {
        self.key(key);
        self.out.extend_from_slice(if flag { b"true" } else { b"false" });
    }

    pub(super) fn texts<T: AsRef<str>>(&mut self, key: &str, texts: &[T]) {
        self.list(key, |json| {
            for text in texts {
                json.comma();
                json.quoted(text.as_ref().as_bytes());
            }
        });
    }

    pub(super) fn object(&mut self, key: &str, members: impl FnOnce(&mut Json<'_>)) {
        self.key(key);
        self.enclosed(*b"{}", members);
    }

    pub(super) fn list(&mut self, key: &str, items: impl FnOnce(&mut Json<'_>)) {
        self.key(key);
        self.enclosed(*b"[]", items);
    }

    /// An object as an item of a list.
    pub(super) fn item(&mut self, members: impl FnOnce(&mut Json<'_>)) {
        self.comma();
        self.enclosed(*b"{}", members);
    }

    fn enclosed(&mut self, [opens, closes]: [u8; 2], inside: impl FnOnce(&mut Json<'_>)) {
        self.out.push(opens);
        inside(&mut Json { out: self.out });
        self.out.push(closes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_json() {
        let mut out = Vec::new();
        Json::line(&mut out, |json| {
            json.text("a", "一");
            json.object("b", |json| json.number("c", 7));
            json.list("d", |json| {
                json.item(|json| json.flag("e", true));
                json.item(|_| ());
            });
            json.texts("f", &["g", "h"]);
            json.hundredths("i", 150);
            json.hundredths("j", 5);
            json.decimal("k", 950, 3);
            json.decimal("l", 1_170_352, 4);
            json.moment("m", Day::new(2026, 2, 28), 1441);
        });
        let expected = r#"{"a":"一","b":{"c":7},"d":[{"e":true},{}],"f":["g","h"],"i":1.5,"j":0.05,"k":0.95,"l":117.0352,"m":"2026-03-01T00:01:00+08:00"}"#;
        assert_eq!(String::from_utf8(out).unwrap().trim_end(), expected);
    }
}
