//! Bytes of a file on their way into an archive, while their records are looked at.

use std::io::{self, Read, Write};

use flate2::write::DeflateEncoder;

use super::digest::{Digester, Digesting, Digests};
use super::look::Look;
use crate::error::Obstacle;
use crate::input::{self, Chunks, Form};
use crate::{Kind, Words};

/// Why the work ends before its end.
pub(super) enum Halt {
    /// The file cannot be read as it has to be.
    Read(Words),
    Write(io::Error),
    Stopped,
}

impl From<Obstacle> for Halt {
    fn from(obstacle: Obstacle) -> Self {
        if obstacle == Obstacle::Stopped { Self::Stopped } else { Self::Read(obstacle.words()) }
    }
}

const BROKEN: Words = Words::new(
    "JSON不完整或有误，无法改写为每行一条记录；请先核查并改正",
    "broken JSON, which cannot be written as one record per line; check the file and mend it first",
);

/// Copies a file of lines as it is, or writes the records of any other as lines.
pub(super) fn transfer(
    kind: Kind,
    input: &mut (impl Read + Send),
    is_lines: bool,
    out: &mut (impl Write + Send),
    look: &mut Look,
    tick: &mut dyn FnMut() -> bool,
) -> Result<Digests, Halt> {
    if is_lines { copy(kind, input, out, look, tick) } else { rewrite(kind, input, out, look, tick) }
}

fn copy(
    kind: Kind,
    input: &mut (impl Read + Send),
    out: &mut (impl Write + Send),
    look: &mut Look,
    tick: &mut dyn FnMut() -> bool,
) -> Result<Digests, Halt> {
    let mut tee = Tee { input: Digesting::new(input), out, fault: None };
    let outcome = look_through(kind, &mut tee, look, tick);
    let rest = io::copy(&mut tee, &mut io::sink());
    if let Some(fault) = tee.fault {
        return Err(Halt::Write(fault));
    }
    outcome?;
    rest.and_then(|_| tee.input.finish()).map_err(|error| Obstacle::of(&error).into())
}

fn look_through(
    kind: Kind,
    input: &mut (impl Read + Send),
    look: &mut Look,
    tick: &mut dyn FnMut() -> bool,
) -> Result<(), Obstacle> {
    let plain = input::decompressed(input).map_err(|error| Obstacle::of(&error))?;
    let mut chunks = Chunks::new(plain, "-", Form::Ndjson)?;
    look.at(kind, &mut chunks, &mut |_| Ok(()), tick).map_err(|error| Obstacle::of(&error))?
}

fn rewrite(
    kind: Kind,
    input: &mut (impl Read + Send),
    out: &mut impl Write,
    look: &mut Look,
    tick: &mut dyn FnMut() -> bool,
) -> Result<Digests, Halt> {
    let plain = input::decompressed(input).map_err(|error| Obstacle::of(&error))?;
    let mut chunks = Chunks::new(plain, "-", Form::Auto)?;
    let (mut digester, mut line, mut is_broken) = (Digester::default(), String::new(), false);
    let mut each = |text: Option<&str>| {
        let Some(text) = text.filter(|text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok())
        else {
            is_broken = true;
            return Err(io::Error::from(io::ErrorKind::InvalidData));
        };
        line.clear();
        compact(text, &mut line);
        line.push('\n');
        digester.take(line.as_bytes());
        out.write_all(line.as_bytes())
    };
    let outcome = look.at(kind, &mut chunks, &mut each, tick);
    match outcome {
        Err(_) if is_broken => Err(Halt::Read(BROKEN)),
        Err(error) => Err(Halt::Write(error)),
        Ok(read) => Ok(read.map(|()| digester.finish())?),
    }
}

/// JSON without white space between its parts.
fn compact(text: &str, out: &mut String) {
    let (mut in_string, mut is_escaped) = (false, false);
    for letter in text.chars() {
        if in_string {
            in_string = is_escaped || letter != '"';
            is_escaped = !is_escaped && letter == '\\';
        } else if matches!(letter, ' ' | '\t' | '\r' | '\n') {
            continue;
        } else {
            in_string = letter == '"';
        }
        out.push(letter);
    }
}

/// Writes what is read.
struct Tee<'a, R, W> {
    input: Digesting<R>,
    out: &'a mut W,
    fault: Option<io::Error>,
}

impl<R: Read, W: Write> Read for Tee<'_, R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.fault.is_some() {
            return Err(io::Error::from(io::ErrorKind::BrokenPipe));
        }
        let len = self.input.read(buffer)?;
        if let Err(fault) = self.out.write_all(&buffer[..len]) {
            self.fault = Some(fault);
            return Err(io::Error::from(io::ErrorKind::BrokenPipe));
        }
        Ok(len)
    }
}

/// How hard is compressed: the common middle.
const LEVEL: flate2::Compression = flate2::Compression::new(6);

/// What goes into an archive, compressed unless it is already.
pub(super) enum Squeeze<W: Write> {
    Stored(W),
    Deflated(DeflateEncoder<W>),
}

impl<W: Write> Squeeze<W> {
    pub(super) fn new(out: W, is_packed: bool) -> Self {
        if is_packed { Self::Stored(out) } else { Self::Deflated(DeflateEncoder::new(out, LEVEL)) }
    }

    pub(super) fn finish(self) -> io::Result<()> {
        match self {
            Self::Stored(_) => Ok(()),
            Self::Deflated(encoder) => encoder.finish().map(drop),
        }
    }
}

impl<W: Write> Write for Squeeze<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stored(out) => out.write(bytes),
            Self::Deflated(encoder) => encoder.write(bytes),
        }
    }

    /// The blocks of a compressed stream end where its data does.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_in_texts_stays() {
        let mut out = String::new();
        compact("{ \"a\" : [ 1,\n 2 ], \"b \\\" \\\\\" :\t\"c d\" }", &mut out);
        assert_eq!(out, "{\"a\":[1,2],\"b \\\" \\\\\":\"c d\"}");
    }
}
