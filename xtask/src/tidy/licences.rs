//! Each published crate carries the texts of its licences, and a page that says what it is.

use super::files::File;

/// What of the licences is missing or not as at the root: `LICENSE` holds both texts.
pub(super) fn faults(files: &[File]) -> Vec<String> {
    let find = |path: &str| files.iter().find(|file| file.path == path);
    let whole = find("LICENSE").map_or("", |file| file.text.as_str());
    let manifests = files.iter().filter(|file| file.path.ends_with("/Cargo.toml"));
    let published =
        manifests.filter(|file| file.text.contains("\n[lib]") || file.text.contains("\n[dependencies]"));
    let mut faults = Vec::new();
    for manifest in published.filter(|file| !file.text.contains("publish = false")) {
        let folder = manifest.path.trim_end_matches("Cargo.toml");
        for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
            match find(&format!("{folder}{name}")) {
                Some(file) if whole.contains(file.text.trim()) && !file.text.trim().is_empty() => {}
                Some(_) => faults.push(format!("{folder}{name}: not as in LICENSE")),
                None => faults.push(format!("{folder}{name}: is missing in a crate that is published")),
            }
        }
        if find(&format!("{folder}README.md")).is_none() {
            faults.push(format!("{folder}README.md: is missing in a crate that is published"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn what_a_published_crate_lacks_is_told() {
        let mut files = vec![
            file("LICENSE", "both\n\nMIT text\n\nApache text\n"),
            file("a/Cargo.toml", "[package]\n\n[dependencies]\n"),
            file("b/Cargo.toml", "[package]\npublish = false\n\n[dependencies]\n"),
            file("a/LICENSE-MIT", "MIT text\n"),
            file("a/LICENSE-APACHE", "other\n"),
        ];
        let expected =
            ["a/LICENSE-APACHE: not as in LICENSE", "a/README.md: is missing in a crate that is published"];
        assert_eq!(faults(&files), expected);
        files[4] = file("a/LICENSE-APACHE", "Apache text\n");
        files.push(file("a/README.md", "a\n"));
        assert!(faults(&files).is_empty());
    }
}
