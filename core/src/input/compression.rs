//! gzip and zstd, known by their first bytes.

use std::io::{self, BufReader, Read};

/// A stream without its compression, gzip or zstd; any other is left as it is.
///
/// # Errors
/// Where the first bytes cannot be read.
pub fn decompressed<'a>(mut input: impl Read + Send + 'a) -> io::Result<Box<dyn Read + Send + 'a>> {
    let mut magic = Vec::with_capacity(4);
    input.by_ref().take(4).read_to_end(&mut magic)?;
    let whole = io::Cursor::new(magic.clone()).chain(input);
    Ok(match magic.as_slice() {
        [0x1F, 0x8B, ..] => Box::new(Damaged(flate2::bufread::MultiGzDecoder::new(BufReader::new(whole)))),
        [0x28, 0xB5, 0x2F, 0xFD] => Box::new(Damaged(zstd::Decoder::new(whole)?)),
        _ => Box::new(whole),
    })
}

/// A decoder whose faults are told apart from those of the file beneath it.
struct Damaged<R>(R);

impl<R: Read> Read for Damaged<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.raw_os_error() {
            Some(_) => error,
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
    fn damage_is_told_apart() {
        let mut short = gzip(&"text".repeat(1000));
        short.truncate(20);
        assert_eq!(read(&short).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
