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
    /// The commonest minority and its share in a thousand.
    pub(crate) minority: (&'static str, u32),
}

type Row = (u32, u32, u32, u32, &'static str, (&'static str, u32));

/// Code, people, urban share, household size, dialling code, minority.
#[rustfmt::skip]
const ROWS: [Row; 31] = [
    (11, 2189, 875, 231, "010", ("11", 20)),
    (12, 1386, 847, 240, "022", ("03", 14)),
    (13, 7461, 601, 275, "0311", ("11", 30)),
    (14, 3491, 625, 252, "0351", ("03", 3)),
    (15, 2404, 675, 235, "0471", ("02", 177)),
    (21, 4259, 721, 229, "024", ("11", 121)),
    (22, 2407, 626, 234, "0431", ("10", 39)),
    (23, 3185, 656, 222, "0451", ("11", 15)),
    (31, 2487, 893, 232, "021", ("03", 4)),
    (32, 8474, 734, 260, "025", ("03", 2)),
    (33, 6456, 722, 235, "0571", ("08", 6)),
    (34, 6102, 583, 261, "0551", ("03", 6)),
    (35, 4154, 687, 268, "0591", ("22", 9)),
    (36, 4518, 604, 294, "0791", ("22", 2)),
    (37, 10152, 631, 270, "0531", ("03", 6)),
    (41, 9936, 554, 286, "0371", ("03", 10)),
    (42, 5775, 629, 265, "027", ("15", 37)),
    (43, 6644, 588, 267, "0731", ("15", 40)),
    (44, 12601, 741, 263, "020", ("08", 11)),
    (45, 5012, 542, 287, "0771", ("08", 314)),
    (46, 1008, 603, 306, "0898", ("19", 145)),
    (50, 3205, 695, 245, "023", ("15", 45)),
    (51, 8367, 567, 251, "028", ("07", 39)),
    (52, 3856, 532, 281, "0851", ("06", 117)),
    (53, 4720, 501, 288, "0871", ("07", 107)),
    (54, 364, 357, 319, "0891", ("04", 860)),
    (61, 3952, 627, 253, "029", ("03", 4)),
    (62, 2501, 522, 277, "0931", ("03", 52)),
    (63, 592, 601, 279, "0971", ("04", 251)),
    (64, 720, 650, 265, "0951", ("03", 350)),
    (65, 2585, 565, 281, "0991", ("05", 449)),
];

/// All of them, in the order of their codes.
pub(crate) fn provinces() -> Vec<ProvinceFacts> {
    ROWS.iter()
        .map(|&(code, people, urban, household, area_code, minority)| ProvinceFacts {
            code,
            people,
            urban,
            household,
            area_code,
            minority,
        })
        .collect()
}
