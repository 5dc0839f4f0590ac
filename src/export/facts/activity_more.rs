//! Activities: what authorities ask for besides Article 30.

use super::activity::{bases, categories};
use super::clerk::{Clerk, day, distinct, lines, listed, prose, text, texts, words};
use super::{facts, row};
use crate::decode::{Field, Items};
use crate::export::workbook::Cell;
use crate::law::Ground;
use crate::record::activity::{Activity, Dpia};
use crate::record::data_category::DataCategory;
use crate::record::legal_basis::LegalBasis;
use crate::record::profile::Audience;
use crate::registry::{Entry, Id};

facts! { Audience::Internal, row::activity;
    "activity.special-data", "9(1)", "Whether data of special categories or on offences are among its data, as marked." => |clerk, entry| {
        Cell::text(clerk.yes_no(!marks(clerk, entry).is_empty()))
    };
    "activity.special-categories", "9(1)", "The special categories that its data are or may reveal, and whether they are on offences." => |clerk, entry| {
        Cell::list(marks(clerk, entry))
    };
    "activity.article-6", "6(1)", "The grounds of Article 6 it rests on." => |clerk, entry| {
        let grounds = records(clerk, entry).filter_map(|record| record.article.get());
        Cell::list(distinct(grounds.map(|ground| {
            let words = clerk.word(&format!("register-ground-{}", ground.0.id()));
            clerk.with(&words, &clerk.say("register-mark", &[("point", ground.0.article().into())]))
        })))
    };
    "activity.article-9", "9(2)", "The conditions of Article 9 it rests on." => |clerk, entry| {
        let conditions = records(clerk, entry).flat_map(|record| record.article_9.iter());
        Cell::list(distinct(conditions.map(|condition| {
            let words = clerk.word(&format!("register-special-condition-{}", condition.0.id()));
            clerk.with(&words, &clerk.say("register-mark", &[("point", condition.0.article().into())]))
        })))
    };
    "activity.interests", "6(1)(f)", "The legitimate interests." => |clerk, entry| {
        let of = records(clerk, entry).filter(|record| record.article.get().is_some_and(|one| one.0 == Ground::LegitimateInterests));
        Cell::list(of.map(|record| clerk.with(&listed(&record.interests), &words(&record.interest_of))))
    };
    "activity.interests-assessment", "6(1)(f)", "The balancing tests: day and place." => |clerk, entry| {
        let of = records(clerk, entry).filter_map(|record| record.assessment.internal().get());
        Cell::list(of.map(|one| {
            let date = one.date.copied().map(|day| clerk.desk.strings.date(day.0)).unwrap_or_default();
            clerk.join([date, one.reference.text().unwrap_or_default().to_owned()])
        }))
    };
    "activity.consent-record", "7(1)", "How consent is asked and proven." => |clerk, entry| {
        let of = records(clerk, entry).filter_map(|record| record.consent.get());
        Cell::list(of.map(|one| clerk.join([lines(one.asked.internal()), lines(one.proof.internal())])))
    };
    "activity.profiling", "13(2)(f)", "Profiling: whether, how, with what effect." => |clerk, entry| {
        entry.record.profiling.get().map_or(Cell::Empty, |one| Cell::text(clerk.join([
            clerk.labelled("register-profiling-used", &flag(clerk, &one.used)),
            clerk.labelled("register-method", &words(&one.method)),
            clerk.labelled("register-topics", &listed(&one.topics)),
            clerk.labelled("register-inputs", &listed(&one.inputs)),
            clerk.labelled("register-effect", &words(&one.effect)),
            people(clerk, &entry.links.profiling_groups, one.subject_groups.is_absent()),
        ])))
    };
    "activity.automated-decisions", "22", "Solely automated decisions: whether, which, by what logic, with what consequences." => |clerk, entry| {
        entry.record.automated_decisions.get().map_or(Cell::Empty, |one| Cell::text(clerk.join([
            clerk.labelled("register-decisions-used", &flag(clerk, &one.used)),
            clerk.labelled("register-decision", &words(&one.decision)),
            clerk.labelled("register-logic", &lines(&one.logic)),
            clerk.labelled("register-consequences", &lines(&one.consequences)),
            clerk.labelled("register-safeguards", &words(&one.safeguards)),
            clerk.labelled("register-exception", one.exception.internal().text().unwrap_or_default()),
            people(clerk, &entry.links.decision_groups, one.subject_groups.is_absent()),
        ])))
    };
    "activity.notice-exemption", "14(5)", "What keeps it out of notices: article and reason." => |clerk, entry| {
        entry.record.notice_exemption.internal().get().map_or(Cell::Empty, |one| Cell::text(exemption(clerk, one)))
    };
    "activity.dpia-needed", "35", "Whether an impact assessment is needed." => |clerk, entry| dpia(entry).map_or(Cell::Empty, |one| clerk.flag(&one.needed));
    "activity.dpia-reason", "35", "Why an impact assessment is or is not needed." => |_clerk, entry| dpia(entry).map_or(Cell::Empty, |one| prose(&one.reason));
    "activity.dpia-criteria", "35", "Which criteria for an impact assessment apply." => |_clerk, entry| dpia(entry).map_or(Cell::Empty, |one| texts(&one.criteria));
    "activity.dpia-date", "35", "Day the impact assessment was made." => |_clerk, entry| dpia(entry).map_or(Cell::Empty, |one| day(&one.date));
    "activity.dpia-next-review", "35(11)", "Day of the next review of the impact assessment." => |_clerk, entry| dpia(entry).map_or(Cell::Empty, |one| day(&one.next_review));
    "activity.dpia-result", "35", "Outcome of the impact assessment." => |_clerk, entry| dpia(entry).map_or(Cell::Empty, |one| prose(&one.result));
    "activity.dpia-advice", "35(2)", "What the data protection officer advised." => |_clerk, entry| dpia(entry).map_or(Cell::Empty, |one| prose(&one.dpo_advice));
    "activity.dpia-reference", "35", "Where the impact assessment is kept." => |_clerk, entry| dpia(entry).map_or(Cell::Empty, |one| text(&one.reference));
    "activity.started", "", "Day the processing began." => |_clerk, entry| day(entry.record.started.internal());
    "activity.ended", "", "Day it ended or will end." => |_clerk, entry| day(entry.record.ended.internal());
    "activity.status", "", "Whether it runs, is planned or has ended on the day of the export." => |clerk, entry| Cell::text(clerk.word(status(clerk, entry)));
    "activity.reviewed", "5(2)", "Day the record was last checked." => |_clerk, entry| day(entry.record.reviewed.internal());
    "activity.next-review", "5(2)", "Day of the next check." => |_clerk, entry| day(entry.record.next_review.internal());
}

fn records<'a>(clerk: &'a Clerk<'_>, entry: &Entry<Activity>) -> impl Iterator<Item = &'a LegalBasis> {
    bases(entry).into_iter().map(|id| &*clerk.desk.registry.legal_bases[id].record)
}

fn flag(clerk: &Clerk<'_>, field: &Field<bool>) -> String {
    field.copied().map(|yes| clerk.yes_no(yes)).unwrap_or_default()
}

/// The groups that profiles or decisions concern, where they are named.
fn people(clerk: &Clerk<'_>, groups: &[Id<crate::record::subject_group::SubjectGroup>], inherited: bool) -> String {
    if inherited {
        return String::new();
    }
    let names: Vec<String> = groups.iter().map(|id| clerk.name(*id)).collect();
    clerk.labelled("register-groups", &names.join(", "))
}

fn dpia(entry: &Entry<Activity>) -> Option<&Dpia> {
    entry.record.dpia.internal().get().map(|one| &**one)
}

/// Article and reason of an exemption.
pub(super) fn exemption(clerk: &Clerk<'_>, one: &crate::record::activity::NoticeExemption) -> String {
    let article = one.article.text().map(|article| clerk.say("register-mark", &[("point", article.into())]));
    clerk.join([article.unwrap_or_default(), lines(&one.reason)])
}

/// What the data of an activity are marked with under Articles 9 and 10.
fn marks(clerk: &Clerk<'_>, entry: &Entry<Activity>) -> Vec<String> {
    let registry = clerk.desk.registry;
    distinct(categories(entry).into_iter().flat_map(|id| category_marks(clerk, &registry.data_categories[id].record)))
}

/// The same of a category and its items.
pub(super) fn category_marks(clerk: &Clerk<'_>, category: &DataCategory) -> Vec<String> {
    let items = category.items.get().into_iter().flat_map(Items::iter);
    let of_items = items.filter_map(|item| item.more.as_ref()?.special.copied());
    let special = distinct(category.special.copied().into_iter().chain(of_items));
    let criminal = category.criminal.is_true().then(|| clerk.word("register-criminal"));
    special.iter().map(|one| clerk.choice("special", one)).chain(criminal).collect()
}

/// Whether it runs on the day.
fn status(clerk: &Clerk<'_>, entry: &Entry<Activity>) -> &'static str {
    let by = |day: Option<crate::decode::Date>| day.map(|day| day.0 <= clerk.desk.as_of);
    match (by(entry.record.started.internal().copied()), by(entry.record.ended.internal().copied())) {
        (_, Some(true)) => "register-status-ended",
        (Some(false), _) => "register-status-planned",
        _ => "register-status-runs",
    }
}
