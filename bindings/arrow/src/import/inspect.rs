//! Looks an array over before its buffers are believed: what it says of itself must hold together.
//!
//! The C data interface does not tell how large the buffers of numbers, offsets and text are. That each is as large as
//! length and last offset ask for is the producer's word; all else is looked at.

use std::slice;

use arrow_buffer::bit_chunk_iterator::UnalignedBitChunk;
use arrow_buffer::bit_util::{ceil, get_bit_raw};
use arrow_schema::DataType;

use super::Fault;
use super::raw::RawArray;

/// No buffer of so many values of 32 bytes is larger than memory can be.
const MAX_LENGTH: usize = isize::MAX as usize / 64;

/// Whether the array can be read as one of this type.
pub(super) fn inspect(array: &RawArray, of: &DataType) -> Result<(), Fault> {
    let look = Look::new(array)?;
    match of {
        DataType::Null => look.counts(0, 0),
        DataType::Boolean => look.fixed(),
        DataType::FixedSizeBinary(size) => usize::try_from(*size).or(Err(Fault::Layout)).and(look.fixed()),
        DataType::Utf8 | DataType::Binary => look.texts::<i32>(),
        DataType::LargeUtf8 | DataType::LargeBinary => look.texts::<i64>(),
        DataType::Utf8View | DataType::BinaryView => look.views(),
        DataType::List(item) => look.list::<i32>(item.data_type()),
        DataType::LargeList(item) => look.list::<i64>(item.data_type()),
        DataType::Map(entries, _) => match entries.data_type() {
            DataType::Struct(fields) if fields.len() == 2 => look.list::<i32>(entries.data_type()),
            _ => Err(Fault::Layout),
        },
        DataType::FixedSizeList(item, size) => {
            let size = usize::try_from(*size).map_err(|_| Fault::Layout)?;
            look.counts(1, 1)?;
            let needed = look.end.checked_mul(size).ok_or(Fault::Beyond)?;
            look.child(0, needed, item.data_type())
        }
        DataType::Struct(fields) => {
            look.counts(1, fields.len())?;
            let mut fields = fields.iter().enumerate();
            fields.try_for_each(|(index, field)| look.child(index, look.end, field.data_type()))
        }
        DataType::Dictionary(keys, values) => look.dictionary(keys, values),
        DataType::RunEndEncoded(ends, values) => look.runs(ends.data_type(), values.data_type()),
        of if of.primitive_width().is_some() => look.fixed(),
        // unions and lists of views, which no field takes
        _ => Ok(()),
    }
}

/// An array whose length and offset can be.
struct Look<'a> {
    raw: &'a RawArray,
    /// The first row among the values of its buffers.
    start: usize,
    /// Where the last row ends.
    end: usize,
}

impl<'a> Look<'a> {
    fn new(raw: &'a RawArray) -> Result<Self, Fault> {
        let number = |number: i64| usize::try_from(number).map_err(|_| Fault::Layout);
        let (start, length) = (number(raw.offset)?, number(raw.length)?);
        let end = start.checked_add(length).filter(|end| *end <= MAX_LENGTH).ok_or(Fault::Layout)?;
        if !raw.has_buffers() || raw.buffer_count < 0 || raw.null_count < -1 {
            return Err(Fault::Layout);
        }
        Ok(Self { raw, start, end })
    }

    fn counts(&self, buffers: usize, children: usize) -> Result<(), Fault> {
        let is = |count: i64, expected: usize| usize::try_from(count) == Ok(expected);
        if !is(self.raw.buffer_count, buffers) || !is(self.raw.child_count, children) {
            return Err(Fault::Layout);
        }
        if buffers > 0 { self.nulls() } else { Ok(()) }
    }

    /// The number of nulls must be that of the bits: a value under a null must not come to light.
    fn nulls(&self) -> Result<(), Fault> {
        let Ok(count) = usize::try_from(self.raw.null_count) else { return Ok(()) };
        let bits = self.raw.buffer(0);
        if bits.is_null() || self.start == self.end {
            return if count == 0 { Ok(()) } else { Err(Fault::Nulls) };
        }
        // SAFETY: there is a bit for each row by the producer's word
        let bytes = unsafe { slice::from_raw_parts(bits, ceil(self.end, 8)) };
        let valid = UnalignedBitChunk::new(bytes, self.start, self.end - self.start).count_ones();
        if valid + count == self.end - self.start { Ok(()) } else { Err(Fault::Nulls) }
    }

    fn is_null(&self, row: usize) -> bool {
        let bits = self.raw.buffer(0);
        // SAFETY: there is a bit for each row by the producer's word
        !bits.is_null() && !unsafe { get_bit_raw(bits, row) }
    }

    /// A buffer that must be there, as rows are.
    fn needed<T>(&self, index: usize) -> Result<*const T, Fault> {
        let buffer = self.raw.buffer(index);
        if buffer.is_null() { Err(Fault::Layout) } else { Ok(buffer.cast()) }
    }

    /// Values of one size each.
    fn fixed(&self) -> Result<(), Fault> {
        self.counts(2, 0)?;
        if self.end > 0 { self.needed::<u8>(1).map(drop) } else { Ok(()) }
    }

    /// The last of the offsets, all of which rise from one that is not negative.
    fn offsets<T: Copy + PartialOrd + Into<i64>>(&self) -> Result<usize, Fault> {
        if self.end == 0 {
            return Ok(0);
        }
        let offsets = self.needed::<T>(1)?;
        if !offsets.is_aligned() {
            return Err(Fault::Aligned);
        }
        // SAFETY: there is one more offset than rows by the producer's word
        let offsets = unsafe { slice::from_raw_parts(offsets.add(self.start), self.end - self.start + 1) };
        // without a way out, so that many are compared at once
        let rise = offsets.windows(2).fold(true, |rise, pair| rise & (pair[0] <= pair[1]));
        let (first, last) = (offsets[0].into(), offsets[offsets.len() - 1].into());
        if !rise || first < 0 {
            return Err(Fault::Offsets);
        }
        usize::try_from(last).ok().filter(|last| *last <= MAX_LENGTH).ok_or(Fault::Beyond)
    }

    fn texts<T: Copy + PartialOrd + Into<i64>>(&self) -> Result<(), Fault> {
        self.counts(3, 0)?;
        if self.offsets::<T>()? > 0 { self.needed::<u8>(2).map(drop) } else { Ok(()) }
    }

    fn list<T: Copy + PartialOrd + Into<i64>>(&self, item: &DataType) -> Result<(), Fault> {
        self.counts(2, 1)?;
        self.child(0, self.offsets::<T>()?, item)
    }

    /// A child that has at least so many rows.
    fn child(&self, index: usize, rows: usize, of: &DataType) -> Result<(), Fault> {
        let child = self.raw.child(index)?;
        if usize::try_from(child.length).is_ok_and(|length| length >= rows) {
            inspect(child, of)
        } else {
            Err(Fault::Beyond)
        }
    }

    /// Views: short texts stand in them, long ones in buffers whose sizes the last buffer tells.
    fn views(&self) -> Result<(), Fault> {
        let buffers = usize::try_from(self.raw.buffer_count).map_err(|_| Fault::Layout)?;
        self.counts(buffers.max(3), 0)?;
        let sizes = self.raw.buffer(buffers - 1).cast::<i64>();
        let sizes: &[i64] = match buffers - 3 {
            0 => &[],
            _ if sizes.is_null() => return Err(Fault::Layout),
            _ if !sizes.is_aligned() => return Err(Fault::Aligned),
            // SAFETY: there is a size for each buffer of text by the producer's word
            count => unsafe { slice::from_raw_parts(sizes, count) },
        };
        for (index, size) in sizes.iter().enumerate() {
            if *size < 0 || (*size > 0 && self.raw.buffer(2 + index).is_null()) {
                return Err(Fault::Layout);
            }
        }
        if self.end == 0 {
            return Ok(());
        }
        let views = self.needed::<[u8; 16]>(1)?;
        for row in self.start..self.end {
            // SAFETY: there is a view for each row by the producer's word
            let view = unsafe { views.add(row).read() };
            if !view_is_within(view, sizes) && !self.is_null(row) {
                return Err(Fault::Beyond);
            }
        }
        Ok(())
    }

    fn dictionary(&self, keys: &DataType, values: &DataType) -> Result<(), Fault> {
        self.fixed()?;
        let dictionary = self.raw.dictionary().ok_or(Fault::Layout)?;
        let count = usize::try_from(dictionary.length).map_err(|_| Fault::Layout)?;
        match keys {
            DataType::Int8 => self.keys::<i8>(count)?,
            DataType::Int16 => self.keys::<i16>(count)?,
            DataType::Int32 => self.keys::<i32>(count)?,
            DataType::Int64 => self.keys::<i64>(count)?,
            DataType::UInt8 => self.keys::<u8>(count)?,
            DataType::UInt16 => self.keys::<u16>(count)?,
            DataType::UInt32 => self.keys::<u32>(count)?,
            DataType::UInt64 => self.keys::<u64>(count)?,
            _ => return Err(Fault::Layout),
        }
        inspect(dictionary, values)
    }

    fn keys<T: Copy>(&self, count: usize) -> Result<(), Fault>
    where
        usize: TryFrom<T>,
    {
        if self.end == 0 {
            return Ok(());
        }
        let keys = self.needed::<T>(1)?;
        for row in self.start..self.end {
            // SAFETY: there is a key for each row by the producer's word
            let key = usize::try_from(unsafe { keys.add(row).read_unaligned() });
            if key.is_ok_and(|key| key < count) || self.is_null(row) {
                continue;
            }
            return Err(Fault::Beyond);
        }
        Ok(())
    }

    /// Runs: where each ends rises to the last row, and each has a value.
    fn runs(&self, ends: &DataType, values: &DataType) -> Result<(), Fault> {
        self.counts(0, 2)?;
        let child = Look::new(self.raw.child(0)?)?;
        child.fixed()?;
        match ends {
            DataType::Int16 => child.run_ends::<i16>(self.end)?,
            DataType::Int32 => child.run_ends::<i32>(self.end)?,
            DataType::Int64 => child.run_ends::<i64>(self.end)?,
            _ => return Err(Fault::Layout),
        }
        self.child(1, child.end - child.start, values)
    }

    fn run_ends<T: Copy + Into<i64>>(&self, rows: usize) -> Result<(), Fault> {
        let mut last = 0;
        if self.end > 0 {
            let ends = self.needed::<T>(1)?;
            if !ends.is_aligned() {
                return Err(Fault::Aligned);
            }
            for run in self.start..self.end {
                // SAFETY: there is an end for each run by the producer's word
                let end = unsafe { ends.add(run).read() }.into();
                if end <= last || self.is_null(run) {
                    return Err(Fault::Offsets);
                }
                last = end;
            }
        }
        if usize::try_from(last).is_ok_and(|last| last >= rows) { Ok(()) } else { Err(Fault::Beyond) }
    }
}

/// The longest text that stands in its view.
const SHORT: i32 = 12;

fn view_is_within(view: [u8; 16], sizes: &[i64]) -> bool {
    let [length, _, buffer, offset] =
        [0, 4, 8, 12].map(|at| i32::from_le_bytes([view[at], view[at + 1], view[at + 2], view[at + 3]]));
    if length <= SHORT {
        return length >= 0;
    }
    let size = usize::try_from(buffer).ok().and_then(|buffer| sizes.get(buffer));
    offset >= 0 && size.is_some_and(|size| i64::from(offset) + i64::from(length) <= *size)
}
