//! Which pages are wanted.

use super::{Sink, SiteError};

/// An order: what is offered is made only if it is wanted.
pub(super) struct Order<'a> {
    wanted: Wanted<'a>,
    sink: &'a Sink<'a>,
}

enum Wanted<'a> {
    Everything,
    /// The page of one route.
    Page(&'a str),
    /// The routes of all pages, without the pages.
    Routes,
}

impl<'a> Order<'a> {
    /// Every page.
    pub(super) fn everything(sink: &'a Sink<'a>) -> Order<'a> {
        Order { wanted: Wanted::Everything, sink }
    }

    /// One page by its route.
    pub(super) fn page(route: &'a str, sink: &'a Sink<'a>) -> Order<'a> {
        Order { wanted: Wanted::Page(route), sink }
    }

    /// Every route; the sink gets no bytes.
    pub(super) fn routes(sink: &'a Sink<'a>) -> Order<'a> {
        Order { wanted: Wanted::Routes, sink }
    }

    /// Whether a page may be wanted whose route begins so. What makes several pages in one go asks
    /// before it begins.
    pub(super) fn wants(&self, beginning: &str) -> bool {
        match self.wanted {
            Wanted::Everything | Wanted::Routes => true,
            Wanted::Page(route) => route.starts_with(beginning),
        }
    }

    /// Makes a page and hands it on, if it is wanted.
    pub(super) fn offer<T: AsRef<[u8]>>(
        &self,
        route: &str,
        make: impl FnOnce() -> Result<T, SiteError>,
    ) -> Result<(), SiteError> {
        match self.wanted {
            Wanted::Page(wanted) if wanted != route => Ok(()),
            Wanted::Routes => Ok((self.sink)(route, &[])?),
            Wanted::Everything | Wanted::Page(_) => Ok((self.sink)(route, make()?.as_ref())?),
        }
    }
}
