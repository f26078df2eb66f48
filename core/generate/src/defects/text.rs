//! TXT001-TXT004: characters that are probably not meant.

use super::{Defect, Draft, Outcome, Scene, alone, fields, one};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "TXT001", what: "another separator in a personal name", kinds: &[], inject: separator },
    Defect { rule: "TXT002", what: "an invisible character", kinds: &[], inject: invisible },
    Defect { rule: "TXT003", what: "a character of private use", kinds: &[], inject: private },
    Defect { rule: "TXT004", what: "full-width letters and digits", kinds: &[], inject: full_width },
];

/// Puts a character behind the first one of a text, or in the place of the separator that is right.
fn put(draft: &mut Draft, pointer: &str, character: &str) -> Option<()> {
    let text = draft.text(pointer)?;
    let first = text.chars().next()?.len_utf8();
    let text = if character != "\u{200b}" && text.contains('·') {
        text.replacen('·', character, 1)
    } else {
        format!("{}{character}{}", &text[..first], &text[first..])
    };
    draft.set(pointer, text)
}

fn separator(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).names_of_persons, scene)?;
    put(draft, pointer, scene.random.of(&["\u{2022}", "\u{30fb}", "\u{ff0e}", "\u{2027}"]))?;
    alone("TXT001", pointer)
}

fn invisible(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).names, scene)?;
    put(draft, pointer, scene.random.of(&["\u{200b}", "\u{feff}", "\u{202e}"]))?;
    alone("TXT002", pointer)
}

fn private(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).names, scene)?;
    put(draft, pointer, scene.random.of(&["\u{e863}", "\u{e816}", "\u{f8f5}"]))?;
    alone("TXT003", pointer)
}

fn full_width(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).names, scene)?;
    put(draft, pointer, scene.random.of(&["Ａ", "１", "ｚ"]))?;
    alone("TXT004", pointer)
}
