//! Which texts of authors readers get as they are: paragraphs, and whole sentences.

use std::ops::Deref;

use crate::decode::{Field, List, Located, Phrase};
use crate::lint::scope::Scope;
use crate::record::activity::Activity;
use crate::record::controller::Controller;
use crate::record::notice::Notice;
use crate::registry::{Arena, Linked, Node};

/// A text of an author that a notice shows as it is.
#[derive(Debug, Clone)]
pub struct Passage<'a> {
    /// The record.
    pub node: Node,
    /// The key, as the schema writes it: `statements.*.text`.
    pub key: &'static str,
    /// The text.
    pub text: Located<&'a str>,
}

/// Every paragraph and every whole sentence of authors that notices show. Parts of sentences are left
/// out: the program puts them together.
pub fn public<'a>(scope: &Scope<'a>) -> Vec<Passage<'a>> {
    let registry = scope.registry;
    let mut found = Vec::new();
    for (id, entry) in scope.activities() {
        activity(&mut Texts { node: id.into(), found: &mut found }, &entry.record);
    }
    each(&registry.controllers, &mut found, controller);
    each(&registry.notices, &mut found, notice);
    each(&registry.cookies, &mut found, |texts, record| {
        texts.add("if-refused", &record.if_refused);
        texts.add("if-accepted", &record.if_accepted);
    });
    each(&registry.retention, &mut found, |texts, record| texts.add("own-control", &record.own_control));
    each(&registry.client_processing, &mut found, |texts, record| texts.add("ask", &record.ask));
    each(&registry.data_categories, &mut found, |texts, record| texts.add("description", &record.description));
    each(&registry.processors, &mut found, |texts, record| texts.add("description", &record.description));
    each(&registry.recipients, &mut found, |texts, record| texts.add("description", &record.description));
    each(&registry.sources, &mut found, |texts, record| texts.add("description", &record.description));
    each(&registry.security_measures, &mut found, |texts, record| texts.add("sentence", &record.sentence));
    each(&registry.collection_points, &mut found, |texts, record| texts.add("introduction", &record.introduction));
    each(&registry.sub_processor_lists, &mut found, |texts, record| texts.add("introduction", &record.introduction));
    found
}

fn each<'a, R: Linked>(arena: &'a Arena<R>, found: &mut Vec<Passage<'a>>, read: impl Fn(&mut Texts<'_, 'a>, &'a R)) {
    for (id, entry) in arena.iter() {
        read(&mut Texts { node: id.into(), found: &mut *found }, &entry.record);
    }
}

/// Takes the texts of a record.
struct Texts<'f, 'a> {
    node: Node,
    found: &'f mut Vec<Passage<'a>>,
}

impl<'a> Texts<'_, 'a> {
    fn add<T: Deref<Target = str>>(&mut self, key: &'static str, field: &'a Field<T>) {
        let text = field.located().map(|one| Located { value: &**one.value, span: one.span });
        self.found.extend(text.map(|text| Passage { node: self.node, key, text }));
    }

    fn add_all(&mut self, key: &'static str, list: &'a List<Phrase>) {
        let texts = list.located().map(|one| Located { value: &*one.value, span: one.span });
        self.found.extend(texts.map(|text| Passage { node: self.node, key, text }));
    }
}

fn activity<'a>(texts: &mut Texts<'_, 'a>, record: &'a Activity) {
    for purpose in record.purposes.iter() {
        texts.add("purposes.*.minimisation", &purpose.value.minimisation);
    }
    for data in record.data.iter() {
        texts.add("data.*.if-refused", &data.value.if_refused);
    }
    if let Some(profiling) = record.profiling.get() {
        texts.add("profiling.effect", &profiling.effect);
    }
    if let Some(arrangement) = record.joint_arrangement.get() {
        texts.add("joint-arrangement.essence", &arrangement.essence);
    }
    if let Some(decisions) = record.automated_decisions.get() {
        texts.add("automated-decisions.logic", &decisions.logic);
        texts.add("automated-decisions.consequences", &decisions.consequences);
    }
}

fn controller<'a>(texts: &mut Texts<'_, 'a>, record: &'a Controller) {
    texts.add("description", &record.description);
    if let Some(dpo) = record.dpo.get() {
        texts.add("dpo.reason", &dpo.reason);
    }
    if let Some(requests) = record.requests.get() {
        texts.add_all("requests.self-service", &requests.self_service);
        texts.add_all("requests.consequences", &requests.consequences);
        for promise in requests.promises.iter() {
            texts.add("requests.promises.*.text", &promise.value.text);
        }
    }
    if let Some(complaints) = record.complaints.get() {
        for step in complaints.steps.iter() {
            texts.add("complaints.steps.*.text", &step.value.text);
        }
    }
    if let Some(marketing) = record.marketing.get() {
        texts.add("marketing.suppression", &marketing.suppression);
    }
}

fn notice<'a>(texts: &mut Texts<'_, 'a>, record: &'a Notice) {
    texts.add("introduction", &record.introduction);
    for section in record.sections.iter() {
        texts.add("sections.*.introduction", &section.value.introduction);
    }
    if let Some(scope) = record.scope.get() {
        texts.add("scope.if-you-disagree", &scope.if_you_disagree);
        for other in scope.other_notices.iter() {
            texts.add("scope.other-notices.*.ask", &other.value.ask);
        }
    }
    if let Some(others) = record.third_parties.get() {
        texts.add("third-parties.advice", &others.advice);
    }
    if let Some(cookies) = record.cookies.get() {
        texts.add("cookies.explanation", &cookies.explanation);
        texts.add("cookies.asked", &cookies.asked);
        texts.add("cookies.browser", &cookies.browser);
    }
    if let Some(security) = record.security.get() {
        texts.add("security.breach", &security.breach);
        texts.add("security.disclaimer", &security.disclaimer);
    }
    if let Some(children) = record.children.get() {
        texts.add("children.consent", &children.consent);
        texts.add("children.treatment", &children.treatment);
        texts.add("children.advice", &children.advice);
    }
    if let Some(changes) = record.changes.get() {
        texts.add("changes.advice", &changes.advice);
        texts.add("changes.continued-use", &changes.continued_use);
    }
    for statement in record.statements.iter() {
        texts.add("statements.*.text", &statement.value.text);
    }
    for version in record.versions.iter() {
        texts.add("versions[].summary", &version.summary);
    }
}
