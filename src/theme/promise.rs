//! Whether a theme keeps the promise that a page calls nobody and runs no code from within it.
//!
//! Only what is written in the files is looked at: a template can still put an address together. The
//! sites' content security policy stops that in a browser; these warnings say it before anybody is puzzled
//! by a picture that does not load.

use std::ops::Range;

use super::files::OWN_STYLE;
use super::folder::Folder;
use super::tags::{Tag, tags, without};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{FileId, Span};

/// Attributes whose address is loaded, or gets what a reader writes or clicks.
const LOADING: [&str; 9] =
    ["src", "srcset", "poster", "data", "action", "formaction", "ping", "background", "manifest"];

/// Links that name another page without loading it.
const NAMING: [&str; 6] = ["canonical", "alternate", "license", "author", "help", "me"];

/// Names of languages in XML, which nothing loads.
const NAMESPACES: &str = "http://www.w3.org/";

/// What breaks the promise in the files of a theme's own.
pub(super) fn check(folder: &Folder) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let text = |file: FileId| folder.sources.get(file).text.as_str();
    let sheets = folder.own_below("style/").map(|(_, file)| file).chain(folder.own(OWN_STYLE));
    for file in sheets {
        let plain = without(text(file), &[("/*", "*/")]);
        found.extend(addresses(&plain, &['(', '\'', '"', ' ']).map(|range| outside(file, range)));
    }
    for (_, file) in folder.own_below("script/") {
        found.extend(addresses(text(file), &['\'', '"', '`']).map(|range| outside(file, range)));
    }
    for (_, file) in folder.own_below("templates/").filter(|(name, _)| name.ends_with(".html")) {
        let plain = without(text(file), &[("{#", "#}"), ("<!--", "-->")]);
        for tag in tags(&plain) {
            in_tag(file, &tag, &mut found);
        }
    }
    found
}

/// Addresses of other hosts that stand behind one of some characters.
fn addresses(text: &str, before: &'static [char]) -> impl Iterator<Item = Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let starts: Vec<usize> = lower.match_indices("//").map(|(at, _)| at).collect();
    let ends = [' ', '\'', '"', '`', ')', ';', '\n'];
    starts.into_iter().filter_map(move |slashes| {
        let head = lower.get(..slashes)?;
        let scheme = ["https:", "http:"].into_iter().find(|scheme| head.ends_with(scheme)).unwrap_or_default();
        let start = slashes - scheme.len();
        let rest = lower.get(start..)?;
        let host = lower.get(slashes + 2..)?.chars().next()?;
        // Behind a space, two slashes alone begin a comment of a script or a division of a path.
        let behind = lower.get(..start)?.chars().next_back().filter(|one| *one != ' ' || !scheme.is_empty());
        let is_address = behind.is_some_and(|one| before.contains(&one)) && (host.is_alphanumeric() || host == '[');
        let end = start + rest.find(ends).unwrap_or(rest.len());
        (is_address && !rest.starts_with(NAMESPACES)).then_some(start..end)
    })
}

/// What breaks the promise in a tag.
fn in_tag(file: FileId, tag: &Tag<'_>, found: &mut Vec<Diagnostic>) {
    let value = |name: &str| tag.attributes.iter().find(|one| one.name == name).map(|one| one.value);
    // Data that a script reads is no code.
    let is_data = value("type").is_some_and(|kind| kind.ends_with("json"));
    if (tag.name == "script" && value("src").is_none() && !is_data) || tag.name == "style" {
        found.push(inline(file, tag.range.clone(), &format!("`<{}>` within the page", tag.name)));
    }
    for attribute in &tag.attributes {
        let name = attribute.name.as_str();
        let target = attribute.value.trim().to_ascii_lowercase();
        if name == "style" || name == "srcdoc" || (name.starts_with("on") && name.len() > 2) {
            found.push(inline(file, attribute.range.clone(), &format!("`{name}=`")));
        } else if target.starts_with("javascript:") {
            found.push(inline(file, attribute.range.clone(), "an address that is a script"));
        }
        let names_only = match tag.name.as_str() {
            "a" | "area" => true,
            "link" => value("rel").is_some_and(|rel| rel.split_whitespace().all(|one| NAMING.contains(&one))),
            _ => false,
        };
        let loads = LOADING.contains(&name) || (name == "href" && !names_only);
        let refreshes = name == "content" && value("http-equiv").is_some();
        let leads_out = |part: &str| ["https://", "http://", "//"].iter().any(|start| part.starts_with(start));
        let parts: &[char] = if name == "srcset" { &[',', ' '] } else { &[] };
        let is_outside = target.split(parts).map(str::trim).any(leads_out);
        if (loads && is_outside) || (refreshes && target.contains("//")) {
            found.push(outside(file, attribute.range.clone()));
        }
    }
}

fn outside(file: FileId, range: Range<usize>) -> Diagnostic {
    warning("outside-address", file, range, "this is loaded from another host".to_owned())
        .label("another host")
        .note("a page of a notice calls nobody, and its content security policy stops what would")
        .help("keep pictures, type and scripts in the theme; links in `<a href>` may lead anywhere")
}

fn inline(file: FileId, range: Range<usize>, what: &str) -> Diagnostic {
    warning("inline-code", file, range, format!("{what} has no effect on the sites"))
        .label("does not work")
        .note("the content security policy of the sites lets no code or style within a page work")
        .help("write rules into `style.css`, and scripts into a file below `script/`")
}

fn warning(name: &'static str, file: FileId, range: Range<usize>, message: String) -> Diagnostic {
    let mut wrong = Diagnostic::error(name, Span::new(file, range), message);
    wrong.severity = Severity::Warning;
    wrong
}
