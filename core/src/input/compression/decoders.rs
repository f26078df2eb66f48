//! The decoders, which few embedding programs need.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;

use super::Packing;

/// The stream without its compression.
pub(super) fn open<'a>(
    packing: Packing,
    packed: impl Read + Send + 'a,
) -> io::Result<Box<dyn Read + Send + 'a>> {
    Ok(match packing {
        Packing::Gzip => Box::new(Damaged(Gzip::new(BufReader::new(packed)))),
        Packing::Zstd => Box::new(Damaged(zstd::Decoder::new(packed)?)),
    })
}

/// The members of a gzip stream, one after another; zeros behind one are padding, as tapes and block
/// devices leave it.
struct Gzip<R> {
    /// None at the end.
    member: Option<GzDecoder<R>>,
}

impl<R: BufRead> Gzip<R> {
    fn new(input: R) -> Self {
        Self { member: Some(GzDecoder::new(input)) }
    }
}

impl<R: BufRead> Read for Gzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(member) = &mut self.member {
            let len = member.read(buffer)?;
            if len > 0 || buffer.is_empty() {
                return Ok(len);
            }
            let rest = self.member.take().map(GzDecoder::into_inner);
            self.member = rest.map(after_zeros).transpose()?.flatten().map(GzDecoder::new);
        }
        Ok(0)
    }
}

/// What follows zeros; none where nothing does.
fn after_zeros<R: BufRead>(mut input: R) -> io::Result<Option<R>> {
    loop {
        let bytes = input.fill_buf()?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let (zeros, all) = (bytes.iter().take_while(|byte| **byte == 0).count(), bytes.len());
        input.consume(zeros);
        if zeros < all {
            return Ok(Some(input));
        }
    }
}

/// A decoder whose faults are told apart from those of the file beneath it.
struct Damaged<R>(R);

impl<R: Read> Read for Damaged<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.raw_os_error() {
            Some(_) => error,
            // what zstd says of a window beyond 128 MiB, which it would have to keep in memory
            None if error.to_string().contains("too much memory") => {
                io::Error::new(io::ErrorKind::OutOfMemory, error)
            }
            None => io::Error::new(io::ErrorKind::InvalidData, error),
        })
    }
}
