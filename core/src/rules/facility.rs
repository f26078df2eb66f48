//! FAC: what a facility must offer, and what its figures say of one another.

use std::collections::HashSet;

use super::{Context, Ruled, community};
use crate::Lang;
use crate::codes::{Code, FacilityFunction, FacilityKind};
use crate::field::{Area, ListView, Slot};
use crate::finding::Param;
use crate::model::{Facility, FacilityView, Window};
use crate::rule::{Basis, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&FAC001, &FAC002, &FAC003, &FAC004, &FAC005, &FAC006];

rule! {
    /// The policy wants one centre in every rural community that does all four.
    pub static FAC001 = {
        name: "rural-centre-functions",
        severity: Warning,
        scope: Record,
        records: [Facility],
        title: "农村综合性社区服务中心功能不全" / "rural service centre lacks functions",
        why: "政策文件要求农村综合性社区服务中心具备办公、管理、服务、活动等多种功能"
            / "the policy asks a rural service centre for office, management, service and activity",
        message: "农村综合性社区服务中心缺少功能：{missing}" / "the rural service centre lacks: {missing}",
        advice: "请实地核对该中心的用房和功能：已具备而漏填的请补填，确不具备的请报街道（乡镇）列入建设计划"
            / "look at its rooms: add functions that were left out, and report those that it really lacks to the subdistrict or township for the building plan",
        basis: [Basis::policy("3.5", "具备办公、管理、服务、活动等多种功能")],
        params: ["missing"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The policy wants the unified sign on every rural centre.
    pub static FAC002 = {
        name: "rural-centre-without-sign",
        severity: Warning,
        scope: Record,
        records: [Facility],
        title: "农村综合性社区服务中心无统一标识" / "rural service centre without the unified sign",
        why: "政策文件要求每个农村社区有一个统一标识的综合性社区服务中心"
            / "the policy asks for one service centre with the unified sign in every rural community",
        message: "农村综合性社区服务中心应有统一标识" / "a rural service centre should bear the unified sign",
        advice: "请实地核对：已悬挂统一标识的，请改为“是”；尚未悬挂的，请按省、市统一要求制作悬挂"
            / "look at the place: set the field to true where the sign is up; where it is not have one made as the province or city asks",
        basis: [Basis::policy("3.5", "统一标识的综合性社区服务中心")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A window is found by its number, so each has its own.
    pub static FAC003 = {
        name: "window-number-repeated",
        severity: Error,
        scope: Record,
        records: [Facility],
        title: "服务窗口编号重复" / "two windows with one number",
        why: "居民和叫号系统按编号找窗口；编号重复，事项会指到别的窗口"
            / "residents and queue systems find a window by its number; with one number twice matters lead to the wrong window",
        message: "窗口编号与前面的窗口重复" / "the number is already that of a window before it",
        advice: "请核对窗口牌，为每个窗口填写各自的编号；同一窗口录了两次的，请合并为一条"
            / "compare the numbers with the signs at the windows; where one window was entered twice merge the two",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The area for activities is a part of the floor area.
    pub static FAC004 = {
        name: "activity-area-exceeds-area",
        severity: Error,
        scope: Record,
        records: [Facility],
        title: "居民活动面积大于建筑面积" / "activity area larger than floor area",
        why: "居民活动面积是建筑面积的一部分；更大说明有一项录错，或把室外场地算了进去"
            / "the area for activities is a part of the floor area; a larger one is mistyped, or holds outdoor grounds",
        message: "居民活动面积大于建筑面积" / "the activity area is larger than the floor area",
        advice: "请对照房产资料核对两项面积和单位（平方米）；室外场地不计入居民活动面积"
            / "compare both with the papers of the building, in square metres; outdoor grounds do not count",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The national plan wants most of a centre for residents, not for offices.
    pub static FAC005 = {
        name: "activity-area-share",
        severity: Warning,
        scope: Record,
        records: [Facility],
        title: "居民活动面积占比偏低" / "too little activity area",
        why: "《“十四五”城乡社区服务体系建设规划》（国办发〔2021〕56号）提出，到2025年社区综合服务设施中居民活动区域面积占比达到60%以上；这是规划目标，不是强制要求"
            / "the national plan for 2021 to 2025 aims at 60 % and more of a service facility for the activities of residents by 2025; it is an aim, not a duty",
        message: "居民活动面积不足建筑面积的{share}%，低于规划目标" / "the activity area is under the {share} % of the floor area that the plan aims at",
        advice: "请核对两项面积；情况属实的，请精简办公用房、增加居民活动区域，并报街道（乡镇）"
            / "check both areas; where they are right give office rooms over to residents and report it to the subdistrict or township",
        basis: [Basis::domain("7.3").from("2021-12-27").to("2026-01-01")],
        in_force: "2021-12-27".."2026-01-01",
        params: ["share"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// One-stop service happens at windows; without one the claim cannot be right.
    pub static FAC006 = {
        name: "one-stop-without-windows",
        severity: Warning,
        scope: Record,
        records: [Facility],
        title: "一站式服务未填服务窗口" / "one-stop service without windows",
        why: "政策文件提倡一站式服务并合理设置服务窗口；没有窗口，居民不知道到哪里办"
            / "the policy wants one-stop service at well-placed windows; without one residents do not know where to go",
        message: "提供一站式服务，但没有填写服务窗口" / "all matters are handled in one place, but no window is entered",
        advice: "请补填服务窗口和办理事项；不提供一站式服务的，请将该项改为“否”"
            / "enter the windows with their matters; where there is no one-stop service set the field to false",
        basis: [Basis::policy("3.2", "合理设置服务窗口")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// The least share of the activity area in hundredths.
const ACTIVITY_SHARE: i64 = 60;

impl Ruled for Facility {
    fn check(view: &FacilityView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if let Slot::Known(FacilityKind::RuralServiceCentre) = view.kind {
            check_functions(view.functions, sink);
            if let Slot::Known(false) = view.unified_sign {
                sink.report(&FAC002, "/unified_sign", vec![]);
            }
        }
        if let Slot::Known(windows) = view.windows {
            check_numbers(windows, sink);
        }
        if let (Slot::Known(area), Slot::Known(activity)) = (view.area_m2, view.activity_area_m2) {
            check_areas(view.kind, area, activity, sink);
        }
        if view.one_stop == Slot::Known(true) && view.windows.is_absent() {
            sink.report(&FAC006, "/windows", vec![]);
        }
        community::check_point(view.location, context, sink);
    }
}

/// FAC001.
fn check_functions(functions: Slot<ListView<'_, FacilityFunction>>, sink: &mut Sink<'_>) {
    let missing = match functions {
        Slot::Absent => FacilityFunction::all().to_vec(),
        Slot::Unknown => return,
        Slot::Known(functions) => unnamed(functions.iter()),
    };
    if !missing.is_empty() {
        sink.report(&FAC001, "/functions", vec![("missing", labels(&missing))]);
    }
}

/// The codes of a closed table that a list does not name; none where its unreadable items may be these.
pub(super) fn unnamed<C: Code>(list: impl Iterator<Item = Slot<C>>) -> Vec<C> {
    let (mut named, mut unreadable) = (Vec::new(), 0);
    for item in list {
        match item {
            Slot::Known(code) => named.push(code),
            Slot::Absent | Slot::Unknown => unreadable += 1,
        }
    }
    let missing: Vec<C> = C::all().iter().copied().filter(|code| !named.contains(code)).collect();
    if missing.len() > unreadable { missing } else { Vec::new() }
}

/// Codes as messages show them.
pub(super) fn labels<C: Code>(codes: &[C]) -> Param {
    let label = |lang| move |code: &C| code.label(lang).to_lowercase();
    let [zh, en]: [Vec<String>; 2] = [Lang::Zh, Lang::En].map(|lang| codes.iter().map(label(lang)).collect());
    Param::Phrase(zh.join("、"), en.join(", "))
}

/// FAC003 on each window whose number an earlier one has.
fn check_numbers(windows: ListView<'_, Window>, sink: &mut Sink<'_>) {
    let mut seen = HashSet::new();
    for (index, window) in windows.known() {
        if window.number.known().is_some_and(|number| !seen.insert(number)) {
            sink.report(&FAC003, format!("/windows/{index}/number"), vec![]);
        }
    }
}

/// FAC004 and FAC005.
fn check_areas(kind: Slot<FacilityKind>, area: Area, activity: Area, sink: &mut Sink<'_>) {
    if activity > area {
        sink.report(&FAC004, "/activity_area_m2", vec![]);
    }
    let for_residents =
        matches!(kind, Slot::Known(FacilityKind::ServiceCentre | FacilityKind::ServiceStation));
    if for_residents && activity.hundredths() * 100 < area.hundredths() * ACTIVITY_SHARE {
        sink.report(&FAC005, "/activity_area_m2", vec![("share", Param::Number(ACTIVITY_SHARE))]);
    }
}
