//! A notice as TILT, the Transparency Information Language: JSON for programs that compare notices.
//!
//! It is made from the public view of a notice alone, and fits the schema of TILT whatever the notice says.
//! TILT knows less than a notice, and asks for more: what it cannot carry and what it asks for in vain is
//! told as [`Gap`]s.
//!
//! Source of the format: <https://github.com/Transparency-Information-Language/schema>, `tilt-schema.json`.

mod data;
mod gaps;
mod rights;

use std::fmt;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::markdown;
use crate::strings::Strings;
use crate::view::notice::{Address, Notice};

/// A notice as TILT, and what is not in it.
#[derive(Debug, Clone)]
pub struct Tilt {
    /// The document.
    pub document: Value,
    /// What it cannot carry, and what it asks for and the notice does not say.
    pub gaps: Vec<Gap>,
}

/// Something that differs between a notice and its TILT.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// TILT has no place for it.
    Lost(&'static str),
    /// TILT asks for it; what stands there says nothing.
    Asked(&'static str),
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Gap::Lost(what) => write!(f, "TILT has no place for {what}"),
            Gap::Asked(what) => write!(f, "TILT asks for {what}, and the notice does not say it"),
        }
    }
}

/// What stands where TILT wants a country and none is known: a code that ISO 3166 gives to no country.
const NO_COUNTRY: &str = "ZZ";

/// The document of a notice. `as_of` stands for days that the notice does not tell.
pub fn notice(facts: &Notice, strings: &Strings, as_of: NaiveDate) -> Tilt {
    let mut writer = Writer { facts, strings, gaps: gaps::of(facts) };
    let mut document = Map::new();
    document.insert("meta".into(), writer.meta(as_of));
    document.insert("controller".into(), writer.controller());
    document.insert("dataProtectionOfficer".into(), writer.officer());
    document.insert("dataDisclosed".into(), writer.data_disclosed());
    document.insert("thirdCountryTransfers".into(), writer.transfers());
    document.insert("accessAndDataPortability".into(), writer.access_and_portability());
    document.insert("sources".into(), writer.sources());
    writer.rights(&mut document);
    document.insert("automatedDecisionMaking".into(), writer.decisions());
    document.insert("changesOfPurpose".into(), json!([]));
    let mut document = Value::Object(document);
    // The fingerprint is that of the document in which it is empty.
    let hash = hex(&Sha256::digest(document.to_string().as_bytes()));
    if let Some(place) = document.pointer_mut("/meta/_hash") {
        *place = hash.into();
    }
    writer.gaps.sort();
    writer.gaps.dedup();
    Tilt { document, gaps: writer.gaps }
}

/// The text of a document, indented, with a line feed at the end.
pub fn text(document: &Value) -> String {
    format!("{document:#}\n")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

struct Writer<'n> {
    facts: &'n Notice,
    strings: &'n Strings,
    gaps: Vec<Gap>,
}

impl Writer<'_> {
    fn asked(&mut self, what: &'static str) {
        self.gaps.push(Gap::Asked(what));
    }

    fn meta(&mut self, as_of: NaiveDate) -> Value {
        let facts = self.facts;
        let modified = facts.updated.or(facts.effective).unwrap_or(as_of);
        let created = facts.versions.iter().filter_map(|version| version.updated).min().unwrap_or(modified);
        let head = facts.version.as_deref().and_then(|version| version.split('.').next());
        let version = head.and_then(|head| head.parse::<u32>().ok()).filter(|version| *version > 0);
        if version.is_none() {
            self.asked("a version that is a whole number");
        }
        let is_active = facts.effective.is_none_or(|day| day <= as_of);
        let language = facts.language.split('-').next().unwrap_or_default();
        json!({
            "_id": facts.id,
            "name": facts.controller.as_ref().map_or("", |controller| &controller.name),
            "created": created.min(modified).to_string(),
            "modified": modified.to_string(),
            "version": version.unwrap_or(1),
            "language": if language.len() == 2 { language } else { "en" },
            "status": if is_active { "active" } else { "inactive" },
            "url": facts.url.as_deref().filter(|url| is_reference(url)).map_or_else(|| format!("{}.html", facts.id), str::to_owned),
            "_hash": "",
        })
    }

    fn controller(&mut self) -> Value {
        let Some(controller) = &self.facts.controller else {
            self.asked("the controller");
            return json!({ "name": "", "address": "", "country": NO_COUNTRY, "representative": { "name": "", "email": "" } });
        };
        let country = self.country(controller.address.as_ref(), "the country of the controller");
        let contact = controller.contacts.iter().find(|contact| contact.email.is_some());
        let email = controller.email.clone().or_else(|| contact.and_then(|contact| contact.email.clone()));
        let phone = controller.phone.clone().or_else(|| contact.and_then(|contact| contact.phone.clone()));
        let name = contact.and_then(|contact| contact.name.as_ref()).map(|name| markdown::words(&name.0));
        let mut person = Map::new();
        person.insert("name".into(), name.unwrap_or_else(|| controller.name.clone()).into());
        self.email(&mut person, email, "an e-mail address of the controller");
        put_phone(&mut person, phone);
        json!({
            "name": controller.name,
            "address": address(controller.address.as_ref()),
            "country": country,
            "representative": person,
        })
    }

    fn officer(&mut self) -> Value {
        let controller = self.facts.controller.as_ref();
        let officer = controller.and_then(|controller| controller.dpo.as_ref()).filter(|officer| officer.appointed);
        if officer.is_none() {
            self.asked("a data protection officer, and has no way to say that there is none");
        }
        let own = officer.and_then(|officer| officer.address.as_ref());
        let place = own.or_else(|| controller.and_then(|controller| controller.address.as_ref()));
        let mut person = Map::new();
        let named = officer.and_then(|officer| officer.name.clone());
        let title = || if officer.is_some() { self.strings.plain("register-dpo") } else { String::new() };
        person.insert("name".into(), named.unwrap_or_else(title).into());
        person.insert("address".into(), address(place).into());
        person.insert("country".into(), self.country(place, "the country of the data protection officer").into());
        let contact = controller.and_then(|controller| controller.contacts.iter().find_map(|one| one.email.clone()));
        let email = officer.and_then(|officer| officer.email.clone());
        let email = email.or_else(|| controller.and_then(|controller| controller.email.clone())).or(contact);
        self.email(&mut person, email, "an e-mail address of the data protection officer");
        put_phone(&mut person, officer.and_then(|officer| officer.phone.clone()));
        Value::Object(person)
    }

    fn country(&mut self, place: Option<&Address>, what: &'static str) -> String {
        let country = place.and_then(|place| place.country.clone());
        country.unwrap_or_else(|| {
            self.asked(what);
            NO_COUNTRY.to_owned()
        })
    }

    fn email(&mut self, person: &mut Map<String, Value>, email: Option<String>, what: &'static str) {
        let email = email.filter(|email| is_email(email)).unwrap_or_else(|| {
            self.asked(what);
            String::new()
        });
        person.insert("email".into(), email.into());
    }
}

/// A telephone number, where it has the form that TILT takes: digits, and one pair of brackets at most.
fn put_phone(person: &mut Map<String, Value>, phone: Option<String>) {
    let number = phone.map(|phone| phone.chars().filter(|c| !matches!(c, '(' | ')')).collect::<String>());
    let number = number.map(|number| number.split_whitespace().collect::<Vec<_>>().join(" "));
    let fits = |number: &String| {
        let digits = number.trim_start_matches('+');
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/' | ' '))
    };
    if let Some(number) = number.filter(fits) {
        person.insert("phone".into(), number.into());
    }
}

fn address(address: Option<&Address>) -> String {
    let Some(address) = address else { return String::new() };
    let town = [&address.postcode, &address.city].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
    let parts = address.lines.iter().cloned().chain([town]).chain(address.region.clone());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Whether a text is an e-mail address for programs that check it.
fn is_email(text: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || ".-_+".contains(c));
    let dots = |part: &str| !part.starts_with('.') && !part.ends_with('.') && !part.contains("..");
    text.split_once('@').is_some_and(|(name, host)| {
        plain(name) && dots(name) && plain(host) && dots(host) && !host.contains(['_', '+']) && !host.starts_with('-')
    })
}

/// Whether a text is a reference to a page for programs that check it.
fn is_reference(text: &str) -> bool {
    text.is_ascii() && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`[]".contains(c)) && {
        let mut percents = text.split('%').skip(1);
        percents.all(|rest| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2)
    }
}
