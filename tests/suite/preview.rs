//! The preview: pages made one at a time, records read again, and `ropa serve`.

mod again;
mod browser;
mod changes;
mod pages;
mod serving;
