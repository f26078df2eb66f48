//! SHA-256 and SM3 of a file, while it streams by.

use std::io::{self, Read};

use sha2::Sha256;
use sm3::{Digest, Sm3};

/// What a file is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Digests {
    pub(crate) bytes: u64,
    pub(crate) sha256: [u8; 32],
    pub(crate) sm3: [u8; 32],
}

/// Takes the digests of bytes as they come.
#[derive(Default)]
pub(super) struct Digester {
    bytes: u64,
    sha256: Sha256,
    sm3: Sm3,
}

impl Digester {
    pub(super) fn take(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.sha256.update(bytes);
        self.sm3.update(bytes);
    }

    pub(super) fn finish(self) -> Digests {
        Digests { bytes: self.bytes, sha256: self.sha256.finalize().into(), sm3: self.sm3.finalize().into() }
    }
}

/// A stream of which the digests are taken.
pub(crate) struct Digesting<R> {
    input: R,
    digester: Digester,
}

impl<R: Read> Digesting<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, digester: Digester::default() }
    }

    /// Reads what nobody asked for, and gives the digests of all.
    ///
    /// # Errors
    /// Where the rest cannot be read.
    pub(crate) fn finish(mut self) -> io::Result<Digests> {
        let mut rest = vec![0; 64 << 10];
        while self.read(&mut rest)? > 0 {}
        Ok(self.digester.finish())
    }
}

impl<R: Read> Read for Digesting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.input.read(buffer)?;
        self.digester.take(&buffer[..len]);
        Ok(len)
    }
}

/// The bytes of 64 hexadecimal digits.
pub(crate) fn from_hex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, at) in bytes.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(&text[at..at + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shown::hex;

    /// FIPS 180-4 and GB/T 32905-2016, appendix A.
    #[test]
    fn the_digests_are_those_of_the_standards() {
        let digests = Digesting::new(&b"abc"[..]).finish().unwrap();
        assert_eq!(digests.bytes, 3);
        assert_eq!(hex(&digests.sha256), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(hex(&digests.sm3), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assert_eq!(from_hex(&hex(&digests.sm3)), Some(digests.sm3));
        assert_eq!(from_hex("66"), None);
        assert_eq!(from_hex(&"é".repeat(32)), None);
    }

    #[test]
    fn what_was_not_read_counts_too() {
        let mut input = Digesting::new(&b"abc"[..]);
        let mut first = [0; 1];
        input.read_exact(&mut first).unwrap();
        assert_eq!(input.finish().unwrap(), Digesting::new(&b"abc"[..]).finish().unwrap());
    }
}
