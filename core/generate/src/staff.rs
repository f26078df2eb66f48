//! Who works for a community: its committee, its Party secretary, supervisors, hired staff.

use super::day::Day;
use super::persons::{Person, birth_at};
use super::random::{Purpose, Random};
use super::site::Site;

/// What somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Director,
    DeputyDirector,
    Member,
    /// Of the Party organisation alone; often the director is secretary as well.
    Secretary,
    Supervisor,
    SocialWorker,
    /// Of a grid, by its number from 1.
    GridWorker,
    /// Of a residents' or villagers' group, elected by it.
    GroupLeader,
    /// Of a building with its doorways, without pay.
    BuildingLeader,
    /// One who has left.
    Former,
}

impl Role {
    /// The post's title.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Director => "director",
            Self::DeputyDirector => "deputy_director",
            Self::Member => "member",
            Self::Secretary => "secretary",
            Self::Supervisor => "supervisor",
            Self::SocialWorker | Self::Former => "social_worker",
            Self::GridWorker => "grid_worker",
            Self::GroupLeader => "group_leader",
            Self::BuildingLeader => "building_leader",
        }
    }

    /// Whether one of the committee.
    pub(super) const fn is_of_committee(self) -> bool {
        matches!(self, Self::Director | Self::DeputyDirector | Self::Member)
    }

    /// Whether one of those who work there, for an allowance or for pay; the others give some of their time.
    pub(super) const fn is_employed(self) -> bool {
        self.is_of_committee() || matches!(self, Self::Secretary | Self::SocialWorker | Self::GridWorker)
    }

    const fn ages(self) -> (i32, i32) {
        match self {
            Self::Supervisor | Self::GroupLeader => (40, 66),
            Self::BuildingLeader => (48, 74),
            Self::SocialWorker | Self::GridWorker => (23, 50),
            Self::Former => (45, 64),
            _ => (31, 61),
        }
    }
}

/// Somebody who works for a community.
#[derive(Debug)]
pub(super) struct Staff {
    pub(super) id: String,
    pub(super) person: Person,
    pub(super) role: Role,
    /// Whether secretary of the Party organisation besides.
    pub(super) is_secretary: bool,
    pub(super) is_party_member: bool,
    /// The first day in the present post, or the last one.
    pub(super) begins: Day,
}

/// Everyone who works for a community, the committee first, the director first of all.
pub(super) fn of(site: &Site<'_>) -> Vec<Staff> {
    let mut random = site.random(Purpose::Workers);
    let mut roles = vec![Role::Director, Role::DeputyDirector];
    roles.resize(site.committee_size as usize, Role::Member);
    let is_one = random.percent(if site.is_rural() { 85 } else { 60 });
    if !is_one {
        roles.push(Role::Secretary);
    }
    roles.extend([Role::Supervisor; 3]);
    let hired = if site.is_rural() { random.between(0, 1) } else { (site.residents / 900).clamp(2, 8) };
    roles.resize(roles.len() + usize::try_from(hired).unwrap_or(0), Role::SocialWorker);
    roles.resize(roles.len() + site.grids as usize, Role::GridWorker);
    if random.percent(50) {
        roles.push(Role::Former);
    }
    roles.resize(roles.len() + site.groups() as usize, Role::GroupLeader);
    roles.resize(roles.len() + site.buildings() as usize, Role::BuildingLeader);
    (0..).zip(roles).map(|(number, role)| one(site, number, role, is_one, &mut random)).collect()
}

fn one(site: &Site<'_>, number: u32, role: Role, is_one: bool, random: &mut Random) -> Staff {
    let (youngest, oldest) = role.ages();
    let as_of = site.as_of();
    // women are more among hired staff, men among the elected
    let female = random.percent(match role {
        Role::SocialWorker | Role::GridWorker | Role::BuildingLeader => 68,
        Role::Director | Role::Secretary => 36,
        _ => 47,
    });
    let wanted = birth_at(as_of, random.between(youngest, oldest), random);
    let latest = as_of.years_on(-youngest);
    let identity = site.plan.identities.number(site.plan.worker_slot(site.index, number), wanted, latest);
    let person = Person::new(&site.plan.gazetteer.facts, identity, female, random);
    let is_secretary = role == Role::Secretary || (role == Role::Director && is_one);
    let begins = match role {
        Role::Former => as_of.plus(-random.between(900, 3200)),
        Role::SocialWorker | Role::GridWorker => {
            as_of.plus(-random.lean(40, 3200)).max(person.birth.years_on(20)).max(site.established)
        }
        Role::BuildingLeader => as_of.plus(-random.lean(60, 1500)).max(site.established),
        _ => site.term_begins(),
    };
    Staff {
        id: format!("wrk-{}-{:02}", site.place.code, number + 1),
        is_party_member: is_secretary || random.percent(if role.is_of_committee() { 65 } else { 30 }),
        person,
        role,
        is_secretary,
        begins,
    }
}
