//! What each file must be: text of the usual form, not too long, without words that are not for readers.

use std::fs;
use std::process::Command;

use xtask::files::root;

/// The most lines of a file of code.
const MAX_LINES: usize = 500;

/// What no file of code or text may hold: a note that work is left, an abort in its place, the
/// spelling that this project does not use. Each is put together, so that it does not stand here.
const WORDS: [&str; 5] =
    [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("todo", "!("), concat!("dbg", "!("), OTHER_SPELLING];

const OTHER_SPELLING: &str = concat!("organi", "zation");

/// Words that may stand, with the reason.
const ALLOWED: [(&str, &str, &str); 1] = [(
    "core/src/field/object.rs",
    OTHER_SPELLING,
    "a field under the other spelling is told the name that the standard has",
)];

/// A text file of the repository.
pub(super) struct File {
    /// Its path below the root, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

/// All text files that are committed or not ignored.
///
/// # Panics
/// Where git does not answer.
pub(super) fn list() -> Vec<File> {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").args(arguments).current_dir(root()).output();
    let output = output.expect("git lists the files of the repository");
    assert!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    names.split('\0').filter(|name| !name.is_empty()).filter_map(read).collect()
}

/// A file that is text; none where it is binary, or was removed.
fn read(name: &str) -> Option<File> {
    let text = String::from_utf8(fs::read(root().join(name)).ok()?).ok()?;
    (!text.contains('\0')).then(|| File { path: name.to_owned(), text })
}

impl File {
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut add = |what: &str| faults.push(format!("{}: {what}", self.path));
        if self.text.contains('\r') {
            add("has carriage returns");
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            add("does not end with a line feed");
        }
        if self.text.lines().any(|line| line.starts_with("<<<<<<< ")) {
            add("has a conflict of a merge");
        }
        if self.has_ending(&["rs"]) && self.text.contains('\t') {
            add("has tabs");
        }
        let lines = self.text.lines().count();
        if self.has_ending(&["rs", "py"]) && lines > MAX_LINES && !self.path.contains("/tables/") {
            add(&format!("has {lines} lines, more than {MAX_LINES}"));
        }
        for (line, text) in (1..).zip(self.text.lines()) {
            for word in self.words_of(text) {
                faults.push(format!("{}:{line}: {word}", self.path));
            }
        }
        faults
    }

    fn words_of(&self, line: &str) -> impl Iterator<Item = &'static str> {
        let is_looked_at = self.has_ending(&["rs", "md", "py", "mjs"]);
        let is_allowed = |word: &str| ALLOWED.iter().any(|row| row.0 == self.path && row.1 == word);
        let holds = |word: &str| match word {
            OTHER_SPELLING => line.to_ascii_lowercase().contains(word),
            _ => line.contains(word),
        };
        WORDS.into_iter().filter(move |word| is_looked_at && holds(word) && !is_allowed(word))
    }

    pub(super) fn has_ending(&self, endings: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> Vec<String> {
        File { path: path.to_owned(), text: text.to_owned() }.faults()
    }

    #[test]
    fn a_file_has_unix_lines_to_its_end() {
        assert!(faults("a.json", "{}\n").is_empty());
        assert!(faults("a.json", "").is_empty());
        assert_eq!(faults("a.json", "{}\r\n"), ["a.json: has carriage returns"]);
        assert_eq!(faults("a.json", "{}"), ["a.json: does not end with a line feed"]);
        assert_eq!(faults("a.md", "<<<<<<< HEAD\n"), ["a.md: has a conflict of a merge"]);
        assert_eq!(faults("a.rs", "\tx\n"), ["a.rs: has tabs"]);
        assert!(faults("a.tsv", "a\tb\n").is_empty());
    }

    #[test]
    fn code_is_not_too_long_but_tables_may_be() {
        let text = "x\n".repeat(MAX_LINES + 1);
        assert_eq!(faults("a.py", &text), ["a.py: has 501 lines, more than 500"]);
        assert!(faults("core/src/codes/tables/a.rs", &text).is_empty());
        assert!(faults("a.json", &text).is_empty());
    }

    #[test]
    fn words_are_found_with_their_line() {
        let left = concat!("// TO", "DO\n");
        assert_eq!(faults("a.rs", &format!("x\n{left}")), [concat!("a.rs:2: TO", "DO")]);
        assert!(faults("a.json", left).is_empty());
        let title = concat!("Organi", "zation\n");
        assert_eq!(faults("a.md", title).len(), 1);
        assert!(faults("core/src/field/object.rs", title).is_empty());
    }
}
