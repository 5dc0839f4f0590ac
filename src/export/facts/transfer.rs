//! Transfers to third countries and international organisations, Article 30(1)(e).

use super::clerk::{Clerk, day, listed, number, phrase, phrases, prose, text, texts, web};
use super::open::text as said;
use super::{facts, row};
use crate::export::workbook::Cell;
use crate::record::Kind;
use crate::record::profile::Audience;
use crate::record::transfer::{Framework, Transfer, TransferAssessment};

facts! { Audience::Internal, row::transfer;
    "transfer.key", "", "Its key in the record." => |_clerk, one| Cell::text(one.key);
    "transfer.recipient", "30(1)(e)", "Who receives the data, or the processing for clients they belong to." => |clerk, one| clerk.names([one.holder]);
    "transfer.destination", "30(1)(e)", "Countries, organisation, or the place in words." => |clerk, one| Cell::text(said::destination(clerk, one.transfer));
    "transfer.countries", "30(1)(e)", "The countries." => |clerk, one| clerk.countries(&one.transfer.countries);
    "transfer.organisation", "30(1)(e)", "The international organisation." => |_clerk, one| text(&one.transfer.organisation);
    "transfer.place-in-words", "30(1)(e)", "The place in words." => |_clerk, one| phrase(&one.transfer.destination);
    "transfer.when", "", "When it happens." => |_clerk, one| phrase(&one.transfer.when);
    "transfer.extent", "", "How regular it is." => |clerk, one| clerk.option("extent", &one.transfer.extent);
    "transfer.safeguards", "46", "The instruments it rests on." => |clerk, one| clerk.options("mechanism", &one.transfer.mechanisms);
    "transfer.depends-on", "", "What decides which of them applies." => |_clerk, one| phrase(&one.transfer.depends_on);
    "transfer.adequacy", "45", "Decisions on adequacy in force on the day for its countries." => |clerk, one| Cell::list(adequacy(clerk, one.transfer));
    "transfer.module", "46(2)(c)", "Module of the standard contractual clauses." => |_clerk, one| number(one.transfer.module.internal());
    "transfer.signed", "46", "Day the clauses or the agreement were signed." => |_clerk, one| day(one.transfer.signed.internal());
    "transfer.documents", "30(1)(e)", "The documents on suitable safeguards." => |_clerk, one| texts(one.transfer.documents.internal());
    "transfer.copy-from", "13(1)(f)", "How people get a copy of the safeguards." => |_clerk, one| phrase(&one.transfer.copy_from);
    "transfer.undertakings", "", "Further protection that notices tell." => |_clerk, one| phrases(&one.transfer.undertakings);
    "transfer.supplementary-measures", "46", "Measures that supplement the instrument." => |_clerk, one| phrases(one.transfer.supplementary_measures.internal());
    "transfer.compelling-interest", "49(1)", "The compelling legitimate interests." => |_clerk, one| phrase(&one.transfer.compelling_interest);
    "transfer.framework", "45", "The framework that the recipient takes part in, with all that is said of it." => |clerk, one| {
        one.transfer.framework.get().map_or(Cell::Empty, |framework| Cell::text(framework_line(clerk, framework)))
    };
    "transfer.framework-page", "45", "Page of the framework." => |_clerk, one| {
        one.transfer.framework.get().map_or(Cell::Empty, |framework| web(&framework.url))
    };
    "transfer.listing-checked", "45", "Day the recipient's listing was last looked up." => |_clerk, one| day(one.transfer.listing_checked.internal());
    "transfer.assessed", "46", "Day of the transfer impact assessment." => |_clerk, one| assessment(one.transfer).map_or(Cell::Empty, |it| day(&it.date));
    "transfer.assessment", "46", "What the transfer impact assessment found." => |_clerk, one| assessment(one.transfer).map_or(Cell::Empty, |it| prose(&it.result));
    "transfer.assessment-reference", "46", "Where the transfer impact assessment is kept." => |_clerk, one| assessment(one.transfer).map_or(Cell::Empty, |it| text(&it.reference));
    "transfer.activities", "30(1)", "The activities that send data there." => |clerk, one| {
        let users = clerk.desk.registry.users(one.holder).iter().copied();
        clerk.users(users.filter(|node| node.kind == Kind::Activity))
    };
}

fn assessment(transfer: &Transfer) -> Option<&TransferAssessment> {
    transfer.assessment.internal().get()
}

fn framework_line(clerk: &Clerk<'_>, framework: &Framework) -> String {
    let flag = |field: &crate::decode::Field<bool>| field.copied().map(|yes| clerk.yes_no(yes)).unwrap_or_default();
    let words = super::clerk::words;
    clerk.join([
        words(&framework.name),
        clerk.labelled("register-framework-certified", &flag(&framework.certified)),
        clerk.labelled("register-framework-prevails", &flag(&framework.principles_prevail)),
        clerk.labelled("register-framework-dispute-body", &words(&framework.dispute_body)),
        clerk.labelled("register-framework-arbitration", &words(&framework.arbitration)),
        clerk.labelled("register-framework-regulator", &words(&framework.regulator)),
        clerk.labelled("register-framework-onward", &flag(&framework.onward_liability)),
    ])
}

fn adequacy(clerk: &Clerk<'_>, transfer: &Transfer) -> Vec<String> {
    let third = transfer.countries.iter().filter(|country| !country.0.country().in_eea());
    let line = |country: &crate::decode::Country| {
        let name = clerk.country(*country);
        match clerk.desk.registry.law.adequacy_on(country.0, clerk.desk.as_of) {
            Some(decision) => {
                let partial = if decision.is_partial() { "yes" } else { "no" };
                let gaps = [
                    ("country", (&name).into()),
                    ("instrument", (&decision.instrument).into()),
                    ("partial", partial.into()),
                ];
                clerk.say("register-adequacy-decision", &gaps)
            }
            None => clerk.say("register-adequacy-none", &[("country", (&name).into())]),
        }
    };
    third.map(line).collect()
}

/// What a transfer rests on, with its papers.
pub(super) fn safeguard(clerk: &Clerk<'_>, transfer: &Transfer) -> String {
    let module = transfer.module.internal().copied().map(|module| module.to_string());
    let module = module.map(|module| clerk.say("register-module", &[("module", (&module).into())]));
    let signed = transfer.signed.internal().copied().map(|day| clerk.desk.strings.date(day.0));
    let signed = signed.map(|day| clerk.say("register-signed-on", &[("date", (&day).into())]));
    let documents = transfer.documents.internal().iter().cloned().collect::<Vec<_>>().join(", ");
    let measures = listed(transfer.supplementary_measures.internal());
    clerk.join([
        said::safeguards(clerk, transfer),
        module.unwrap_or_default(),
        signed.unwrap_or_default(),
        clerk.labelled("register-supplementary-measures", &measures),
        clerk.labelled("register-safeguard-documents", &documents),
    ])
}

/// A transfer without its holder, with its papers.
pub(super) fn line(clerk: &Clerk<'_>, transfer: &Transfer) -> String {
    let extent = transfer.extent.get().map(|extent| clerk.choice("extent", extent)).unwrap_or_default();
    let said = clerk.join([safeguard(clerk, transfer), extent, super::clerk::words(&transfer.when)]);
    let place = said::destination(clerk, transfer);
    if said.is_empty() { place } else { clerk.about(&place, &said) }
}
