//! What was read: a line for each input.

use super::super::Input;
use super::super::columns::{grouped, left, right, width};
use super::{NOTHING, Page, paint};
use crate::error::{LeftOut, Obstacle};
use crate::shown::shown;
use crate::{Kind, Lang, Words};

/// What the manifest of a package is called where the record types stand.
const MANIFEST: Words = Words::new("清单", "manifest");

/// How many inputs are listed where there are more, those with something to say first.
const LISTED: usize = 10;
/// How many names of files that were left alone are listed for each reason.
const NAMES: usize = 3;

impl Page<'_> {
    /// One line for each input: what it holds and how much of it is bad.
    pub(super) fn inputs(&mut self) {
        let inputs: Vec<&Input> = self.report.inputs().iter().collect();
        let (listed, rest) = if self.style.verbose || inputs.len() <= LISTED {
            (inputs, Vec::new())
        } else {
            let (mut listed, mut rest): (Vec<_>, Vec<_>) =
                inputs.into_iter().partition(|input| has_news(input));
            rest.splice(0..0, listed.split_off(listed.len().min(LISTED)));
            (listed, rest)
        };
        let rows: Vec<[String; 4]> = listed.iter().map(|input| self.row(input)).collect();
        let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
        let widths = [widest(0), widest(1), widest(2), widest(3)];
        for (row, input) in rows.iter().zip(listed) {
            self.input(row, widths, input);
        }
        self.others(&rest);
    }

    fn row(&self, input: &Input) -> [String; 4] {
        let title = input.kind.map(Kind::title).or(input.is_manifest().then_some(MANIFEST));
        let kind = title.map_or("?", |title| title.get(self.style.lang)).to_owned();
        [kind, shown(&input.name).into_owned(), grouped(input.tally.read), grouped(input.tally.bad)]
    }

    fn input(&mut self, row: &[String; 4], widths: [usize; 4], input: &Input) {
        let [kind, name, read, bad] = row;
        // the blanks and words between the columns
        let words = if self.style.lang == Lang::Zh { 22 } else { 26 };
        let fits = widths.iter().sum::<usize>() + words <= self.columns;
        let (read, bad) =
            if fits { (right(read, widths[2]), right(bad, widths[3])) } else { (read.clone(), bad.clone()) };
        let tally = match self.style.lang {
            Lang::Zh => format!("{read} 条记录，{bad} 条有错误"),
            Lang::En if input.tally.read == 1 => format!("{read} record, {bad} with errors"),
            Lang::En => format!("{read} records, {bad} with errors"),
        };
        let tally = if input.is_manifest() { String::new() } else { tally };
        let is_bad = input.tally.bad > 0 || input.is_empty();
        let tally = if is_bad { self.paint(paint::RED, tally) } else { tally };
        let margin = widths[0] + 2;
        if fits {
            self.line(&format!("{}  {}  {tally}", left(kind, widths[0]), left(name, widths[1])), margin);
        } else {
            self.line(&format!("{kind}  {name}"), 2);
            self.line(&format!("  {tally}"), 2);
        }
        let nothing = input.is_empty().then_some(NOTHING);
        if let Some(words) = input.obstacle.map(Obstacle::words).or(nothing) {
            let words = self.paint(paint::RED, words.get(self.style.lang));
            let margin = if fits { margin } else { 2 };
            self.line(&format!("{}{words}", " ".repeat(margin)), margin);
        }
    }

    /// The inputs that are not listed, in one line.
    fn others(&mut self, inputs: &[&Input]) {
        if inputs.is_empty() {
            return;
        }
        let sum =
            |part: fn(&Input) -> u64| inputs.iter().fold(0_u64, |sum, input| sum.saturating_add(part(input)));
        let files = grouped(inputs.len() as u64);
        let (read, bad) = (sum(|input| input.tally.read), sum(|input| input.tally.bad));
        let unread = sum(|input| input.obstacle.is_some().into());
        let mut line = match self.style.lang {
            Lang::Zh if bad == 0 => format!("其余 {files} 个文件共 {} 条记录，没有错误", grouped(read)),
            Lang::Zh => format!("其余 {files} 个文件共 {} 条记录，{} 条有错误", grouped(read), grouped(bad)),
            Lang::En => {
                format!("{files} more files: {} records, {} with errors", grouped(read), grouped(bad))
            }
        };
        if unread > 0 {
            line = match self.style.lang {
                Lang::Zh => format!("{line}，{} 个文件未能读完", grouped(unread)),
                Lang::En => format!("{line}, {} files not read to the end", grouped(unread)),
            };
        }
        self.line(&line, 2);
    }

    /// What lies in the folders besides, by reason.
    pub(super) fn left(&mut self) {
        let all = self.report.left();
        if all.is_empty() {
            return;
        }
        let mut reasons: Vec<LeftOut> = all.iter().map(|left| left.why).collect();
        reasons.sort();
        reasons.dedup();
        let mut parts = Vec::new();
        for why in reasons {
            let names: Vec<_> =
                all.iter().filter(|left| left.why == why).map(|left| shown(&left.name)).collect();
            let most = if self.style.verbose { names.len() } else { NAMES.min(names.len()) };
            let (words, count) = (why.words().get(self.style.lang), names.len());
            parts.push(match self.style.lang {
                Lang::Zh => {
                    let rest = if most < count { format!("等 {count} 个文件") } else { String::new() };
                    format!("{}{rest}（{words}）", names[..most].join("、"))
                }
                Lang::En => {
                    let rest =
                        if most < count { format!(" and {} more", count - most) } else { String::new() };
                    format!("{}{rest} ({words})", names[..most].join(", "))
                }
            });
        }
        let label = self.paint(paint::DIM, self.say("未核查", "not checked"));
        let parts = parts.join(self.say("；", "; "));
        self.labelled(0, &label, &parts);
    }
}

/// Whether an input is listed before those that are fine.
fn has_news(input: &Input) -> bool {
    input.tally.bad > 0 || input.obstacle.is_some() || input.is_empty()
}
