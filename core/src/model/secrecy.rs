//! How protected what a record holds is.

use jiff::civil;

use crate::field::{Class, FieldMeta, Path, Record, Visitor};

/// The age below which everything about a person is sensitive (个人信息保护法 28).
const CHILD: i16 = 14;

/// Shows the fields of a record whose class is above a limit, each with its class: the outermost of those that lie in one
/// another.
pub(crate) fn above<T: Record>(
    view: &T::View<'_>,
    limit: Class,
    as_of: civil::Date,
    each: &mut dyn FnMut(&Path, &'static FieldMeta, Class),
) {
    let least = match T::birth_date(view).known() {
        Some(birth) if is_child(birth.civil(), as_of) => Class::Sensitive,
        _ => Class::Public,
    };
    let mut classes = Classes { limit, least, shown: None, each };
    T::walk(*view, &mut Path::default(), &mut classes);
}

/// Whether someone has not had the birthday that ends childhood by a day.
pub(crate) fn is_child(birth: civil::Date, day: civil::Date) -> bool {
    (day.year(), day.month(), day.day()) < (birth.year() + CHILD, birth.month(), birth.day())
}

struct Classes<'e> {
    limit: Class,
    /// What every field is at least.
    least: Class,
    /// The steps to the field that was shown last.
    shown: Option<usize>,
    each: &'e mut dyn FnMut(&Path, &'static FieldMeta, Class),
}

impl Visitor for Classes<'_> {
    fn field(&mut self, path: &Path, meta: &'static FieldMeta) {
        if self.shown.is_some_and(|steps| path.len() > steps) {
            return;
        }
        let class = meta.class.max(self.least);
        let is_above = class > self.limit;
        self.shown = is_above.then_some(path.len());
        if is_above {
            (self.each)(path, meta, class);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::field::Slot;
    use crate::model::{Election, Volunteer};

    fn found<T: Record>(json: &str, limit: Class) -> Vec<String> {
        let record: T = serde_json::from_str(json).unwrap();
        let Slot::Known(view) = record.see() else { panic!("a record") };
        let mut found = Vec::new();
        above::<T>(&view, limit, date(2026, 6, 30), &mut |path, _, class| {
            found.push(format!("{} {}", path.pointer(), class.name()));
        });
        found
    }

    #[test]
    fn a_child_is_one_until_the_birthday() {
        assert!(is_child(date(2012, 7, 1), date(2026, 6, 30)));
        assert!(!is_child(date(2012, 6, 30), date(2026, 6, 30)));
        assert!(is_child(date(2012, 2, 29), date(2026, 2, 28)));
        assert!(!is_child(date(2012, 2, 29), date(2026, 3, 1)));
    }

    #[test]
    fn the_outermost_field_is_shown() {
        let volunteer = |birth: &str| {
            format!(
                r#"{{"id":"v1","updated_at":"2026-06-30T09:00:00+08:00","name":"何文斌","identity":{{"type":"resident_id",
                "number":"1"}},"sex":"1","birth_date":"{birth}","community":"370102007010","registered_on":"2026-01-05",
                "status":"active","guardian":{{"name":"何大山","relation":"父","phone":"0531-88880001","consented_on":"2026-01-05"}}}}"#
            )
        };
        let text = volunteer("1990-01-01");
        assert_eq!(
            found::<Volunteer>(&text, Class::Personal),
            ["/identity sensitive", "/guardian sensitive"]
        );
        assert!(found::<Volunteer>(&text, Class::Sensitive).is_empty());
        let child = volunteer("2014-01-01");
        // id, updated_at and all others
        assert_eq!(found::<Volunteer>(&child, Class::Personal).len(), 10);
        let election = r#"{"id":"e1","updated_at":"2026-06-30T09:00:00+08:00","organisation":"o","body":"party","term":1,
            "method":"direct","held_on":"2024-11-16","electors":9,"ballots_cast":9,"valid":true,"seats":[{"title":"director",
            "seats":1,"candidates":[{"name":"何文斌","votes":1,"elected":false},{"name":"李明","votes":1,"elected":false}]}]}"#;
        assert_eq!(
            found::<Election>(election, Class::Public),
            ["/seats/0/candidates/0/name personal", "/seats/0/candidates/1/name personal"]
        );
    }
}
