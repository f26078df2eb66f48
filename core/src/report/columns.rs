//! Numbers and texts in the columns of a terminal.

use unicode_width::UnicodeWidthChar;

/// A number with its thousands set apart.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Columns that a text takes in a terminal: Chinese takes two for each character, a change of colour none.
pub fn width(text: &str) -> usize {
    let mut is_colour = false;
    let columns = |letter: char| {
        let starts = letter == '\x1b';
        let was_colour = is_colour;
        is_colour = starts || was_colour && letter != 'm';
        if starts || was_colour { 0 } else { columns_of(letter) }
    };
    text.chars().map(columns).sum()
}

/// The marks of Chinese are two columns wide where Chinese is read, ambiguous as some of them are.
fn columns_of(letter: char) -> usize {
    match letter {
        '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '〔' | '〕' => 2,
        _ => letter.width().unwrap_or(0),
    }
}

/// A text with blanks after it.
pub(crate) fn left(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// A text with blanks before it.
pub(super) fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// A text broken into lines of so many columns, every line but the first after a margin. It is broken at blanks and
/// between Chinese characters, never before a closing mark or after an opening one; what is too long by itself is cut.
pub fn wrapped(text: &str, margin: usize, columns: usize) -> String {
    let columns = columns.max(margin + MIN_COLUMNS);
    let (mut out, mut line, mut column) = (String::new(), String::new(), 0);
    // the end of the last whole word of the line
    let mut whole: Option<usize> = None;
    let mut letters = text.chars().peekable();
    let mut is_colour = false;
    while let Some(letter) = letters.next() {
        is_colour |= letter == '\x1b';
        if is_colour {
            line.push(letter);
            is_colour = letter != 'm';
            continue;
        }
        if column + columns_of(letter) > columns && letter != ' ' {
            let rest = line.split_off(whole.take().unwrap_or(line.len()));
            out.push_str(line.trim_end());
            out.push('\n');
            line = " ".repeat(margin) + rest.trim_start();
            column = width(&line);
        }
        line.push(letter);
        column += columns_of(letter);
        if may_break(letter, letters.peek().copied()) && column > margin {
            whole = Some(line.len());
        }
    }
    out + line.trim_end()
}

/// The fewest columns beside a margin: a Chinese character and its mark.
const MIN_COLUMNS: usize = 4;

/// Whether a line may end between two characters.
fn may_break(letter: char, next: Option<char>) -> bool {
    const OPENING: &str = "（“‘《〈【〔([";
    const CLOSING: &str = "，。；：！？、）”’》〉】〕…,.;:!?)]%";
    let Some(next) = next else { return true };
    let is_wide = |letter: char| letter.width() == Some(2);
    !CLOSING.contains(next)
        && !OPENING.contains(letter)
        && (letter == ' '
            || is_wide(letter)
            || is_wide(next)
            || CLOSING.contains(letter) && !letter.is_ascii())
        && next != ' '
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(620_573), "620,573");
    }

    #[test]
    fn chinese_takes_two_columns_and_colours_take_none() {
        assert_eq!(left("社区", 6), "社区  ");
        assert_eq!(right("12", 4), "  12");
        assert_eq!(width("\x1b[1;31m错误\x1b[0m"), 4);
        assert_eq!(width("“e\u{301}”"), 5);
    }

    #[test]
    fn lines_hold_their_columns_and_lose_nothing() {
        let text = "请对照证件原件逐位核对后重新录入（含“X”），不得自行推算末位；see /a/very/long/path/without/any/blank.ndjson, then go on。";
        for columns in [20, 40, 80] {
            let lines = wrapped(text, 5, columns);
            for (number, line) in lines.lines().enumerate() {
                assert!(width(line) <= columns, "{columns}: {line:?}");
                assert!(number == 0 || line.starts_with("     "), "{line:?}");
                assert!(!line.trim_start().starts_with(['，', '；', '。', '）', '”']), "{lines}");
            }
            let plain = |text: &str| text.replace([' ', '\n'], "");
            assert_eq!(plain(&lines), plain(text));
        }
        assert_eq!(wrapped("one two three", 0, 8), "one two\nthree");
    }
}
