//! REF001, REF002, REF005 and REF006: ids, and what references to them lead to.

use serde::{Deserialize, Serialize};

use super::facts::{Facts, Standing};
use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Phrase, Source, Topic, bodies::VOL023};
use crate::Kind;
use crate::codes::{RecipientType, RecognitionKind};
use crate::field::{Path, Slot, Spot};
use crate::model::RecognitionView;
use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&REF001, &REF002, &REF005, &REF006];

rule! {
    /// A reference to nothing breaks the link between two records, and every count that goes over it.
    pub static REF001 = {
        name: "reference-without-record",
        severity: Error,
        scope: Dataset,
        records: [],
        title: "引用的记录不存在" / "a reference that no record answers",
        why: "引用落空，两条记录就联系不上，凡按这一联系统计的数字都会少计"
            / "a reference to nothing breaks the link between two records, and whatever is counted over it comes out too small",
        message: "引用的{target}记录不在本批数据中" / "no record of the type {target} in the data has this id",
        advice: "请核对标识是否录错、被引用的记录是否漏报；记录由其他单位报送的，请在标识前加该单位的统一社会信用代码，写作“统一社会信用代码:标识”"
            / "check whether the id is mistyped or the record was left out; where another publisher keeps the record put its credit code before the id, CREDITCODE:ID",
        basis: [Basis::OWN],
        params: ["target"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// An id means one record; where two have it nobody knows which one a reference means.
    pub static REF002 = {
        name: "id-used-twice",
        severity: Error,
        scope: Dataset,
        records: [],
        title: "同一类型的记录标识重复" / "the same id twice in one record type",
        why: "一个标识只能代表一条记录；标识重复，引用指向哪一条就说不清，更新时还会互相覆盖"
            / "an id stands for one record; where two share it a reference may mean either, and an update overwrites the other",
        message: "该标识已被同一类型的另一条记录使用" / "another record of this type has the same id",
        advice: "请核对这几条记录：重复报送的，只保留最新一条；确为不同对象的，为其中之一另编标识，并同步修改引用它的字段"
            / "compare the records: of one sent twice keep the latest; give one of two different things another id and change the references to it",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// What goes on cannot rest on what has ended; the successor was not entered, or a status is out of date.
    pub static REF005 = {
        name: "reference-to-ended-record",
        severity: Warning,
        scope: Dataset,
        records: [],
        title: "在用记录引用已终止的记录" / "an active record refers to one that has ended",
        why: "在用的记录还挂在已撤销、注销或停办的对象上，多为调整后没有改引用，或一方的状态没有更新"
            / "an active record still hangs on what was closed, dissolved or withdrawn: the reference was not changed after a reform, or one status is out of date",
        message: "本记录状态正常，引用的{target}却已撤销、注销、终止或停办"
            / "this record is active, but the record of the type {target} that it refers to has ended",
        advice: "请核对：已有承继者的，改为引用承继者；本记录也已终止的，改正本记录的状态；被引用的对象仍然存在的，改正它的状态"
            / "refer to the successor where there is one; where this record has ended too correct its status, and where the other goes on correct that one's",
        basis: [Basis::OWN],
        params: ["target"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Nobody can check a reference into a file that is not there; the report says how much is left open.
    pub static REF006 = {
        name: "references-not-checked",
        severity: Info,
        scope: Dataset,
        records: [],
        title: "引用的记录不在本批数据的范围内" / "references that lead out of the data",
        why: "本批数据没有这一类型的文件，或引用的是其他单位的记录，这些引用是否正确无从核对"
            / "where the data holds no file of that type, or another publisher keeps the record, nobody can tell here whether the references are right",
        message: "有{count}处引用所指的{target}不在本批数据的范围内，未作核对"
            / "{count} references to records of the type {target} lead out of the data and were not checked",
        advice: "如需核对，请把该类型的文件一并放入数据后重新核查；引用其他单位记录的，可不作修改"
            / "to have them checked add the file of that type and check again; references to records of other publishers may stay",
        basis: [Basis::OWN],
        params: ["count", "target"],
        parameters: [],
        enforced_by: Library,
    }
}

/// What a record says of itself, or of another.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Reference {
    /// It is there.
    Own(Standing),
    /// It is named.
    Named { target: u8, spot: Spot, from: u8, is_live: bool },
    /// It is named as the one that a recognition was given to.
    Recipient,
}

/// A record with its id.
pub(super) fn own(id: Slot<&str>, standing: Standing, facts: &mut Facts<'_>) {
    if let Some(id) = id.known() {
        facts.name(id);
        let key = facts.group(Topic::Record, facts.kind, id);
        facts.put(Topic::Record, key, &Reference::Own(standing));
    }
}

/// Fields whose references may lead to what is no more: they tell of what has been.
fn tells_of_the_past(kind: Kind, path: &Path) -> bool {
    matches!(kind, Kind::ServiceRecord | Kind::Recognition) || path.first() == "posts"
}

/// A reference to a record.
pub(super) fn named(path: &Path, target: Kind, reference: &str, standing: Standing, facts: &mut Facts<'_>) {
    let kind = facts.kind;
    let spot = Spot::of(path, kind.declaration());
    match facts.group_of(Topic::Record, target, reference) {
        Some(key) => {
            let is_live = standing == Standing::Active && !tells_of_the_past(kind, path);
            let named = Reference::Named { target: target as u8, spot, from: kind as u8, is_live };
            facts.put(Topic::Record, key, &named);
        }
        None => facts.count(&REF006, spot.pointer(kind.declaration(), false)),
    }
}

/// The one that a recognition was given to: its type stands in another field.
pub(super) fn recipient(view: &RecognitionView<'_>, facts: &mut Facts<'_>) {
    let Slot::Known(of_type) = view.recipient_type else { return };
    let target = match of_type {
        RecipientType::Volunteer => Kind::Volunteer,
        RecipientType::Worker => Kind::Worker,
        RecipientType::Organisation => Kind::Organisation,
    };
    match view.kind {
        Slot::Known(RecognitionKind::Star) if target != Kind::Volunteer => {
            facts.find(&VOL023, "/kind", Phrase::StarForOther.into());
        }
        Slot::Known(RecognitionKind::CivilService) if target != Kind::Worker => {
            facts.find(&VOL023, "/kind", Phrase::CivilServiceForOther.into());
        }
        _ => {}
    }
    let Some(recipient) = view.recipient.known() else { return };
    match facts.group_of(Topic::Record, target, recipient) {
        Some(key) => facts.put(Topic::Record, key, &Reference::Recipient),
        None => facts.count(&REF006, "/recipient".to_owned()),
    }
}

/// REF001, REF002, REF005 and VOL023.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<Reference>();
    let owns: Vec<(Source, Standing)> = facts
        .iter()
        .filter_map(
            |Fact { source, fact }| {
                if let Reference::Own(standing) = fact { Some((*source, *standing)) } else { None }
            },
        )
        .collect();
    for (source, _) in owns.iter().skip(1) {
        let others = owns.iter().map(|(other, _)| *other).filter(|other| other != source);
        verdicts.find(&REF002, *source, "/id", Said::NOTHING, others);
    }
    for Fact { source, fact } in &facts {
        match (fact, owns.first()) {
            (Reference::Recipient, None) => {
                verdicts.find(&VOL023, *source, "/recipient", Phrase::NoSuchRecipient, []);
            }
            (Reference::Named { target, spot, from, .. }, None) => {
                let (Some(target), Some(from)) = (kind(*target), kind(*from)) else { continue };
                let pointer = spot.pointer(from.declaration(), true);
                verdicts.find(&REF001, *source, pointer, Said::target(target), []);
            }
            (Reference::Named { target, spot, from, is_live: true }, Some((owner, Standing::Gone))) => {
                let (Some(target), Some(from)) = (kind(*target), kind(*from)) else { continue };
                let pointer = spot.pointer(from.declaration(), true);
                verdicts.find(&REF005, *source, pointer, Said::target(target), [*owner]);
            }
            _ => {}
        }
    }
}

fn kind(number: u8) -> Option<Kind> {
    Kind::all().nth(number.into())
}
