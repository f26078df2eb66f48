//! COM001-COM006 and COM008: a community, its code and its place.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Part, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "COM001", what: "active with a closing day", kinds: COMMUNITY, inject: active_and_closed },
    Defect {
        rule: "COM001",
        what: "abolished without a closing day",
        kinds: COMMUNITY,
        inject: abolished_and_open,
    },
    Defect { rule: "COM002", what: "merged without successors", kinds: COMMUNITY, inject: no_successors },
    Defect { rule: "COM002", what: "its own successor", kinds: COMMUNITY, inject: own_successor },
    Defect {
        rule: "COM003",
        what: "established after the reference date",
        kinds: COMMUNITY,
        inject: to_come,
    },
    Defect {
        rule: "COM003",
        what: "closed before it was established",
        kinds: COMMUNITY,
        inject: closed_before,
    },
    Defect { rule: "COM004", what: "a code beyond all bands", kinds: COMMUNITY, inject: no_band },
    Defect { rule: "COM004", what: "a code of the other band", kinds: COMMUNITY, inject: other_band },
    Defect {
        rule: "COM005",
        what: "an urban community in the village class",
        kinds: COMMUNITY,
        inject: village_class,
    },
    Defect {
        rule: "COM006",
        what: "a name with the other committee",
        kinds: COMMUNITY,
        inject: other_committee,
    },
    Defect {
        rule: "COM008",
        what: "a point in another country",
        kinds: &[Kind::Community, Kind::Facility],
        inject: abroad,
    },
];

const COMMUNITY: &[Kind] = &[Kind::Community];

fn active_and_closed(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.set("/closed_on", scene.as_of.plus(-scene.random.between(1, 300)))?;
    alone("COM001", "/closed_on")
}

fn abolished_and_open(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.set("/status", "abolished")?;
    alone("COM001", "/closed_on")
}

fn no_successors(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.set("/status", scene.random.of(&["merged", "split"]))?;
    draft.set("/closed_on", scene.as_of)?;
    alone("COM002", "/successors")
}

fn own_successor(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let code = draft.text("/code")?.to_owned();
    draft.set("/successors", Part::texts(&[&code]))?;
    alone("COM002", "/successors")
}

fn to_come(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.set("/established_on", scene.as_of.plus(scene.random.between(1, 200)))?;
    alone("COM003", "/established_on")
}

fn closed_before(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let established = draft.day("/established_on")?;
    draft.set("/status", "abolished")?;
    draft.set("/closed_on", established.plus(-1))?;
    alone("COM003", "/closed_on")
}

fn serial(draft: &mut Draft, serial: i64) -> Option<()> {
    let code = format!("{}{serial:03}", draft.text("/code")?.get(..9)?);
    draft.set("/code", code)
}

fn no_band(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    serial(draft, scene.random.between(600, 999).into())?;
    alone("COM004", "/code")
}

fn other_band(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    match draft.text("/kind")? {
        "urban" => serial(draft, scene.random.between(200, 399).into())?,
        "rural" => serial(draft, scene.random.between(1, 199).into())?,
        _ => return None,
    }
    alone("COM004", "/code")
}

fn village_class(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/kind", "urban")?;
    draft.set("/urban_rural", "220")?;
    alone("COM005", "/urban_rural")
}

fn other_committee(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let other = if draft.is("/kind", "rural").is_some() {
        scene.random.of(&["居民委员会", "居委会"])
    } else {
        scene.random.of(&["村民委员会", "村委会"])
    };
    draft.set("/name", format!("和平{other}"))?;
    alone("COM006", "/name")
}

/// Degrees that are possible, so that nothing but the frame of China tells.
fn abroad(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.get("/location")?;
    let (longitude, latitude) = scene.random.of(&[(10, 50), (-75, 40), (151, -33), (120, 60)]);
    draft.set("/location/longitude", longitude)?;
    draft.set("/location/latitude", latitude)?;
    alone("COM008", "/location")
}
