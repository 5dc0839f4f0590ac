use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::Party;

declare_lint! {
    /// A public body rests a transfer on a derogation that is closed to its public powers.
    ///
    /// # What it checks
    ///
    /// Transfers that name explicit consent, a contract or compelling legitimate interests (Article 49), where every
    /// controller of each activity that discloses data to the recipient is a `public-body`.
    ///
    /// # Why
    ///
    /// Article 49(3): points (a), (b) and (c) and the second subparagraph of Article 49(1) do not apply to
    /// activities of public authorities in the exercise of their public powers.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop]
    /// public-body = true
    ///
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// uses = ["questions"]
    /// holder = "Example Officers Ltd"
    /// notified = 2024-01-01
    /// # processors.toml, without mailer.transfers.us.module, mailer.transfers.us.assessment
    /// [mailer.transfers.us]
    /// mechanisms = ["explicit-consent"]
    /// # legal-bases.toml, without against-fraud
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop]
    /// public-body = true
    ///
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// uses = ["questions"]
    /// holder = "Example Officers Ltd"
    /// notified = 2024-01-01
    /// # legal-bases.toml, without against-fraud
    /// ```
    ///
    /// # Limits
    ///
    /// Whether public powers are exercised cannot be seen in the records.
    "derogation-public-body", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let is_public = |activity: &crate::registry::Entry<crate::record::activity::Activity>| {
        let controllers = &activity.links.controllers.values;
        let mut bodies = controllers.iter().map(|id| &scope.registry.controllers[*id].record.public_body);
        !controllers.is_empty() && bodies.all(|body| body.internal().is_true())
    };
    for transfer in scope.transfers() {
        let Some((mechanism, at)) = transfer.mechanisms().find(|(one, _)| !one.public_authority) else { continue };
        let is_user = |party: &Party| crate::lint::scope::node(*party) == transfer.node;
        let mut users = scope
            .activities()
            .filter(|(_, entry)| entry.links.disclosures.iter().flat_map(|links| &links.recipients).any(is_user))
            .peekable();
        if users.peek().is_some() && users.all(|(_, entry)| is_public(entry)) {
            report.add(
                transfer.node,
                finding(at, format!("a public body rests {} on a derogation", scope.transfer_name(transfer)))
                    .label(format!("{}, Article {}", mechanism.name, mechanism.article))
                    .help("name another instrument if public powers are exercised: an adequacy decision, safeguards, or `public-interest` with its law"),
            );
        }
    }
}
