//! The two sites as they are at one moment: pages are made when they are asked for.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, OnceLock};
use std::thread;

use chrono::NaiveDate;

use super::Judgement;
use crate::diagnostic::with_causes;
use crate::lint::Finding;
use crate::reading::Reading;
use crate::site::{Press, Site};
use crate::theme::{Theme, ThemeError};

/// How many routes near an unknown one are told.
const NEAR: usize = 5;

/// What an edition is made from.
pub(super) struct Material {
    pub(super) reading: Reading,
    pub(super) theme: Arc<Theme>,
    pub(super) as_of: NaiveDate,
    /// What the lints found, once they have run.
    judgement: OnceLock<Judgement>,
}

impl Material {
    /// Material that waits for the lints.
    pub(super) fn new(reading: Reading, theme: Arc<Theme>, as_of: NaiveDate) -> Material {
        Material { reading, theme, as_of, judgement: OnceLock::new() }
    }

    /// Hands in what the lints say. Only the first word counts.
    pub(super) fn judged(&self, judgement: Judgement) -> &Judgement {
        self.judgement.get_or_init(|| judgement)
    }

    fn press<'a>(&'a self, findings: &'a [Finding]) -> Press<'a> {
        let Material { reading, theme, as_of, .. } = self;
        Press::new(Site { reading, theme, findings, as_of: *as_of, single_page: false })
    }
}

/// An edition that answers.
pub(super) struct Edition {
    /// Its name, which no other edition has had.
    pub(super) name: String,
    questions: Sender<Question>,
}

struct Question {
    route: String,
    reply: Sender<Reply>,
}

/// What an edition says to a route.
#[derive(Debug)]
pub(super) enum Reply {
    /// The bytes that a build would write.
    Page(Vec<u8>),
    /// There is no such page, but these are near.
    Unknown(Vec<String>),
    /// It cannot be made, because of this.
    Failed(String),
}

impl Edition {
    /// Begins to answer. Ends when the edition is let go and the last question is answered.
    pub(super) fn begin(name: String, material: Arc<Material>) -> Edition {
        let (questions, asked) = mpsc::channel();
        thread::spawn(move || work(&material, &asked));
        Edition { name, questions }
    }

    /// Asks for a page.
    pub(super) fn ask(&self, route: &str) -> Reply {
        let (reply, answer) = mpsc::channel();
        let question = Question { route: route.to_owned(), reply };
        let answered = self.questions.send(question).ok().and_then(|()| answer.recv().ok());
        answered.unwrap_or_else(|| Reply::Failed("the page was given up; load it again".to_owned()))
    }
}

/// Answers each question beside the others, so that none waits for a slow page.
fn work(material: &Material, asked: &Receiver<Question>) {
    // Public pages show nothing of the lints and do not wait for them.
    let public = material.press(&[]);
    let whole = OnceLock::new();
    thread::scope(|scope| {
        for Question { route, reply } in asked {
            let (public, whole) = (&public, &whole);
            scope.spawn(move || {
                let whole = || whole.get_or_init(|| material.press(&material.judgement.wait().findings));
                let press = if route.starts_with("public/") { public } else { whole() };
                let made = press.page(&route).and_then(|page| match page {
                    Some(bytes) => Ok(Reply::Page(bytes)),
                    None => Ok(Reply::Unknown(near(&route, &whole().routes()?))),
                });
                // Who asked may have gone.
                let _ = reply.send(match (made, material.theme.strings().missing()) {
                    (Err(error), _) => Reply::Failed(with_causes(&error)),
                    (Ok(_), missing) if !missing.is_empty() => {
                        Reply::Failed(ThemeError::MissingStrings(missing.join(", ")).to_string())
                    }
                    (Ok(reply), _) => reply,
                });
            });
        }
    });
}

/// The routes that look most like one, the nearest first.
fn near(route: &str, routes: &[String]) -> Vec<String> {
    let file = |route: &str| route.rsplit('/').next().unwrap_or_default().to_lowercase();
    let sought = file(route);
    let stem = sought.trim_end_matches(".html");
    let distance = |other: &String| {
        let name = file(other);
        let apart = strsim::damerau_levenshtein(&name, &sought);
        // A page that only lies elsewhere, or has more to its name, is near too.
        let same = name == sought || (stem.len() > 2 && name.starts_with(stem));
        let close = same || apart <= (sought.chars().count() / 3).max(2);
        close.then(|| (if same { 0 } else { apart }, strsim::damerau_levenshtein(other, route), other.clone()))
    };
    let mut found: Vec<_> = routes.iter().filter(|route| route.ends_with(".html")).filter_map(distance).collect();
    found.sort();
    found.into_iter().take(NEAR).map(|(_, _, route)| route).collect()
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn near_routes_are_those_that_were_meant() {
        let routes: Vec<String> = [
            "internal/activities/newsletter.html",
            "internal/activities/payroll.html",
            "internal/index.html",
            "public/privacy.html",
            "public/privacy/customers.html",
        ]
        .map(str::to_owned)
        .to_vec();
        assert_eq!(near("internal/activities/newsleter.html", &routes), ["internal/activities/newsletter.html"]);
        assert_eq!(near("public/newsletter.html", &routes), ["internal/activities/newsletter.html"]);
        assert_eq!(near("public/privacy", &routes)[0], "public/privacy.html");
        assert!(near("public/zzzzzzzzzzzzzz.html", &routes).is_empty());
    }
}
