//! How many volunteers per second one thread checks, against JSON Schema alone and parsing alone.
//!
//! `cargo bench -p shequ -- [RECORDS] [NAME]`; `SHEQU_BENCH_RECORDS` sets the number as well. Machines are
//! noisy: the contenders take turns in one process, and medians and ratios are what counts.
#![allow(clippy::print_stdout)] // it talks to those who run it

use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

use serde_json::Value;
use shequ::model::Volunteer;
use shequ::{BASE_URI, Checker, Kind, Options};

const RECORDS: usize = 20_000;
const ROUNDS: usize = 9;

/// The commonest surnames, and characters of given names.
const SURNAMES: [&str; 20] = [
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何",
    "林", "高", "欧阳",
];
const GIVEN: [&str; 16] =
    ["伟", "芳", "娜", "敏", "静", "秀英", "丽", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "若溪"];
const DIVISIONS: [&str; 8] = ["110101", "310115", "370102", "330106", "440103", "510107", "610103", "420106"];

/// The same numbers on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap_or_default()
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    fn date(&mut self, from: usize, years: usize) -> String {
        format!("{}-{:02}-{:02}", from + self.below(years), 1 + self.below(12), 1 + self.below(28))
    }
}

/// The check character of GB 11643: MOD 11-2.
fn check_character(digits: &str) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][(sum % 11) as usize]
}

/// A volunteer with every field that an adult may have, right by all rules. Sequence numbers 000 and
/// 999 are not given to anyone.
fn volunteer(index: usize, random: &mut Random) -> String {
    let (division, birth) = (random.of(&DIVISIONS), random.date(1950, 50));
    let (sex, sequence) = if random.below(2) == 0 { ("2", "000") } else { ("1", "999") };
    let digits = format!("{division}{}{sequence}", birth.replace('-', ""));
    let check = check_character(&digits);
    let name = format!("{}{}", random.of(&SURNAMES), random.of(&GIVEN));
    let contact = format!("{}{}", random.of(&SURNAMES), random.of(&GIVEN));
    let community = format!("{division}{:03}{:03}", 1 + random.below(20), 1 + random.below(199));
    let (registered, topic) =
        (random.date(2022, 4), random.of(&["志愿服务通用培训", "应急救护", "助老服务"]));
    let (mobile, other) =
        (13_800_000_000_usize + random.below(99_999), 13_900_000_000_usize + random.below(99_999));
    let (room, hours) = (100 + random.below(2900), 100 + random.below(199));
    let ethnicity = random.of(&["01", "02", "03", "11"]);
    let education = random.of(&["20", "31", "61", "71"]);
    let mut out = String::with_capacity(1200);
    let _ = write!(
        out,
        r#"{{"id":"vol-{community}-{index:07}","updated_at":"2026-06-21T20:10:05+08:00","source":"11370102MF00001015","number":"V{division}{index:010}8","#
    );
    let _ = write!(
        out,
        r#""name":"{name}","identity":{{"type":"resident_id","number":"{digits}{check}"}},"nationality":"156","sex":"{sex}","birth_date":"{birth}","ethnicity":"{ethnicity}","political_status":"13","education":"{education}","employment":"11","phone":"{mobile}","email":"volunteer{index}@example.com","#
    );
    let _ = write!(
        out,
        r#""residence":{{"division":"{community}","address":"文化东路{room}号2号楼3单元{room}室"}},"community":"{community}","station":"org-{community}-station","organisations":["org-{community}-youth"],"service_categories":["0001","0003","0017"],"skills":["08","17"],"availability":["16","17","19","22"],"registered_on":"{registered}","status":"active","#
    );
    let _ = write!(
        out,
        r#""emergency_contact":{{"name":"{contact}","relation":"配偶","phone":"{other}"}},"consent":{{"given_on":"{registered}","purposes":["registration","matching","certificate"]}},"trainings":[{{"on":"{registered}","hours":2,"kind":"volunteer","topic":"{topic}","organiser":"区志愿服务联合会"}}],"total_hours":{hours}.5,"star":"1","extensions":{{"shandong.clothing_size":"M"}}}}"#
    );
    out
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
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let text: String = (0..records).map(|index| volunteer(index, &mut random) + "\n").collect();
    let checker = Checker::new(Options::new().as_of(jiff::civil::date(2026, 6, 30)).threads(1));
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
