//! gzip and zstd, known by their first bytes.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;

/// A stream without its compression, gzip or zstd; any other is left as it is.
///
/// # Errors
/// Where the first bytes cannot be read.
pub fn decompressed<'a>(mut input: impl Read + Send + 'a) -> io::Result<Box<dyn Read + Send + 'a>> {
    let mut magic = Vec::with_capacity(4);
    input.by_ref().take(4).read_to_end(&mut magic)?;
    let whole = io::Cursor::new(magic.clone()).chain(input);
    Ok(match magic.as_slice() {
        [0x1F, 0x8B, ..] => Box::new(Damaged(Gzip::new(BufReader::new(whole)))),
        // a frame, or one that is to be skipped, as pzstd writes it first
        [0x28, 0xB5, 0x2F, 0xFD] | [0x50..=0x5F, 0x2A, 0x4D, 0x18] => {
            Box::new(Damaged(zstd::Decoder::new(whole)?))
        }
        _ => Box::new(whole),
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gzip(text: &str) -> Vec<u8> {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        out.write_all(text.as_bytes()).unwrap();
        out.finish().unwrap()
    }

    fn read(bytes: &[u8]) -> io::Result<String> {
        let mut out = String::new();
        decompressed(bytes)?.read_to_string(&mut out).map(|_| out)
    }

    #[test]
    fn each_compression_is_known_by_its_first_bytes() {
        assert_eq!(read(b"plain").unwrap(), "plain");
        assert_eq!(read(b"").unwrap(), "");
        assert_eq!(read(&gzip("packed")).unwrap(), "packed");
        assert_eq!(read(&[gzip("one"), gzip("two")].concat()).unwrap(), "onetwo");
        assert_eq!(read(&zstd::encode_all("packed".as_bytes(), 0).unwrap()).unwrap(), "packed");
    }

    #[test]
    fn padding_and_skippable_frames_are_passed_over() {
        let (one, two, zeros) = (gzip("one"), gzip("two"), vec![0; 100_000]);
        assert_eq!(read(&[&one[..], &zeros].concat()).unwrap(), "one");
        assert_eq!(read(&[&one[..], &zeros, &two, &[0]].concat()).unwrap(), "onetwo");
        assert!(read(&[&one[..], b"\0x"].concat()).is_err());
        let frame = zstd::encode_all("packed".as_bytes(), 0).unwrap();
        let skipped = [&[0x53, 0x2A, 0x4D, 0x18, 3, 0, 0, 0][..], b"abc"].concat();
        let whole = [&skipped, &frame, &skipped, &frame, &skipped].map(Vec::as_slice).concat();
        assert_eq!(read(&whole).unwrap(), "packedpacked");
    }

    #[test]
    fn a_window_beyond_memory_is_told_apart() {
        let packed = |window| {
            let mut out = zstd::Encoder::new(Vec::new(), 1).unwrap();
            out.window_log(window).unwrap();
            out.write_all(b"packed").unwrap();
            out.finish().unwrap()
        };
        assert_eq!(read(&packed(27)).unwrap(), "packed");
        assert_eq!(read(&packed(28)).unwrap_err().kind(), io::ErrorKind::OutOfMemory);
    }

    #[test]
    fn damage_is_told_apart() {
        let mut short = gzip(&"text".repeat(1000));
        short.truncate(20);
        assert_eq!(read(&short).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
