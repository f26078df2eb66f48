//! gzip and zstd, known by their first bytes.

#[cfg(feature = "compression")]
mod decoders;

use std::io::{self, Read};

/// How a stream is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Packing {
    Gzip,
    Zstd,
}

impl Packing {
    fn of(magic: &[u8]) -> Option<Self> {
        match magic {
            [0x1F, 0x8B, ..] => Some(Self::Gzip),
            // a frame, or one that is to be skipped, as pzstd writes it first
            [0x28, 0xB5, 0x2F, 0xFD] | [0x50..=0x5F, 0x2A, 0x4D, 0x18] => Some(Self::Zstd),
            _ => None,
        }
    }
}

/// A stream without its compression, gzip or zstd; any other is left as it is.
///
/// # Errors
/// Where the first bytes cannot be read, and for compressed data without the feature `compression`.
pub fn decompressed<'a>(input: impl Read + Send + 'a) -> io::Result<Box<dyn Read + Send + 'a>> {
    unpacked(input).map(|(_, plain)| plain)
}

/// A stream without its compression, and which that is.
pub(crate) fn unpacked<'a>(
    mut input: impl Read + Send + 'a,
) -> io::Result<(Option<Packing>, Box<dyn Read + Send + 'a>)> {
    let mut magic = Vec::with_capacity(4);
    input.by_ref().take(4).read_to_end(&mut magic)?;
    let whole = io::Cursor::new(magic.clone()).chain(input);
    Ok(match Packing::of(&magic) {
        Some(packing) => (Some(packing), open(packing, whole)?),
        None => (None, Box::new(whole)),
    })
}

#[cfg(feature = "compression")]
use decoders::open;

#[cfg(not(feature = "compression"))]
fn open<'a>(_: Packing, _: impl Read + Send + 'a) -> io::Result<Box<dyn Read + Send + 'a>> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

#[cfg(test)]
#[cfg(feature = "compression")]
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
