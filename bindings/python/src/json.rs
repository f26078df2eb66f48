//! Values of Python as JSON text: what a table holds for absent is null, a date is a text.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyBytes, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};

use crate::error;

/// Deeper than any record may be: what lies below is left out, and the checker says that the record is too deep.
const MAX_DEPTH: usize = 100;
/// Larger than any record may be: what comes after is left out, and the checker says that the record is too large.
const MAX_LENGTH: usize = 2 << 20;

/// An infinite number, or one of more digits than Python writes. No field takes it, and JSON has no other word for it.
const BEYOND: &str = "1e999";

/// Appends a record, which is a mapping or a record of the package; errors name its row, from 1.
pub(crate) fn write_record(value: &Bound<'_, PyAny>, row: Option<u64>, out: &mut Vec<u8>) -> PyResult<()> {
    let end = out.len() + MAX_LENGTH;
    Writer { out, end }.write(value, 0).map_err(|fault| fault.raised(value.py(), row))
}

/// Why a value cannot be written.
enum Fault {
    /// What Python raised on the way.
    Raised(PyErr),
    /// A type that JSON does not know, and the fields that lead to the value, the last first.
    Type { name: String, fields: Vec<String> },
    /// The name of a field is no text.
    Name { fields: Vec<String> },
}

impl From<PyErr> for Fault {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}

impl Fault {
    fn below(mut self, field: &str) -> Self {
        match &mut self {
            Self::Raised(_) => {}
            Self::Type { fields, .. } | Self::Name { fields } => fields.push(field.to_owned()),
        }
        self
    }

    fn raised(self, py: Python<'_>, row: Option<u64>) -> PyErr {
        match self {
            Self::Raised(error) => error,
            Self::Type { name, fields } => {
                let (zh, en) = place(row, fields);
                error::usage(
                    py,
                    &format!("{zh}{name} 类型的值不能写成JSON；请先转换为文本、数值或日期"),
                    &format!(
                        "{en}a value of type {name} cannot be written as JSON; convert it to text, a number or a date"
                    ),
                )
            }
            Self::Name { fields } => {
                let (zh, en) = place(row, fields);
                error::usage(
                    py,
                    &format!("{zh}字段名应为文本"),
                    &format!("{en}the names of fields must be text"),
                )
            }
        }
    }
}

/// The row and the field in both languages. Names that are no fields of the standard are data, and not told.
fn place(row: Option<u64>, mut fields: Vec<String>) -> (String, String) {
    fields.reverse();
    let known: Vec<String> = fields.into_iter().take_while(|name| is_field(name)).collect();
    let path = known.join(".");
    let (mut zh, mut en) = (String::new(), String::new());
    if let Some(row) = row {
        zh = format!("第{row}行");
        en = format!("row {row}");
    }
    if !path.is_empty() {
        zh = format!("{zh}字段“{path}”");
        en = format!("{en}{}field `{path}`", if en.is_empty() { "" } else { ", " });
    }
    if !en.is_empty() {
        zh += "：";
        en += ": ";
    }
    (zh, en)
}

fn is_field(name: &str) -> bool {
    let records = shequ::Kind::all().map(shequ::Kind::declaration);
    records.chain(shequ::model::parts()).any(|object| object.fields.iter().any(|field| field.name == name))
}

struct Writer<'o> {
    out: &'o mut Vec<u8>,
    /// Where the text is longer than that of any record.
    end: usize,
}

impl Writer<'_> {
    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn is_full(&self) -> bool {
        self.out.len() > self.end
    }

    fn write(&mut self, value: &Bound<'_, PyAny>, depth: usize) -> Result<(), Fault> {
        if depth > MAX_DEPTH || value.is_none() {
            self.text("null");
        } else if let Ok(text) = value.cast::<PyString>() {
            self.quoted(text)?;
        } else if let Ok(truth) = value.cast::<PyBool>() {
            self.text(if truth.is_true() { "true" } else { "false" });
        } else if value.is_instance_of::<PyInt>() {
            self.integer(value)?;
        } else if let Ok(number) = value.cast::<PyFloat>() {
            self.double(number.value());
        } else if let Ok(object) = value.cast::<PyDict>() {
            self.object(object, depth)?;
        } else if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
            self.list(value, depth)?;
        } else {
            self.other(value, depth)?;
        }
        Ok(())
    }

    /// What is none of JSON's own types.
    fn other(&mut self, value: &Bound<'_, PyAny>, depth: usize) -> Result<(), Fault> {
        let py = value.py();
        if let Some(text) = value.getattr_opt(intern!(py, "__shequ_json__"))? {
            let text = text.call0()?;
            self.text(text.cast::<PyString>().map_err(PyErr::from)?.to_str()?);
            return Ok(());
        }
        let name = value.get_type().name()?;
        match name.to_str()? {
            "NaTType" | "NAType" | "MaskedConstant" => self.text("null"),
            "Decimal" => self.decimal(value)?,
            // as a double they would show more digits than they have
            "float16" | "float32" => self.narrow(value)?,
            "datetime64" => self.write(&moment_of_numpy(value)?, depth)?,
            "ndarray" if value.getattr(intern!(py, "ndim"))?.is_truthy()? => self.list(value, depth)?,
            name => self.unnamed(value, name, depth)?,
        }
        Ok(())
    }

    fn unnamed(&mut self, value: &Bound<'_, PyAny>, name: &str, depth: usize) -> Result<(), Fault> {
        let py = value.py();
        if value.is_instance_of::<PyDateTime>() {
            self.moment(value)
        } else if value.is_instance_of::<PyDate>() {
            let day = value.call_method0(intern!(py, "isoformat"))?;
            self.quoted(day.cast::<PyString>().map_err(PyErr::from)?)
        } else if value.hasattr(intern!(py, "keys"))? {
            let object = py.get_type::<PyDict>().call1((value,))?;
            self.object(object.cast::<PyDict>().map_err(PyErr::from)?, depth)
        } else if let Some(inner) = inner(value, name)? {
            self.write(&inner, depth + 1)
        } else if value.try_iter().is_ok() && !is_bytes(value, name) {
            self.list(value, depth)
        } else {
            Err(Fault::Type { name: name.to_owned(), fields: Vec::new() })
        }
    }

    fn object(&mut self, object: &Bound<'_, PyDict>, depth: usize) -> Result<(), Fault> {
        self.text("{");
        for (index, (key, value)) in object.iter().enumerate() {
            if index > 0 {
                self.text(",");
            }
            let Ok(key) = key.cast::<PyString>() else {
                return Err(Fault::Name { fields: Vec::new() });
            };
            self.quoted(key)?;
            self.text(":");
            self.write(&value, depth + 1).map_err(|fault| match key.to_str() {
                Ok(key) => fault.below(key),
                Err(error) => Fault::Raised(error),
            })?;
            if self.is_full() {
                break;
            }
        }
        self.text("}");
        Ok(())
    }

    fn list(&mut self, list: &Bound<'_, PyAny>, depth: usize) -> Result<(), Fault> {
        self.text("[");
        for (index, item) in list.try_iter()?.enumerate() {
            if index > 0 {
                self.text(",");
            }
            self.write(&item?, depth + 1)?;
            if self.is_full() {
                break;
            }
        }
        self.text("]");
        Ok(())
    }

    /// Appends a text. Half a surrogate pair, which Python can hold, is written as the escape that it is.
    fn quoted(&mut self, text: &Bound<'_, PyString>) -> Result<(), Fault> {
        if let Ok(text) = text.to_str() {
            let written = serde_json::to_writer(&mut *self.out, text);
            return written
                .map_err(|error| pyo3::exceptions::PyRuntimeError::new_err(error.to_string()).into());
        }
        let units = text.call_method1(intern!(text.py(), "encode"), ("utf-16-be", "surrogatepass"))?;
        self.text("\"");
        for unit in units.cast::<PyBytes>().map_err(PyErr::from)?.as_bytes().chunks_exact(2) {
            self.text(&format!("\\u{:02x}{:02x}", unit[0], unit[1]));
        }
        self.text("\"");
        Ok(())
    }

    /// Numbers of numpy and enums are written as the number, not as their name.
    fn integer(&mut self, number: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let py = number.py();
        match py.get_type::<PyInt>().call_method1(intern!(py, "__repr__"), (number,)) {
            Ok(text) => self.text(text.cast::<PyString>().map_err(PyErr::from)?.to_str()?),
            // more digits than Python writes
            Err(_) if number.lt(0)? => self.text(&format!("-{BEYOND}")),
            Err(_) => self.text(BEYOND),
        }
        Ok(())
    }

    fn double(&mut self, number: f64) {
        if number.is_nan() {
            self.text("null");
        } else if number.is_infinite() {
            self.text(&if number > 0.0 { BEYOND.to_owned() } else { format!("-{BEYOND}") });
        } else {
            // a vector takes everything
            let _ = serde_json::to_writer(&mut *self.out, &number);
        }
    }

    fn narrow(&mut self, number: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let text = number.str()?;
        let number: f64 = text.to_str()?.parse().unwrap_or(f64::NAN);
        self.double(number);
        Ok(())
    }

    fn decimal(&mut self, number: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let py = number.py();
        if number.call_method0(intern!(py, "is_nan"))?.is_truthy()? {
            self.text("null");
        } else if number.call_method0(intern!(py, "is_infinite"))?.is_truthy()? {
            let is_negative = number.call_method0(intern!(py, "is_signed"))?.is_truthy()?;
            self.double(if is_negative { f64::NEG_INFINITY } else { f64::INFINITY });
        } else {
            // as Python writes it: the digits of 1E99999999, written out, would fill the memory
            self.text(number.str()?.to_str()?);
        }
        Ok(())
    }

    /// Midnight without a time zone is a day, since data frames have no other type for days.
    fn moment(&mut self, moment: &Bound<'_, PyAny>) -> Result<(), Fault> {
        let py = moment.py();
        let text = moment.call_method0(intern!(py, "isoformat"))?;
        let text = text.cast::<PyString>().map_err(PyErr::from)?;
        if moment.getattr(intern!(py, "tzinfo"))?.is_none() {
            return match text.to_str()?.strip_suffix("T00:00:00") {
                Some(day) => self.quoted(&PyString::new(py, day)),
                None => self.quoted(text),
            };
        }
        // old local times differ by seconds, for which an offset has no room
        let is_odd = text.to_str()?.rsplit_once(['+', '-']).is_some_and(|(_, offset)| offset.len() > 5);
        if is_odd {
            let utc = py.import("datetime")?.getattr("timezone")?.getattr("utc")?;
            return self.moment(&moment.call_method1(intern!(py, "astimezone"), (utc,))?);
        }
        self.quoted(text)
    }
}

/// A moment of numpy as one of Python, which would make a number of nanoseconds.
fn moment_of_numpy<'py>(moment: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    moment.call_method1(intern!(moment.py(), "astype"), ("datetime64[us]",))?.call_method0("tolist")
}

/// What numpy's numbers, and enums, stand for.
fn inner<'py>(value: &Bound<'py, PyAny>, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
    let py = value.py();
    // a duration of numpy would become a number of nanoseconds
    if matches!(name, "timedelta64" | "memoryview") {
        return Ok(None);
    }
    if let Some(list) = value.getattr_opt(intern!(py, "tolist"))? {
        return list.call0().map(Some);
    }
    value.getattr_opt(intern!(py, "value"))
}

fn is_bytes(value: &Bound<'_, PyAny>, name: &str) -> bool {
    value.is_instance_of::<PyBytes>() || matches!(name, "bytearray" | "memoryview")
}
