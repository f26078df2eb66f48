//! Places on the map.

use shequ_macros::part;

use crate::field::{Latitude, Longitude};

/// A point on the earth's surface, CGCS2000 or WGS 84.
///
/// 地理位置，2000国家大地坐标系或WGS 84坐标系。
#[part("位置", "Point")]
pub struct Point {
    /// Degrees east, -180 to 180; in China 73 to 136.
    ///
    /// 东经为正，十进制度；我国在73至136之间。
    #[field("经度", "Longitude", public)]
    pub longitude: Longitude,
    /// Degrees north, -90 to 90; in China 3 to 54.
    ///
    /// 北纬为正，十进制度；我国在3至54之间。
    #[field("纬度", "Latitude", public)]
    pub latitude: Latitude,
}
