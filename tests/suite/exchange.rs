//! Formats that take a registry out and bring it back.

mod hostile;
mod json;
mod made_up;
mod random;
