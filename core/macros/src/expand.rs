//! Writes what a declaration stands for.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Ident;

use crate::declaration::{Declaration, Declared, Form, Titles, Versions};
use crate::description::Description;

pub(crate) fn expand(declaration: &Declaration) -> TokenStream {
    let parts = [
        structure(declaration),
        meta(declaration),
        view(declaration),
        field(declaration),
        schema(declaration),
        builder(declaration),
        debug(declaration),
    ];
    quote!(#(#parts)*)
}

/// The plain struct with serde and validator.
fn structure(declaration: &Declaration) -> TokenStream {
    let Declaration { visibility, name, docs, fields, .. } = declaration;
    let fields = fields.iter().map(|field| {
        let Declared { name, docs, written, validate, .. } = field;
        let serde = match field.form {
            Form::Required => TokenStream::new(),
            Form::Optional => quote!(#[serde(default, skip_serializing_if = "Option::is_none")]),
            Form::List { min: 0, .. } => {
                quote!(#[serde(default, skip_serializing_if = "crate::field::is_empty")])
            }
            Form::List { .. } => TokenStream::new(),
        };
        quote!(#(#docs)* #serde #validate pub #name: #written)
    });
    quote! {
        // what derive(Validate) writes calls the trait's method
        #[allow(unused_imports)]
        use ::validator::Validate as _;

        #(#docs)*
        #[derive(Clone, PartialEq, ::serde::Serialize, ::serde::Deserialize, ::validator::Validate)]
        #[serde(deny_unknown_fields, remote = "Self")]
        #[non_exhaustive]
        #visibility struct #name { #(#fields,)* }

        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // what serde derives would take a list of values for an object
                Self::deserialize(crate::field::Members(deserializer))
            }
        }

        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }
    }
}

/// The declaration as data.
fn meta(declaration: &Declaration) -> TokenStream {
    let Declaration { name, titles, description, fields, is_record, .. } = declaration;
    let (zh, en) = (&titles.zh, &titles.en);
    let (json_name, description) = (snake_case(name), words(description));
    let fields = fields.iter().map(|field| {
        let (name, required) = (field.json_name(), field.is_required());
        let (zh, en, basis) = (&field.titles.zh, &field.titles.en, &field.basis);
        let inner = &field.inner;
        let (description, class) = (words(&field.description), capitalised(&field.class));
        let unit = if let Some(Titles { zh, en }) = &field.unit {
            quote!(Some(crate::Words::new(#zh, #en)))
        } else {
            quote!(None)
        };
        let Versions { since, deprecated, replacement } = &field.versions;
        let since = since.as_ref().map_or_else(|| quote!(crate::version::FIRST), |since| quote!(#since));
        let [deprecated, replacement] = [deprecated, replacement]
            .map(|said| said.as_ref().map_or_else(|| quote!(None), |said| quote!(Some(#said))));
        let shape = if let Form::List { min, max } = field.form {
            quote!(crate::field::Shape::List { min: #min, max: #max })
        } else {
            quote!(crate::field::Shape::One)
        };
        quote!(crate::field::FieldMeta {
            name: #name,
            title: crate::Words::new(#zh, #en),
            description: #description,
            required: #required,
            class: crate::field::Class::#class,
            basis: #basis,
            unit: #unit,
            shape: #shape,
            value: <#inner as crate::field::Field>::VALUE,
            form: <#inner as crate::field::Field>::FORM,
            part: <#inner as crate::field::Field>::PART,
            versions: crate::Versions::new(#since, #deprecated, #replacement),
        })
    });
    let is_person = declaration.fields.iter().any(|field| field.json_name() == "birth_date");
    let birth_date = if is_person {
        quote!(view.birth_date)
    } else {
        quote!({
            let _ = view;
            crate::field::Slot::Absent
        })
    };
    let record = is_record.then(|| {
        quote! {
            impl crate::field::Record for #name {
                const KIND: crate::Kind = crate::Kind::#name;
                const META: &'static crate::field::ObjectMeta = Self::DECLARATION;

                fn id<'a>(view: &Self::View<'a>) -> crate::field::Slot<&'a str> {
                    view.id
                }

                fn updated_at(view: &Self::View<'_>) -> crate::field::Slot<crate::field::DateTime> {
                    view.updated_at
                }

                fn source(view: &Self::View<'_>) -> crate::field::Slot<crate::ids::CreditCode> {
                    view.source
                }

                fn birth_date(view: &Self::View<'_>) -> crate::field::Slot<crate::field::Date> {
                    #birth_date
                }
            }
        }
    });
    quote! {
        impl #name {
            /// The declaration: titles, fields, classes, clauses.
            pub const DECLARATION: &'static crate::field::ObjectMeta = &crate::field::ObjectMeta {
                name: #json_name,
                title: crate::Words::new(#zh, #en),
                description: #description,
                fields: &[#(#fields),*],
                canonical: |text| {
                    let value = ::serde_json::from_str::<Self>(text).ok()?;
                    ::serde_json::to_string(&value).ok()
                },
                #[cfg(feature = "schemas")]
                schema: <Self as ::schemars::JsonSchema>::json_schema,
            };
        }
        #record
    }
}

/// What the rules see.
fn view(declaration: &Declaration) -> TokenStream {
    let Declaration { visibility, name, fields, .. } = declaration;
    let view = view_name(name);
    let doc = format!("What rules see of a [`{name}`].");
    let fields = fields.iter().map(|field| {
        let Declared { name, docs, inner, .. } = field;
        quote!(#(#docs)* pub #name: crate::field::Slot<<#inner as crate::field::Field>::View<'a>>)
    });
    quote! {
        #[doc = #doc]
        #[derive(Clone, Copy)]
        #visibility struct #view<'a> { #(#fields,)* }
    }
}

/// The two ways to look at it.
fn field(declaration: &Declaration) -> TokenStream {
    let Declaration { name, fields, .. } = declaration;
    let view = view_name(name);
    let see = fields.iter().map(|field| {
        let (name, inner) = (&field.name, &field.inner);
        if let Form::Optional = field.form {
            quote!(#name: self.#name.as_ref().map_or(
                crate::field::Slot::Absent,
                <#inner as crate::field::Field>::see,
            ))
        } else {
            quote!(#name: <#inner as crate::field::Field>::see(&self.#name))
        }
    });
    let read = fields.iter().enumerate().map(|(index, field)| {
        let (name, inner) = (&field.name, &field.inner);
        quote!(#name: reader.field::<#inner>(object, &Self::DECLARATION.fields[#index]))
    });
    let absent = fields.iter().map(|field| {
        let name = &field.name;
        quote!(#name: crate::field::Slot::Absent)
    });
    let scan = fields.iter().enumerate().map(|(index, field)| {
        let (name, inner) = (&field.name, &field.inner);
        quote!(#index => view.#name = value.value::<#inner>(&Self::DECLARATION.fields[#index])?)
    });
    let required = fields.iter().enumerate().filter(|(_, field)| field.is_required());
    let required = required.fold(0_u64, |mask, (index, _)| mask | 1 << index);
    let walk = fields.iter().enumerate().map(|(index, field)| {
        let (name, json_name, inner) = (&field.name, field.json_name(), &field.inner);
        quote! {
            if let crate::field::Slot::Known(value) = view.#name {
                path.push(#json_name);
                visitor.field(path, &Self::DECLARATION.fields[#index]);
                <#inner as crate::field::Field>::walk(value, path, visitor);
                path.pop();
            }
        }
    });
    quote! {
        impl crate::field::Field for #name {
            type View<'a> = #view<'a>;

            const PART: Option<&'static crate::field::ObjectMeta> = Some(Self::DECLARATION);
            const VALUE: crate::field::ValueKind = crate::field::ValueKind::Part;

            fn see(&self) -> crate::field::Slot<#view<'_>> {
                crate::field::Slot::Known(#view { #(#see,)* })
            }

            fn read<'a>(
                node: crate::field::Node<'a>,
                meta: &'static crate::field::FieldMeta,
                reader: &mut crate::field::Reader<'a>,
            ) -> crate::field::Slot<#view<'a>> {
                let Some(object) = reader.object(node, meta, Self::DECLARATION) else {
                    return crate::field::Slot::Unknown;
                };
                crate::field::Slot::Known(#view { #(#read,)* })
            }

            fn scan<'a, S: crate::field::Source<'a>>(
                source: &mut S,
                _meta: &'static crate::field::FieldMeta,
            ) -> Option<crate::field::Slot<#view<'a>>> {
                const REQUIRED: u64 = #required;
                let mut view = #view { #(#absent,)* };
                let seen = source.members(Self::DECLARATION, |index, value| {
                    match index {
                        #(#scan,)*
                        _ => return None,
                    }
                    Some(())
                })?;
                (seen & REQUIRED == REQUIRED).then_some(crate::field::Slot::Known(view))
            }

            fn walk<V: crate::field::Visitor>(
                view: #view<'_>,
                path: &mut crate::field::Path,
                visitor: &mut V,
            ) {
                #(#walk)*
            }
        }
    }
}

/// JSON Schema from the declaration.
fn schema(declaration: &Declaration) -> TokenStream {
    let Declaration { name, fields, .. } = declaration;
    let (json_name, inner) = (snake_case(name), fields.iter().map(|field| &field.inner));
    quote! {
        #[cfg(feature = "schemas")]
        impl ::schemars::JsonSchema for #name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                #json_name.into()
            }
            fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                crate::field::schema::object(
                    Self::DECLARATION,
                    [#(<#inner as ::schemars::JsonSchema>::json_schema(generator)),*],
                )
            }
        }
    }
}

/// A builder, since a later minor version may add fields.
fn builder(declaration: &Declaration) -> TokenStream {
    let Declaration { visibility, name, fields, .. } = declaration;
    let builder = format_ident!("{name}Builder");
    let doc = format!("Builds a [`{name}`] field by field.");
    let slots = fields.iter().map(|field| {
        let (name, inner) = (&field.name, &field.inner);
        quote!(#name: Option<#inner>)
    });
    let setters = fields.iter().map(|field| {
        let Declared { name, docs, inner, .. } = field;
        let (argument, value) = match field.form {
            Form::List { .. } => (quote!(impl Into<#inner>), quote!(value.into())),
            _ => (quote!(#inner), quote!(value)),
        };
        quote! {
            #(#docs)*
            #[must_use]
            pub fn #name(mut self, value: #argument) -> Self {
                self.#name = Some(#value);
                self
            }
        }
    });
    let missing = fields.iter().filter(|field| field.is_required()).map(|field| {
        let (name, json_name) = (&field.name, field.json_name());
        quote!(if self.#name.is_none() { missing.push(#json_name); })
    });
    let values = fields.iter().map(|field| {
        let name = &field.name;
        match field.form {
            Form::Optional => quote!(#name: self.#name),
            Form::List { min: 0, .. } => quote!(#name: self.#name.unwrap_or_default()),
            _ => quote!(#name: match self.#name {
                Some(value) => value,
                None => return Err(crate::field::Missing { fields: missing }),
            }),
        }
    });
    let default = fields.iter().map(|field| {
        let name = &field.name;
        quote!(#name: None)
    });
    quote! {
        #[doc = #doc]
        #[derive(Clone)]
        #visibility struct #builder { #(#slots,)* }

        impl #name {
            /// Begins a value field by field.
            pub fn builder() -> #builder {
                #builder { #(#default,)* }
            }
        }

        impl #builder {
            #(#setters)*

            /// Ends the value.
            ///
            /// # Errors
            /// Names the required fields that were not set.
            pub fn build(self) -> Result<#name, crate::field::Missing> {
                #[allow(unused_mut)]
                let mut missing: Vec<&'static str> = Vec::new();
                #(#missing)*
                if !missing.is_empty() {
                    return Err(crate::field::Missing { fields: missing });
                }
                Ok(#name { #(#values,)* })
            }
        }
    }
}

/// What is personal does not show in `Debug`.
fn debug(declaration: &Declaration) -> TokenStream {
    let Declaration { name, fields, .. } = declaration;
    let title = name.to_string();
    let fields = fields.iter().enumerate().map(|(index, field)| {
        let name = &field.name;
        quote!(crate::field::debug_field(&mut out, &Self::DECLARATION.fields[#index], &self.#name);)
    });
    quote! {
        impl ::std::fmt::Debug for #name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let mut out = formatter.debug_struct(#title);
                #(#fields)*
                out.finish()
            }
        }
    }
}

fn words(description: &Description) -> TokenStream {
    let Description { zh, en } = description;
    quote!(crate::Words::new(#zh, #en))
}

fn view_name(name: &Ident) -> Ident {
    format_ident!("{name}View")
}

fn capitalised(name: &Ident) -> Ident {
    let text = name.to_string();
    let (first, rest) = text.split_at(1);
    Ident::new(&(first.to_uppercase() + rest), name.span())
}

fn snake_case(name: &Ident) -> String {
    let mut out = String::new();
    for letter in name.to_string().chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}
