//! Places on the map.

use shequ_macros::part;

use crate::field::{Latitude, Longitude};

/// A point on the earth's surface in degrees, CGCS2000 or WGS 84.
#[part("位置", "Point")]
pub struct Point {
    /// Degrees east, -180 to 180.
    #[field("经度", "Longitude", public)]
    pub longitude: Longitude,
    /// Degrees north, -90 to 90.
    #[field("纬度", "Latitude", public)]
    pub latitude: Latitude,
}
