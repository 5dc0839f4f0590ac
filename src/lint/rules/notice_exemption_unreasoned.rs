use crate::decode::Located;
use crate::diagnostic::Diagnostic;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::activity::NoticeExemption;

declare_lint! {
    /// Something is kept out of notices without a point of the law or without a reason.
    ///
    /// # What it checks
    ///
    /// `notice-exemption` of activities and rows of `data`: `article` is `13(4)`, `14(5)(a)` to `14(5)(d)`,
    /// or begins with `23` for a law under Article 23; `reason` is there.
    ///
    /// # Why
    ///
    /// Articles 13(4) and 14(5) list the cases in which people are not told, besides laws under Article 23;
    /// Article 5(2) has the controller show which one applies and why (WP260 rev.01, paragraphs 56 to 65).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [data.payment.notice-exemption]
    /// article = "14(5)"
    /// reason = "The law on payment services asks for these data."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [data.payment.notice-exemption]
    /// article = "14(5)(c)"
    /// reason = "The law on payment services asks for these data."
    /// ```
    "notice-exemption-unreasoned", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, activity) in scope.activities() {
        let of_activity = (activity.id.clone(), activity.record.notice_exemption.internal());
        let rows = activity.record.data.iter();
        let of_rows = rows.map(|row| (format!("data.{}", row.key.name), row.value.notice_exemption.internal()));
        for (name, exemption) in std::iter::once(of_activity).chain(of_rows) {
            for found in exemption.located().iter().flat_map(|exemption| faults(&name, exemption)) {
                report.add(id, found);
            }
        }
    }
}

fn faults(name: &str, exemption: &Located<&NoticeExemption>) -> Vec<Diagnostic> {
    let known = |article: &str| {
        matches!(article, "13(4)" | "14(5)(a)" | "14(5)(b)" | "14(5)(c)" | "14(5)(d)") || article.starts_with("23")
    };
    let mut found = Vec::new();
    let article = &exemption.value.article;
    if !article.text().is_some_and(known) {
        let at = article.span().unwrap_or(exemption.span);
        found.push(
            finding(at, format!("the exemption of `{name}` names no point of the law"))
                .label("which case?")
                .help("write `article`: `\"13(4)\"`, or `\"14(5)(a)\"` to `\"14(5)(d)\"`"),
        );
    }
    if exemption.value.reason.is_absent() {
        found.push(
            finding(exemption.span, format!("the exemption of `{name}` has no reason"))
                .label("why does it apply?")
                .help("add `reason`: the facts that make the case"),
        );
    }
    found
}
