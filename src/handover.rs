//! What is handed over: the register as a document, and packs for an authority (Article 30(4)) or a client.
//!
//! Documents come from the same pages as the internal site, without what the lints found and without
//! links to edit records: both are for the authors.

mod book;
mod links;
pub mod markdown;
pub mod pack;
pub mod pdf;
pub mod single;

use std::io;

use crate::export::ExportError;
use crate::site::SiteError;

/// Why something could not be handed over.
#[derive(Debug, thiserror::Error)]
pub enum HandoverError {
    /// A table could not be made.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// typst could not be talked to.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A page of the site, from which a document is made, could not be made.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// The program that sets PDF files cannot be run.
    #[error(
        "cannot run `{program}`, which sets the PDF: install typst 0.14 or later (typst.app), or name it with \
         ROPA_TYPST; the exports `html` and `markdown` need no other program"
    )]
    Typst {
        /// The program that was called.
        program: String,
        /// Why it cannot be run.
        source: io::Error,
    },
    /// typst did not make a PDF of the register.
    #[error("`{program}` refused the document; typst 0.14 or later is needed. It says: {said}")]
    Typesetting {
        /// The program that was called.
        program: String,
        /// What it wrote.
        said: String,
    },
}
