use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::activity::Required;

declare_lint! {
    /// Data are required, and nothing says what follows if they are not given.
    ///
    /// # What it checks
    ///
    /// Rows of `data` with `required` other than `"voluntary"` have `if-refused`.
    ///
    /// # Why
    ///
    /// Article 13(2)(e) asks the notice for the possible consequences of failure to provide such data.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without data.order.if-refused
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [data.order]
    /// if-refused = "We cannot deliver your order."
    /// ```
    "refusal-consequence-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for place in scope.data_rows() {
        let row = &place.row.value;
        let Some(required) = row.required.located().filter(|one| *one.value != Required::Voluntary) else { continue };
        if row.if_refused.is_absent() && place.exemption().is_none() {
            report.add(
                place.id,
                finding(
                    required.span,
                    format!("`data.{}` does not say what follows if people refuse", place.row.key.name),
                )
                .label("and if not?")
                .help("add `if-refused`, a whole sentence such as \"We cannot open an account.\""),
            );
        }
    }
}
