//! A community with what its records have in common: numbers of people, staff, activities, ids.

use super::day::Day;
use super::events::{self, Event};
use super::json::Json;
use super::persons::landline;
use super::places::{Locality, Type};
use super::plan::Plan;
use super::random::{Purpose, Random};
use super::staff::{self, Staff};
use super::tables::words::ROADS;
use shequ::ids::check;

/// From this day on a residents' committee has 1,000 to 3,000 households, before 100 to 700.
const LARGER_COMMUNITIES: Day = Day::new(2026, 1, 1);

/// A community with everything that several of its records say.
#[derive(Debug)]
pub(super) struct Site<'p> {
    pub(super) plan: &'p Plan,
    pub(super) index: u32,
    pub(super) place: Locality,
    /// The credit code of the county's civil affairs.
    pub(super) source: String,
    pub(super) households: i32,
    pub(super) residents: i32,
    pub(super) party_members: i32,
    pub(super) established: Day,
    /// Grids, each with its worker.
    pub(super) grids: u32,
    /// Members of the committee, the director first.
    pub(super) committee_size: u32,
    /// The day on which the committee was elected; its term begins five days later.
    pub(super) elected: Day,
    pub(super) staff: Vec<Staff>,
    /// In the order of their days.
    pub(super) events: Vec<Event>,
}

impl<'p> Site<'p> {
    pub(super) fn new(plan: &'p Plan, index: u32) -> Self {
        let place = plan.gazetteer.locality(index);
        let mut random = plan.random(Purpose::Site, index, 1);
        let rural = place.r#type == Type::Rural;
        let households = match () {
            () if rural => random.lean(180, 900),
            () if plan.as_of < LARGER_COMMUNITIES => random.between(250, 690),
            () => random.lean(1050, 2950),
        };
        let size = i32::try_from(plan.gazetteer.facts.household).unwrap_or(262);
        // some people live in dormitories and the like
        let residents = households * size / 100 * random.between(98, 114) / 100;
        let committee_size = if rural { random.of(&[3, 5, 5, 7]) } else { random.of(&[5, 5, 7, 7, 9]) };
        let mut site = Self {
            plan,
            index,
            source: credit_code("11", place.county, 1),
            place,
            households,
            residents,
            party_members: residents * random.between(12, 42) / 1000 + 5,
            established: plan.as_of.plus(-random.between(2200, 12_000)),
            grids: u32::try_from(households / if rural { 350 } else { 420 }).unwrap_or(0).clamp(1, 6),
            committee_size,
            elected: plan.season.plus(-random.between(0, 14)),
            staff: Vec::new(),
            events: Vec::new(),
        };
        site.staff = staff::of(&site);
        site.events = events::of(&site);
        site
    }

    pub(super) const fn as_of(&self) -> Day {
        self.plan.as_of
    }

    pub(super) fn is_rural(&self) -> bool {
        self.place.r#type == Type::Rural
    }

    /// The numbers for one purpose in this community.
    pub(super) fn random(&self, purpose: Purpose) -> Random {
        self.plan.random(purpose, self.index, 0)
    }

    /// The id of a record of this community: `org-370102007010-committee`.
    pub(super) fn id(&self, kind: &str, name: &str) -> String {
        [kind, "-", &self.place.code, "-", name].concat()
    }

    pub(super) fn organisation(&self, name: &str) -> String {
        self.id("org", name)
    }

    /// The subdistrict office or the government of the town.
    pub(super) fn township_office(&self) -> String {
        format!("org-{}-office", self.place.township_code)
    }

    pub(super) fn civil_affairs(&self) -> String {
        format!("org-{}-civil-affairs", self.place.county)
    }

    /// The name of the office of the township.
    pub(super) fn township_office_name(&self) -> String {
        let government = if self.place.is_subdistrict { "办事处" } else { "人民政府" };
        format!("{}{}{government}", self.place.county_path, self.place.township)
    }

    pub(super) fn civil_affairs_name(&self) -> String {
        format!("{}民政局", self.place.county_path)
    }

    /// A credit code in the county, by the place of an organisation among those of the community.
    pub(super) fn credit_code(&self, head: &str, number: u32) -> String {
        credit_code(head, self.place.county, 1000 + self.place.in_county * 40 + number)
    }

    /// The first day of the term of the committee.
    pub(super) const fn term_begins(&self) -> Day {
        self.elected.plus(5)
    }

    /// An address that does not exist.
    pub(super) fn address(&self, random: &mut Random) -> String {
        let (road, number) = (random.of(&ROADS), 9001 + random.below(999));
        format!("{}{}{road}{number}号", self.place.county_path, self.place.township)
    }

    /// A number of a fixed line that reaches nobody.
    pub(super) fn phone(&self, random: &mut Random) -> String {
        landline(self.plan.gazetteer.facts.area_code, random)
    }

    /// What every record begins with; it was updated on or after a day, and by the reference date.
    pub(super) fn head(&self, json: &mut Json<'_>, id: &str, after: Day, random: &mut Random) {
        json.text("id", id);
        let day = self.as_of().plus(-random.lean(0, 120)).max(after).min(self.as_of());
        json.moment("updated_at", day, random.between(8 * 60, 18 * 60));
        json.text("source", &self.source);
    }

    /// A place near those of the county.
    pub(super) fn point(&self, json: &mut Json<'_>, random: &mut Random) {
        let (longitude, latitude) = self.plan.gazetteer.facts.capital;
        let mut county = self.plan.random(Purpose::Province, self.place.county, 2);
        let [east, north] = [longitude, latitude]
            .map(|degree| degree * 100 + county.between(-9000, 9000) + random.between(-600, 600));
        json.object("location", |json| {
            json.decimal("longitude", east.into(), 4);
            json.decimal("latitude", north.into(), 4);
        });
    }
}

/// A credit code of an organisation that does not exist: authority and category, county, number.
pub(super) fn credit_code(head: &str, county: u32, number: u32) -> String {
    let mut code = format!("{head}{county:06}MF{:06}00", number % 1_000_000).into_bytes();
    let body: [u8; 8] = code[8..16].try_into().unwrap_or_default();
    code[16] = check::organisation(body).unwrap_or(b'0');
    let whole: [u8; 18] = code.as_slice().try_into().unwrap_or_default();
    code[17] = check::credit(&whole).unwrap_or(b'0');
    String::from_utf8_lossy(&code).into_owned()
}
