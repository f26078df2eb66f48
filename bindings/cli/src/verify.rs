//! `shequ verify`

use std::ops::ControlFlow;

use shequ::{Checker, Error, Lang, Options, Report};

use crate::arguments::Verify;
use crate::{check, output};

pub(crate) fn run(arguments: &Verify, lang: Lang) -> u8 {
    match verified(arguments, lang) {
        Ok(report) => {
            // a package without records is as whole as any
            check::show(&report, &arguments.shown, lang).max(check::outcome(
                &report,
                &arguments.shown,
                true,
                &|severity| report.count(severity),
            ))
        }
        Err(error) => output::fail(lang, &error),
    }
}

fn verified(arguments: &Verify, lang: Lang) -> Result<Report, Error> {
    let sources = shequ::sources(std::slice::from_ref(&arguments.path), None);
    let bar = check::progress_bar(sources.as_ref().map_or(&[], |sources| &sources.inputs), lang);
    let checker = Checker::new(Options::new().limits((&arguments.limits).into()));
    let report = checker.verify(&arguments.path, &mut |bytes| {
        bar.set_position(bytes);
        ControlFlow::Continue(())
    });
    bar.finish_and_clear();
    report
}
