//! The text of a new record.

use crate::record::Kind;

/// A stub of a record: its name is filled in, its usual keys stand in comments.
pub(super) fn of(kind: Kind, id: &str) -> String {
    template(kind).replace("{name}", &readable(kind, id))
}

fn template(kind: Kind) -> &'static str {
    match kind {
        Kind::Activity => include_str!("activity.toml"),
        Kind::ClientProcessing => include_str!("client-processing.toml"),
        Kind::CollectionPoint => include_str!("collection-point.toml"),
        Kind::Controller => include_str!("controller.toml"),
        Kind::Cookie => include_str!("cookie.toml"),
        Kind::DataCategory => include_str!("data-category.toml"),
        Kind::LegalBasis => include_str!("legal-basis.toml"),
        Kind::Notice => include_str!("notice.toml"),
        Kind::Processor => include_str!("processor.toml"),
        Kind::Recipient => include_str!("recipient.toml"),
        Kind::Retention => include_str!("retention.toml"),
        Kind::SecurityMeasure => include_str!("security-measure.toml"),
        Kind::Source => include_str!("source.toml"),
        Kind::SubProcessorList => include_str!("sub-processor-list.toml"),
        Kind::SubjectGroup => include_str!("subject-group.toml"),
        Kind::System => include_str!("system.toml"),
    }
}

/// The words of an id: `mail-provider` is "Mail provider".
fn readable(kind: Kind, id: &str) -> String {
    let words = id.replace('-', " ");
    // These two stand within sentences, which nothing re-cases.
    if matches!(kind, Kind::DataCategory | Kind::Cookie) {
        return words;
    }
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::readable;
    use crate::record::Kind;

    #[test]
    fn an_id_reads_as_words() {
        assert_eq!(readable(Kind::Processor, "mail-provider"), "Mail provider");
        assert_eq!(readable(Kind::DataCategory, "contact-details"), "contact details");
    }
}
