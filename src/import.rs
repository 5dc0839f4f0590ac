//! The way in: from a file that is no registry to the files of one.
//!
//! ```text
//!  a file ──read──▶ Draft ──judge──▶ Judged ──▶ files to write
//!       json, sheets  records as       the whole     (cli)
//!          ...       values with      registry as
//!                    their places     it would be
//! ```
//!
//! 1. The reader of a format ([`json`], [`sheets`], [`fides`], [`tilt`]) makes a [`Draft`]: for each record its
//!    kind, its id, its file and its content as a [`Node`], whose every value knows where it stands in the
//!    imported file. A format knows nothing of TOML, and nothing of what may stand in a record.
//! 2. [`Draft::judge`] writes the records as TOML, puts them among the files that the folder holds already,
//!    and reads the result as every registry is read. What is wrong is told at its place in the imported
//!    file.
//! 3. Each file is new, differs from the one that stands there, or says the same. Only `cli` writes.
//!
//! Nothing is written unless the result can be read without a mistake.

mod amend;
mod conflicts;
mod draft;
mod fates;
mod faults;
pub mod fides;
mod file_name;
pub mod json;
mod judge;
mod making;
mod node;
mod places;
pub mod sheets;
pub mod tilt;
mod toml;

pub use self::toml::document;
pub use conflicts::Conflict;
pub use draft::{Draft, Drafted, NewFile};
pub use fates::{Account, LeftOut};
pub use judge::{Judged, Standing};
pub use node::{Content, Node};
