//! Words of which names of places, roads, activities and services are made.

/// First parts of the names of urban communities.
#[rustfmt::skip]
pub(crate) const COMMUNITY_HEADS: [&str; 24] = [
    "和平", "建设", "文化", "光明", "朝阳", "新华", "幸福", "友谊", "团结", "长安", "金桥", "锦绣",
    "阳光", "翠竹", "玉泉", "书香", "滨河", "东风", "康乐", "安居", "春晖", "景明", "枫林", "丹桂",
];
/// Second parts.
pub(crate) const COMMUNITY_TAILS: [&str; 9] = ["", "里", "苑", "东", "西", "南", "北", "新村", "家园"];

/// First parts of the names of villages.
#[rustfmt::skip]
pub(crate) const VILLAGE_HEADS: [&str; 24] = [
    "王家", "李家", "张家", "刘家", "陈家", "杨家", "赵家", "黄家", "周家", "吴家", "徐家", "孙家",
    "大柳", "小河", "石桥", "青山", "白杨", "红星", "前进", "柳树", "桃花", "双井", "龙泉", "三合",
];
/// Second parts.
pub(crate) const VILLAGE_TAILS: [&str; 9] = ["庄", "沟", "湾", "堡", "营", "岭", "店", "屯", "塘"];

/// Names of townships and subdistricts are made of these; none of the 128 was a township anywhere in 2023, so that
/// no true place has the codes that are made up for them and what lies below.
#[rustfmt::skip]
pub(crate) const TOWNSHIP_HEADS: [&str; 16] = [
    "星", "晴", "松", "溪", "荷", "鹿", "槐", "枫", "桐", "杏", "榆", "棠", "菱", "梨", "兰", "芷",
];
/// Second parts.
pub(crate) const TOWNSHIP_TAILS: [&str; 8] = ["禾", "渡", "汀", "岫", "岚", "漪", "墅", "澄"];

/// Made-up roads; the house numbers above 9000 that go with them are beyond any road's.
#[rustfmt::skip]
pub(crate) const ROADS: [&str; 16] = [
    "云禾路", "星槐路", "知远路", "青榆街", "听泉路", "望舒街", "和煦路", "松间路",
    "晴川街", "竹里路", "沐阳街", "拾光路", "鹿鸣街", "云起路", "溪语路", "荷风街",
];

/// A number from 1 to 99 as names write it: `十二`.
pub(crate) fn numeral(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = ((number / 10 % 10) as usize, (number % 10) as usize);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        _ => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_those_of_names() {
        let numerals = [1, 10, 12, 20, 21].map(numeral);
        assert_eq!(numerals, ["一", "十", "十二", "二十", "二十一"]);
    }
}
