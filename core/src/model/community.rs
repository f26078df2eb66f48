//! `community` 社区.

use shequ_macros::record;

use super::{Facility, Organisation, Point};
use crate::codes::{CommunityKind, CommunitySetting, EntityStatus, Mechanism, UrbanRural};
use crate::field::{Area, Date, Name, Ref, Set, Text};
use crate::ids::{CommunityCode, Phone};

/// A community of residents (社区) or a village, the base of everything else.
#[record("社区", "Community")]
pub struct Community {
    /// Statistical division code of village level; the natural key.
    #[field("社区代码", "Community code", public, "3.1")]
    pub code: CommunityCode,
    /// Full name of the community.
    #[field("社区名称", "Name", public)]
    pub name: Name<100>,
    /// Names that it had before.
    #[field("曾用名", "Former names", public)]
    pub former_names: Set<Name<100>>,
    /// Urban, rural, or converted from a village.
    #[field("社区类型", "Kind", public, "3.1, 3.5")]
    pub kind: CommunityKind,
    /// Features of its area that the policy names.
    #[field("区域特征", "Settings", public, "3.1, 3.4")]
    pub settings: Set<CommunitySetting>,
    /// Class of the National Bureau of Statistics.
    #[field("城乡分类代码", "Urban-rural class", public)]
    pub urban_rural: Option<UrbanRural>,
    /// Whether it exists, is suspended, or was merged, split or abolished.
    #[field("状态", "Status", public)]
    pub status: EntityStatus,
    /// Day on which it was set up.
    #[field("设立日期", "Established on", public)]
    pub established_on: Option<Date>,
    /// Last day on which it existed; required when it was merged, split or abolished.
    #[field("撤销日期", "Closed on", public)]
    pub closed_on: Option<Date>,
    /// Codes of the communities that took its place; required when it was merged or split.
    #[field("继承社区代码", "Successors", public)]
    #[validate(length(max = 10000))]
    pub successors: Set<CommunityCode>,
    /// Area in square kilometres.
    #[field("面积", "Area", public, unit("平方千米", "square kilometres"))]
    pub area_km2: Option<Area>,
    /// Place of its office, CGCS2000 or WGS 84.
    #[field("位置", "Location", public)]
    pub location: Option<Point>,
    /// Address of its office.
    #[field("地址", "Address", public)]
    pub address: Option<Text<200>>,
    /// Phone of its office.
    #[field("联系电话", "Phone", public)]
    pub phone: Option<Phone>,
    /// Its residents' or villagers' committee.
    #[field("村(居)委会", "Committee", public, "3.1")]
    pub committee: Option<Ref<Organisation>>,
    /// Its Party organisation.
    #[field("社区党组织", "Party organisation", public, "3.4")]
    pub party_organisation: Option<Ref<Organisation>>,
    /// Its service centre or station.
    #[field("社区服务中心(站)", "Service centre", public, "3.2, 3.5")]
    pub service_centre: Option<Ref<Facility>>,
    /// Whether it is managed by grids.
    #[field("是否网格化管理", "Grid management", public, "3.1")]
    pub grid_managed: Option<bool>,
    /// Mechanisms of governance that it has.
    #[field("治理机制", "Mechanisms", public, "3.1")]
    pub mechanisms: Set<Mechanism>,
}
