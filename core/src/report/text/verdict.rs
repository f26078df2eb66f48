//! What it comes to, and the facts that it rests on.

use super::super::columns::grouped;
use super::super::{Outcome, Tally};
use super::{Page, paint};
use crate::Lang;
use crate::rule::Severity;

impl Page<'_> {
    /// What was not looked at, the facts, and last the outcome.
    pub(super) fn verdict(&mut self) {
        let checked = self.report.checked(self.style.lang);
        self.fact(self.say("核查范围", "scope"), &checked);
        let facts = self.facts();
        self.fact(self.say("依据", "based on"), &facts);
        self.editions();
        if !self.report.changes().is_empty() {
            let changes = self.report.changes().join(self.say("，", ", "));
            let label = self.paint(paint::YELLOW, self.say("规则调整", "changed rules"));
            self.labelled(0, &label, &changes);
        }
        self.outcome();
    }

    fn fact(&mut self, label: &str, text: &str) {
        let (label, text) = (self.paint(paint::DIM, label), self.paint(paint::DIM, text));
        self.labelled(0, &label, &text);
    }

    fn facts(&self) -> String {
        let (library, standard) = (self.report.library(), self.report.standard());
        let (day, inputs) = (self.report.as_of(), grouped(self.report.inputs().len() as u64));
        match self.style.lang {
            Lang::Zh => {
                format!("库 {library}，标准 {standard}，地方规则 无，基准日 {day}，输入 {inputs} 个")
            }
            Lang::En => format!(
                "library {library}, standard {standard}, no profile, reference date {day}, inputs {inputs}"
            ),
        }
    }

    fn editions(&mut self) {
        let editions = self.report.code_editions();
        let text = if self.style.verbose {
            let editions: Vec<String> =
                editions.into_iter().map(|(name, edition)| format!("{name} {edition}")).collect();
            editions.join(self.say("，", ", "))
        } else {
            let count = editions.len();
            match self.style.lang {
                Lang::Zh => format!("{count} 个"),
                Lang::En => count.to_string(),
            }
        };
        self.fact(self.say("代码表", "code tables"), &crate::shown::shown(&text));
    }

    fn outcome(&mut self) {
        let (report, lang) = (self.report, self.style.lang);
        let outcome = report.outcome();
        let code = if outcome == Outcome::Passed { paint::GREEN } else { paint::RED };
        let mut words = self.paint(code, outcome.words().get(lang));
        if outcome == Outcome::Failed && report.is_incomplete() {
            words += self.say("、", ", ");
            words += &self.paint(paint::RED, Outcome::Unread.words().get(lang));
        }
        let all = report.records().into_values().fold(Tally::default(), Tally::plus);
        let (read, bad) = (grouped(all.read), grouped(all.bad));
        let tally = match lang {
            Lang::Zh => format!("共 {read} 条记录，{bad} 条有错误"),
            Lang::En if all.read == 1 => format!("1 record, {bad} with errors"),
            Lang::En => format!("{read} records, {bad} with errors"),
        };
        let counts = Severity::ALL.map(|severity| self.counted(severity, report.count(severity)));
        let counts = counts.join(self.say("，", ", "));
        let label = self.paint(paint::BOLD, self.say("核查结论", "verdict"));
        self.labelled(0, &label, &format!("{words}  {tally}{}{counts}", self.say("；", "; ")));
    }
}
