//! Purposes of activities, Article 30(1)(b).

use super::clerk::{phrase, phrases, prose};
use super::{facts, row};
use crate::export::workbook::Cell;
use crate::record::profile::Audience;

facts! { Audience::Internal, row::purpose;
    "purpose.key", "", "Its key in the activity." => |_clerk, one| Cell::text(one.key);
    "purpose.title", "30(1)(b)", "The purpose." => |_clerk, one| phrase(&one.purpose.title);
    "purpose.includes", "30(1)(b)", "What it includes." => |_clerk, one| phrases(&one.purpose.includes);
    "purpose.condition", "", "When it applies." => |_clerk, one| phrase(&one.purpose.condition);
    "purpose.legal-bases", "6(1)", "The legal bases it rests on." => |clerk, one| {
        Cell::list(one.links.legal_bases.iter().map(|id| super::legal_basis::line(clerk, *id)))
    };
    "purpose.groups", "30(1)(c)", "The people it concerns." => |clerk, one| clerk.names(one.links.subject_groups.iter().copied());
    "purpose.categories", "30(1)(c)", "The data it uses; those of the activity where it names none." => |clerk, one| {
        if one.links.categories.is_empty() {
            return clerk.names(super::activity::categories(one.activity));
        }
        clerk.names(one.links.categories.iter().copied())
    };
    "purpose.minimisation", "5(1)(c)", "How less or no personal data are used." => |_clerk, one| phrase(&one.purpose.minimisation);
    "purpose.direct-marketing", "21(2)", "Whether it is direct marketing." => |clerk, one| clerk.flag(&one.purpose.direct_marketing);
    "purpose.note", "", "Notes." => |_clerk, one| prose(one.purpose.note.internal());
}
