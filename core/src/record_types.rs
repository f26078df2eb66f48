//! The one table of record types, from which every list of them is made.

/// Calls a macro with the table of record types, in the order of the standard:
/// `for_each_kind!([the_macro] {what it is given})` is `the_macro! { {what it is given} rows }`.
///
/// A row is `(Type module "name of its files" number)`. The number stands for the type where no
/// name can, as in C; it is never given another meaning, and a new type takes the next one wherever it
/// stands. `plain` ends the row of a type without a rule of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! for_each_kind {
    ([$($macro:tt)+] $given:tt) => {
        $($macro)+! { $given
            (Community community "communities" 1)
            (Statistics statistics "statistics" 2)
            (Subdivision subdivision "subdivisions" 3)
            (Facility facility "facilities" 4)
            (Evaluation evaluation "evaluations" 5)
            (Organisation organisation "organisations" 6)
            (Worker worker "workers" 7)
            (Election election "elections" 8)
            (Agreement agreement "agreements" 9)
            (Volunteer volunteer "volunteers" 10)
            (Activity activity "activities" 11)
            (ServiceRecord service_record "service_records" 12)
            (Recognition recognition "recognitions" 13)
            (Service service "services" 14)
            (Case case "cases" 15)
            (Meeting meeting "meetings" 16)
            (Disclosure disclosure "disclosures" 17)
            (Fund fund "funds" 18)
        }
    };
}
