//! VOL009, VOL019, VOL021, VOL025 and VOL026: service records against one another and against their volunteer.

use crate::rule::{Basis, Document, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&VOL009, &VOL019, &VOL021, &VOL025, &VOL026];

rule! {
    /// The total is what a certificate states, so it has to be the sum of records that can be shown.
    pub static VOL009 = {
        name: "total-hours-and-records",
        severity: Warning,
        scope: Dataset,
        records: [Volunteer],
        title: "累计时长与服务记录之和不符" / "total hours differ from the service records",
        why: "志愿服务记录证明按累计时长出具；与有效服务记录之和对不上，证明就没有依据"
            / "certificates state the total; where the effective records add up to another they rest on nothing",
        message: "累计服务时长与有效服务记录的时长之和不符（容差0.01小时）"
            / "the total hours are not the sum of the effective service records (0.01 allowed)",
        advice: "请重新汇总已生效的服务记录并更新累计时长；其他系统中的历史时长，请把对应的服务记录一并导入"
            / "add up the effective records again and correct the total; for hours of another system import the records behind them",
        basis: [Basis::whole(Document::ServiceRecords2020).from("2021-02-01")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Nobody serves in two places at once; one of two overlapping records is entered twice or has a wrong time.
    pub static VOL019 = {
        name: "overlapping-service",
        severity: Error,
        scope: Dataset,
        records: [ServiceRecord],
        title: "同一志愿者的服务时间重叠" / "overlapping service of one volunteer",
        why: "同一时间只能参加一项服务；重叠的记录会使时长重复计算，全国系统不予接收"
            / "one serves in one place at a time; overlapping records count hours twice, and the national system refuses them",
        message: "与同一志愿者另一条有效服务记录的时间重叠"
            / "the time overlaps that of another effective service record of the same volunteer",
        advice: "请对照两次活动的签到签退记录核对起止时间：重复登记的，保留一条；时间录错的，改正时间；前后衔接的，不算重叠"
            / "compare both with the sign-in sheets: keep one of what was entered twice, or correct the time; one that begins when the other ends is no overlap",
        basis: [Basis::domain("1.4")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Service counts from the registration on; an earlier record belongs to another volunteer or has a wrong date.
    pub static VOL021 = {
        name: "service-before-registration",
        severity: Warning,
        scope: Dataset,
        records: [ServiceRecord],
        title: "服务早于注册" / "service before the volunteer registered",
        why: "服务时长自注册之日起计；早于注册的，多为日期录错、补录，或记到了他人名下"
            / "hours count from the registration on; earlier service has a wrong date, was entered afterwards, or is another's",
        message: "服务开始日期早于志愿者的注册日期" / "the service begins before the day on which the volunteer registered",
        advice: "请对照签到签退记录和注册登记表核对两个日期；确在注册前服务、经记录单位确认补录的，可不作修改"
            / "compare both days with the sign-in sheet and the registration form; service before the registration that the recording body has confirmed may stay",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// An honour cannot rest on hours that were not yet served.
    pub static VOL025 = {
        name: "recognition-beyond-hours",
        severity: Warning,
        scope: Dataset,
        records: [Recognition],
        title: "依据时长超过实际服务时长" / "a recognition rests on more hours than were served",
        why: "激励所依据的时长应当都能在服务记录中查到；查不到的，会影响公平"
            / "the hours on which a recognition rests can be found in the service records; where they cannot others are wronged",
        message: "依据时长多于截至授予日期的有效服务记录时长之和"
            / "the hours are more than the effective service records up to the day of the grant add up to",
        advice: "请对照授予文件和志愿服务记录证明核对依据时长、授予日期；服务记录漏报的，请补报；依据时长有误的，请报授予单位更正"
            / "compare hours and day with the paper that granted it and the certificate of service; add service records that were left out, or ask the granting body to correct the hours",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// After the withdrawal nothing is recorded any more; a later record is another's, or the day is wrong.
    pub static VOL026 = {
        name: "service-after-withdrawal",
        severity: Error,
        scope: Dataset,
        records: [ServiceRecord],
        title: "服务晚于注销" / "service after the volunteer withdrew",
        why: "注销之后不再记录服务；之后的记录，不是日期录错，就是记到了他人名下"
            / "nothing is recorded after the withdrawal; a later record has a wrong date or is another's",
        message: "服务开始日期晚于志愿者的注销日期" / "the service begins after the day on which the volunteer withdrew",
        advice: "请对照签到签退记录和注销登记核对两个日期；已恢复服务的，更新志愿者的状态并清空注销日期；记错人的，改正志愿者"
            / "compare both days with the sign-in sheet and the record of the withdrawal; for one who serves again set the status and empty the day; correct the volunteer where the record is another's",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}
