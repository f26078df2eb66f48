//! Reads a declaration into what the expansion needs.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Error, Expr, Field, Fields, GenericArgument, Ident, ItemStruct, Lit, LitStr, Meta,
    PathArguments, Result, Token, Type, Visibility,
};

/// The greatest number of items of a list that does not say otherwise.
const MAX_ITEMS: usize = 1000;

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
    pub(crate) fields: Vec<Declared>,
    pub(crate) is_record: bool,
}

/// One field.
pub(crate) struct Declared {
    pub(crate) name: Ident,
    pub(crate) docs: Vec<Attribute>,
    pub(crate) titles: Titles,
    pub(crate) class: Ident,
    pub(crate) basis: String,
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
                common(
                    "id",
                    "记录标识",
                    "Record id",
                    "Identifies the record within its type in a dataset.",
                    quote!(crate::ids::RecordId),
                ),
                common(
                    "updated_at",
                    "更新时间",
                    "Updated at",
                    "Last change in the source system.",
                    quote!(crate::field::DateTime),
                ),
                common(
                    "source",
                    "来源单位",
                    "Source",
                    "The body answerable for the record; the package's publisher where absent.",
                    quote!(Option<crate::ids::CreditCode>),
                ),
            ]);
        }
        for field in named.named {
            fields.push(Declared::read(field)?);
        }
        if is_record {
            let mut extensions = common(
                "extensions",
                "扩展信息",
                "Extensions",
                "Local additions with keys of the form <province or system>.<name>.",
                quote!(Option<crate::field::Extensions>),
            );
            extensions.class = Ident::new("internal", extensions.name.span());
            fields.push(extensions);
        }
        let docs = docs_of(&item.attrs);
        Ok(Self { visibility: item.vis, name: item.ident, titles, docs, fields, is_record })
    }
}

/// One of the fields that every record carries.
fn common(name: &str, zh: &str, en: &str, doc: &str, kind: TokenStream) -> Declared {
    let field: Field = syn::parse_quote!(#[doc = #doc] #[field(#zh, #en, public)] pub name: #kind);
    let mut declared = Declared::read(field).expect("the common fields are well declared");
    declared.name = Ident::new(name, declared.name.span());
    declared
}

/// `"姓名", "Name", personal, "3.2"`
struct FieldArguments {
    titles: Titles,
    class: Ident,
    basis: String,
}

impl Parse for FieldArguments {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let titles = input.parse()?;
        input.parse::<Token![,]>()?;
        let class = input.parse()?;
        let basis = if input.parse::<Option<Token![,]>>()?.is_some() {
            input.parse::<LitStr>()?.value()
        } else {
            String::new()
        };
        Ok(Self { titles, class, basis })
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
        if docs.is_empty() {
            return Err(Error::new_spanned(&name, "a field has a doc comment: its description"));
        }
        let (form, inner, validate) = form_of(&field)?;
        let FieldArguments { titles, class, basis } = arguments;
        Ok(Self { name, docs, titles, class, basis, form, written: field.ty, inner, validate })
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

/// The text of doc comments, lines joined.
pub(crate) fn doc_text(docs: &[Attribute]) -> String {
    let lines = docs.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(syn::ExprLit { lit: Lit::Str(line), .. }) => Some(line.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join(" ").trim().to_owned()
}
