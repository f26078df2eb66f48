//! `facility` 服务设施.

use shequ_macros::{part, record};

use super::{Organisation, Point, Service};
use crate::codes::{EntityStatus, FacilityFunction, FacilityKind};
use crate::field::{Area, Count, Date, List, Name, Ref, Set, Text};
use crate::ids::{CommunityCode, Phone};

/// A place where a community is served: a centre, station, canteen, reading room, clinic.
#[record("服务设施", "Facility")]
pub struct Facility {
    /// The community in which it stands.
    #[field("所在社区", "Community", public)]
    pub community: CommunityCode,
    /// Name of the facility.
    #[field("设施名称", "Name", public)]
    pub name: Name<100>,
    /// What it serves for.
    #[field("设施类型", "Kind", public, "3.2, 3.3, 3.5")]
    pub kind: FacilityKind,
    /// The organisation that owns it.
    #[field("产权单位", "Owner", public)]
    pub owner: Option<Ref<Organisation>>,
    /// The organisation that runs it.
    #[field("运营单位", "Operator", public)]
    pub operator: Option<Ref<Organisation>>,
    /// Whether a unit opens its own facility to residents.
    #[field("是否向居民开放", "Open to residents", public, "3.2")]
    pub open_to_residents: Option<bool>,
    /// Office, management, service, activity.
    #[field("功能", "Functions", public, "3.5")]
    pub functions: Set<FacilityFunction>,
    /// Whether it bears the unified sign.
    #[field("是否统一标识", "Unified sign", public, "3.5")]
    pub unified_sign: Option<bool>,
    /// Floor area in square metres.
    #[field("建筑面积", "Floor area", public, unit("平方米", "square metres"))]
    pub area_m2: Option<Area>,
    /// Area for residents' activities in square metres.
    #[field("居民活动面积", "Activity area", public, unit("平方米", "square metres"))]
    pub activity_area_m2: Option<Area>,
    /// Its service windows.
    #[field("服务窗口", "Service windows", public, "3.2")]
    #[validate(nested)]
    pub windows: List<Window>,
    /// Whether all matters are handled in one place.
    #[field("是否一站式服务", "One-stop service", public, "3.2")]
    pub one_stop: Option<bool>,
    /// Whether it is open without holidays.
    #[field("是否全年无休", "Year-round", public, "3.2")]
    pub year_round: Option<bool>,
    /// Beds, seats or places.
    #[field("容量", "Capacity", public, "3.2")]
    pub capacity: Option<Count>,
    /// First day of use.
    #[field("启用日期", "Opened on", public)]
    pub opened_on: Option<Date>,
    /// Its place, CGCS2000 or WGS 84.
    #[field("位置", "Location", public)]
    pub location: Option<Point>,
    /// Its address.
    #[field("地址", "Address", public)]
    pub address: Option<Text<200>>,
    /// Its phone.
    #[field("联系电话", "Phone", public)]
    pub phone: Option<Phone>,
    /// Whether it is in use.
    #[field("状态", "Status", public)]
    pub status: EntityStatus,
}

/// A window at which matters are handled.
#[part("服务窗口", "Service window")]
pub struct Window {
    /// Number of the window, unique in its facility.
    #[field("窗口编号", "Window number", public)]
    pub number: Text<16>,
    /// Name of the window.
    #[field("窗口名称", "Window name", public)]
    pub name: Name<50>,
    /// Matters handled here.
    #[field("办理事项", "Services", public)]
    pub services: Set<Ref<Service>>,
}
