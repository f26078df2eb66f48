//! The bodies above a community: the offices of its township and county, with the first community of each.

use super::super::json::Json;
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::{Site, credit_code};
use shequ::Kind;

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let place = &site.place;
    if place.first_of_county {
        let random = &mut site.plan.random(Purpose::Organisations, site.index, 1);
        out.record(Kind::Organisation, |json| {
            site.head(json, &site.civil_affairs(), site.established, random);
            json.text("name", site.civil_affairs_name());
            json.text("kind", "government_agency");
            json.text("division", format!("{:06}000000", place.county));
            json.text("status", "active");
            contact(site, json, random);
        });
    }
    if place.first_of_township {
        let random = &mut site.plan.random(Purpose::Organisations, site.index, 2);
        let number = 100 + u32::try_from(place.township_code % 1000).unwrap_or(0);
        out.record(Kind::Organisation, |json| {
            site.head(json, &site.township_office(), site.established, random);
            json.text("name", site.township_office_name());
            json.text(
                "kind",
                if place.is_subdistrict { "subdistrict_office" } else { "township_government" },
            );
            // the county is a true one and has its own code; the township is made up
            if !site.is_real() {
                json.text("credit_code", credit_code("11", place.county, number));
            }
            json.text("division", format!("{:09}000", place.township_code));
            json.text("status", "active");
            contact(site, json, random);
        });
    }
}

fn contact(site: &Site<'_>, json: &mut Json<'_>, random: &mut Random) {
    json.object("contact", |json| {
        json.text("phone", site.phone(random));
        json.text("address", site.address(random));
    });
}
