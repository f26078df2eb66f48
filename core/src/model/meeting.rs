//! `meeting` 民主议事.

use shequ_macros::{part, record};

use super::{Disclosure, Organisation};
use crate::codes::{ActivityStatus, MeetingKind, MeetingTopic};
use crate::field::{Count, Date, List, Ref, Set, Text};
use crate::ids::CommunityCode;

/// A meeting at which residents decide: an assembly, a meeting of representatives, a consultation. No participant is named.
///
/// 居民参与决策、议事的会议，如村（居）民会议、村（居）民代表会议、协商议事会，一次会议一条；不记参会人员姓名。
#[record("民主议事", "Meeting")]
pub struct Meeting {
    /// The body that convenes it.
    ///
    /// 召集会议的单位。
    #[field("召集单位", "Convened by", public, "3.1")]
    pub organisation: Ref<Organisation>,
    /// The community in which it is held.
    ///
    /// 会议所在的社区。
    #[field("所在社区", "Community", public, "3.1")]
    pub community: CommunityCode,
    /// Assembly, representatives' meeting, consultation, hearing and the like.
    ///
    /// 会议的类型，如村民会议、居民代表会议、协商议事会。
    #[field("会议类型", "Kind", public, "3.1, 4.2")]
    pub kind: MeetingKind,
    /// Day on which it was or will be held; its last day.
    ///
    /// 会议召开的日期；开会多日的，填最后一日。
    #[field("召开日期", "Held on", public)]
    pub held_on: Date,
    /// What it is about, by category.
    ///
    /// 会议议题所属的类别，至少一类，可多选。
    #[field("议题类别", "Topics", public, "3.1")]
    #[validate(length(min = 1, max = 1000))]
    pub topics: Set<MeetingTopic>,
    /// Name or subject of the meeting.
    ///
    /// 会议的名称或者议题。
    #[field("会议名称(议题)", "Title", public)]
    pub title: Text<200>,
    /// How many may attend: persons, households or representatives, by the kind of meeting.
    ///
    /// 应到会的人数；按会议类型分别为有权参加的村（居）民、户代表或者代表。
    #[field("应到人数", "Entitled", public, "3.1", unit("人（户）", "persons or households"))]
    pub entitled: Option<Count>,
    /// How many of them attended.
    ///
    /// 实际到会的人数，口径与应到人数一致。
    #[field("实到人数", "Attended", public, "3.1", unit("人（户）", "persons or households"))]
    pub attended: Option<Count>,
    /// What was put to the vote.
    ///
    /// 会议表决的事项及结果；未表决的不填。
    #[field("表决事项", "Decisions", public, "3.1")]
    pub decisions: List<Decision>,
    /// Where the outcome was made public.
    ///
    /// 公开会议结果的村（居）务公开记录。
    #[field("公开情况", "Disclosure", public, "3.1")]
    pub disclosure: Option<Ref<Disclosure>>,
    /// Whether it is planned, held or cancelled.
    ///
    /// 会议的状态，如筹备、已结束、取消。
    #[field("状态", "Status", public)]
    pub status: ActivityStatus,
}

/// One matter that was put to the vote.
///
/// 会议表决的一个事项及表决结果。
#[part("表决事项", "Decision")]
pub struct Decision {
    /// What was decided on.
    ///
    /// 表决的事项。
    #[field("事项", "Subject", public)]
    pub subject: Text<200>,
    /// Votes in favour.
    ///
    /// 赞成的票数。
    #[field("赞成", "In favour", public, unit("票", "votes"))]
    pub in_favour: Option<Count>,
    /// Votes against.
    ///
    /// 反对的票数。
    #[field("反对", "Against", public, unit("票", "votes"))]
    pub against: Option<Count>,
    /// Abstentions.
    ///
    /// 弃权的票数。
    #[field("弃权", "Abstained", public, unit("票", "votes"))]
    pub abstained: Option<Count>,
    /// Whether it was adopted.
    ///
    /// 该事项是否获得通过。
    #[field("是否通过", "Adopted", public)]
    pub adopted: bool,
    /// Day on which it was carried out.
    ///
    /// 通过的事项落实完成的日期；未落实的不填。
    #[field("落实日期", "Carried out on", public)]
    pub carried_out_on: Option<Date>,
}
