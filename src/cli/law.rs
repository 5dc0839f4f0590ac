//! `ropa law`: the legal data in the program.

use std::fmt::Write;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::workplace::Workplace;
use super::{Console, DONE, Outcome};
use crate::law::{self, AdequacyDecision, Authority, Country, Gate, Mechanism};

/// Print the legal data in the program: what they know, and of which day they are.
///
/// What is printed is judged on the day of --as-of.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa law
  ropa law country US
  ropa law authority FI
  ropa law mechanism scc
  ropa law country US --as-of 2020-07-15

Exit codes: 0 printed, 2 there is no such entry")]
pub(super) struct Law {
    #[command(subcommand)]
    about: Option<About>,
}

#[derive(Debug, Subcommand)]
enum About {
    /// A country: whether it is in the EEA, and its adequacy decisions
    Country {
        /// ISO code or English name
        name: String,
    },
    /// A supervisory authority
    Authority {
        /// Its id, or the ISO code of its country
        id: String,
    },
    /// What a transfer can rest on
    Mechanism {
        /// Its id, such as `scc`
        id: String,
    },
}

impl Law {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let day = place.as_of()?;
        let text = match self.about {
            None => overview(),
            Some(About::Country { name }) => {
                country(law::country_named(&name).ok_or(format!("there is no country `{name}`"))?, day)
            }
            Some(About::Authority { id }) => authorities(&id.to_lowercase())?,
            Some(About::Mechanism { id }) => mechanism(law::mechanism(&id).ok_or_else(|| unknown_mechanism(&id))?, day),
        };
        console.say(text.trim_end());
        Ok(DONE)
    }
}

fn overview() -> String {
    let mut text = format!("legal data of {}\n\n", law::version());
    let rows = [
        ("countries", law::countries().count()),
        ("adequacy decisions", law::decisions().count()),
        ("supervisory authorities", law::authorities().count()),
        ("transfer mechanisms", law::mechanisms().count()),
    ];
    for (name, count) in rows {
        let _ = writeln!(text, "  {name:<24}{count:>4}");
    }
    let unseen = law::authorities().filter(|one| !one.verified).map(|one| one.id.as_str()).collect::<Vec<_>>();
    let unread = law::decisions().filter(|one| !one.verified).map(|one| one.id.as_str()).collect::<Vec<_>>();
    for (what, ids) in [("authorities", unseen), ("decisions", unread)] {
        if !ids.is_empty() {
            let _ = writeln!(text, "\nnot read in a source, {what}: {}", ids.join(", "));
        }
    }
    text
}

fn country(country: &Country, day: NaiveDate) -> String {
    let place = if country.in_eea() { "inside the EEA" } else { "outside the EEA" };
    let mut text = format!("{}  {}, {place}\n", country.code.as_str(), country.name);
    text.extend(country.note.iter().map(|note| format!("  {note}\n")));
    let decisions: Vec<&AdequacyDecision> =
        law::decisions().filter(|decision| decision.country == Some(country.code)).collect();
    for decision in &decisions {
        let _ = write!(text, "\n  {} of {}", decision.instrument, decision.adopted);
        let state = match (decision.stands_on(day), decision.ended.or(decision.expires)) {
            (true, Some(end)) => format!("stands on {day}, until {end}"),
            (true, None) => format!("stands on {day}"),
            (false, _) => format!("does not stand on {day}"),
        };
        let scope = if decision.is_partial() { ", for some recipients or data only" } else { "" };
        let _ = writeln!(text, ": {state}{scope}");
        let more = decision.ended_by.iter().chain(&decision.limits).chain(&decision.note);
        text.extend(more.map(|line| format!("    {line}\n")));
        let _ = writeln!(text, "    {}{}", decision.source, unread(decision.verified));
    }
    if decisions.is_empty() && !country.in_eea() {
        text.push_str("\n  no adequacy decision is known\n");
    }
    text.push_str(unread(country.verified));
    text
}

fn unread(verified: bool) -> &'static str {
    if verified { "" } else { "  (not read in a source)" }
}

fn authorities(id: &str) -> Result<String, String> {
    let of_country = |one: &&Authority| one.country.is_some_and(|code| code.as_str().eq_ignore_ascii_case(id));
    let mut found: Vec<&Authority> = law::authorities().filter(of_country).collect();
    if found.is_empty() {
        found.extend(law::authority(id));
    }
    if found.is_empty() {
        return Err(format!("there is no authority `{id}`"));
    }
    Ok(found.into_iter().map(authority).collect::<Vec<_>>().join("\n"))
}

fn authority(one: &Authority) -> String {
    let mut text = format!("{}  {} ({})\n", one.id, one.name, one.native_name);
    if let Some(region) = &one.region {
        let _ = writeln!(text, "  for {region}");
    }
    let _ = writeln!(text, "  supervises: {}", one.regime);
    let _ = writeln!(text, "  website: {}{}", one.website, unread(one.website_verified));
    if let Some(page) = &one.complaint_url {
        let _ = writeln!(text, "  complaints: {page}{}", unread(one.complaint_url_verified));
    }
    text.extend(one.note.iter().map(|note| format!("  {note}\n")));
    text
}

fn mechanism(one: &Mechanism, day: NaiveDate) -> String {
    let gate = match one.gate {
        Gate::Adequacy => "adequacy",
        Gate::Safeguards => "appropriate safeguards",
        Gate::Derogation => "derogation",
    };
    let mut text = format!("{}  {}, Article {} ({gate})\n", one.id, one.name, one.article);
    if one.tia {
        text.push_str("  needs a transfer impact assessment (C-311/18)\n");
    }
    if let Some(ended) = one.ended {
        let by = one.ended_by.as_deref().unwrap_or_default();
        let state = if one.is_dead_on(day) { "without effect" } else { "still in effect" };
        let _ = writeln!(text, "  {state} on {day}: ended {ended} by {by}");
    }
    text.extend(one.note.iter().map(|note| format!("  {note}\n")));
    text
}

fn unknown_mechanism(id: &str) -> String {
    let ids: Vec<&str> = law::mechanisms().map(|one| one.id.as_str()).collect();
    format!("there is no mechanism `{id}`; there are {}", ids.join(", "))
}
