//! Reads a declaration into what the expansion needs.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Error, Expr, Field, Fields, GenericArgument, Ident, ItemStruct, Lit, LitStr, Meta,
    PathArguments, Result, Token, Type, Visibility, parenthesized,
};

use crate::description::Description;

/// The greatest number of items of a list that does not say otherwise.
const MAX_ITEMS: usize = 1000;

/// The greatest number of fields of an object: those seen are bits of a `u64`.
const MAX_FIELDS: usize = 64;

/// The Chinese and English title of a type.
pub(crate) struct Titles {
    pub(crate) zh: LitStr,
    pub(crate) en: LitStr,
}

impl Parse for Titles {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let zh = input.parse()?;
        input.parse::<Token![,]>()?;
        Ok(Self { zh, en: input.parse()? })
    }
}

/// A record type or a part.
pub(crate) struct Declaration {
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) titles: Titles,
    pub(crate) docs: Vec<Attribute>,
    pub(crate) description: Description,
    pub(crate) fields: Vec<Declared>,
    pub(crate) is_record: bool,
}

/// One field.
pub(crate) struct Declared {
    pub(crate) name: Ident,
    pub(crate) docs: Vec<Attribute>,
    pub(crate) description: Description,
    pub(crate) titles: Titles,
    pub(crate) class: Ident,
    pub(crate) basis: String,
    pub(crate) unit: Option<Titles>,
    pub(crate) versions: Versions,
    pub(crate) form: Form,
    /// The type as written.
    pub(crate) written: Type,
    /// The type without `Option`.
    pub(crate) inner: Type,
    pub(crate) validate: TokenStream,
}

/// Whether a field may be left out, and whether it is a list.
pub(crate) enum Form {
    Required,
    Optional,
    List { min: usize, max: usize },
}

impl Declared {
    pub(crate) fn json_name(&self) -> String {
        self.name.unraw().to_string()
    }

    pub(crate) fn is_required(&self) -> bool {
        match self.form {
            Form::Required => true,
            Form::Optional => false,
            Form::List { min, .. } => min > 0,
        }
    }
}

impl Declaration {
    pub(crate) fn read(titles: Titles, item: ItemStruct, is_record: bool) -> Result<Self> {
        let Fields::Named(named) = item.fields else {
            return Err(Error::new_spanned(item.ident, "a record has named fields"));
        };
        let mut fields = Vec::new();
        if is_record {
            fields.extend([
                common(quote! {
                    /// Identifies the record within its type in a dataset; never an identity number.
                    ///
                    /// 本条记录在数据集同类记录中的唯一标识，由来源系统编制，长期不变；不得使用身份证号、手机号。
                    #[field("记录标识", "Record id", public)]
                    id: crate::ids::RecordId
                }),
                common(quote! {
                    /// When the record was last changed in the source system, with the offset from UTC.
                    ///
                    /// 本条记录在来源系统中最近一次变更的时间，须带时区。
                    #[field("更新时间", "Updated at", public)]
                    updated_at: crate::field::DateTime
                }),
                common(quote! {
                    /// Credit code of the body answerable for the record; the package's publisher where absent.
                    ///
                    /// 对本条记录负责的单位的统一社会信用代码；不填的，视为数据包的发布单位。
                    #[field("来源单位", "Source", public)]
                    source: Option<crate::ids::CreditCode>
                }),
            ]);
        }
        for field in named.named {
            fields.push(Declared::read(field)?);
        }
        if is_record {
            fields.push(common(quote! {
                /// Local additions with keys of the form `<province or system>.<name>`.
                ///
                /// 本标准未设、地方或系统自行增加的数据项，键名为“省份或系统.名称”，内容由使用方约定。
                #[field("扩展信息", "Extensions", internal)]
                extensions: Option<crate::field::Extensions>
            }));
        }
        if fields.len() > MAX_FIELDS {
            return Err(Error::new_spanned(item.ident, format!("an object has at most {MAX_FIELDS} fields")));
        }
        for replacement in fields.iter().filter_map(|field| field.versions.replacement.as_ref()) {
            if !fields.iter().any(|field| field.json_name() == replacement.value()) {
                return Err(Error::new_spanned(replacement, "no field of this object"));
            }
        }
        let docs = docs_of(&item.attrs);
        let description = Description::read(&docs, &item.ident)?;
        Ok(Self { visibility: item.vis, name: item.ident, titles, docs, description, fields, is_record })
    }
}

/// One of the fields that every record carries.
fn common(field: TokenStream) -> Declared {
    let field = Field::parse_named.parse2(field).expect("a field");
    Declared::read(field).expect("the common fields are well declared")
}

/// `"面积", "Area", public, "3.1", unit("平方千米", "square kilometres")`
struct FieldArguments {
    titles: Titles,
    class: Ident,
    basis: String,
    unit: Option<Titles>,
    versions: Versions,
}

/// The versions of the standard that brought a field and gave it up, and the field in its place.
#[derive(Clone, Default)]
pub(crate) struct Versions {
    pub(crate) since: Option<LitStr>,
    pub(crate) deprecated: Option<LitStr>,
    pub(crate) replacement: Option<LitStr>,
}

impl Parse for FieldArguments {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let titles = input.parse()?;
        input.parse::<Token![,]>()?;
        let mut arguments = Self {
            titles,
            class: input.parse()?,
            basis: String::new(),
            unit: None,
            versions: Versions::default(),
        };
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            if input.peek(LitStr) {
                arguments.basis = input.parse::<LitStr>()?.value();
            } else {
                arguments.option(input)?;
            }
        }
        Ok(arguments)
    }
}

impl FieldArguments {
    /// What follows the clauses, each by its name.
    fn option(&mut self, input: ParseStream<'_>) -> Result<()> {
        let name = input.parse::<Ident>()?;
        let inside;
        parenthesized!(inside in input);
        match name.to_string().as_str() {
            "unit" => self.unit = Some(inside.parse()?),
            "since" => self.versions.since = Some(inside.parse()?),
            "deprecated" => {
                self.versions.deprecated = Some(inside.parse()?);
                if inside.parse::<Option<Token![,]>>()?.is_some() {
                    self.versions.replacement = Some(inside.parse()?);
                }
            }
            _ => {
                let options = "the options of a field: unit(\"元\", \"yuan\"), since(\"1.1\"), \
                               deprecated(\"1.2\", \"field_in_its_place\")";
                return Err(Error::new_spanned(name, options));
            }
        }
        Ok(())
    }
}

impl Declared {
    fn read(field: Field) -> Result<Self> {
        let name = field.ident.clone().ok_or_else(|| Error::new_spanned(&field, "a field has a name"))?;
        let arguments = field
            .attrs
            .iter()
            .find(|attribute| attribute.path().is_ident("field"))
            .ok_or_else(|| Error::new_spanned(&name, "a field has #[field(\"title\", \"Title\", class)]"))?
            .parse_args::<FieldArguments>()?;
        let docs = docs_of(&field.attrs);
        let description = Description::read(&docs, &name)?;
        let (form, inner, validate) = form_of(&field)?;
        let FieldArguments { titles, class, basis, unit, versions } = arguments;
        let (unit, written) = (unit.or_else(|| unit_of(&inner)), field.ty);
        Ok(Self {
            name,
            docs,
            description,
            titles,
            class,
            basis,
            unit,
            versions,
            form,
            written,
            inner,
            validate,
        })
    }
}

fn form_of(field: &Field) -> Result<(Form, Type, TokenStream)> {
    let mut validate = match field.attrs.iter().find(|attribute| attribute.path().is_ident("validate")) {
        Some(attribute) => attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)?,
        None => Punctuated::new(),
    };
    let (wrapper, inside) = generic(&field.ty);
    let form = match wrapper.as_deref() {
        Some("Option") => Form::Optional,
        Some("List" | "Set") => {
            let (min, max) = if let Some(length) = validate.iter().find(|meta| meta.path().is_ident("length"))
            {
                limits(length)?
            } else {
                let max = MAX_ITEMS as u64;
                validate.push(syn::parse_quote!(length(max = #max)));
                (0, MAX_ITEMS)
            };
            Form::List { min, max }
        }
        _ => Form::Required,
    };
    let inner = match form {
        Form::Optional => inside.unwrap_or_else(|| field.ty.clone()),
        _ => field.ty.clone(),
    };
    let validate = if validate.is_empty() { TokenStream::new() } else { quote!(#[validate(#validate)]) };
    Ok((form, inner, validate))
}

/// The name of a type with one type argument, and that argument.
fn generic(kind: &Type) -> (Option<String>, Option<Type>) {
    let Type::Path(path) = kind else { return (None, None) };
    let Some(last) = path.path.segments.last() else { return (None, None) };
    let inside = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(inside) => Some(inside.clone()),
                _ => None,
            })
        }
        _ => None,
    };
    (Some(last.ident.to_string()), inside)
}

/// The unit that a type says by its name.
fn unit_of(kind: &Type) -> Option<Titles> {
    let (zh, en) = match generic(kind).0?.as_str() {
        "Yuan" => ("元", "yuan"),
        "Hours" => ("小时", "hours"),
        "Longitude" | "Latitude" => ("度", "degrees"),
        _ => return None,
    };
    let literal = |text| LitStr::new(text, Span::call_site());
    Some(Titles { zh: literal(zh), en: literal(en) })
}

/// `length(min = 1, max = 4)`
fn limits(length: &Meta) -> Result<(usize, usize)> {
    let (mut min, mut max) = (0, MAX_ITEMS);
    let pairs = length
        .require_list()?
        .parse_args_with(Punctuated::<syn::MetaNameValue, Token![,]>::parse_terminated)?;
    for pair in pairs {
        let Expr::Lit(syn::ExprLit { lit: Lit::Int(value), .. }) = &pair.value else {
            return Err(Error::new_spanned(pair, "a limit is a whole number"));
        };
        let value = value.base10_parse()?;
        if pair.path.is_ident("min") {
            min = value;
        } else {
            max = value;
        }
    }
    Ok((min, max))
}

fn docs_of(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).cloned().collect()
}
