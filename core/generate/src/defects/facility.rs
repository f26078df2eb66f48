//! FAC001-FAC006: service centres and their windows.

use shequ::Kind;

use super::super::day::Day;
use super::{Defect, Draft, Outcome, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "FAC001", what: "a rural centre lacks a function", kinds: FACILITY, inject: function },
    Defect { rule: "FAC002", what: "a rural centre without the sign", kinds: FACILITY, inject: sign },
    Defect { rule: "FAC003", what: "two windows with one number", kinds: FACILITY, inject: same_number },
    Defect { rule: "FAC004", what: "more activity area than area", kinds: FACILITY, inject: larger_part },
    Defect { rule: "FAC005", what: "little area for activities", kinds: FACILITY, inject: little_area },
    Defect { rule: "FAC006", what: "one-stop service without windows", kinds: FACILITY, inject: no_windows },
];

const FACILITY: &[Kind] = &[Kind::Facility];

fn function(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/kind", "rural_service_centre")?;
    let index = scene.random.index(draft.len("/functions").max(1));
    draft.remove(&format!("/functions/{index}"))?;
    alone("FAC001", "/functions")
}

fn sign(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/kind", "rural_service_centre")?;
    draft.set("/unified_sign", false)?;
    alone("FAC002", "/unified_sign")
}

fn same_number(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let number = draft.text("/windows/0/number")?.to_owned();
    let second = draft.get("/windows/0")?.clone();
    let end = draft.len("/windows");
    draft.set(&format!("/windows/{end}"), second)?;
    draft.set(&format!("/windows/{end}/number"), number)?;
    alone("FAC003", format!("/windows/{end}/number"))
}

fn larger_part(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let area = draft.count("/area_m2")?;
    draft.set("/activity_area_m2", area + 1)?;
    alone("FAC004", "/activity_area_m2")
}

/// The plan aims at it until 2025.
fn little_area(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let asks = matches!(draft.text("/kind"), Some("service_centre" | "service_station"));
    if !asks || scene.as_of < Day::new(2021, 12, 27) || scene.as_of >= Day::new(2026, 1, 1) {
        return None;
    }
    let area = draft.count("/area_m2")?;
    draft.set("/activity_area_m2", area * 59 / 100)?;
    alone("FAC005", "/activity_area_m2")
}

/// Where nothing was said of windows before, nothing else is missed.
fn no_windows(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.remove("/windows");
    draft.set("/one_stop", true)?;
    Some(vec![made("FAC006", "/windows")])
}
