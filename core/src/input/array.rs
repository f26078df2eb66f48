//! A JSON array of records, or one record over several lines.

use std::io::{self, Read};

use super::detect::is_blank;
use super::{BLOCK, Buffered, Chunk, Content, MAX_RECORD, Span, Unread};

/// Cuts an array into its items without parsing them: brackets and strings are enough for that.
pub(crate) struct Elements<R> {
    input: Buffered<R>,
    block: Vec<u8>,
    at: usize,
    line: u64,
    state: State,
    is_list: bool,
    /// The stream broke after the block.
    fault: Option<io::Error>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Begin,
    /// After the opening bracket.
    FirstItem,
    /// After a comma.
    Item,
    AfterItem,
    /// After the closing bracket, or the one object.
    After,
    /// What stands on a line is not read, and nothing behind it.
    Unread(u64, Unread),
    Done,
}

/// How many records a chunk holds: small ones may have many findings for their size.
const MOST_RECORDS: usize = 4096;

/// How much of a record beyond the greatest size is kept, to say what it is.
const BEGINNING: usize = 4096;

impl<R: Read> Elements<R> {
    /// An array, or one record; the input begins on this line.
    pub(super) fn new(input: Buffered<R>, is_list: bool, line: u64) -> Self {
        Self { input, block: Vec::new(), at: 0, line, state: State::Begin, is_list, fault: None }
    }

    pub(super) fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        let mut spans = Vec::new();
        while chunk.bytes.len() < BLOCK && spans.len() < MOST_RECORDS {
            if matches!(self.state, State::Unread(..) | State::Done) {
                break;
            }
            self.step(chunk, &mut spans);
        }
        if !spans.is_empty() {
            chunk.content = Content::Elements { spans, is_list: self.is_list };
            return Ok(true);
        }
        if let State::Unread(line, why) = self.state {
            self.state = State::Done;
            chunk.content = Content::Unread { line, why };
            return Ok(true);
        }
        self.fault.take().map_or(Ok(false), Err)
    }

    fn step(&mut self, chunk: &mut Chunk, spans: &mut Vec<Span>) {
        self.skip_white_space();
        let byte = self.peek();
        if byte.is_none() && self.fault.is_some() {
            self.state = State::Done;
            return;
        }
        let mut goes_on = |state| {
            self.at += 1;
            state
        };
        self.state = match (self.state, byte) {
            (State::Begin, Some(b'[')) if self.is_list => goes_on(State::FirstItem),
            (State::Begin, Some(_)) if !self.is_list => self.item(chunk, spans),
            (State::Begin, _) => State::Unread(self.line, Unread::NoArray),
            (State::FirstItem | State::AfterItem, Some(b']')) => goes_on(State::After),
            (State::AfterItem, Some(b',')) => goes_on(State::Item),
            (State::FirstItem | State::Item, Some(byte)) if !matches!(byte, b',' | b']' | b'}') => {
                self.item(chunk, spans)
            }
            (State::After, None) => State::Done,
            (State::After, Some(_)) => {
                State::Unread(self.line, if self.is_list { Unread::AfterArray } else { Unread::AfterRecord })
            }
            _ => State::Unread(self.line, Unread::BrokenArray),
        };
    }

    fn item(&mut self, chunk: &mut Chunk, spans: &mut Vec<Span>) -> State {
        let (start, line) = (chunk.bytes.len(), self.line);
        let copied = self.copy_item(&mut chunk.bytes);
        let end = chunk.bytes.len();
        if copied == Copied::Whole {
            spans.push(Span { start, end, line });
            return if self.is_list { State::AfterItem } else { State::After };
        }
        if copied == Copied::TooLarge {
            chunk.bytes.truncate(start + BEGINNING);
            return State::Unread(line, Unread::LongItem);
        }
        chunk.bytes.truncate(start);
        match (&self.fault, self.is_list) {
            // where the stream breaks nobody knows how the item goes on
            (Some(_), _) => State::Done,
            (None, true) => State::Unread(line, Unread::BrokenArray),
            (None, false) => State::Unread(line, Unread::BrokenRecord),
        }
    }

    /// Copies one JSON value: up to the bracket that closes it, the quotation mark that ends it, or
    /// what cannot belong to a number or a word.
    fn copy_item(&mut self, out: &mut Vec<u8>) -> Copied {
        let start = out.len();
        let mut cut = Cut::default();
        while self.peek().is_some() {
            let rest = &self.block[self.at..];
            let (len, is_whole) = cut.take(rest);
            out.extend_from_slice(&rest[..len]);
            self.line += memchr::memchr_iter(b'\n', &rest[..len]).count() as u64;
            self.at += len;
            if out.len() - start > MAX_RECORD {
                return Copied::TooLarge;
            }
            if is_whole {
                return Copied::Whole;
            }
        }
        // a number or a word may end with the input, a bracket or a string may not
        let is_open = cut.open > 0 || cut.in_string;
        if is_open || self.fault.is_some() { Copied::Unfinished } else { Copied::Whole }
    }

    fn skip_white_space(&mut self) {
        // around the whole there may be more than JSON's own
        let is_outside = matches!(self.state, State::Begin | State::After);
        while let Some(byte) = self.peek() {
            if !(matches!(byte, b' ' | b'\t' | b'\r' | b'\n') || is_outside && is_blank(byte)) {
                return;
            }
            self.line += u64::from(byte == b'\n');
            self.at += 1;
        }
    }

    /// The next byte; none at the end, and where the stream breaks.
    fn peek(&mut self) -> Option<u8> {
        if self.at == self.block.len() && self.fault.is_none() {
            self.block.clear();
            self.at = 0;
            self.fault = self.input.by_ref().take(BLOCK as u64 / 4).read_to_end(&mut self.block).err();
        }
        self.block.get(self.at).copied()
    }
}

/// How the copy of an item ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Whole,
    TooLarge,
    Unfinished,
}

/// Where in an item the copy is.
#[derive(Default)]
struct Cut {
    open: usize,
    in_string: bool,
    is_escaped: bool,
    has_begun: bool,
}

impl Cut {
    /// How many of the bytes belong to the item, and whether it ends with them.
    fn take(&mut self, bytes: &[u8]) -> (usize, bool) {
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if self.is_escaped {
                self.is_escaped = false;
            } else if self.in_string {
                let Some(rest) = memchr::memchr2(b'"', b'\\', &bytes[at..]) else { break };
                at += rest;
                self.is_escaped = bytes[at] == b'\\';
                self.in_string = self.is_escaped;
                if !self.in_string && self.open == 0 {
                    return (at + 1, true);
                }
            } else {
                match byte {
                    b',' | b']' | b'}' if self.open == 0 && self.has_begun => return (at, true),
                    byte if self.open == 0 && self.has_begun && byte.is_ascii_whitespace() => {
                        return (at, true);
                    }
                    b'"' => self.in_string = true,
                    b'{' | b'[' => self.open += 1,
                    b'}' | b']' => {
                        self.open = self.open.saturating_sub(1);
                        if self.open == 0 {
                            return (at + 1, true);
                        }
                    }
                    _ => {}
                }
                self.has_begun = true;
            }
            at += 1;
        }
        (bytes.len(), false)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Failing, chunks, texts};
    use super::*;

    #[test]
    fn items_are_cut_without_being_parsed() {
        let text = "[{\"a\":\"]}\\\"\"},\n 1.5 ,\n\n[[1],{}]\n,\"x\"]\n";
        assert_eq!(texts(text), ["1:{\"a\":\"]}\\\"\"}", "2:1.5", "4:[[1],{}]", "5:\"x\""]);
        assert!(texts("[]").is_empty());
        assert_eq!(texts("{\n\"a\":1\n}\n"), ["1:{\n\"a\":1\n}"]);
        assert_eq!(texts("\u{c}\n{\n\"a\":1\n}\u{c}"), ["2:{\n\"a\":1\n}"]);
    }

    #[test]
    fn what_is_no_array_ends_where_it_breaks() {
        assert_eq!(texts("[{},{}"), ["1:{}", "1:{}", "1:BrokenArray"]);
        assert_eq!(texts("[{}\n{}]"), ["1:{}", "2:BrokenArray"]);
        assert_eq!(texts("[{},\n]"), ["1:{}", "2:BrokenArray"]);
        assert_eq!(texts("[{}]\nx"), ["1:{}", "2:AfterArray"]);
        assert_eq!(texts("[{\"a\":"), ["1:BrokenArray"]);
        assert_eq!(texts("\u{feff}[1]x"), ["1:1", "1:AfterArray"]);
        assert_eq!(texts("{\n}{}"), ["1:{\n}", "2:AfterRecord"]);
        assert_eq!(texts("{\n\"a\""), ["1:BrokenRecord"]);
    }

    #[test]
    fn an_array_ends_with_an_item_beyond_all_bounds() {
        let text = format!("[{{}},\n\"{}\",{{}}]", "x".repeat(2 * MAX_RECORD));
        assert_eq!(texts(&text), ["1:{}", "2:LongItem"]);
    }

    #[test]
    fn whole_items_before_a_fault_are_kept() {
        let input = Failing { good: b"[{\"a\":1},\n{\"a\":2},{\"a\"".to_vec() };
        let (parts, error) = chunks(input, "x.json");
        assert_eq!(parts, ["1:{\"a\":1}", "2:{\"a\":2}"]);
        assert!(error.is_some());
        // a number may go on where the stream breaks
        let (parts, error) = chunks(Failing { good: b"[1,2".to_vec() }, "x.json");
        assert_eq!((parts, error.is_some()), (vec!["1:1".to_owned()], true));
    }

    #[test]
    fn a_chunk_of_small_records_is_small() {
        let text = format!("[{}1]", "1,".repeat(100_000));
        let mut chunks = super::super::Chunks::new(text.as_bytes(), "-", super::super::Form::Auto).unwrap();
        let (mut chunk, mut all) = (Chunk::default(), 0);
        while chunks.next(&mut chunk).unwrap() {
            let count = chunk.records().count();
            assert!(count <= MOST_RECORDS);
            all += count;
        }
        assert_eq!(all, 100_001);
    }
}
