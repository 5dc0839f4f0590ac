//! SARIF 2.1.0, which code scanning services read.

use serde_json::{Value, json};

use super::{Diagnostic, Label, Listing, Severity};

/// The name under which the fingerprints stand, with the version of their recipe.
const FINGERPRINT: &str = "ropa/v1";

/// The log of one run.
///
/// # Errors
/// Never in practice: everything in it is text and numbers.
pub fn render(listing: &Listing<'_>) -> serde_json::Result<String> {
    let index_of = |name: &str| listing.rules.iter().position(|rule| rule.name == name);
    let rules: Vec<Value> = listing
        .rules
        .iter()
        .map(|rule| {
            json!({
                "id": rule.name,
                "shortDescription": { "text": rule.summary },
                "help": { "text": rule.page, "markdown": rule.page },
                "defaultConfiguration": { "enabled": rule.severity.is_some(), "level": level(rule.severity) },
            })
        })
        .collect();
    let results: Vec<Value> = listing
        .diagnostics
        .iter()
        .map(|one| (one, false))
        .chain(listing.waived.iter().map(|one| (one, true)))
        .zip(listing.fingerprints())
        .map(|((one, is_waived), fingerprint)| {
            let mut result = json!({
                "ruleId": one.name,
                "level": level(Some(one.severity)),
                "message": { "text": text(one) },
                "locations": [location(listing, &one.primary)],
                "partialFingerprints": { FINGERPRINT: fingerprint },
            });
            if let Some(index) = index_of(one.name) {
                result["ruleIndex"] = index.into();
            }
            if is_waived {
                result["suppressions"] = json!([{ "kind": "inSource" }]);
            }
            if !one.related.is_empty() {
                result["relatedLocations"] = one.related.iter().map(|label| location(listing, label)).collect();
            }
            result
        })
        .collect();
    serde_json::to_string_pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "ropa", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn level(severity: Option<Severity>) -> &'static str {
    match severity {
        Some(Severity::Error) => "error",
        Some(Severity::Warning) => "warning",
        None => "none",
    }
}

fn text(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.message.clone();
    for more in diagnostic.notes.iter().chain(&diagnostic.help) {
        text.push_str("\n\n");
        text.push_str(more);
    }
    text
}

fn location(listing: &Listing<'_>, label: &Label) -> Value {
    let source = listing.sources.get(label.span.file);
    let ((line, column), (end_line, end_column)) = (source.position(label.span.start), source.position(label.span.end));
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": address(&listing.sources.shown_path(label.span.file)) },
            "region": { "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column },
        },
    });
    if !label.text.is_empty() {
        location["message"] = json!({ "text": label.text });
    }
    location
}

/// A path as the address that SARIF asks for.
fn address(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut address, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => address.push(byte.into()),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
        address
    })
}
