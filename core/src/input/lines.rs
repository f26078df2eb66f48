//! NDJSON: one record per line.

use std::io::{self, Read};

use super::{BLOCK, Buffered, Chunk, Content, MAX_RECORD, Unread};

/// Cuts a stream after the last line end of each block.
pub(crate) struct Lines<R> {
    input: Buffered<R>,
    /// What was read beyond the last line end.
    rest: Vec<u8>,
    line: u64,
    ended: bool,
    fault: Option<io::Error>,
}

/// The longest line whose record may still be within bounds: with a carriage return.
pub(crate) const MAX_LINE: usize = MAX_RECORD + 1;

impl<R: Read> Lines<R> {
    pub(super) fn new(input: Buffered<R>) -> Self {
        Self { input, rest: Vec::new(), line: 1, ended: false, fault: None }
    }

    pub(super) fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        chunk.bytes.append(&mut self.rest);
        loop {
            self.read_block(&mut chunk.bytes);
            if let Some(end) = memchr::memrchr(b'\n', &chunk.bytes) {
                self.rest.extend_from_slice(&chunk.bytes[end + 1..]);
                chunk.bytes.truncate(end + 1);
                break;
            }
            if let Some(fault) = self.fault.take() {
                return Err(fault);
            }
            if self.ended {
                break;
            }
            if chunk.bytes.len() > MAX_LINE {
                chunk.bytes.clear();
                chunk.content = Content::Unread { line: self.line, why: Unread::LongLine };
                self.skip_line();
                return Ok(true);
            }
        }
        chunk.content = Content::Lines { first: self.line };
        self.line += memchr::memchr_iter(b'\n', &chunk.bytes).count() as u64;
        Ok(!chunk.bytes.is_empty())
    }

    /// Appends up to a block. Half a line before a fault of reading is no record.
    fn read_block(&mut self, bytes: &mut Vec<u8>) {
        match self.input.by_ref().take(BLOCK as u64).read_to_end(bytes) {
            Ok(len) => self.ended |= len == 0,
            Err(fault) => self.fault = Some(fault),
        }
        if self.fault.is_some() {
            bytes.truncate(memchr::memrchr(b'\n', bytes).map_or(0, |end| end + 1));
        }
    }

    /// Passes over the rest of a line that is too long to be a record.
    fn skip_line(&mut self) {
        let mut block = Vec::with_capacity(BLOCK);
        while !self.ended && self.fault.is_none() {
            block.clear();
            self.read_block(&mut block);
            if let Some(end) = memchr::memchr(b'\n', &block) {
                self.rest.extend_from_slice(&block[end + 1..]);
                self.line += 1;
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Failing, chunks, texts};
    use super::*;

    #[test]
    fn a_last_line_need_not_end() {
        assert_eq!(texts("{\"a\":1}\n{\"a\":2}"), ["{\"a\":1}\n", "{\"a\":2}"]);
        assert!(texts("").is_empty());
    }

    #[test]
    fn a_line_beyond_all_bounds_is_passed_over() {
        let text = format!("{{\"a\":1}}\n{}\n{{\"a\":2}}\n", "x".repeat(3 * MAX_RECORD));
        let parts = texts(&text);
        assert_eq!(parts, ["{\"a\":1}\n", "2:LongLine", "{\"a\":2}\n"]);
    }

    #[test]
    fn whole_lines_before_a_fault_are_kept() {
        let input = Failing { good: b"{\"a\":1}\n{\"a\":2}\n{\"a\"".to_vec() };
        let (parts, error) = chunks(input, "x.ndjson");
        assert_eq!(parts, ["{\"a\":1}\n{\"a\":2}\n"]);
        assert!(error.is_some());
    }
}
