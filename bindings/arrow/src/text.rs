//! Values as JSON text.

/// Appends a text between quotation marks. Bytes that are no UTF-8 pass as they are: whether a record
/// is text at all is for the checker to say.
pub(crate) fn write(text: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| *byte < 0x20 || matches!(byte, b'"' | b'\\')) {
        out.extend_from_slice(&rest[..at]);
        match rest[at] {
            byte @ (b'"' | b'\\') => out.extend_from_slice(&[b'\\', byte]),
            byte => {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                out.extend_from_slice(b"\\u00");
                out.push(HEX[usize::from(byte >> 4)]);
                out.push(HEX[usize::from(byte & 15)]);
            }
        }
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// Appends a whole number.
pub(crate) fn write_integer(number: impl itoa::Integer, out: &mut Vec<u8>) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// Appends a number; false where it is none (NaN). An infinite one becomes a number that no field takes:
/// it is no gap, and JSON has no other word for it.
pub(crate) fn write_float(number: impl Into<f64> + serde::Serialize + Copy, out: &mut Vec<u8>) -> bool {
    let double: f64 = number.into();
    if double.is_infinite() {
        out.extend_from_slice(if double > 0.0 { b"1e999" } else { b"-1e999" });
        return true;
    }
    !double.is_nan() && serde_json::to_writer(out, &number).is_ok()
}

/// Appends a decimal number of `scale` digits after the point.
pub(crate) fn write_decimal(number: i128, scale: i8, out: &mut Vec<u8>) {
    let Ok(scale) = usize::try_from(scale) else {
        // of a negative scale the last digits are zeros
        write_integer(number, out);
        if number != 0 {
            out.extend(std::iter::repeat_n(b'0', usize::from(scale.unsigned_abs())));
        }
        return;
    };
    if number < 0 {
        out.push(b'-');
    }
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = scale + 1);
    let (whole, decimals) = digits.split_at(digits.len() - scale);
    out.extend_from_slice(whole.as_bytes());
    if !decimals.is_empty() {
        out.push(b'.');
        out.extend_from_slice(decimals.as_bytes());
    }
}

/// The most digits of which a double keeps every one.
const DIGITS: u32 = 15;

/// A decimal number of `scale` digits after the point as a double; none where a double may not keep
/// every digit.
#[allow(clippy::cast_precision_loss)] // both are below 2^53
pub(crate) fn exact(number: i128, scale: i8) -> Option<f64> {
    let scale = u32::try_from(scale).ok().filter(|scale| *scale <= DIGITS)?;
    let is_short = number.unsigned_abs() < 10_u128.pow(DIGITS);
    is_short.then(|| number as f64 / 10_i64.pow(scale) as f64)
}

/// Appends a text that is known to hold nothing special.
pub(crate) fn write_plain(text: impl std::fmt::Display, out: &mut Vec<u8>) {
    use std::io::Write;
    // a vector takes everything
    let _ = write!(out, "\"{text}\"");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    proptest! {
        #[test]
        fn a_text_is_read_back(text in ".*", control in 0_u8..0x20) {
            let text = format!("{text}{}\"\\", char::from(control));
            let json = written(|out| write(text.as_bytes(), out));
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }

    #[test]
    fn decimals_keep_their_digits() {
        for (number, scale, expected) in
            [(0, 0, "0"), (5, 2, "0.05"), (-1250, 2, "-12.50"), (7, -2, "700"), (0, -2, "0"), (120, 0, "120")]
        {
            assert_eq!(written(|out| write_decimal(number, scale, out)), expected);
        }
    }

    #[test]
    fn what_is_no_number_is_absent() {
        let mut out = Vec::new();
        assert!(!write_float(f64::NAN, &mut out) && out.is_empty());
        assert_eq!(written(|out| assert!(write_float(f64::NEG_INFINITY, out))), "-1e999");
        assert_eq!(written(|out| assert!(write_float(0.1_f32, out))), "0.1");
    }
}
