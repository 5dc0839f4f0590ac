//! Who receives data of an activity, and why; Article 30(1)(d).

use super::clerk::{node, phrase, phrases, prose};
use super::{facts, party, row};
use crate::export::workbook::Cell;
use crate::record::profile::Audience;

facts! { Audience::Internal, row::disclosure;
    "disclosure.key", "", "Key of the circumstance in the activity." => |_clerk, one| Cell::text(one.key);
    "disclosure.heading", "", "The circumstance." => |_clerk, one| phrase(&one.disclosure.heading);
    "disclosure.recipient", "30(1)(d)", "Who receives the data." => |clerk, one| clerk.names(one.recipient.map(node));
    "disclosure.recipient-category", "30(1)(d)", "The category of recipient." => |clerk, one| {
        one.recipient.map_or(Cell::Empty, |party| Cell::text(party::category(clerk, party)))
    };
    "disclosure.recipient-type", "30(1)(d)", "Whether it is a processor, a controller or what else." => |clerk, one| {
        one.recipient.map_or(Cell::Empty, |party| Cell::text(party::kind(clerk, party)))
    };
    "disclosure.groups", "30(1)(c)", "The people whose data go there." => |clerk, one| clerk.names(one.links.subject_groups.iter().copied());
    "disclosure.categories", "30(1)(c)", "The data that go there; all of the activity where none are named." => |clerk, one| {
        if one.links.categories.is_empty() {
            return Cell::text(clerk.word("register-all-data"));
        }
        clerk.names(one.links.categories.iter().copied())
    };
    "disclosure.purpose", "13(1)(e)", "What for." => |_clerk, one| phrases(&one.disclosure.purpose);
    "disclosure.purposes", "30(1)(b)", "The purposes of the activity that it serves; all where none are named." => |clerk, one| {
        let purposes = super::data::purposes(one.activity, &one.links.purposes);
        Cell::list(purposes.map(|purpose| super::open::text::purpose(clerk, purpose)))
    };
    "disclosure.cases", "", "In which cases." => |_clerk, one| phrases(&one.disclosure.cases);
    "disclosure.possible", "", "Whether it possibly happens, and not always." => |clerk, one| clerk.flag(&one.disclosure.possible);
    "disclosure.legal-bases", "6(1)", "The legal bases where they differ from those of the purposes." => |clerk, one| {
        Cell::list(one.links.legal_bases.iter().map(|id| super::legal_basis::line(clerk, *id)))
    };
    "disclosure.only-necessary", "5(1)(c)", "Whether only what is necessary is disclosed." => |clerk, one| clerk.flag(&one.disclosure.only_necessary);
    "disclosure.told-before", "", "Whether people are told before." => |clerk, one| clerk.option("told-before", &one.disclosure.told_before);
    "disclosure.explicit-consent", "", "Whether it happens only with explicit consent." => |clerk, one| clerk.flag(&one.disclosure.explicit_consent);
    "disclosure.withdraw", "7(3)", "How that consent is taken back." => |_clerk, one| phrase(&one.disclosure.withdraw);
    "disclosure.commitments", "", "What the recipients are bound to here." => |_clerk, one| phrases(&one.disclosure.commitments);
    "disclosure.note", "", "Notes." => |_clerk, one| prose(one.disclosure.note.internal());
}
