//! How many volunteers of a table are checked per second, against the same records as NDJSON.
//!
//! `cargo bench -p shequ-arrow -- [RECORDS] [NAME]`. Machines are noisy: the contenders take turns in one
//! process, and medians and ratios are what counts.
#![allow(clippy::print_stdout)] // it talks to those who run it

use std::hint::black_box;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Instant;

use arrow_array::{RecordBatch, RecordBatchIterator};
use jiff::civil::date;
use shequ::model::Volunteer;
use shequ::{Checker, Kind, Options, Report};
use shequ_generate::Province;

const RECORDS: usize = 100_000;
const ROUNDS: usize = 7;

/// Volunteers of made-up communities, right by all rules, as lines and as a table of one batch.
fn volunteers(records: usize) -> (String, RecordBatch) {
    let communities = records.div_ceil(10_000);
    let volunteers = u32::try_from(records / communities).expect("ten thousand at most");
    let communities = u32::try_from(communities).expect("a number of communities");
    let province =
        Province::new(1, date(2026, 6, 30)).communities(communities).volunteers_per_community(volunteers);
    let dataset = province.dataset().expect("the records can be made");
    let text = String::from_utf8_lossy(dataset.text(Kind::Volunteer)).into_owned();
    let (schema, _) = arrow_json::reader::infer_json_schema(text.as_bytes(), None).expect("it is JSON");
    let reader = arrow_json::ReaderBuilder::new(Arc::new(schema)).with_batch_size(records);
    let mut batches = reader.build(text.as_bytes()).expect("it has a schema");
    let batch = batches.next().expect("there are rows").expect("they are of the schema");
    (text, batch)
}

/// Something that takes all records and says how many it found right.
struct Contender<'a> {
    name: String,
    run: Box<dyn Fn() -> usize + 'a>,
    seconds: Vec<f64>,
}

impl<'a> Contender<'a> {
    fn new(name: impl Into<String>, run: impl Fn() -> usize + 'a) -> Self {
        Self { name: name.into(), run: Box::new(run), seconds: Vec::new() }
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

fn right(report: &Report) -> usize {
    let tally = report.records()[&Kind::Volunteer];
    usize::try_from(tally.read - tally.bad).unwrap_or_default()
}

fn table(batch: &RecordBatch) -> impl arrow_array::RecordBatchReader + Send + use<> {
    RecordBatchIterator::new([Ok(batch.clone())], batch.schema())
}

fn contenders<'a>(text: &'a str, batch: &'a RecordBatch) -> Vec<Contender<'a>> {
    let mut contenders = vec![Contender::new("serde: NDJSON into models alone", move || {
        text.lines().filter(|line| serde_json::from_str::<Volunteer>(line).is_ok()).count()
    })];
    for threads in [1, 2] {
        let checker = move || Checker::new(Options::new().as_of(date(2026, 6, 30)).threads(threads));
        let mut add = |name: &str, check: Box<dyn Fn(&Checker) -> Report + 'a>| {
            let name = format!("{name}, {threads} thread{}", if threads == 1 { "" } else { "s" });
            contenders.push(Contender::new(name, move || right(&check(&checker()))));
        };
        add("NDJSON", Box::new(move |checker| checker.check(Kind::Volunteer, text.as_bytes())));
        add(
            "Arrow, rows as lines",
            Box::new(move |checker| {
                let mut on = |_| ControlFlow::Continue(());
                shequ_arrow::check_as_lines(checker, Kind::Volunteer, "table", table(batch), &mut on)
                    .expect("the table can be read")
            }),
        );
        add(
            "Arrow",
            Box::new(move |checker| {
                let mut on = |_| ControlFlow::Continue(());
                shequ_arrow::check(checker, Kind::Volunteer, "table", table(batch), &mut on)
                    .expect("the table can be read")
            }),
        );
    }
    contenders
}

fn print(contenders: &[Contender<'_>], records: usize) {
    println!("{:<34} {:>8} {:>6} {:>6} {:>6}", "median", "krec/s", "ratio", "least", "most");
    let base = contenders.first().map_or(0.0, Contender::median);
    for contender in contenders {
        #[allow(clippy::cast_precision_loss)] // a count far below 2^52
        let rate = |seconds: f64| records as f64 / seconds / 1000.0;
        let rates = contender.seconds.iter().map(|seconds| rate(*seconds));
        let (least, most) =
            rates.fold((f64::MAX, 0.0_f64), |(least, most), rate| (least.min(rate), most.max(rate)));
        let (median, ratio) = (rate(contender.median()), base / contender.median());
        println!("{:<34} {median:>8.1} {ratio:>6.2} {least:>6.0} {most:>6.0}", contender.name);
    }
}

fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let records = arguments.iter().find_map(|word| word.parse().ok()).unwrap_or(RECORDS);
    let name = arguments.iter().find(|word| word.parse::<usize>().is_err());
    let (text, batch) = volunteers(records);
    let records = batch.num_rows();
    let mut contenders = contenders(&text, &batch);
    contenders.retain(|contender| name.is_none_or(|name| contender.name == *name));
    let rounds = if name.is_some() { 1 } else { ROUNDS };
    println!("{records} volunteers of {} bytes as NDJSON, {rounds} rounds", text.len() / records);
    for _ in 0..rounds {
        for contender in &mut contenders {
            contender.measure(records);
        }
    }
    print(&contenders, records);
}
