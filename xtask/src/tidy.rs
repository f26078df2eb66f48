//! Rules of this repository that no compiler knows: layers, file lengths, line ends, words.

mod files;
mod layers;

/// Looks at every file that is committed or about to be; says what is wrong with each.
pub(crate) fn run() -> bool {
    let files = files::list();
    let mut faults: Vec<String> = files.iter().flat_map(files::File::faults).collect();
    let modules = files.iter().filter_map(|file| {
        let path = file.path.strip_prefix("core/src/")?;
        file.has_ending(&["rs"]).then_some((path, file.text.as_str()))
    });
    faults.extend(layers::faults(&modules.collect::<Vec<_>>()));
    for fault in &faults {
        println!("{fault}");
    }
    println!("{} files, {} faults", files.len(), faults.len());
    faults.is_empty()
}
