//! Where communities lie: a province with its counties, townships and villages.

use super::random::{Purpose, Random, mixed};
use super::tables::centres::{self, Centre};
use super::tables::provinces::{ProvinceFacts, provinces};
use super::tables::words::{
    COMMUNITY_HEADS, COMMUNITY_TAILS, TOWNSHIP_HEADS, TOWNSHIP_TAILS, VILLAGE_HEADS, VILLAGE_TAILS,
};
use shequ::ids::division::{self, counties};

/// A community that is given by the caller: public facts about a true place.
///
/// ```
/// use shequ_generate::Place;
/// let place = Place::new("370102007010", "山师大社区居民委员会", "文东街道");
/// assert_eq!(place.code, "370102007010");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The twelve digits of its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The name of its township or subdistrict.
    pub township: String,
}

impl Place {
    /// A place by code, name and township.
    pub fn new(code: impl Into<String>, name: impl Into<String>, township: impl Into<String>) -> Self {
        Self { code: code.into(), name: name.into(), township: township.into() }
    }
}

/// What kind of community it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Urban,
    Rural,
    Converted,
}

impl Type {
    /// The code of the standard.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Urban => "urban",
            Self::Rural => "rural",
            Self::Converted => "converted",
        }
    }
}

/// One community and what lies around it.
#[derive(Clone, Debug)]
pub(super) struct Locality {
    pub(super) code: String,
    /// The whole name: `解放桥社区居民委员会`.
    pub(super) name: String,
    /// The name without the committee: `解放桥社区`.
    pub(super) short: String,
    pub(super) r#type: Type,
    pub(super) township: String,
    /// The nine digits of the township.
    pub(super) township_code: u64,
    pub(super) is_subdistrict: bool,
    /// The first community of its township, of its county: it brings the bodies above it.
    pub(super) first_of_township: bool,
    pub(super) first_of_county: bool,
    /// The county by its six digits, and its name with those above it.
    pub(super) county: u32,
    pub(super) county_path: String,
    /// The position in its county.
    pub(super) in_county: u32,
    /// Where the county lies; none where that is not certain.
    pub(super) centre: Option<Centre>,
}

/// The communities of a dataset, found by their number.
#[derive(Clone, Debug)]
pub(super) struct Gazetteer {
    pub(super) facts: ProvinceFacts,
    counties: Vec<u32>,
    communities: u32,
    per_county: u32,
    per_township: u32,
    places: Vec<Place>,
    seed: u64,
}

/// The most communities: more than any province has.
pub(super) const MAX_COMMUNITIES: u32 = 100_000;
/// Communities of a county where there are enough counties.
const PER_COUNTY: u32 = 150;
/// Communities of a township, and townships of a county.
const PER_TOWNSHIP: u32 = 10;
const TOWNSHIPS_PER_COUNTY: u32 = 120;

impl Gazetteer {
    /// A province made of a seed, with made-up communities in its true counties.
    pub(super) fn new(communities: u32, seed: u64) -> Self {
        let mut random = Random::new(seed, Purpose::Province, 0, 0);
        let choices: Vec<(ProvinceFacts, u32)> =
            provinces().into_iter().map(|facts| (facts, facts.people)).collect();
        let facts = random.weighted(&choices);
        let present: Vec<u32> = counties()
            .filter(|code| lies_in(*code, facts.code) && centres::centre(*code).is_some())
            .collect();
        let wanted = communities.div_ceil(PER_COUNTY).max(1) as usize;
        let counties = random.some(&present, wanted);
        let per_county = communities.div_ceil(u32::try_from(counties.len()).unwrap_or(1)).max(1);
        // a few communities are spread over subdistricts and towns as well
        let usual = (per_county / 5).clamp(1, PER_TOWNSHIP);
        let per_township = per_county.div_ceil(TOWNSHIPS_PER_COUNTY).max(usual);
        Self { facts, counties, communities, per_county, per_township, places: Vec::new(), seed }
    }

    /// True places, in the order of their codes.
    pub(super) fn of_places(places: &[Place], seed: u64) -> Self {
        let mut places = places.to_vec();
        places.sort_by(|a, b| a.code.cmp(&b.code));
        let province = places.first().and_then(|place| place.code.get(..2)?.parse().ok()).unwrap_or(11);
        let facts = provinces().into_iter().find(|facts| facts.code == province);
        let communities = u32::try_from(places.len()).unwrap_or(MAX_COMMUNITIES);
        Self { places, communities, facts: facts.unwrap_or(provinces()[0]), ..Self::new(0, seed) }
    }

    /// Whether of true places, about which nothing is said that only their own registers know.
    pub(super) const fn is_real(&self) -> bool {
        !self.places.is_empty()
    }

    pub(super) const fn len(&self) -> u32 {
        self.communities
    }

    /// The community of a number below `len`.
    pub(super) fn locality(&self, index: u32) -> Locality {
        if self.places.is_empty() { self.made_up(index) } else { self.of_place(index) }
    }

    fn of_place(&self, index: u32) -> Locality {
        let place = &self.places[index as usize];
        let before = index.checked_sub(1).map(|before| &self.places[before as usize]);
        let begins =
            |digits: usize| before.is_none_or(|before| before.code.get(..digits) != place.code.get(..digits));
        let number = |digits: usize| place.code.get(..digits).and_then(|text| text.parse::<u64>().ok());
        let county = u32::try_from(number(6).unwrap_or_default()).unwrap_or_default();
        let serial = place.code.get(9..).and_then(|text| text.parse::<u32>().ok()).unwrap_or(1);
        let in_county = self.places[..index as usize].iter().rev();
        let in_county = in_county.take_while(|other| other.code.get(..6) == place.code.get(..6)).count();
        Locality {
            code: place.code.clone(),
            short: without_committee(&place.name),
            name: place.name.clone(),
            r#type: if (200..400).contains(&serial) || serial >= 500 { Type::Rural } else { Type::Urban },
            township: place.township.clone(),
            township_code: number(9).unwrap_or_default(),
            is_subdistrict: place.township.ends_with("街道"),
            first_of_township: begins(9),
            first_of_county: begins(6),
            county,
            county_path: county_path(county),
            in_county: u32::try_from(in_county).unwrap_or_default(),
            centre: centres::centre(county),
        }
    }

    fn made_up(&self, index: u32) -> Locality {
        let county = self.counties[(index / self.per_county) as usize];
        let in_county = index % self.per_county;
        let (township, position) = (in_county / self.per_township, in_county % self.per_township);
        // of townships about a fifth are subdistricts, as in the national list
        let is_subdistrict = township % 9 < 2;
        let rank = township / 9 * if is_subdistrict { 2 } else { 7 }
            + if is_subdistrict { township % 9 } else { township % 9 - 2 };
        let township_digits = if is_subdistrict { 1 + rank } else { 100 + rank };
        let mut random = Random::new(self.seed, Purpose::Site, u64::from(index), 0);
        let r#type = match (is_subdistrict, position) {
            // the seat of a subdistrict is urban, and no town is without a village
            (true, 0) => Type::Urban,
            (false, 1) => Type::Rural,
            _ => self.type_of(is_subdistrict, &mut random),
        };
        let serial = if r#type == Type::Rural { 200 + position } else { 1 + position };
        let township_code = u64::from(county) * 1000 + u64::from(township_digits);
        let short = community_name(r#type, township_code, position);
        let committee = if r#type == Type::Rural { "村民委员会" } else { "居民委员会" };
        let place = township_name(county, township);
        Locality {
            code: format!("{township_code}{serial:03}"),
            name: match r#type {
                Type::Rural => format!("{}{committee}", short.trim_end_matches('村')),
                _ => format!("{short}{committee}"),
            },
            short,
            r#type,
            township: format!("{place}{}", if is_subdistrict { "街道" } else { "镇" }),
            township_code,
            is_subdistrict,
            first_of_township: position == 0,
            first_of_county: in_county == 0,
            county,
            county_path: county_path(county),
            in_county,
            centre: centres::centre(county),
        }
    }

    /// Most communities of subdistricts are urban, most of towns rural; more are where the province has
    /// more people in towns.
    fn type_of(&self, is_subdistrict: bool, random: &mut Random) -> Type {
        let urban = self.facts.urban;
        let (urban, converted) = if is_subdistrict { (850, 100) } else { (urban * urban / 3000, 30) };
        match random.below(1000) {
            draw if draw < urban => Type::Urban,
            draw if draw < urban + converted => Type::Converted,
            _ => Type::Rural,
        }
    }
}

/// Whether a county lies in a province and exists today; what stands directly under a province, or for
/// several counties together, does not count.
fn lies_in(code: u32, province: u32) -> bool {
    code / 10_000 == province
        && code / 100 % 100 != 90
        && division::periods(code).any(|period| period.to.is_none())
}

fn county_name(code: u32) -> String {
    division::known_prefix(code).map_or_else(|| "某县".to_owned(), |prefix| prefix.name.to_owned())
}

/// `山东省济南市历下区`; a municipality has no prefecture between.
fn county_path(code: u32) -> String {
    let name = |code: u32| division::known_prefix(code).map(|prefix| prefix.name).unwrap_or_default();
    let province = name(code / 10_000 * 10_000);
    let prefecture = name(code / 100 * 100);
    let prefecture = if matches!(prefecture, "市辖区" | "县") { "" } else { prefecture };
    format!("{province}{prefecture}{}", county_name(code))
}

/// A name that no other community of the township has.
pub(super) fn community_name(r#type: Type, township: u64, position: u32) -> String {
    let (heads, tails) = if r#type == Type::Rural {
        (VILLAGE_HEADS, VILLAGE_TAILS)
    } else {
        (COMMUNITY_HEADS, COMMUNITY_TAILS)
    };
    // a step without common factor with 216 meets each pair once
    let at = (mixed(township) + u64::from(position) * 35) % 216;
    let (head, tail) = (heads[(at % 24) as usize], tails[(at / 24) as usize]);
    format!("{head}{tail}{}", if r#type == Type::Rural { "村" } else { "社区" })
}

/// A name that no other township of the county has.
fn township_name(county: u32, township: u32) -> String {
    // a step without common factor with 128 meets each pair once
    let at = (mixed(u64::from(county)) + u64::from(township) * 37) % 128;
    [TOWNSHIP_HEADS[(at % 16) as usize], TOWNSHIP_TAILS[(at / 16) as usize]].concat()
}

/// The community of a committee's name: `解放桥社区` of `解放桥社区居民委员会`, `王庄村` of `王庄村委会`.
fn without_committee(name: &str) -> String {
    const ENDINGS: [(&str, &str); 4] =
        [("居民委员会", "社区"), ("村民委员会", "村"), ("居委会", "社区"), ("村委会", "村")];
    let stem = ENDINGS.iter().find_map(|(ending, kind)| Some((name.strip_suffix(ending)?, kind)));
    match stem {
        Some((stem, kind)) if stem.ends_with(kind) || stem.is_empty() => stem.to_owned(),
        Some((stem, kind)) => format!("{stem}{kind}"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_committee_gives_its_community_a_name() {
        for (committee, community) in [
            ("解放桥社区居民委员会", "解放桥社区"),
            ("甸柳新村居委会", "甸柳新村社区"),
            ("王庄村委会", "王庄村"),
            ("王庄村村民委员会", "王庄村"),
            ("王庄村民委员会", "王庄村"),
            ("上庄", "上庄"),
        ] {
            assert_eq!(without_committee(committee), community);
        }
    }

    /// Whether two letters that follow each other are the same, or a word stands twice.
    fn stutters(name: &str) -> bool {
        let letters: Vec<char> = name.chars().collect();
        letters.windows(2).any(|two| two[0] == two[1])
            || letters.windows(4).any(|four| four[..2] == four[2..])
    }

    #[test]
    fn no_name_stutters_and_none_stands_twice() {
        for r#type in [Type::Urban, Type::Rural] {
            let mut names: Vec<String> =
                (0..216).map(|position| community_name(r#type, 1, position)).collect();
            assert_eq!(names.iter().find(|name| stutters(name)), None);
            names.sort();
            names.dedup();
            assert_eq!(names.len(), 216);
        }
        let mut townships: Vec<String> = (0..128).map(|number| township_name(370_102, number)).collect();
        townships.sort();
        townships.dedup();
        assert_eq!(townships.len(), 128);
    }

    #[test]
    fn from_ten_communities_on_there_are_villages_and_urban_communities() {
        for seed in 0..40 {
            for communities in [10, 11, 25, 60] {
                let gazetteer = Gazetteer::new(communities, seed);
                let types: Vec<Type> =
                    (0..communities).map(|index| gazetteer.locality(index).r#type).collect();
                assert!(types.contains(&Type::Urban) && types.contains(&Type::Rural), "{seed} {communities}");
                let centres = (0..communities).filter_map(|index| gazetteer.locality(index).centre);
                assert_eq!(centres.count(), communities as usize);
            }
        }
    }
}
