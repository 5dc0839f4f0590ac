use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::Kind;

declare_lint! {
    /// A record is used by no other.
    ///
    /// # What it checks
    ///
    /// Each data category, legal basis, processor, recipient, retention rule, security measure, source,
    /// subject group and system is named by another record or by the defaults in `registry.toml`.
    ///
    /// # Why
    ///
    /// Article 5(2) asks for a register that shows what is done; what nothing uses is left over, or the
    /// record that should name it is missing.
    ///
    /// # Example
    ///
    /// In the shop of these examples nothing names the legal basis `against-fraud` and the system `database`:
    ///
    /// ```toml
    /// # registry.toml
    /// title = "Records of Example Books"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// systems = ["database"]
    ///
    /// [purposes.fraud]
    /// title = "recognise orders that nobody means to pay"
    /// legal-bases = ["against-fraud"]
    /// ```
    "record-unused", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let defaults = scope.registry.settings.activity_defaults.get();
    let is_default = |kind: Kind, id: &str| {
        defaults.is_some_and(|defaults| match kind {
            Kind::Retention => defaults.retention.iter().any(|one| one.name == id),
            Kind::SecurityMeasure => defaults.security.iter().any(|one| one.name == id),
            Kind::System => defaults.systems.iter().any(|one| one.name == id),
            _ => false,
        })
    };
    for (node, at) in scope.registry.places() {
        let (id, _) = scope.registry.identity(node);
        let stands_alone = matches!(
            node.kind,
            Kind::Activity
                | Kind::ClientProcessing
                | Kind::CollectionPoint
                | Kind::Controller
                | Kind::Cookie
                | Kind::Notice
                | Kind::SubProcessorList
        );
        if stands_alone || !scope.registry.users(node).is_empty() || is_default(node.kind, id) {
            continue;
        }
        report.add(
            node,
            finding(at, format!("`{id}` is used by no other record"))
                .label(format!("{}, named nowhere", node.kind.one()))
                .help("name it where it belongs, or remove it"),
        );
    }
}
