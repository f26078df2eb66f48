//! `activity`: what is held in a community, and what is planned.

use super::super::output::Output;
use super::super::random::Purpose;
use super::super::site::Site;
use shequ::Kind;

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    // some tens of those who are registered are sought for an activity, more where there are more
    let usual = i32::try_from(site.plan.volunteers).unwrap_or(i32::MAX).clamp(100, 3000) / 20;
    for (number, event) in (1..).zip(&site.events) {
        let random = &mut site.plan.random(Purpose::Activities, site.index, number);
        out.record(Kind::Activity, |json| {
            site.head(json, &event.id, event.day, random);
            json.joined("name", &[&site.place.short, event.sort.name(site.is_rural())]);
            json.text("kind", event.sort.kind);
            if let Some(festival) = event.festival {
                json.text("festival", festival);
            }
            if !event.sort.categories.is_empty() {
                json.texts("service_categories", event.sort.categories);
            }
            json.texts("beneficiaries", event.sort.beneficiaries);
            json.text("organiser", event.organiser(site));
            json.text("community", &site.place.code);
            // relief and what is done out of doors have no facility
            if !event.is_outdoors() {
                json.text("facility", site.id("fac", "centre"));
            }
            json.moment("starts_at", event.day, event.begins);
            json.moment("ends_at", event.day, event.ends);
            let sought = random.lean(5, 10 + usual);
            json.number("recruits", sought);
            if event.status == "completed" {
                json.number("participants", sought * random.between(60, 320) / 100 + 3);
            }
            let safeguards: &[&str] =
                if event.is_relief() || random.percent(60) { &["01", "05", "08"] } else { &["05", "07"] };
            json.texts("safeguards", safeguards);
            json.text("status", event.status);
        });
    }
}
