//! COM001-COM006 and COM008: a community, its code and its place.

use super::compare::is_day_before;
use super::{Context, Ruled, Settings};
use crate::Words;
use crate::codes::{CommunityKind, EntityStatus, UrbanRural};
use crate::field::{Date, ListView, Slot};
use crate::finding::Param;
use crate::ids::CommunityCode;
use crate::model::{Community, CommunityView, PointView};
use crate::rule::{Basis, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&COM001, &COM002, &COM003, &COM004, &COM005, &COM006, &COM008];

rule! {
    /// What no longer exists must say since when, and what exists has no such day: totals of a year depend on it.
    pub static COM001 = {
        name: "community-closing-day",
        severity: Error,
        scope: Record,
        records: [Community],
        title: "撤销日期与社区状态不符" / "closing day does not go with the status",
        why: "按年度统计社区数量要靠撤销日期；缺少或误填都会使在册社区数算错"
            / "how many communities there were in a year is counted by this day; without it, or with a wrong one, the count is off",
        message: "撤销日期与社区状态不符：{fault}" / "the closing day does not go with the status: {fault}",
        advice: "请查阅县（市、区）政府关于社区调整的批复，填写撤销日期（存续的最后一天）；社区仍然存在的，请删去撤销日期或改正状态"
            / "take the last day of its existence from the decision of the county or district government; where the community still exists remove the day or correct the status",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Successors are the only way from the figures of an old community to those of today.
    pub static COM002 = {
        name: "community-successors",
        severity: Error,
        scope: Record,
        records: [Community],
        title: "承继社区代码缺失或有误" / "successors missing, or the community itself",
        why: "社区合并、拆分后，历史数据要靠承继社区代码接到现在的社区"
            / "after a merger or a split the figures of the past reach the community of today through its successors alone",
        message: "承继社区代码有误：{fault}" / "the successors are wrong: {fault}",
        advice: "请查阅县（市、区）政府关于社区调整的批复，填写承继本社区的社区代码；代码沿用的，原社区并未撤销，请将状态改为“正常”"
            / "take the communities that took its place from the decision of the county or district government; where the code was kept the community goes on, so set the status to active",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Partly,
    }
}

rule! {
    /// The dates of a community are facts of the past and stand in one order.
    pub static COM003 = {
        name: "community-dates",
        severity: Error,
        scope: Record,
        records: [Community],
        title: "设立日期或撤销日期有误" / "dates of establishment or closing wrong",
        why: "先撤销后设立、尚未发生的日期，说明日期录错，历年社区数会算错"
            / "a closing before the establishment, or a day still to come, is mistyped and spoils the counts of the years",
        message: "设立日期或撤销日期有误：{fault}" / "the dates are wrong: {fault}",
        advice: "请对照设立和撤销社区的批复核对日期，特别是年份；已批准但尚未生效的撤销，请生效后再填"
            / "compare the days with the decisions on establishment and closing, the years above all; enter a closing that is still to come once it takes effect",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The last three digits of the code tell residents' from villagers' committees, but practice has exceptions.
    pub static COM004 = {
        name: "community-code-band",
        severity: Warning,
        scope: Record,
        records: [Community],
        title: "社区代码末三位与社区类型不符" / "code band does not fit the kind",
        why: "社区代码末三位分段表示居委会和村委会；与社区类型对不上，多为代码或类型录错，也可能是村改居后代码未换"
            / "bands of the last three digits tell residents' from villagers' committees; where the kind differs one is wrong, or the code was kept when the village was converted",
        message: "社区代码末三位与社区类型不符：城市社区应为{urban}，农村社区应为{rural}，村改居社区可为其中任一段"
            / "the last three digits of the code do not fit the kind: urban {urban}, rural {rural}, converted either",
        advice: "请向县级统计机构查询现行的统计用区划代码，核对代码和社区类型；村委会已改为居委会的，类型请填“村改居社区”；与现行代码一致的，可不作修改"
            / "ask the statistics office of the county for the present code and compare code and kind; for a village that became a residents' committee the kind is converted; where the code is the present one leave it",
        basis: [Basis::domain("3.3")],
        params: ["urban", "rural"],
        parameters: [("urban_bands", "1,199,400,499"), ("rural_bands", "200,399,500,599")],
        enforced_by: Library,
    }
}

rule! {
    /// Class 220 is the village of the statisticians; an urban community in it is mostly a slip.
    pub static COM005 = {
        name: "urban-community-in-village-class",
        severity: Warning,
        scope: Record,
        records: [Community],
        title: "城市社区的城乡分类为村庄" / "urban community in a village class",
        why: "城乡分类220是村庄；城市社区归入村庄，城镇人口会少计"
            / "class 220 is a village; an urban community in it makes the urban population too small",
        message: "城市社区的城乡分类代码不应为220（村庄）" / "the class of an urban community should not be 220, a village",
        advice: "请向县级统计机构查询城乡分类代码；分类属实的，请核对社区类型是否应为农村社区或村改居社区"
            / "ask the statistics office of the county for the class; where it is right the kind may be rural or converted",
        basis: [Basis::domain("3.4")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The ending of the name says which committee the community has; kind and name should agree.
    pub static COM006 = {
        name: "community-name-ending",
        severity: Warning,
        scope: Record,
        records: [Community],
        title: "社区类型与名称不符" / "kind does not fit the ending of the name",
        why: "名称末尾是居委会还是村委会，应与社区类型一致；不一致的多为类型选错或村改居后名称未改"
            / "the name ends in the kind of committee; where the kind differs it is wrong, or the name was kept when the village was converted",
        message: "社区类型与名称不符：城市社区、村改居社区的名称不应以“村民委员会”“村委会”结尾，农村社区的名称不应以“居民委员会”“居委会”结尾"
            / "the kind does not fit the name: those of urban and converted communities do not end in 村民委员会 or 村委会, those of rural ones not in 居民委员会 or 居委会",
        advice: "请对照设立社区的批复或统一社会信用代码证书核对名称和类型；名称确实未改的，可不作修改"
            / "compare name and kind with the decision on the establishment or the committee's certificate of the credit code; where the old name is still in force leave it",
        basis: [Basis::domain("3.3")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Degrees that are possible and yet far from China are mostly exchanged, or in another unit.
    pub static COM008 = {
        name: "point-outside-china",
        severity: Warning,
        scope: Record,
        records: [Community, Facility],
        title: "位置不在中国境内" / "point outside China",
        why: "位置偏到境外，地图上无法显示，多为经纬度填反、度分秒未换算或漏录位数"
            / "such a point is on no map of the area: longitude and latitude are exchanged, minutes were taken for decimals, or digits are missing",
        message: "位置不在中国境内：经度应在{west}至{east}度之间，纬度应在{south}至{north}度之间"
            / "the point lies outside China: {west} to {east} degrees east and {south} to {north} degrees north are expected",
        advice: "请在天地图等地图上重新取点，按十进制度填写（CGCS2000或WGS 84），不填度分秒或平面坐标"
            / "take the point from a map again and enter decimal degrees (CGCS2000 or WGS 84), no minutes and seconds and no plane coordinates",
        hint: "{both}对调后位于中国境内，很可能填反了"
            / "with {both} exchanged it lies inside China: they are probably the wrong way round",
        basis: [Basis::OWN],
        params: ["west", "east", "south", "north", "both"],
        parameters: [("west", "73"), ("east", "136"), ("south", "3"), ("north", "54")],
        enforced_by: Library,
    }
}

impl Ruled for Community {
    fn check(view: &CommunityView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        check_closing(view.status, view.closed_on, sink);
        check_successors(view, sink);
        check_dates(view.established_on, view.closed_on, context, sink);
        check_band(view.code, view.kind, context, sink);
        if let (Slot::Known(CommunityKind::Urban), Slot::Known(UrbanRural::Village)) =
            (view.kind, view.urban_rural)
        {
            sink.report(&COM005, "/urban_rural", vec![]);
        }
        if let (Slot::Known(kind), Slot::Known(name)) = (view.kind, view.name) {
            check_name(kind, name, sink);
        }
        check_point(view.location, context, sink);
    }
}

/// COM001.
fn check_closing(status: Slot<EntityStatus>, closed_on: Slot<Date>, sink: &mut Sink<'_>) {
    use EntityStatus::{Abolished, Active, Merged, Split};
    let fault = match status.known() {
        Some(Merged | Split | Abolished) if closed_on.is_absent() => Words::new(
            "已合并、拆分或撤销的社区应填写撤销日期",
            "a community that was merged, split or abolished needs one",
        ),
        Some(Active) if closed_on.known().is_some() => {
            Words::new("状态正常的社区不得填写撤销日期", "an active community has none")
        }
        _ => return,
    };
    sink.report(&COM001, "/closed_on", vec![("fault", fault.into())]);
}

/// COM002.
fn check_successors(view: &CommunityView<'_>, sink: &mut Sink<'_>) {
    let needed = matches!(view.status, Slot::Known(EntityStatus::Merged | EntityStatus::Split));
    let fault = if needed && view.successors.is_absent() {
        Words::new("已合并或拆分的社区应填写承继社区代码", "a community that was merged or split needs them")
    } else if names(view.successors, view.code) {
        Words::new("承继社区不得为本社区", "a community is none of its own")
    } else {
        return;
    };
    sink.report(&COM002, "/successors", vec![("fault", fault.into())]);
}

/// Whether a code stands in a list.
fn names(list: Slot<ListView<'_, CommunityCode>>, code: Slot<CommunityCode>) -> bool {
    let (Slot::Known(list), Slot::Known(code)) = (list, code) else { return false };
    list.known().any(|(_, named)| named == code)
}

/// COM003 on each date that is wrong.
fn check_dates(established_on: Slot<Date>, closed_on: Slot<Date>, context: Context<'_>, sink: &mut Sink<'_>) {
    let as_of = context.as_of;
    let to_come = |date: Slot<Date>| date.known().is_some_and(|day| day.civil() > as_of);
    let mut report = |pointer, fault: Param| sink.report(&COM003, pointer, vec![("fault", fault)]);
    if to_come(established_on) {
        let zh = format!("设立日期晚于基准日{as_of}");
        report("/established_on", Param::Phrase(zh, format!("the day of establishment is after {as_of}")));
    }
    if to_come(closed_on) {
        let zh = format!("撤销日期晚于基准日{as_of}");
        report("/closed_on", Param::Phrase(zh, format!("the closing day is after {as_of}")));
    } else if is_day_before(closed_on, established_on) {
        let words = Words::new("撤销日期早于设立日期", "the closing day is before the day of establishment");
        report("/closed_on", words.into());
    }
}

/// COM004; a code in no band at all fits no kind, known or not.
fn check_band(
    code: Slot<CommunityCode>,
    kind: Slot<CommunityKind>,
    context: Context<'_>,
    sink: &mut Sink<'_>,
) {
    let Slot::Known(code) = code else { return };
    let [urban, rural] = ["urban_bands", "rural_bands"].map(|name| context.settings.numbers(&COM004, name));
    let within = |bands: &[f64]| {
        bands.chunks_exact(2).any(|band| (band[0]..=band[1]).contains(&f64::from(code.serial())))
    };
    let fits = match kind.known() {
        Some(CommunityKind::Urban) => within(urban),
        Some(CommunityKind::Rural) => within(rural),
        Some(CommunityKind::Converted) | None => within(urban) || within(rural),
    };
    if !fits {
        sink.report(&COM004, "/code", vec![("urban", written(urban)), ("rural", written(rural))]);
    }
}

/// Bands as messages show them: `001-199、400-499`.
fn written(bands: &[f64]) -> Param {
    let bands: Vec<String> =
        bands.chunks_exact(2).map(|band| format!("{:03}-{:03}", band[0], band[1])).collect();
    Param::Phrase(bands.join("、"), bands.join(" and "))
}

/// COM006.
fn check_name(kind: CommunityKind, name: &str, sink: &mut Sink<'_>) {
    let wrong = match kind {
        CommunityKind::Urban | CommunityKind::Converted => ["村民委员会", "村委会"],
        CommunityKind::Rural => ["居民委员会", "居委会"],
    };
    if wrong.iter().any(|ending| name.ends_with(ending)) {
        sink.report(&COM006, "/name", vec![]);
    }
}

/// COM008 on the location of a record.
pub(super) fn check_point(location: Slot<PointView<'_>>, context: Context<'_>, sink: &mut Sink<'_>) {
    let Slot::Known(point) = location else { return };
    let (Slot::Known(longitude), Slot::Known(latitude)) = (point.longitude, point.latitude) else { return };
    let frame = Frame::of(context.settings);
    if frame.holds(longitude.get(), latitude.get()) {
        return;
    }
    let mut params = frame.params();
    if frame.holds(latitude.get(), longitude.get()) {
        params.push(("both", Words::new("经度与纬度", "longitude and latitude").into()));
    }
    sink.report(&COM008, "/location", params);
}

/// The degrees between which China lies.
struct Frame([(&'static str, f64); 4]);

impl Frame {
    fn of(settings: &Settings) -> Self {
        Self(["west", "east", "south", "north"].map(|name| (name, settings.number(&COM008, name))))
    }

    fn holds(&self, longitude: f64, latitude: f64) -> bool {
        let [west, east, south, north] = self.0.map(|(_, degree)| degree);
        (west..=east).contains(&longitude) && (south..=north).contains(&latitude)
    }

    fn params(&self) -> Vec<(&'static str, Param)> {
        self.0.iter().map(|(name, degree)| (*name, degree.to_string().into())).collect()
    }
}
