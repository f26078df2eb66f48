//! REF004 and REF007: community codes and the communities that they name.

use crate::field::FieldMeta;
use serde::{Deserialize, Serialize};

use super::facts::{Facts, Standing};
use super::natural_keys::REF003;
use super::references::REF005;
use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Key, Mark, Source, Topic, agreements, day, figures, natural_keys, units};
use crate::Kind;
use crate::codes::{Code, CommunityKind, PersonStatus};
use crate::field::{Path, Slot, Spot};
use crate::ids::{CommunityCode, DivisionCode};
use crate::model::{CommunityView, VolunteerView};
use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&REF004, &REF007];

rule! {
    /// Whatever names a community is counted in it; a code of none is counted nowhere.
    pub static REF004 = {
        name: "code-without-community",
        severity: Error,
        scope: Dataset,
        records: having FieldMeta::is_division,
        title: "社区代码没有对应的社区记录" / "a community code without a community record",
        why: "记录按社区代码归入社区；代码在社区记录中查不到，这条记录就不计入任何社区"
            / "records are counted in communities by the code; with one that no community has a record is counted in none",
        message: "本批数据没有使用该代码的社区记录" / "no community of the data has this code",
        advice: "请核对社区代码是否录错、该社区是否漏报；社区合并、拆分后代码已调整的，改用现行代码"
            / "check whether the code is mistyped or the community was left out; after a merger or a split enter the present code",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Without communities no code can be looked up; the report says how many are left open.
    pub static REF007 = {
        name: "community-codes-not-checked",
        severity: Info,
        scope: Dataset,
        records: having FieldMeta::is_division,
        title: "没有社区文件，社区代码未作核对" / "community codes where the data holds no communities",
        why: "本批数据没有社区文件，社区代码是否都有对应的社区无从核对"
            / "without a file of communities nobody can tell whether each code has one",
        message: "本批数据没有社区文件，有{count}个社区代码未作核对"
            / "the data holds no file of communities, and {count} community codes were not checked",
        advice: "如需核对，请把社区文件一并放入数据后重新核查" / "to have them checked add the file of communities and check again",
        basis: [Basis::OWN],
        params: ["count"],
        parameters: [],
        enforced_by: Library,
    }
}

/// What a record says of itself as a community, or of a community.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) enum OfCommunity {
    /// It is there.
    Own { kind: Option<u8>, standing: Standing, mark: Option<Mark> },
    /// It is named.
    Named { from: u8, spot: Spot, is_live: bool },
    /// A volunteer is registered there.
    Registered(Registration),
    /// Its figures on a day.
    Figures { on: Option<i32>, households: Option<u64>, volunteers: Option<u64>, mark: Option<Mark> },
    /// An active rural service centre stands there.
    Centre,
    /// A group of residents or of villagers belongs to it.
    Group { of_villagers: bool },
    /// It benefits from a pairing with so many communities.
    Paired { of: u16 },
}

/// A volunteer where the registration counts.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Registration {
    pub(super) from: Option<i32>,
    pub(super) until: Option<i32>,
    /// Whether the days say all: one who is not active and has no day of withdrawal left on a day that is not known.
    pub(super) is_whole: bool,
    pub(super) is_live: bool,
}

/// The group of a community by its code.
pub(super) fn key(code: CommunityCode, facts: &Facts<'_>) -> Key {
    facts.run.keys.key(Topic::Community, &[code.as_str().as_bytes()])
}

/// Says something to the group of a community that a field names.
pub(super) fn tell(code: Slot<CommunityCode>, fact: &OfCommunity, facts: &mut Facts<'_>) {
    if let Some(code) = code.known().filter(|_| facts.holds(Kind::Community)) {
        let key = key(code, facts);
        facts.put(Topic::Community, key, fact);
    }
}

/// A community with its code.
pub(super) fn own(view: &CommunityView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    let mark = id.known().map(|id| facts.mark(Kind::Community, id));
    let kind = view.kind.known().map(|kind| kind as u8);
    tell(view.code, &OfCommunity::Own { kind, standing: Standing::of(view.status), mark }, facts);
}

/// The code of a community in a field: not the own one, and none that it is followed by.
pub(super) fn named(path: &Path, code: CommunityCode, standing: Standing, facts: &mut Facts<'_>) {
    let kind = facts.kind;
    if matches!((kind, path.first()), (Kind::Community, _) | (Kind::Volunteer, "residence")) {
        return;
    }
    let spot = Spot::of(path, kind.declaration());
    if !facts.holds(Kind::Community) {
        facts.count(&REF007, spot.pointer(kind.declaration(), false));
        return;
    }
    // a volunteer says so with the registration
    if kind != Kind::Volunteer {
        let is_live = standing == Standing::Active;
        let key = key(code, facts);
        facts.put(Topic::Community, key, &OfCommunity::Named { from: kind as u8, spot, is_live });
    }
}

/// A division code in a field that may name a community.
pub(super) fn division(path: &Path, code: DivisionCode, standing: Standing, facts: &mut Facts<'_>) {
    let may_be = matches!(
        (facts.kind, path.first()),
        (Kind::Organisation, "division") | (Kind::Evaluation, "subject")
    );
    if let Some(code) = CommunityCode::of_form(code.as_str()).filter(|_| may_be) {
        named(path, code, standing, facts);
    }
}

/// A volunteer where the registration counts.
pub(super) fn registered(view: &VolunteerView<'_>, facts: &mut Facts<'_>) {
    let is_active = view.status == Slot::Known(PersonStatus::Active);
    let until = view.withdrawn_on.known().map(day);
    let registration = Registration {
        from: view.registered_on.known().map(day),
        until,
        is_whole: is_active && view.withdrawn_on.is_absent() || until.is_some(),
        is_live: is_active,
    };
    tell(view.community, &OfCommunity::Registered(registration), facts);
}

/// The community as the first record of its code says.
pub(super) struct Own {
    pub(super) source: Source,
    pub(super) kind: Option<CommunityKind>,
    pub(super) standing: Standing,
}

/// REF003 to REF005 on codes of communities, and what figures, units and pairings come to.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfCommunity>();
    let owns = |Fact { source, fact }: &Fact<OfCommunity>| match fact {
        OfCommunity::Own { mark, .. } => Some((*source, *mark)),
        _ => None,
    };
    natural_keys::repeated(&facts.iter().filter_map(owns).collect::<Vec<_>>(), &REF003, "/code", verdicts);
    let own = facts.iter().find_map(|Fact { source, fact }| match fact {
        OfCommunity::Own { kind, standing, .. } => {
            let kind = kind.and_then(|kind| CommunityKind::all().get(usize::from(kind)).copied());
            Some(Own { source: *source, kind, standing: *standing })
        }
        _ => None,
    });
    for Fact { source, fact } in &facts {
        let (pointer, is_live) = match fact {
            OfCommunity::Named { from, spot, is_live } => {
                let Some(from) = Kind::all().nth((*from).into()) else { continue };
                (spot.pointer(from.declaration(), true), *is_live)
            }
            OfCommunity::Registered(registration) => ("/community".to_owned(), registration.is_live),
            _ => continue,
        };
        match &own {
            None => verdicts.find(&REF004, *source, pointer, Said::NOTHING, []),
            Some(own) if is_live && own.standing == Standing::Gone => {
                verdicts.find(&REF005, *source, pointer, Said::target(Kind::Community), [own.source]);
            }
            Some(_) => {}
        }
    }
    figures::judge(own.as_ref(), &facts, verdicts);
    if let Some(own) = own {
        units::judge_groups(&own, &facts, verdicts);
        agreements::judge_paired(&own, &facts, verdicts);
    }
}
