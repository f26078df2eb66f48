//! What holds for any bytes. Each function panics where it does not; the targets call one each.

mod examples;

use std::sync::LazyLock;

use jiff::civil::date;
use shequ::ids::{
    CommunityCode, CreditCode, DivisionCode, Email, ForeignPermanentResidentId, HkMacaoTravelPermit,
    OrganisationCode, Passport, Phone, RecordId, Reference, ResidencePermit, ResidentId, TaiwanTravelPermit,
    VolunteerNumber, mask,
};
use shequ::{Checker, Finding, Kind, Lang, Options, Record, Style};

/// Calls a target with the bytes of each file that is named, to see a failure again.
pub fn replay(target: fn(&[u8])) {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        target(&bytes);
    }
}

/// A checker of one thread and one of two, made once: what costs is what they do.
fn checkers() -> &'static [Checker; 2] {
    static CHECKERS: LazyLock<[Checker; 2]> = LazyLock::new(|| {
        [1, 2].map(|threads| Checker::new(Options::new().as_of(date(2026, 6, 30)).limit(0).threads(threads)))
    });
    &CHECKERS
}

fn kind(byte: u8) -> Kind {
    let index = usize::from(byte) % Kind::all().len();
    Kind::all().nth(index).expect("an index below the length")
}

/// The first byte picks the record type, the second what the rest is: a file, or changes to a good one.
/// No panic, and the same report from one thread and two.
pub fn check(bytes: &[u8]) {
    let [first, second, rest @ ..] = bytes else { return };
    let kind = kind(*first);
    let line = examples::of(kind);
    let records = match second % 4 {
        0 => rest.to_vec(),
        1 => changed(&format!("[{line},\n{line}]"), rest),
        2 => changed(examples::pretty(kind), rest),
        _ => changed(&format!("{line}\n{line}\n"), rest),
    };
    // names of files settle what the bytes leave open
    let name = if *second < 128 { "-" } else { "records.ndjson" };
    let reports = checkers().each_ref().map(|checker| {
        let report = checker.check_reader(kind, name, records.as_slice());
        let texts = [Lang::Zh, Lang::En].map(|lang| report.to_text(Style { lang, ..Style::default() }));
        (texts, serde_json::to_string(&report.to_json()).expect("a report can be written"))
    });
    assert!(reports[0] == reports[1], "one thread and two differ");
}

/// A text with bytes put at places in it, each by three bytes of the input.
fn changed(text: &str, changes: &[u8]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for change in changes.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % bytes.len();
        bytes[at] = change[2];
    }
    bytes
}

/// The first byte picks an example record, the rest changes it: the typed lane accepts exactly what
/// has no structural finding.
pub fn record(bytes: &[u8]) {
    let Some((first, changes)) = bytes.split_first() else { return };
    let kind = kind(*first);
    if let Ok(text) = String::from_utf8(changed(&examples::of(kind), changes)) {
        lanes_agree(kind, &text);
    }
}

fn accepts<T: Record + validator::Validate>(text: &str) -> bool {
    serde_json::from_str::<T>(text).is_ok_and(|record| record.validate().is_ok())
}

/// Structure, and damage to a code that has cost it its form.
fn is_structural(finding: &Finding) -> bool {
    let rule = finding.rule.id;
    rule.starts_with("STR") && rule != "STR013"
}

/// So many digits in a row may hide decimals from a double, of which the typed lane alone knows nothing.
fn has_long_number(text: &str) -> bool {
    text.as_bytes()
        .windows(16)
        .any(|run| run.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.') && run.contains(&b'.'))
}

fn lanes_agree(kind: Kind, text: &str) {
    let accepted = shequ::with_record_type!(kind, T => accepts::<T>(text));
    let findings = checkers()[0].check_reader(kind, "record.ndjson", text.as_bytes()).into_findings();
    // a line feed between tokens makes two lines of it
    if text.contains('\n') || has_long_number(text) {
        return;
    }
    let structural = findings.iter().any(is_structural);
    let damaged = findings.iter().any(|finding| finding.rule.id == "IDN016");
    assert!(!(accepted && structural), "the typed lane accepts {text}: {findings:?}");
    assert!(accepted || structural || damaged, "the typed lane alone refuses {text}");
}

/// Any text: no panic, and a value has nothing against it that rejects.
pub fn ids(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    macro_rules! agree {
        ($($name:ident$(($no_day:expr))?),* $(,)?) => {$(
            let rejection = $name::inspect(text $(, $no_day)?).rejection();
            match $name::parse(text) {
                Ok(value) => {
                    assert!(rejection.is_none(), "{}: {rejection:?}", stringify!($name));
                    let _ = (value.to_string(), format!("{value:?}"));
                }
                Err(error) => assert!(rejection.is_some(), "{}: {error}", stringify!($name)),
            }
        )*};
    }
    agree!(
        ResidentId(None),
        ResidencePermit(None),
        CreditCode(None),
        ForeignPermanentResidentId,
        HkMacaoTravelPermit,
        TaiwanTravelPermit,
        Passport,
        VolunteerNumber,
        Phone,
        Email,
        OrganisationCode,
        DivisionCode,
        CommunityCode,
        RecordId,
        Reference,
    );
    let day = Some(date(2026, 6, 30));
    let issues =
        [ResidentId::inspect, ResidencePermit::inspect, CreditCode::inspect].map(|look| look(text, day));
    let _ = (issues.map(|issues| issues.iter().count()), mask::record_id(text).to_string());
}
