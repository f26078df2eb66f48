//! `subdivision`: groups, grids, buildings and doorways.

use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::{BUILDINGS, Site};
use super::super::staff::Role;
use super::super::tables::words::numeral;
use shequ::Kind;

/// A part of a community.
struct Part {
    id: String,
    kind: &'static str,
    code: Option<String>,
    name: String,
    parent: Option<String>,
    leader: String,
    households: i32,
}

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let mut random = site.random(Purpose::Subdivisions);
    groups(site, out, &mut random);
    let grids = i32::try_from(site.grids).unwrap_or(1);
    for grid in 1..=grids {
        let households = site.households / grids;
        let id = grid_id(site, grid);
        let part = Part {
            id: id.clone(),
            kind: "grid",
            code: Some(format!("{}{grid:03}", site.place.code)),
            name: format!("第{}网格", numeral(grid.unsigned_abs())),
            parent: None,
            leader: leader(site, Role::GridWorker, grid),
            households,
        };
        record(site, &part, out, &mut random);
        if !site.is_rural() {
            buildings(site, grid, households, out, &mut random);
        }
    }
}

/// The id of a grid by its number from 1.
pub(in super::super) fn grid_id(site: &Site<'_>, grid: i32) -> String {
    site.id("sub", &format!("grid-{grid:03}"))
}

fn groups(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let number = i32::try_from(site.groups()).unwrap_or(2);
    let (kind, word) = if site.is_rural() {
        ("villagers_group", "村民小组")
    } else {
        ("residents_group", "居民小组")
    };
    for group in 1..=number {
        let part = Part {
            id: site.id("sub", &format!("group-{group:02}")),
            kind,
            code: None,
            name: format!("第{}{word}", numeral(group.unsigned_abs())),
            parent: None,
            leader: leader(site, Role::GroupLeader, group),
            households: site.households / number,
        };
        record(site, &part, out, random);
    }
}

/// Two of the buildings of a grid, the first with its doorways.
fn buildings(site: &Site<'_>, grid: i32, households: i32, out: &mut Output, random: &mut Random) {
    let told = i32::try_from(BUILDINGS).unwrap_or(1);
    for building in 1..=told {
        let leader = leader(site, Role::BuildingLeader, (grid - 1) * told + building);
        let id = site.id("sub", &format!("building-{grid:03}-{building:02}"));
        let households = households.min(random.between(30, 90));
        let part = Part {
            id: id.clone(),
            kind: "building",
            code: Some(format!("{grid:02}{building:03}")),
            name: format!("{}号楼", grid * 10 + building),
            parent: Some(grid_id(site, grid)),
            leader: leader.clone(),
            households,
        };
        record(site, &part, out, random);
        if building > 1 {
            continue;
        }
        for doorway in 1..=2 {
            let part = Part {
                id: site.id("sub", &format!("doorway-{grid:03}-{building:02}-{doorway}")),
                kind: "doorway",
                code: None,
                name: format!("{doorway}单元"),
                parent: Some(id.clone()),
                leader: leader.clone(),
                households: households / 2,
            };
            record(site, &part, out, random);
        }
    }
}

fn record(site: &Site<'_>, part: &Part, out: &mut Output, random: &mut Random) {
    out.record(Kind::Subdivision, |json| {
        site.head(json, &part.id, site.established, random);
        json.text("community", &site.place.code);
        json.text("kind", part.kind);
        if let Some(code) = &part.code {
            json.text("code", code);
        }
        json.text("name", &part.name);
        if let Some(parent) = &part.parent {
            json.text("parent", parent);
        }
        json.text("leader", &part.leader);
        json.number("households", part.households);
        json.number("population", part.households * random.between(210, 310) / 100);
        json.text("status", "active");
    });
}

/// The worker who leads a part, by its number from 1 among those of its kind.
fn leader(site: &Site<'_>, role: Role, number: i32) -> String {
    let mut leaders = site.staff.iter().filter(|staff| staff.role == role);
    let leader = leaders.nth(usize::try_from(number - 1).unwrap_or(0));
    leader.unwrap_or(&site.staff[0]).id.clone()
}
