//! The script of the register, and the index that its search reads.

use std::collections::BTreeMap;

use super::order::Order;
use super::{Site, SiteError};
use crate::register::{Desk, SearchIndex, SearchWords};

/// What the script says, by the name it knows it by.
const WORDS: [(&str, &str); 17] = [
    ("all", "script-all"),
    ("clear", "script-clear"),
    ("contains", "script-contains"),
    ("found", "script-found"),
    ("foundMore", "script-found-more"),
    ("foundNone", "script-found-none"),
    ("noIndex", "script-no-index"),
    ("noRows", "script-no-rows"),
    ("none", "script-none"),
    ("page", "script-page"),
    ("results", "script-results"),
    ("rows", "script-rows"),
    ("search", "script-search"),
    ("separator", "register-separator"),
    ("sortedDown", "script-sorted-down"),
    ("sortedUp", "script-sorted-up"),
    ("tools", "script-tools"),
];

/// Writes the script and the index. The index is made of scripts that set one name each, because a
/// page that is opened from disk may load a script but no data.
pub(super) fn files(site: &Site<'_>, desk: &Desk<'_>, order: &Order<'_>) -> Result<(), SiteError> {
    let strings = site.theme.strings();
    let route = "internal/register.js";
    order.offer(route, || {
        let words: BTreeMap<&str, String> = WORDS.iter().map(|(name, key)| (*name, strings.plain(key))).collect();
        let [tables, search] = ["script/register.js", "script/search.js"].map(|name| site.theme.script(name));
        Ok(format!("const ropa = {};\n{tables}\n{search}", compact(route, &words)?))
    })?;
    let route = "internal/search-index.js";
    order.offer(route, || Ok(format!("window.ropaIndex = {};\n", compact(route, &SearchIndex::of(desk))?)))?;
    for name in SearchWords::shards() {
        let route = format!("internal/search/{name}.js");
        order.offer(&route, || {
            let words = compact(&route, &desk.words().shard(name))?;
            Ok(format!("(window.ropaWords ??= {{}})[\"{name}\"] = {words};\n"))
        })?;
    }
    Ok(())
}

/// JSON on one line. It is JavaScript too.
fn compact(route: &str, value: &impl serde::Serialize) -> Result<String, SiteError> {
    serde_json::to_string(value).map_err(|source| SiteError::Json { route: route.to_owned(), source })
}
