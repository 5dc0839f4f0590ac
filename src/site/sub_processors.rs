//! The lists of sub-processors: a page, a JSON twin and a feed for each.

use std::collections::BTreeSet;

use super::{Sink, Site, SiteError, json};
use crate::page::SubProcessorsPage;
use crate::sub_processors;
use crate::view::sub_processors::{SubProcessors, gather};

/// The lists that have files of their own. Of two titles that name one file the first counts; the
/// other has been reported.
pub(super) fn lists(site: &Site<'_>) -> Vec<SubProcessors> {
    let registry = &site.reading.registry;
    let mut named: BTreeSet<String> = registry.notices.iter().map(|(_, notice)| notice.id.clone()).collect();
    named.insert("index".to_owned());
    let lists = registry.sub_processor_lists.iter().filter_map(|(_, entry)| gather(registry, entry));
    lists.filter(|list| named.insert(list.file())).collect()
}

/// The page, the JSON twin and the feed of each list.
pub(super) fn render(site: &Site<'_>, sink: &Sink<'_>) -> Result<(), SiteError> {
    let strings = site.theme.strings();
    for list in lists(site) {
        let document = sub_processors::compose(&list, strings);
        let feed = sub_processors::feed(&list, strings);
        let page = SubProcessorsPage::new(&list, &document, feed.is_some(), strings);
        let file = &page.file;
        site.page(&format!("public/{file}.html"), "sub-processors.html", &page, sink)?;
        let route = format!("public/{file}.json");
        sink(&route, json(&route, &list)?.as_bytes())?;
        if let Some(feed) = &feed {
            site.page(&format!("public/{file}.atom.xml"), "feed.xml", feed, sink)?;
        }
    }
    Ok(())
}
