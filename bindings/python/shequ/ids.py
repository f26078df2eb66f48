"""Identifiers: what each number looks like, whether it is right, what it says, how it is masked.

Each name of this module is a kind of identifier; call it with a text to have the number as an object.

>>> import shequ as sq
>>> number = sq.ids.resident_id("11010519491231002X")
>>> number
ResidentId(110105*********02X)
>>> number.birth_date, number.sex.en, number.place
(datetime.date(1949, 12, 31), 'female', '朝阳区')
>>> sq.ids.credit_code.is_valid("52370102MF0000013F")
True
>>> table = sq.ids.division_code.check(["370102001000", "370100001000", None])
>>> table.counts
{'valid': 1, 'warning': 0, 'invalid': 1, 'absent': 1}
"""

from __future__ import annotations

from . import _native
from ._id_kind import IdKind
from ._id_table import IdTable
from ._native import (
    CommunityCode,
    CreditCode,
    DivisionCode,
    Email,
    ForeignPermanentResidentId,
    HkMacaoTravelPermit,
    Issue,
    Label,
    OrganisationCode,
    Passport,
    Phone,
    RecordId,
    Reference,
    ResidencePermit,
    ResidentId,
    TaiwanTravelPermit,
    VolunteerNumber,
)

#: 公民身份号码 (GB 11643-1999), of 18 characters or 15 digits.
resident_id = IdKind("resident_id", _native.ResidentId)
#: 港澳台居民居住证号码.
residence_permit = IdKind("residence_permit", _native.ResidencePermit)
#: 外国人永久居留身份证号码.
foreign_permanent_resident_id = IdKind("foreign_permanent_resident_id", _native.ForeignPermanentResidentId)
#: 港澳居民来往内地通行证号码.
hk_macao_travel_permit = IdKind("hk_macao_travel_permit", _native.HkMacaoTravelPermit)
#: 台湾居民来往大陆通行证号码.
taiwan_travel_permit = IdKind("taiwan_travel_permit", _native.TaiwanTravelPermit)
#: 护照号码.
passport = IdKind("passport", _native.Passport)
#: 统一社会信用代码 (GB 32100-2015).
credit_code = IdKind("credit_code", _native.CreditCode)
#: 组织机构代码 (GB 11714-1997).
organisation_code = IdKind("organisation_code", _native.OrganisationCode)
#: 行政区划代码, 12 digits (GB/T 2260, GB/T 10114).
division_code = IdKind("division_code", _native.DivisionCode)
#: 社区（村）代码.
community_code = IdKind("community_code", _native.CommunityCode)
#: 志愿者编号 of the national volunteer system.
volunteer_number = IdKind("volunteer_number", _native.VolunteerNumber)
#: 联系电话.
phone = IdKind("phone", _native.Phone)
#: 电子邮箱.
email = IdKind("email", _native.Email)
#: 记录标识.
record_id = IdKind("record_id", _native.RecordId)
#: 记录引用.
reference = IdKind("reference", _native.Reference)

__all__ = [
    "CommunityCode",
    "CreditCode",
    "DivisionCode",
    "Email",
    "ForeignPermanentResidentId",
    "HkMacaoTravelPermit",
    "IdKind",
    "IdTable",
    "Issue",
    "Label",
    "OrganisationCode",
    "Passport",
    "Phone",
    "RecordId",
    "Reference",
    "ResidencePermit",
    "ResidentId",
    "TaiwanTravelPermit",
    "VolunteerNumber",
    "community_code",
    "credit_code",
    "division_code",
    "email",
    "foreign_permanent_resident_id",
    "hk_macao_travel_permit",
    "organisation_code",
    "passport",
    "phone",
    "record_id",
    "reference",
    "residence_permit",
    "resident_id",
    "taiwan_travel_permit",
    "volunteer_number",
]
