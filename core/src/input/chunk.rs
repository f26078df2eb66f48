//! A piece of the input with whole records.

/// Bytes of records and how they lie in them.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    pub(crate) bytes: Vec<u8>,
    pub(crate) content: Content,
}

/// How the records lie in the bytes.
#[derive(Debug, Default)]
pub(crate) enum Content {
    /// Nothing.
    #[default]
    Nothing,
    /// One record per line, the first on this line of the file.
    Lines { first: u64 },
    /// The items of a JSON array, or the one object of a file. `broken` is the line on which the
    /// array stops being JSON.
    Elements { spans: Vec<Span>, broken: Option<u64> },
    /// A record beyond the greatest size, which is not kept. An array ends with it, lines go on.
    TooLarge { line: u64, ends: bool },
}

/// Where one record lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) line: u64,
}

impl Chunk {
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.content = Content::Nothing;
    }

    /// The records with their lines; blank lines are none.
    pub(crate) fn records(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let (first, lines, spans): (_, _, &[Span]) = match &self.content {
            Content::Lines { first } => (*first, self.bytes.as_slice(), &[]),
            Content::Elements { spans, .. } => (0, &[][..], spans),
            Content::Nothing | Content::TooLarge { .. } => (0, &[][..], &[]),
        };
        let lines =
            (first..).zip(lines.split(|byte| *byte == b'\n')).map(|(line, text)| (line, text.trim_ascii()));
        let items = spans.iter().map(|span| (span.line, &self.bytes[span.start..span.end]));
        lines.filter(|(_, text)| !text.is_empty()).chain(items)
    }
}
