//! Values of Python as JSON text: what a table holds for absent is null, a date is a text.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyBytes, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};

use crate::error;

/// Deeper than any record may be, so that the checker says it and not this.
const MAX_DEPTH: usize = 100;

/// Appends a record, which is a mapping or a record of the package.
pub(crate) fn write_record(value: &Bound<'_, PyAny>, out: &mut Vec<u8>) -> PyResult<()> {
    write(value, 0, out)
}

fn write(value: &Bound<'_, PyAny>, depth: usize, out: &mut Vec<u8>) -> PyResult<()> {
    let py = value.py();
    if depth > MAX_DEPTH {
        return Err(error::usage(
            py,
            "数据嵌套过深，或自身循环引用",
            "the data is nested too deeply, or holds itself",
        ));
    }
    if value.is_none() {
        out.extend_from_slice(b"null");
    } else if let Ok(text) = value.cast::<PyString>() {
        write_text(text, out)?;
    } else if let Ok(truth) = value.cast::<PyBool>() {
        out.extend_from_slice(if truth.is_true() { b"true" } else { b"false" });
    } else if value.is_instance_of::<PyInt>() {
        // numbers of numpy and enums are written as the number, not as their name
        let number = value.py().get_type::<PyInt>().call_method1(intern!(py, "__repr__"), (value,))?;
        out.extend_from_slice(number.cast::<PyString>()?.to_str()?.as_bytes());
    } else if let Ok(number) = value.cast::<PyFloat>() {
        write_float(number.value(), out)?;
    } else if let Ok(object) = value.cast::<PyDict>() {
        write_object(object, depth, out)?;
    } else if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        write_list(value, depth, out)?;
    } else {
        write_other(value, depth, out)?;
    }
    Ok(())
}

/// What is none of JSON's own types.
fn write_other(value: &Bound<'_, PyAny>, depth: usize, out: &mut Vec<u8>) -> PyResult<()> {
    let py = value.py();
    if let Some(text) = value.getattr_opt(intern!(py, "__shequ_json__"))? {
        out.extend_from_slice(text.call0()?.cast::<PyString>()?.to_str()?.as_bytes());
        return Ok(());
    }
    let class = value.get_type();
    let name = class.name()?;
    let name = name.to_str()?;
    if matches!(name, "NaTType" | "NAType") {
        out.extend_from_slice(b"null");
    } else if value.is_instance_of::<PyDateTime>() {
        write_moment(value, out)?;
    } else if value.is_instance_of::<PyDate>() {
        write_quoted(&value.call_method0(intern!(py, "isoformat"))?, out)?;
    } else if name == "Decimal" {
        write_decimal(value, out)?;
    } else if let Some(inner) = inner(value)? {
        write(&inner, depth + 1, out)?;
    } else if value.hasattr(intern!(py, "keys"))? {
        write_object(&py.get_type::<PyDict>().call1((value,))?.cast_into::<PyDict>()?, depth, out)?;
    } else if value.try_iter().is_ok() && !value.is_instance_of::<PyBytes>() {
        write_list(value, depth, out)?;
    } else {
        return Err(error::usage(
            py,
            &format!("{name} 类型的值不能写成JSON；请先转换为文本、数值或日期"),
            &format!(
                "a value of type {name} cannot be written as JSON; convert it to text, a number or a date"
            ),
        ));
    }
    Ok(())
}

/// What numpy's numbers and arrays, and enums, stand for.
fn inner<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    let py = value.py();
    if let Some(list) = value.getattr_opt(intern!(py, "tolist"))? {
        return list.call0().map(Some);
    }
    value.getattr_opt(intern!(py, "value"))
}

fn write_object(object: &Bound<'_, PyDict>, depth: usize, out: &mut Vec<u8>) -> PyResult<()> {
    out.push(b'{');
    for (index, (key, value)) in object.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        let Ok(key) = key.cast::<PyString>() else {
            return Err(error::usage(object.py(), "字段名应为文本", "the names of fields must be text"));
        };
        write_text(key, out)?;
        out.push(b':');
        write(&value, depth + 1, out)?;
    }
    out.push(b'}');
    Ok(())
}

fn write_list(list: &Bound<'_, PyAny>, depth: usize, out: &mut Vec<u8>) -> PyResult<()> {
    out.push(b'[');
    for (index, item) in list.try_iter()?.enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write(&item?, depth + 1, out)?;
    }
    out.push(b']');
    Ok(())
}

/// Appends a text. Half a surrogate pair, which Python can hold, is written as the escape that it is.
fn write_text(text: &Bound<'_, PyString>, out: &mut Vec<u8>) -> PyResult<()> {
    if let Ok(text) = text.to_str() {
        serde_json::to_writer(out, text).map_err(|error| failed(&error))
    } else {
        let units = text.call_method1(intern!(text.py(), "encode"), ("utf-16-be", "surrogatepass"))?;
        out.push(b'"');
        for unit in units.cast::<PyBytes>()?.as_bytes().chunks_exact(2) {
            out.extend_from_slice(format!("\\u{:02x}{:02x}", unit[0], unit[1]).as_bytes());
        }
        out.push(b'"');
        Ok(())
    }
}

fn write_float(number: f64, out: &mut Vec<u8>) -> PyResult<()> {
    // what is no number is absent; serde_json writes null for it
    serde_json::to_writer(out, &number).map_err(|error| failed(&error))
}

fn failed(error: &serde_json::Error) -> PyErr {
    pyo3::exceptions::PyRuntimeError::new_err(error.to_string())
}

fn write_decimal(number: &Bound<'_, PyAny>, out: &mut Vec<u8>) -> PyResult<()> {
    let py = number.py();
    if !number.call_method0(intern!(py, "is_finite"))?.is_truthy()? {
        out.extend_from_slice(b"null");
        return Ok(());
    }
    // as Python writes it: the digits of 1E99999999, written out, would fill the memory
    let text = number.str()?;
    out.extend_from_slice(text.to_str()?.as_bytes());
    Ok(())
}

/// Midnight without a time zone is a day, since data frames have no other type for days.
fn write_moment(moment: &Bound<'_, PyAny>, out: &mut Vec<u8>) -> PyResult<()> {
    let py = moment.py();
    let text = moment.call_method0(intern!(py, "isoformat"))?;
    if text.is_instance_of::<PyString>() && moment.getattr(intern!(py, "tzinfo"))?.is_none() {
        let text = text.cast::<PyString>()?.to_str()?;
        if let Some(day) = text.strip_suffix("T00:00:00") {
            return write_text(&PyString::new(py, day), out);
        }
    }
    write_quoted(&text, out)
}

fn write_quoted(text: &Bound<'_, PyAny>, out: &mut Vec<u8>) -> PyResult<()> {
    write_text(text.cast::<PyString>()?, out)
}
