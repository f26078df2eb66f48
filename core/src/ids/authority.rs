//! Who registers bodies, and as what: the first two characters of a credit code (GB 32100-2015, DOMAIN 4.3, READINGS
//! IDN010).

use crate::Words;

/// A registering authority, 登记管理部门: the first character of a credit code.
///
/// ```
/// use shequ::ids::{Authority, CreditCode};
/// let code = CreditCode::parse("51100000500002862F")?;
/// assert_eq!(code.authority(), Some(Authority::CivilAffairs));
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Authority {
    /// 1 机构编制.
    Establishment,
    /// 2 外交.
    ForeignAffairs,
    /// 3 司法行政.
    Justice,
    /// 4 文化.
    Culture,
    /// 5 民政.
    CivilAffairs,
    /// 6 旅游.
    Tourism,
    /// 7 宗教.
    Religion,
    /// 8 工会.
    TradeUnion,
    /// 9 工商 (市场监管).
    Market,
    /// A 中央军委改革和编制办公室.
    Military,
    /// N 农业.
    Agriculture,
    /// Y 其他.
    Other,
}

impl Authority {
    /// The authority of a first character, if there is one.
    pub const fn of(code: char) -> Option<Self> {
        Some(match code {
            '1' => Self::Establishment,
            '2' => Self::ForeignAffairs,
            '3' => Self::Justice,
            '4' => Self::Culture,
            '5' => Self::CivilAffairs,
            '6' => Self::Tourism,
            '7' => Self::Religion,
            '8' => Self::TradeUnion,
            '9' => Self::Market,
            'A' => Self::Military,
            'N' => Self::Agriculture,
            'Y' => Self::Other,
            _ => return None,
        })
    }

    /// The character in a credit code.
    pub const fn code(self) -> char {
        match self {
            Self::Establishment => '1',
            Self::ForeignAffairs => '2',
            Self::Justice => '3',
            Self::Culture => '4',
            Self::CivilAffairs => '5',
            Self::Tourism => '6',
            Self::Religion => '7',
            Self::TradeUnion => '8',
            Self::Market => '9',
            Self::Military => 'A',
            Self::Agriculture => 'N',
            Self::Other => 'Y',
        }
    }

    /// The name in both languages.
    pub const fn words(self) -> Words {
        match self {
            Self::Establishment => Words::new("机构编制", "establishment of public bodies"),
            Self::ForeignAffairs => Words::new("外交", "foreign affairs"),
            Self::Justice => Words::new("司法行政", "administration of justice"),
            Self::Culture => Words::new("文化", "culture"),
            Self::CivilAffairs => Words::new("民政", "civil affairs"),
            Self::Tourism => Words::new("旅游", "tourism"),
            Self::Religion => Words::new("宗教", "religious affairs"),
            Self::TradeUnion => Words::new("工会", "trade unions"),
            Self::Market => Words::new("市场监管", "market regulation"),
            Self::Military => Words::new("中央军委改革和编制办公室", "military reform and establishment"),
            Self::Agriculture => Words::new("农业农村", "agriculture and rural affairs"),
            Self::Other => Words::new("其他", "other"),
        }
    }
}

/// An authority and what it registers, 机构类别: the first two characters of a credit code.
///
/// ```
/// use shequ::{Lang, ids::Category};
/// let category = Category::of("52").unwrap();
/// assert_eq!(category.words().get(Lang::Zh), "民办非企业单位（社会服务机构）");
/// assert_eq!(Category::of("56"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Category {
    authority: Authority,
    code: &'static str,
}

impl Category {
    /// The category of two characters, if there is one.
    pub fn of(code: &str) -> Option<Self> {
        let authority = Authority::of(code.chars().next()?)?;
        let (code, _) = CATEGORIES.iter().find(|(known, _)| *known == code)?;
        Some(Self { authority, code })
    }

    /// All categories, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        CATEGORIES.iter().filter_map(|(code, _)| Self::of(code))
    }

    /// The registering authority.
    pub const fn authority(self) -> Authority {
        self.authority
    }

    /// The two characters.
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// The name in both languages.
    pub fn words(self) -> Words {
        CATEGORIES.iter().find(|(code, _)| *code == self.code).map_or(OTHER, |(_, words)| *words)
    }
}

/// Whether the first two characters of a credit code name an authority and a category; without a search through names.
pub(super) fn is_category(first: u8, second: u8) -> bool {
    let seconds: &[u8] = match first {
        b'1' | b'9' | b'N' => b"1239",
        b'2' | b'4' | b'8' | b'A' => b"19",
        b'3' | b'5' => b"123459",
        b'6' | b'7' => b"129",
        b'Y' => b"1",
        _ => b"",
    };
    seconds.contains(&second)
}

const OTHER: Words = Words::new("其他", "other");

/// 54 and 55 stand in no published table of the standard, but in practice for the two committees (READINGS IDN010).
#[rustfmt::skip]
static CATEGORIES: [(&str, Words); 39] = [
    ("11", Words::new("机关", "state organ")),
    ("12", Words::new("事业单位", "public institution")),
    ("13", Words::new("编办直接管理机构编制的群众团体", "mass organisation of the state establishment")),
    ("19", OTHER),
    ("21", Words::new("外国常驻新闻机构", "resident foreign news agency")),
    ("29", OTHER),
    ("31", Words::new("律师执业机构", "law firm")),
    ("32", Words::new("公证处", "notary office")),
    ("33", Words::new("基层法律服务所", "grassroots legal service office")),
    ("34", Words::new("司法鉴定机构", "forensic institution")),
    ("35", Words::new("仲裁委员会", "arbitration commission")),
    ("39", OTHER),
    ("41", Words::new("外国在华文化中心", "foreign cultural centre")),
    ("49", OTHER),
    ("51", Words::new("社会团体", "society")),
    ("52", Words::new("民办非企业单位（社会服务机构）", "private non-enterprise unit (social service institution)")),
    ("53", Words::new("基金会", "foundation")),
    ("54", Words::new("村民委员会", "villagers' committee")),
    ("55", Words::new("居民委员会", "residents' committee")),
    ("59", OTHER),
    ("61", Words::new("外国旅游部门常驻代表机构", "resident office of a foreign tourism authority")),
    ("62", Words::new("港澳台地区旅游部门常驻代表机构", "resident office of a Hong Kong, Macao or Taiwan tourism authority")),
    ("69", OTHER),
    ("71", Words::new("宗教活动场所", "place of religious activity")),
    ("72", Words::new("宗教院校", "religious school")),
    ("79", OTHER),
    ("81", Words::new("基层工会", "grassroots trade union")),
    ("89", OTHER),
    ("91", Words::new("企业", "enterprise")),
    ("92", Words::new("个体工商户", "individual business")),
    ("93", Words::new("农民专业合作社", "farmers' cooperative")),
    ("99", OTHER),
    ("A1", Words::new("军队事业单位", "military public institution")),
    ("A9", OTHER),
    ("N1", Words::new("组级集体经济组织", "collective economy of a villagers' group")),
    ("N2", Words::new("村级集体经济组织", "collective economy of a village")),
    ("N3", Words::new("乡镇级集体经济组织", "collective economy of a township")),
    ("N9", OTHER),
    ("Y1", OTHER),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_and_test_agree() {
        let known: Vec<&str> = Category::all().map(Category::code).collect();
        for first in 0..128_u8 {
            for second in 0..128_u8 {
                let code = String::from_utf8(vec![first, second]).unwrap_or_default();
                assert_eq!(is_category(first, second), known.contains(&code.as_str()), "{code}");
            }
        }
        assert!(known.is_sorted());
    }

    #[test]
    fn codes_and_authorities_agree() {
        for category in Category::all() {
            assert_eq!(category.code().chars().next(), Some(category.authority().code()));
        }
    }
}
