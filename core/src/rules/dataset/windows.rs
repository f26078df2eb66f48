//! SVC013: services offered by window, and the windows of their facilities.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Mark, Topic};
use crate::Kind;
use crate::codes::Channel;
use crate::field::{ListView, Ref, Slot};
use crate::model::{Facility, FacilityView, Service, ServiceView, Window};
use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&SVC013];

rule! {
    /// Residents are sent to a window; the facility has to have one that takes the matter.
    pub static SVC013 = {
        name: "no-window-for-service",
        severity: Warning,
        scope: Dataset,
        records: [Service],
        title: "窗口服务所在设施没有相应窗口" / "no window of the facility offers the service",
        why: "居民按服务指南到窗口办事；设施的窗口都没有列入该事项，就会白跑一趟"
            / "residents go to the window that the guide names; where none of the facility takes the matter they come for nothing",
        message: "该设施的服务窗口均未列入本事项" / "none of the windows of this facility lists the service",
        advice: "请与该设施核对：窗口确实办理的，在设施记录的“办理事项”中补填；不在该处办理的，删去该服务场所；不再设窗口的，改正服务渠道"
            / "ask the facility: add the service to the window that takes it, remove the facility where it is not offered there, or correct the channels where there is no window any more",
        basis: [Basis::policy("3.2", "合理设置服务窗口")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// What a record says of a facility.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfFacility {
    Own {
        has_windows: bool,
    },
    /// A window of it offers a service.
    Offers(Mark),
    /// A service says that it is offered there by window.
    Listed {
        service: Option<Mark>,
        at: u16,
    },
}

/// A facility and what its windows offer.
pub(super) fn facility(view: &FacilityView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    let Slot::Known(id) = id else { return };
    let key = facts.group(Topic::Windows, Kind::Facility, id);
    let windows = view.windows.known();
    facts.put(Topic::Windows, key, &OfFacility::Own { has_windows: windows.is_some() });
    // a window or a service that cannot be read may be the one that is looked for
    let mut is_whole = true;
    for window in windows.into_iter().flat_map(ListView::<Window>::iter) {
        let services = window.known().map(|window| window.services);
        is_whole &= !matches!(services, None | Some(Slot::Unknown));
        for service in services.and_then(Slot::known).into_iter().flat_map(ListView::<Ref<Service>>::iter) {
            match service.known() {
                Some(service) => {
                    let mark = facts.mark(Kind::Service, service);
                    facts.put(Topic::Windows, key, &OfFacility::Offers(mark));
                }
                None => is_whole = false,
            }
        }
    }
    if !is_whole {
        facts.put(Topic::Windows, key, &OfFacility::Own { has_windows: false });
    }
}

/// A service that is offered by window.
pub(super) fn service(view: &ServiceView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    let channels = view.channels.known().into_iter().flat_map(ListView::<Channel>::known);
    if !channels.into_iter().any(|(_, channel)| channel == Channel::Window) {
        return;
    }
    let service = id.known().map(|id| facts.mark(Kind::Service, id));
    for (at, facility) in view.facilities.known().into_iter().flat_map(ListView::<Ref<Facility>>::known) {
        let fact = OfFacility::Listed { service, at: u16::try_from(at).unwrap_or(u16::MAX) };
        facts.tell(Topic::Windows, Kind::Facility, Slot::Known(facility), &fact);
    }
}

/// SVC013.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfFacility>();
    let owns = facts.iter().filter(|fact| matches!(fact.fact, OfFacility::Own { .. }));
    // what cannot be read counts as no windows at all
    let has_windows = owns.clone().all(|own| matches!(own.fact, OfFacility::Own { has_windows: true }));
    let Some(own) = owns.map(|own| own.source).next().filter(|_| has_windows) else { return };
    let offer = |fact: &Fact<OfFacility>| match fact.fact {
        OfFacility::Offers(service) => Some(service),
        _ => None,
    };
    let offers: HashSet<Mark> = facts.iter().filter_map(offer).collect();
    for Fact { source, fact } in &facts {
        if let OfFacility::Listed { service: Some(service), at } = *fact
            && !offers.contains(&service)
        {
            verdicts.find(&SVC013, *source, format!("/facilities/{at}"), Said::NOTHING, [own]);
        }
    }
}
