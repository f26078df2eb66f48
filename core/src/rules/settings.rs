//! What options may change about rules: which are checked, how grave they are, their parameters.

use super::{all, known, no_such_rule};
use crate::error::Error;
use crate::rule::{Rule, Severity};

/// Changes to rules, within what the standard lets options change.
///
/// Warnings and informations that rest on the standard's own word may be turned off, get another
/// severity or other parameters. All other rules can only be made stricter.
///
/// ```
/// use shequ::{Settings, Severity};
/// let settings = Settings::new()
///     .ignore("TXT004")?
///     .severity("TXT002", Severity::Info)?
///     .parameter("PER007.max_age=110")?;
/// assert!(Settings::new().ignore("IDN001").is_err());
/// assert!(Settings::new().severity("IDN001", Severity::Warning).is_err());
/// # Ok::<(), shequ::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Settings {
    selected: Vec<String>,
    ignored: Vec<&'static str>,
    severities: Vec<(&'static str, Severity)>,
    parameters: Vec<(&'static str, &'static str, Vec<f64>)>,
    changes: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        let defaults = all().flat_map(|rule| {
            let numbers = |default: &str| numbers(default).unwrap_or_default();
            rule.parameters.iter().map(move |(name, default)| (rule.id, *name, numbers(default)))
        });
        Self {
            selected: Vec::new(),
            ignored: Vec::new(),
            severities: Vec::new(),
            parameters: defaults.collect(),
            changes: Vec::new(),
        }
    }
}

/// Numbers apart by commas; none where one is no number.
fn numbers(text: &str) -> Option<Vec<f64>> {
    text.split(',')
        .map(|number| number.trim().parse().ok().filter(|number: &f64| number.is_finite()))
        .collect()
}

/// Numbers as a change names them.
fn written(numbers: &[f64]) -> String {
    numbers.iter().map(f64::to_string).collect::<Vec<_>>().join(",")
}

impl Settings {
    /// The rules as the standard has them.
    pub fn new() -> Self {
        Self::default()
    }

    /// The changes that [`changes`](Self::changes) names, one on a line: `select IDN`, `ignore TXT004`,
    /// `severity PER006=error`, `rule PER007.max_age=110`. Empty lines are passed over.
    ///
    /// # Errors
    /// As of the functions that the words name, and [`Error::NoSuchChange`].
    pub fn parse(lines: &str) -> Result<Self, Error> {
        lines.lines().map(str::trim).filter(|line| !line.is_empty()).try_fold(Self::new(), Self::change)
    }

    fn change(self, line: &str) -> Result<Self, Error> {
        let unknown = || Error::NoSuchChange { line: line.to_owned() };
        let (change, what) = line.split_once(' ').ok_or_else(unknown)?;
        match change {
            "select" => self.select(what),
            "ignore" => self.ignore(what),
            "rule" => self.parameter(what),
            "severity" => {
                let (rule, name) = what.split_once('=').ok_or_else(unknown)?;
                self.severity(rule, Severity::parse(name.trim()).ok_or_else(unknown)?)
            }
            _ => Err(unknown()),
        }
    }

    /// Checks only the rules whose ids begin so, and those selected before. What cannot be read at
    /// all is said in any case.
    ///
    /// # Errors
    /// Where no rule's id or name begins so.
    pub fn select(mut self, prefix: &str) -> Result<Self, Error> {
        let prefix = prefix.trim().to_uppercase();
        if prefix.is_empty() || !all().any(|rule| rule.id.starts_with(&prefix)) {
            return Err(no_such_rule(&prefix));
        }
        self.changes.push(format!("select {prefix}"));
        self.selected.push(prefix);
        Ok(self)
    }

    /// Turns a rule off.
    ///
    /// # Errors
    /// Where there is no such rule, or it may not be turned off.
    pub fn ignore(mut self, name: &str) -> Result<Self, Error> {
        let rule = known(name)?;
        if !rule.is_adjustable() {
            return Err(Error::NotAdjustable { rule: rule.id });
        }
        self.changes.push(format!("ignore {}", rule.id));
        self.ignored.push(rule.id);
        Ok(self)
    }

    /// Gives a rule another severity.
    ///
    /// # Errors
    /// Where there is no such rule, or it may only be made graver.
    pub fn severity(mut self, name: &str, severity: Severity) -> Result<Self, Error> {
        let rule = known(name)?;
        if severity > rule.severity && !rule.is_adjustable() {
            return Err(Error::NotAdjustable { rule: rule.id });
        }
        self.changes.push(format!("severity {}={}", rule.id, severity.name()));
        self.severities.push((rule.id, severity));
        Ok(self)
    }

    /// Sets a parameter, written `RULE.parameter=numbers`: `VOL005.thresholds=100,200,500,800,1000`.
    ///
    /// # Errors
    /// Where there is no such parameter, it may not be changed, or it takes other numbers; where the
    /// standard's numbers rise, so must these.
    pub fn parameter(self, setting: &str) -> Result<Self, Error> {
        let unknown = || Error::NoSuchParameter { setting: setting.to_owned() };
        let (name, value) = setting.split_once('=').ok_or_else(unknown)?;
        self.set(setting, name, &numbers(value).ok_or_else(unknown)?)
    }

    /// Sets a parameter, named `RULE.parameter`, to numbers.
    ///
    /// ```
    /// use shequ::Settings;
    /// let settings = Settings::new().numbers_of("PER007.max_age", &[110.0])?;
    /// assert_eq!(settings.changes(), ["rule PER007.max_age=110"]);
    /// # Ok::<(), shequ::Error>(())
    /// ```
    ///
    /// # Errors
    /// As of [`parameter`](Self::parameter); where a number is infinite or none.
    pub fn numbers_of(self, name: &str, numbers: &[f64]) -> Result<Self, Error> {
        let setting = format!("{name}={}", written(numbers));
        if numbers.iter().all(|number| number.is_finite()) {
            self.set(&setting, name, numbers)
        } else {
            Err(Error::NoSuchParameter { setting })
        }
    }

    /// Sets a parameter; `setting` is how the caller wrote it.
    fn set(mut self, setting: &str, name: &str, numbers: &[f64]) -> Result<Self, Error> {
        let unknown = || Error::NoSuchParameter { setting: setting.to_owned() };
        let (rule, parameter) = name.split_once('.').ok_or_else(unknown)?;
        let rule = known(rule)?;
        let row = self.parameters.iter_mut().find(|row| row.0 == rule.id && row.1 == parameter.trim());
        let row = row.ok_or_else(unknown)?;
        if !rule.is_adjustable() {
            return Err(Error::NotAdjustable { rule: rule.id });
        }
        if numbers.len() != row.2.len() {
            return Err(unknown());
        }
        // of a band the first and the last may be one
        let is_band = row.1.ends_with("bands");
        let fits = |pair: &[f64]| pair[0] < pair[1] || is_band && pair[0] <= pair[1];
        let rises = |numbers: &[f64]| numbers.windows(2).all(fits);
        if rises(&row.2) && !rises(numbers) {
            return Err(Error::NotRising { setting: setting.to_owned() });
        }
        numbers.clone_into(&mut row.2);
        self.changes.push(format!("rule {}.{}={}", rule.id, row.1, written(numbers)));
        Ok(self)
    }

    /// What was changed, in the order of the changes; empty where the rules are the standard's.
    pub fn changes(&self) -> &[String] {
        &self.changes
    }

    /// The severity of a rule under these settings; none where it is not checked.
    pub(crate) fn effective(&self, rule: &Rule) -> Option<Severity> {
        if self.changes.is_empty() {
            return Some(rule.severity);
        }
        let selected =
            self.selected.is_empty() || self.selected.iter().any(|prefix| rule.id.starts_with(prefix));
        if !selected || self.ignored.contains(&rule.id) {
            return None;
        }
        let changed = self.severities.iter().rev().find(|change| change.0 == rule.id);
        Some(changed.map_or(rule.severity, |change| change.1))
    }

    /// The numbers of a parameter that the rule declares.
    pub(crate) fn numbers(&self, rule: &Rule, name: &str) -> &[f64] {
        let row = self.parameters.iter().find(|row| row.0 == rule.id && row.1 == name);
        row.map_or(&[], |row| &row.2)
    }

    /// The one number of a parameter that the rule declares.
    pub(crate) fn number(&self, rule: &Rule, name: &str) -> f64 {
        self.numbers(rule, name).first().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;

    #[test]
    fn changes_are_read_as_they_are_written() {
        let text = "select IDN\nignore TXT004\n\nseverity PER006=error\nrule PER007.max_age=110\n";
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(Settings::parse(text).unwrap().changes(), lines);
        for wrong in ["IDN", "drop IDN001", "ignore IDN001", "severity PER006", "severity PER006=bad"] {
            assert!(Settings::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn errors_can_only_be_made_stricter() {
        assert!(Settings::new().severity("PER006", Severity::Error).is_ok());
        assert!(Settings::new().severity("PER006", Severity::Info).is_err());
        assert!(Settings::new().ignore("STR004").is_err());
        assert!(Settings::new().ignore("txt002").is_ok());
    }

    #[test]
    fn parameters_keep_their_number_of_numbers() {
        let settings = Settings::new().parameter("PER007.max_age=110").unwrap();
        assert!((settings.number(find("PER007").unwrap(), "max_age") - 110.0).abs() < f64::EPSILON);
        for wrong in [
            "PER007.max_age=1,2",
            "PER007.max_age=x",
            "PER007.age=1",
            "PER007",
            "IDN013.cities_without_counties=1",
        ] {
            assert!(Settings::new().parameter(wrong).is_err(), "{wrong}");
        }
        for wrong in [&[][..], &[1.0, 2.0], &[f64::NAN], &[f64::INFINITY]] {
            assert!(Settings::new().numbers_of("PER007.max_age", wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn thresholds_rise() {
        assert!(Settings::new().parameter("VOL005.thresholds=1,2,3,4,5").is_ok());
        for wrong in ["5,4,3,2,1", "1,2,2,4,5", "100,300,600,1000,900"] {
            let setting = format!("VOL005.thresholds={wrong}");
            assert!(matches!(Settings::new().parameter(&setting), Err(Error::NotRising { .. })), "{wrong}");
        }
    }

    #[test]
    fn a_selection_leaves_the_others_out() {
        let settings = Settings::new().select("idn").unwrap();
        assert_eq!(settings.effective(find("IDN001").unwrap()), Some(Severity::Error));
        assert_eq!(settings.effective(find("TXT001").unwrap()), None);
        assert!(Settings::new().select("XYZ").is_err());
    }
}
