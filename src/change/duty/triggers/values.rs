//! What stands before and after a change, as rules ask for it.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::change::Change;
use crate::change::words::Teller;
use crate::law::{self, Ground, Rule};
use crate::registry::Registry;

/// Of all words of two texts, how many of a hundred they have to share to be called the same, said otherwise.
const ALIKE: usize = 50;

/// Whether two texts share half of their words or more. A text that shares less says something else; one that
/// shares more may do so too, which only a person can see: "we sell" has most words of "we do not sell".
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
    shared * 200 >= ALIKE * (one.len() + other.len()) && shared > 0
}

/// The text before and after, where there are both.
pub(super) fn texts(change: &Change) -> Option<(&str, &str)> {
    Some((change.before.as_ref()?.as_str()?, change.after.as_ref()?.as_str()?))
}

/// The texts of a value: itself, or the elements of a list.
pub(super) fn list(value: &Option<Value>) -> Vec<&str> {
    match value {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether something went for which nothing alike came: of a list, one of its elements.
pub(super) fn is_dropped(change: &Change) -> bool {
    let came = list(&change.after);
    let gone = list(&change.before);
    change.after.is_none() || gone.iter().any(|text| !came.iter().any(|other| is_alike(text, other)))
}

/// Whether something came that is unlike everything that went.
pub(super) fn is_another(change: &Change) -> bool {
    let gone = list(&change.before);
    list(&change.after).iter().any(|text| !gone.iter().any(|other| is_alike(text, other)))
}

/// Whether something that was not done before is done now.
pub(super) fn begins(change: &Change) -> bool {
    let used = |value: &Option<Value>| match value {
        Some(Value::Bool(used)) => *used,
        Some(table) => table.get("used").and_then(Value::as_bool).unwrap_or(false),
        None => false,
    };
    used(&change.after) && !used(&change.before)
}

/// Whether something that was said with yes is not said any more, or said with no.
pub(super) fn is_yes_no_more(change: &Change) -> bool {
    let is_yes = |value: &Option<Value>| value.as_ref().and_then(Value::as_bool) == Some(true);
    is_yes(&change.before) && !is_yes(&change.after)
}

/// Whether a legal basis is consent.
pub(super) fn is_consent(registry: &Registry, id: &str) -> bool {
    let Some(found) = registry.legal_bases.find(id) else { return false };
    registry.legal_bases[found].record.article.get().is_some_and(|article| article.0 == Ground::Consent)
}

/// What data in a country ask for: nothing inside the EEA. A decision that covers only some recipients or data says
/// of none whether it covers them.
pub(super) fn abroad(teller: &Teller<'_>, code: &str) -> Option<Rule> {
    let country = law::country(code)?;
    if country.in_eea() {
        return None;
    }
    let decision = teller.after.law.adequacy_on(country.code, law::adequacy_as_of());
    let is_adequate = decision.is_some_and(|decision| !decision.is_partial());
    Some(if is_adequate { Rule::NewAdequateCountry } else { Rule::NewThirdCountry })
}

/// What data with a party ask for: nothing inside the EEA.
pub(super) fn abroad_with(teller: &Teller<'_>, id: &str) -> Vec<Rule> {
    let party = teller.party(teller.after, id);
    let mut rules: Vec<Rule> = party.outside.iter().filter_map(|code| abroad(teller, code.as_str())).collect();
    if party.is_outside && rules.is_empty() {
        // A place in words, or an organisation.
        rules.push(Rule::NewThirdCountry);
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::is_alike;

    #[test]
    fn texts_that_share_half_of_their_words_are_alike() {
        assert!(is_alike("sell you goods", "Sell you things."));
        assert!(is_alike("draw winners", "draw winners and show their names"));
        assert!(is_alike("We do not sell your data", "We sell your data"));
        assert!(!is_alike("send you our newsletter", "sell your data to advertisers"));
        assert!(!is_alike("", ""));
    }
}
