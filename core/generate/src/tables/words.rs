//! Words of which names of places, roads, activities and services are made.

/// First parts of the names of urban communities.
#[rustfmt::skip]
pub(crate) const COMMUNITY_HEADS: [&str; 24] = [
    "和平", "建设", "文化", "光明", "朝阳", "新华", "幸福", "友谊", "团结", "长安", "金桥", "锦绣",
    "阳光", "翠竹", "玉泉", "学苑", "滨河", "东风", "康乐", "安居", "春晖", "景明", "枫林", "桂园",
];
/// Second parts.
pub(crate) const COMMUNITY_TAILS: [&str; 9] = ["", "里", "苑", "东", "西", "南", "北", "新村", "花园"];

/// First parts of the names of villages, before 家 or not.
#[rustfmt::skip]
pub(crate) const VILLAGE_HEADS: [&str; 24] = [
    "王家", "李家", "张家", "刘家", "陈家", "杨家", "赵家", "黄家", "周家", "吴家", "徐家", "孙家",
    "大柳", "小河", "石桥", "青山", "白杨", "红星", "前进", "上庄", "下坪", "双井", "龙泉", "三合",
];
/// Second parts.
pub(crate) const VILLAGE_TAILS: [&str; 9] = ["庄", "沟", "湾", "堡", "营", "岭", "店", "屯", "塘"];

/// Names of townships and subdistricts.
#[rustfmt::skip]
pub(crate) const TOWNSHIPS: [&str; 30] = [
    "城关", "东关", "西关", "南关", "北关", "解放", "人民", "新城", "河东", "河西", "永安", "兴隆", "太平", "安宁", "龙山",
    "凤凰", "清河", "石门", "白云", "大桥", "柳林", "花山", "五里", "泉水", "金山", "银河", "梧桐", "高岭", "双河", "临江",
];

/// Made-up roads; the house numbers above 9000 that go with them are beyond any road's.
#[rustfmt::skip]
pub(crate) const ROADS: [&str; 16] = [
    "云禾路", "星槐路", "知远路", "青榆街", "听泉路", "望舒街", "和煦路", "松间路",
    "晴川街", "竹里路", "沐阳街", "拾光路", "鹿鸣街", "云起路", "溪语路", "荷风街",
];
