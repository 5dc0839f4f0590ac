//! The lints, one per file, by name.

use super::Lint;

mod adm_logic_empty;
mod adm_no_gateway;
mod adm_no_human_review;
mod adm_special_data;
mod adm_undisclosed;
mod art14_timing_missing;
mod child_age_missing;
mod child_age_too_low;
mod complaint_authority_missing;
mod consent_beside_other_basis;
mod consent_in_imbalance;
mod consent_many_purposes;
mod consent_mechanism_missing;
mod consent_opt_out;
mod consent_proof_missing;
mod consent_tied_to_contract;
mod consent_withdrawal_missing;
mod contract_for_ads_or_analytics;
mod contract_not_party;
mod cookie_basis_not_consent;
mod cookie_consent_unstated;
mod cookie_exempt_doubtful;
mod cookie_lifetime_missing;
mod cookie_no_consent;
mod cookie_provider_not_recipient;
mod cookie_purpose_missing;
mod criminal_data_no_authority;
mod device_access_unlisted;
mod legal_basis_article_missing;
mod legal_basis_uncited;
mod legal_data_old;
mod legal_obligation_foreign;
mod legitimate_interest_balancing_stale;
mod legitimate_interest_no_balancing;
mod legitimate_interest_public_body;
mod legitimate_interest_unnamed;
mod legitimate_interest_vague;
mod mandatory_data_unmarked;
mod marketing_objection_missing;
mod notice_exemption_mismatch;
mod notice_exemption_unreasoned;
mod notice_missing;
mod notice_older_than_register;
mod notice_undated;
mod notice_weasel_words;
mod refusal_consequence_missing;
mod retention_missing;
mod retention_vague;
mod review_overdue;
mod right_missing;
mod right_not_available;
mod rights_channel_missing;
mod special_condition_uncited;
mod special_condition_without_article_6;
mod special_data_no_condition;
mod transfer_copy_missing;
mod transfer_mechanism_dead;
mod transfer_undeclared;
pub(super) mod waiver_expired;
pub(super) mod waiver_unused;

/// Every lint, in the order of names.
pub static ALL: &[&Lint] = &[
    &adm_logic_empty::LINT,
    &adm_no_gateway::LINT,
    &adm_no_human_review::LINT,
    &adm_special_data::LINT,
    &adm_undisclosed::LINT,
    &art14_timing_missing::LINT,
    &child_age_missing::LINT,
    &child_age_too_low::LINT,
    &complaint_authority_missing::LINT,
    &consent_beside_other_basis::LINT,
    &consent_in_imbalance::LINT,
    &consent_many_purposes::LINT,
    &consent_mechanism_missing::LINT,
    &consent_opt_out::LINT,
    &consent_proof_missing::LINT,
    &consent_tied_to_contract::LINT,
    &consent_withdrawal_missing::LINT,
    &contract_for_ads_or_analytics::LINT,
    &contract_not_party::LINT,
    &cookie_basis_not_consent::LINT,
    &cookie_consent_unstated::LINT,
    &cookie_exempt_doubtful::LINT,
    &cookie_lifetime_missing::LINT,
    &cookie_no_consent::LINT,
    &cookie_provider_not_recipient::LINT,
    &cookie_purpose_missing::LINT,
    &criminal_data_no_authority::LINT,
    &device_access_unlisted::LINT,
    &legal_basis_article_missing::LINT,
    &legal_basis_uncited::LINT,
    &legal_data_old::LINT,
    &legal_obligation_foreign::LINT,
    &legitimate_interest_balancing_stale::LINT,
    &legitimate_interest_no_balancing::LINT,
    &legitimate_interest_public_body::LINT,
    &legitimate_interest_unnamed::LINT,
    &legitimate_interest_vague::LINT,
    &mandatory_data_unmarked::LINT,
    &marketing_objection_missing::LINT,
    &notice_exemption_mismatch::LINT,
    &notice_exemption_unreasoned::LINT,
    &notice_missing::LINT,
    &notice_older_than_register::LINT,
    &notice_undated::LINT,
    &notice_weasel_words::LINT,
    &refusal_consequence_missing::LINT,
    &retention_missing::LINT,
    &retention_vague::LINT,
    &review_overdue::LINT,
    &right_missing::LINT,
    &right_not_available::LINT,
    &rights_channel_missing::LINT,
    &special_condition_uncited::LINT,
    &special_condition_without_article_6::LINT,
    &special_data_no_condition::LINT,
    &transfer_copy_missing::LINT,
    &transfer_mechanism_dead::LINT,
    &transfer_undeclared::LINT,
    &waiver_expired::LINT,
    &waiver_unused::LINT,
];
