//! Where records go: one text for each record type, and what a checker must find in them.

use super::defects::Injector;
use super::json::Json;
use super::ledger::Expected;
use shequ::Kind;

/// The lines of one unit of work.
#[derive(Debug, Default)]
pub(super) struct Output {
    texts: [Vec<u8>; Kind::COUNT],
    records: [u64; Kind::COUNT],
    expected: Vec<Expected>,
    injector: Option<Injector>,
}

impl Output {
    /// Empties it for the next unit; the memory is kept.
    pub(super) fn begin(&mut self, injector: Option<Injector>) {
        self.texts.iter_mut().for_each(Vec::clear);
        self.records = [0; Kind::COUNT];
        self.expected.clear();
        self.injector = injector;
    }

    /// Writes one record.
    pub(super) fn record(&mut self, kind: Kind, members: impl FnOnce(&mut Json<'_>)) {
        let text = &mut self.texts[kind as usize];
        let start = text.len();
        Json::line(text, members);
        self.records[kind as usize] += 1;
        if let Some(injector) = &mut self.injector {
            injector.inject(kind, text, start, &mut self.expected);
        }
    }

    /// The lines of a type.
    pub(super) fn text(&self, kind: Kind) -> &[u8] {
        &self.texts[kind as usize]
    }

    pub(super) fn records(&self, kind: Kind) -> u64 {
        self.records[kind as usize]
    }

    pub(super) fn expected(&self) -> &[Expected] {
        &self.expected
    }
}
