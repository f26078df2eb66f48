//! A JSON array of records, or one record over several lines.

use std::io::{self, Read};

use super::{BLOCK, Buffered, Chunk, Content, MAX_RECORD, Span};

/// Cuts an array into its items without parsing them: brackets and strings are enough for that.
pub(crate) struct Elements<R> {
    input: Buffered<R>,
    block: Vec<u8>,
    at: usize,
    line: u64,
    state: State,
    is_list: bool,
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
    TooLarge {
        line: u64,
    },
    Done,
}

/// How the copy of an item ended.
enum Copied {
    Whole,
    TooLarge,
    Unfinished,
}

impl<R: Read> Elements<R> {
    pub(super) fn list(input: Buffered<R>) -> Self {
        Self { input, block: Vec::new(), at: 0, line: 1, state: State::Begin, is_list: true }
    }

    pub(super) fn object(input: Buffered<R>) -> Self {
        Self { is_list: false, ..Self::list(input) }
    }

    pub(super) fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        if let State::TooLarge { line } = self.state {
            self.state = State::Done;
            chunk.content = Content::TooLarge { line, ends: true };
            return Ok(true);
        }
        let (mut spans, mut broken) = (Vec::new(), None);
        while chunk.bytes.len() < BLOCK && !matches!(self.state, State::Done | State::TooLarge { .. }) {
            self.skip_white_space()?;
            let byte = self.peek()?;
            self.state = match (self.state, byte) {
                (State::Begin, Some(b'[')) if self.is_list => self.step(State::FirstItem),
                (State::Begin, Some(_)) if !self.is_list => self.item(chunk, &mut spans, &mut broken)?,
                (State::FirstItem | State::AfterItem, Some(b']')) => self.step(State::After),
                (State::AfterItem, Some(b',')) => self.step(State::Item),
                (State::FirstItem | State::Item, Some(byte)) if !matches!(byte, b',' | b']' | b'}') => {
                    self.item(chunk, &mut spans, &mut broken)?
                }
                (State::After, None) => State::Done,
                _ => {
                    broken = Some(self.line);
                    State::Done
                }
            };
        }
        let more = !spans.is_empty() || broken.is_some();
        chunk.content = Content::Elements { spans, broken };
        // an empty chunk is the end, unless what was too large is still to be told
        if more || self.state == State::Done { Ok(more) } else { self.next(chunk) }
    }

    fn step(&mut self, state: State) -> State {
        self.at += 1;
        state
    }

    fn item(
        &mut self,
        chunk: &mut Chunk,
        spans: &mut Vec<Span>,
        broken: &mut Option<u64>,
    ) -> io::Result<State> {
        let (start, line) = (chunk.bytes.len(), self.line);
        let copied = self.copy_item(&mut chunk.bytes)?;
        let end = chunk.bytes.len();
        Ok(match copied {
            Copied::Whole => {
                spans.push(Span { start, end, line });
                if self.is_list { State::AfterItem } else { State::After }
            }
            Copied::TooLarge => {
                chunk.bytes.truncate(start);
                State::TooLarge { line }
            }
            Copied::Unfinished => {
                chunk.bytes.truncate(start);
                *broken = Some(line);
                State::Done
            }
        })
    }

    /// Copies one JSON value: up to the bracket that closes it, the quotation mark that ends it, or
    /// what cannot belong to a number or a word.
    fn copy_item(&mut self, out: &mut Vec<u8>) -> io::Result<Copied> {
        let start = out.len();
        let (mut open, mut in_string, mut escaped) = (0_usize, false, false);
        while let Some(byte) = self.peek()? {
            let outside = open == 0 && !in_string;
            if outside
                && out.len() > start
                && (matches!(byte, b',' | b']' | b'}') || byte.is_ascii_whitespace())
            {
                return Ok(Copied::Whole);
            }
            out.push(byte);
            self.at += 1;
            self.line += u64::from(byte == b'\n');
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => {
                    in_string = !in_string;
                    if !in_string && open == 0 {
                        return Ok(Copied::Whole);
                    }
                }
                b'{' | b'[' if !in_string => open += 1,
                b'}' | b']' if !in_string => {
                    open = open.saturating_sub(1);
                    if open == 0 {
                        return Ok(Copied::Whole);
                    }
                }
                _ => {}
            }
            if out.len() - start > MAX_RECORD {
                return Ok(Copied::TooLarge);
            }
        }
        // a number or a word may end with the input, a bracket or a string may not
        Ok(if open == 0 && !in_string { Copied::Whole } else { Copied::Unfinished })
    }

    fn skip_white_space(&mut self) -> io::Result<()> {
        while let Some(byte @ (b' ' | b'\t' | b'\r' | b'\n')) = self.peek()? {
            self.line += u64::from(byte == b'\n');
            self.at += 1;
        }
        Ok(())
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        if self.at == self.block.len() {
            self.block.clear();
            self.at = 0;
            self.input.by_ref().take(BLOCK as u64 / 4).read_to_end(&mut self.block)?;
        }
        Ok(self.block.get(self.at).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;
    use super::*;

    #[test]
    fn items_are_cut_without_being_parsed() {
        let text = "[{\"a\":\"]}\\\"\"},\n 1.5 ,\n\n[[1],{}]\n,\"x\"]\n";
        assert_eq!(texts(text, "x.json"), ["1:{\"a\":\"]}\\\"\"}", "2:1.5", "4:[[1],{}]", "5:\"x\""]);
        assert!(texts("[]", "x.json").is_empty());
        assert_eq!(texts("{\n\"a\":1\n}\n", "x.json"), ["1:{\n\"a\":1\n}"]);
    }

    #[test]
    fn what_is_no_array_ends_where_it_breaks() {
        assert_eq!(texts("[{},{}", "x.json"), ["1:{}", "1:{}", "broken: 1"]);
        assert_eq!(texts("[{}\n{}]", "x.json"), ["1:{}", "broken: 2"]);
        assert_eq!(texts("[{},\n]", "x.json"), ["1:{}", "broken: 2"]);
        assert_eq!(texts("[{}]\nx", "x.json"), ["1:{}", "broken: 2"]);
        assert_eq!(texts("[{\"a\":", "x.json"), ["broken: 1"]);
        assert_eq!(texts("\u{feff}[1]x", "x.json"), ["1:1", "broken: 1"]);
        assert_eq!(texts("{\n}{}", "x.json"), ["1:{\n}", "broken: 2"]);
    }

    #[test]
    fn an_array_ends_with_an_item_beyond_all_bounds() {
        let text = format!("[{{}},\n\"{}\",{{}}]", "x".repeat(2 * MAX_RECORD));
        assert_eq!(texts(&text, "x.json"), ["1:{}", "too large: 2"]);
    }
}
