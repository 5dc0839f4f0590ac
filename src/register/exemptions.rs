//! What is kept out of notices, with the article and the reason.

use super::composer::Composer;
use super::paging;
use crate::decode::{Field, Internal};
use crate::document::{Document, Text};
use crate::markdown;
use crate::record::activity::{Activity, NoticeExemption};
use crate::registry::Id;

pub(super) fn document(composer: &Composer<'_>, page: usize) -> Document {
    let all = &composer.desk.exemptions;
    let shown = paging::slice(all, page, paging::ROWS);
    let rows = shown.iter().filter_map(|(id, at)| row(composer, *id, *at));
    let head = ["register-activity", "register-data-row", "register-article", "register-reason"];
    let table = composer.table(&head, rows.collect(), "register-exemptions-none");
    let mut lead = vec![composer.paragraph("register-exemptions-lead")];
    lead.extend(paging::links(composer, page, all.len(), paging::ROWS, |number| paging::file("exemptions", number)));
    lead.push(table);
    Document { title: composer.plain("register-exemptions").into(), lead, sections: Vec::new() }
}

fn row(composer: &Composer<'_>, id: Id<Activity>, at: Option<usize>) -> Option<Vec<Text>> {
    let record = &composer.desk.registry.activities[id].record;
    let (name, exemption) = match at {
        Some(at) => {
            let row = record.data.iter().nth(at)?;
            (markdown::escape(&row.key.name), &row.value.notice_exemption)
        }
        None => (composer.plain("register-whole-activity"), &record.notice_exemption),
    };
    let (article, reason) = words(composer, exemption);
    Some([composer.link(id), name, article, reason].into_iter().map(Text::from).collect())
}

/// Article and reason of an exemption.
fn words(composer: &Composer<'_>, exemption: &Internal<Field<NoticeExemption>>) -> (String, String) {
    let exemption = exemption.internal().get();
    let article = exemption
        .and_then(|one| one.article.text())
        .map(|article| composer.say_one("register-mark", "point", &markdown::escape(article)));
    let reason = exemption.and_then(|one| one.reason.text()).map(|reason| composer.authored(reason));
    (article.unwrap_or_else(|| composer.gap()), reason.unwrap_or_else(|| composer.gap()))
}

/// An exemption as a line.
pub(super) fn line(composer: &Composer<'_>, exemption: &Internal<Field<NoticeExemption>>) -> Option<String> {
    if exemption.internal().is_absent() {
        return None;
    }
    let (article, reason) = words(composer, exemption);
    Some(composer.say("register-article-and-reason", &[("article", (&article).into()), ("reason", (&reason).into())]))
}
