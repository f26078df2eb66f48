//! What may be asked.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use shequ::pages;
use shequ::{Form, Kind, Lang, Severity};

/// Checks records of community governance (社区治理数据) against the standard shequ 1.0.
#[derive(Debug, Parser)]
#[command(name = "shequ", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// Language of everything that is said: zh or en
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
    /// Check files or folders of records (核查记录)
    Check(Check),
    /// Explain a rule: why it is there, what it rests on, what to do (解释规则)
    Explain {
        /// Id or name of the rule, like IDN001
        rule: String,
    },
    /// List the rules (列出规则)
    Rules(Rules),
    /// List the code tables, or the codes of one (列出代码表及其代码)
    Codes(Codes),
    /// List the record types, the fields of one, or everything about a field (数据字典)
    Dictionary(Dictionary),
    /// Print the JSON Schema of a record type, or of the report (输出JSON Schema)
    Schema(Schema),
    /// Say what identifiers say; personal numbers are masked (解读证件号码和代码)
    Ids(Ids),
    /// Generate a synthetic province, with known defects where asked for (生成虚构的数据)
    Gen(Gen),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Files or folders; - is standard input
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Record type of all inputs, like volunteer; else the names of the files say it
    #[arg(long, value_parser = kind)]
    pub(crate) kind: Option<Kind>,
    /// Reference date YYYY-MM-DD; today in +08:00 unless given
    #[arg(long, value_parser = date)]
    pub(crate) as_of: Option<jiff::civil::Date>,
    /// How records lie in JSON: auto, ndjson, array or record; told from the text unless given
    #[arg(long, value_name = "FORM", value_parser = form, default_value = "auto")]
    pub(crate) form: Form,
    /// End with 0 where no input holds any record, instead of 3
    #[arg(long)]
    pub(crate) allow_empty: bool,
    /// Form of the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Findings kept per rule; 0 for all. Counts are exact in any case
    #[arg(long, default_value_t = 1000, value_name = "N")]
    pub(crate) limit: usize,
    /// Places listed per cause in the text; 0 for all that are kept
    #[arg(long, default_value_t = 5, value_name = "N")]
    pub(crate) places: usize,
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
    /// Severity from which findings make the command end with 1
    #[arg(long, value_parser = severity, default_value = "error")]
    pub(crate) fail_on: Severity,
    /// Whether to use colours
    #[arg(long, value_enum, default_value_t)]
    pub(crate) color: Colour,
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
    /// Form of the catalogue
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
    /// Form of the page
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CatalogueFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Dictionary {
    /// A record type, like volunteer; all unless given
    pub(crate) kind: Option<String>,
    /// A field of it, like identity.number
    pub(crate) field: Option<String>,
    /// Form of the page
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CatalogueFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// A record type, like volunteer, or report
    pub(crate) kind: String,
    /// What the schema's $id begins with
    #[arg(long, default_value = shequ::BASE_URI)]
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
    #[arg(long, value_parser = date)]
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
    /// Identity numbers, credit codes, division codes, phone numbers ...
    #[arg(required = true)]
    pub(crate) values: Vec<String>,
    /// Show the values themselves
    #[arg(long)]
    pub(crate) show_values: bool,
    /// Reference date YYYY-MM-DD; today in +08:00 unless given
    #[arg(long, value_parser = date)]
    pub(crate) as_of: Option<jiff::civil::Date>,
}

fn kind(name: &str) -> Result<Kind, String> {
    Kind::parse(name).ok_or_else(|| {
        let kinds: Vec<&str> = Kind::all().map(Kind::name).collect();
        format!("record types are {}", kinds.join(", "))
    })
}

fn form(name: &str) -> Result<Form, &'static str> {
    Form::parse(name).ok_or("forms are auto, ndjson, array and record")
}

fn date(text: &str) -> Result<jiff::civil::Date, &'static str> {
    text.parse().map_err(|_| "a date is written YYYY-MM-DD")
}

fn rule_severity(text: &str) -> Result<(String, Severity), &'static str> {
    let (rule, name) = text.split_once('=').ok_or("write RULE=SEVERITY")?;
    Ok((rule.to_owned(), severity(name)?))
}

fn severity(name: &str) -> Result<Severity, &'static str> {
    Severity::parse(name).ok_or("severities are error, warning and info")
}
