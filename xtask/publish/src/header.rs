//! The header of the C library, made from its Rust by cbindgen.

use std::fmt::Write;

use cbindgen::{Builder, Config, DocumentationLength, DocumentationStyle, Language, Style};

use shequ::{Kind, Words};
use xtask::files::root;

/// The files of the library in the order in which the header has their functions.
const THEMES: [&str; 12] = [
    "status",
    "words",
    "ids",
    "string",
    "options",
    "checker",
    "shown",
    "report",
    "feed",
    "package",
    "arrow",
    "catalogue",
];

/// What stands above the types: how to read the header.
const HEAD: &str = "\
/* shequ: checks records of Chinese community governance by the rules of the standard.
 *
 * Written by `cargo xtask gen` from bindings/c/src; do not edit.
 *
 * Texts    Out: UTF-8, ending with NUL. In: a pointer and a length, or where a function says so a text
 *          that ends with NUL; always UTF-8.
 * Owners   What a function hands out through `out` belongs to the caller, who frees it by the `_free` of
 *          its type. What it returns as a pointer to const belongs to the handle that it came from, or to
 *          the library. Never free either by free().
 * NULL     Every `_free` takes NULL. Elsewhere NULL gives SHEQU_NULL_ARGUMENT, unless a function allows it.
 * Threads  A pointer to const may be used by several threads at once; one that is not const by one.
 * Errors   A function that returns shequ_status did its work if and only if that is SHEQU_OK; why it did
 *          not, shequ_last_error says. What is wrong with data is no error but a finding in the report.
 */";

/// What stands below the types: what C has no words of Rust for.
fn macros() -> String {
    format!(
        "\
/* The version of the library that the header belongs to. */
#define SHEQU_VERSION \"{}\"

/* The options as they are unless set. */
#define SHEQU_OPTIONS_INIT \\
  {{ sizeof(shequ_options), SHEQU_LANG_ZH, 0, 1000, NULL, NULL, 0, NULL, NULL, SHEQU_FORM_AUTO, 0 }}

/* What a manifest says as it is unless set. */
#define SHEQU_PACK_TERMS_INIT {{ sizeof(shequ_pack_terms), NULL, NULL, NULL, NULL, NULL }}

/* The Arrow C stream interface; its header, or that of a library of Arrow, declares what is in it. */
struct ArrowArrayStream;
{}",
        env!("CARGO_PKG_VERSION"),
        kinds()
    )
}

/// The numbers of the record types, from the table in the core.
fn kinds() -> String {
    let mut kinds: Vec<Kind> = Kind::all().collect();
    kinds.sort_by_key(|kind| kind.number());
    kinds.into_iter().fold(String::new(), |mut text, kind| {
        let Words { zh, en } = kind.title();
        let (name, number) = (kind.name().to_uppercase(), kind.number());
        let _ =
            write!(text, "\n/**\n * {zh} {}\n */\n#define SHEQU_KIND_{name} {number}\n", uncapitalised(en));
        text
    })
}

fn uncapitalised(title: &str) -> String {
    let (first, rest) = title.split_at(1);
    first.to_lowercase() + rest
}

/// The header.
///
/// # Panics
/// Where the sources cannot be read.
pub(crate) fn generate() -> String {
    let mut config = Config {
        language: Language::C,
        cpp_compat: true,
        include_guard: Some("SHEQU_H".to_owned()),
        header: Some(HEAD.to_owned()),
        no_includes: true,
        sys_includes: ["stddef.h", "stdint.h"].map(str::to_owned).to_vec(),
        after_includes: Some(format!("\n{}", macros())),
        style: Style::Both,
        documentation: true,
        documentation_style: DocumentationStyle::Doxy,
        documentation_length: DocumentationLength::Full,
        usize_is_size_t: true,
        tab_width: 2,
        line_length: 110,
        ..Config::default()
    };
    config.export.exclude.push("ArrowArrayStream".to_owned());
    config.export.rename.insert("ArrowArrayStream".to_owned(), "struct ArrowArrayStream".to_owned());
    let sources = root().join("bindings/c/src");
    let builder = Builder::new().with_config(config);
    let builder =
        THEMES.iter().fold(builder, |builder, theme| builder.with_src(sources.join(format!("{theme}.rs"))));
    let mut header = Vec::new();
    builder.generate().expect("the header can be made").write(&mut header);
    let header = String::from_utf8(header).expect("the header is UTF-8");
    // a comment ends without a blank
    header.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}
