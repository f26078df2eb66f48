//! Identifiers as objects: equal, ordered, hashable, pickled; shown masked where they name a person.

use pyo3::prelude::*;
use pyo3::types::{PyDate, PyType};
use shequ::ids::{self, IdError, PhoneKind};
use shequ::ids::{Authority, Category, Level, PermitRegion};

use super::kind::{place, six, text_of};
use super::label::Label;
use crate::{error, guard};

/// The class of an identifier: its number, how it is shown, and its parts.
macro_rules! identifier {
    ($(#[$docs:meta])* $type:ident { $($parts:tt)* }) => {
        $(#[$docs])*
        #[pyclass(frozen, eq, ord, hash, module = "shequ.ids")]
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $type(ids::$type);

        #[pymethods]
        impl $type {
            #[new]
            fn new(text: &Bound<'_, PyAny>) -> PyResult<Self> {
                let (py, text) = (text.py(), text_of(text)?);
                guard::run(py, || ids::$type::parse(&text).map(Self).map_err(|fault| refused(py, fault)))
            }

            /// The number itself, not masked.
            #[getter]
            fn value(&self) -> &str {
                self.0.as_str()
            }

            fn __str__(&self) -> String {
                self.0.to_string()
            }

            fn __repr__(&self) -> String {
                format!("{}({})", stringify!($type), self.0)
            }

            fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, (String,)) {
                (slf.get_type(), (slf.get().0.as_str().to_owned(),))
            }

            $($parts)*
        }
    };
}

/// Why a text is no identifier, as an exception.
fn refused(py: Python<'_>, fault: IdError) -> PyErr {
    let (words, issue) = (fault.words(), super::issue::name(fault.issue()));
    error::raise_with(py, "IdError", (words.zh, words.en, issue))
}

fn day(py: Python<'_>, day: jiff::civil::Date) -> PyResult<Bound<'_, PyDate>> {
    PyDate::new(py, day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs())
}

fn sex(sex: ids::IdSex) -> Label {
    Label::of(sex.code(), sex.words())
}

fn authority(authority: Authority) -> Label {
    Label::of(authority.code(), authority.words())
}

fn category(category: Category) -> Label {
    Label::of(category.code(), category.words())
}

fn level(level: Level) -> Label {
    Label::of(level.words().en, level.words())
}

fn region(region: PermitRegion) -> Label {
    let code = match region {
        PermitRegion::HongKong => "810000",
        PermitRegion::Macao => "820000",
        PermitRegion::Taiwan => "830000",
    };
    Label::of(code, region.words())
}

/// What a phone number is, by its form.
pub(super) fn form_of(phone: &ids::Phone) -> &'static str {
    match phone.kind() {
        PhoneKind::Mobile => "mobile",
        PhoneKind::Landline => "landline",
        PhoneKind::Hotline => "hotline",
        PhoneKind::FreeCall => "free_call",
        PhoneKind::International => "international",
        _ => "other",
    }
}

identifier! {
    /// A resident identity number, 公民身份号码 (GB 11643-1999), of 18 characters or 15 digits.
    ResidentId {
        /// The six digits of the division in which the number was first given out.
        #[getter]
        fn division(&self) -> String {
            six(self.0.division())
        }

        /// The newest name of that division; None where no edition of GB/T 2260 has it.
        #[getter]
        fn place(&self) -> Option<&'static str> {
            place(self.0.division())
        }

        /// The birth date.
        #[getter]
        fn birth_date<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
            day(py, self.0.birth_date())
        }

        /// The sex that the sequence number stands for: 1 男, 2 女.
        #[getter]
        fn sex(&self) -> Label {
            sex(self.0.sex())
        }

        /// The sequence number, 0 to 999.
        #[getter]
        fn sequence(&self) -> u32 {
            self.0.sequence()
        }

        /// The check character; None in a number of 15 digits.
        #[getter]
        fn check_character(&self) -> Option<char> {
            self.0.check()
        }

        /// Whether the number has the 15 digits of the first generation.
        #[getter]
        fn is_first_generation(&self) -> bool {
            self.0.is_first_generation()
        }

        /// The same number in 18 characters.
        fn upgrade(&self) -> Self {
            Self(self.0.upgrade())
        }
    }
}

identifier! {
    /// The number of a residence permit of a resident of Hong Kong, Macao or Taiwan, 港澳台居民居住证号码.
    ResidencePermit {
        /// Where the holder is a resident: 810000 香港, 820000 澳门, 830000 台湾.
        #[getter]
        fn region(&self) -> Label {
            region(self.0.region())
        }

        /// The birth date.
        #[getter]
        fn birth_date<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
            day(py, self.0.birth_date())
        }

        /// The sex that the sequence number stands for: 1 男, 2 女.
        #[getter]
        fn sex(&self) -> Label {
            sex(self.0.sex())
        }

        /// The sequence number, 0 to 999.
        #[getter]
        fn sequence(&self) -> u32 {
            self.0.sequence()
        }

        /// The check character.
        #[getter]
        fn check_character(&self) -> char {
            self.0.check()
        }
    }
}

identifier! {
    /// The number of a foreign permanent resident card, 外国人永久居留身份证号码.
    ForeignPermanentResidentId {}
}

identifier! {
    /// A travel permit of a resident of Hong Kong or Macao, 港澳居民来往内地通行证号码.
    HkMacaoTravelPermit {}
}

identifier! {
    /// A travel permit of a resident of Taiwan, 台湾居民来往大陆通行证号码.
    TaiwanTravelPermit {}
}

identifier! {
    /// A passport number of any country, 护照号码.
    Passport {}
}

identifier! {
    /// A unified social credit code, 统一社会信用代码 (GB 32100-2015).
    CreditCode {
        /// The registering authority; None where the first character names none.
        #[getter]
        fn authority(&self) -> Option<Label> {
            self.0.authority().map(authority)
        }

        /// What the body is registered as; None where the first two characters name nothing.
        #[getter]
        fn category(&self) -> Option<Label> {
            self.0.category().map(category)
        }

        /// The six digits of the registration division.
        #[getter]
        fn division(&self) -> String {
            six(self.0.division())
        }

        /// The newest name of that division; None where no edition of GB/T 2260 has it.
        #[getter]
        fn place(&self) -> Option<&'static str> {
            place(self.0.division())
        }

        /// The nine characters of the subject, 主体标识码.
        #[getter]
        fn subject(&self) -> &str {
            self.0.subject()
        }

        /// The subject as an organisation code; None where its own check character is not right.
        #[getter]
        fn organisation_code(&self) -> Option<OrganisationCode> {
            self.0.organisation_code().map(OrganisationCode)
        }

        /// The check character.
        #[getter]
        fn check_character(&self) -> char {
            self.0.check()
        }
    }
}

identifier! {
    /// An organisation code, 组织机构代码 (GB 11714-1997).
    OrganisationCode {
        /// The code as the standard prints it, with a hyphen before the check character.
        #[getter]
        fn hyphenated(&self) -> String {
            self.0.hyphenated()
        }

        /// The check character.
        #[getter]
        fn check_character(&self) -> char {
            self.0.check()
        }
    }
}

identifier! {
    /// A division code of 12 digits, 行政区划代码 (GB/T 2260, GB/T 10114).
    DivisionCode {
        /// The level: province, prefecture, county, township or village.
        #[getter]
        fn level(&self) -> Label {
            level(self.0.level())
        }

        /// The division above; None above a province.
        #[getter]
        fn parent(&self) -> Option<Self> {
            self.0.parent().map(Self)
        }

        /// The province.
        #[getter]
        fn province(&self) -> Self {
            Self(self.0.province())
        }

        /// The prefecture; None for a province.
        #[getter]
        fn prefecture(&self) -> Option<Self> {
            self.0.prefecture().map(Self)
        }

        /// The county; None above one, and in a city without counties.
        #[getter]
        fn county(&self) -> Option<Self> {
            self.0.county().map(Self)
        }

        /// The township or sub-district; None above one.
        #[getter]
        fn township(&self) -> Option<Self> {
            self.0.township().map(Self)
        }

        /// The newest name of its first six digits; None where no edition of GB/T 2260 has them.
        #[getter]
        fn place(&self) -> Option<&'static str> {
            place(self.0.prefix())
        }

        /// Whether this division is the other one, or lies in it.
        fn is_within(&self, other: &Self) -> bool {
            self.0.is_within(other.0)
        }
    }
}

identifier! {
    /// A community code, 社区（村）代码: a division code of village level.
    CommunityCode {
        /// The last three digits, 1 to 999.
        #[getter]
        fn serial(&self) -> u16 {
            self.0.serial()
        }

        /// The township or sub-district.
        #[getter]
        fn township(&self) -> DivisionCode {
            DivisionCode(self.0.township())
        }

        /// The county; None in a city without counties.
        #[getter]
        fn county(&self) -> Option<DivisionCode> {
            self.0.county().map(DivisionCode)
        }

        /// The prefecture.
        #[getter]
        fn prefecture(&self) -> Option<DivisionCode> {
            self.0.prefecture().map(DivisionCode)
        }

        /// The province.
        #[getter]
        fn province(&self) -> DivisionCode {
            DivisionCode(self.0.province())
        }

        /// The newest name of its first six digits; None where no edition of GB/T 2260 has them.
        #[getter]
        fn place(&self) -> Option<&'static str> {
            place(self.0.as_division().prefix())
        }

        /// The same code among those of all levels.
        #[getter]
        fn division_code(&self) -> DivisionCode {
            DivisionCode(self.0.as_division())
        }
    }
}

identifier! {
    /// A volunteer number of the national volunteer system, 志愿者编号.
    VolunteerNumber {
        /// The six digits of the division of the registration.
        #[getter]
        fn division(&self) -> String {
            six(self.0.division())
        }

        /// The newest name of that division; None where no edition of GB/T 2260 has it.
        #[getter]
        fn place(&self) -> Option<&'static str> {
            place(self.0.division())
        }
    }
}

identifier! {
    /// A phone number, 联系电话.
    Phone {
        /// What it is: mobile, landline, hotline, `free_call` or international.
        #[getter]
        fn form(&self) -> &'static str {
            form_of(&self.0)
        }
    }
}

identifier! {
    /// An email address, 电子邮箱.
    Email {
        /// What stands after the @.
        #[getter]
        fn domain(&self) -> &str {
            self.0.domain()
        }
    }
}

identifier! {
    /// A record id, 记录标识.
    RecordId {}
}

identifier! {
    /// A reference to a record, 记录引用.
    Reference {
        /// The credit code of the publisher that keeps the record; None for a record of the same dataset.
        #[getter]
        fn publisher(&self) -> Option<CreditCode> {
            self.0.publisher().map(CreditCode)
        }

        /// The id of the record, at its publisher where there is one.
        #[getter]
        fn id(&self) -> &str {
            self.0.id()
        }
    }
}
