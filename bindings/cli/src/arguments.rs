//! What may be asked.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use shequ::pages;
use shequ::{Form, Kind, Lang, Severity};

use crate::usage::Refused;

/// Check records of community governance against the standard shequ 1.0
#[derive(Debug, Parser)]
#[command(name = "shequ", version, arg_required_else_help = true, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// Language of what is said and of reports
    #[arg(long, global = true, value_enum, default_value_t)]
    pub(crate) lang: Language,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// A language by its code.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Language {
    #[default]
    Zh,
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Self::Zh,
            Language::En => Self::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check files or folders of records, and say what to fix first
    Check(Check),
    /// Pack a folder of records into a zip file with a manifest
    Pack(Pack),
    /// Verify a package: manifest, digests and counts, not what its records say
    Verify(Verify),
    /// Explain a rule: why it is there, what it rests on, what to do
    Explain {
        /// Id or name of the rule, like IDN001
        rule: String,
    },
    /// List the rules
    Rules(Rules),
    /// List the code tables, or the codes of one
    Codes(Codes),
    /// List the record types, the fields of one, or everything about a field
    Dictionary(Dictionary),
    /// Print the JSON Schema of a record type, or of the report
    Schema(Schema),
    /// Say what identifiers say; personal numbers are masked
    Ids(Ids),
    /// Generate a synthetic province, with known defects where asked for
    Gen(Gen),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Say how a command is used
    Help {
        /// The command
        command: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Files or folders, with their subfolders; - is standard input
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Record type of all inputs, like volunteer; else the names of the files say it
    #[arg(long, value_name = "TYPE", value_parser = kind)]
    pub(crate) kind: Option<Kind>,
    /// Reference date YYYY-MM-DD; today in +08:00 unless given
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<jiff::civil::Date>,
    /// How records lie in JSON: ndjson, array or record; told from the text by auto
    #[arg(long, value_name = "FORM", value_parser = form, default_value = "auto")]
    pub(crate) form: Form,
    /// What is checked: each record by itself, or a dataset too; a folder, a package and several files are a dataset unless given
    #[arg(long, value_enum, value_name = "SCOPE")]
    pub(crate) scope: Option<Scope>,
    /// Memory for a dataset, like 512M or 2G; what is more goes to temporary files
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = "512M")]
    pub(crate) memory: u64,
    #[command(flatten)]
    pub(crate) shown: Shown,
    /// Findings kept per rule; 0 for all. Counts are exact in any case
    #[arg(long, default_value_t = 1000, value_name = "N")]
    pub(crate) limit: usize,
    /// Threads that check; as many as the machine runs at once unless given
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Table of division codes to load: code, name, from, to, successors
    #[arg(long, value_name = "FILE")]
    pub(crate) divisions: Option<PathBuf>,
    /// Check only the rules whose ids begin so; may be repeated
    #[arg(long, value_name = "PREFIX", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Turn a rule off, where the standard lets options do so; may be repeated
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Give a rule another severity, like COM004=info; may be repeated
    #[arg(long, value_name = "RULE=SEVERITY", value_parser = rule_severity)]
    pub(crate) severity: Vec<(String, Severity)>,
    /// Set a parameter of a rule, like VOL005.thresholds=100,200,500,800,1000; may be repeated
    #[arg(long, value_name = "RULE.PARAMETER=NUMBERS")]
    pub(crate) rule: Vec<String>,
    /// An earlier report as JSON; only findings that it does not have make the command end with 1
    #[arg(long, value_name = "REPORT")]
    pub(crate) baseline: Option<PathBuf>,
    /// Do not end with 3 where there is no record at all
    #[arg(long)]
    pub(crate) allow_empty: bool,
    #[command(flatten)]
    pub(crate) limits: PackageLimits,
}

/// How a report is shown, and when it makes the command fail.
#[derive(Debug, Args)]
pub(crate) struct Shown {
    /// Form of the report: text for a person, json for a program, html for a browser
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Causes listed in the text; 0 for all
    #[arg(long, default_value_t = 5, value_name = "N")]
    pub(crate) causes: usize,
    /// Places listed per cause in the text; 0 for all that are kept
    #[arg(long, default_value_t = 3, value_name = "N")]
    pub(crate) places: usize,
    /// Columns of the text; else those of the terminal, or 80
    #[arg(long, value_name = "N")]
    pub(crate) columns: Option<u16>,
    /// List all files and the editions of the code tables in the text
    #[arg(long)]
    pub(crate) verbose: bool,
    /// Address of the rules' pages; {rule} stands for the id, without it /ID.md is added
    #[arg(long, value_name = "URL")]
    pub(crate) rules_url: Option<String>,
    /// Severity from which findings make the command end with 1: error, warning or info
    #[arg(long, value_name = "SEVERITY", value_parser = severity, default_value = "error")]
    pub(crate) fail_on: Severity,
    /// Whether to use colours: auto in a terminal, always, or never
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    pub(crate) color: Colour,
}

/// How much a package may cost.
#[derive(Debug, Args)]
pub(crate) struct PackageLimits {
    /// Files that a package may hold
    #[arg(id = "max_files", long = "max-files", value_name = "N", default_value_t = shequ::Limits::default().most_files)]
    pub(crate) files: usize,
    /// How many times as large as the package its content may be once unpacked
    #[arg(id = "max_expansion", long = "max-expansion", value_name = "N", default_value_t = shequ::Limits::default().most_expansion)]
    pub(crate) expansion: u64,
    /// Bytes that the content of a package may have once unpacked
    #[arg(id = "max_bytes", long = "max-bytes", value_name = "BYTES", default_value_t = shequ::Limits::default().most_bytes)]
    pub(crate) bytes: u64,
}

impl From<&PackageLimits> for shequ::Limits {
    fn from(limits: &PackageLimits) -> Self {
        Self { most_files: limits.files, most_expansion: limits.expansion, most_bytes: limits.bytes }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// A package: a folder with datapackage.json, or a zip file
    pub(crate) path: PathBuf,
    #[command(flatten)]
    pub(crate) shown: Shown,
    #[command(flatten)]
    pub(crate) limits: PackageLimits,
}

#[derive(Debug, Args)]
pub(crate) struct Pack {
    /// Folder with files of records; the manifest in it, where there is one, says what the new one says too
    pub(crate) folder: PathBuf,
    /// Zip file to write; an earlier package of that name is replaced
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Credit code of the body that publishes it; else the source that all records name
    #[arg(long, value_name = "CODE", value_parser = credit_code)]
    pub(crate) publisher: Option<shequ::ids::CreditCode>,
    /// Name of the package; else shequ- and the reference date
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Reference date YYYY-MM-DD of the data; else the day on which the last record was changed
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<jiff::civil::Date>,
    /// When it is made, like 2026-06-30T09:00:00+08:00; else the moment at which the last record was changed
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    pub(crate) created: Option<shequ::model::DateTime>,
    /// Highest personal-data class that it may hold: public, internal, personal or sensitive; else the highest that it holds
    #[arg(long, value_name = "CLASS", value_parser = class)]
    pub(crate) class: Option<shequ::model::Class>,
}

/// A form of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a person
    #[default]
    Text,
    /// For a program; `shequ schema report` prints its schema
    Json,
    /// A page for a browser
    Html,
}

/// Whether to use colours.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Colour {
    /// In a terminal
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// Form of the catalogue: text for a terminal, json for a program, md for Markdown, html for a browser
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CatalogueFormat,
}

/// A form of the catalogue.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum CatalogueFormat {
    /// A list for a terminal
    #[default]
    Text,
    /// For a program, in both languages
    Json,
    /// Markdown
    Md,
    /// One page with everything, for a browser
    Html,
}

impl From<CatalogueFormat> for pages::Form {
    fn from(format: CatalogueFormat) -> Self {
        match format {
            CatalogueFormat::Text => Self::Text,
            CatalogueFormat::Json => Self::Json,
            CatalogueFormat::Md => Self::Markdown,
            CatalogueFormat::Html => Self::Html,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Codes {
    /// A code table, like education; all unless given
    pub(crate) table: Option<String>,
    /// Form of the page: text for a terminal, json for a program, md for Markdown, html for a browser
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CatalogueFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Dictionary {
    /// A record type, like volunteer; all unless given
    pub(crate) kind: Option<String>,
    /// A field of it, like identity.number
    pub(crate) field: Option<String>,
    /// Form of the page: text for a terminal, json for a program, md for Markdown, html for a browser
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CatalogueFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// A record type, like volunteer, or report, or package for its manifest
    pub(crate) kind: String,
    /// What the schema's $id begins with
    #[arg(long, value_name = "URL", default_value = shequ::BASE_URI)]
    pub(crate) base_uri: String,
}

#[derive(Debug, Args)]
pub(crate) struct Gen {
    /// Folder to write to: one NDJSON file for each record type
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Communities, at most 100000
    #[arg(long, default_value_t = 10, value_name = "N")]
    pub(crate) communities: u32,
    /// Volunteers of each community; all persons together at most ten millions
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub(crate) volunteers_per_community: u32,
    /// The same seed gives the same files
    #[arg(long, default_value_t = 1, value_name = "S")]
    pub(crate) seed: u64,
    /// Reference date YYYY-MM-DD, on which the records are right
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: jiff::civil::Date,
    /// Share of records that get a defect, 0 to 1; ledger.json says what must be found
    #[arg(long, value_name = "RATE")]
    pub(crate) defects: Option<f64>,
    /// Threads; the files are the same with any number
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Write over the files of a folder that is not empty
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Ids {
    /// Identity numbers, credit codes, division codes, phone numbers; - reads them from standard input, one a line
    #[arg(required_unless_present = "file")]
    pub(crate) values: Vec<String>,
    /// Read them from a file, one a line, so that no number stands in the history of the shell
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Show the values themselves
    #[arg(long)]
    pub(crate) show_values: bool,
}

fn kind(name: &str) -> Result<Kind, Refused> {
    Kind::parse(name).ok_or_else(|| {
        let kinds: Vec<&str> = Kind::all().map(Kind::name).collect();
        refused(format!("记录类型有 {}", kinds.join("、")), format!("record types are {}", kinds.join(", ")))
    })
}

fn credit_code(text: &str) -> Result<shequ::ids::CreditCode, Refused> {
    text.parse().map_err(|_| {
        refused(
            "应为18位统一社会信用代码，且校验码正确",
            "a credit code of 18 characters is expected, with its check character",
        )
    })
}

fn moment(text: &str) -> Result<shequ::model::DateTime, Refused> {
    text.parse().map_err(|_| {
        refused(
            "时间应写成 2026-06-30T09:00:00+08:00，须带时区",
            "a moment is written like 2026-06-30T09:00:00+08:00, with its offset",
        )
    })
}

fn class(name: &str) -> Result<shequ::model::Class, Refused> {
    shequ::model::Class::ALL.into_iter().find(|class| class.name() == name).ok_or_else(|| {
        refused(
            "级别有 public（公开）、internal（内部）、personal（个人信息）、sensitive（敏感个人信息）",
            "classes are public, internal, personal and sensitive",
        )
    })
}

/// What is checked.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Scope {
    Record,
    Dataset,
}

impl From<Scope> for shequ::Scope {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Record => Self::Record,
            Scope::Dataset => Self::Dataset,
        }
    }
}

fn size(text: &str) -> Result<u64, Refused> {
    let unit = match text.as_bytes().last() {
        Some(b'k' | b'K') => 10,
        Some(b'm' | b'M') => 20,
        Some(b'g' | b'G') => 30,
        _ => 0,
    };
    let number = if unit == 0 { text } else { &text[..text.len() - 1] };
    let size = number.parse().ok().and_then(|number: u64| number.checked_mul(1 << unit));
    size.ok_or_else(|| {
        refused(
            "大小写成数字，可带 K、M、G，如 512M",
            "a size is a number, with K, M or G where it is one of these: 512M",
        )
    })
}

fn form(name: &str) -> Result<Form, Refused> {
    Form::parse(name).ok_or_else(|| {
        refused(
            "排列方式有 auto（自动）、ndjson（每行一条）、array（数组）、record（单条）",
            "forms are auto, ndjson, array and record",
        )
    })
}

fn date(text: &str) -> Result<jiff::civil::Date, Refused> {
    text.parse().map_err(|_| {
        refused("日期应写成 YYYY-MM-DD，且须真实存在", "a date is written YYYY-MM-DD and exists")
    })
}

fn rule_severity(text: &str) -> Result<(String, Severity), Refused> {
    let (rule, name) = text.split_once('=').ok_or_else(|| {
        refused("应写成 规则=级别，如 COM004=info", "write RULE=SEVERITY, like COM004=info")
    })?;
    Ok((rule.to_owned(), severity(name)?))
}

fn severity(name: &str) -> Result<Severity, Refused> {
    Severity::parse(name).ok_or_else(|| {
        refused(
            "级别有 error（错误）、warning（警告）、info（提示）",
            "severities are error, warning and info",
        )
    })
}

fn refused(zh: impl Into<String>, en: impl Into<String>) -> Refused {
    Refused { zh: zh.into(), en: en.into() }
}
