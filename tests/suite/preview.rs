//! The preview: pages made one at a time, records read again, and `ropa serve`.

mod again;
mod pages;
