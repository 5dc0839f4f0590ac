use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A contract and other grounds carry a purpose for people of whom some are not party to it.
    ///
    /// # What it checks
    ///
    /// Purposes that name a basis with `article = "6(1)(b)"` beside one with another ground, for a group with
    /// `related-to`, or whose `definition` holds a word such as "represent" in the language of the registry.
    ///
    /// # Why
    ///
    /// Article 6(1)(b) covers a contract to which the person is party; for those who represent a party another
    /// ground has to carry the processing, and the purpose does not say which one does.
    ///
    /// # Example
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [customers]
    /// definition = "a person who orders books from us, or represent a company that does"
    ///
    /// # activities/orders.toml
    /// [purposes.sell]
    /// legal-bases = ["sale", "against-fraud"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [agents]
    /// name = "Agents"
    /// singular = "an agent"
    /// definition = "a person who represents a company that orders books from us"
    ///
    /// # legal-bases.toml
    /// [dealings]
    /// title = "Dealings with companies"
    /// article = "6(1)(f)"
    /// interests = ["reach those who order books for a company"]
    ///
    /// [dealings.assessment]
    /// date = 2026-02-01
    /// necessity = "An order of a company needs a person who answers."
    /// result = "The interest prevails: contact details at work, for one order."
    /// reference = "assessments/dealings.md"
    ///
    /// # activities/orders.toml
    /// subject-groups = ["customers", "agents"]
    ///
    /// [purposes.sell]
    /// subject-groups = ["customers"]
    ///
    /// [purposes.companies]
    /// title = "sell and deliver the books that you order for a company"
    /// legal-bases = ["dealings"]
    /// subject-groups = ["agents"]
    /// ```
    ///
    /// # Limits
    ///
    /// Where a contract is the only ground, `contract-not-party` asks about groups with `related-to`.
    "contract-beside-non-party", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for purpose in scope.purposes() {
        let named = scope.bases_of(&purpose);
        let contract = named.iter().find(|one| one.ground() == Some(Ground::Contract));
        let is_alone = named.iter().all(|one| one.ground() == Some(Ground::Contract));
        let Some(contract) = contract.filter(|_| !is_alone) else { continue };
        let others = purpose.links.subject_groups.iter().find_map(|id| {
            let group = &scope.registry.subject_groups[*id];
            let definition = group.record.definition.located();
            let stands_in = definition.filter(|text| scope.words.representing.find(text.value).is_some());
            Some((group, group.record.related_to.span().or(stands_in.map(|text| text.span))?))
        });
        let Some((group, at)) = others else { continue };
        let key = &purpose.row.key.name;
        report.add(
            purpose.id,
            finding(contract.span, format!("`purposes.{key}` names a contract for people who may not be party to it"))
                .label("reaches parties only")
                .related(at, format!("`{}`: some act for somebody else", group.id))
                .help("make a group of those who act for others, and a row in `purposes` with the basis for them"),
        );
    }
}
