//! Rights, complaints and automated decisions.

use serde_json::{Map, Value, json};

use super::{Writer, is_email, is_reference};
use crate::decode::word;
use crate::markdown::words;
use crate::record::controller::ContactUse;
use crate::record::notice::NoticeRight;

impl Writer<'_> {
    /// What TILT says together of access and portability.
    pub(super) fn access_and_portability(&self) -> Value {
        let mut right = self.right(&[NoticeRight::Access, NoticeRight::Portability]);
        if self.facts.requests.as_ref().is_some_and(|requests| requests.free) {
            right.insert("administrativeFee".into(), json!({ "amount": 0, "currency": "EUR" }));
        }
        Value::Object(right)
    }

    /// The rights that have a member of their own.
    pub(super) fn rights(&mut self, document: &mut Map<String, Value>) {
        for (member, rights) in [
            ("rightToInformation", vec![NoticeRight::Information, NoticeRight::Confirmation, NoticeRight::Access]),
            ("rightToRectificationOrDeletion", vec![NoticeRight::Rectification, NoticeRight::Erasure]),
            ("rightToDataPortability", vec![NoticeRight::Portability]),
            ("rightToWithdrawConsent", vec![NoticeRight::WithdrawConsent]),
        ] {
            document.insert(member.into(), Value::Object(self.right(&rights)));
        }
        let mut complaint = self.right(&[NoticeRight::Complaint]);
        let authority = self.facts.complaints.as_ref().and_then(|complaints| complaints.authority.as_ref());
        if authority.is_none() {
            self.asked("the supervisory authority");
        }
        complaint.remove("email");
        complaint.remove("url");
        let page = authority.and_then(|authority| authority.complaint_url.as_ref().or(authority.website.as_ref()));
        complaint.extend(page.filter(|url| is_reference(url)).map(|url| ("url".to_owned(), url.clone().into())));
        let name = authority.map_or("", |authority| &authority.name);
        complaint.insert("supervisoryAuthority".into(), json!({ "name": name }));
        document.insert("rightToComplain".into(), Value::Object(complaint));
    }

    /// A member of TILT for those of some rights that the notice states.
    fn right(&self, rights: &[NoticeRight]) -> Map<String, Value> {
        let facts = self.facts;
        let stated = facts.rights.iter().filter(|right| rights.contains(right));
        let stated: Vec<String> = stated.map(|right| self.strings.plain(&format!("right-{}", word(right)))).collect();
        let mut member = Map::new();
        member.insert("available".into(), (!stated.is_empty()).into());
        if stated.is_empty() {
            return member;
        }
        let said = self.strings.say("tilt-right", &[("rights", (&self.strings.and(&stated)).into())]);
        member.insert("description".into(), said.into());
        let controller = facts.controller.as_ref();
        let contact = controller.and_then(|controller| {
            controller.contacts.iter().find(|contact| contact.uses.contains(&ContactUse::Requests))
        });
        let email = contact.and_then(|contact| contact.email.as_ref());
        let email = email.or_else(|| controller.and_then(|controller| controller.email.as_ref()));
        let url = contact.and_then(|contact| contact.url.as_ref());
        member.extend(url.filter(|url| is_reference(url)).map(|url| ("url".to_owned(), url.clone().into())));
        member.extend(email.filter(|email| is_email(email)).map(|email| ("email".to_owned(), email.clone().into())));
        member
    }

    /// Whether decisions are automated; nothing where the notice says nothing.
    pub(super) fn decisions(&mut self) -> Value {
        let decisions = &self.facts.decisions;
        let used: Vec<_> = decisions.iter().filter(|decision| decision.used).collect();
        if used.is_empty() {
            if decisions.is_empty() {
                self.asked("whether decisions are automated");
                return json!({});
            }
            return json!({ "inUse": false });
        }
        let logic = used.iter().flat_map(|decision| decision.decision.iter().chain(&decision.logic));
        let effects = used.iter().flat_map(|decision| decision.consequences.iter().chain(&decision.safeguards));
        let all = |texts: Vec<String>| texts.join(" ");
        json!({
            "inUse": true,
            "logicInvolved": all(logic.map(|text| words(&text.0)).collect()),
            "scopeAndIntendedEffects": all(effects.map(|text| words(&text.0)).collect()),
        })
    }
}
