//! Rules of the standard that this version does not check yet: those on a dataset or a package.

use crate::Words;
use crate::error::Error;

macro_rules! planned {
    ($($id:literal $zh:literal / $en:literal,)*) => {
        /// Id and title; a rule leaves the list when it enters the catalogue.
        pub(super) const PLANNED: &[(&str, Words)] = &[$(($id, Words::new($zh, $en)),)*];
    };
}

planned! {
    "COM007" "社区户数超出法定范围" / "households outside the law's range",
    "COM013" "登记志愿者数与志愿者记录不符" / "registered volunteers differ from the volunteer records",
    "COM014" "上级单元的类型不能包含该单元" / "a parent of a kind that cannot hold the subdivision",
    "COM015" "上级单元在其他社区或相互循环" / "a parent in another community, or a circle of parents",
    "COM017" "下级单元户数之和超过上级" / "subdivisions hold more households than their parent",
    "COM018" "村民小组、居民小组与社区类型不符" / "a group of the wrong kind for its community",
    "FAC007" "农村社区有多个在用的服务中心" / "more than one active rural service centre",
    "ORG007" "上级组织的类型不符" / "a parent of a kind that cannot hold the organisation",
    "ORG008" "上级组织相互循环" / "a circle of parent organisations",
    "WRK004" "所指选举中没有该人当选" / "the election named does not list the worker as elected",
    "WRK006" "同时担任监督委员会成员和被监督委员会成员" / "member of a supervision committee and of the committee supervised",
    "ELE006" "委员会人数不符合法定人数" / "a committee of another size than the law's",
    "ELE008" "届次未递增" / "a later election with the same or a lower term number",
    "AGR005" "城乡结对协议没有农村社区" / "pairing without a rural community",
    "AGR007" "购买服务的甲方不是政府机构" / "procurement whose buyer is no government body",
    "VOL008" "同一证件重复注册" / "one identity document registered twice",
    "VOL009" "累计时长与服务记录之和不符" / "total hours differ from the service records",
    "VOL010" "所属站点不是志愿服务站点" / "the station is no volunteer station",
    "VOL019" "同一志愿者的服务时间重叠" / "overlapping service of one volunteer",
    "VOL020" "服务时间或记录单位与活动不符" / "service outside its activity, or recorded by another organisation",
    "VOL021" "服务早于注册" / "service before the volunteer registered",
    "VOL022" "未成年人参加应急救援" / "a minor in emergency relief",
    "VOL023" "激励对象不存在或类型不符" / "the recipient of a recognition is missing or of another type",
    "VOL025" "依据时长超过实际服务时长" / "a recognition rests on more hours than were served",
    "VOL026" "服务晚于注销" / "service after the volunteer withdrew",
    "SVC001" "政府职责转嫁给村（居）民委员会" / "a government duty carried by a self-governing committee",
    "SVC004" "委托服务没有有效协议" / "a delegated service without an agreement in force",
    "SVC013" "窗口服务所在设施没有相应窗口" / "no window of the facility offers the service",
    "SVC019" "办件的网格属于其他社区" / "a case in a subdivision of another community",
    "MTG007" "会议召集主体不符" / "convened by a body that does not convene such meetings",
    "FND004" "委托服务没有相应经费" / "a delegated service without a fund",
    "REF001" "引用的记录不存在" / "a reference that no record answers",
    "REF002" "同一类型的记录编号重复" / "the same id twice in one record type",
    "REF003" "同一对象重复登记" / "the same natural key twice",
    "REF004" "社区代码没有对应的社区记录" / "a community code without a community record",
    "REF005" "在用记录引用已停用的记录" / "an active record refers to one that has ended",
    "REF006" "引用的记录类型不在数据中" / "references to a record type that the data does not hold",
    "REF007" "数据中没有社区记录" / "community codes without communities in the data",
}

/// The error that says that a rule is planned, where the id is of one.
pub(super) fn planned(name: &str) -> Option<Error> {
    let name = name.trim();
    let (id, title) = PLANNED.iter().find(|(id, _)| id.eq_ignore_ascii_case(name))?;
    Some(Error::PlannedRule { id, title: *title })
}
