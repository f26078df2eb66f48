//! AGR005, SVC004 and FND004: agreements, the services that rest on them, and the money that goes with these.

use crate::Words;
use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&AGR005, &SVC004, &FND004];

const ENTRUSTED_WORK: Basis =
    Basis::policy("3.2", "凡委托给村(居)委会办理的有关服务事项，应当实行权随责走、费随事转");

rule! {
    /// Pairing lets the town help the country; without a rural community nobody of those is helped.
    pub static AGR005 = {
        name: "pairing-without-rural-community",
        severity: Warning,
        scope: Dataset,
        records: [Agreement],
        title: "城乡结对协议没有农村社区" / "pairing without a rural community",
        why: "结对帮扶在城乡单位、城市社区与农村社区之间开展；受益社区中没有农村社区的，多为协议类型或社区选错"
            / "pairing is between town and country; where none of those that benefit is rural the kind of agreement or a community was chosen wrongly",
        message: "结对帮扶协议的受益社区中没有农村社区" / "none of the communities that benefit from the pairing is rural",
        advice: "请对照协议文本核对协议类型和受益社区：城市单位之间共驻共建的，改正协议类型；社区类型录错的，在社区记录中改正"
            / "compare kind and communities with the text of the agreement: co-building among units of a town is another kind; correct the kind of a community in its own record",
        basis: [
            Basis::policy("3.5", "在城乡单位、城市社区与农村社区之间开展结对帮扶活动"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A delegated service rests on an agreement that delegates, holds today, and is made with the one who does the work.
    pub static SVC004 = {
        name: "delegation-without-agreement-in-force",
        severity: Error,
        scope: Dataset,
        records: [Service],
        title: "委托服务没有有效协议" / "a delegated service without an agreement in force",
        why: "委托事项实行权随责走、费随事转，权限和经费都以有效的委托或购买协议为依据"
            / "rights go with duties and money with the task, and both rest on an agreement that holds",
        message: "所引用的协议不能作为委托依据：{fault}" / "the agreement is no ground for the delegation: {fault}",
        advice: "请对照协议文本核对协议类型、状态、期限和乙方：到期的续签或停办，引用错的改为现行协议，承办单位有变更的重新签订"
            / "compare kind, status, days and second party with the text of the agreement: renew one that ran out or end the service, refer to the one in force, and make a new one where the provider has changed",
        basis: [ENTRUSTED_WORK],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Money follows the work: who delegates pays, and the community's accounts of that year show it.
    pub static FND004 = {
        name: "delegation-without-fund",
        severity: Warning,
        scope: Dataset,
        records: [Service],
        title: "委托服务没有相应经费" / "a delegated service without a fund",
        why: "政策文件要求费随事转：委托给村（居）委会的事项，责任部门应当拨付经费"
            / "by the policy money follows the task: for what is delegated the responsible agency pays",
        message: "协议有效的年度内，受益社区的经费中没有责任部门拨付的款项（费随事转）"
            / "in a year in which the agreement holds the community has no fund from the responsible agency: money follows the work",
        advice: "请对照拨款凭证核对经费记录的社区、年度和拨付单位；漏录的补录，确未拨付的请提请责任部门落实经费"
            / "compare community, year and provider of the funds with the vouchers; add what was left out, and where nothing was paid ask the responsible agency for the money",
        basis: [ENTRUSTED_WORK],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

const ANOTHER_KIND: Words =
    Words::new("协议类型不是委托办理或政府购买服务", "it is neither a delegation nor a procurement");
const NOT_IN_FORCE: Words = Words::new("协议状态不是生效", "its status is not in force");
const ANOTHER_TIME: Words = Words::new(
    "基准日不在协议的生效日期与终止日期之间",
    "the reference date is not between its start and its end",
);
const ANOTHER_PROVIDER: Words =
    Words::new("协议的乙方不是承办单位", "its second party is not the provider of the service");
