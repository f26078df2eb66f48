//! However the same records are written and handed over, one verdict.
//!
//! The seed changes with the day and is said; `SHEQU_SEED` repeats a run, `SHEQU_SECONDS` makes it longer.

use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::time::{Duration, Instant, SystemTime};

use shequ::{Checker, Finding, Kind, Lang, Options, Report};

use crate::conformance::cases;
use crate::support::{Lines, example, options};
use crate::written::Written;

/// Numbers that look like chance and are not.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }

    fn hits(&mut self, one_in: usize) -> bool {
        self.roll(one_in) == 0
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(end, self.roll(end + 1));
        }
    }
}

fn seed() -> u64 {
    if let Ok(seed) = std::env::var("SHEQU_SEED") {
        return seed.parse().expect("SHEQU_SEED is a number");
    }
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    since.as_secs() / (24 * 60 * 60)
}

fn time() -> Duration {
    let seconds = std::env::var("SHEQU_SECONDS").map(|seconds| seconds.parse().expect("a number of seconds"));
    Duration::from_secs(seconds.unwrap_or(10))
}

/// How values are written.
#[derive(Clone, Copy)]
struct Hand {
    spaces: bool,
    /// White space may be line ends.
    lines: bool,
    escapes: bool,
}

const PLAIN: Hand = Hand { spaces: false, lines: false, escapes: false };

fn write(value: &Written, hand: Hand, dice: &mut Dice, out: &mut String) {
    let list = |dice: &mut Dice,
                out: &mut String,
                brackets: [char; 2],
                count: usize,
                each: &mut dyn FnMut(usize, &mut Dice, &mut String)| {
        out.push(brackets[0]);
        for index in 0..count {
            if index > 0 {
                out.push(',');
            }
            each(index, dice, out);
        }
        blank(hand, dice, out);
        out.push(brackets[1]);
    };
    blank(hand, dice, out);
    match value {
        Written::Word(word) => out.push_str(word),
        Written::Text(text) => write_text(text, hand, dice, out),
        Written::List(items) => list(dice, out, ['[', ']'], items.len(), &mut |index, dice, out| {
            write(&items[index], hand, dice, out);
        }),
        Written::Object(members) => list(dice, out, ['{', '}'], members.len(), &mut |index, dice, out| {
            blank(hand, dice, out);
            write_text(&members[index].0, hand, dice, out);
            blank(hand, dice, out);
            out.push(':');
            write(&members[index].1, hand, dice, out);
        }),
    }
    blank(hand, dice, out);
}

fn blank(hand: Hand, dice: &mut Dice, out: &mut String) {
    let blanks = if hand.lines { "\n \t\r\n" } else { "  \t" };
    while hand.spaces && dice.hits(3) {
        let at = dice.roll(blanks.len());
        out.push(char::from(blanks.as_bytes()[at]));
    }
}

fn write_text(text: &str, hand: Hand, dice: &mut Dice, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            _ if hand.escapes && dice.hits(6) => {
                for unit in letter.encode_utf16(&mut [0; 2]) {
                    let case = if dice.hits(2) { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") };
                    out.push_str(&case);
                }
            }
            '/' if hand.escapes && dice.hits(2) => out.push_str("\\/"),
            '"' | '\\' => out.extend(['\\', letter]),
            '\0'..='\x1f' => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    out.push('"');
}

fn written(value: &Written, hand: Hand, dice: &mut Dice) -> String {
    let mut out = String::new();
    write(value, hand, dice, &mut out);
    out
}

/// Puts keys in another order, but for those that repeat: of these the first is looked at.
fn shuffle_keys(value: &mut Written, dice: &mut Dice) {
    match value {
        Written::Word(_) | Written::Text(_) => {}
        Written::List(items) => items.iter_mut().for_each(|item| shuffle_keys(item, dice)),
        Written::Object(members) => {
            for (_, member) in members.iter_mut() {
                shuffle_keys(member, dice);
            }
            let mut keys: Vec<&str> = members.iter().map(|(key, _)| key.as_str()).collect();
            keys.sort_unstable();
            if keys.windows(2).all(|pair| pair[0] != pair[1]) {
                dice.shuffle(members);
            }
        }
    }
}

/// What is said of records, wherever they stand.
#[derive(Debug, PartialEq)]
struct Verdict {
    read: u64,
    bad: u64,
    findings: Vec<String>,
}

impl Verdict {
    fn of(report: &Report) -> Self {
        let tally = |part: fn(&shequ::Tally) -> u64| report.records().values().map(part).sum();
        let findings = report.findings().iter().map(essence).collect();
        Self { read: tally(|tally| tally.read), bad: tally(|tally| tally.bad), findings }
    }
}

/// All of a finding but its place.
fn essence(finding: &Finding) -> String {
    let Finding { rule, severity, id, pointer, count, .. } = finding;
    let (zh, en) = (finding.message(Lang::Zh), finding.message(Lang::En));
    format!("{} {severity:?} {id:?} {pointer} {count:?} {zh} {en}", rule.id)
}

/// Records of a type: the example, the conformance cases, and generated ones with faults.
fn pool(kind: Kind, seed: u64) -> Vec<Written> {
    let as_of = jiff::civil::date(2026, 6, 30);
    let province = shequ_generate::Province::new(seed, as_of).communities(2).volunteers_per_community(20);
    let generated = province.defects(0.5).dataset().unwrap();
    let lines = generated.text(kind).split(|byte| *byte == b'\n').take(100);
    let lines = lines.filter_map(|line| String::from_utf8(line.to_vec()).ok());
    let cases = cases().into_iter().filter(|case| case.kind == kind);
    let cases = cases.filter_map(|case| String::from_utf8(case.bytes).ok());
    let texts = lines.chain(cases).chain([example(kind).to_string()]);
    let is_usual = |text: &String| text.len() < 50_000 && depth(text) < 30;
    texts
        .filter(is_usual)
        .filter_map(|text| serde_json::from_str(&text).ok())
        .filter(|record| matches!(record, Written::Object(_)))
        .collect()
}

/// How deep brackets lie, those in texts among them.
fn depth(text: &str) -> usize {
    let mut open = 0_usize;
    let depths = text.bytes().map(|byte| {
        match byte {
            b'{' | b'[' => open += 1,
            b'}' | b']' => open = open.saturating_sub(1),
            _ => {}
        }
        open
    });
    depths.max().unwrap_or(0)
}

/// The records as a text of some form, with its name.
fn document(records: &[Written], dice: &mut Dice) -> (&'static str, String) {
    let escapes = dice.hits(2);
    let spaces = dice.hits(2);
    let mark = if dice.hits(3) { "\u{feff}" } else { "" };
    let form = dice.roll(if records.len() == 1 { 3 } else { 2 });
    let hand = Hand { spaces, escapes, lines: form > 0 };
    let texts: Vec<String> = records.iter().map(|record| written(record, hand, dice)).collect();
    match form {
        0 => {
            let mut out = mark.to_owned();
            for (number, text) in texts.iter().enumerate() {
                while dice.hits(4) {
                    out += ["\n", " \t\r\n", "\u{c}\n"][dice.roll(3)];
                }
                out += text;
                let is_last = number + 1 == texts.len();
                out += if is_last && dice.hits(2) { "" } else { ["\n", "\r\n"][dice.roll(2)] };
            }
            ("NDJSON", out)
        }
        1 => {
            let separator = [",", ",\n", "\n,\n"][dice.roll(3)];
            let around = ["", "\n", " \r\n"][dice.roll(3)];
            ("an array", format!("{mark}{around}[{around}{}{around}]{around}", texts.join(separator)))
        }
        _ => ("a record", format!("{mark}{}", texts[0])),
    }
}

fn packed(bytes: &[u8], dice: &mut Dice) -> (&'static str, Vec<u8>) {
    match dice.roll(4) {
        0 => {
            let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            out.write_all(bytes).unwrap();
            ("gzip", out.finish().unwrap())
        }
        1 => ("zstd", zstd::encode_all(bytes, 1).unwrap()),
        _ => ("plain", bytes.to_vec()),
    }
}

struct Run {
    checker: Checker,
    kind: Kind,
    folder: tempfile::TempDir,
}

impl Run {
    fn with_threads(&self, threads: usize) -> Checker {
        Checker::new(Options::new().as_of(self.checker.as_of()).threads(threads).limit(0))
    }

    /// Hands a text over by some door.
    fn hand_over(&self, text: &str, dice: &mut Dice) -> (String, Report) {
        let (compression, bytes) = packed(text.as_bytes(), dice);
        let checker = self.with_threads(1 + dice.roll(4));
        let (door, report) = match dice.roll(3) {
            0 => ("bytes", checker.check(self.kind, &bytes)),
            1 => {
                let name = ["x.json", "x.ndjson", "x.jsonl.gz", "x.zst", "-"][dice.roll(5)];
                (name, checker.check_reader(self.kind, name, Pieces(&bytes, Dice(dice.roll(1 << 30) as u64))))
            }
            _ => {
                let path = self.folder.path().join(["x.json", "x.ndjson", "x.txt"][dice.roll(3)]);
                fs::write(&path, &bytes).unwrap();
                ("a file", checker.check_paths(&[path], Some(self.kind)).unwrap())
            }
        };
        (format!("{compression}, {door}"), report)
    }

    /// Lines in pieces, as rows, and one by one.
    fn lines(&self, records: &[Written], dice: &mut Dice) -> [(String, Report); 2] {
        let texts: Vec<String> = records.iter().map(|record| written(record, PLAIN, dice)).collect();
        let text = texts.join("\n");
        let mut feed = self.with_threads(1).feed(self.kind, "-");
        let (mut rest, most) = (text.as_bytes(), [3, 100, 100_000][dice.roll(3)]);
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(rest.len().min(1 + dice.roll(most)));
            feed.push(piece);
            rest = after;
        }
        let size = 1 + dice.roll(5);
        let pieces: Vec<_> = texts.chunks(size).map(|piece| Ok(Lines(piece.to_vec()))).collect();
        let go_on = &mut |_| ControlFlow::Continue(());
        let checker = self.with_threads(1 + dice.roll(3));
        let rows = checker.check_rows(self.kind, "table", pieces.into_iter(), go_on).unwrap();
        [("a stream".to_owned(), feed.finish().1), ("rows".to_owned(), rows)]
    }
}

/// A stream that gives what it likes at a time.
struct Pieces<'a>(&'a [u8], Dice);

impl std::io::Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = buffer.len().min(self.0.len());
        let len = if most == 0 { 0 } else { 1 + self.1.roll(most) };
        self.0.read(&mut buffer[..len])
    }
}

#[test]
fn one_verdict_however_records_are_written_and_handed_over() {
    let (seed, until) = (seed(), Instant::now() + time());
    println!("SHEQU_SEED={seed}");
    let mut dice = Dice(seed);
    let pools: Vec<(Kind, Vec<Written>)> = Kind::all().map(|kind| (kind, pool(kind, seed))).collect();
    let folder = || tempfile::tempdir().unwrap();
    let checker = Checker::new(options().limit(0));
    let (mut compared, mut with_findings) = (0, 0);
    while compared < 200 || Instant::now() < until {
        let (kind, pool) = &pools[dice.roll(pools.len())];
        assert!(pool.len() > 10, "{kind}: {} records", pool.len());
        let count = 1 + dice.roll(8);
        let mut records: Vec<Written> = (0..count).map(|_| pool[dice.roll(pool.len())].clone()).collect();
        let plain: Vec<String> = records.iter().map(|record| written(record, PLAIN, &mut dice)).collect();
        let expected = Verdict::of(&checker.check(*kind, plain.join("\n").as_bytes()));
        assert_eq!(expected.read, count as u64, "seed {seed}");
        with_findings += u32::from(!expected.findings.is_empty());
        // where a key stands is the only name that some keys have
        if !expected.findings.iter().any(|finding| finding.contains("/*")) {
            for record in &mut records {
                shuffle_keys(record, &mut dice);
            }
        }
        let run = Run { checker: checker.clone(), kind: *kind, folder: folder() };
        let (form, text) = document(&records, &mut dice);
        let (door, report) = run.hand_over(&text, &mut dice);
        let doors = run.lines(&records, &mut dice);
        for (door, report) in [(format!("{form}, {door}"), report)].iter().chain(&doors) {
            assert!(
                Verdict::of(report) == expected,
                "seed {seed}: {kind} as {door}\n{:#?}\ninstead of\n{expected:#?}\n{text}",
                Verdict::of(report)
            );
        }
        compared += 1;
    }
    println!("{compared} batches of records compared, {with_findings} with findings");
    assert!(with_findings * 3 > compared, "{with_findings} of {compared} have findings");
}
