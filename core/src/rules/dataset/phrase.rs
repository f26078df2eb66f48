//! What a message says of the case, where a rule on datasets has several.

use serde::{Deserialize, Serialize};

use crate::Words;

macro_rules! phrases {
    ($($name:ident $param:literal $zh:literal / $en:literal)*) => {
        /// What a message says of the case: the words for a placeholder of its rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub(crate) enum Phrase {
            $($name,)*
        }

        impl Phrase {
            /// The placeholder.
            pub(crate) const fn param(self) -> &'static str {
                match self {
                    $(Self::$name => $param,)*
                }
            }

            /// The words.
            pub(crate) const fn words(self) -> Words {
                match self {
                    $(Self::$name => Words::new($zh, $en),)*
                }
            }
        }
    };
}

phrases! {
    StarForOther "fault" "星级评定的对象应为志愿者" / "stars are granted to volunteers alone"
    CivilServiceForOther "fault" "考录公务员的对象应为社区工作者" / "community workers alone are taken into the civil service so"
    NoSuchRecipient "fault" "本批数据没有该类型、该标识的记录" / "the data holds no record of that type with this id"
    GridInUnit "fault" "网格直属社区，不设上级单元" / "a grid belongs to its community and has no parent"
    GroupInUnit "fault" "村民小组、居民小组的上级单元只能为网格" / "a villagers' or residents' group lies in a grid alone"
    HamletInUnit "fault" "村落的上级单元应为村民小组或网格" / "a hamlet lies in a villagers' group or a grid"
    CourtyardInUnit "fault" "院落的上级单元应为村民小组、居民小组或网格" / "a courtyard lies in a villagers' or residents' group or a grid"
    BuildingInUnit "fault" "楼座的上级单元应为院落、村落、村民小组、居民小组或网格" / "a building lies in a courtyard, a hamlet, a group or a grid"
    DoorwayInUnit "fault" "门栋的上级单元应为楼座" / "a doorway lies in a building"
    ParentElsewhere "fault" "上级单元属于其他社区" / "it lies in another community"
    Circle "fault" "逐级向上又回到本单元，相互循环" / "from parent to parent the way leads back to this unit"
    OutsideActivity "fault" "服务时间超出活动的起止时间" / "the service is not within the time of the activity"
    RecordedByOther "fault" "记录单位不是活动的主办单位" / "the recording body is not the organiser"
    NotDelegation "fault" "协议类型不是委托办理或政府购买服务" / "it is neither a delegation nor a procurement"
    NotInForce "fault" "协议状态不是生效" / "its status is not in force"
    AnotherTime "fault" "基准日不在协议的生效日期与终止日期之间" / "the reference date is not between its start and its end"
    AnotherProvider "fault" "协议的乙方不是承办单位" / "its second party is not the provider of the service"
    HouseholdsUntil2026 "range" "100至700" / "100 to 700"
    HouseholdsFrom2026 "range" "1000至3000" / "1,000 to 3,000"
    VillagersMembers "range" "3至7" / "3 to 7"
    ResidentsMembers "range" "5至9" / "5 to 9"
}
