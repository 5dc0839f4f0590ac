//! A technical or organisational measure, Article 30(1)(g).

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use crate::document::Section;
use crate::record::security_measure::SecurityMeasure;
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<SecurityMeasure>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    facts.phrase("register-measure-name", &record.name);
    facts.phrase("register-measure-sentence", &record.sentence);
    facts.flag("register-where-appropriate", &record.where_appropriate);
    facts.words("register-nature", "nature", &record.nature);
    facts.words("register-serves", "objective", &record.serves);
    if let Some(certificate) = record.certification.get() {
        facts.text("register-certificate", &certificate.standard);
        facts.number("register-certificate-year", &certificate.year);
        facts.date("register-certificate-expires", certificate.expires.internal());
    }
    facts.prose("register-detail", record.detail.internal());
    facts.text("register-owner", record.owner.internal());
    facts.date("register-tested", record.tested.internal()).or_gap();
    vec![
        composer.section("measure", "register-measure", Some("30(1)(g)"), facts.block().into_iter().collect()),
        about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)),
    ]
}
