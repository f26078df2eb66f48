//! `disclosure`: what a community makes public, quarter by quarter.

use super::super::day::Day;
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::super::tables::words::numeral;
use shequ::Kind;

/// Quarters that are told, back from the last one that is over.
const QUARTERS: i32 = 4;

/// A quarter of a year that is over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quarter {
    pub(super) year: i32,
    /// 1 to 4.
    pub(super) number: u32,
    pub(super) first: Day,
    pub(super) last: Day,
    /// When its money was made public, a month and a half after its end at the latest; none where that is to come.
    disclosed: Option<Day>,
}

impl Quarter {
    /// `2026年第一季度`
    pub(super) fn title(self) -> String {
        format!("{}年第{}季度", self.year, numeral(self.number))
    }

    pub(super) fn name(self) -> String {
        format!("{}q{}", self.year, self.number)
    }

    /// The disclosure of its money.
    pub(super) fn finance(self, site: &Site<'_>) -> Option<String> {
        self.disclosed.map(|_| site.id("dis", &format!("finance-{}", self.name())))
    }
}

/// The newest disclosure of money of a year.
pub(super) fn finance_of(site: &Site<'_>, year: i32) -> Option<String> {
    quarters(site)
        .into_iter()
        .filter(|quarter| quarter.year == year)
        .find_map(|quarter| quarter.finance(site))
}

/// The last quarters, the newest first.
pub(super) fn quarters(site: &Site<'_>) -> Vec<Quarter> {
    let (year, month, _) = site.as_of().parts();
    let now = year * 4 + (month - 1) / 3;
    let mut random = site.plan.random(Purpose::Decisions, site.index, 1);
    let quarter = |back: i32| {
        let (year, place) = ((now - back).div_euclid(4), (now - back).rem_euclid(4));
        let next = if place == 3 { Day::new(year + 1, 1, 1) } else { Day::new(year, place * 3 + 4, 1) };
        let last = next.plus(-1);
        let disclosed = last.plus(random.between(6, 45));
        Quarter {
            year,
            number: place.unsigned_abs() + 1,
            first: Day::new(year, place * 3 + 1, 1),
            last,
            disclosed: (disclosed <= site.as_of()).then_some(disclosed),
        }
    };
    (1..=QUARTERS).map(quarter).collect()
}

/// Something that is made public.
struct Notice<'a> {
    id: String,
    kind: &'static str,
    organisation: &'a str,
    title: String,
    /// The time that it is about.
    period: Option<(Day, Day)>,
    on: Day,
}

pub(in super::super) fn write(site: &Site<'_>, kind: Kind, out: &mut Output) {
    let random = &mut site.random(Purpose::Decisions);
    let (committee, party) = (site.organisation("committee"), site.organisation("party"));
    let affairs = if site.is_rural() { "村务" } else { "居务" };
    for quarter in quarters(site) {
        let Some(on) = quarter.disclosed else { continue };
        let period = Some((quarter.first, quarter.last));
        let (name, title) = (quarter.name(), quarter.title());
        let mut notices = vec![
            ("finance", &committee, format!("{title}财务收支公开")),
            ("community_affairs", &committee, format!("{title}{affairs}公开")),
        ];
        if quarter.number % 2 == 0 {
            notices.push(("party_affairs", &party, format!("{title}党务公开")));
        }
        if quarter.number == 4 {
            notices.push(("service", &committee, format!("{}年社区服务事项清单", quarter.year + 1)));
        }
        for (of, organisation, title) in notices {
            let id = site.id("dis", &format!("{}-{name}", of.replace('_', "-")));
            record(site, kind, Notice { id, kind: of, organisation, title, period, on }, out, random);
        }
    }
    let committee_name = if site.is_rural() { "村民委员会" } else { "居民委员会" };
    let term = numeral(site.term_number().unsigned_abs());
    let notice = Notice {
        id: site.id("dis", "election"),
        kind: "election",
        organisation: &committee,
        title: format!("第{term}届{committee_name}选举结果公告"),
        period: None,
        on: site.elected.plus(1),
    };
    record(site, kind, notice, out, random);
}

fn record(site: &Site<'_>, kind: Kind, notice: Notice<'_>, out: &mut Output, random: &mut Random) {
    let (rural, urban) = (
        [&["notice_board"] as &[_], &["notice_board", "broadcast"], &["notice_board", "mobile"]],
        [&["notice_board"] as &[_], &["notice_board", "website"], &["notice_board", "mobile"]],
    );
    // a paper is up for a fortnight at least
    let down = notice.on.plus(random.between(14, 60));
    out.record(kind, |json| {
        site.head(json, &notice.id, notice.on, random);
        json.text("organisation", notice.organisation);
        json.text("community", &site.place.code);
        json.text("kind", notice.kind);
        json.text("title", &notice.title);
        json.texts("channels", random.of(if site.is_rural() { &rural } else { &urban }));
        if let Some((first, last)) = notice.period {
            json.day("period_starts_on", first);
            json.day("period_ends_on", last);
        }
        json.day("disclosed_on", notice.on);
        if down <= site.as_of() {
            json.day("withdrawn_on", down);
        }
        let objections = random.lean(0, 4).min(random.lean(0, 4));
        json.number("objections", objections);
        // what came in of late may still be open
        let open = i32::from(down > site.as_of() && objections > 0 && random.percent(40));
        json.number("answered", objections - open);
        json.text("supervisor", site.organisation("supervision"));
    });
}
