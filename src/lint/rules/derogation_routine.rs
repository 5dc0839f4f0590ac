use crate::law::Gate;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::transfer::{Extent, Mechanism};

/// The derogations that are for single cases (recital 111, Article 49(1) second subparagraph).
const FOR_SINGLE_CASES: [Mechanism; 4] = [
    Mechanism::ContractWithPerson,
    Mechanism::ContractInInterestOfPerson,
    Mechanism::LegalClaims,
    Mechanism::CompellingLegitimateInterests,
];

declare_lint! {
    /// A transfer that happens as a rule rests on a derogation for single cases.
    ///
    /// # What it checks
    ///
    /// Transfers with `extent = "always"` that rest on nothing but contract, legal claims or compelling
    /// legitimate interests under Article 49. Explicit consent, public interest, vital interests and public
    /// registers are left out.
    ///
    /// # Why
    ///
    /// Recital 111 allows transfers for a contract or a legal claim where they are occasional, and Article 49(1),
    /// second subparagraph, only what is not repetitive; derogations are exceptions (EDPB Guidelines 2/2018).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.module, mailer.transfers.us.assessment
    /// [mailer.transfers.us]
    /// mechanisms = ["contract-with-person"]
    /// extent = "always"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us]
    /// mechanisms = ["scc"]
    /// extent = "always"
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: EDPB Guidelines 2/2018.
    "derogation-routine", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers() {
        let extent = transfer.row.value.extent.located();
        let Some(always) = extent.filter(|extent| *extent.value == Extent::Always) else { continue };
        let covered = [Gate::Adequacy, Gate::Safeguards].into_iter().any(|gate| transfer.rests_on(gate, scope.as_of));
        let others = transfer.row.value.mechanisms.iter().any(|one| !FOR_SINGLE_CASES.contains(one));
        let named = FOR_SINGLE_CASES.into_iter().find_map(|one| transfer.names(one));
        let Some(at) = named.filter(|_| !covered && !others) else { continue };
        report.add(
            transfer.node,
            finding(at, format!("{} happens as a rule and rests on a derogation", scope.transfer_name(transfer)))
                .label("for single cases")
                .related(always.span, "happens as a rule")
                .help("rest it on safeguards such as `scc`, or, if it is rare, write `extent = \"limited-cases\"`"),
        );
    }
}
