//! A part of a register: the activities of one controller, some activities, or what is done for one
//! client.
//!
//! A selection makes a smaller [`Reading`]: records that do not belong to it are taken out before names
//! are looked up again, so that nothing behind it can show them. Names that lead to what was taken out
//! lead nowhere; that is no mistake of the author and is not reported. What lints find in the whole may
//! name others, so a part has no findings; of its files it knows the places, not the texts.

mod belonging;

use chrono::NaiveDate;

use crate::decode::did_you_mean;
use crate::load::Loaded;
use crate::parse;
use crate::reading::Reading;
use crate::registry::{Extract, Registry};
use crate::resolve;

use belonging::Belonging;

/// What is asked for. Nothing asked for is the whole register.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Id of a controller: its activities, notices and client processing.
    pub controller: Option<String>,
    /// Ids of activities; `*` stands for any letters.
    pub activities: Vec<String>,
    /// Key of a client in `client-processing`: what is done for it, and for nobody else.
    pub client: Option<String>,
    /// Leaves out the notices that have not taken effect by this day.
    pub in_force: Option<NaiveDate>,
}

/// Why nothing could be selected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SelectionError {
    /// There is no such record.
    #[error("there is no {what} `{id}`{help}")]
    Unknown {
        /// What was looked for: "controller".
        what: &'static str,
        /// Its id as it was given.
        id: String,
        /// What was probably meant, or what there is.
        help: String,
    },
    /// Different clients have this key.
    #[error("`{id}` is the key of different clients, in {records}; give each a key of its own")]
    Ambiguous {
        /// The key.
        id: String,
        /// The records it stands in.
        records: String,
    },
    /// Each is there, but nothing belongs to all that was asked for.
    #[error("no activity belongs to `{0}` and is among those asked for")]
    Nothing(String),
}

impl Selection {
    /// Whether the whole register is meant.
    pub fn is_everything(&self) -> bool {
        *self == Selection::default()
    }

    /// What was asked for, in the words of the records that were found.
    fn extract(&self, part: &Registry) -> Extract {
        let controller = self.controller.as_deref().and_then(|id| part.controllers.find(id));
        let clients = part.client_processing.iter().flat_map(|(_, entry)| entry.record.clients.internal().iter());
        let mut clients = clients.filter(|row| Some(&row.key.name) == self.client.as_ref());
        let asked = part.activities.iter().filter(|_| !self.activities.is_empty());
        Extract {
            controller: controller.map(|id| part.controllers[id].name().to_owned()),
            activities: asked.map(|(_, entry)| entry.name().to_owned()).collect(),
            client: clients.find_map(|row| row.value.name.text().map(str::to_owned)).or_else(|| self.client.clone()),
        }
    }

    /// Whether no controller, activity or client is named.
    fn asks_for_everything(&self) -> bool {
        self.controller.is_none() && self.activities.is_empty() && self.client.is_none()
    }

    /// Takes everything else out of a register. `whole` was read from the same files.
    ///
    /// # Errors
    /// If something is asked for that is not there.
    pub fn narrow(&self, loaded: &Loaded, whole: &Reading) -> Result<Reading, SelectionError> {
        let belonging = Belonging::new(&whole.registry, self)?;
        let (mut records, _) = parse::parse(loaded);
        records.retain(|kind, id| belonging.has(&whole.registry, kind, id));
        if let Some(client) = &self.client {
            records.keep_client(client);
        }
        let (mut registry, _) = resolve::resolve(records, &whole.sources.root);
        registry.extract = (!self.asks_for_everything()).then(|| self.extract(&registry));
        Ok(Reading {
            sources: whole.sources.blank(),
            registry,
            profiles: whole.profiles.clone(),
            archive: whole.archive.clone(),
            diagnostics: Vec::new(),
        })
    }
}

fn unknown<'a>(what: &'static str, id: &str, known: impl IntoIterator<Item = &'a str>) -> SelectionError {
    const SHOWN: usize = 12;
    let known: Vec<&str> = known.into_iter().collect();
    let near = did_you_mean(id, known.iter().copied()).map(|near| format!("; did you mean `{near}`?"));
    let help = near.unwrap_or_else(|| {
        let names: Vec<String> = known.iter().take(SHOWN).map(|id| format!("`{id}`")).collect();
        match known.len() {
            0 => "; there are none".to_owned(),
            count if count > SHOWN => format!("; there are {}, and {} more", names.join(", "), count - SHOWN),
            _ => format!("; there are {}", names.join(", ")),
        }
    });
    SelectionError::Unknown { what, id: id.to_owned(), help }
}
