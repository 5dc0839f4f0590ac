use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A waiver has ended.
    ///
    /// # What it checks
    ///
    /// `expires` of each waiver, against the day of the run. From that day on the waiver holds no longer,
    /// and what it accepted is reported again.
    ///
    /// # Why
    ///
    /// Article 5(2) makes the controller accountable: a gap is accepted by somebody, for a reason and for
    /// a time, or it is a gap.
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml
    /// [[subscription.waivers]]
    /// lint = "retention-vague"
    /// reason = "The new rule is being agreed."
    /// owner = "Head of Marketing"
    /// expires = 2026-10-01
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// ```
    "waiver-expired", Required, found_in_the_pass
}

/// Waivers are judged when everything else has been found.
fn found_in_the_pass(_: &Scope<'_>, _: &mut Report) {}
