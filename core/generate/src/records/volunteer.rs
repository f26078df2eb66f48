//! `volunteer`, with the `service_record`s from which the hours come.

use super::super::day::Day;
use super::super::json::Json;
use super::super::names::{Custom, relative};
use super::super::output::Output;
use super::super::persons::{Document, Person, birth_of_volunteer, mobile};
use super::super::plan::Plan;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::recognition;
use super::recognition::STARS;
use shequ::Kind;

mod choices;
mod service;

pub(in super::super) use service::Served;

/// From when on people are registered, in days before the reference date.
const SINCE: i32 = 12 * 365;
/// From this day on sensitive data needs a consent of its own (个人信息保护法第二十九条).
const SEPARATE_CONSENT: Day = Day::new(2021, 11, 1);
/// The least age at registration.
const LEAST_AGE: i32 = 8;

/// When somebody was a registered volunteer.
#[derive(Clone, Copy, Debug)]
struct Membership {
    female: bool,
    /// The six digits and the day of birth of the identity number.
    identity: (u32, Day),
    registered: Day,
    /// The last day and whether by death.
    left: Option<(Day, bool)>,
}

impl Membership {
    /// The first numbers of a volunteer's stream, so that volunteers can be counted without being written.
    fn new(plan: &Plan, slot: u64, random: &mut Random) -> Self {
        let as_of = plan.as_of;
        let female = random.percent(54);
        let wanted = birth_of_volunteer(as_of, random);
        let identity = plan.identities.number(slot, wanted, as_of.years_on(-LEAST_AGE).plus(-1));
        let birth = identity.1;
        let earliest = as_of.plus(-SINCE).max(birth.years_on(LEAST_AGE));
        let registered = as_of.plus(-random.lean(0, as_of.0 - earliest.0));
        let died = as_of.age_of(birth) >= 60 && random.per_mille(8);
        let left = (died || random.per_mille(35)).then(|| (Day(random.between(registered.0, as_of.0)), died));
        Self { female, identity, registered, left }
    }

    fn is_registered_on(&self, day: Day) -> bool {
        self.registered <= day && self.left.is_none_or(|(last, _)| last > day)
    }
}

fn stream(site: &Site<'_>, number: u32) -> Random {
    site.plan.random(Purpose::Volunteer, site.index, number.into())
}

/// How many volunteers were registered in a community on some days.
pub(super) fn registered_on<const N: usize>(site: &Site<'_>, days: [Day; N]) -> [u32; N] {
    let mut counts = [0; N];
    for number in 0..site.plan.volunteers {
        let slot = site.plan.volunteer_slot(site.index, number);
        let membership = Membership::new(site.plan, slot, &mut stream(site, number));
        for (count, day) in counts.iter_mut().zip(days) {
            *count += u32::from(membership.is_registered_on(day));
        }
    }
    counts
}

/// Writes a volunteer with the records of service and what honours follow from them.
pub(in super::super) fn write(site: &Site<'_>, number: u32, served: &mut Vec<Served>, out: &mut Output) {
    let slot = site.plan.volunteer_slot(site.index, number);
    let mut random = stream(site, number);
    let random = &mut random;
    let membership = Membership::new(site.plan, slot, random);
    let facts = &site.plan.gazetteer.facts;
    let person = Person::new(facts, membership.identity, membership.female, random);
    let adult = person.birth.years_on(18);
    let last = membership.left.map_or(site.as_of(), |(last, _)| last);
    service::serve(
        site,
        (membership.registered, last, adult),
        served,
        &mut site.plan.random(Purpose::Service, site.index, number.into()),
    );
    let hours = served.iter().filter(|served| served.is_effective()).map(|served| served.hours).sum();
    let id = site.id("vol", &format!("{number:06}"));
    let volunteer = Volunteer { site, number, id: &id, slot, person: &person, membership, hours };
    out.record(Kind::Volunteer, |json| volunteer.write(json, random));
    service::write(site, (&id, number), served, out, random);
    let age = site.as_of().age_of(person.birth);
    recognition::of_volunteer(site, (&id, number), served, (hours, age), out, random);
}

/// Name, document, sex and birth, ethnic group: what workers have as well.
pub(super) fn person(json: &mut Json<'_>, person: &Person) {
    json.text("name", &person.name);
    json.object("identity", |json| {
        json.text("type", person.document.code());
        json.text("number", person.number);
    });
    json.text("sex", person.sex());
    json.day("birth_date", person.birth);
    if let Some(ethnicity) = person.ethnicity {
        json.text("ethnicity", ethnicity);
    }
}

struct Volunteer<'a> {
    site: &'a Site<'a>,
    number: u32,
    id: &'a str,
    slot: u64,
    person: &'a Person,
    membership: Membership,
    /// Hundredths of the effective hours.
    hours: i64,
}

impl Volunteer<'_> {
    fn write(&self, json: &mut Json<'_>, random: &mut Random) {
        let Self { site, person: who, .. } = self;
        let age = site.as_of().age_of(who.birth);
        let registered = self.membership.registered;
        site.head(json, self.id, self.membership.left.map_or(registered, |(last, _)| last), random);
        json.text("number", self.register_number());
        person(json, who);
        if let Document::ForeignResident(country) = who.document {
            json.text("nationality", format!("{country:03}"));
        } else {
            json.text("political_status", choices::political_status(age, random));
        }
        json.text("education", choices::education(age, random));
        json.text("employment", choices::employment(age, site.is_rural(), random));
        if age >= 12 {
            json.text("phone", mobile(random));
        }
        if age >= 16 && random.percent(35) {
            json.text("email", format!("v{}.{}@example.com", site.index, self.number));
        }
        self.residence(json, random);
        self.community(json, random);
        json.day("registered_on", registered);
        self.status(json);
        if registered.age_of(who.birth) < 18 {
            self.guardian(json, random);
        }
        if random.percent(40) {
            self.contact(json, random);
        }
        self.consent(json, random);
        self.trainings(json, random);
        json.hundredths("total_hours", self.hours);
        json.text("star", self.star(random));
    }

    /// V, the county, year and month of registration, and a number with a last character of its own.
    fn register_number(&self) -> String {
        const LAST: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let (year, month, _) = self.membership.registered.parts();
        let (round, number) = (self.slot / 1_000_000 % 36, self.slot % 1_000_000);
        let last = char::from(LAST[usize::try_from(round).unwrap_or_default()]);
        format!("V{:06}{:02}{month:02}{number:06}{last}", self.site.place.county, year % 100)
    }

    fn residence(&self, json: &mut Json<'_>, random: &mut Random) {
        json.object("residence", |json| {
            json.text("division", &self.site.place.code);
            let address = self.site.address(random);
            let (floor, door) = (random.lean(1, 30), random.between(1, 4));
            // in villages people live in houses
            let address = if self.site.is_rural() {
                address
            } else {
                format!("{address}{}号楼{floor}0{door}室", random.lean(1, 40))
            };
            json.text("address", address);
        });
    }

    fn community(&self, json: &mut Json<'_>, random: &mut Random) {
        json.text("community", &self.site.place.code);
        // some are registered where they work or study, by the office of the township
        let by = if random.percent(10) {
            self.site.township_office()
        } else {
            self.site.organisation("committee")
        };
        json.text("registered_by", by);
        json.text("station", self.site.organisation("station"));
        if random.percent(60) {
            json.texts("organisations", &[self.site.organisation("team")]);
        }
        json.texts("service_categories", &choices::categories(random));
        if random.percent(70) {
            json.texts("skills", &choices::skills(random));
        }
        json.texts("availability", &choices::availability(random));
    }

    fn status(&self, json: &mut Json<'_>) {
        match self.membership.left {
            None => json.text("status", "active"),
            Some((last, died)) => {
                json.text("status", if died { "deceased" } else { "withdrawn" });
                json.day("withdrawn_on", last);
            }
        }
    }

    fn guardian(&self, json: &mut Json<'_>, random: &mut Random) {
        let mother = random.percent(60);
        let birth = self.person.birth.plus(-random.between(23 * 365, 38 * 365));
        json.object("guardian", |json| {
            json.text("name", relative(&self.person.name, mother, birth, random));
            json.text("relation", if mother { "母亲" } else { "父亲" });
            json.text("phone", mobile(random));
            json.day("consented_on", self.membership.registered);
        });
    }

    fn contact(&self, json: &mut Json<'_>, random: &mut Random) {
        let age = self.site.as_of().age_of(self.person.birth);
        let female = self.person.female;
        let (female, relation, years) = match age {
            ..24 => random.of(&[(true, "母亲", -27), (false, "父亲", -28)]),
            24..46 => random.of(&[
                (!female, "配偶", 0),
                (!female, "配偶", 1),
                (true, "母亲", -26),
                (female, "朋友", 2),
            ]),
            46..58 => random.of(&[(!female, "配偶", 0), (!female, "配偶", -1), (female, "朋友", 1)]),
            _ => random.of(&[
                (!female, "配偶", 0),
                (true, "女儿", 26),
                (false, "儿子", 27),
                (false, "儿子", 25),
            ]),
        };
        let birth = self.person.birth.plus(years * 365 + random.between(-700, 700));
        json.object("emergency_contact", |json| {
            json.text("name", name_of(relation, &self.person.name, female, birth, random));
            json.text("relation", relation);
            json.text("phone", mobile(random));
        });
    }

    fn consent(&self, json: &mut Json<'_>, random: &mut Random) {
        json.object("consent", |json| {
            json.day("given_on", self.membership.registered);
            let purposes: &[&str] = random.of(&[
                &["registration", "matching", "certificate"] as &[_],
                &["registration", "matching", "certificate", "statistics"],
                &["registration", "matching"],
            ]);
            json.texts("purposes", purposes);
            // asked for by law from that day on; many who were registered before have been asked since
            let given = self.membership.registered;
            if given >= SEPARATE_CONSENT {
                json.day("sensitive_given_on", given);
            } else if self.site.as_of() > SEPARATE_CONSENT && random.percent(60) {
                let until = self.site.as_of().0.min(SEPARATE_CONSENT.0 + 900);
                json.day("sensitive_given_on", Day(random.between(SEPARATE_CONSENT.0, until)));
            }
        });
    }

    fn trainings(&self, json: &mut Json<'_>, random: &mut Random) {
        let day = self.membership.registered.plus(random.between(0, 120));
        let hours = random.between(2, 8) * 50;
        let last = self.membership.left.map_or(self.site.as_of(), |(last, _)| last);
        if random.percent(45) && day <= last {
            json.list("trainings", |json| {
                json.item(|json| {
                    json.day("on", day);
                    json.hundredths("hours", hours.into());
                    json.text("kind", "volunteer");
                    json.text("topic", random.of(&["志愿服务通用培训", "应急救护", "助老服务", "安全常识"]));
                });
            });
        }
    }

    /// As many stars as the hours allow; some have not asked for their last one yet.
    fn star(&self, random: &mut Random) -> &'static str {
        let earned = STARS.iter().filter(|threshold| **threshold * 100 <= self.hours).count();
        let stars = if earned > 0 && random.percent(15) { earned - 1 } else { earned };
        ["0", "1", "2", "3", "4", "5"][stars]
    }
}

/// The name of a contact: fathers have the same surname.
fn name_of(relation: &str, of: &str, female: bool, birth: Day, random: &mut Random) -> String {
    if relation == "父亲" {
        return relative(of, false, birth, random);
    }
    super::super::names::name(Custom::Chinese, female, birth, random)
}
