//! What a rule rests on.

use super::Document;

/// A clause that a rule rests on, while it was or is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Basis {
    /// The document.
    pub document: Document,
    /// Clause or article; none where it is not known.
    pub clause: Option<&'static str>,
    /// A phrase of the clause.
    pub quote: Option<&'static str>,
    /// First day in force, `YYYY-MM-DD`.
    pub from: Option<&'static str>,
    /// First day no longer in force, `YYYY-MM-DD`.
    pub to: Option<&'static str>,
}

impl Basis {
    /// A rule that rests on nothing but this standard.
    pub(crate) const OWN: Self = Self::whole(Document::Standard);

    /// A document, no clause of which is known or meant.
    pub(crate) const fn whole(document: Document) -> Self {
        Self { document, clause: None, quote: None, from: None, to: None }
    }

    /// A clause of a document.
    pub(crate) const fn clause(document: Document, clause: &'static str) -> Self {
        Self { clause: Some(clause), ..Self::whole(document) }
    }

    /// A clause of 民发〔2009〕165号 with a phrase of it.
    pub(crate) const fn policy(clause: &'static str, quote: &'static str) -> Self {
        Self::clause(Document::Policy2009, clause).quote(quote)
    }

    /// The notes on the domain.
    pub(crate) const fn domain(section: &'static str) -> Self {
        Self::clause(Document::Domain, section)
    }

    pub(crate) const fn quote(self, quote: &'static str) -> Self {
        Self { quote: Some(quote), ..self }
    }

    pub(crate) const fn from(self, from: &'static str) -> Self {
        Self { from: Some(from), ..self }
    }

    pub(crate) const fn to(self, to: &'static str) -> Self {
        Self { to: Some(to), ..self }
    }
}
