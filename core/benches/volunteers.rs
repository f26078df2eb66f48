//! How many volunteers per second one thread checks, against JSON Schema alone and parsing alone.
//!
//! `cargo bench -p shequ -- [RECORDS] [NAME]`; `SHEQU_BENCH_RECORDS` sets the number as well. Machines are
//! noisy: the contenders take turns in one process, and medians and ratios are what counts.
#![allow(clippy::print_stdout)] // it talks to those who run it

use std::hint::black_box;
use std::time::Instant;

use jiff::civil::date;
use serde_json::Value;
use shequ::model::Volunteer;
use shequ::{BASE_URI, Checker, Kind, Options};
use shequ_generate::Province;

const RECORDS: usize = 20_000;
const ROUNDS: usize = 9;

/// Volunteers of a made-up community, right by all rules.
fn volunteers(records: usize) -> String {
    let province = Province::new(1, date(2026, 6, 30))
        .communities(1)
        .volunteers_per_community(u32::try_from(records).unwrap_or(u32::MAX));
    let dataset = province.dataset().expect("the records can be made");
    String::from_utf8_lossy(dataset.text(Kind::Volunteer)).into_owned()
}

/// Something that takes all records and says how many it found right.
struct Contender<'a> {
    name: &'static str,
    run: Box<dyn Fn() -> usize + 'a>,
    seconds: Vec<f64>,
}

impl<'a> Contender<'a> {
    fn new(name: &'static str, run: impl Fn() -> usize + 'a) -> Self {
        Self { name, run: Box::new(run), seconds: Vec::new() }
    }

    fn measure(&mut self, records: usize) {
        let start = Instant::now();
        let right = black_box((self.run)());
        self.seconds.push(start.elapsed().as_secs_f64());
        assert_eq!(right, records, "{} refuses some of the records", self.name);
    }

    fn median(&self) -> f64 {
        let mut seconds = self.seconds.clone();
        seconds.sort_by(f64::total_cmp);
        seconds[seconds.len() / 2]
    }
}

fn count_right(checker: &Checker, text: &str) -> usize {
    let report = checker.check_reader(Kind::Volunteer, "volunteers.ndjson", text.as_bytes());
    let findings = report.findings().first().map(|finding| (finding.rule.id, &finding.pointer));
    assert!(findings.is_none(), "{findings:?}");
    usize::try_from(report.records()[&Kind::Volunteer].read).unwrap_or_default()
}

fn contenders<'a>(
    text: &'a str,
    checker: &'a Checker,
    schema: &'a jsonschema::Validator,
) -> Vec<Contender<'a>> {
    let parse = |line: &str| serde_json::from_str::<Value>(line);
    let is_valid = move |line: &&str| parse(line).is_ok_and(|value| schema.is_valid(&value));
    vec![
        Contender::new("jsonschema: serde_json Value, is_valid", move || {
            text.lines().filter(is_valid).count()
        }),
        Contender::new("shequ: Checker, all rules", move || count_right(checker, text)),
        Contender::new("serde_json: Value alone", move || {
            text.lines().filter(|line| parse(line).is_ok()).count()
        }),
        Contender::new("serde_json: typed Volunteer alone", move || {
            text.lines().filter(|line| serde_json::from_str::<Volunteer>(line).is_ok()).count()
        }),
    ]
}

fn print(contenders: &[Contender<'_>], records: usize) {
    let base =
        contenders.iter().find(|contender| contender.name.starts_with("jsonschema")).map(Contender::median);
    println!("{:<42} {:>8} {:>6} {:>6} {:>6}", "one thread, median", "krec/s", "ratio", "least", "most");
    for contender in contenders {
        #[allow(clippy::cast_precision_loss)] // a count far below 2^52
        let rate = |seconds: f64| records as f64 / seconds / 1000.0;
        let (mut least, mut most) = (f64::MAX, 0.0_f64);
        for seconds in &contender.seconds {
            (least, most) = (least.min(rate(*seconds)), most.max(rate(*seconds)));
        }
        let ratio = base.map_or(String::new(), |base| format!("{:.2}", base / contender.median()));
        let median = rate(contender.median());
        println!("{:<42} {median:>8.1} {ratio:>6} {least:>6.0} {most:>6.0}", contender.name);
    }
}

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let number = std::env::var("SHEQU_BENCH_RECORDS").ok();
    let records = arguments.iter().chain(&number).find_map(|word| word.parse().ok()).unwrap_or(RECORDS);
    let name = arguments.iter().find(|word| word.parse::<usize>().is_err());
    let text = volunteers(records);
    let checker = Checker::new(Options::new().as_of(date(2026, 6, 30)).threads(1));
    let schema = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .build(&shequ::schema(Kind::Volunteer, BASE_URI))
        .expect("the schema compiles");
    let mut contenders = contenders(&text, &checker, &schema);
    contenders.retain(|contender| name.is_none_or(|name| contender.name.contains(name.as_str())));
    println!("{records} volunteers of {} bytes, {ROUNDS} rounds", text.len() / records.max(1));
    for _ in 0..ROUNDS {
        for contender in &mut contenders {
            contender.measure(records);
        }
    }
    print(&contenders, records);
}
