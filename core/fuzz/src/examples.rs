//! The example records.

use shequ::Kind;

macro_rules! example {
    ($name:literal) => {
        include_str!(concat!("../../../examples/records/", $name, ".json"))
    };
}

/// The example of a kind on one line.
pub(crate) fn of(kind: Kind) -> String {
    pretty(kind).lines().map(str::trim_start).collect()
}

/// The example of a kind as it stands in its file.
pub(crate) const fn pretty(kind: Kind) -> &'static str {
    match kind {
        Kind::Community => example!("community"),
        Kind::Statistics => example!("statistics"),
        Kind::Subdivision => example!("subdivision"),
        Kind::Facility => example!("facility"),
        Kind::Evaluation => example!("evaluation"),
        Kind::Organisation => example!("organisation"),
        Kind::Worker => example!("worker"),
        Kind::Election => example!("election"),
        Kind::Agreement => example!("agreement"),
        Kind::Volunteer => example!("volunteer"),
        Kind::Activity => example!("activity"),
        Kind::ServiceRecord => example!("service_record"),
        Kind::Recognition => example!("recognition"),
        Kind::Service => example!("service"),
        Kind::Case => example!("case"),
    }
}
