//! What another library hands over is looked at before it is believed: damage is an error, never a crash.

use std::ffi::{CString, c_char, c_int, c_void};
use std::ops::ControlFlow;
use std::ptr;

use arrow_array::builder::{
    FixedSizeListBuilder, Int32Builder, LargeListBuilder, ListBuilder, MapBuilder, StringBuilder,
    StringDictionaryBuilder, StringViewBuilder,
};
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    Array, ArrayRef, Float64Array, Int32Array, LargeStringArray, RunArray, StringArray, StructArray,
};
use arrow_buffer::{Buffer, NullBuffer};
use arrow_data::ArrayData;
use arrow_schema::{DataType, Field, Fields};
use shequ::{Kind, Report};
use shequ_arrow::{Error, Fault, Tables, check, check_as_lines, column};

use super::checker;

/// A stream of one batch, whatever its arrays hold.
fn stream(fields: Fields, columns: Vec<ArrayData>) -> FFI_ArrowArrayStream {
    struct Held {
        schema: Option<FFI_ArrowSchema>,
        array: Option<FFI_ArrowArray>,
    }
    unsafe extern "C" fn get_schema(stream: *mut FFI_ArrowArrayStream, out: *mut FFI_ArrowSchema) -> c_int {
        let held = unsafe { &mut *(*stream).private_data().cast::<Held>() };
        unsafe { out.write(held.schema.take().unwrap()) };
        0
    }
    unsafe extern "C" fn get_next(stream: *mut FFI_ArrowArrayStream, out: *mut FFI_ArrowArray) -> c_int {
        let held = unsafe { &mut *(*stream).private_data().cast::<Held>() };
        unsafe { out.write(held.array.take().unwrap_or_else(FFI_ArrowArray::empty)) };
        0
    }
    unsafe extern "C" fn get_last_error(_: *mut FFI_ArrowArrayStream) -> *const c_char {
        ptr::null()
    }
    unsafe extern "C" fn release(stream: *mut FFI_ArrowArrayStream) {
        let stream = unsafe { &mut *stream };
        drop(unsafe { Box::from_raw(stream.private_data().cast::<Held>()) });
        let _ = unsafe { stream.set_release(None) };
    }
    let rows = columns[0].len();
    let of = DataType::Struct(fields);
    let schema = FFI_ArrowSchema::try_from(&of).unwrap();
    // SAFETY: that it may not hold together is what the tests are about
    let batch = unsafe { ArrayData::builder(of).len(rows).child_data(columns).build_unchecked() };
    let held = Held { schema: Some(schema), array: Some(FFI_ArrowArray::new(&batch)) };
    let held: *mut c_void = Box::into_raw(Box::new(held)).cast();
    // SAFETY: the callbacks are those of the interface
    unsafe {
        FFI_ArrowArrayStream::new_unchecked(
            Some(get_schema),
            Some(get_next),
            Some(get_last_error),
            Some(release),
            held,
        )
    }
}

fn judged(name: &str, column: &ArrayData) -> Result<Report, Error> {
    let fields = || Fields::from(vec![Field::new(name, column.data_type().clone(), true)]);
    let table = || Tables::new(stream(fields(), vec![column.clone()]));
    let report = check(&checker(), Kind::Volunteer, "table", table()?, &mut |_| ControlFlow::Continue(()));
    let lines =
        check_as_lines(&checker(), Kind::Volunteer, "table", table()?, &mut |_| ControlFlow::Continue(()));
    match (&report, &lines) {
        (Ok(report), Ok(lines)) => assert_eq!(report.findings(), lines.findings()),
        (Err(error), Err(other)) => assert_eq!(error.to_string(), other.to_string()),
        _ => panic!("the columns and their lines are judged differently"),
    }
    report
}

fn fault_of(column: &ArrayData) -> Option<Fault> {
    match judged("remarks", column) {
        Ok(_) => None,
        Err(Error::Damaged { column, fault }) => {
            assert_eq!(column, "remarks");
            Some(fault)
        }
        Err(error) => panic!("{error}"),
    }
}

/// An array with other buffers.
fn with_buffers(array: &dyn Array, buffers: Vec<Buffer>) -> ArrayData {
    // SAFETY: that it may not hold together is what the tests are about
    unsafe { array.to_data().into_builder().buffers(buffers).build_unchecked() }
}

fn with_length(array: &dyn Array, length: usize) -> ArrayData {
    // SAFETY: as above
    unsafe { array.to_data().into_builder().len(length).build_unchecked() }
}

fn with_children(array: &dyn Array, children: Vec<ArrayData>) -> ArrayData {
    // SAFETY: as above
    unsafe { array.to_data().into_builder().child_data(children).build_unchecked() }
}

fn numbers<T: arrow_buffer::ArrowNativeType>(numbers: &[T]) -> Buffer {
    Buffer::from_slice_ref(numbers)
}

fn text_of(offsets: &[i32], nulls: Option<Vec<bool>>) -> ArrayData {
    let texts = StringArray::new_null(offsets.len() - 1);
    let nulls = nulls.map(NullBuffer::from);
    let builder = texts.into_data().into_builder().nulls(nulls);
    // SAFETY: as above
    unsafe { builder.buffers(vec![numbers(offsets), Buffer::from(b"abcdef")]).build_unchecked() }
}

fn dictionary(keys: &[i8], nulls: Option<Vec<bool>>) -> ArrayData {
    let mut builder = StringDictionaryBuilder::<Int8Type>::new();
    builder.append_value("a");
    builder.append_value("b");
    let data = builder.finish().into_data().into_builder().len(keys.len());
    // SAFETY: as above
    unsafe { data.nulls(nulls.map(NullBuffer::from)).buffers(vec![numbers(keys)]).build_unchecked() }
}

fn view(length: i32, buffer: i32, offset: i32, nulls: Option<Vec<bool>>) -> ArrayData {
    let mut builder = StringViewBuilder::new();
    builder.append_value("a text that is longer than twelve bytes");
    let data = builder.finish().into_data();
    let views = [length, 0, buffer, offset];
    let buffers = vec![numbers(&views), data.buffers()[1].clone()];
    // SAFETY: as above
    unsafe { data.into_builder().nulls(nulls.map(NullBuffer::from)).buffers(buffers).build_unchecked() }
}

fn lists() -> arrow_array::ListArray {
    let mut builder = ListBuilder::new(StringBuilder::new());
    builder.append_value([Some("a"), Some("b")]);
    builder.append_value([Some("c")]);
    builder.finish()
}

fn runs(ends: &[i32]) -> ArrayData {
    let valid =
        RunArray::<Int32Type>::try_new(&Int32Array::from(vec![2, 4]), &StringArray::from(vec!["a", "b"]));
    let valid = valid.unwrap();
    let values = valid.values().to_data();
    with_children(&valid, vec![Int32Array::from(ends.to_vec()).into_data(), values])
}

#[test]
fn arrays_that_do_not_hold_together_are_refused() {
    let short = StructArray::from(vec![(
        std::sync::Arc::new(Field::new("a", DataType::Utf8, true)),
        std::sync::Arc::new(StringArray::from(vec!["a", "b"])) as ArrayRef,
    )]);
    let mut fixed = FixedSizeListBuilder::new(Int32Builder::new(), 2);
    fixed.values().append_slice(&[1, 2]);
    fixed.append(true);
    let mut map = MapBuilder::new(None, StringBuilder::new(), StringBuilder::new());
    map.keys().append_value("a");
    map.values().append_value("b");
    map.append(true).unwrap();
    let mut large = LargeListBuilder::new(StringBuilder::new());
    large.append_value([Some("a")]);
    let nan = Float64Array::from(vec![Some(1.0), None]);
    // SAFETY: that the count is wrong is the case
    let lying = unsafe { NullBuffer::new_unchecked(nan.nulls().unwrap().inner().clone(), 2) };
    // SAFETY: as above
    let lying = unsafe { nan.to_data().into_builder().nulls(Some(lying)).build_unchecked() };
    let large_texts = LargeStringArray::from(vec!["abc"]);
    let large_values = large_texts.to_data().buffers()[1].clone();
    let cases = [
        ("right text", text_of(&[0, 2, 4, 6], None), None),
        ("offsets fall", text_of(&[0, 5, 3, 6], None), Some(Fault::Offsets)),
        ("an offset is negative", text_of(&[-1, 2, 4, 6], None), Some(Fault::Offsets)),
        ("the last offset is negative", text_of(&[0, 2, 4, -6], None), Some(Fault::Offsets)),
        (
            "large offsets fall",
            with_buffers(&large_texts, vec![numbers(&[4_i64, 3]), large_values]),
            Some(Fault::Offsets),
        ),
        ("right keys", dictionary(&[0, 1, 0], None), None),
        ("a key beyond", dictionary(&[0, 2, 0], None), Some(Fault::Beyond)),
        ("a negative key", dictionary(&[0, -1, 0], None), Some(Fault::Beyond)),
        ("a key of nothing", dictionary(&[0, 77, 0], Some(vec![true, false, true])), None),
        ("a right view", view(30, 0, 2, None), None),
        ("a view beyond its buffer", view(30, 0, 20, None), Some(Fault::Beyond)),
        ("a view of no buffer", view(30, 1, 0, None), Some(Fault::Beyond)),
        ("a view before its buffer", view(30, 0, -1, None), Some(Fault::Beyond)),
        ("a view of negative length", view(-5, 0, 0, None), Some(Fault::Beyond)),
        ("a view of nothing", view(30, 9, 9, Some(vec![false])), None),
        ("right lists", lists().into_data(), None),
        ("lists beyond", with_buffers(&lists(), vec![numbers(&[0_i32, 2, 9])]), Some(Fault::Beyond)),
        ("lists fall", with_buffers(&lists(), vec![numbers(&[2_i32, 0, 3])]), Some(Fault::Offsets)),
        (
            "large lists beyond",
            with_buffers(&large.finish(), vec![numbers(&[0_i64, i64::MAX])]),
            Some(Fault::Beyond),
        ),
        ("maps beyond", with_buffers(&map.finish(), vec![numbers(&[0_i32, 2])]), Some(Fault::Beyond)),
        ("fixed lists beyond", with_length(&fixed.finish(), 2), Some(Fault::Beyond)),
        ("a struct longer than its parts", with_length(&short, 3), Some(Fault::Beyond)),
        ("right runs", runs(&[2, 4]), None),
        ("runs that end before the rows", runs(&[2, 3]), Some(Fault::Beyond)),
        ("runs that fall", runs(&[4, 2]), Some(Fault::Offsets)),
        ("a run of no rows", runs(&[0, 4]), Some(Fault::Offsets)),
        ("more runs than values", runs(&[1, 2, 4]), Some(Fault::Beyond)),
        ("nulls that are not counted", lying, Some(Fault::Nulls)),
        (
            "a length beyond memory",
            with_length(&Int32Array::from(vec![1]), usize::MAX / 2),
            Some(Fault::Layout),
        ),
        ("a buffer too few", with_buffers(&Int32Array::from(vec![1]), vec![]), Some(Fault::Layout)),
    ];
    for (name, array, expected) in cases {
        assert_eq!(fault_of(&array), expected, "{name}");
    }
}

#[test]
fn the_error_names_the_column_in_both_languages() {
    let error = judged("name", &text_of(&[0, 5, 3, 6], None)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "column `name` is damaged: its offsets are negative or do not rise; write the file anew or get it once more from its source"
    );
    assert!(error.chinese().starts_with("列“name”已损坏：偏移量"), "{}", error.chinese());
}

/// Text that is no text is the finding that it is in a file, with its row, and no byte of it is told.
#[test]
fn text_that_is_not_utf8_is_a_finding() {
    let names = with_buffers(
        &StringArray::from(vec!["aaa", "bbb"]),
        vec![numbers(&[0_i32, 3, 6]), Buffer::from(b"abc\xb9\xfe\xd7")],
    );
    let report = judged("name", &names).unwrap();
    let found: Vec<(&str, u64)> =
        report.findings().iter().map(|finding| (finding.rule.id, finding.place.line)).collect();
    assert!(found.contains(&("STR001", 2)) && !found.contains(&("STR001", 1)), "{found:?}");
}

/// A schema whose strings are not UTF-8, or one that is nested without end, is refused before it is read.
#[test]
fn schemas_are_looked_over() {
    let refused = |schema: &FFI_ArrowSchema| {
        let array = FFI_ArrowArray::new(&Int32Array::from(vec![1]).into_data());
        matches!(column(array, schema), Err(Error::Damaged { fault: Fault::Schema | Fault::Deep, .. }))
    };
    let mut of = DataType::Int32;
    for _ in 0..200 {
        of = DataType::List(Field::new("item", of, true).into());
    }
    assert!(refused(&FFI_ArrowSchema::try_from(&of).unwrap()));
    assert!(refused(&FFI_ArrowSchema::empty()));
    let mut named = FFI_ArrowSchema::try_from(&DataType::Int32).unwrap();
    let name = CString::new(b"\xc3\xfb".as_slice()).unwrap();
    // SAFETY: the second member of the struct is the name, which the schema owns and does not free here
    unsafe {
        let place = ptr::from_mut(&mut named).cast::<*const c_char>().add(1);
        let before = place.replace(name.as_ptr());
        assert!(refused(&named));
        place.write(before);
    }
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }
}

/// The array with bytes of its buffers changed, and those of its parts. The last offset stays: the interface does not
/// tell how large the buffer is that it ends.
fn shaken(data: &ArrayData, dice: &mut Dice) -> ArrayData {
    let last = match data.data_type() {
        DataType::Utf8 | DataType::List(_) | DataType::Map(_, _) => 4,
        DataType::LargeUtf8 | DataType::LargeList(_) => 8,
        _ => 0,
    };
    let mut buffers = Vec::new();
    for (index, buffer) in data.buffers().iter().enumerate() {
        let mut bytes = buffer.to_vec();
        let (size, kept) = (bytes.len(), if index == 0 { last } else { 0 });
        if size > kept && dice.below(40) == 0 {
            let end = (data.offset() + data.len() + 1) * kept;
            let at = dice.below(if kept > 0 { end - kept } else { size });
            bytes[at] ^= 1 << dice.below(8);
        }
        buffers.push(Buffer::from_vec(bytes));
    }
    let nulls = data.nulls().map(|nulls| {
        let mut bits: Vec<bool> = nulls.iter().collect();
        if dice.below(40) == 0 {
            let at = dice.below(bits.len());
            bits[at] ^= true;
        }
        NullBuffer::from(bits)
    });
    let children = data.child_data().iter().map(|child| shaken(child, dice)).collect();
    let offset = data.offset();
    let builder = data.clone().into_builder().buffers(buffers).child_data(children);
    let builder = if offset == 0 { builder.nulls(nulls) } else { builder };
    // SAFETY: that it may not hold together is what the tests are about
    unsafe { builder.build_unchecked() }
}

#[test]
fn damaged_tables_are_refused_or_judged_and_never_crash() {
    let (mut refused, mut read) = (0, 0);
    for kind in Kind::all() {
        let batch = super::columns_of(&vec![super::example(kind); 3]);
        let forms = [StructArray::from(batch.clone()), StructArray::from(recoded(&batch))];
        let mut dice = Dice(kind as u64 + 1);
        for round in 0..30 {
            let table = forms[round % forms.len()].to_data();
            let columns = table.child_data().iter().map(|column| shaken(column, &mut dice)).collect();
            let DataType::Struct(fields) = table.data_type().clone() else { panic!("a table is a struct") };
            let table = Tables::new(stream(fields, columns)).unwrap();
            match check(&checker(), kind, "table", table, &mut |_| ControlFlow::Continue(())) {
                Ok(_) => read += 1,
                Err(Error::Damaged { .. }) => refused += 1,
                Err(error) => panic!("{kind}: {error}"),
            }
        }
    }
    assert!(refused > 100 && read > 100, "{refused} refused, {read} read");
}

/// Texts as views, in dictionaries and with large offsets.
fn recoded(batch: &arrow_array::RecordBatch) -> arrow_array::RecordBatch {
    use arrow_array::cast::AsArray;
    let columns = batch.columns().iter().enumerate().map(|(index, column)| -> ArrayRef {
        let Some(texts) = column.as_string_opt::<i32>() else { return column.clone() };
        match index % 3 {
            0 => std::sync::Arc::new(texts.iter().collect::<arrow_array::StringViewArray>()),
            1 => std::sync::Arc::new(texts.iter().collect::<LargeStringArray>()),
            _ => std::sync::Arc::new(texts.iter().collect::<arrow_array::DictionaryArray<Int8Type>>()),
        }
    });
    let schema = batch.schema();
    let columns: Vec<_> = schema
        .fields()
        .iter()
        .zip(columns)
        .map(|(field, column)| (field.name().clone(), column, true))
        .collect();
    arrow_array::RecordBatch::try_from_iter_with_nullable(columns).unwrap()
}
