//! The internal register of Article 30 as pages.
//!
//! Everything that the records say stands here, internal fields included, and so does everything
//! they do not say: a missing point is a visible gap, which reads differently from an absence
//! stated on purpose. The register never judges.
//!
//! 1. [`Desk`] gathers once what concerns the registry as a whole: who uses what, which dates call
//!    for attention, where data go.
//! 2. [`subjects`] lists what there is a page about. Pages are independent of each other.
//! 3. [`page`] composes one of them as a [`Document`](crate::document::Document). No word stands in the code: all of them are
//!    messages of [`Strings`](crate::strings::Strings).
//!
//! [`parts`] lists what the version on a single page holds, and [`part`] composes each with links
//! that stay on that page; [`chapters`] numbers them, [`guide`] says how to read them.

mod about;
mod activity;
mod activity_row;
mod attention;
mod authored;
mod book;
mod chronicle;
mod client_processing;
mod collection_point;
mod completeness;
mod completeness_picture;
mod composer;
mod contacts;
mod controller;
mod cookie;
mod cover;
mod coverage;
mod data_category;
mod data_map;
mod desk;
mod disclosures;
mod exemptions;
mod facts;
mod findings;
mod flow;
mod history;
mod history_pictures;
mod impact;
mod legal_basis;
mod list;
mod matrix;
mod notice;
mod notice_text;
mod notice_words;
mod order;
mod page;
mod paging;
mod party;
mod processor;
mod purposes;
mod recipient;
mod register_rows;
mod repository;
mod retention;
mod safeguards;
mod schedule;
mod search;
mod search_page;
mod security_measure;
mod source;
mod start;
mod sub_processor_list;
mod subject;
mod subject_group;
mod system;
mod time_line;
mod transfer;
mod transfers;
mod used_by;
mod waivers;

pub use attention::{Attention, Concern};
pub use book::{Chapter, chapters, glance, guide, places};
pub use chronicle::{Chronicle, Entry, Month, Remark, Told, What};
pub use completeness::{Answer, Completeness, Point, words as point_in_words};
pub use cover::cover;
pub use desk::Desk;
pub(crate) use desk::applying;
pub(crate) use disclosures::{none as no_transfers, reached};
pub use notice_text::TextSources;
pub use page::{Origin, Page, page, part};
pub use search::{Index as SearchIndex, Words as SearchWords, fold};
pub use start::DOWNLOADS;
pub use subject::{Subject, parts, subjects};
pub(crate) use transfers::of as transfers_of;
