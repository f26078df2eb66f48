//! Numbers and texts in the columns of a terminal.

/// Columns that lines are kept within, where a text can be broken.
const COLUMNS: usize = 80;

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

/// Columns that a text takes in a terminal: Chinese takes two for each character.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|letter| if u32::from(letter) >= 0x1100 { 2 } else { 1 }).sum()
}

/// A text with blanks after it.
pub(crate) fn left(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// A text with blanks before it.
pub(super) fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// A label and items, broken between items where a line would be too long; every line begins under
/// the first item.
pub(super) fn wrapped(label: &str, items: &[String], separator: &str) -> String {
    let mut out = format!("{label}  ");
    let indent = width(&out);
    let mut column = indent;
    for (index, item) in items.iter().enumerate() {
        let separator = if index + 1 < items.len() { separator } else { "" };
        if column > indent && column + width(item) + width(separator.trim_end()) > COLUMNS {
            out.truncate(out.trim_end().len());
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        }
        out.push_str(item);
        out.push_str(separator);
        column += width(item) + width(separator);
    }
    out
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
    fn chinese_takes_two_columns() {
        assert_eq!(left("社区", 6), "社区  ");
        assert_eq!(right("12", 4), "  12");
    }

    #[test]
    fn lines_are_broken_between_items_and_begin_under_the_first() {
        let items = vec!["民政统计".repeat(3); 5];
        let text = wrapped("代码表", &items, "，");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| width(line) <= COLUMNS), "{text}");
        assert!(lines[0].ends_with('，') && lines[1].starts_with("        民"), "{text}");
        assert_eq!(text.matches("民政统计民政").count(), 5);
        assert_eq!(wrapped("a", &["b".repeat(200)], ", "), format!("a  {}", "b".repeat(200)));
    }
}
