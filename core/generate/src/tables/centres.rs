//! Where counties lie, and what is dialled there.

use std::sync::LazyLock;

/// A point of a county, in thousandths of a degree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Centre {
    pub(crate) county: u32,
    pub(crate) longitude: i32,
    pub(crate) latitude: i32,
    /// What lies nearer to the point lies in the county.
    pub(crate) radius: i32,
}

/// In the order of the counties' codes; `core/generate/data/README.md` says where it is from.
static CENTRES: LazyLock<Vec<Centre>> =
    LazyLock::new(|| include_str!("../../data/centres.tsv").lines().filter_map(row).collect());

fn row(line: &str) -> Option<Centre> {
    let mut cells = line.split('\t');
    let county = cells.next()?.parse().ok()?;
    let mut next = || cells.next()?.parse().ok();
    Some(Centre { county, longitude: next()?, latitude: next()?, radius: next()? })
}

/// The centre of a county; none where none is certain.
pub(crate) fn centre(county: u32) -> Option<Centre> {
    let at = CENTRES.binary_search_by_key(&county, |centre| centre.county).ok()?;
    CENTRES.get(at).copied()
}

/// Dialling codes by the four digits of a prefecture, in order; the README of the data says where they are from.
static DIALLING: LazyLock<Vec<(u32, &str)>> = LazyLock::new(|| {
    let rows = include_str!("../../data/dialling.tsv").lines().filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(prefecture, code)| Some((prefecture.parse().ok()?, code))).collect()
});

/// The dialling code of a prefecture; none of a county that stands directly under its province.
pub(crate) fn dialling_code(prefecture: u32) -> Option<&'static str> {
    let at = DIALLING.binary_search_by_key(&prefecture, |row| row.0).ok()?;
    DIALLING.get(at).map(|row| row.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::provinces::provinces;

    #[test]
    fn centres_lie_in_the_country_and_not_far_from_their_neighbours() {
        assert!(CENTRES.len() > 2600 && CENTRES.is_sorted_by(|a, b| a.county < b.county));
        for two in CENTRES.windows(2) {
            let centre = two[0];
            assert!((4..=200).contains(&centre.radius), "{centre:?}");
            assert!((73_000..136_000).contains(&centre.longitude), "{centre:?}");
            assert!((18_000..54_000).contains(&centre.latitude), "{centre:?}");
            if centre.county / 100 == two[1].county / 100 {
                let (east, north) = (two[1].longitude - centre.longitude, two[1].latitude - centre.latitude);
                assert!(east.abs() < 9000 && north.abs() < 6000, "{two:?}");
            }
        }
        for facts in provinces() {
            assert!(CENTRES.iter().filter(|centre| centre.county / 10_000 == facts.code).count() >= 10);
        }
    }

    #[test]
    fn known_seats_are_near() {
        // 历下区, 南山区, 塔什库尔干塔吉克自治县
        for (county, east, north) in
            [(370_102, 117_080, 36_650), (440_305, 113_930, 22_530), (653_131, 75_230, 37_770)]
        {
            let centre = centre(county).unwrap();
            assert!(
                (centre.longitude - east).abs() < 60 && (centre.latitude - north).abs() < 60,
                "{centre:?}"
            );
        }
        assert!(centre(370_100).is_none());
    }

    #[test]
    fn every_county_is_dialled_by_its_prefecture() {
        assert!(DIALLING.is_sorted_by(|a, b| a.0 < b.0));
        for (prefecture, code) in
            [(1101, "010"), (3210, "0514"), (3701, "0531"), (4403, "0755"), (6531, "0998")]
        {
            assert_eq!(dialling_code(prefecture), Some(code));
        }
        let none = CENTRES
            .iter()
            .find(|centre| dialling_code(centre.county / 100).is_none() && centre.county / 100 % 100 != 90);
        assert!(none.is_none(), "{none:?}");
    }
}
