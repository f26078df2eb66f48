//! A community with what its records have in common: numbers of people, staff, activities, ids.

use super::day::Day;
use super::events::{self, Event};
use super::json::Json;
use super::persons::landline;
use super::places::{Locality, Type};
use super::plan::{FIVE_YEARS, Plan};
use super::random::{Purpose, Random};
use super::staff::{self, Staff};
use super::tables::centres::dialling_code;
use super::tables::words::ROADS;
use shequ::ids::check;

/// From this day on a residents' committee has 1,000 to 3,000 households, before 100 to 700.
const LARGER_COMMUNITIES: Day = Day::new(2026, 1, 1);

/// Buildings of a grid that are told.
pub(super) const BUILDINGS: u32 = 2;
/// The law on villagers' committees was in force on trial from this day on, that on residents' committees soon after.
const FIRST_COMMITTEES: Day = Day::new(1988, 6, 1);

/// A community with everything that several of its records say.
#[derive(Debug)]
pub(super) struct Site<'p> {
    pub(super) plan: &'p Plan,
    pub(super) index: u32,
    pub(super) place: Locality,
    /// A credit code of nobody: who gathers the data has no record of its own.
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
            source: credit_code("12", place.county, 1),
            place,
            households,
            residents,
            party_members: without_limits(residents * random.between(12, 42) / 1000 + 5),
            // villages are older than most urban communities
            established: plan
                .as_of
                .plus(-if rural { random.between(8000, 14_000) } else { random.between(2200, 11_000) })
                .max(FIRST_COMMITTEES.plus(random.between(0, 700))),
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

    /// Whether a true place.
    pub(super) const fn is_real(&self) -> bool {
        self.plan.gazetteer.is_real()
    }

    pub(super) fn is_rural(&self) -> bool {
        self.place.r#type == Type::Rural
    }

    /// Residents' or villagers' groups, each with its leader.
    pub(super) fn groups(&self) -> u32 {
        u32::try_from(self.households / 120).unwrap_or(2).clamp(2, 12)
    }

    /// Representatives of residents or villagers.
    pub(super) fn representatives(&self) -> i32 {
        self.plan.random(Purpose::Site, self.index, 3).between(30, 80)
    }

    /// Buildings that have a leader; villages have none.
    pub(super) fn buildings(&self) -> u32 {
        if self.is_rural() { 0 } else { self.grids * BUILDINGS }
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

    /// Writes a credit code in the county, by the place of an organisation among those of the community. Organisations
    /// of true places get none: a code that is made up would be said of them.
    pub(super) fn credit_code(&self, json: &mut Json<'_>, head: &str, number: u32) {
        if !self.is_real() {
            let number = 1000 + self.place.in_county * 40 + number;
            json.text("credit_code", credit_code(head, self.place.county, number));
        }
    }

    /// How many committees were elected before the present one, and that one.
    pub(super) fn term_number(&self) -> i32 {
        let (mut number, mut day) = (1, self.elected);
        loop {
            day = day.years_on(if day.years_on(-5) >= FIVE_YEARS { -5 } else { -3 });
            if day < self.established {
                return number;
            }
            number += 1;
        }
    }

    /// The first day of the term of the committee.
    pub(super) const fn term_begins(&self) -> Day {
        self.elected.plus(5)
    }

    /// An address that does not exist.
    pub(super) fn address(&self, random: &mut Random) -> String {
        let (road, number) = (random.of(&ROADS), 9001 + random.below(999));
        let road = if self.is_rural() { &self.place.short } else { road };
        format!("{}{}{road}{number}号", self.place.county_path, self.place.township)
    }

    /// A number of a fixed line that reaches nobody.
    pub(super) fn phone(&self, random: &mut Random) -> String {
        landline(
            dialling_code(self.place.county / 100).unwrap_or(self.plan.gazetteer.facts.area_code),
            random,
        )
    }

    /// What every record begins with; it was updated on or after a day, and by the reference date.
    pub(super) fn head(&self, json: &mut Json<'_>, id: &str, after: Day, random: &mut Random) {
        json.text("id", id);
        let day = self.as_of().plus(-random.lean(0, 120)).max(after).min(self.as_of());
        json.moment("updated_at", day, random.between(8 * 60, 18 * 60));
        json.text("source", &self.source);
    }

    /// A point in the county, near the others of the community.
    pub(super) fn point(&self, json: &mut Json<'_>, random: &mut Random) {
        let Some(centre) = self.place.centre else { return };
        let mut own = self.plan.random(Purpose::Site, self.index, 2);
        let [east, north] = [centre.longitude, centre.latitude].map(|degree| {
            let (of_community, near) = (centre.radius * 6, centre.radius.min(20));
            degree * 10 + own.between(-of_community, of_community) + random.between(-near, near)
        });
        json.object("location", |json| {
            json.decimal("longitude", east.into(), 4);
            json.decimal("latitude", north.into(), 4);
        });
    }
}

/// A number of Party members by which the form of their organisation is not a matter of opinion.
const fn without_limits(members: i32) -> i32 {
    match members {
        48..=52 => 53,
        98..=101 => 102,
        _ => members,
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
