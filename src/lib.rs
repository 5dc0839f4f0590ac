//! `ropa` makes a public privacy notice and an internal Article 30 register from the same TOML
//! records.
//!
//! # The way of the data
//!
//! ```text
//!  registry/ (TOML)                                             themes/ (tera, Fluent)
//!    │ load      directory -> Sources             I/O                │
//!    │ parse     Sources -> Records               never fails: records and diagnostics
//!    │ resolve   Records -> Registry              the only place where a name is looked up
//!    │ lint      Registry -> lint::Finding        levels and waivers decided once, in the pass
//!    │ view      Registry -> view::notice         the public view has no internal field
//!    │ notice    view -> Document                 sentences; register: Registry -> Document
//!    │ coverage  Registry, view and Document -> what a notice says of what it owes
//!    │ page      Document -> what a template sees │
//!    │ site      page x theme -> route and bytes  pure up to here
//!    │ write     route and bytes -> output/       I/O, atomic
//!    ┆ verify    a published copy against the page of now
//!    ┆ serve     the same pages in memory, one at a time, anew at every change
//!    ┆ selection Records -> the Registry of a part: one controller, some activities, one client
//!    ┆ export    Registry and a profile -> workbooks and tables; the texts -> JSON
//!    ┆ handover  site and export -> single files, PDF, packs
//!    ┆ history   a commit of git -> the registry that it holds, as load would read it
//!    ┆ change    two states of a registry -> what changed, in the words of the field
//!    ┆ chronicle history and change, commit by commit -> what each changed, for the register
//!    ┆ versions  what notices said before, from the registry's own archive or from history, for the site
//!    ┆ import    another format -> files of a registry, read by load to resolve before they are written
//!  output/public   output/internal
//! ```
//!
//! An [`archive`] of the registry keeps notices as they were published, in the form of their JSON twins.
//!
//! Beside the notices, `view` and [`short`] make the short notice of each collection point, and `view` and
//! [`sub_processors`] the pages and feeds for those whose data we process as a processor.
//!
//! [`picture`] draws what the register shows as SVG, from plain data.
//!
//! Dependencies point down this list and never back. Only [`load`], [`theme`], [`write`](mod@write),
//! [`serve`](mod@serve) and [`cli`] touch the file system, only [`history`] runs git, only [`cli`] prints, only
//! `main` exits.
//!
//! # What holds everywhere
//!
//! - *Written* and *resolved* are different types: a record holds names ([`decode::Ref`]), a
//!   registry holds typed ids ([`registry::Id`]). After [`resolve`] nothing meets a dangling name.
//! - A user's mistake is a [`diagnostic::Diagnostic`], never an `Error` and never a panic. One run
//!   reports all of them.
//! - The type of a field says who may read it: what stands in [`decode::Internal`] reaches the
//!   register only. What composes a notice gets a [`view::notice::Notice`] and cannot reach the
//!   registry at all.
//! - Every word of the program's own is a message of [`strings`]. A second language is a file.
//! - The same input gives the same bytes: no clock, no absolute path, no order of a hash map.
//!
//! # How to add
//!
//! - *A field*: add it to its struct in `record/` with a doc comment, its type (public or
//!   [`decode::Internal`]) and its articles. Schema, editors and the canary test know it from there;
//!   they fail until the field is shown: public ones in `view/notice/` and `notice/`, all of them in
//!   `register/`.
//! - *A kind*: a struct in `record/`, a variant of [`record::Kind`], an arena in [`registry`]; the
//!   compiler names the other places.
//! - *A lint*: a file in `lint/rules/` and its lines in `lint/rules.rs` and `lint/all.rs`; the doc comment is the manual
//!   page and its examples run as tests.
//! - *A section of the notice*: a file in `notice/`, a variant of
//!   [`record::notice::SectionName`], its headings in `themes/default/strings/`.
//! - *An information item*: a row in `coverage/item.rs`, its words in `themes/default/strings/`, a
//!   judge in `coverage/`, and a case in `lint/tests/coverage.rs` that takes its fact away.
//! - *A field of a page*: add it to its type in `page/` with a doc comment. It is then part of the
//!   contract with templates ([`theme::contract`]); a test fails until it is published.
//! - *A template, style or script*: put the file into `themes/default`; the build script embeds it.
//!   Parts of a style sheet have their order in `theme/files.rs`.
//! - *A picture*: a drawing in `picture/` that knows nothing of records, and a file in `register/` that
//!   gathers what it shows, with the same as a table.
//! - *An export*: a module that reads views or the registry, never records; `export::json` alone reads
//!   texts, and says why.
//! - *A sentence for a change*: an arm in `change/words/` and its message; without one a key is told plainly. A kind
//!   of change that asks for something is an entry in `law/data/duties.toml`, a variant of [`law::Rule`], a trigger
//!   in `change/duty/triggers.rs` and a case in `tests/suite/changes/duties.rs`.
//! - *An import*: a module in `import/` that makes an [`import::Draft`], and a variant in `cli/import.rs`; what its
//!   format has and a register has not is counted in an [`import::Account`].
//! - *A fact of table exports*: a line in `export/facts/`; the manual, the schema of profiles and the
//!   test over the schema of records know it from there. Public ones stand in `export/facts/open`.
//! - *A profile*: a file in `export/profiles/` and its line in `export/profile/built_in.rs`, if its columns
//!   were read in the form itself or in a faithful reproduction.

pub mod archive;
pub mod change;
pub mod chronicle;
pub mod cli;
pub mod commonmark;
pub mod coverage;
pub mod decode;
pub mod diagnostic;
pub mod document;
pub mod export;
pub mod fix;
pub mod handover;
pub mod history;
pub mod import;
pub mod law;
pub mod lint;
pub mod load;
pub mod manual;
pub mod markdown;
pub mod notice;
pub mod page;
pub mod parse;
pub mod picture;
pub mod postal;
pub mod reading;
pub mod record;
pub mod register;
pub mod registry;
pub mod rename;
pub mod resolve;
pub mod schema;
pub mod selection;
pub mod serve;
pub mod short;
pub mod site;
pub mod source;
pub mod strings;
pub mod sub_processors;
pub mod theme;
pub mod verify;
pub mod versions;
pub mod view;
pub mod write;
