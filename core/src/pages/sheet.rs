//! A page of facts and tables, before it has a form.

use std::fmt::Write;

use super::markdown::plain;
use crate::Lang;
use crate::markup::{self, escaped};
use crate::report::{left, width};

const STYLE: &str = include_str!("page.css");

/// A page.
pub(super) struct Sheet {
    pub(super) title: String,
    /// Sentences below the title.
    pub(super) lead: Vec<String>,
    /// Label and value.
    pub(super) facts: Vec<(&'static str, String)>,
    pub(super) tables: Vec<Table>,
}

/// A table; what does not fit into a column of a terminal is the detail of its row.
pub(super) struct Table {
    pub(super) head: Vec<&'static str>,
    /// The head of the details; none where rows have none.
    pub(super) detail: Option<&'static str>,
    pub(super) rows: Vec<Row>,
}

/// A row, with as many cells as its table has heads.
pub(super) struct Row {
    pub(super) cells: Vec<String>,
    pub(super) detail: String,
}

impl Row {
    pub(super) fn new(cells: Vec<String>) -> Self {
        Self { cells, detail: String::new() }
    }
}

impl Sheet {
    /// For a terminal.
    pub(super) fn text(&self) -> String {
        let mut out = format!("{}\n", self.title);
        for line in &self.lead {
            let _ = writeln!(out, "{line}");
        }
        if !self.facts.is_empty() {
            out.push('\n');
        }
        let widest = self.facts.iter().map(|fact| width(fact.0)).max().unwrap_or(0);
        for (label, value) in &self.facts {
            let _ = writeln!(out, "{}  {value}", left(label, widest));
        }
        for table in &self.tables {
            out.push('\n');
            table.text(&mut out);
        }
        out
    }

    pub(super) fn markdown(&self) -> String {
        let mut out = format!("# {}\n", plain(&self.title));
        for line in &self.lead {
            let _ = write!(out, "\n{}\n", plain(line));
        }
        if !self.facts.is_empty() {
            out += "\n| | |\n|---|---|\n";
        }
        for (label, value) in &self.facts {
            let _ = writeln!(out, "| {label} | {} |", plain(value));
        }
        for table in &self.tables {
            out.push('\n');
            table.markdown(&mut out);
        }
        out
    }

    /// A page that needs nothing else.
    pub(super) fn html(&self, lang: Lang) -> String {
        let mut out = format!("<header>\n<h1>{}</h1>\n", escaped(&self.title));
        for line in &self.lead {
            let _ = writeln!(out, "<p>{}</p>", escaped(line));
        }
        out += "</header>\n<main>\n";
        if !self.facts.is_empty() {
            out += "<dl>\n";
            for (label, value) in &self.facts {
                let _ = writeln!(out, "<dt>{}</dt><dd>{}</dd>", escaped(label), escaped(value));
            }
            out += "</dl>\n";
        }
        for table in &self.tables {
            table.html(&mut out);
        }
        out += "</main>\n";
        markup::page(lang, &self.title, STYLE, &out)
    }
}

impl Table {
    /// Columns one below the other; the last is as wide as it is.
    fn text(&self, out: &mut String) {
        let cells = |column: usize| self.rows.iter().map(move |row| width(&row.cells[column]));
        let columns: Vec<usize> = self
            .head
            .iter()
            .enumerate()
            .map(|(column, head)| cells(column).chain([width(head)]).max().unwrap_or(0))
            .collect();
        let line = |cells: &[&str]| {
            let cells: Vec<String> =
                cells.iter().zip(&columns).map(|(cell, columns)| left(cell, *columns)).collect();
            cells.join("  ").trim_end().to_owned() + "\n"
        };
        *out += &line(&self.head);
        for row in &self.rows {
            *out += &line(&row.cells.iter().map(String::as_str).collect::<Vec<_>>());
            if !row.detail.is_empty() {
                let _ = writeln!(out, "    {}", row.detail);
            }
        }
    }

    fn markdown(&self, out: &mut String) {
        let heads: Vec<&str> = self.head.iter().copied().chain(self.detail).collect();
        let _ = writeln!(out, "| {} |\n|{}", heads.join(" | "), "---|".repeat(heads.len()));
        for row in &self.rows {
            let cells: Vec<String> = self.cells(row).map(plain).collect();
            let _ = writeln!(out, "| {} |", cells.join(" | "));
        }
    }

    fn html(&self, out: &mut String) {
        *out += "<table>\n<thead><tr>";
        for head in self.head.iter().chain(&self.detail) {
            let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(head));
        }
        *out += "</tr></thead>\n<tbody>\n";
        for row in &self.rows {
            *out += "<tr>";
            for cell in self.cells(row) {
                let _ = write!(out, "<td>{}</td>", escaped(cell));
            }
            *out += "</tr>\n";
        }
        *out += "</tbody>\n</table>\n";
    }

    fn cells<'a>(&self, row: &'a Row) -> impl Iterator<Item = &'a str> {
        let detail = self.detail.map(|_| row.detail.as_str());
        row.cells.iter().map(String::as_str).chain(detail)
    }
}
