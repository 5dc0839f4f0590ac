//! Categories of data and of people, Article 30(1)(c).

use super::clerk::{number, phrase, prose, text};
use super::{common, row};
use crate::export::workbook::Cell;
use crate::record::profile::Audience;

pub(super) use categories::FACTS as CATEGORY;
pub(super) use groups::FACTS as GROUP;

mod categories {
    use super::{Audience, Cell, common, phrase, prose, row};
    use crate::export::facts::open::text as said;
    use crate::export::facts::{activity_more, facts};

    facts! { Audience::Internal, row::category;
        "data-category.name", "30(1)(c)", "The category." => |_clerk, entry| phrase(&entry.record.name);
        "data-category.items", "30(1)(c)", "What belongs to it." => |clerk, entry| Cell::list(said::items(clerk, &entry.record));
        "data-category.full", "30(1)(c)", "The category with what belongs to it." => |clerk, entry| Cell::text(said::category(clerk, &entry.record));
        "data-category.exhaustive", "", "Whether that is the whole list." => |clerk, entry| clerk.flag(&entry.record.exhaustive);
        "data-category.condition", "", "When it is collected at all." => |_clerk, entry| phrase(&entry.record.condition);
        "data-category.special", "9(1)", "The special category it is or may reveal, and whether it is on offences." => |clerk, entry| {
            Cell::list(activity_more::category_marks(clerk, &entry.record))
        };
        "data-category.criminal", "10", "Whether it is data on criminal convictions and offences." => |clerk, entry| clerk.flag(&entry.record.criminal);
        "data-category.identifiability", "4(1)", "How far it identifies people." => |clerk, entry| clerk.option("identifiability", &entry.record.identifiability);
        "data-category.description", "", "Explanation." => |_clerk, entry| prose(&entry.record.description);
        "data-category.parent", "", "The wider category it belongs to." => |clerk, entry| clerk.names(entry.links.parent);
        "data-category.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
        "data-category.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
        "data-category.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
        "data-category.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
        "data-category.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
    }
}

mod groups {
    use super::{Audience, Cell, common, number, phrase, row, text};
    use crate::export::facts::facts;

    facts! { Audience::Internal, row::group;
        "subject-group.name", "30(1)(c)", "The category of people." => |_clerk, entry| text(&entry.record.name);
        "subject-group.singular", "", "One of them." => |_clerk, entry| text(&entry.record.singular);
        "subject-group.definition", "30(1)(c)", "Who belongs to it." => |_clerk, entry| phrase(&entry.record.definition);
        "subject-group.related-to", "", "The group that its members relate to." => |clerk, entry| clerk.names(entry.links.related_to);
        "subject-group.minimum-age", "8", "Youngest age at which one may belong to it." => |_clerk, entry| number(&entry.record.minimum_age);
        "subject-group.children", "8", "Whether children belong to it." => |clerk, entry| clerk.flag(entry.record.children.internal());
        "subject-group.vulnerable", "35", "Whether its members are vulnerable." => |clerk, entry| clerk.flag(entry.record.vulnerable.internal());
        "subject-group.people", "35(3)", "Roughly how many people it counts." => |_clerk, entry| number(entry.record.people.internal());
        "subject-group.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
        "subject-group.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
        "subject-group.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
        "subject-group.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
        "subject-group.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
    }
}
