//! The three check character schemes.

/// Weights of ISO 7064 MOD 11-2 for the 17 digits of GB 11643-1999: powers of 2 modulo 11.
const RESIDENT_WEIGHTS: [u8; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_CHECKS: [u8; 11] = *b"10X98765432";

/// Weights of GB 32100-2015: powers of 3 modulo 31.
const CREDIT_WEIGHTS: [u8; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const CREDIT_ALPHABET: [u8; 31] = *b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Weights of GB 11714-1997.
const ORGANISATION_WEIGHTS: [u8; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_CHECKS: [u8; 11] = *b"0X987654321";

/// What is no character of a credit code.
const NONE: u8 = u8::MAX;

/// The value of each character of a credit code.
static CREDIT_VALUES: [u8; 256] = {
    let mut values = [NONE; 256];
    let mut value = 0;
    while value < CREDIT_ALPHABET.len() {
        #[expect(clippy::cast_possible_truncation, reason = "below 31")]
        let small = value as u8;
        values[CREDIT_ALPHABET[value] as usize] = small;
        value += 1;
    }
    values
};

/// The check character over the first 17 of 18 characters; `None` where one of these is no digit.
pub fn resident(text: &[u8; 18]) -> Option<u8> {
    let mut sum = 0u32;
    let mut digits = true;
    for (byte, weight) in text.iter().zip(RESIDENT_WEIGHTS) {
        let digit = byte.wrapping_sub(b'0');
        digits &= digit < 10;
        sum += u32::from(digit) * u32::from(weight);
    }
    digits.then(|| RESIDENT_CHECKS[(sum % 11) as usize])
}

/// The check character over the first 17 of 18 characters; `None` where the 18 have not the form of a credit code:
/// `0-9A-HJ-NP-RTUWXY`, the third to the eighth digits.
pub fn credit(text: &[u8; 18]) -> Option<u8> {
    let mut sum = 0u32;
    let mut seen = CREDIT_VALUES[usize::from(text[17])];
    for (byte, weight) in text.iter().zip(CREDIT_WEIGHTS) {
        let value = CREDIT_VALUES[usize::from(*byte)];
        // No value of the alphabet has a bit of NONE above the lowest five.
        seen |= value;
        sum += u32::from(value) * u32::from(weight);
    }
    let well_formed = seen < 32 && text[2..8].iter().all(u8::is_ascii_digit);
    well_formed.then(|| CREDIT_ALPHABET[((31 - sum % 31) % 31) as usize])
}

/// The check character over the 8 characters of an organisation code; `None` where one is no digit or capital letter.
pub fn organisation(body: [u8; 8]) -> Option<u8> {
    let mut sum = 0u32;
    let mut well_formed = true;
    for (byte, weight) in body.into_iter().zip(ORGANISATION_WEIGHTS) {
        well_formed &= byte.is_ascii_digit() || byte.is_ascii_uppercase();
        let value = if byte < b'A' { byte.wrapping_sub(b'0') } else { byte - b'A' + 10 };
        sum += u32::from(value) * u32::from(weight);
    }
    well_formed.then(|| ORGANISATION_CHECKS[(sum % 11) as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_the_powers_of_the_standards() {
        let mut power = 1u32;
        for weight in RESIDENT_WEIGHTS.into_iter().rev() {
            power = power * 2 % 11;
            assert_eq!(u32::from(weight), power);
        }
        power = 1;
        for weight in CREDIT_WEIGHTS {
            assert_eq!(u32::from(weight), power);
            power = power * 3 % 31;
        }
    }

    #[test]
    fn published_examples() {
        assert_eq!(resident(b"11010519491231002X"), Some(b'X'));
        assert_eq!(credit(b"91350100M000100Y43"), Some(b'3'));
        assert_eq!(organisation(*b"D2143569"), Some(b'X'));
    }

    #[test]
    fn a_sum_divisible_by_31_gives_0() {
        assert_eq!(credit(b"523701020000000510"), Some(b'0'));
    }
}
