//! The lints, one per file, by name.

use super::Lint;

mod consent_withdrawal_missing;
mod legal_data_old;
mod retention_missing;
mod retention_vague;
mod review_overdue;
mod transfer_mechanism_dead;
mod transfer_undeclared;
pub(super) mod waiver_expired;
pub(super) mod waiver_unused;

/// Every lint, in the order of names.
pub static ALL: &[&Lint] = &[
    &consent_withdrawal_missing::LINT,
    &legal_data_old::LINT,
    &retention_missing::LINT,
    &retention_vague::LINT,
    &review_overdue::LINT,
    &transfer_mechanism_dead::LINT,
    &transfer_undeclared::LINT,
    &waiver_expired::LINT,
    &waiver_unused::LINT,
];
