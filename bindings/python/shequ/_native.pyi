"""The library of Rust. What users import stands in `shequ`."""

from collections.abc import Callable, Iterable
from datetime import date
from os import PathLike
from typing import Any, final

from .typing import Kind, Severity

__all__ = [
    "Basis",
    "Checker",
    "CommunityCode",
    "CreditCode",
    "DivisionCode",
    "Email",
    "Finding",
    "ForeignPermanentResidentId",
    "Generated",
    "HkMacaoTravelPermit",
    "Issue",
    "Label",
    "OrganisationCode",
    "Passport",
    "Phone",
    "RecordId",
    "Reference",
    "Report",
    "ResidencePermit",
    "ResidentId",
    "Rule",
    "STANDARD",
    "Table",
    "TaiwanTravelPermit",
    "VERSION",
    "VolunteerNumber",
    "about_id",
    "accepts_code",
    "check_bytes",
    "check_ids",
    "check_paths",
    "check_rows",
    "check_table",
    "code_schema",
    "code_table",
    "code_tables",
    "declaration",
    "declarations",
    "dictionary",
    "digest_ids",
    "explain",
    "find_rule",
    "from_json",
    "from_values",
    "generate",
    "generate_into",
    "inspect_id",
    "is_valid_id",
    "is_field",
    "kind_of",
    "kind_of_file",
    "kinds",
    "mask_id",
    "mask_ids",
    "object_schema",
    "pack",
    "panic_on_purpose",
    "rules",
    "rules_table",
    "run",
    "schema",
    "size_of",
    "suggest_code",
    "table",
    "values",
    "verify",
]

VERSION: str
STANDARD: str

# capsules of the Arrow PyCapsule interface
_Capsule = object
_Progress = Callable[[int], object]
_Path = str | PathLike[str]
# ids that are selected, rules that are ignored, severities, parameters
_Changes = tuple[list[str], list[str], list[tuple[str, str]], list[tuple[str, list[float]]]]
_Column = tuple[str, list[Any]]

@final
class Checker:
    def __new__(
        cls,
        as_of: str | None = None,
        limit: int = 1000,
        threads: int | None = None,
        divisions: _Path | None = None,
        settings: _Changes | None = None,
        form: str = "auto",
    ) -> Checker: ...
    @property
    def as_of(self) -> str: ...

@final
class Report:
    @property
    def ok(self) -> bool: ...
    @property
    def complete(self) -> bool: ...
    @property
    def obstacles(self) -> list[tuple[str, str, str]]: ...
    @property
    def truncated(self) -> bool: ...
    @property
    def as_of(self) -> str: ...
    @property
    def severities(self) -> list[tuple[Severity, int]]: ...
    @property
    def rules(self) -> dict[str, int]: ...
    @property
    def records(self) -> list[tuple[str, int, int]]: ...
    @property
    def is_table(self) -> bool: ...
    def causes(self, lang: str) -> list[tuple[str, Severity, str, str, str, int, str]]: ...
    def __len__(self) -> int: ...
    def finding(self, index: int, lang: str) -> Finding: ...
    def table(self) -> Table: ...
    def bad_rows(self, rows: int) -> bytes: ...
    def messages(self, lang: str) -> list[tuple[int, str]]: ...
    def to_json(self) -> str: ...
    def to_text(self, lang: str, colour: bool, places: int) -> str: ...
    def to_html(self, lang: str, page: bool) -> str: ...
    @staticmethod
    def from_json(text: str) -> Report: ...

@final
class Finding:
    """A breach of a rule; it holds no value of the record."""

    def __new__(
        cls,
        rule: str,
        name: str,
        severity: str,
        kind: str,
        id: str | None,
        pointer: str,
        field: str | None,
        file: str,
        line: int | None,
        row: int | None,
        count: int | None,
        texts: tuple[str, str, str, str, str, str],
    ) -> Finding: ...
    @property
    def rule(self) -> str:
        """The id of the rule: `IDN001`."""
    @property
    def name(self) -> str:
        """The name of the rule: `resident-id-check-character`."""
    @property
    def severity(self) -> Severity:
        """How much it matters: error, warning or info."""
    @property
    def kind(self) -> str:
        """The record type, or the part that was made alone."""
    @property
    def id(self) -> str | None:
        """The id of the record; masked where it is a personal number."""
    @property
    def pointer(self) -> str:
        """The field as a JSON Pointer."""
    @property
    def field(self) -> str | None:
        """The title of the field; None where the standard has no such field."""
    @property
    def file(self) -> str:
        """The name of the file or table."""
    @property
    def line(self) -> int | None:
        """The line of a file, from 1; None in a table."""
    @property
    def row(self) -> int | None:
        """The row of a table, from 1; None in a file."""
    @property
    def count(self) -> int | None:
        """How many values it stands for; None where it stands for one."""
    @property
    def message(self) -> str:
        """What is wrong, in the language of the report."""
    @property
    def message_zh(self) -> str:
        """What is wrong, in Chinese."""
    @property
    def message_en(self) -> str:
        """What is wrong, in English."""
    @property
    def advice(self) -> str:
        """What to do about it, in the language of the report."""
    @property
    def url(self) -> str:
        """The address of the page of the rule, relative to the folder of the schemas."""
    @property
    def params(self) -> dict[str, Any]:
        """Limits, forms and codes that the message names."""
    @property
    def loc(self) -> tuple[str | int, ...]:
        """The place in the record as pydantic writes it: `("trainings", 0, "hours")`."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Table:
    def __len__(self) -> int: ...
    def columns(self) -> dict[str, list[Any]]: ...
    def types(self) -> list[tuple[str, str]]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> _Capsule: ...

def kinds() -> list[str]: ...
def kind_of(name: str) -> Kind: ...
def kind_of_file(name: str) -> Kind | None: ...
def table(columns: list[tuple[str, bool, _Column]]) -> Table: ...
def is_field(kind_name: str, column: str) -> bool: ...
def run(arguments: list[str]) -> int: ...

# checking

def size_of(paths: list[_Path]) -> int: ...
def check_paths(
    checker: Checker, paths: list[_Path], kind_name: str | None = None, progress: _Progress | None = None
) -> Report: ...
def pack(folder: _Path, out: _Path, terms: dict[str, str], progress: _Progress | None = None) -> str: ...
def verify(checker: Checker, path: _Path, progress: _Progress | None = None) -> Report: ...
def check_bytes(
    checker: Checker, data: bytes, kind_name: str, name: str, progress: _Progress | None = None
) -> Report: ...
def check_rows(
    checker: Checker, rows: Iterable[Any], kind_name: str, name: str, progress: _Progress | None = None
) -> Report: ...
def check_table(
    checker: Checker, stream: _Capsule, kind_name: str, name: str, progress: _Progress | None = None
) -> Report: ...

# rules and schemas

@final
class Basis:
    """A document that a rule rests on, and the clause of it."""

    def __new__(
        cls, document: str, clause: str | None, quote: str | None, start: str | None, end: str | None
    ) -> Basis: ...
    @property
    def document(self) -> str:
        """Name with number and edition."""
    @property
    def clause(self) -> str | None:
        """Clause or article; None where it is not known."""
    @property
    def quote(self) -> str | None:
        """A phrase of the clause."""
    @property
    def start(self) -> str | None:
        """First day in force, `2021-11-01`."""
    @property
    def end(self) -> str | None:
        """First day no longer in force."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Rule:
    """A rule of the standard: what it says, why, and what it rests on."""

    @property
    def id(self) -> str:
        """Identifies it for ever: `IDN001`."""
    @property
    def name(self) -> str:
        """A name to read: `resident-id-check-character`."""
    @property
    def severity(self) -> Severity:
        """How much a finding matters: error, warning or info."""
    @property
    def severity_title(self) -> str:
        """The word for that."""
    @property
    def scope(self) -> str:
        """What it looks at: record, dataset or package."""
    @property
    def kinds(self) -> tuple[str, ...]:
        """The record types that it looks at."""
    @property
    def lang(self) -> str:
        """The language of its texts."""
    @property
    def title(self) -> str:
        """What it is called."""
    @property
    def why(self) -> str:
        """Why it matters."""
    @property
    def message(self) -> str:
        """What is wrong, with placeholders for parameters."""
    @property
    def advice(self) -> str:
        """What to do about it."""
    @property
    def hint(self) -> str | None:
        """A sentence that is said where all its placeholders have a value."""
    @property
    def basis(self) -> tuple[Basis, ...]:
        """What it rests on."""
    @property
    def since(self) -> str:
        """The version of the standard that brought it."""
    @property
    def deprecated(self) -> str | None:
        """The version of the standard that lets it go; None where it stays."""
    @property
    def replacement(self) -> str | None:
        """The id of the rule that takes its place then."""
    @property
    def in_force(self) -> tuple[str | None, str | None]:
        """First day in force and first day no longer in force."""
    @property
    def parameters(self) -> dict[str, str]:
        """What options may set, with the defaults."""
    @property
    def enforced_by(self) -> str:
        """Who sees a breach: schema, partly or library."""
    @property
    def adjustable(self) -> bool:
        """Whether options may turn it off or change its severity."""
    @property
    def url(self) -> str:
        """The address of its page, relative to the folder of the schemas."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

def rules(lang_name: str) -> list[Rule]: ...
def find_rule(name: str, lang_name: str) -> Rule: ...
def rules_table(lang_name: str) -> Table: ...
def explain(name: str, lang_name: str, form: str) -> str: ...
def schema(name: str, base_uri: str | None) -> str: ...
def dictionary(name: str | None) -> str: ...

# generated data

_Plan = tuple[int, int, int, str, float | None, int | None]

@final
class Generated:
    def text(self, kind_name: str) -> bytes: ...
    def ledger(self) -> list[dict[str, Any]]: ...

def generate(plan: _Plan, progress: _Progress | None) -> Generated: ...
def generate_into(
    plan: _Plan, folder: _Path, overwrite: bool, progress: _Progress | None
) -> tuple[dict[str, int], int, int]: ...

# identifiers

@final
class Label:
    """A code with its label in Chinese and in English, like 1 男 male."""

    def __new__(cls, code: str, zh: str, en: str) -> Label: ...
    @property
    def code(self) -> str:
        """The code."""
    @property
    def zh(self) -> str:
        """The Chinese label."""
    @property
    def en(self) -> str:
        """The English label."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Issue:
    """One thing that is wrong with an identifier, or worth a look; it holds no part of the number."""

    def __new__(cls, name: str, zh: str, en: str, rejects: bool, rule: str | None) -> Issue: ...
    @property
    def name(self) -> str:
        """What it is called, like `check_character`."""
    @property
    def zh(self) -> str:
        """A short label in Chinese."""
    @property
    def en(self) -> str:
        """A short label in English."""
    @property
    def rejects(self) -> bool:
        """Whether the number is refused; otherwise it is a warning."""
    @property
    def rule(self) -> str | None:
        """The id of the rule that reports it in records."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

def about_id(kind_name: str) -> tuple[str, str, str, int]: ...
def is_valid_id(kind_name: str, text: str, as_of: str | None) -> bool: ...
def inspect_id(kind_name: str, text: str, as_of: str | None) -> list[Issue]: ...
def mask_id(kind_name: str, text: str) -> str: ...
def mask_ids(kind_name: str, column: object) -> Table: ...
def digest_ids(column: object) -> int | None: ...
def check_ids(kind_name: str, column: object, as_of: str | None) -> tuple[Table, dict[str, int], dict[str, int]]: ...

@final
class ResidentId:
    """A resident identity number, 公民身份号码 (GB 11643-1999), of 18 characters or 15 digits."""

    def __new__(cls, text: str) -> ResidentId: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    @property
    def division(self) -> str:
        """The six digits of the division in which the number was first given out."""
    @property
    def place(self) -> str | None:
        """The newest name of that division; None where no edition of GB/T 2260 has it."""
    @property
    def birth_date(self) -> date:
        """The birth date."""
    @property
    def sex(self) -> Label:
        """The sex that the sequence number stands for: 1 男, 2 女."""
    @property
    def sequence(self) -> int:
        """The sequence number, 0 to 999."""
    @property
    def check_character(self) -> str | None:
        """The check character; None in a number of 15 digits."""
    @property
    def is_first_generation(self) -> bool:
        """Whether the number has the 15 digits of the first generation."""
    def upgrade(self) -> ResidentId:
        """The same number in 18 characters."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: ResidentId, /) -> bool: ...
    def __le__(self, value: ResidentId, /) -> bool: ...
    def __gt__(self, value: ResidentId, /) -> bool: ...
    def __ge__(self, value: ResidentId, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class ResidencePermit:
    """The number of a residence permit of a resident of Hong Kong, Macao or Taiwan, 港澳台居民居住证号码."""

    def __new__(cls, text: str) -> ResidencePermit: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    @property
    def region(self) -> Label:
        """Where the holder is a resident: 810000 香港, 820000 澳门, 830000 台湾."""
    @property
    def birth_date(self) -> date:
        """The birth date."""
    @property
    def sex(self) -> Label:
        """The sex that the sequence number stands for: 1 男, 2 女."""
    @property
    def sequence(self) -> int:
        """The sequence number, 0 to 999."""
    @property
    def check_character(self) -> str:
        """The check character."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: ResidencePermit, /) -> bool: ...
    def __le__(self, value: ResidencePermit, /) -> bool: ...
    def __gt__(self, value: ResidencePermit, /) -> bool: ...
    def __ge__(self, value: ResidencePermit, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class ForeignPermanentResidentId:
    """The number of a foreign permanent resident card, 外国人永久居留身份证号码."""

    def __new__(cls, text: str) -> ForeignPermanentResidentId: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: ForeignPermanentResidentId, /) -> bool: ...
    def __le__(self, value: ForeignPermanentResidentId, /) -> bool: ...
    def __gt__(self, value: ForeignPermanentResidentId, /) -> bool: ...
    def __ge__(self, value: ForeignPermanentResidentId, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class HkMacaoTravelPermit:
    """A travel permit of a resident of Hong Kong or Macao, 港澳居民来往内地通行证号码."""

    def __new__(cls, text: str) -> HkMacaoTravelPermit: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: HkMacaoTravelPermit, /) -> bool: ...
    def __le__(self, value: HkMacaoTravelPermit, /) -> bool: ...
    def __gt__(self, value: HkMacaoTravelPermit, /) -> bool: ...
    def __ge__(self, value: HkMacaoTravelPermit, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class TaiwanTravelPermit:
    """A travel permit of a resident of Taiwan, 台湾居民来往大陆通行证号码."""

    def __new__(cls, text: str) -> TaiwanTravelPermit: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: TaiwanTravelPermit, /) -> bool: ...
    def __le__(self, value: TaiwanTravelPermit, /) -> bool: ...
    def __gt__(self, value: TaiwanTravelPermit, /) -> bool: ...
    def __ge__(self, value: TaiwanTravelPermit, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Passport:
    """A passport number of any country, 护照号码."""

    def __new__(cls, text: str) -> Passport: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: Passport, /) -> bool: ...
    def __le__(self, value: Passport, /) -> bool: ...
    def __gt__(self, value: Passport, /) -> bool: ...
    def __ge__(self, value: Passport, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class CreditCode:
    """A unified social credit code, 统一社会信用代码 (GB 32100-2015)."""

    def __new__(cls, text: str) -> CreditCode: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    @property
    def authority(self) -> Label | None:
        """The registering authority; None where the first character names none."""
    @property
    def category(self) -> Label | None:
        """What the body is registered as; None where the first two characters name nothing."""
    @property
    def division(self) -> str:
        """The six digits of the registration division."""
    @property
    def place(self) -> str | None:
        """The newest name of that division; None where no edition of GB/T 2260 has it."""
    @property
    def subject(self) -> str:
        """The nine characters of the subject, 主体标识码."""
    @property
    def organisation_code(self) -> OrganisationCode | None:
        """The subject as an organisation code; None where its own check character is not right."""
    @property
    def check_character(self) -> str:
        """The check character."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: CreditCode, /) -> bool: ...
    def __le__(self, value: CreditCode, /) -> bool: ...
    def __gt__(self, value: CreditCode, /) -> bool: ...
    def __ge__(self, value: CreditCode, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class OrganisationCode:
    """An organisation code, 组织机构代码 (GB 11714-1997)."""

    def __new__(cls, text: str) -> OrganisationCode: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    @property
    def hyphenated(self) -> str:
        """The code as the standard prints it, with a hyphen before the check character."""
    @property
    def check_character(self) -> str:
        """The check character."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: OrganisationCode, /) -> bool: ...
    def __le__(self, value: OrganisationCode, /) -> bool: ...
    def __gt__(self, value: OrganisationCode, /) -> bool: ...
    def __ge__(self, value: OrganisationCode, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class DivisionCode:
    """A division code of 12 digits, 行政区划代码 (GB/T 2260, GB/T 10114)."""

    def __new__(cls, text: str) -> DivisionCode: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    @property
    def level(self) -> Label:
        """The level: province, prefecture, county, township or village."""
    @property
    def parent(self) -> DivisionCode | None:
        """The division above; None above a province."""
    @property
    def province(self) -> DivisionCode:
        """The province."""
    @property
    def prefecture(self) -> DivisionCode | None:
        """The prefecture; None for a province."""
    @property
    def county(self) -> DivisionCode | None:
        """The county; None above one, and in a city without counties."""
    @property
    def township(self) -> DivisionCode | None:
        """The township or sub-district; None above one."""
    @property
    def place(self) -> str | None:
        """The newest name of its first six digits; None where no edition of GB/T 2260 has them."""
    def is_within(self, other: DivisionCode) -> bool:
        """Whether this division is the other one, or lies in it."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: DivisionCode, /) -> bool: ...
    def __le__(self, value: DivisionCode, /) -> bool: ...
    def __gt__(self, value: DivisionCode, /) -> bool: ...
    def __ge__(self, value: DivisionCode, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class CommunityCode:
    """A community code, 社区（村）代码: a division code of village level."""

    def __new__(cls, text: str) -> CommunityCode: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    @property
    def serial(self) -> int:
        """The last three digits, 1 to 999."""
    @property
    def township(self) -> DivisionCode:
        """The township or sub-district."""
    @property
    def county(self) -> DivisionCode | None:
        """The county; None in a city without counties."""
    @property
    def prefecture(self) -> DivisionCode | None:
        """The prefecture."""
    @property
    def province(self) -> DivisionCode:
        """The province."""
    @property
    def place(self) -> str | None:
        """The newest name of its first six digits; None where no edition of GB/T 2260 has them."""
    @property
    def division_code(self) -> DivisionCode:
        """The same code among those of all levels."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: CommunityCode, /) -> bool: ...
    def __le__(self, value: CommunityCode, /) -> bool: ...
    def __gt__(self, value: CommunityCode, /) -> bool: ...
    def __ge__(self, value: CommunityCode, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class VolunteerNumber:
    """A volunteer number of the national volunteer system, 志愿者编号."""

    def __new__(cls, text: str) -> VolunteerNumber: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    @property
    def division(self) -> str:
        """The six digits of the division of the registration."""
    @property
    def place(self) -> str | None:
        """The newest name of that division; None where no edition of GB/T 2260 has it."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: VolunteerNumber, /) -> bool: ...
    def __le__(self, value: VolunteerNumber, /) -> bool: ...
    def __gt__(self, value: VolunteerNumber, /) -> bool: ...
    def __ge__(self, value: VolunteerNumber, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Phone:
    """A phone number, 联系电话."""

    def __new__(cls, text: str) -> Phone: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    @property
    def form(self) -> str:
        """What it is: mobile, landline, hotline, `free_call` or international."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: Phone, /) -> bool: ...
    def __le__(self, value: Phone, /) -> bool: ...
    def __gt__(self, value: Phone, /) -> bool: ...
    def __ge__(self, value: Phone, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Email:
    """An email address, 电子邮箱."""

    def __new__(cls, text: str) -> Email: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    @property
    def domain(self) -> str:
        """What stands after the @."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: Email, /) -> bool: ...
    def __le__(self, value: Email, /) -> bool: ...
    def __gt__(self, value: Email, /) -> bool: ...
    def __ge__(self, value: Email, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class RecordId:
    """A record id, 记录标识."""

    def __new__(cls, text: str) -> RecordId: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: RecordId, /) -> bool: ...
    def __le__(self, value: RecordId, /) -> bool: ...
    def __gt__(self, value: RecordId, /) -> bool: ...
    def __ge__(self, value: RecordId, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Reference:
    """A reference to a record, 记录引用."""

    def __new__(cls, text: str) -> Reference: ...
    @property
    def value(self) -> str:
        """The number itself, not masked."""
    @property
    def publisher(self) -> CreditCode | None:
        """The credit code of the publisher that keeps the record; None for a record of the same dataset."""
    @property
    def id(self) -> str:
        """The id of the record, at its publisher where there is one."""
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __lt__(self, value: Reference, /) -> bool: ...
    def __le__(self, value: Reference, /) -> bool: ...
    def __gt__(self, value: Reference, /) -> bool: ...
    def __ge__(self, value: Reference, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

# records, parts and codes

def declarations() -> list[tuple[str, str, bool]]:
    """Of each record type and each part the name of the class, the name in JSON, and whether it is a record type."""

def declaration(
    name: str,
) -> tuple[str, str, str, str, list[tuple[str, str, str, str, str, bool, str, bool, str, str | None, str]]]:
    """The titles and the descriptions of a record type or part, and its fields."""

def object_schema(name: str) -> str:
    """The JSON Schema of a record type or part, as text."""

def panic_on_purpose(in_thread: bool) -> None:
    """Panics on purpose, for the test that no panic gets through."""

def from_values(name: str, values: object, as_of: str | None = None, lang: str = "zh") -> str:
    """The canonical JSON of a record or part with these values, a mapping."""

def from_json(name: str, text: bytes, as_of: str | None = None, lang: str = "zh") -> str:
    """The canonical JSON of a record or part that a text holds."""

def values(name: str, text: str) -> tuple[Any, ...]:
    """The values of the fields in their order. Decimals, parts and extensions come as their text."""

def code_tables() -> list[tuple[str, str]]:
    """The class names and the names of all tables."""

def code_table(
    name: str,
) -> tuple[str, str, str, str | None, str, str, str | None, list[tuple[str, str, str, str, list[str]]]]:
    """Titles, standard, edition, origin, the form of local codes, and the rows of a table."""

def accepts_code(table: str, code: str) -> bool:
    """Whether a record may hold the code."""

def suggest_code(table: str, value: str) -> str | None:
    """The code that was probably meant by a value that is none."""

def code_schema(table: str) -> str:
    """The JSON Schema of a code, as text."""
