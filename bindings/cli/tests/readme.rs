//! What the first screen of a README shows.

use std::fs;
use std::path::Path;
use std::process::Command;

/// What the first screen of a README shows is what the program prints.
#[test]
fn the_readme_shows_a_real_report() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for (readme, lang, gap) in [("README.md", "en", "..."), ("README.zh-CN.md", "zh", "……")] {
        let output = Command::new(env!("CARGO_BIN_EXE_shequ"))
            .args(["check", "examples/province", "--as-of", "2026-06-30", "--lang", lang])
            .current_dir(&root)
            .output()
            .expect("the command runs");
        let printed = String::from_utf8(output.stdout).expect("output is UTF-8");
        let readme = fs::read_to_string(root.join(readme)).expect("the page can be read");
        let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next());
        let parts: Vec<&str> =
            shown.expect("a report").split(gap).map(|part| part.trim_matches('\n')).collect();
        assert_eq!(parts.len(), 2, "{readme}");
        for part in parts {
            assert!(!part.is_empty() && printed.contains(part), "{lang}: not printed:\n{part}");
        }
    }
}
