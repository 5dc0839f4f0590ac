//! The lists of sub-processors: a page, a JSON twin and a feed for each.

use std::collections::BTreeSet;

use super::order::Order;
use super::{Site, SiteError, json};
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
pub(super) fn render(site: &Site<'_>, order: &Order<'_>) -> Result<(), SiteError> {
    let strings = site.theme.strings();
    for list in lists(site) {
        let stem = format!("public/{}", list.file());
        if !order.wants(&stem) {
            continue;
        }
        let document = sub_processors::compose(&list, strings);
        let feed = sub_processors::feed(&list, strings);
        let route = format!("{stem}.html");
        order.offer(&route, || {
            let page = SubProcessorsPage::new(&list, &document, feed.is_some(), strings);
            site.rendered(&route, "sub-processors.html", &page)
        })?;
        let route = format!("{stem}.json");
        order.offer(&route, || json(&route, &list))?;
        if let Some(feed) = &feed {
            let route = format!("{stem}.atom.xml");
            order.offer(&route, || site.rendered(&route, "feed.xml", feed))?;
        }
    }
    Ok(())
}
