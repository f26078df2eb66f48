//! The help of the command and of its subcommands, in Chinese or English.

use clap::{Arg, ArgAction, Command};
use shequ::{Kind, Lang, Words};

use crate::output::{terminal_columns, wrapped};
use crate::words;

/// The command with the names and texts of its arguments in a language.
pub(crate) fn localised(command: Command, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    let about = words::COMMANDS.iter().find(|row| row.0 == name).map(|row| row.1);
    let command = match (lang, about) {
        (Lang::Zh, Some(about)) => command.about(about),
        _ => command,
    };
    let command = command.disable_help_subcommand(true).mut_args(|arg| argument(arg, &name, lang));
    command.mut_subcommands(|command| localised(command, lang))
}

fn argument(arg: Arg, command: &str, lang: Lang) -> Arg {
    match words::row(command, arg.get_id().as_str()) {
        Some((.., "", text)) if lang == Lang::Zh => arg.help(*text),
        Some((.., value, text)) if lang == Lang::Zh => arg.value_name(*value).help(*text),
        _ => arg,
    }
}

/// The help of a command, built and in a language already.
pub(crate) fn page(root: &mut Command, name: Option<&str>, lang: Lang) -> String {
    root.build();
    let command = name.and_then(|name| root.find_subcommand(name)).unwrap_or(root);
    let mut page = Page { lang, out: String::new() };
    page.paragraph(&command.get_about().map(ToString::to_string).unwrap_or_default());
    page.paragraph(&format!("{}{}", USAGE.get(lang), usage(command, lang)));
    let shown = |arg: &&Arg| !arg.is_hide_set();
    let commands: Vec<_> = command
        .get_subcommands()
        .map(|sub| {
            (format!("  {}", sub.get_name()), sub.get_about().map(ToString::to_string).unwrap_or_default())
        })
        .collect();
    page.list(COMMANDS, &commands);
    let positionals: Vec<_> =
        command.get_positionals().filter(shown).map(|arg| (format!("  {arg}"), page.text(arg))).collect();
    page.list(ARGUMENTS, &positionals);
    let options: Vec<_> = command
        .get_arguments()
        .filter(|arg| !arg.is_positional())
        .filter(shown)
        .map(|arg| (flag(arg), page.text(arg)))
        .collect();
    page.list(OPTIONS, &options);
    page.notes(command.get_name());
    page.out.truncate(page.out.trim_end().len());
    page.out + "\n"
}

const USAGE: Words = Words::new("用法：", "Usage: ");
const COMMANDS: Words = Words::new("命令：", "Commands:");
const ARGUMENTS: Words = Words::new("参数：", "Arguments:");
const OPTIONS: Words = Words::new("选项：", "Options:");
const HELP: Words = Words::new("显示用法", "Say how the command is used");
const VERSION: Words = Words::new("显示版本", "Say the version");
const KINDS: Words = Words::new("记录类型：", "Record types:");
const EXIT: Words = Words::new(
    "退出码：0 通过；1 有问题；2 用法有误；3 有内容未能读取，或一条记录也没有",
    "Exit codes: 0 fine; 1 findings; 2 wrong use; 3 something could not be read, or there was no record",
);
const MORE: Words = Words::new(
    "“shequ help 命令”显示该命令的用法；英文见 --lang en",
    "`shequ help COMMAND` says how a command is used; --lang zh for Chinese",
);

/// How a command is called.
pub(crate) fn usage(command: &Command, lang: Lang) -> String {
    let name = command.get_bin_name().unwrap_or("shequ");
    let options = Words::new("[选项]", "[OPTIONS]").get(lang);
    let required: Vec<String> = command
        .get_arguments()
        .filter(|arg| !arg.is_positional() && arg.is_required_set())
        .map(|arg| flag(arg).trim_start().to_owned())
        .collect();
    let positionals = command.get_positionals().map(|arg| {
        if arg.is_required_set() {
            arg.to_string()
        } else {
            format!("[{}]", arg.to_string().trim_matches(['[', ']']))
        }
    });
    let mut parts = vec![name.to_owned()];
    parts.extend(required);
    parts.push(options.to_owned());
    parts.extend(positionals);
    if command.has_subcommands() {
        parts.push(Words::new("<命令>", "<COMMAND>").get(lang).to_owned());
    }
    parts.join(" ")
}

/// `-h, --help`, or `    --kind <TYPE>`.
fn flag(arg: &Arg) -> String {
    let short = arg.get_short().map_or_else(|| "    ".to_owned(), |short| format!("-{short}, "));
    let long = arg.get_long().map(|long| format!("--{long}")).unwrap_or_default();
    let value = match (takes_value(arg), arg.get_value_names()) {
        (true, Some([name, ..])) => format!(" <{name}>"),
        (true, _) => format!(" <{}>", arg.get_id().as_str().to_uppercase()),
        (false, _) => String::new(),
    };
    format!("  {short}{long}{value}")
}

fn takes_value(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Set | ArgAction::Append)
}

struct Page {
    lang: Lang,
    out: String,
}

impl Page {
    fn paragraph(&mut self, text: &str) {
        self.out += &wrapped(text, 0, terminal_columns());
        self.out += "\n\n";
    }

    /// What an argument does, what it may be, and what it is unless given.
    fn text(&self, arg: &Arg) -> String {
        let mut text = match arg.get_id().as_str() {
            "help" => HELP.get(self.lang).to_owned(),
            "version" => VERSION.get(self.lang).to_owned(),
            _ => arg.get_help().map(ToString::to_string).unwrap_or_default(),
        };
        if !takes_value(arg) {
            return text;
        }
        let values: Vec<String> =
            arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let defaults: Vec<_> =
            arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        if !values.is_empty() {
            text = match self.lang {
                Lang::Zh => format!("{text}；可选 {}", values.join("、")),
                Lang::En => format!("{text}; one of {}", values.join(", ")),
            };
        }
        if !defaults.is_empty() {
            text = match self.lang {
                Lang::Zh => format!("{text}；默认 {}", defaults.join(" ")),
                Lang::En => format!("{text}; {} by default", defaults.join(" ")),
            };
        }
        text
    }

    fn list(&mut self, title: Words, rows: &[(String, String)]) {
        /// Columns of the names, beyond which the text goes on the next line.
        const NAMES: usize = 26;
        if rows.is_empty() {
            return;
        }
        self.out += title.get(self.lang);
        self.out.push('\n');
        for (name, text) in rows {
            let width = shequ::width(name);
            let margin = NAMES.min(terminal_columns() / 3);
            let gap = if width + 2 > margin {
                format!("\n{}", " ".repeat(margin))
            } else {
                " ".repeat(margin - width)
            };
            let text = wrapped(&format!("{}{text}", " ".repeat(margin)), margin, terminal_columns());
            for part in [name.as_str(), gap.as_str(), text.trim_start(), "\n"] {
                self.out.push_str(part);
            }
        }
        self.out.push('\n');
    }

    fn notes(&mut self, command: &str) {
        match command {
            "check" | "schema" => {
                let kinds: Vec<String> = Kind::all()
                    .map(|kind| match self.lang {
                        Lang::Zh => format!("{}（{}）", kind.name(), kind.title().zh),
                        Lang::En => kind.name().to_owned(),
                    })
                    .collect();
                let separator = if self.lang == Lang::Zh { "、" } else { ", " };
                let space = if self.lang == Lang::Zh { "" } else { " " };
                self.paragraph(&format!("{}{space}{}", KINDS.get(self.lang), kinds.join(separator)));
            }
            "shequ" => self.paragraph(MORE.get(self.lang)),
            _ => {}
        }
        if matches!(command, "check" | "verify" | "shequ") {
            self.paragraph(EXIT.get(self.lang));
        }
    }
}
