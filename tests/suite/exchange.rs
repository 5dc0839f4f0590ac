//! Formats that take a registry out and bring it back.

mod hostile;
mod json;
pub mod made_up;
mod random;
