//! The parts of records, and where each lies.

use std::sync::LazyLock;

use crate::Kind;
use crate::field::{ObjectMeta, Shape};

/// A part, and one place in which it lies.
pub(crate) struct Part {
    pub(crate) declaration: &'static ObjectMeta,
    pub(crate) kind: Kind,
    pub(crate) steps: Vec<Step>,
}

/// A field on the way to a part.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    pub(crate) field: &'static str,
    pub(crate) is_list: bool,
}

static PARTS: LazyLock<Vec<Part>> = LazyLock::new(|| {
    let mut parts = Vec::new();
    for kind in Kind::all() {
        gather(kind, kind.declaration(), &mut Vec::new(), &mut parts);
    }
    parts
});

fn gather(kind: Kind, object: &ObjectMeta, steps: &mut Vec<Step>, parts: &mut Vec<Part>) {
    for field in object.fields {
        let Some(declaration) = field.part else { continue };
        steps.push(Step { field: field.name, is_list: matches!(field.shape, Shape::List { .. }) });
        if parts.iter().all(|part| part.declaration.name != declaration.name) {
            parts.push(Part { declaration, kind, steps: steps.clone() });
        }
        gather(kind, declaration, steps, parts);
        steps.pop();
    }
}

/// The declarations of all parts of records, in the order in which records have them.
///
/// ```
/// let names: Vec<&str> = shequ::model::parts().map(|part| part.name).collect();
/// assert_eq!(names[..2], ["point", "window"]);
/// assert!(names.contains(&"training"));
/// ```
pub fn parts() -> impl Iterator<Item = &'static ObjectMeta> {
    PARTS.iter().map(|part| part.declaration)
}

/// The part of a name.
pub(crate) fn part(name: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| part.declaration.name == name)
}
