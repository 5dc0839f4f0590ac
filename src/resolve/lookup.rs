//! Looking up one reference, and saying what is wrong when it leads nowhere.

use super::index::{Index, PARTIES};
use crate::decode::{Field, List, Located, PartyRef, Ref, SourceRef, did_you_mean};
use crate::diagnostic::Diagnostic;
use crate::record::{Kind, Record};
use crate::registry::{DataSource, Id, Mention, Mentions, Node, Party};
use crate::source::Span;

/// Words that may stand where data come from, besides the ids of parties.
const SOURCE_WORDS: [&str; 3] = ["data-subject", "observed", "derived"];

/// Looks references up for one record after the other.
pub(super) struct Lookup<'a> {
    index: &'a Index,
    /// The registry folder as messages call it.
    root: &'a str,
    owner: Option<Node>,
    mentions: Vec<Mention>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(index: &'a Index, root: &'a str) -> Lookup<'a> {
        Lookup { index, root, owner: None, mentions: Vec::new(), diagnostics: Vec::new() }
    }

    /// From now on, look-ups are made for this record.
    pub(super) fn enter(&mut self, owner: impl Into<Node>) {
        self.owner = Some(owner.into());
    }

    pub(super) fn finish(self) -> (Mentions, Vec<Diagnostic>) {
        (Mentions::new(self.mentions), self.diagnostics)
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn mention(&mut self, to: Node, at: Span) {
        self.mentions.push(Mention { from: self.owner, to, at });
    }

    fn by_name<R: Record>(&mut self, name: &str, span: Span) -> Option<Id<R>> {
        let Some(node) = self.index.get(R::KIND, name).map(|target| target.node) else {
            let diagnostic = self.unknown(name, span, &[R::KIND]);
            self.report(diagnostic);
            return None;
        };
        self.mention(node, span);
        Some(Id::at(node.index))
    }

    /// One optional reference.
    pub(super) fn one<R: Record>(&mut self, field: &Field<Ref<R>>) -> Option<Id<R>> {
        let written = field.located()?;
        self.by_name(&written.value.name, written.span)
    }

    /// A list of references; one that stands twice counts once.
    pub(super) fn many<R: Record>(&mut self, list: &List<Ref<R>>) -> Vec<Id<R>> {
        let mut ids = Vec::new();
        for written in list.located() {
            if let Some(id) = self.by_name(&written.value.name, written.span)
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    fn party_by_name(&mut self, name: &str, span: Span) -> Option<Party> {
        let Some(node) = self.index.party(name).map(|target| target.node) else {
            let diagnostic = self.unknown(name, span, &PARTIES);
            self.report(diagnostic);
            return None;
        };
        self.mention(node, span);
        Some(match node.kind {
            Kind::Controller => Party::Controller(Id::at(node.index)),
            Kind::Processor => Party::Processor(Id::at(node.index)),
            Kind::Source => Party::Source(Id::at(node.index)),
            _ => Party::Recipient(Id::at(node.index)),
        })
    }

    /// One optional party.
    pub(super) fn party(&mut self, field: &Field<PartyRef>) -> Option<Party> {
        let written = field.located()?;
        self.party_by_name(&written.value.0, written.span)
    }

    /// A list of parties; one that stands twice counts once.
    pub(super) fn parties(&mut self, list: &List<PartyRef>) -> Vec<Party> {
        let mut parties = Vec::new();
        for written in list.located() {
            if let Some(party) = self.party_by_name(&written.value.0, written.span)
                && !parties.contains(&party)
            {
                parties.push(party);
            }
        }
        parties
    }

    /// Where data come from: a reserved word or a party.
    pub(super) fn source(&mut self, written: Located<&SourceRef>) -> Option<DataSource> {
        match written.value.0.as_str() {
            "data-subject" => Some(DataSource::DataSubject),
            "observed" => Some(DataSource::Observed),
            "derived" => Some(DataSource::Derived),
            name => match did_you_mean(name, SOURCE_WORDS) {
                Some(word) if self.index.party(name).is_none() => {
                    self.report(
                        Diagnostic::error("unknown-reference", written.span, format!("there is no `{name}`"))
                            .label("not the id of a source or other party")
                            .help(format!("did you mean `{word}`?")),
                    );
                    None
                }
                _ => self.party_by_name(name, written.span).map(DataSource::Party),
            },
        }
    }

    /// The record of a kind that has only one.
    pub(super) fn only<R: Record>(&self) -> Option<Id<R>> {
        (self.index.ids(&[R::KIND]).len() == 1).then(|| Id::at(0))
    }

    fn unknown(&self, name: &str, span: Span, kinds: &[Kind]) -> Diagnostic {
        let sought = match kinds {
            [kind] => kind.one(),
            _ => "a controller, processor, recipient or source",
        };
        let mut diagnostic = Diagnostic::error("unknown-reference", span, format!("there is no `{name}`"))
            .label(format!("not the id of {sought}"));
        if let Some(near) = self.meant(name, kinds) {
            diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
        } else if let Some(kind) = self.index.elsewhere(name) {
            diagnostic =
                diagnostic.help(format!("`{name}` is the id of {}, and here stands the id of {sought}", kind.one()));
        } else {
            diagnostic = diagnostic.help(creation(self.root, name, kinds));
        }
        let ids = self.index.ids(kinds);
        if !ids.is_empty() && ids.len() <= 12 {
            diagnostic = diagnostic.note(format!("the ids are {}", ids.join(", ")));
        }
        diagnostic
    }

    /// What was probably meant: a similar id, or the id of a record with that name.
    fn meant(&self, name: &str, kinds: &[Kind]) -> Option<String> {
        if let Some(near) = did_you_mean(name, self.index.ids(kinds)) {
            return Some(near.to_owned());
        }
        let named = self.index.named(kinds);
        let words = name.replace('-', " ");
        let near = did_you_mean(&words, named.iter().map(|(_, name)| *name))?;
        named.iter().find(|(_, name)| *name == near).map(|(id, _)| (*id).to_owned())
    }
}

/// Where a missing record would be created.
fn creation(root: &str, name: &str, kinds: &[Kind]) -> String {
    let folder = match kinds {
        [kind] => kind.folder(),
        _ => "recipients",
    };
    format!("create `{root}/{folder}/{name}.toml`, or add `[{name}]` to `{root}/{folder}.toml`")
}
