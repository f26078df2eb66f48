//! The sample dataset: true communities, persons who do not exist, some faults left in on purpose.

use std::fs;
use std::path::PathBuf;

use shequ::Kind;
use shequ_generate::{Place, Province};

use xtask::files::root;

/// Communities of Lixia District, Jinan: code, name, subdistrict (National Bureau of Statistics, 2023).
const PLACES: [(&str, &str, &str); 4] = [
    ("370102001002", "解放桥社区居民委员会", "解放路街道"),
    ("370102004008", "鞭指巷社区居民委员会", "泉城路街道"),
    ("370102007005", "环山路社区居民委员会", "文东街道"),
    ("370102009003", "甸柳新村第二社区居民委员会", "甸柳街道"),
];

/// The files of `examples/province`: of the first seed none of whose defects is a broken encoding, which no text file of the
/// repository may have.
pub(crate) fn files() -> Vec<(PathBuf, String)> {
    (3..).find_map(of_seed).expect("a seed has no broken encoding")
}

fn of_seed(seed: u64) -> Option<Vec<(PathBuf, String)>> {
    let places = PLACES.iter().map(|(code, name, township)| Place::new(*code, *name, *township)).collect();
    let temporary = root().join("target/tmp/province");
    let province = Province::new(seed, jiff::civil::date(2026, 6, 30))
        .volunteers_per_community(12)
        .defects(0.03)
        .places(places);
    province
        .write(&temporary, true, &mut |_| std::ops::ControlFlow::Continue(()))
        .expect("the sample can be written");
    let names = Kind::all().map(|kind| format!("{}.ndjson", kind.plural())).chain(["ledger.json".to_owned()]);
    names
        .map(|name| {
            let text = fs::read(temporary.join(&name)).expect("the sample can be read");
            Some((root().join("examples/province").join(name), String::from_utf8(text).ok()?))
        })
        .collect()
}
