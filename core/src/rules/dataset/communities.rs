//! REF004 and REF007: community codes and the communities that they name.

use crate::field::FieldMeta;
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
