//! Numbers over time: activities, transfers, reviews that were over, findings.

use chrono::{Datelike, NaiveDate};

use super::chronicle::Month;
use super::composer::Composer;
use crate::document::{Block, Section, Text};
use crate::picture::{self, About, Column, Columns};

/// A number of each month.
struct Series {
    anchor: &'static str,
    name: &'static str,
    caption: &'static str,
    of: fn(&Month) -> usize,
}

const SERIES: [Series; 4] = [
    Series {
        anchor: "activities-picture",
        name: "history-activities",
        caption: "history-activities-caption",
        of: |month| month.activities,
    },
    Series {
        anchor: "transfers-picture",
        name: "history-transfers",
        caption: "history-transfers-caption",
        of: |month| month.transfers,
    },
    Series {
        anchor: "overdue-picture",
        name: "history-overdue",
        caption: "history-overdue-caption",
        of: |month| month.overdue,
    },
    Series {
        anchor: "findings-picture",
        name: "history-findings",
        caption: "history-findings-caption",
        of: |month| month.findings,
    },
];

/// The section with a picture of each number; nothing where no month is known.
pub(super) fn section(composer: &Composer<'_>, months: &[Month]) -> Option<Section> {
    if months.is_empty() {
        return None;
    }
    let figures = SERIES.iter().map(|series| figure(composer, months, series));
    let blocks = [composer.paragraph("history-months-lead")].into_iter().chain(figures).collect();
    Some(composer.section("months", "history-months", None, blocks))
}

fn figure(composer: &Composer<'_>, months: &[Month], series: &Series) -> Block {
    let name = composer.plain(series.name);
    let last = months.len().saturating_sub(1);
    let column = |(at, month): (usize, &Month)| {
        let (count, words) = ((series.of)(month), self::month(composer, month.day));
        let tick = if at == 0 || at == last {
            Some(words.clone())
        } else {
            (month.day.month() == 1).then(|| month.day.year().to_string())
        };
        Column {
            tick,
            words: composer.say("history-month-count", &[("month", (&words).into()), ("n", count.into())]),
            count,
        }
    };
    let about = About {
        id: composer.anchor(series.anchor),
        title: name.clone(),
        description: composer.say("history-picture-description", &[("n", months.len().into())]),
    };
    let svg = picture::columns(&Columns { about, columns: months.iter().enumerate().map(column).collect() });
    let row = |month: &Month| -> Vec<Text> {
        vec![self::month(composer, month.day).into(), (series.of)(month).to_string().into()]
    };
    let table = composer.table(&["history-month", "register-count"], months.iter().map(row).collect(), "register-none");
    Block::Figure { name: name.into(), caption: composer.plain(series.caption).into(), svg, blocks: vec![table] }
}

fn month(composer: &Composer<'_>, day: NaiveDate) -> String {
    composer.desk.strings.date_by("date-month-year", day)
}
