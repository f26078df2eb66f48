//! The provinces in a few numbers of the census of 2020.

/// A province.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProvinceFacts {
    /// Its two digits.
    pub(crate) code: u32,
    /// People in ten thousands.
    pub(crate) people: u32,
    /// Of a thousand people those who live in towns.
    pub(crate) urban: u32,
    /// People of a hundred family households.
    pub(crate) household: u32,
    /// The dialling code of its capital.
    pub(crate) area_code: &'static str,
    /// Longitude and latitude of its capital in hundredths of a degree.
    pub(crate) capital: (i32, i32),
    /// The commonest minority and its share in a thousand.
    pub(crate) minority: (&'static str, u32),
}

type Row = (u32, u32, u32, u32, &'static str, (i32, i32), (&'static str, u32));

/// Code, people, urban share, household size, dialling code, capital, minority.
#[rustfmt::skip]
const ROWS: [Row; 31] = [
    (11, 2189, 875, 231, "010", (11640, 3990), ("11", 20)),
    (12, 1386, 847, 240, "022", (11720, 3913), ("03", 14)),
    (13, 7461, 601, 275, "0311", (11448, 3803), ("11", 30)),
    (14, 3491, 625, 252, "0351", (11253, 3787), ("03", 3)),
    (15, 2404, 675, 235, "0471", (11167, 4082), ("02", 177)),
    (21, 4259, 721, 229, "024", (12343, 4180), ("11", 121)),
    (22, 2407, 626, 234, "0431", (12532, 4388), ("10", 39)),
    (23, 3185, 656, 222, "0451", (12663, 4575), ("11", 15)),
    (31, 2487, 893, 232, "021", (12147, 3123), ("03", 4)),
    (32, 8474, 734, 260, "025", (11878, 3205), ("03", 2)),
    (33, 6456, 722, 235, "0571", (12015, 3027), ("08", 6)),
    (34, 6102, 583, 261, "0551", (11727, 3186), ("03", 6)),
    (35, 4154, 687, 268, "0591", (11930, 2608), ("22", 9)),
    (36, 4518, 604, 294, "0791", (11589, 2868), ("22", 2)),
    (37, 10152, 631, 270, "0531", (11700, 3667), ("03", 6)),
    (41, 9936, 554, 286, "0371", (11366, 3476), ("03", 10)),
    (42, 5775, 629, 265, "027", (11430, 3060), ("15", 37)),
    (43, 6644, 588, 267, "0731", (11294, 2823), ("15", 40)),
    (44, 12601, 741, 263, "020", (11326, 2313), ("08", 11)),
    (45, 5012, 542, 287, "0771", (10833, 2284), ("08", 314)),
    (46, 1008, 603, 306, "0898", (11035, 2002), ("19", 145)),
    (50, 3205, 695, 245, "023", (10654, 2959), ("15", 45)),
    (51, 8367, 567, 251, "028", (10407, 3067), ("07", 39)),
    (52, 3856, 532, 281, "0851", (10671, 2657), ("06", 117)),
    (53, 4720, 501, 288, "0871", (10273, 2504), ("07", 107)),
    (54, 364, 357, 319, "0891", (9111, 2997), ("04", 860)),
    (61, 3952, 627, 253, "029", (10895, 3427), ("03", 4)),
    (62, 2501, 522, 277, "0931", (10382, 3606), ("03", 52)),
    (63, 592, 601, 279, "0971", (10178, 3662), ("04", 251)),
    (64, 720, 650, 265, "0951", (10627, 3847), ("03", 350)),
    (65, 2585, 565, 281, "0991", (8760, 4379), ("05", 449)),
];

/// All of them, in the order of their codes.
pub(crate) fn provinces() -> Vec<ProvinceFacts> {
    ROWS.iter()
        .map(|&(code, people, urban, household, area_code, capital, minority)| ProvinceFacts {
            code,
            people,
            urban,
            household,
            area_code,
            capital,
            minority,
        })
        .collect()
}
