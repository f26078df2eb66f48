//! Rules of this repository that no compiler knows: layers, file lengths, line ends, words, licences.

mod files;
mod generator;
mod layers;
mod licences;

/// Looks at every file that is committed or about to be; says what is wrong with each.
pub(crate) fn run() -> bool {
    let files = files::list();
    let mut faults: Vec<String> = files.iter().flat_map(files::File::faults).collect();
    let below = |folder: &str| {
        let sources = files.iter().filter(|file| file.has_ending(&["rs"]));
        let sources = sources.filter_map(|file| Some((file.path.strip_prefix(folder)?, file.text.as_str())));
        sources.collect::<Vec<_>>()
    };
    faults.extend(layers::faults(&below("core/src/")));
    faults.extend(generator::faults(&below("core/generate/src/")));
    faults.extend(licences::faults(&files));
    for fault in &faults {
        println!("{fault}");
    }
    println!("{} files, {} faults", files.len(), faults.len());
    faults.is_empty()
}
