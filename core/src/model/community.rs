//! `community` 社区.

use shequ_macros::record;

use super::{Facility, Organisation, Point};
use crate::codes::{CommunityKind, CommunitySetting, EntityStatus, Mechanism, UrbanRural};
use crate::field::{Area, Date, Name, Ref, Set, Text};
use crate::ids::{CommunityCode, Phone};

/// A community of residents (社区) or a village, the base of everything else.
///
/// 城市社区、农村社区（村）或村改居社区，每个一条记录，范围一般与村（居）委会辖区一致；其他各类记录均归到社
/// 区。
#[record("社区", "Community")]
pub struct Community {
    /// Statistical division code of village level, 12 digits; the natural key. The county's statistical
    /// office knows it.
    ///
    /// 统计用区划代码，12位，须为村级（末三位不为000）；同一数据集内不重复。可向县级统计机构查询。
    #[field("社区代码", "Community code", public, "3.1")]
    pub code: CommunityCode,
    /// Full name of the community, as in the document that set it up.
    ///
    /// 社区全称，与设立批复一致，不用简称。
    #[field("社区名称", "Name", public)]
    pub name: Name<100>,
    /// Names that it had before; not those of communities merged into it.
    ///
    /// 更名前的名称，可填多个；并入的其他社区的名称不在此列。
    #[field("曾用名", "Former names", public)]
    pub former_names: Set<Name<100>>,
    /// Urban (with a residents' committee), rural (with a villagers' committee), or converted from a village.
    ///
    /// 设居民委员会的为城市社区，设村民委员会的为农村社区，由村民委员会改设居民委员会的为村改居社区。
    #[field("社区类型", "Kind", public, "3.1, 3.5")]
    pub kind: CommunityKind,
    /// Features of its area that the policy names; empty where it has none.
    ///
    /// 所在地区的特征，可多选，如城乡接合部、城中村、新建住宅区；没有的不填。
    #[field("区域特征", "Settings", public, "3.1, 3.4")]
    pub settings: Set<CommunitySetting>,
    /// Class of the National Bureau of Statistics, three digits, as the statistical office set it.
    ///
    /// 国家统计局的城乡分类代码，3位，以统计机构划定的为准，不自行判断。
    #[field("城乡分类代码", "Urban-rural class", public)]
    pub urban_rural: Option<UrbanRural>,
    /// Whether it exists, is suspended, or was merged, split or abolished; the record of a former community
    /// is kept.
    ///
    /// 当前存续状态；合并、拆分、撤销的，记录保留，不删除。
    #[field("状态", "Status", public)]
    pub status: EntityStatus,
    /// Day on which it was set up, as approved.
    ///
    /// 批准设立的日期，以设立批复为准。
    #[field("设立日期", "Established on", public)]
    pub established_on: Option<Date>,
    /// Last day on which it existed; required when it was merged, split or abolished, absent while it is
    /// active.
    ///
    /// 存续的最后一日；合并、拆分、撤销的必填，正常的不填。
    #[field("撤销日期", "Closed on", public)]
    pub closed_on: Option<Date>,
    /// Codes of the communities that took its place; required when it was merged or split.
    ///
    /// 合并、拆分后承继本社区的社区代码，可填多个；合并、拆分的必填。
    #[field("承继社区代码", "Successors", public)]
    #[validate(length(max = 10000))]
    pub successors: Set<CommunityCode>,
    /// Area of its territory.
    ///
    /// 社区辖区的土地面积。
    #[field("面积", "Area", public, unit("平方千米", "square kilometres"))]
    pub area_km2: Option<Area>,
    /// Place of its office, CGCS2000 or WGS 84.
    ///
    /// 社区办公场所的经纬度。
    #[field("位置", "Location", public)]
    pub location: Option<Point>,
    /// Address of its office.
    ///
    /// 社区办公场所的详细地址。
    #[field("地址", "Address", public)]
    pub address: Option<Text<200>>,
    /// Phone of its office, open to the public.
    ///
    /// 社区对外公布的办公电话。
    #[field("联系电话", "Phone", public)]
    pub phone: Option<Phone>,
    /// Its residents' or villagers' committee.
    ///
    /// 本社区的居民委员会或村民委员会。
    #[field("村(居)委会", "Committee", public, "3.1")]
    pub committee: Option<Ref<Organisation>>,
    /// Its Party committee, general branch or branch.
    ///
    /// 本社区的党委、党总支或党支部。
    #[field("社区党组织", "Party organisation", public, "3.4")]
    pub party_organisation: Option<Ref<Organisation>>,
    /// The service centre or station that serves it.
    ///
    /// 服务本社区的社区服务中心、社区服务站；农村社区为综合性社区服务中心。
    #[field("社区服务中心(站)", "Service centre", public, "3.2, 3.5")]
    pub service_centre: Option<Ref<Facility>>,
    /// Whether it is divided into grids and managed by them.
    ///
    /// 是否划分网格、实行网格化管理。
    #[field("是否网格化管理", "Grid management", public, "3.1")]
    pub grid_managed: Option<bool>,
    /// Mechanisms of governance that it has and uses.
    ///
    /// 已建立并实际运行的治理机制，可多选，如矛盾调处机制、共驻共建机制。
    #[field("治理机制", "Mechanisms", public, "3.1")]
    pub mechanisms: Set<Mechanism>,
}
