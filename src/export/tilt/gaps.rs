//! What TILT has no place for.

use super::Gap;
use crate::record::notice::NoticeRight;
use crate::view::notice::Notice;

/// Facts of a notice that TILT has no member for.
pub(super) fn of(facts: &Notice) -> Vec<Gap> {
    let rights = |right: NoticeRight| facts.rights.contains(&right);
    let categories = || facts.data.iter().flat_map(|row| &row.categories);
    let representative = facts.controller.as_ref().and_then(|controller| controller.representative.as_ref());
    let all = [
        (!facts.joint.is_empty(), "joint controllers and the essence of their arrangement (Article 26(2))"),
        (representative.is_some(), "the representative of Article 27: its own means a person who represents"),
        (!facts.groups.is_empty(), "groups of people, and which data, purposes and recipients concern whom"),
        (
            categories().any(|category| category.special.is_some() || category.criminal),
            "special categories and criminal data (Articles 9 and 10), except by their bases",
        ),
        (rights(NoticeRight::Restriction), "the right to restriction (Article 18)"),
        (rights(NoticeRight::Object) || rights(NoticeRight::ObjectMarketing), "the right to object (Article 21)"),
        (rights(NoticeRight::NoAutomatedDecision), "the right of Article 22"),
        (!facts.cookies.is_empty() || facts.cookie_controls.is_some(), "cookies"),
        (facts.profiling.iter().any(|profiling| profiling.used), "profiling without automated decisions"),
        (!facts.security.measures.is_empty(), "security measures"),
        (!facts.storage.is_empty(), "places of storage"),
        (
            !facts.no_transfers.is_empty() || !facts.no_disclosures.is_empty(),
            "statements that nothing is transferred or disclosed",
        ),
        (!facts.roles.is_empty(), "processing for clients"),
        (facts.children.is_some(), "what is said of children"),
        (!facts.statements.is_empty(), "free statements"),
        (
            facts.disclosures.iter().any(|one| !one.cases.is_empty() || one.possible),
            "in which cases data are disclosed",
        ),
        (facts.marketing.is_some(), "how direct marketing is stopped"),
    ];
    all.into_iter().filter(|(is_there, _)| *is_there).map(|(_, what)| Gap::Lost(what)).collect()
}
