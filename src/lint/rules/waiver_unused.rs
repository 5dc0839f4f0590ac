use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A waiver accepts what no lint finds.
    ///
    /// # What it checks
    ///
    /// Each waiver in force whose lint runs: it accepts at least one finding in its record.
    ///
    /// # Why
    ///
    /// Article 5(2): a register that accepts faults which are mended misleads those who read it, and would
    /// hide the same fault if it came back.
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml
    /// [[subscription.waivers]]
    /// lint = "retention-vague"
    /// reason = "The new rule is being agreed."
    /// owner = "Head of Marketing"
    /// expires = 2027-10-01
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// criteria = ["what is necessary for the purposes"]
    ///
    /// [[subscription.waivers]]
    /// lint = "retention-vague"
    /// reason = "The new rule is being agreed."
    /// owner = "Head of Marketing"
    /// expires = 2027-10-01
    /// ```
    "waiver-unused", Suspicious, found_in_the_pass
}

/// Waivers are judged when everything else has been found.
fn found_in_the_pass(_: &Scope<'_>, _: &mut Report) {}
