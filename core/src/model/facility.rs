//! `facility` 服务设施.

use shequ_macros::{part, record};

use super::{Organisation, Point, Service};
use crate::codes::{EntityStatus, FacilityFunction, FacilityKind};
use crate::field::{Area, Count, Date, List, Name, Ref, Set, Text};
use crate::ids::{CommunityCode, Phone};

/// A place where a community is served: a centre, station, canteen, reading room, clinic, notice board.
///
/// 为社区居民提供服务和活动的场所、设施，如社区服务中心、居民食堂、阅览室、卫生服务站、公开栏。
#[record("服务设施", "Facility")]
pub struct Facility {
    /// The community in which it stands.
    ///
    /// 设施所在的社区。
    #[field("所在社区", "Community", public)]
    pub community: CommunityCode,
    /// Name of the facility, as on its sign.
    ///
    /// 设施名称，与标牌一致。
    #[field("设施名称", "Name", public)]
    pub name: Name<100>,
    /// What it mainly serves for.
    ///
    /// 设施的主要用途。
    #[field("设施类型", "Kind", public, "3.2, 3.3, 3.5")]
    pub kind: FacilityKind,
    /// The organisation that owns it.
    ///
    /// 房屋、设施的产权单位。
    #[field("产权单位", "Owner", public)]
    pub owner: Option<Ref<Organisation>>,
    /// The organisation that runs it from day to day.
    ///
    /// 负责日常运营管理的单位。
    #[field("运营单位", "Operator", public)]
    pub operator: Option<Ref<Organisation>>,
    /// Whether a unit opens its own canteen, bathhouse or facility of culture, sports or science to
    /// residents.
    ///
    /// 驻社区单位的内部食堂、浴室、文体和科教设施是否向居民开放。
    #[field("是否向居民开放", "Open to residents", public, "3.2")]
    pub open_to_residents: Option<bool>,
    /// Office, management, service, activity; a rural service centre has all four.
    ///
    /// 具备的功能，可多选；农村综合性社区服务中心应具备办公、管理、服务、活动功能。
    #[field("功能", "Functions", public, "3.5")]
    pub functions: Set<FacilityFunction>,
    /// Whether it bears the unified sign that the province or city prescribes.
    ///
    /// 是否按省、市统一要求悬挂标识。
    #[field("是否统一标识", "Unified sign", public, "3.5")]
    pub unified_sign: Option<bool>,
    /// Floor area.
    ///
    /// 设施的建筑面积。
    #[field("建筑面积", "Floor area", public, unit("平方米", "square metres"))]
    pub area_m2: Option<Area>,
    /// That part of the floor area in which residents meet.
    ///
    /// 建筑面积中供居民活动使用的部分。
    #[field("居民活动面积", "Activity area", public, unit("平方米", "square metres"))]
    pub activity_area_m2: Option<Area>,
    /// Its service windows.
    ///
    /// 设施内的服务窗口，逐个填写。
    #[field("服务窗口", "Service windows", public, "3.2")]
    #[validate(nested)]
    pub windows: List<Window>,
    /// Whether all matters are taken in and handled in one place.
    ///
    /// 是否实行一站式服务，各类事项在一处受理、办理。
    #[field("是否一站式服务", "One-stop service", public, "3.2")]
    pub one_stop: Option<bool>,
    /// Whether it is open without holidays.
    ///
    /// 是否全年开放、节假日不休。
    #[field("是否全年无休", "Year-round", public, "3.2")]
    pub year_round: Option<bool>,
    /// Beds of a home or day-care centre, seats of a canteen or room.
    ///
    /// 养老机构、日间照料中心填床位数，食堂、活动室、阅览室等填座位数。
    #[field("床位(座位)数", "Beds or seats", public, "3.2", unit("个", "places"))]
    pub capacity: Option<Count>,
    /// First day of use.
    ///
    /// 投入使用的日期。
    #[field("启用日期", "Opened on", public)]
    pub opened_on: Option<Date>,
    /// Its place, CGCS2000 or WGS 84.
    ///
    /// 设施的经纬度。
    #[field("位置", "Location", public)]
    pub location: Option<Point>,
    /// Its address.
    ///
    /// 设施的详细地址。
    #[field("地址", "Address", public)]
    pub address: Option<Text<200>>,
    /// Its phone, open to the public.
    ///
    /// 设施对外公布的电话。
    #[field("联系电话", "Phone", public)]
    pub phone: Option<Phone>,
    /// Whether it is in use.
    ///
    /// 当前使用状态。
    #[field("状态", "Status", public)]
    pub status: EntityStatus,
}

/// A window at which matters are handled.
///
/// 设施内办理事项的一个窗口。
#[part("服务窗口", "Service window")]
pub struct Window {
    /// Number of the window, unique in its facility.
    ///
    /// 窗口编号；同一设施内不重复。
    #[field("窗口编号", "Window number", public)]
    pub number: Text<16>,
    /// Name of the window.
    ///
    /// 窗口名称，如“社会救助”“综合窗口”。
    #[field("窗口名称", "Window name", public)]
    pub name: Name<50>,
    /// Matters handled here.
    ///
    /// 在该窗口办理的服务事项。
    #[field("办理事项", "Services", public)]
    pub services: Set<Ref<Service>>,
}
