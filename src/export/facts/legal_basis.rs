//! Legal bases, Articles 6 and 9.

use super::clerk::{Clerk, day, phrase, phrases, prose, text};
use super::open::text as said;
use super::{common, facts, row};
use crate::export::workbook::Cell;
use crate::record::legal_basis::{Assessment, Consent, LegalBasis};
use crate::record::profile::Audience;
use crate::registry::{Entry, Id};

facts! { Audience::Internal, row::legal_basis;
    "legal-basis.title", "6(1)", "What the register calls it." => |_clerk, entry| Cell::text(entry.name());
    "legal-basis.basis", "6(1)", "The basis in full: ground, conditions, and what it rests on." => |clerk, entry| Cell::text(said::basis(clerk, &entry.record));
    "legal-basis.article", "6(1)", "The point of Article 6(1)." => |_clerk, entry| {
        entry.record.article.get().map_or(Cell::Empty, |article| Cell::text(article.0.article()))
    };
    "legal-basis.article-9", "9(2)", "The points of Article 9(2)." => |_clerk, entry| {
        Cell::list(entry.record.article_9.iter().map(|article| article.0.article().to_owned()))
    };
    "legal-basis.extent", "", "How far it reaches." => |clerk, entry| clerk.option("basis-extent", &entry.record.extent);
    "legal-basis.examples", "", "Cases in which it is used." => |_clerk, entry| phrases(&entry.record.examples);
    "legal-basis.contract", "6(1)(b)", "Which contract or request." => |_clerk, entry| phrase(&entry.record.contract);
    "legal-basis.obligation", "6(1)(c)", "What the law requires or the task is." => |_clerk, entry| phrase(&entry.record.obligation);
    "legal-basis.laws", "6(3)", "The laws relied on." => |clerk, entry| Cell::text(said::laws(clerk, entry.record.laws.iter()));
    "legal-basis.interests", "6(1)(f)", "The interests." => |_clerk, entry| phrases(&entry.record.interests);
    "legal-basis.interest-of", "6(1)(f)", "Whose interest it is." => |_clerk, entry| phrase(&entry.record.interest_of);
    "legal-basis.vital-interest", "6(1)(d)", "Whose life or health is at stake." => |_clerk, entry| phrase(&entry.record.vital_interest);
    "legal-basis.consent-to", "7", "What people agree to." => |_clerk, entry| consent(entry).map_or(Cell::Empty, |one| phrase(&one.to));
    "legal-basis.consent-withdraw", "7(3)", "How consent is withdrawn." => |_clerk, entry| consent(entry).map_or(Cell::Empty, |one| phrase(&one.withdraw));
    "legal-basis.consent-asked", "7(2)", "How consent is asked." => |_clerk, entry| consent(entry).map_or(Cell::Empty, |one| prose(one.asked.internal()));
    "legal-basis.consent-proof", "7(1)", "How consent can be proven." => |_clerk, entry| consent(entry).map_or(Cell::Empty, |one| prose(one.proof.internal()));
    "legal-basis.assessed", "6(1)(f)", "Day of the balancing test." => |_clerk, entry| test(entry).map_or(Cell::Empty, |one| day(&one.date));
    "legal-basis.necessity", "6(1)(f)", "Why lighter means do not do." => |_clerk, entry| test(entry).map_or(Cell::Empty, |one| prose(&one.necessity));
    "legal-basis.assessment", "6(1)(f)", "What was weighed, and the outcome." => |_clerk, entry| test(entry).map_or(Cell::Empty, |one| prose(&one.result));
    "legal-basis.assessment-reference", "6(1)(f)", "Where the balancing test is kept." => |_clerk, entry| test(entry).map_or(Cell::Empty, |one| text(&one.reference));
    "legal-basis.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
    "legal-basis.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
    "legal-basis.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
    "legal-basis.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
    "legal-basis.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
}

fn consent(entry: &Entry<LegalBasis>) -> Option<&Consent> {
    entry.record.consent.get()
}

fn test(entry: &Entry<LegalBasis>) -> Option<&Assessment> {
    entry.record.assessment.internal().get()
}

/// A basis with its title.
pub(super) fn line(clerk: &Clerk<'_>, id: Id<LegalBasis>) -> String {
    let entry = &clerk.desk.registry.legal_bases[id];
    let basis = said::basis(clerk, &entry.record);
    if basis.is_empty() { entry.name().to_owned() } else { clerk.about(entry.name(), &basis) }
}
